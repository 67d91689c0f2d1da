"""What OMTD-SHARE 3.0.2 allows in a record of a lexical or conceptual resource, as far as we write it.

Source  the schema OMTD-SHARE-LexicalConceptualResource of github.com/openminted/omtd-share-schema, tag v3.0.2, read for
        its facts: which element holds which, in which order and how often; lengths, patterns and value lists
Quirks  an address attribute (`schemeURI`) is qualified with some elements and not with others; lists that may be empty
        there (`contactGroups` and the like) never are here
"""

import re
from dataclasses import dataclass
from functools import cache

NAMESPACE = "http://www.meta-share.org/OMTD-SHARE_XMLSchema"
LOCATION = f"{NAMESPACE}/v302/OMTD-SHARE-LexicalConceptualResource.xsd"
ROOT = "lcrMetadataRecord"
FORMAT = "http://w3id.org/meta-share/omtd-share/"
LIST = 10**9  # as often as wanted


@dataclass(frozen=True)
class Child:
    """An element inside another: how often it may and must stand there."""

    name: str
    least: int
    most: int


@dataclass(frozen=True)
class Leaf:
    """An element that holds text: free up to a length, or one of `values`, or of a pattern; `attributes` by their
    name.
    """

    longest: int | None = None  # characters; free text is cut there
    values: frozenset[str] = frozenset()
    pattern: str | None = None
    attributes: tuple[tuple[str, frozenset[str]], ...] = ()  # with the values that are allowed; none: any
    optional: tuple[str, ...] = ()

    @property
    def is_free(self) -> bool:
        return not self.values and self.pattern is None

    def allows(self, text: str) -> bool:
        if self.values:
            return text in self.values
        return len(text) <= (self.longest or LIST) and (not self.pattern or bool(re.fullmatch(self.pattern, text)))


# Children in their order: bare once, `?` at most once, `+` at least once, `*` any number.
_GROUPS = {
    ROOT: "metadataHeaderInfo? lexicalConceptualResourceInfo",
    "metadataHeaderInfo": "metadataRecordIdentifier metadataCreationDate sourceOfMetadataRecord?",
    "sourceOfMetadataRecord": "collectedFrom sourceMetadataLink",
    "collectedFrom": "repositoryNames repositoryIdentifiers",
    "repositoryNames": "repositoryName+",
    "repositoryIdentifiers": "repositoryIdentifier+",
    "lexicalConceptualResourceInfo": "resourceType identificationInfo versionInfo contactInfo distributionInfos"
    " rightsInfo resourceDocumentations? resourceCreationInfo? lexicalConceptualResourceType"
    " lexicalConceptualResourceEncodingInfo?"
    " relations? lexicalConceptualResourceTextInfo",
    "identificationInfo": "resourceNames descriptions resourceShortName? resourceIdentifiers public",
    "resourceNames": "resourceName+",
    "descriptions": "description+",
    "resourceIdentifiers": "resourceIdentifier+",
    "versionInfo": "version versionDate? versionType? revision?",
    "contactInfo": "contactPoint contactType contactPersons? contactGroups?",
    "contactPersons": "contactPerson+",
    "contactGroups": "contactGroup*",
    "contactGroup": "groupNames affiliatedOrganization?",
    "groupNames": "groupName+",
    "contactPerson": "surname givenName? personIdentifiers? communicationInfo? affiliation?",
    "relatedPerson": "surname givenName? personIdentifiers? communicationInfo? affiliation?",
    "personIdentifiers": "personIdentifier*",
    "communicationInfo": "emails homepages?",
    "emails": "email+",
    "homepages": "homepage*",
    "affiliation": "affiliatedOrganization",
    "affiliatedOrganization": "organizationNames organizationAlternativeNames? organizationIdentifiers?"
    " communicationInfo?",
    "relatedOrganization": "organizationNames organizationAlternativeNames? organizationIdentifiers?"
    " communicationInfo?",
    "organizationNames": "organizationName+",
    "organizationAlternativeNames": "organizationAlternativeName*",
    "organizationIdentifiers": "organizationIdentifier*",
    "distributionInfos": "datasetDistributionInfo+",
    "datasetDistributionInfo": "distributionMedium distributionLocation? sizes textFormats",
    "sizes": "sizeInfo+",
    "sizeInfo": "size sizeUnit",
    "textFormats": "textFormatInfo+",
    "textFormatInfo": "dataFormatInfo",
    "dataFormatInfo": "dataFormat dataFormatOther?",
    "rightsInfo": "licenceInfos rightsStatement rightsHolders?",
    "licenceInfos": "licenceInfo+",
    "licenceInfo": "licence nonStandardLicenceName? nonStandardLicenceTermsURL?",
    "rightsHolders": "rightsHolder*",
    "rightsHolder": "actorType relatedPerson? relatedOrganization?",
    "resourceDocumentations": "resourceDocumentationInfo*",
    "resourceDocumentationInfo": "documentationDescription documentationType publicationIdentifiers?",
    "publicationIdentifiers": "publicationIdentifier+",
    "resourceCreationInfo": "resourceCreators?",
    "resourceCreators": "resourceCreator*",
    "resourceCreator": "actorType relatedPerson? relatedOrganization?",
    "lexicalConceptualResourceEncodingInfo": "contentTypes+ conformanceToStandardsBestPractices*",
    "relations": "relationInfo*",
    "relationInfo": "relationType relatedResource",
    "relatedResource": "resourceNames resourceIdentifiers?",
    "hasOriginalSource": "resourceNames resourceIdentifiers?",
    "lexicalConceptualResourceTextInfo": "mediaType lingualityInfo languages metalanguages? domains? keywords?"
    " creationInfo?",
    "lingualityInfo": "lingualityType",
    "languages": "languageInfo+",
    "languageInfo": "language",
    "metalanguages": "metalanguageInfo*",
    "metalanguageInfo": "language",
    "domains": "domain*",
    "keywords": "keyword*",
    "creationInfo": "originalSources?",
    "originalSources": "hasOriginalSource*",
}
RESOURCE_SCHEMES = frozenset(
    "DOI ISLRN Handle ARK arXiv bibcode EAN13 EISSN ISBN ISSN ISTC LISSN LSID PURL UPC URL URN OAI PMCID PMID maven"
    " docker OMTD-docker OMTD other".split()
)
PUBLICATION_SCHEMES = frozenset(
    "DOI Handle ARK arXiv bibcode EAN13 EISSN ISBN ISSN ISTC LISSN LSID PURL UPC URL URN OAI PMCID PMID OpenAIRE CORE"
    " other".split()
)
PERSON_SCHEMES = frozenset("ORCID ISNI researcherId scopusId other".split())
ORGANIZATION_SCHEMES = frozenset("ISNI GRID FundRef other".split())
DOMAIN_SCHEMES = frozenset(
    "DDC UDC EuroVoc LCSH DK-5 MeSH ANC_classification BNC_classification NLK_classification"
    " PAROLE_topicClassification PAROLE_genreClassification other".split()
)
FORMATS = frozenset("Rdf_xml Json_ld Owl Owl_xml Obo Turtle Csv Tsv Text Xml".split())  # ours of the 162 there are
_LICENCES = (
    "CC-BY-4.0 CC-BY-NC-4.0 CC-BY-NC-ND-4.0 CC-BY-NC-SA-4.0 CC-BY-ND-4.0 CC-BY-SA-4.0 CC0-1.0 CC-BY-3.0 CC-BY-NC-3.0"
    " CC-BY-NC-ND-3.0 CC-BY-NC-SA-3.0 CC-BY-ND-3.0 CC-BY-SA-3.0 PDDL ODC-BY-1.0 ODbL-1.0 AGPL-1.0 Apache-2.0"
    " BSD-4-Clause"
    " BSD-3-Clause BSD-2-Clause GFDL-1.3 GPL-3.0 LGPL-3.0 MIT Princeton-WordNet EPL-1.0 NLM f-DPPL-3.0 M-DPPL-3.0"
    " proprietary underNegotiation openAccessUnspecified restrictedAccessUnspecified nonStandardLicenceTerms"
)
_RELATIONS = (
    "isPartOf isPartWith hasPart hasOutcome isCombinedWith requiresLR requiresSoftware isExactMatch isSimilarTo"
    " isContinuationOf"
    " isVersionOf replaces isReplacedWith isCreatedBy isElicitedBy isRecordedBy isEditedBy isAnalysedBy isEvaluatedBy"
    " isQueriedBy isAccessedBy isArchivedBy isDisplayedBy isCompatibleWith isAnnotatedVersionOf hasAnnotatedVersion"
)
_TYPES = (
    "wordList computationalLexicon ontology wordnet thesaurus framenet terminologicalResource"
    " machineReadableDictionary lexicon"
    " typesystem tagset annotationScheme mappingOfResources other"
)
_CONTENTS = (
    "lemma lemma-Abbreviations semantics-Relations semantics-Relations-Hyponyms semantics-Relations-Hyperonyms"
    " semantics-Relations-Synonyms definition/gloss translationEquivalent"
)  # ours of the 48 there are
_FREE, _ANY = frozenset[str](), (("lang", frozenset[str]()),)
_ADDRESS = r"(?s)(http://|https://|ftp://|www).*"
_DATE = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"


def _one(words: str) -> Leaf:
    return Leaf(values=frozenset(words.split()))


def _text(longest: int | None = None, *, lang: bool = False) -> Leaf:
    return Leaf(longest, attributes=_ANY if lang else ())


def _identifier(attribute: str, schemes: frozenset[str], address: str = "ms:schemeURI") -> Leaf:
    return Leaf(attributes=((attribute, schemes),), optional=(address,))


_LEAVES = {
    "metadataRecordIdentifier": _identifier(
        "metadataIdentifierSchemeName", frozenset("Handle PURL URL URN OMTD OpenAIRE CORE other".split())
    ),
    "metadataCreationDate": Leaf(pattern=_DATE),
    "repositoryName": _text(500, lang=True),
    "repositoryIdentifier": _identifier(
        "repositoryIdentifierSchemeName", frozenset("DOI Handle URL OAI OpenDOAR re3data ROAR other".split())
    ),
    "sourceMetadataLink": Leaf(pattern=_ADDRESS),
    "resourceType": _one("lexicalConceptualResource"),
    "resourceName": _text(500, lang=True),
    "description": _text(10000, lang=True),
    "resourceShortName": _text(),
    "resourceIdentifier": _identifier("resourceIdentifierSchemeName", RESOURCE_SCHEMES),
    "public": _one("true false"),
    "version": _text(),
    "versionDate": Leaf(pattern=r"[0-9]{8}"),
    "versionType": _one("accepted published draft submitted updated"),
    "revision": _text(500),
    "contactPoint": _text(),
    "contactType": _one("landingPage contactEmail"),
    "surname": _text(),
    "givenName": _text(),
    "personIdentifier": _identifier("personIdentifierSchemeName", PERSON_SCHEMES),
    "email": Leaf(100, pattern=r"[^@\s]+@[^@\s.]+\.[^@\s]+"),  # stricter than the schema's
    "homepage": Leaf(pattern=_ADDRESS),
    "groupName": _text(500, lang=True),
    "organizationName": _text(100, lang=True),
    "organizationAlternativeName": Leaf(
        attributes=(*_ANY, ("ms:nameType", frozenset("shortName alternativeName translatedName".split())))
    ),
    "organizationIdentifier": _identifier("organizationIdentifierSchemeName", ORGANIZATION_SCHEMES),
    "distributionMedium": _one("webExecutable downloadable accessibleThroughInterface other"),
    "distributionLocation": _text(),
    "size": _text(100),
    "sizeUnit": _one("terms entries classes concepts units elements items triples other"),  # ours of 39
    "dataFormat": _one(" ".join(f"{FORMAT}{name}" for name in FORMATS)),
    "dataFormatOther": _text(),
    "licence": _one(_LICENCES),
    "nonStandardLicenceName": _text(),
    "nonStandardLicenceTermsURL": Leaf(pattern=_ADDRESS),
    "rightsStatement": _one("openAccess restrictedAccess"),
    "actorType": _one("person group organization"),
    "documentationDescription": _text(),
    "documentationType": _one(
        "publicationForCitation publication manual onLineHelpURL issueTracker samplesLocation trainingResource"
        " demoResource other"
    ),
    "publicationIdentifier": _identifier("publicationIdentifierSchemeName", PUBLICATION_SCHEMES, "schemeURI"),
    "lexicalConceptualResourceType": _one(_TYPES),
    "contentTypes": _one(_CONTENTS),
    "conformanceToStandardsBestPractices": _one("OWL RDF SKOS"),  # ours of 63
    "relationType": _one(_RELATIONS),
    "mediaType": _one("text"),
    "lingualityType": _one("monolingual bilingual multilingual"),
    "language": Leaf(pattern=r"[a-z]{2,3}"),  # and one of `languages.codes()`, which the writer asks
    "domain": _identifier("classificationSchemeName", DOMAIN_SCHEMES, "schemeURI"),
    "keyword": _text(),
}


def leaf(name: str) -> Leaf | None:
    """What is known of an element that holds text; None for one that holds elements, or that there is not."""
    return _LEAVES.get(name)


@cache
def children(name: str) -> tuple[Child, ...] | None:
    """What an element holds, in order; None for one that holds text, or that there is not."""
    words = _GROUPS.get(name)
    return None if words is None else tuple(_child(word) for word in words.split())


def groups() -> tuple[str, ...]:
    """All elements that hold elements."""
    return tuple(_GROUPS)


def _child(word: str) -> Child:
    least, most = {"?": (0, 1), "+": (1, LIST), "*": (0, LIST)}.get(word[-1], (1, 1))
    return Child(word.rstrip("?+*"), least, most)
