"""The engine's answer as the page that the frontend reads: nothing is validated again, links are made absolute."""

import hashlib
import math
import re
from collections.abc import Iterable
from typing import Any

from chalicelib.plain import Json
from chalicelib.search.compile import SERVED
from chalicelib.search.filters import SIDES, Filter, types_of
from chalicelib.search.query import Query
from chalicelib.store.names import NOTHING

LINKS = ("download_link", "icon")


def page_of(answer: Json, query: Query, *, base: str) -> Json:
    """`{total, total_page, items, page, size, facets, generation}`; `base` is this API's public address."""
    total = answer["hits"]["total"]["value"]
    served = answer["aggregations"].pop(SERVED)["indices"]["buckets"]
    return {
        "total": total,
        "total_page": math.ceil(total / query.size),
        "items": [absolute(hit["_source"], base) for hit in answer["hits"]["hits"]],
        "page": query.page,
        "size": query.size,
        "facets": facets_of(answer, query),
        "generation": generation_of(bucket["key"] for bucket in served),
    }


def generation_of(indices: Iterable[str]) -> str:
    """The mark of a set of physical indices; the empty one that keeps an alias alive does not count."""
    names = sorted(name for name in indices if f"-{NOTHING}-" not in name)
    return hashlib.sha256(",".join(names).encode()).hexdigest()[:16]


def absolute(record: Json, base: str) -> Json:
    """The record with links that work from anywhere: what is stored are paths of this API."""
    linked = {name: base + record[name] for name in LINKS if name in record}
    for side in SIDES:
        if "icon" in record.get(side, ()):
            linked[side] = {**record[side], "icon": base + record[side]["icon"]}
    return {**record, **linked}


def facets_of(answer: Json, query: Query) -> dict[str, list[Json]]:
    """Every facet's values that occur, by falling count, then by name; dependent ones within what is chosen above them."""
    within = {made.key: query.chosen.get(made.depends_on or "", ()) for made in query.filters}
    groups = answer["aggregations"].values()
    return {
        path: sorted(
            (
                {"value": bucket["key"], "count": bucket["doc_count"]}
                for bucket in facet["buckets"]
                if not within[path] or bucket["key"].partition(":")[0] in within[path]
            ),
            key=lambda one: (-one["count"], natural(one["value"])),
        )
        for group in groups
        for path, facet in group.items()
        if path not in ("doc_count", "meta")
    }


def tree_of(filters: Iterable[Filter], facets: dict[str, list[Json]]) -> Json:
    """The filter tree of one type, in the frontend's shape; values in natural order (CA1, CA2, CA10), with counts beside."""
    tree: Json = {}
    for made in filters:
        name = made.key.split(".")[-1]
        if made.side:
            group = tree.setdefault(made.side, {"label": made.side, "order": SIDES.index(made.side) + 1, "items": {}})
            group["items"][name] = _leaf(made, name, facets[made.key])
        else:
            tree[name] = _leaf(made, name, facets[made.key])
    return tree


def types_label(index: str) -> Json:
    return {"label": "type", "values": list(types_of(index))}


def natural(text: str) -> list[Any]:
    """A sort key under which CA2 comes before CA10, and letters' case does not matter."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d+)", text.casefold()) if part
    ]


def _leaf(made: Filter, name: str, values: list[Json]) -> Json:
    ordered = sorted(values, key=lambda one: natural(one["value"]))
    return {
        "key": name,
        "label": made.label,
        "type": "multiple",
        "order": made.order,
        "depends_on": [made.depends_on] if made.depends_on else [],
        "values": [one["value"] for one in ordered],
        "counts": {one["value"]: one["count"] for one in ordered},
    }
