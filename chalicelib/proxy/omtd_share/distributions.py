"""How an ontology can be had: its file as it was sent in, the portal's own forms of it, or only the portal's
interface.
"""

from collections.abc import Iterator

from chalicelib.proxy.model import Item
from chalicelib.proxy.omtd_share.schema import FORMAT
from chalicelib.proxy.omtd_share.submission import Submission
from chalicelib.proxy.omtd_share.table import DATA_FORMAT, SIZE
from chalicelib.proxy.omtd_share.values import last_part, web_address
from chalicelib.proxy.omtd_share.writer import Tree

_SYNTAXES = {
    "RDF_XML": "Rdf_xml",
    "OWL_XML": "Owl_xml",
    "TURTLE": "Turtle",
    "N-TRIPLES": "Turtle",  # each N-Triples file is a Turtle file too
    "JSON-LD": "Json_ld",
    "OBO": "Obo",
    "TEXT": "Text",
}
_LANGUAGES = {"OWL": "Owl", "OBO": "Obo", "SKOS": "Rdf_xml", "UMLS": "Turtle"}
_FORMS = {"csv": "Csv", "rdf": "Rdf_xml"}  # by `download_format`; only of the latest submission
UNKNOWN = "unknown"


def distributions(submission: Submission) -> Tree:
    size = _size(submission)
    found = list(_downloads(submission, size)) or [_interface(submission, size)]
    return {"datasetDistributionInfo": found}


def is_open(tree: Tree) -> bool:
    """Whether one of these distributions is a download."""
    given = tree["datasetDistributionInfo"]
    return isinstance(given, list) and given[0]["distributionMedium"] == "downloadable"


def _downloads(submission: Submission, size: Tree) -> Iterator[Tree]:
    file = f"{submission.item.id}/download" if submission.item.id else None
    own = web_address(submission.ontology.link("download"))
    original = next((one for one in (web_address(file), own) if one and _can_be_had(submission, one)), None)
    if original is None:
        return
    yield _distribution("downloadable", original, size, _original_format(submission))
    for name, kind in _FORMS.items():
        form = f"{own}?download_format={name}"
        if own and submission.latest and _can_be_had(submission, form):
            yield _distribution("downloadable", form, size, {"dataFormat": FORMAT + kind})


def _can_be_had(submission: Submission, address: str) -> bool:
    found = submission.lookups.downloadable(address)
    if found is None:
        submission.report.note(f"{address}: the portal did not say whether this can be had")
    return bool(found)


def _interface(submission: Submission, size: Tree) -> Tree:
    return _distribution("accessibleThroughInterface", submission.place, size, {"dataFormat": f"{FORMAT}Json_ld"})


def _distribution(medium: str, location: str | None, size: Tree, kind: Tree) -> Tree:
    return {
        "distributionMedium": medium,
        "distributionLocation": location,
        "sizes": {"sizeInfo": size},
        "textFormats": {"textFormatInfo": {"dataFormatInfo": kind}},
    }


def _original_format(submission: Submission) -> Tree:
    syntax = last_part(submission.item.text("hasOntologySyntax") or "").strip()
    if known := _SYNTAXES.get(syntax.upper().replace(" ", "-")):
        return {"dataFormat": FORMAT + known}
    if syntax:
        return {"dataFormat": f"{FORMAT}Text", "dataFormatOther": syntax}
    language = _language(submission)
    if known := _LANGUAGES.get(language):
        return {"dataFormat": FORMAT + known}
    if language:
        return {"dataFormat": f"{FORMAT}Text", "dataFormatOther": language}
    submission.report.default(DATA_FORMAT)
    return {"dataFormat": f"{FORMAT}Rdf_xml"}


def _size(submission: Submission) -> Tree:
    """Concepts of a SKOS vocabulary are individuals; what else there is, are classes."""
    is_skos = "SKOS" in _language(submission)
    names = ("individuals", "numberOfIndividuals") if is_skos else ("classes", "numberOfClasses")
    item = submission.item
    count = item.integer(names[1])
    if count is None and (metrics := item.item("metrics") or _ask_metrics(submission)):
        count = metrics.integer(*names)
    if count is None or count < 0:
        submission.report.default(SIZE)
    text = UNKNOWN if count is None or count < 0 else str(count)
    return {"size": text, "sizeUnit": "concepts" if is_skos else "classes"}


def _ask_metrics(submission: Submission) -> Item | None:
    link = submission.item.link("metrics")
    return submission.lookups.metrics(link) if link else None


def _language(submission: Submission) -> str:
    return last_part(submission.item.text("hasOntologyLanguage") or "").strip().upper()
