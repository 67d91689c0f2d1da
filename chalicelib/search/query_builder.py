"""One plan, one request to the engine: hits, total and the counts of the facets that were asked for, together.

Chosen values sit in `post_filter` where facets are counted, so that a facet is counted under all filters but its own;
facets that are counted under the same filters share one aggregation, which halves the engine's work against one each
(docs/search.md).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from chalicelib.errors import BadInput
from chalicelib.json_types import Json
from chalicelib.search.facets import GROUP, count_facets, count_values
from chalicelib.search.filters import CONCEPT_FACETS, SIDES, Range
from chalicelib.search.plan import Plan, values_clause
from chalicelib.search.query import SORTS, WINDOW, Query

LONGEST_RUN = "10s"  # of one search in the engine
_LAST: Json = {"order": "asc", "missing": "_last"}
BY_NAME: list[Json] = [{"lookup.order": _LAST}, {"id": "asc"}]
BY_NAME_DOWN: list[Json] = [{"lookup.order": {"order": "desc", "missing": "_last"}}, {"id": "desc"}]
BROWSING: list[Json] = [{"lookup.dead_end": {"order": "asc", "missing": "_first"}}, *BY_NAME]
BY_RELEVANCE: list[Json] = [
    {"_score": "desc"},
    {"lookup.dead_end": {"order": "asc", "missing": "_first"}},
    {"id": "asc"},
]
BY_HOME: list[Json] = [{"_score": "desc"}, *BROWSING]


def build_search_body(plan: Plan, after: Sequence[Any] = (), *, apart: bool = False) -> Json:
    """The engine's request for one page: at the query's page, or after a record's sort values; `apart`: each facet is
    counted by itself, however many there are.

    Raises BadInput for a page beyond the engine's window.
    """
    query = plan.query
    start = query.page * query.size
    if start + query.size > WINDOW and start and not after:
        raise BadInput(
            f"page: pages reach {WINDOW} records deep; page {query.page} of {query.size} ends beyond. Each answer's"
            " `next` is a cursor that leads on, however deep.",
            field="page",
        )
    narrowing = plan.narrowing()
    counted = bool(query.facets)
    body: Json = {
        **({"search_after": list(after)} if after else {"from": start}),
        "size": query.size,
        "track_total_hits": True,
        "timeout": LONGEST_RUN,
        "query": _matching(plan, {} if counted else narrowing),
        "sort": _order(plan),
        "aggs": {**_facets(query, narrowing, apart=apart), **_kept_clauses(plan)},
    }
    return {**body, "post_filter": _all_of(narrowing.values())} if counted else body


def build_filter_tree_body(index: str, data_types: Iterable[str], *, extended: bool) -> Json:
    """The request for the counts of all filters of these types, as the filter panel asks it."""
    plans = {name: Plan.of(Query(index=index, data_type=name)) for name in data_types}
    return {
        "size": 0,
        "track_total_hits": False,
        "aggs": {
            name: {
                "filter": build_match_clause(plan),
                "aggs": {
                    made.key: count_values(made.path) for made in plan.query.filters if extended or not made.is_extended
                },
            }
            for name, plan in plans.items()
        },
    }


def build_match_clause(plan: Plan) -> Json:
    """The clause that holds for each record found."""
    return _matching(plan, plan.narrowing())


def _matching(plan: Plan, narrowing: dict[str, Json]) -> Json:
    text = plan.text
    body: Json = {
        "filter": [*plan.kind, *narrowing.values()],
        "must": [text] if text else [] if _prefers_homes(plan) else [{"match_all": {}}],
    }
    return {"bool": {**body, "should": _homes(plan)}} if _prefers_homes(plan) else {"bool": body}


def _prefers_homes(plan: Plan) -> bool:
    """A search with both sides' reach, as the frontend asks it, ranks those first whose homes match."""
    return all(f"{side}.secondary_region" in plan.query.chosen for side in SIDES)


def _homes(plan: Plan) -> list[Json]:
    made = {one.key: one for one in plan.query.filters}
    return [
        {
            "constant_score": {
                "boost": 100,
                "filter": values_clause(
                    made[f"{side}.soma_region"], list(plan.query.chosen[f"{side}.secondary_region"])
                ),
            }
        }
        for side in SIDES
    ]


def _order(plan: Plan) -> list[Json]:
    query = plan.query
    if query.sort in ("name", "-name"):
        return BY_NAME_DOWN if query.sort == "-name" else BY_NAME
    if query.sort and query.sort not in SORTS:
        return _by_number(query.sort, query.ranges)
    if not query.text and query.sort is None:
        return BY_HOME if _prefers_homes(plan) else BROWSING
    return BY_RELEVANCE


def _by_number(sort: str, ranges: Iterable[Range]) -> list[Json]:
    """Records without the number come last either way."""
    path = next(one.path for one in ranges if one.key == sort.removeprefix("-"))
    order = "desc" if sort.startswith("-") else "asc"
    return [{path: {"order": order, "missing": "_last", "unmapped_type": "double"}}, *BY_NAME]


def _kept_clauses(plan: Plan) -> Json:
    """Per chosen value whether any record of the types holds it, whatever else was asked."""
    filters = {one.key: one for one in plan.query.filters}
    counts = {
        f"{name}\n{value}": {"filter": {"bool": {"filter": [*plan.kind, values_clause(filters[name], [value])]}}}
        for name, values in plan.query.chosen.items()
        for value in values[:MOST_HELD]
        if not filters[name].is_flag
    }
    return {HELD: {"global": {}, "aggs": counts}} if counts else {}


HELD = "held"
MOST_HELD = 50  # values of a filter that are looked up


def _facets(query: Query, narrowing: dict[str, Json], *, apart: bool) -> Json:
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in query.facets:
        own = {name, f"concept {CONCEPT_FACETS[name][0]}"} if name in CONCEPT_FACETS else {name}
        groups[tuple(path for path in narrowing if path not in own)].append(name)
    return {
        f"{GROUP}{number}": {
            "filter": _all_of(narrowing[path] for path in others),
            "aggs": count_facets(names, query, apart=apart),
        }
        for number, (others, names) in enumerate(groups.items())
    }


def _all_of(clauses: Iterable[Json]) -> Json:
    return {"bool": {"filter": list(clauses)}}
