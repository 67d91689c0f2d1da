"""The engine's answer as the page that the frontend reads: nothing is validated again, links are made absolute."""

import math
from collections.abc import Iterable

from chalicelib.json_types import Json
from chalicelib.search.facets import counts_in, natural_key, read_facets, values_of
from chalicelib.search.filters import SIDES, Filter, types_of
from chalicelib.search.query import Query
from chalicelib.store.opensearch.names import generation_of
from chalicelib.store.opensearch.searcher import SearchResult

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
        "facets": read_facets(answer.content.get("aggregations", {}), query),
        "generation": generation_of(query.index, answer.physical),
    }


def with_absolute_links(record: Json, base: str) -> Json:
    """The record with links that work from anywhere: what is stored are paths of this API."""
    linked = {name: base + record[name] for name in LINKS if name in record}
    for side in SIDES:
        if "icon" in record.get(side, ()):
            linked[side] = {**record[side], "icon": base + record[side]["icon"]}
    return {**record, **linked}


def counts_of(aggregation: Json, filters: Iterable[Filter]) -> dict[str, list[Json]]:
    """The values of each filter that was counted, as a filter tree needs them."""
    return {one.key: values_of(one.key, counts_in(aggregation[one.key])) for one in filters if one.key in aggregation}


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
