"""Every document is valid by the official schema, whatever a portal says; and hostile texts stay texts."""

import json
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from chalicelib.proxy.model import Item
from chalicelib.proxy.omtd_share.coverage import Coverage, coverage_of
from chalicelib.proxy.omtd_share.exporter import Exporter, validator
from chalicelib.proxy.omtd_share.submission import Lookups
from chalicelib.proxy.omtd_share.table import ASKED, DESCRIPTION
from tests.proxy.conftest import proxy_over
from tests.proxy.omtd_share.conftest import parsed, submission, texts

XML = {"format": "omtd-share"}
HOSTILE = (
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "]]><script>alert(1)</script>",
    "&lt;b&gt; &amp; <i>",
    "a\x00b\x0b\x1fc\ufffe\ud800",
    "\u202eevil\u200b \U0001f9e0",
    "x" * 50_000,
    "a\r\nb\tc",
    " ",
    "=HYPERLINK(0)",
)


@pytest.fixture(scope="session")
def exporter(entry):
    """Documents of a portal that is never asked: all that is asked beside a submission is not answered."""
    return Exporter(proxy_over("http://127.0.0.1:9").client("agroportal"), validator(entry), until=0)


@pytest.mark.parametrize("portal", ["agroportal", "ncbo", "sifr", "biblioportal"])
def test_every_recorded_submission_is_valid_and_nothing_that_it_says_is_lost(recorded_proxy, entry, portal):
    client = recorded_proxy.client(portal)
    found = coverage_of(client, Exporter(client, validator(entry), until=0))
    assert isinstance(found, Coverage)
    assert found.invalid == {}
    assert found.losses() == []
    assert found.submissions >= (180 if portal == "agroportal" else 1)


def test_every_older_submission_that_was_recorded_is_valid_too(exporter, recordings):
    contents = [json.loads(file.read_text(encoding="utf-8")) for file in (recordings / "bioportal").glob("*.json")]
    raws = [one for content in contents for one in (content if isinstance(content, list) else [content])]
    whole = [one for one in raws if isinstance(one.get("ontology"), dict) and one.get("description")]
    assert len(whole) > 180
    for one in whole:
        exporter.document(Item(one), Item(one["ontology"]))  # raises Invalid otherwise


# Values as portals write them, and as nobody should.
TEXT = st.one_of(st.text(max_size=40), st.sampled_from(HOSTILE[:5]), st.text(string.printable, max_size=30))
ADDRESS = st.builds(
    "{}{}".format,
    st.sampled_from(["http://", "https://", "HTTP://", "ftp://", "urn:", "doi:10.1/", "mailto:", "www.", "//", ""]),
    st.text(st.characters(min_codepoint=33, max_codepoint=1000), max_size=20),
)
ONE = st.one_of(TEXT, ADDRESS, st.none(), st.integers(-5, 10**12), st.booleans(), st.floats(allow_nan=False))
IDENTIFIER = st.fixed_dictionaries(
    {"notation": ONE, "schemaAgency": st.sampled_from(["ORCID", "ROR", "ISNI", "GRID", "x", None])}
)
AGENT = st.fixed_dictionaries(
    {},
    optional={
        "name": ONE,
        "email": st.one_of(
            ONE, st.sampled_from(["a@b.c", "a@b", "@", "a b@c.d", "ä@b.org", "a@b..c", "x" * 200 + "@b.org"])
        ),
        "homepage": st.one_of(ONE, ADDRESS),
        "acronym": ONE,
        "agentType": st.sampled_from(["person", "organization", "group", None]),
        "identifiers": st.lists(st.one_of(IDENTIFIER, ONE), max_size=2),
        "@id": ONE,
    },
)
ORGANIZED = st.builds(lambda one, above: {**one, "affiliations": above}, AGENT, st.lists(AGENT, max_size=2))
PARTS = (
    "@value @language @id @type @set @list en fr xq none x-default value lang name title prefLabel url doi notation"
    " identifier id English agentType"
).split()
OBJECT = st.recursive(
    ONE,
    lambda inside: st.one_of(
        st.lists(inside, max_size=2), st.dictionaries(st.sampled_from(PARTS), inside, min_size=1, max_size=3)
    ),
    max_leaves=5,
)
VALUE = st.one_of(
    ONE,
    OBJECT,
    st.lists(st.one_of(ONE, ORGANIZED), max_size=3),
    ORGANIZED,
    st.dictionaries(st.text(max_size=5), ONE, max_size=2),
)
LIKELY = {
    "released": st.one_of(VALUE, st.dates().map(str), st.datetimes().map(lambda one: one.isoformat())),
    "creationDate": st.one_of(VALUE, st.dates().map(str)),
    "naturalLanguage": st.lists(
        st.one_of(
            st.text(string.ascii_lowercase, min_size=2, max_size=3),
            st.builds(
                "http://lexvo.org/id/iso639-{}/{}".format,
                st.sampled_from("13"),
                st.text(string.ascii_lowercase, min_size=2, max_size=3),
            ),
        ),
        max_size=4,
    ),
    "metrics": st.dictionaries(st.sampled_from(["classes", "individuals"]), ONE),
    "hasOntologyLanguage": st.sampled_from(["OWL", "SKOS", "OBO", "UMLS", "http://x/SKOS", "?", None]),
    "@id": st.one_of(ONE, ADDRESS),
    "links": st.one_of(ONE, st.dictionaries(st.sampled_from(["metrics", "download", "ui"]), st.one_of(ONE, ADDRESS))),
}
NAMES = sorted({*ASKED, "status", "links", "@id"} - {"ontology"})
SUBMISSIONS = st.fixed_dictionaries({}, optional={name: st.one_of(LIKELY.get(name, VALUE), VALUE) for name in NAMES})
ONTOLOGIES = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(("acronym", "name", "viewingRestriction", "hasDomain", "@id", "links"), VALUE),
)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(SUBMISSIONS, ONTOLOGIES, st.sampled_from(["ncbo", "agroportal"]), st.sampled_from([True, False, None]))
def test_whatever_a_portal_says_is_a_valid_document(exporter, raw, ontology, kind, answer):
    name = raw.get("@id") or "A name"
    exporter._lookups = Lookups(lambda _: answer, lambda _: str(name), lambda _: Item({"classes": 1}))
    exporter.document(Item(raw), Item(ontology))  # raises Invalid otherwise


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_a_text_wherever_it_stands(exporter, schema, text):
    listed = {name: [text] for name in ASKED if name not in ("ontology", "metrics")}
    for fields in ({"description": text}, listed, dict.fromkeys(listed, text)):
        raw = submission("A", of={"name": text, "acronym": text, "hasDomain": [text]}, **fields)
        made = exporter.document(Item(raw), Item(raw["ontology"]))
        assert b"<!DOCTYPE" not in made.xml
        assert b"root:" not in made.xml
        document = etree.fromstring(made.xml)
        schema.assertValid(document)
        assert not document.xpath("//*[local-name()='script' or local-name()='i']")


def test_what_was_cut_or_replaced_is_told_through_the_real_route(api, playing):
    long = {"keywords": " " * 500_000 + "a", "publication": "doi:" * 100_000, "hasCreator": "a b" * 100_000}
    big = submission("BIG", description="<b>&amp;" + "x" * 1_000_000, version="1\x00\x0b2", **long)
    answer = api(playing(big).url).get("/portals/agroportal/ontologies/BIG", query_string=XML)
    document = parsed(answer)
    (text,) = texts(document, f"lexicalConceptualResourceInfo/{DESCRIPTION}")
    assert len(text) == 10_000
    assert text.startswith("<b>&amp;xxx")
    assert texts(document, "lexicalConceptualResourceInfo/versionInfo/version") == ["1\ufffd\ufffd2"]
    assert "cut from 1000008" in answer.headers["X-Notes"]
    assert "forbids" in answer.headers["X-Notes"]


def test_a_submission_of_nothing_but_an_address_is_exported(api, playing, schema):
    bare = {
        "ontology": {"acronym": "BARE", "@id": "https://data.agroportal.lirmm.fr/ontologies/BARE"},
        "submissionId": 1,
    }
    bare["@id"] = "https://data.agroportal.lirmm.fr/ontologies/BARE/submissions/1"
    answer = api(playing(bare).url).get("/portals/agroportal/ontologies/BARE", query_string=XML)
    schema.assertValid(parsed(answer))
    assert len(answer.headers["X-Defaults"].split("; ")) >= 9


def test_a_schema_in_the_settings_checks_what_is_sent(api, playing, entry, tmp_path):
    strict = tmp_path / "strict.xsd"
    strict.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="nothing"/></xs:schema>',
        encoding="utf-8",
    )
    upstream = playing(submission("A"))
    path = "/portals/agroportal/ontologies/A"
    assert api(upstream.url, OMTD_SHARE_XSD=str(entry)).get(path, query_string=XML).status_code == 200
    refused = api(upstream.url, OMTD_SHARE_XSD=str(strict)).get(path, query_string=XML)
    assert (refused.status_code, "No valid document" in refused.text) == (500, True)
    missing = api(upstream.url, OMTD_SHARE_XSD=str(tmp_path / "none.xsd")).get(path, query_string=XML)
    assert missing.status_code == 500
    assert "OMTD_SHARE_XSD" in json.dumps(missing.json)
