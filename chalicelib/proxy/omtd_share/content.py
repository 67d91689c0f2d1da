"""What an ontology is about: its documents, what it says in which way, its relations, languages, subjects and
keywords.
"""

from collections.abc import Iterator

from chalicelib.proxy.omtd_share.languages import UNDETERMINED, language_code
from chalicelib.proxy.omtd_share.submission import Submission
from chalicelib.proxy.omtd_share.table import LANGUAGE
from chalicelib.proxy.omtd_share.values import identify, last_part, split_lists, web_address, without_identifier
from chalicelib.proxy.omtd_share.writer import Part, Text, Tree

_DOCUMENTS = (  # properties, and what the schema calls such a document
    (("publication", "reference"), "publication"),
    (("documentation",), "onLineHelpURL"),
    (("useGuidelines",), "manual"),
    (("bugDatabase",), "issueTracker"),
)
_CONTENTS = (  # properties that name how an ontology says something, and what it then holds
    ("prefLabelProperty", ("lemma",)),
    ("synonymProperty", ("semantics-Relations-Synonyms",)),
    ("hierarchyProperty", ("semantics-Relations-Hyponyms", "semantics-Relations-Hyperonyms")),
    ("definitionProperty", ("definition/gloss",)),
)
_STANDARDS = {"OWL": "OWL", "SKOS": "SKOS", "RDF": "RDF", "RDFS": "RDF"}
_RELATIONS = (
    (("wasGeneratedBy",), "isCreatedBy"),
    (("isBackwardCompatibleWith", "isBackwardsCompatibleWith"), "isCompatibleWith"),
    (("similarTo",), "isSimilarTo"),
    (("hasPart",), "hasPart"),
    (("useImports",), "requiresLR"),
    (("hasPriorVersion",), "replaces"),
    (("usedOntologyEngineeringTool",), "isEditedBy"),
)
_SUBJECTS = {  # what an address of a subject begins with, and the scheme that it belongs to
    "eurovoc.europa.eu": "EuroVoc",
    "id.nlm.nih.gov/mesh": "MeSH",
    "id.loc.gov/authorities/subjects": "LCSH",
    "dewey.info": "DDC",
}


def documentations(submission: Submission) -> Part:
    found = [_document(text, kind) for names, kind in _DOCUMENTS for text in submission.all(*names)]
    return {"resourceDocumentationInfo": found} if found else None


def encoding(submission: Submission) -> Part:
    """Only where the portal knows in which properties labels and the like are: the schema demands at least one."""
    contents = [one for name, held in _CONTENTS if submission.item.text(name) for one in held]
    if not contents:
        return None
    language = last_part(submission.item.text("hasOntologyLanguage") or "").strip().upper()
    return {"contentTypes": contents, "conformanceToStandardsBestPractices": _STANDARDS.get(language)}


def relations(submission: Submission) -> Part:
    found: list[Tree] = [
        {"relationType": kind, "relatedResource": _related_resource(submission, text)}
        for names, kind in _RELATIONS
        for text in submission.all(*names)
    ]
    return {"relationInfo": found} if found else None


def text_info(submission: Submission) -> Tree:
    languages = _languages(submission)
    sources = [_related_resource(submission, text) for text in submission.all("source")]
    domains = list(_domains(submission))
    keywords = submission.entries("keywords")
    return {
        "mediaType": "text",
        "lingualityInfo": {"lingualityType": _linguality(len(languages))},
        "languages": {"languageInfo": [{"language": one} for one in languages]},
        "metalanguages": {"metalanguageInfo": {"language": submission.origin.language}},
        "domains": {"domain": domains} if domains else None,
        "keywords": {"keyword": keywords} if keywords else None,
        "creationInfo": {"originalSources": {"hasOriginalSource": sources}} if sources else None,
    }


def _document(text: str, kind: str) -> Tree:
    found = identify(text) if kind == "publication" else None
    named = Text(found[1], {"publicationIdentifierSchemeName": found[0]}) if found else None
    return {
        "documentationDescription": without_identifier(text) if named else text,
        "documentationType": kind,
        "publicationIdentifiers": {"publicationIdentifier": named} if named else None,
    }


def _related_resource(submission: Submission, text: str) -> Tree:
    found = identify(text)
    identifier = Text(found[1], {"resourceIdentifierSchemeName": found[0]}) if found else None
    name = submission.names.get(text, text)
    return {
        "resourceNames": {"resourceName": Text(name, submission.lang_of(name))},
        "resourceIdentifiers": {"resourceIdentifier": identifier} if identifier else None,
    }


def _languages(submission: Submission) -> list[str]:
    given, found = submission.entries("naturalLanguage"), []
    for text in given:
        code = language_code(text)
        if code:
            found.append(code)
        else:
            submission.report.note(f"naturalLanguage: {text[:80]!r} is no language that the schema lists")
    if found:
        return list(dict.fromkeys(found))
    submission.report.default(LANGUAGE)
    return [UNDETERMINED] if given else [submission.origin.language]


def _linguality(languages: int) -> str:
    return {1: "monolingual", 2: "bilingual"}.get(languages, "multilingual")


def _name_of(submission: Submission, address: str) -> str:
    """The portal's name of a category of its own, else the name beside the address, else the end of the address."""
    return submission.lookups.name_of(address) or submission.names.get(address) or last_part(address)


def _domains(submission: Submission) -> Iterator[Text]:
    """The portal's categories by the names that it gives them, then the submission's own subjects."""
    for text in dict.fromkeys([*split_lists(submission.ontology.texts("hasDomain")), *submission.entries("hasDomain")]):
        address = web_address(text)
        scheme = next((name for start, name in _SUBJECTS.items() if address and start in address), "other")
        name = _name_of(submission, address) if address else text
        yield Text(name, {"classificationSchemeName": scheme, **({"schemeURI": address} if address else {})})
