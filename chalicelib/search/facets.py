"""Facets: how records are counted by their values, a few facets by one aggregation each, many in one pass.

Past a dozen, reading each field of each record found costs more than finding them (docs/search.md): one aggregation
counts the terms of `facet_terms.py` instead, which are added up by value.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from chalicelib.json_types import Json
from chalicelib.search.facet_terms import FIELD, PATHS, count_records, counts_by_path
from chalicelib.search.filters import CONCEPT_FACETS
from chalicelib.search.number_cells import distribution
from chalicelib.search.query import Query
from chalicelib.vocabulary.vocabulary import vocabulary

MOST_VALUES = 10_000  # of a facet
MANY = 12  # facets from which on they are counted together
MOST_TOGETHER = 20_000  # terms of all facets: the engine makes no more than 65,535 buckets
GROUP = "group "  # what the aggregations of facets that are counted under the same filters are called
TOGETHER = "together"
# 20 bars at most. By itself the engine keeps 1,000 clusters a shard: half of what a histogram costs.
_HISTOGRAM: Json = {"buckets": 20, "shard_size": 200, "initial_buffer": 1000}
# With its usual compression, the engine interpolates between the clusters of some ten values.
_QUARTILES: Json = {"percents": [25, 50, 75], "keyed": False, "tdigest": {"compression": 1000}}


def count_values(path: str) -> Json:
    """The aggregation that counts the values of one field."""
    return {"terms": {"field": path, "size": MOST_VALUES}}


def count_facets(names: Sequence[str], query: Query, *, apart: bool) -> Json:
    """The aggregations of facets that are counted under the same filters.

    Many are counted together unless they are wanted `apart`; measures always apart, for no record tells all of them.
    """
    paths, numbers = _paths_of(query), {one.key for one in query.ranges}
    usual = [name for name in names if paths[name] in PATHS]
    together = usual if len(usual) >= MANY and not apart else []
    single = {name: _count(paths[name], is_number=name in numbers) for name in names if name not in together}
    return {**single, **({TOGETHER: {"terms": {"field": FIELD, "size": MOST_TOGETHER}}} if together else {})}


def _paths_of(query: Query) -> dict[str, str]:
    """The engine's field of each facet."""
    concepts = {name: path for name, (_, path) in CONCEPT_FACETS.items()}
    return {one.key: one.path for one in query.filters} | {one.key: one.path for one in query.ranges} | concepts


def is_incomplete(aggregations: Json) -> bool:
    """Whether what was counted together lacks values, for there were too many, or records, whose index is older than
    `lookup.facets`: of every record the hub knows whether it has a file.
    """
    return any(TOGETHER in group and _lacks_some(group) for group in _groups(aggregations))


def _lacks_some(group: Json) -> bool:
    together = group[TOGETHER]
    return bool(together["sum_other_doc_count"]) or count_records(together["buckets"]) < group["doc_count"]


def read_facets(aggregations: Json, query: Query) -> dict[str, Json | list[Json]]:
    """Every facet's values that occur, by falling count, then by name; dependent ones within what is chosen above them.

    Numbers are reported as `{count, bins: [{from, to, count}], quartiles}`. Both ends of a bin are values of records;
    counted together, they are told to a fiftieth, and a number where two bins meet is in the upper one.
    """
    paths, numbers = _paths_of(query), {one.key for one in query.ranges}
    within = {made.key: query.chosen.get(made.depends_on or "", ()) for made in query.filters}
    counted = {name: facet for group in _groups(aggregations) for name, facet in group.items() if name != "doc_count"}
    together = counts_by_path(counted.pop(TOGETHER, {"buckets": []})["buckets"])

    def read(name: str) -> Json | list[Json]:
        if name in numbers:
            return _distribution_of(counted[name]) if name in counted else distribution(together.get(paths[name], {}))
        counts = counts_in(counted[name]) if name in counted else _largest(together.get(paths[name], {}))
        return values_of(name, counts, within.get(name, ()))

    return {name: read(name) for name in query.facets} if aggregations else {}


def counts_in(aggregation: Json) -> dict[str, int]:
    """How many records have each value, by falling count."""
    return {str(one.get("key_as_string", one["key"])): one["doc_count"] for one in aggregation["buckets"]}


def values_of(name: str, counts: Mapping[str, int], within: Iterable[str] = ()) -> list[Json]:
    """The values of a facet as an answer tells them; of values such as `CA1:SP` those `within` CA1 alone."""
    if name in CONCEPT_FACETS:
        return [_concept(one, count) for one, count in counts.items() if one in vocabulary()]
    allowed = {one.casefold() for one in within}
    values = [
        {"value": value, "count": count}
        for value, count in counts.items()
        if not allowed or value.partition(":")[0].casefold() in allowed
    ]
    return sorted(values, key=lambda one: (-one["count"], natural_key(one["value"])))


def natural_key(text: str) -> list[Any]:
    """A sort key under which CA2 comes before CA10, and letters' case does not matter."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d+)", text.casefold()) if part
    ]


def _count(path: str, *, is_number: bool) -> Json:
    if not is_number:
        return count_values(path)
    parts = {
        "bins": {"variable_width_histogram": {"field": path, **_HISTOGRAM}},
        "quartiles": {"percentiles": {"field": path, **_QUARTILES}},
    }
    return {"filter": {"exists": {"field": path}}, "aggs": parts}


def _largest(counts: Mapping[str, int]) -> dict[str, int]:
    """By falling count, then by value, as the engine orders them."""
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST_VALUES])


def _groups(aggregations: Json) -> Iterator[Json]:
    return (group for name, group in aggregations.items() if name.startswith(GROUP))


def _distribution_of(facet: Json) -> Json:
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
