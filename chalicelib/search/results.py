"""The engine's answer as the page that the frontend reads: nothing is validated again, links are made absolute."""

import math
import re
from collections.abc import Iterable
from typing import Any

from chalicelib.json_types import Json
from chalicelib.search.filters import CONCEPT_FACETS, SIDES, Filter, types_of
from chalicelib.search.query import Query
from chalicelib.store.opensearch.names import generation_of
from chalicelib.store.opensearch.searcher import SearchResult
from chalicelib.vocabulary.vocabulary import vocabulary

LINKS = ("download_link", "icon")


def build_page(answer: SearchResult, query: Query, *, base: str) -> Json:
    """`{total, total_page, items, page, size, facets, generation}`; `base` is this API's public address."""
    hits = answer.content["hits"]
    total = hits["total"]["value"]
    return {
        "total": total,
        "total_page": math.ceil(total / query.size),
        "items": [with_absolute_links(hit["_source"], base) for hit in hits["hits"]],
        "page": query.page,
        "size": query.size,
        "facets": facets_of(answer.content.get("aggregations", {}), query),
        "generation": generation_of(query.index, answer.physical),
    }


def with_absolute_links(record: Json, base: str) -> Json:
    """The record with links that work from anywhere: what is stored are paths of this API."""
    linked = {name: base + record[name] for name in LINKS if name in record}
    for side in SIDES:
        if "icon" in record.get(side, ()):
            linked[side] = {**record[side], "icon": base + record[side]["icon"]}
    return {**record, **linked}


def facets_of(aggregations: Json, query: Query) -> dict[str, Json | list[Json]]:
    """Every facet's values that occur, by falling count, then by name; dependent ones within what is chosen above them.

    Numbers are reported as `{count, bins: [{from, to, count}], quartiles}`: both ends of a bin are values of records.
    """
    within = {made.key: query.chosen.get(made.depends_on or "", ()) for made in query.filters}
    groups = [group for name, group in aggregations.items() if name.startswith("group ")]
    counted = {name: facet for group in groups for name, facet in group.items()}
    return {
        name: _distribution(counted[name])
        if "bins" in counted[name]
        else _values(name, counted[name]["buckets"], within.get(name, ()))
        for name in query.facets
        if name in counted
    }


def counts_of(aggregation: Json, filters: Iterable[Filter]) -> dict[str, list[Json]]:
    """The values of each filter that was counted, as a filter tree needs them."""
    return {one.key: _values(one.key, aggregation[one.key]["buckets"], ()) for one in filters if one.key in aggregation}


def build_filter_tree(filters: Iterable[Filter], facets: dict[str, list[Json]]) -> Json:
    """The filter tree of one type, in the frontend's shape; values in natural order (CA1, CA2, CA10), with counts
    beside.
    """
    tree: Json = {}
    for made in filters:
        if made.key not in facets:
            continue
        name = made.key.split(".")[-1]
        if made.side:
            group = tree.setdefault(made.side, {"label": made.side, "order": SIDES.index(made.side) + 1, "items": {}})
            group["items"][name] = _leaf(made, name, facets[made.key])
        else:
            tree[name] = _leaf(made, name, facets[made.key])
    return tree


def types_label(index: str) -> Json:
    return {"label": "type", "values": list(types_of(index))}


def natural_key(text: str) -> list[Any]:
    """A sort key under which CA2 comes before CA10, and letters' case does not matter."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d+)", text.casefold()) if part
    ]


def _values(name: str, buckets: list[Json], within: Iterable[str]) -> list[Json]:
    if name in CONCEPT_FACETS:
        return [_concept(one["key"], one["doc_count"]) for one in buckets if one["key"] in vocabulary()]
    allowed = {one.casefold() for one in within}
    values = [
        {"value": str(one.get("key_as_string", one["key"])), "count": one["doc_count"]}
        for one in buckets
        if not allowed or one["key"].partition(":")[0].casefold() in allowed
    ]
    return sorted(values, key=lambda one: (-one["count"], natural_key(one["value"])))


def _distribution(facet: Json) -> Json:
    """How the numbers of a field lie; no quartiles where there are none."""
    bins = [
        {"from": one["min"], "to": one["max"], "count": one["doc_count"]}
        for one in facet["bins"]["buckets"]
        if one["doc_count"]
    ]
    quartiles = [one["value"] for one in facet["quartiles"]["values"] if one["value"] is not None]
    return {"count": facet["doc_count"], "bins": bins, "quartiles": quartiles}


def _concept(concept: str, count: int) -> Json:
    """A concept with those right above it, so that a reader can draw the tree."""
    words = vocabulary()
    return {"id": concept, "label": words.label(concept), "count": count, "parents": words.parents(concept)}


def _leaf(made: Filter, name: str, values: list[Json]) -> Json:
    ordered = sorted(values, key=lambda one: natural_key(one["value"]))
    return {
        "key": name,
        "label": made.label,
        "type": "multiple",
        "order": made.order,
        "depends_on": [made.depends_on] if made.depends_on else [],
        "values": [one["value"] for one in ordered],
        "counts": {one["value"]: one["count"] for one in ordered},
    }
