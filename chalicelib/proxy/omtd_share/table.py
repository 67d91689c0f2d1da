"""Which element comes from which properties: the documentation shows this table, portals are asked for its properties,
and coverage is counted by its rows.

An element is a path below `lexicalConceptualResourceInfo`; `[..]` distinguishes elements of the same name. `ontology.`
and `metrics.` are properties of objects nested in a submission. Earlier properties take precedence.
"""

from dataclasses import dataclass

_TEXT = "lexicalConceptualResourceTextInfo"
_DISTRIBUTION = "distributionInfos/datasetDistributionInfo"
_DOCUMENT = "resourceDocumentations/resourceDocumentationInfo"


@dataclass(frozen=True)
class Row:
    """One row of the mapping. `default` is what the element holds without a source, "" if it is left out."""

    element: str
    properties: tuple[str, ...]
    rule: str
    default: str = ""


def _row(element: str, properties: str, rule: str, default: str = "") -> Row:
    return Row(element, tuple(properties.split()), rule, default)


def _relation(kind: str, properties: str) -> Row:
    return _row(
        f"relations/relationInfo[relationType='{kind}']",
        properties,
        "one for each entry, with its text as the name, and any identifier in it",
    )


NAME = "identificationInfo/resourceNames/resourceName"
DESCRIPTION = "identificationInfo/descriptions/description"
IDENTIFIER = "identificationInfo/resourceIdentifiers/resourceIdentifier"
PUBLIC = "identificationInfo/public"
VERSION = "versionInfo/version"
CONTACT_POINT = "contactInfo/contactPoint"
SIZE = f"{_DISTRIBUTION}/sizes/sizeInfo/size"
DATA_FORMAT = f"{_DISTRIBUTION}/textFormats/textFormatInfo/dataFormatInfo/dataFormat"
LICENCE = "rightsInfo/licenceInfos/licenceInfo/licence"
KIND = "lexicalConceptualResourceType"
LANGUAGE = f"{_TEXT}/languages/languageInfo/language"

ROWS = (
    _row(NAME, "ontology.name", "unchanged; in one language, see below", "the acronym"),
    _row(DESCRIPTION, "description", "the same; cut after 10,000 characters", "No description available."),
    _row("identificationInfo/resourceShortName", "ontology.acronym", "unchanged"),
    _row(
        IDENTIFIER,
        "URI uri identifier",
        "each, except texts such as `not available`; its form tells the scheme"
        " (DOI, Handle, PURL, ARK, URN, PMID, ..., URL)",
        "the ontology's address at the portal",
    ),
    _row(PUBLIC, "ontology.viewingRestriction", "true for `public`, else false", "false"),
    _row(VERSION, "version", "unchanged", "No Versioning"),
    _row("versionInfo/versionDate", "released", "the date, YYYYMMDD"),
    _row("versionInfo/versionType", "status", "production: published; alpha, beta: draft; else nothing"),
    _row(
        CONTACT_POINT,
        "homepage documentation contact",
        "the first web address, else the first e-mail address; contactType says which",
        "the ontology's page at the portal",
    ),
    _row("contactInfo/contactPersons/contactPerson", "contact", "each: name and e-mail address"),
    _row("contactInfo/contactGroups/contactGroup", "publisher", "each: name, and details of organizations"),
    _row(
        f"{_DISTRIBUTION}/distributionLocation",
        "@id ontology.links.download",
        "if the file can be downloaded: the submission's file, and for the latest submission its CSV and RDF forms;"
        " else accessibleThroughInterface with the ontology's address",
    ),
    _row(
        SIZE,
        "metrics.classes metrics.individuals numberOfClasses numberOfIndividuals",
        "individuals, as concepts, for SKOS, else classes; requested separately if not nested",
        "unknown",
    ),
    _row(
        DATA_FORMAT,
        "hasOntologySyntax hasOntologyLanguage",
        "if the schema lists it; else Text with dataFormatOther",
        "Rdf_xml",
    ),
    _row(
        LICENCE,
        "hasLicense",
        "looked up by address or name; else nonStandardLicenceTerms with the address or name",
        "openAccessUnspecified or restrictedAccessUnspecified",
    ),
    _row(
        "rightsInfo/rightsStatement",
        "ontology.links.download",
        "openAccess if the file can be downloaded, else restrictedAccess",
    ),
    _row("rightsInfo/rightsHolders/rightsHolder", "copyrightHolder", "each: person or organization"),
    _row(
        f"{_DOCUMENT}[documentationType='publication']",
        "publication reference",
        "each; a DOI, PMID, web address, ... in it becomes its identifier",
    ),
    _row(f"{_DOCUMENT}[documentationType='onLineHelpURL']", "documentation", "each"),
    _row(f"{_DOCUMENT}[documentationType='manual']", "useGuidelines", "each"),
    _row(f"{_DOCUMENT}[documentationType='issueTracker']", "bugDatabase", "each"),
    _row(
        "resourceCreationInfo/resourceCreators/resourceCreator",
        "hasCreator",
        "each: person or organization, with ORCID, ISNI, ROR, e-mail address and first affiliation",
    ),
    _row(KIND, "hasFormalityLevel", "by the last part of its nkos address, see below", "ontology"),
    _row(
        "lexicalConceptualResourceEncodingInfo/contentTypes",
        "prefLabelProperty synonymProperty hierarchyProperty definitionProperty",
        "lemma; semantics-Relations-Synonyms; -Hyponyms and -Hyperonyms; definition/gloss",
    ),
    _relation("isCreatedBy", "wasGeneratedBy"),
    _relation("isCompatibleWith", "isBackwardCompatibleWith isBackwardsCompatibleWith"),
    _relation("isSimilarTo", "similarTo"),
    _relation("hasPart", "hasPart"),
    _relation("requiresLR", "useImports"),
    _relation("replaces", "hasPriorVersion"),
    _relation("isEditedBy", "usedOntologyEngineeringTool"),
    _row(
        LANGUAGE,
        "naturalLanguage",
        "codes, names and addresses, see below; und if none is recognised",
        "the portal's language",
    ),
    _row(
        f"{_TEXT}/domains/domain",
        "ontology.hasDomain hasDomain",
        "categories under the portal's names for them, subjects under their own, else the last part of their address;"
        " with the address",
    ),
    _row(
        f"{_TEXT}/keywords/keyword",
        "keywords",
        "each, in one language; a single text is split at commas, else at semicolons",
    ),
    _row(f"{_TEXT}/creationInfo/originalSources/hasOriginalSource", "source", "each: name and identifier"),
)
AGENTS = ("contact", "publisher", "copyrightHolder", "hasCreator")
# The schema has creators and rights holders; its other roles require facts that portals do not have.
NO_PLACE = ("hasContributor", "curatedBy", "translator", "fundedBy", "endorsedBy")
DOCUMENTS = ("publication", "reference", "documentation", "useGuidelines", "bugDatabase")
_TOP = [one for row in ROWS for one in row.properties if "." not in one and not one.startswith("@")]
ASKED = tuple(dict.fromkeys(["ontology", "submissionId", "creationDate", "metrics", *_TOP, *NO_PLACE]))
_COUNTS = ("numberOfClasses", "numberOfIndividuals")
_TRANSLATED = ("description", "keywords")
# Properties whose entries are texts or refer to something, also those of an ontology.
REFERENCES = (
    *(one for one in ("creationDate", *_TOP) if one not in (*AGENTS, *_COUNTS, *_TRANSLATED)),
    "acronym",
    "viewingRestriction",
)


def markdown() -> str:
    """The table as the documentation shows it."""
    lines = ["| element | from | rule | without a source |", "|---|---|---|---|"]
    for row in ROWS:
        lines.append(f"| {row.element} | {', '.join(row.properties)} | {row.rule} | {row.default or '-'} |")
    return "\n".join(lines) + "\n"
