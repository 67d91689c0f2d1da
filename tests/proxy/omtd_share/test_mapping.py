"""What of a submission stands where in its document: the table of docs/omtd-share.md, line by line."""

from pathlib import Path

import pytest
from lxml import etree

from chalicelib.proxy.model import Item
from chalicelib.proxy.omtd_share import table
from chalicelib.proxy.omtd_share.mappers import FALLBACK, MAPPERS, build_record, mapper_of
from chalicelib.proxy.omtd_share.submission import Lookups, Origin, Report, Submission
from chalicelib.proxy.omtd_share.writer import write_document
from chalicelib.proxy.portals import PORTALS
from tests.proxy.omtd_share.conftest import NAMES, submission, texts
from tests.proxy.omtd_share.submissions import agent

HERE = Lookups(downloadable=lambda address: True, name_of={"https://p.org/categories/X": "Crops"}.get)
INFO = "lexicalConceptualResourceInfo"
PERSON = f"{INFO}/contactInfo/contactPersons/contactPerson"
CREATOR = f"{INFO}/resourceCreationInfo/resourceCreators/resourceCreator"
SOMETHING = {  # what a property may be, where a text is not enough
    "contact": [agent("P", email="p@x.org")],
    "publisher": [agent("Org", "organization")],
    "copyrightHolder": agent("Org", "organization"),
    "hasCreator": [agent("P")],
    "status": "beta",
    "released": "2024-02-29T00:00:00Z",  # a leap day
    "naturalLanguage": ["http://lexvo.org/id/iso639-1/fr"],
    "homepage": "https://x.org/",
    "numberOfClasses": 3,
    "numberOfIndividuals": 4,
}


@pytest.fixture
def made(schema):
    """The document and the report of a submission with these fields; it is always valid."""

    def make(kind="agroportal", lookups=HERE, latest=True, language="en", **fields):
        raw, report = submission(**fields), Report()
        origin = Origin("Portal", "https://p.org", kind, language)
        parts = Item(raw), Item(raw["ontology"]), origin, lookups
        read = Submission.read(*parts, latest=latest, report=report)
        tree = etree.fromstring(write_document(build_record(mapper_of(kind), read), report))
        schema.assertValid(tree)
        return tree, report

    return make


def at(tree, path):
    return texts(tree, f"{INFO}/{path}")


def with_attributes(tree, name):
    return [(one.text, dict(one.attrib)) for one in tree.iterfind(f".//ms:{name}", NAMES)]


@pytest.mark.parametrize("row", table.ROWS, ids=lambda row: row.element)
def test_every_property_of_the_table_reaches_its_element(made, row):
    for name in row.properties:
        if name.startswith(("@", "ontology.", "metrics.")):
            continue
        language = {"hasOntologyLanguage": "SKOS" if name == "numberOfIndividuals" else "OWL"}
        tree, report = made(**{**language, name: SOMETHING.get(name, ["some thing"])})
        path = f"{INFO}/{row.element}".replace("/", "/ms:").replace("[", "[ms:")
        assert tree.find(f"ms:{path}", NAMES) is not None, name
        assert row.element not in report.defaults


def test_the_documentation_shows_the_table():
    text = (Path(__file__).parents[3] / "docs" / "omtd-share.md").read_text(encoding="utf-8")
    assert table.markdown() in text


def test_without_a_source_mandatory_elements_hold_their_default_and_the_report_says_so(made):
    raw = dict.fromkeys(("description", "hasOntologyLanguage", "contact", "released", "status", "@id", "links"))
    tree, report = made(lookups=Lookups(), of={"name": None, "viewingRestriction": None}, **raw)
    for row in table.ROWS:
        if row.default and row.element != table.DATA_FORMAT:  # of an interface it is JSON-LD, which is no default
            assert row.element in report.defaults, row.element
    assert at(tree, table.NAME) == ["TEST"]
    assert at(tree, table.VERSION) == ["No Versioning"]
    assert at(tree, table.SIZE) == ["unknown"]
    assert at(tree, table.LICENCE) == ["restrictedAccessUnspecified"]
    assert at(tree, table.CONTACT_POINT) == ["https://data.agroportal.lirmm.fr/ontologies/TEST"]


def test_both_models_of_agroportal_say_the_same(made):
    common = {"documentation": "https://x.org/doc", "status": "production", "hasOntologyLanguage": "SKOS"}
    old = {
        "URI": "http://x.org/onto",
        "keywords": "wheat; barley ",
        "hasCreator": "Nedellec, Claire; INRAE",
        "publisher": "INRAE",
        "naturalLanguage": "http://lexvo.org/id/iso639-3/fra",
        "publication": "https://doi.org/10.1/2",
        "numberOfIndividuals": 7,
        "isBackwardsCompatibleWith": "http://x.org/onto/1",
    }
    new = {
        "URI": "http://x.org/onto",
        "keywords": ["wheat", "barley"],
        "hasCreator": [agent("Nedellec, Claire"), agent("INRAE")],
        "publisher": [agent("INRAE")],
        "naturalLanguage": ["http://lexvo.org/id/iso639-1/fr"],
        "publication": ["https://doi.org/10.1/2"],
        "metrics": {"individuals": 7, "classes": 0},
        "isBackwardCompatibleWith": ["http://x.org/onto/1"],
    }
    trees = [etree.tostring(made(**common, **one)[0]) for one in (old, new)]
    assert trees[0] == trees[1]


def test_ncbos_model_writes_uri_small_and_languages_plain(made):
    tree, _ = made("ncbo", uri="http://purl.bioontology.org/ontology/X", naturalLanguage=["en", "French"])
    assert ("http://purl.bioontology.org/ontology/X", {"resourceIdentifierSchemeName": "PURL"}) in with_attributes(
        tree, "resourceIdentifier"
    )
    assert at(tree, table.LANGUAGE) == ["en", "fr"]


def test_every_kind_of_portal_has_a_mapper_and_an_unknown_one_has_ncbos():
    assert set(MAPPERS) <= {one.kind for one in PORTALS.values()}
    assert mapper_of("something new") is FALLBACK is mapper_of("ncbo")


def test_every_identifier_is_told_by_its_scheme(made):
    tree, _ = made(
        URI="http://x.org/a?apikey=SECRET",
        identifier=["https://doi.org/10.15454/1.43826E12", "urn:x:y", "https://hdl.handle.net/1/2", "MIR:00000006"],
    )
    assert [
        (text, one["resourceIdentifierSchemeName"]) for text, one in with_attributes(tree, "resourceIdentifier")
    ] == [
        ("http://x.org/a", "URL"),
        ("10.15454/1.43826E12", "DOI"),
        ("urn:x:y", "URN"),
        ("1/2", "Handle"),
        ("MIR:00000006", "other"),
    ]


@pytest.mark.parametrize(
    ("given", "point", "kind"),
    [
        ({"homepage": "https://x.org/", "documentation": "https://y.org"}, "https://x.org/", "landingPage"),
        ({"documentation": "https://y.org"}, "https://y.org", "landingPage"),
        ({"homepage": "www.x.org"}, "http://www.x.org", "landingPage"),
        ({"homepage": "none", "contact": [agent("A", email="a@x.org")]}, "a@x.org", "contactEmail"),
        ({"contact": [agent("A", email="nobody"), agent("B", email="b@x.org")]}, "b@x.org", "contactEmail"),
        ({"contact": []}, "https://ui.org/TEST", "landingPage"),
    ],
)
def test_a_contact_point_is_a_page_before_a_person(made, given, point, kind):
    links = {"ui": "https://ui.org/TEST"}
    tree, _ = made(of={"links": links}, **{"contact": [], **given})
    assert (at(tree, table.CONTACT_POINT), at(tree, "contactInfo/contactType")) == ([point], [kind])


def test_all_contacts_are_there_and_an_address_that_is_none_is_told(made):
    tree, report = made(contact=[agent("Nedellec, Claire", email="c@x.fr"), agent("No Mail", email="nobody")])
    assert texts(tree, f"{PERSON}/surname") == ["Nedellec", "No Mail"]
    assert texts(tree, f"{PERSON}/givenName") == ["Claire"]
    assert texts(tree, f"{PERSON}/communicationInfo/emails/email") == ["c@x.fr"]
    assert any("nobody" in note for note in report.notes)


def test_creators_are_persons_or_organizations_with_what_is_known_of_them(made):
    orcid = {"notation": "0000-0001-2345-6789", "schemaAgency": "ORCID"}
    ror = {"notation": "00pe0tf51", "schemaAgency": "ROR"}
    fao = agent(
        "Food Organization",
        "organization",
        acronym="FAO",
        identifiers=[ror],
        email="i@fao.org",
        homepage="https://fao.org",
    )
    nameless = {"@id": "https://p.org/Agents/1", "name": None}
    tree, report = made(
        hasCreator=[agent("A. Person", identifiers=[orcid], affiliations=[fao]), fao, nameless, "B. Person"]
    )
    assert texts(tree, f"{CREATOR}/actorType") == ["person", "organization", "person", "person"]
    assert texts(tree, f"{CREATOR}/relatedPerson/surname") == ["A. Person", "https://p.org/Agents/1", "B. Person"]
    assert with_attributes(tree, "personIdentifier") == [
        ("0000-0001-2345-6789", {"personIdentifierSchemeName": "ORCID"})
    ]
    affiliated = f"{CREATOR}/relatedPerson/affiliation/affiliatedOrganization/organizationNames/organizationName"
    assert texts(tree, affiliated) == ["Food Organization"]
    assert texts(tree, f"{CREATOR}/relatedOrganization/communicationInfo/homepages/homepage") == ["https://fao.org"]
    assert any("name" in note for note in report.notes)


def test_publisher_and_holder_of_rights_are_written(made):
    tree, _ = made(publisher=[agent("FAO", "organization")], copyrightHolder=agent("INRAE", "organization"))
    assert at(tree, "contactInfo/contactGroups/contactGroup/groupNames/groupName") == ["FAO"]
    holder = "rightsInfo/rightsHolders/rightsHolder/relatedOrganization/organizationNames/organizationName"
    assert at(tree, holder) == ["INRAE"]


def test_a_download_is_the_file_and_the_portals_forms_of_it(made):
    tree, _ = made(hasOntologySyntax="http://www.w3.org/ns/formats/Turtle", numberOfClasses=12)
    place = "https://data.agroportal.lirmm.fr/ontologies/TEST"
    part = "distributionInfos/datasetDistributionInfo"
    assert at(tree, f"{part}/distributionLocation") == [
        f"{place}/submissions/1/download",
        f"{place}/download?download_format=csv",
        f"{place}/download?download_format=rdf",
    ]
    kinds = [one.rsplit("/", 1)[1] for one in at(tree, table.DATA_FORMAT)]
    assert (kinds, at(tree, table.SIZE)) == (["Turtle", "Csv", "Rdf_xml"], ["12"] * 3)
    assert at(tree, "rightsInfo/rightsStatement") == ["openAccess"]


@pytest.mark.parametrize("answer", [False, None])
def test_what_cannot_be_had_is_an_interface(made, answer):
    tree, report = made(lookups=Lookups(downloadable=lambda address: answer))
    part = "distributionInfos/datasetDistributionInfo"
    assert at(tree, f"{part}/distributionMedium") == ["accessibleThroughInterface"]
    assert at(tree, f"{part}/distributionLocation") == ["https://data.agroportal.lirmm.fr/ontologies/TEST"]
    assert at(tree, "rightsInfo/rightsStatement") == ["restrictedAccess"]
    assert at(tree, table.LICENCE) == ["restrictedAccessUnspecified"]
    assert any("did not say" in note for note in report.notes) is (answer is None)


@pytest.mark.parametrize(
    ("language", "fields", "size", "unit"),
    [
        ("SKOS", {"metrics": {"classes": 1, "individuals": 9}}, "9", "concepts"),
        ("OWL", {"metrics": {"classes": 1, "individuals": 9}}, "1", "classes"),
        ("OWL", {"numberOfClasses": 5}, "5", "classes"),
        ("OWL", {"numberOfClasses": -1}, "unknown", "classes"),
        ("OWL", {"metrics": {"classes": 0}}, "0", "classes"),
    ],
)
def test_sizes_are_of_what_the_language_counts(made, language, fields, size, unit):
    tree, _ = made(lookups=Lookups(), hasOntologyLanguage=language, **fields)
    assert at(tree, table.SIZE) == [size]
    assert at(tree, "distributionInfos/datasetDistributionInfo/sizes/sizeInfo/sizeUnit") == [unit]


def test_metrics_that_are_not_nested_are_asked_for(made):
    place = "https://data.agroportal.lirmm.fr/ontologies/TEST/submissions/1/metrics"
    tree, _ = made(lookups=Lookups(metrics={place: Item({"classes": 33})}.get))
    assert at(tree, table.SIZE) == ["33"]


@pytest.mark.parametrize(
    ("level", "kind"),
    [
        ("thesaurus", "thesaurus"),
        ("taxonomy", "typesystem"),
        ("dictionary", "machineReadableDictionary"),
        ("semantic_network", "computationalLexicon"),
        ("classification_schema", "terminologicalResource"),
        ("list", "wordList"),
        ("glossary", "wordList"),
        ("ontology", "ontology"),
        ("name_authority_list", "ontology"),
    ],
)
def test_formality_levels_are_kinds_of_resources(made, level, kind):
    tree, report = made(hasFormalityLevel=f"http://w3id.org/nkos/nkostype#{level}")
    assert at(tree, table.KIND) == [kind]
    assert table.KIND not in report.defaults


def test_relations_are_written(made):
    fields = {
        "wasGeneratedBy": ["Tool"],
        "isBackwardCompatibleWith": "http://x.org/1",
        "similarTo": ["http://x.org/2"],
        "hasPart": ["http://x.org/3"],
    }
    tree, _ = made(**fields)
    assert at(tree, "relations/relationInfo/relationType") == [
        "isCreatedBy",
        "isCompatibleWith",
        "isSimilarTo",
        "hasPart",
    ]
    named = "relations/relationInfo/relatedResource/resourceNames/resourceName"
    assert at(tree, named) == ["Tool", "http://x.org/1", "http://x.org/2", "http://x.org/3"]
    assert len(at(tree, "relations/relationInfo/relatedResource/resourceIdentifiers/resourceIdentifier")) == 3


def test_documents_have_their_kind_and_identifier(made):
    tree, _ = made(
        publication=["Overview. BMC 2015. https://doi.org/10.1186/1471-2105-16-S10-S1", "PMID:18940862", "A book"],
        documentation="https://x.org/doc",
    )
    about = "resourceDocumentations/resourceDocumentationInfo"
    assert at(tree, f"{about}/documentationType") == ["publication"] * 3 + ["onLineHelpURL"]
    assert at(tree, f"{about}/documentationDescription") == [
        "Overview. BMC 2015.",
        "PMID:18940862",
        "A book",
        "https://x.org/doc",
    ]
    assert [
        (text, one["publicationIdentifierSchemeName"]) for text, one in with_attributes(tree, "publicationIdentifier")
    ] == [
        ("10.1186/1471-2105-16-S10-S1", "DOI"),
        ("18940862", "PMID"),
    ]


def test_domains_have_the_portals_names_and_subjects_the_end_of_their_address(made):
    of = {"hasDomain": ["https://p.org/categories/X, https://p.org/categories/Y"]}
    tree, _ = made(of=of, hasDomain=["http://eurovoc.europa.eu/192", "Soil"])
    assert with_attributes(tree, "domain") == [
        ("Crops", {"classificationSchemeName": "other", "schemeURI": "https://p.org/categories/X"}),
        ("Y", {"classificationSchemeName": "other", "schemeURI": "https://p.org/categories/Y"}),
        ("192", {"classificationSchemeName": "EuroVoc", "schemeURI": "http://eurovoc.europa.eu/192"}),
        ("Soil", {"classificationSchemeName": "other"}),
    ]


@pytest.mark.parametrize(
    ("given", "codes", "linguality"),
    [
        (["http://lexvo.org/id/iso639-1/en"], ["en"], "monolingual"),
        (["http://www.lexvo.org/page/iso639-3/fra", "http://lexvo.org/id/iso639-1/deu"], ["fr", "de"], "bilingual"),
        (
            ["http://lexvo.org/id/iso639-1/pt-br", "http://lexvo.org/id/iso639-3/en", "Greek"],
            ["pt", "en", "el"],
            "multilingual",
        ),
        (["Klingon-ish", "fr"], ["fr"], "monolingual"),
        (
            [
                "http://publications.europa.eu/resource/authority/language/ENG",
                "http://id.loc.gov/vocabulary/iso639-1/de",
            ],
            ["en", "de"],
            "bilingual",
        ),
        (["http://id.loc.gov/vocabulary/iso639-2/spa", "ger"], ["es", "de"], "bilingual"),
        (["Deutsch", "français", "中文", "Spanish"], ["de", "fr", "zh", "es"], "multilingual"),
        ([{"@id": "http://lexvo.org/id/iso639-3/ita"}], ["it"], "monolingual"),
        (["not understood at all"], ["und"], "monolingual"),
        ([], ["en"], "monolingual"),
    ],
)
def test_languages_are_codes_of_the_schema(made, given, codes, linguality):
    tree, _ = made(naturalLanguage=given)
    assert at(tree, table.LANGUAGE) == codes
    assert at(tree, "lexicalConceptualResourceTextInfo/lingualityInfo/lingualityType") == [linguality]


def test_texts_are_in_the_portals_language(made):
    tree, _ = made("sifr", language="fr")
    assert {
        one.get("lang") for name in ("resourceName", "description") for one in tree.iterfind(f".//ms:{name}", NAMES)
    } == {"fr"}
    assert at(tree, "lexicalConceptualResourceTextInfo/metalanguages/metalanguageInfo/language") == ["fr"]


@pytest.mark.parametrize("status", ["retired", "http://purl.org/adms/status/Withdrawn", "lost"])
def test_a_state_that_the_schema_has_no_word_for_is_told(made, status):
    tree, report = made(status=status)
    assert at(tree, "versionInfo/versionType") == ([] if status == "lost" else ["published"])
    assert any(status in note for note in report.notes)


def test_a_language_that_is_not_understood_is_noted_and_never_said_to_be_english(made):
    tree, report = made(naturalLanguage=["Elvish of the wood"])
    assert at(tree, table.LANGUAGE) == ["und"]
    assert "naturalLanguage: 'Elvish of the wood' is no language that the schema lists" in report.notes
    assert table.LANGUAGE in report.defaults


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


@pytest.mark.parametrize("kind", ["ncbo", "agroportal", "something new"])
def test_agents_of_every_kind_of_portal_are_exported(made, kind):
    tree, _ = made(kind, hasCreator=[agent("P")], publisher=["INRAE"], copyrightHolder=[agent("O", "organization")])
    assert at(tree, "resourceCreationInfo/resourceCreators/resourceCreator/relatedPerson/surname") == ["P"]
    assert at(tree, "contactInfo/contactGroups/contactGroup/groupNames/groupName") == ["INRAE"]
    assert at(tree, "rightsInfo/rightsHolders/rightsHolder/actorType") == ["organization"]


@pytest.mark.parametrize("given", ["not available", "N/A", "Not Available", "none", "-", ["unknown"]])
def test_an_identifier_that_says_there_is_none_is_none(made, given):
    tree, report = made(URI=None, identifier=given)
    assert at(tree, table.IDENTIFIER) == ["https://data.agroportal.lirmm.fr/ontologies/TEST"]
    assert table.IDENTIFIER in report.defaults


@pytest.mark.parametrize(
    "given",
    [
        {"@id": "https://creativecommons.org/licenses/by/4.0/"},
        [{"@id": "https://spdx.org/licenses/CC-BY-4.0.html", "name": "CC BY"}],
        ["a licence of our own", {"id": "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0"}],
    ],
)
def test_a_licence_that_is_an_object_is_known_by_its_address(made, given):
    tree, _ = made(hasLicense=given)
    assert at(tree, table.LICENCE) == ["CC-BY-4.0"]


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
