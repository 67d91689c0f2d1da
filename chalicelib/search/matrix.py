"""How many connections lead from where to where: one call of the engine, each cell with the search that lists what it
counts.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlencode

from chalicelib.errors import BadInput
from chalicelib.json_types import Json
from chalicelib.request_params import unknown_name
from chalicelib.search.filters import SIDES
from chalicelib.search.plan import Plan
from chalicelib.search.query import Query
from chalicelib.search.query_builder import build_match_clause
from chalicelib.search.results import natural_key
from chalicelib.vocabulary.words import fold

BY = ("soma_region", "secondary_region", "layers", "cell_type", "name")
MOST = 1000  # rows, and columns
COLUMNS = ("presynaptic", "postsynaptic", "count", "excitatory", "inhibitory", "link")
_EFFECTS = ("excitatory", "inhibitory")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def by_of(value: str | None) -> str:
    """What rows and columns are made of; raises BadInput naming what they can be."""
    if value in (None, ""):
        return BY[0]
    if value not in BY:
        raise unknown_name("field", str(value), BY, "by")
    return str(value)


def matrix_body(query: Query, by: str) -> Json:
    """The request that counts every pair."""
    effects = {name: {"term": {"presynaptic.synaptic_effect": name}} for name in _EFFECTS}
    cell = {"effects": {"filters": {"filters": effects}}}
    columns = {"columns": {"terms": _terms(query, SIDES[1], by), "aggs": cell}}
    return {
        "size": 0,
        "track_total_hits": False,
        "query": build_match_clause(Plan.of(query)),
        "aggs": {"rows": {"terms": _terms(query, SIDES[0], by), "aggs": columns}},
    }


def build_matrix(aggregations: Json, query: Query, by: str, base: str) -> Json:
    """`{by, rows, columns, cells}`, in natural order; a cell's `link` lists the connections that it counts."""
    wanted = {side: {fold(one) for one in query.chosen.get(f"{side}.{by}", ())} for side in SIDES}
    cells = [
        {
            "presynaptic": row["key"],
            "postsynaptic": column["key"],
            "count": column["doc_count"],
            **{name: column["effects"]["buckets"][name]["doc_count"] for name in _EFFECTS},
            "link": f"{base}/search/dataset?{_address(query, by, row['key'], column['key'])}",
        }
        for row in aggregations["rows"]["buckets"]
        for column in row["columns"]["buckets"]
        if _is_wanted(row["key"], wanted[SIDES[0]]) and _is_wanted(column["key"], wanted[SIDES[1]])
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


def _terms(query: Query, side: str, by: str) -> Json:
    return {"field": f"{side}.{by}", "size": MOST}


def _is_wanted(value: str, wanted: set[str]) -> bool:
    """Where a side's own values were chosen only those are rows: then a cell counts what its link lists."""
    return not wanted or fold(value) in wanted


def _address(query: Query, by: str, before: str, after: str) -> str:
    keys = {f"{SIDES[0]}.{by}": (before,), f"{SIDES[1]}.{by}": (after,)}
    chosen = {**query.chosen, **keys}
    asked = [("data_type", "connection"), *((name, one) for name, values in chosen.items() for one in values)]
    asked += [("concept", one) for one in query.concepts]
    asked += [("q", query.text)] if query.text else []
    asked += [("release", query.release)] if query.release else []
    return urlencode(asked)


def _plain(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
