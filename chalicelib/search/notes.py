"""Values of filters that no record holds: taken as the concepts that they name, else noted with the nearest values."""

from collections.abc import Mapping
from difflib import get_close_matches

from chalicelib.json_types import Json
from chalicelib.search.facets import count_values
from chalicelib.search.filters import Filter
from chalicelib.search.plan import Plan, concepts_named
from chalicelib.search.query_builder import HELD
from chalicelib.vocabulary.words import fold

MOST_NEAREST = 3


def values_not_held(aggregations: Json) -> list[tuple[str, str]]:
    """The (filter, value) pairs of which the engine counted no record."""
    counted = aggregations.get(HELD, {})
    names = [name for name, bucket in counted.items() if isinstance(bucket, Mapping) and not bucket["doc_count"]]
    return [(name.partition("\n")[0], name.partition("\n")[2]) for name in names]


def through_concepts(plan: Plan, missing: list[tuple[str, str]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Per filter the missing values that name a concept."""
    filters = {one.key: one for one in plan.query.filters}
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, value in missing:
        if concepts := concepts_named(filters[name], value):
            found.setdefault(name, {})[value] = concepts
    return found


def known_values_body(plan: Plan, names: list[str]) -> Json:
    """The request for all values of these filters among the records of the plan's types."""
    filters = {one.key: one for one in plan.query.filters}
    aggregations = {name: count_values(filters[name].path) for name in names}
    return {"size": 0, "track_total_hits": False, "query": {"bool": {"filter": plan.kind}}, "aggs": aggregations}


def notes_of(missing: list[tuple[str, str]], aggregations: Json, filters: Mapping[str, Filter]) -> list[Json]:
    """A note per value that finds nothing, with the nearest that there are."""
    return [
        {
            "field": name,
            "value": value,
            "did_you_mean": _nearest(value, [one["key"] for one in aggregations[name]["buckets"]]),
        }
        for name, value in missing
        if name in filters
    ]


def _nearest(value: str, known: list[str]) -> list[str]:
    names: dict[str, str] = {}
    for one in known:
        names.setdefault(fold(str(one)), str(one))
    wanted = fold(value)
    close = get_close_matches(wanted, list(names), n=MOST_NEAREST, cutoff=0.5)
    inside = [one for one in names if wanted in one or one in wanted]
    return [names[one] for one in dict.fromkeys([*close, *inside])][:MOST_NEAREST]
