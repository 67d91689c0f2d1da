"""How many connections lead from where to where, each cell with the search that lists what it counts.

The text and the values are understood as in a search, and relaxed where nothing is found; counting is one call of the
engine.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlencode

from chalicelib.errors import BadInput
from chalicelib.json_types import Json
from chalicelib.request_params import unknown_name
from chalicelib.search.facets import natural_key
from chalicelib.search.filters import SIDES
from chalicelib.search.plan import Plan
from chalicelib.search.query import Query
from chalicelib.search.query_builder import build_match_clause
from chalicelib.vocabulary.records import describe
from chalicelib.vocabulary.words import fold

BY = ("soma_region", "secondary_region", "layers", "cell_type", "name")
MOST = 1000  # rows, and columns
COLUMNS = ("presynaptic", "postsynaptic", "count", "excitatory", "inhibitory", "link")
_EFFECTS = ("excitatory", "inhibitory")
_MANY = ("secondary_region", "layers")  # a side may have several: it then stands in rows that nobody chose
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def by_of(value: str | None) -> str:
    """What rows and columns are made of; raises BadInput naming what they can be."""
    if value in (None, ""):
        return BY[0]
    if value not in BY:
        raise unknown_name("field", str(value), BY, "by")
    return str(value)


def matrix_body(plan: Plan, by: str) -> Json:
    """The request that counts every pair."""
    effects = {name: {"term": {"presynaptic.synaptic_effect": name}} for name in _EFFECTS}
    cell = {"effects": {"filters": {"filters": effects}}}
    columns = {"columns": {"terms": _terms(SIDES[1], by), "aggs": cell}}
    return {
        "size": 0,
        "track_total_hits": False,
        "query": build_match_clause(plan),
        "aggs": {"rows": {"terms": _terms(SIDES[0], by), "aggs": columns}},
    }


def build_matrix(aggregations: Json, plan: Plan, by: str, base: str) -> Json:
    """`{by, rows, columns, cells}`, in natural order; a cell's `link` lists the connections that it counts."""
    cells = [
        {
            "presynaptic": row["key"],
            "postsynaptic": column["key"],
            "count": column["doc_count"],
            **{name: column["effects"]["buckets"][name]["doc_count"] for name in _EFFECTS},
            "link": f"{base}/search/dataset?{_address(plan.query, by, row['key'], column['key'])}",
        }
        for row in aggregations["rows"]["buckets"]
        for column in row["columns"]["buckets"]
        if _is_wanted(row["key"], plan, SIDES[0], by) and _is_wanted(column["key"], plan, SIDES[1], by)
    ]
    cells.sort(key=lambda one: (natural_key(one["presynaptic"]), natural_key(one["postsynaptic"])))
    rows, columns = ({one[side]: None for one in cells} for side in SIDES)
    return {"by": by, "rows": list(rows), "columns": sorted(columns, key=natural_key), "cells": cells}


def matrix_csv(cells: Iterable[Json]) -> str:
    """One line a cell; a text that a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in cells:
        writer.writerow([_plain(one[name]) for name in COLUMNS])
    return out.getvalue()


def connections_only(query: Query) -> Query:
    """The same over connections alone; raises BadInput where another type was named."""
    if query.data_type not in (None, "connection"):
        raise BadInput("data_type: the matrix counts connections alone.", field="data_type")
    return replace(query, data_type="connection", facets=())


def _terms(side: str, by: str) -> Json:
    return {"field": f"{side}.{by}", "size": MOST}


def _is_wanted(value: str, plan: Plan, side: str, by: str) -> bool:
    """Where a side's own values were chosen only those are rows, and what lies in the concepts that they name: then a
    cell counts what its link lists.
    """
    name = f"{side}.{by}"
    chosen = plan.query.chosen.get(name, ())
    if by not in _MANY or not chosen:
        return True
    meant = {concept for concepts in plan.through.get(name, {}).values() for concept in concepts}
    return fold(value) in map(fold, chosen) or bool(meant & _concepts_of(value, by))


def _concepts_of(value: str, by: str) -> set[str]:
    """The concepts of one value, with all that lie above."""
    described = describe({by: [value]})
    return {*described.concepts, *described.reach}


def _address(query: Query, by: str, before: str, after: str) -> str:
    keys = {f"{SIDES[0]}.{by}": (before,), f"{SIDES[1]}.{by}": (after,)}
    chosen = {**query.chosen, **keys}
    asked = [("data_type", "connection"), *((name, one) for name, values in chosen.items() for one in values)]
    asked += [("concept", one) for one in query.concepts]
    asked += [("q", query.text)] if query.text else []
    asked += [("literal", "true")] if query.literal else []
    asked += [("release", query.release)] if query.release else []
    return urlencode(asked)


def _plain(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
