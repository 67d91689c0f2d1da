"""The schema's two example documents, element by element: in ours, or listed in docs/omtd-share.md as not derivable."""

import re
from pathlib import Path

from lxml import etree

from tests.proxy.omtd_share.conftest import parsed
from tests.proxy.omtd_share.ontobiotope import ONTOBIOTOPE

XML = {"format": "omtd-share"}
DOCS = Path(__file__).parents[3] / "docs" / "omtd-share.md"


def leaves(document):
    """Every element that holds text, with its path and attributes; keys in addresses are no content."""
    found = set()
    for one in document.iter("{*}*"):
        if len(one):
            continue
        path = [etree.QName(above).localname for above in (*reversed(list(one.iterancestors())), one)][1:]
        text = " ".join(re.sub(r"(\?)apikey=\w+&|[?&]apikey=\w+", r"\1", one.text or "").split())
        found.add(("/".join(path), text, frozenset(one.attrib.items())))
    return found


def not_derivable(name):
    """The elements that the documentation lists, each with a reason."""
    section = DOCS.read_text(encoding="utf-8").split(f"### {name}\n", 1)[1].split("\n##", 1)[0]
    listed = dict(re.findall(r"^\| `(\S+)` \| (.+) \|$", section, re.MULTILINE))
    assert listed
    assert all(listed.values())
    return set(listed)


def missing(example, document):
    ours = leaves(document)
    return {path for path, text, attributes in leaves(example) if (path, text, attributes) not in ours}


def test_ontobiotope_is_reproduced(api, playing, official, schema):
    client = api(playing(ONTOBIOTOPE).url)
    document = parsed(client.get("/portals/agroportal/ontologies/ONTOBIOTOPE", query_string=XML))
    schema.assertValid(document)
    example = etree.parse(official / "examples" / "OntobiotopeV302.xml")
    assert missing(example.getroot(), document) == not_derivable("OntoBiotope")
    assert len(leaves(example.getroot())) > 30


def test_ncbitaxon_is_reproduced_as_far_as_the_portal_knows_it(api, recorded, official, schema):
    document = parsed(api(recorded.url).get("/portals/agroportal/ontologies/NCBITAXON", query_string=XML))
    schema.assertValid(document)
    example = etree.parse(official / "examples" / "NationalCenterforBiotechnologyInformationtaxonomyV302.xml")
    assert missing(example.getroot(), document) == not_derivable("NCBITAXON")
