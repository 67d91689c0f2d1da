"""One query, one request to the engine: hits, total and the counts of every facet together.

Chosen values sit in `post_filter`, so that a facet is counted under all filters but its own; facets that are counted under
the same filters share one aggregation, which halves the engine's work against one each (docs/search.md).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from chalicelib.errors import BadInput
from chalicelib.json_types import Json
from chalicelib.search.query import WINDOW, Query
from chalicelib.search.text_query import text_clause

MOST_FACET_VALUES = 10_000
BY_NAME: list[Json] = [{"name.exact": {"order": "asc", "missing": "_last"}}, {"id": "asc"}]
BY_NAME_DOWN: list[Json] = [{"name.exact": {"order": "desc", "missing": "_last"}}, {"id": "desc"}]
BY_RELEVANCE: list[Json] = [{"_score": "desc"}, {"id": "asc"}]


def build_search_body(query: Query, after: Sequence[Any] = ()) -> Json:
    """The engine's request for one page with its facets: at the query's page, or after a record's sort values.

    Raises BadInput for a page beyond the engine's window.
    """
    start = query.page * query.size
    if start + query.size > WINDOW and start and not after:
        raise BadInput(
            f"page: pages reach {WINDOW} records deep; page {query.page} of {query.size} ends beyond. Each answer's"
            " `next` is a cursor that leads on, however deep.",
            field="page",
        )
    return {
        **({"search_after": list(after)} if after else {"from": start}),
        "size": query.size,
        "track_total_hits": True,
        "query": build_match_clause(query, chosen=False),
        "post_filter": _all_of(_terms(query)),
        "sort": _order(query),
        "aggs": _facets(query),
    }


def build_filter_tree_body(index: str, data_types: Iterable[str]) -> Json:
    """The request for the counts of all filters of these types, as the filter panel asks it."""
    return {
        "size": 0,
        "track_total_hits": False,
        "aggs": {
            name: {"filter": build_match_clause(query), "aggs": _facets(query)}
            for name in data_types
            for query in [Query(index=index, data_type=name)]
        },
    }


def build_match_clause(query: Query, *, chosen: bool = True) -> Json:
    """The clause that holds for each record found; without `chosen`, before the filters narrow it."""
    kind: list[Json] = [{"term": {"type": query.data_type}}] if query.data_type else []
    text = text_clause(query.text)
    filters = [*kind, *(_terms(query).values() if chosen else ())]
    return {"bool": {"filter": filters, "must": [text] if text else [{"match_all": {}}]}}


def _terms(query: Query) -> dict[str, Json]:
    return {path: {"terms": {path: list(values)}} for path, values in query.chosen.items()}


def _order(query: Query) -> list[Json]:
    if query.sort == "-name":
        return BY_NAME_DOWN
    by_name = query.sort == "name" or (query.sort is None and not query.text)
    return BY_NAME if by_name else BY_RELEVANCE


def _facets(query: Query) -> Json:
    terms = _terms(query)
    groups: dict[tuple[str, ...], Json] = defaultdict(dict)
    for facet in query.filters:
        others = tuple(path for path in terms if path != facet.key)
        groups[others][facet.key] = {"terms": {"field": facet.key, "size": MOST_FACET_VALUES}}
    return {
        f"group {number}": {"filter": _all_of({path: terms[path] for path in others}), "aggs": facets}
        for number, (others, facets) in enumerate(groups.items())
    }


def _all_of(terms: dict[str, Json]) -> Json:
    return {"bool": {"filter": list(terms.values())}}
