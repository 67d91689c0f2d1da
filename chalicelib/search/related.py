"""Records that belong to a record: of the same archive, paper and cell type, models of it, connections of a neuron
type.

Each kind is one small search; all are asked together. A kind that a record cannot have is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from chalicelib.citation.papers import papers_of
from chalicelib.json_types import Json

MOST = 10  # records of a kind that are named; all are counted
_SHOWN = ("id", "type", "name", "source", "icon")


@dataclass(frozen=True)
class Relation:
    """One kind: which records of `index` it holds, and the search that lists them all, where one does."""

    kind: str
    index: str
    clause: Json
    search: str = ""

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
    yield from _same_cell_type(record)
    yield from _models(record)
    if record["type"] == "electrophysiology":
        yield _connections(record, "connections_out", "presynaptic")
        yield _connections(record, "connections_in", "postsynaptic")
    if record["type"] == "connection":
        ids = [record[side]["id"] for side in ("presynaptic", "postsynaptic") if side in record]
        yield Relation("neuron_types", "dataset", {"terms": {"id": ids}})


def related_of(relation: Relation, answer: Json, base: str) -> Json:
    """The related records of one kind: how many there are, the first of them, and the search that lists all."""
    hits = answer["hits"]
    items = [{**hit["_source"], "link": f"{base}/records/{hit['_source']['id']}"} for hit in hits["hits"]]
    for one in items:
        if "icon" in one:
            one["icon"] = base + one["icon"]
    search = {"search": f"{base}/search/{relation.index}?{relation.search}"} if relation.search else {}
    return {"total": hits["total"]["value"], "items": items, **search}


def _same_archive(record: Json) -> Iterator[Relation]:
    if archive := record.get("archive"):
        search = urlencode({"data_type": record["type"], "archive": archive})
        yield Relation("same_archive", "dataset", _others(record, {"archive": archive}), search)


def _same_paper(record: Json) -> Iterator[Relation]:
    keys = [key for paper in papers_of(record) for key in paper.keys if not key.startswith("label:")]
    if keys:
        index = "model" if record["type"] == "single" else "dataset"
        clause = {"bool": {"filter": [{"terms": {"lookup.identifiers": keys}}], "must_not": [_same(record)]}}
        yield Relation("same_paper", index, clause)


def _same_cell_type(record: Json) -> Iterator[Relation]:
    cell_type, regions = record.get("cell_type"), record.get("secondary_region") or []
    if not cell_type or record["type"] == "connection":
        return
    wanted: dict[str, str] = {"type": record["type"], "cell_type": cell_type}
    wanted |= {"secondary_region": regions[0]} if regions else {}
    search = urlencode({"data_type": record["type"], **{name: wanted[name] for name in wanted if name != "type"}})
    yield Relation(
        "same_cell_type", "dataset", _others(record, wanted), "" if record["type"] != "morphology" else search
    )


def _models(record: Json) -> Iterator[Relation]:
    """Models whose cell type names the record's region and cell type (`Hippocampus CA1 pyramidal GLU cell`)."""
    if record["type"] == "single":
        kinds = record.get("cell_types") or []
        if kinds:
            clause: Json = {"bool": {"filter": [{"terms": {"cell_types": kinds}}], "must_not": [_same(record)]}}
            yield Relation("same_cell_type", "model", clause, urlencode([("cell_types", one) for one in kinds]))
        return
    words = [*(record.get("secondary_region") or [])[:1], _last_word(record.get("cell_type") or "")]
    if all(words) and len(words) == 2:
        text = " ".join(words)
        clause = {"match": {"search": {"query": text, "operator": "and"}}}
        yield Relation("models", "model", clause, urlencode({"q": text}))


def _connections(record: Json, kind: str, side: str) -> Relation:
    return Relation(kind, "dataset", {"bool": {"filter": [{"term": {f"{side}.id": record["id"]}}]}})


def _others(record: Json, wanted: dict[str, str]) -> Json:
    terms: list[Json] = [{"term": {name: value}} for name, value in wanted.items()]
    return {"bool": {"filter": terms, "must_not": [_same(record)]}}


def _same(record: Json) -> Json:
    return {"term": {"id": record["id"]}}


def _last_word(cell_type: str) -> str:
    """`DG Granule`, `CA1 pyramidal` and `pyramidal` all name the kind of cell last."""
    return cell_type.rsplit(maxsplit=1)[-1] if cell_type.split() else ""
