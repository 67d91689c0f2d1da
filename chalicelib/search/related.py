"""Records that belong to a record: of the same archive, paper and cell type, models of it, connections of a neuron
type.

Each kind is one small search; all are asked together. A kind that a record cannot have is left out. A cell type is
asked for by the words of home and type (`CA1 Basket`), which a search understands as concepts, whatever words other
sources use. A kind that a search can list is asked by the clause of that search, so that its link finds what is
counted, and the record itself where it is one of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from chalicelib.citation.papers import papers_of
from chalicelib.json_types import Json
from chalicelib.search.plan import Plan
from chalicelib.search.query import Query
from chalicelib.search.query_builder import build_match_clause
from chalicelib.vocabulary.words import fold

MOST = 10  # records of a kind that are named; all are counted
_SHOWN = ("id", "type", "name", "source", "icon")
_OF_CELLS = {"morphology": "morphologies", "electrophysiology": "electrophysiology"}  # the other type's kind


@dataclass(frozen=True)
class Relation:
    """One kind: which records of `index` it holds, and the search that lists them all, where one does."""

    kind: str
    index: str
    clause: Json
    search: Mapping[str, list[str]] | None = None

    @property
    def body(self) -> Json:
        return {
            "size": MOST,
            "_source": list(_SHOWN),
            "track_total_hits": True,
            "query": self.clause,
            "sort": [{"name.exact": {"order": "asc", "missing": "_last"}}, {"id": "asc"}],
        }


def relations_of(record: Json) -> Iterator[Relation]:
    """The kinds of relation that a stored record has."""
    yield from _same_archive(record)
    yield from _same_paper(record)
    yield from _of_cell_type(record)
    if record["type"] == "electrophysiology":
        yield _connections(record, "connections_out", "presynaptic")
        yield _connections(record, "connections_in", "postsynaptic")
    if record["type"] == "connection":
        ids = [record[side]["id"] for side in ("presynaptic", "postsynaptic") if side in record]
        yield Relation("neuron_types", "dataset", {"terms": {"id": ids}})


def related_of(relation: Relation, answer: Json, base: str, release: str = "") -> Json:
    """The related records of one kind: how many there are, the first of them, and the search that lists all."""
    hits = answer["hits"]
    items = [{**hit["_source"], "link": f"{base}/records/{hit['_source']['id']}"} for hit in hits["hits"]]
    for one in items:
        if "icon" in one:
            one["icon"] = base + one["icon"]
    found = {"total": hits["total"]["value"], "items": items}
    if relation.search is None or not items:  # a search that finds nothing is relaxed, and would list others
        return found
    asked = {**relation.search, **({"release": [release]} if release else {})}
    return {**found, "search": f"{base}/search/{relation.index}?{urlencode(asked, doseq=True)}"}


def _same_archive(record: Json) -> Iterator[Relation]:
    if archive := record.get("archive"):
        search = {"data_type": [record["type"]], "archive": [archive]}
        yield _as_search(record, "same_archive", "dataset", search)


def _same_paper(record: Json) -> Iterator[Relation]:
    keys = [key for paper in papers_of(record) for key in paper.keys if not key.startswith("label:")]
    if keys:
        index = "model" if record["type"] == "single" else "dataset"
        yield Relation("same_paper", index, _besides(record, {"terms": {"lookup.identifiers": keys}}))


def _of_cell_type(record: Json) -> Iterator[Relation]:
    """Records of the same type of cell in the same place, of each type of record, and models that have such a cell."""
    if record["type"] == "single":
        if kinds := record.get("cell_types"):
            yield _as_search(record, "same_cell_type", "model", {"cell_types": list(kinds)})
        return
    cell_type = record.get("cell_type")
    if record["type"] not in _OF_CELLS or not cell_type:
        return
    cell = {"q": [_with_home(cell_type, record)]}
    for name, kind in _OF_CELLS.items():
        of_type = "same_cell_type" if name == record["type"] else kind
        yield _as_search(record, of_type, "dataset", {"data_type": [name], **cell})
    yield _as_search(record, "models", "model", cell)


def _with_home(cell_type: str, record: Json) -> str:
    """The cell type with the region before it that it lies in, which a neuron type's already begins with."""
    home = record.get("soma_region") or next(iter(record.get("secondary_region") or ()), record.get("region") or "")
    return cell_type if fold(cell_type).startswith(fold(home)) else f"{home} {cell_type}"


def _connections(record: Json, kind: str, side: str) -> Relation:
    return Relation(kind, "dataset", {"bool": {"filter": [{"term": {f"{side}.id": record["id"]}}]}})


def _as_search(record: Json, kind: str, index: str, search: Mapping[str, list[str]]) -> Relation:
    """A kind that is a search, besides the record itself."""
    clause = build_match_clause(Plan.of(Query.parse_parameters(search, index=index)))
    return Relation(kind, index, _besides(record, clause), search)


def _besides(record: Json, clause: Json) -> Json:
    return {"bool": {"filter": [clause], "must_not": [{"term": {"id": record["id"]}}]}}
