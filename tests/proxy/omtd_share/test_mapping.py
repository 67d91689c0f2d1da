"""What of a submission stands where in its document: the table of docs/omtd-share.md, line by line."""

from pathlib import Path

import pytest
from lxml import etree

from chalicelib.proxy.model import Item
from chalicelib.proxy.omtd_share import table
from chalicelib.proxy.omtd_share.mappers import FALLBACK, MAPPERS, mapper_of
from chalicelib.proxy.omtd_share.submission import Lookups
from chalicelib.proxy.portals import PORTALS
from tests.proxy.omtd_share.conftest import INFO, NAMES, at, texts, with_attributes
from tests.proxy.omtd_share.submissions import agent

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
