"""Which element comes from which properties: what the documentation shows, what portals are asked for, what coverage is
counted by.

An element is a path below `lexicalConceptualResourceInfo`; `[..]` tells it from others of its name. `ontology.` and
`metrics.` are properties of what is nested in a submission. Of several properties the earlier ones go first.
"""

from dataclasses import dataclass

_TEXT = "lexicalConceptualResourceTextInfo"
_DISTRIBUTION = "distributionInfos/datasetDistributionInfo"
_DOCUMENT = "resourceDocumentations/resourceDocumentationInfo"


@dataclass(frozen=True)
class Row:
    """One line of the mapping. `default` is what stands there without a source, "" where nothing does."""

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
        "one for each entry: its text as name, and the identifier that it is or holds",
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
    _row(NAME, "ontology.name", "as it is; of several languages one, see below", "the acronym"),
    _row(DESCRIPTION, "description", "the same; cut at 10,000 characters", "No description available."),
    _row("identificationInfo/resourceShortName", "ontology.acronym", "as it is"),
    _row(
        IDENTIFIER,
        "URI uri identifier",
        "all but those that say there is none; the text tells the scheme (DOI, Handle, PURL, ARK, URN, PMID, ..., URL)",
        "the ontology's address at the portal",
    ),
    _row(PUBLIC, "ontology.viewingRestriction", "true for `public`, else false", "false"),
    _row(VERSION, "version", "as it is", "No Versioning"),
    _row("versionInfo/versionDate", "released", "its day, YYYYMMDD"),
    _row("versionInfo/versionType", "status", "production: published; alpha, beta: draft; of others none"),
    _row(
        CONTACT_POINT,
        "homepage documentation contact",
        "the first address of a page, else of an e-mail; contactType says which",
        "the ontology's page at the portal",
    ),
    _row("contactInfo/contactPersons/contactPerson", "contact", "each: name, e-mail address"),
    _row("contactInfo/contactGroups/contactGroup", "publisher", "each: name, and what is known of an organization"),
    _row(
        f"{_DISTRIBUTION}/distributionLocation",
        "@id ontology.links.download",
        "where the portal lets the file be had: the submission's file, and of the latest one its CSV and RDF forms;"
        " else accessibleThroughInterface at the ontology's address",
    ),
    _row(
        SIZE,
        "metrics.classes metrics.individuals numberOfClasses numberOfIndividuals",
        "individuals as concepts for SKOS, else classes; asked for where they are not nested",
        "unknown",
    ),
    _row(
        DATA_FORMAT,
        "hasOntologySyntax hasOntologyLanguage",
        "what the schema lists; else Text with dataFormatOther",
        "Rdf_xml",
    ),
    _row(
        LICENCE,
        "hasLicense",
        "by address or name from our table; else nonStandardLicenceTerms with its address or name",
        "openAccessUnspecified or restrictedAccessUnspecified",
    ),
    _row(
        "rightsInfo/rightsStatement",
        "ontology.links.download",
        "openAccess if the file can be had, else restrictedAccess",
    ),
    _row("rightsInfo/rightsHolders/rightsHolder", "copyrightHolder", "each: person or organization"),
    _row(
        f"{_DOCUMENT}[documentationType='publication']",
        "publication reference",
        "each; a DOI, PMID, address, ... in it is its identifier",
    ),
    _row(f"{_DOCUMENT}[documentationType='onLineHelpURL']", "documentation", "each"),
    _row(f"{_DOCUMENT}[documentationType='manual']", "useGuidelines", "each"),
    _row(f"{_DOCUMENT}[documentationType='issueTracker']", "bugDatabase", "each"),
    _row(
        "resourceCreationInfo/resourceCreators/resourceCreator",
        "hasCreator",
        "each: person or organization, with ORCID, ISNI, ROR, e-mail address, first affiliation",
    ),
    _row(KIND, "hasFormalityLevel", "by the end of its nkos address, see below", "ontology"),
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
        "codes, names and addresses, see below; und for one that is not understood",
        "the portal's language",
    ),
    _row(
        f"{_TEXT}/domains/domain",
        "ontology.hasDomain hasDomain",
        "categories by the portal's name for them, subjects by the end of their address; with the address",
    ),
    _row(
        f"{_TEXT}/keywords/keyword",
        "keywords",
        "each, of several languages in one; one text is split at commas, else at semicolons",
    ),
    _row(f"{_TEXT}/creationInfo/originalSources/hasOriginalSource", "source", "each: name and identifier"),
)
AGENTS = ("contact", "publisher", "copyrightHolder", "hasCreator")
# The schema names creators and holders of rights only; its other roles want facts that portals do not have.
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
