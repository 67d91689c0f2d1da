"""What portals say in objects: texts by language, references, agents; and what says that there is nothing."""

import pytest
from lxml import etree

from chalicelib.proxy.omtd_share import table
from tests.proxy.omtd_share.conftest import NAMES, at, with_attributes
from tests.proxy.omtd_share.submissions import agent

BY_LANGUAGE = [
    ({"en": "The name", "fr": "Le nom"}, "The name", "en", "name: the text in en is used; there is also fr"),
    ({"fr": "Le nom"}, "Le nom", "fr", "name: the text in fr is used"),
    ({"none": "The plain name"}, "The plain name", "en", None),
    ({"none": ["The plain name"]}, "The plain name", "en", None),
    ({"@value": "Der Name", "@language": "de"}, "Der Name", "de", "name: the text in de is used"),
    (
        [{"@value": "Le nom", "@language": "fr"}, {"@value": "The name", "@language": "en-GB"}],
        "The name",
        "en",
        "name: the text in en-gb is used; there is also fr",
    ),
    ("The name", "The name", "en", None),
    ({"xq": "Foo"}, "Foo", "und", "name: the text in xq is used"),
    ({"@value": "Foo", "@language": "xq"}, "Foo", "und", "name: the text in xq is used"),
    ({"en": "The name", "default": "Foo"}, "The name", "en", "name: the text in en is used; there is also no language"),
    ({"x-default": "The name"}, "The name", "en", None),
    ({"@type": "rdf:langString", "de": "Der Name"}, "Der Name", "de", "name: the text in de is used"),
    ({"de": "Der Name", "short": "DN"}, "Der Name", "de", "name: the text in de is used; there is also short"),
    ({"@set": ["The name"]}, "The name", "en", None),
    ({"@list": [{"@value": "Le nom", "@language": "fr"}]}, "Le nom", "fr", "name: the text in fr is used"),
    ({"value": "Der Name", "type": "literal", "lang": "de"}, "Der Name", "de", "name: the text in de is used"),
    ({"French": "Le nom"}, "Le nom", "fr", "name: the text in fr is used"),
    ({"@id": "http://x.org/1", "label": "The name"}, "The name", "en", None),
    ({"prefLabel": {"fr": "Le nom"}}, "Le nom", "fr", "name: the text in fr is used"),
    ({"@type": "x"}, "TEST", "en", "name: left out what holds no text"),
    (7, "7", "en", None),
    ([["The name"]], "The name", "en", None),
    ({"en-x-old": "The name"}, "The name", "en", "name: the text in en-x-old is used"),
    ({"http://lexvo.org/id/iso639-3/fra": "Le nom"}, "Le nom", "fr", "name: the text in fr is used"),
]


@pytest.mark.parametrize(("given", "text", "language", "note"), BY_LANGUAGE)
def test_a_text_by_language_is_used_and_the_report_says_which(made, given, text, language, note):
    tree, report = made(of={"name": given})
    name = tree.find(".//ms:resourceName", NAMES)
    assert (name.text, name.get("lang")) == (text, language)
    assert [one for one in report.notes if one.startswith("name:")] == ([note] if note else [])


def test_descriptions_and_keywords_by_language_are_used_in_the_portals_own(made):
    both = {"fr": ["blé", "orge"], "en": ["wheat", "barley"]}
    tree, _ = made("sifr", language="fr", description={"en": "English", "fr": "Texte"}, keywords=both)
    assert at(tree, table.DESCRIPTION) == ["Texte"]
    assert at(tree, "lexicalConceptualResourceTextInfo/keywords/keyword") == ["blé", "orge"]


def test_a_description_in_parts_is_whole(made):
    assert at(made(description=["One.", "Two."])[0], table.DESCRIPTION) == ["One.\nTwo."]


def identifiers(tree, name="resourceIdentifier"):
    return [text for text, _ in with_attributes(tree, name)]


@pytest.mark.parametrize(
    "given",
    [
        {"@id": "https://doi.org/10.1234/a"},
        [{"@value": "10.1234/a"}],
        {"@set": [{"@value": "doi:10.1234/a", "@type": "xsd:string"}]},
        {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1234/a"},
        {"notation": "10.1234/a", "schemaAgency": "DOI"},
        {"doi": "10.1234/a"},
        {"url": {"@id": "http://dx.doi.org/10.1234/a"}},
    ],
)
def test_an_identifier_that_is_an_object_is_known(made, given):
    tree, _ = made(URI=None, identifier=given)
    assert identifiers(tree) == ["10.1234/a"]


@pytest.mark.parametrize(
    ("given", "described", "identified"),
    [
        ({"@id": "https://doi.org/10.1234/a"}, ["https://doi.org/10.1234/a"], ["10.1234/a"]),
        ({"title": "A paper", "doi": "10.1234/a"}, ["A paper"], ["10.1234/a"]),
        ({"name": {"en": "A paper"}, "@id": "_:b0"}, ["A paper"], []),
        ([{"en": "A paper", "fr": "Un article"}, "Another"], ["A paper", "Another"], []),
        (
            [{"@value": "Un article", "@language": "fr"}, {"@value": "A paper", "@language": "en"}],
            ["Un article", "A paper"],
            [],
        ),
    ],
)
def test_a_publication_that_is_an_object_is_described(made, given, described, identified):
    tree, _ = made(publication=given)
    about = "resourceDocumentations/resourceDocumentationInfo"
    assert at(tree, f"{about}/documentationDescription") == described
    assert identifiers(tree, "publicationIdentifier") == identified


def test_what_an_object_does_not_say_is_reported(made):
    _, report = made(publication=[{"@type": "x"}, "A paper"], identifier={"a": {"b": []}}, hasLicense={"@id": "_:b0"})
    for name in ("publication", "identifier", "hasLicense"):
        assert f"{name}: left out entries with neither a text nor an address" in report.notes


@pytest.mark.parametrize(
    "name", ["similarTo", "hasPart", "source", "homepage", "documentation", "bugDatabase", "version"]
)
def test_any_property_may_be_an_object(made, name):
    plain, wrapped = made(**{name: "http://x.org/1"})[0], made(**{name: {"@id": "http://x.org/1"}})[0]
    assert etree.tostring(plain) == etree.tostring(wrapped)


@pytest.mark.parametrize("name", ["hasContributor", "curatedBy", "fundedBy", "translator", "endorsedBy"])
@pytest.mark.parametrize("kind", ["ncbo", "agroportal"])
def test_agents_that_the_schema_has_no_place_for_are_noted(made, name, kind):
    _, report = made(kind, **{name: [agent("A. Person"), agent("INRAE", "organization"), *(f"P{n}" for n in range(9))]})
    assert f"{name}: the schema has no place for A. Person, INRAE, P0, P1, P2 and 6 more" in report.notes
    assert name in table.ASKED, "a portal's whole export asks for it too"


def test_a_thing_with_an_address_and_a_name_keeps_both(made):
    related = {"@id": "http://x.org/1", "name": {"fr": "Une"}}
    tree, _ = made(similarTo=[related, {"name": "Two"}], hasDomain={"@id": "http://x.org/d", "prefLabel": "Soil"})
    assert with_attributes(tree, "resourceName")[1:] == [("Une", {"lang": "fr"}), ("Two", {"lang": "en"})]
    assert identifiers(tree)[-1] == "http://x.org/1"
    assert with_attributes(tree, "domain") == [
        ("Soil", {"classificationSchemeName": "other", "schemeURI": "http://x.org/d"})
    ]


@pytest.mark.parametrize("given", ["not available", ["N/A"], {"name": "to be determined"}])
def test_a_licence_that_says_there_is_none_is_none(made, given):
    tree, report = made(hasLicense=given)
    assert at(tree, table.LICENCE) == ["openAccessUnspecified"]
    assert table.LICENCE in report.defaults
    assert "hasLicense: left out a text that says that there is none" in report.notes


@pytest.mark.parametrize("given", ["N/A", ["not available"], [{"name": "unknown"}], {"@set": [{"name": "N/A"}]}])
def test_a_person_who_is_not_available_is_nobody(made, given):
    tree, report = made(hasCreator=given)
    assert at(tree, "resourceCreationInfo/resourceCreators/resourceCreator/relatedPerson/surname") == []
    assert "hasCreator: left out a text that says that there is none" in report.notes


@pytest.mark.parametrize("given", [{"@set": [agent("INRAE", "organization")]}, [agent("INRAE", "organization")]])
def test_a_list_of_agents_may_be_wrapped(made, given):
    tree, _ = made(hasCreator=given)
    assert at(tree, "resourceCreationInfo/resourceCreators/resourceCreator/actorType") == ["organization"]


@pytest.mark.parametrize("given", [{"@value": "INRAE"}, {"en": "INRAE"}, {"fr": ["INRAE"]}, [{"@value": "INRAE"}]])
def test_an_agent_may_be_a_text_in_an_object(made, given):
    tree, _ = made(hasCreator=given)
    assert at(tree, "resourceCreationInfo/resourceCreators/resourceCreator/relatedPerson/surname") == ["INRAE"]


@pytest.mark.parametrize(
    ("given", "text", "language"),
    [
        ({"fr": "Institut"}, "Institut", "fr"),
        ({"fr": "Institut", "en": "Institute"}, "Institute", "en"),
        ({"xq": "Foo"}, "Foo", "und"),
        ({"@value": "Institut", "@language": "fr"}, "Institut", "fr"),
        ({"@value": "Institute"}, "Institute", "en"),
    ],
)
def test_names_of_other_things_are_marked_with_their_language_too(made, given, text, language):
    organization = {"agentType": "organization", "name": given}
    tree, _ = made(hasCreator=[organization], publisher=given, wasGeneratedBy=given)
    found = {name: with_attributes(tree, name)[-1] for name in ("organizationName", "groupName", "resourceName")}
    assert set(map(str, found.values())) == {str((text, {"lang": language}))}
