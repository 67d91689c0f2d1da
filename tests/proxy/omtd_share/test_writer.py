"""The table of the schema's facts, held against the official schema, and the writer that cannot write anything else."""

import pytest
from lxml import etree

from chalicelib.proxy.omtd_share.languages import is_allowed
from chalicelib.proxy.omtd_share.schema import LIST, ROOT, children, groups, leaf
from chalicelib.proxy.omtd_share.submission import Report
from chalicelib.proxy.omtd_share.writer import NotAllowed, Text, write_document

XS = "{http://www.w3.org/2001/XMLSchema}"


@pytest.fixture(scope="session")
def declared(official):
    """Every element, type and group of the official schema."""
    found = {}
    for file in sorted((official / "schema").glob("*.xsd")):
        for one in etree.parse(file).getroot():
            if isinstance(one.tag, str) and one.get("name"):
                found[one.tag.removeprefix(XS), one.get("name")] = one
    return found


def enumerated(declared, name):
    return {one.get("value") for one in declared["simpleType", name].iter(f"{XS}enumeration")}


def test_languages_are_those_of_the_schema_and_no_other(declared):
    name = next(name for kind, name in declared if kind == "simpleType" and name.lower().startswith("languageid"))
    ours = {code for code in enumerated(declared, name) if is_allowed(code)}
    assert ours
    letters = "abcdefghijklmnopqrstuvwxyz"
    two = {a + b for a in letters for b in letters}
    allowed = {code for code in two | {one + c for one in two for c in letters} if is_allowed(code)}
    assert allowed <= enumerated(declared, name)
    assert len(allowed) > 7000


def test_every_part_of_the_table_is_a_leaf_or_a_group():
    for name in groups():
        for child in children(name) or ():
            assert (leaf(child.name) is None) != (children(child.name) is None), child.name
            assert 0 <= child.least <= child.most <= LIST


def tree(**info):
    return {
        "lexicalConceptualResourceInfo": {
            "resourceType": "lexicalConceptualResource",
            "identificationInfo": {
                "resourceNames": {"resourceName": Text("N", {"lang": "en"})},
                "descriptions": {"description": Text("D", {"lang": "en"})},
                "resourceIdentifiers": {"resourceIdentifier": Text("I", {"resourceIdentifierSchemeName": "other"})},
                "public": "true",
            },
            "versionInfo": {"version": "1"},
            "contactInfo": {"contactPoint": "https://x.org", "contactType": "landingPage"},
            "distributionInfos": {
                "datasetDistributionInfo": {
                    "distributionMedium": "downloadable",
                    "sizes": {"sizeInfo": {"size": "1", "sizeUnit": "classes"}},
                    "textFormats": {
                        "textFormatInfo": {
                            "dataFormatInfo": {"dataFormat": "http://w3id.org/meta-share/omtd-share/Obo"}
                        }
                    },
                }
            },
            "rightsInfo": {"licenceInfos": {"licenceInfo": {"licence": "MIT"}}, "rightsStatement": "openAccess"},
            "lexicalConceptualResourceType": "ontology",
            "lexicalConceptualResourceTextInfo": {
                "mediaType": "text",
                "lingualityInfo": {"lingualityType": "monolingual"},
                "languages": {"languageInfo": {"language": "en"}},
            },
            **info,
        }
    }


def test_the_order_of_a_tree_does_not_matter(schema):
    given = tree()["lexicalConceptualResourceInfo"]
    turned = {"lexicalConceptualResourceInfo": dict(reversed(given.items()))}
    assert write_document(turned, Report()) == write_document(tree(), Report())
    schema.assertValid(etree.fromstring(write_document(turned, Report())))


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"lexicalConceptualResourceType": None}, "lexicalConceptualResourceType 0 times"),
        ({"lexicalConceptualResourceType": ["ontology", "lexicon"]}, "2 times"),
        ({"lexicalConceptualResourceType": "poem"}, "poem"),
        ({"versionInfo": {"version": "1", "versionDate": "2024"}}, "2024"),
        ({"versionInfo": {"version": Text("1", {"lang": "en"})}}, "attributes"),
        ({"versionInfo": "1"}, "no text"),
        ({"versionInfo": {"version": {"version": "1"}}}, "no elements"),
        ({"colour": "red"}, "colour"),
        ({"contactInfo": {"contactPoint": "x", "contactType": "phone"}}, "phone"),
    ],
)
def test_what_the_table_does_not_allow_is_not_written(wrong, word):
    with pytest.raises(NotAllowed, match=word):
        write_document(tree(**wrong), Report())


@pytest.mark.parametrize("code", ["eng", "sh", "pt-BR", "xx", ""])
def test_a_language_that_the_schema_does_not_list_is_not_written(code):
    text = {**tree()["lexicalConceptualResourceInfo"]["lexicalConceptualResourceTextInfo"]}
    text["languages"] = {"languageInfo": {"language": code}}
    with pytest.raises(NotAllowed):
        write_document(tree(lexicalConceptualResourceTextInfo=text), Report())


def test_empty_parts_are_left_out(schema):
    document = etree.fromstring(
        write_document(tree(relations={"relationInfo": []}, resourceDocumentations=None), Report())
    )
    schema.assertValid(document)
    assert document.tag.endswith(ROOT)
    assert not document.findall(".//{*}relationInfo")
