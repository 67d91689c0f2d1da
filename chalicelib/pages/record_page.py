"""What the page of a record shows: its facts with units, measures, papers, licence, citation, relations and origin."""

import re
from collections.abc import Iterator, Mapping
from html import unescape

import orjson

from chalicelib.citation.csl import KINDS
from chalicelib.citation.papers import papers_of
from chalicelib.export.columns import Column, columns_of, row_of
from chalicelib.export.linked_data import data_set
from chalicelib.json_types import Json
from chalicelib.pages.html import embed_json, render

FORMATS = ("json", "jsonld", "bibtex", "ris", "csl", "csv")
_ELSEWHERE = (  # fields that stand in another part of the page, or mean nothing to a reader
    "id name type source source_id page_link link icon description download_link download_filename file preview papers"
    " provenance facts concepts version class_id model_files readme_link metadata lookup quality"
).split()
_MEASURES = ("morphometry.", "source_morphometry.")
_RELATED = {
    "same_archive": "Of the same archive",
    "same_paper": "Of the same paper",
    "same_cell_type": "Of the same cell type",
    "morphologies": "Morphologies of the cell type",
    "electrophysiology": "Neuron types and recordings of the cell type",
    "models": "Models of the cell type",
    "connections_in": "Connections to it",
    "connections_out": "Connections from it",
    "neuron_types": "Its two neuron types",
}


def record_page(page: Json, base: str, terms_pages: Mapping[str, str]) -> str:
    """The HTML of a record with `related`, `file_state` and `cite` (its JSON, links absolute)."""
    described, origin = data_set(page, base, terms_pages), page["provenance"]
    cells = [one for one in _cells(page) if not one[0].name.startswith("presynaptic.papers")]
    return render(
        "record",
        base=base,
        record=page,
        kind=KINDS.get(page["type"], page["type"]),
        address=described["@id"],
        linked_data=embed_json(orjson.dumps(described).decode()),
        description=plain_text(page.get("description", "")),
        facts=[(_label(column), value) for column, value in cells if not column.name.startswith(_MEASURES)],
        measures=[(_label(column), value) for column, value in cells if column.name.startswith(_MEASURES)],
        papers=papers_of(page),
        licence=described.get("license", ""),
        cite=page["cite"],
        file_state=page["file_state"],
        related=[(_RELATED.get(kind, kind), one) for kind, one in page["related"].items() if one["total"]],
        origin=[
            ("Page at the source", page.get("page_link", "")),
            ("Read at", origin["source_url"]),
            ("On", f"{origin['harvested_at'][:16].replace('T', ' ')} UTC"),
            ("In the harvest", origin["run"]),
            ("What the source asks to cite", origin["citation"]),
        ],
        formats=[(name, f"{described['@id']}?format={name}") for name in FORMATS],
    )


def plain_text(markup: str) -> str:
    """The text of a description without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def _cells(page: Json) -> Iterator[tuple[Column, str]]:
    """The columns in which the record has a value, with it."""
    columns = [one for one in columns_of(("dataset", "model")) if one.name.split(".")[0] not in _ELSEWHERE]
    for column, value in zip(columns, row_of(page, columns), strict=True):
        if value != "" and not re.search(r"\.(id|source_id|icon|source|page_link|concepts|papers\.\w+)$", column.name):
            yield column, f"{value:,.6g}" if isinstance(value, float) else str(value)


def _label(column: Column) -> str:
    words = re.sub(r"[._]", " ", column.name.removeprefix("morphometry."))
    return f"{words} ({column.unit})" if column.unit else words
