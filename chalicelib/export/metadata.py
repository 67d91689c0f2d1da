"""What stands beside a table: where it came from, and what its columns mean, as metadata of a CSV on the Web.

Vocabulary  https://www.w3.org/TR/tabular-metadata/ (`tableSchema`, `dialect`); the other members are ours
"""

from collections.abc import Mapping

from chalicelib.export.columns import BETWEEN, Column, columns_of
from chalicelib.export.tables import COMMA, LINE_ENDS
from chalicelib.json_types import Json
from chalicelib.search.remarks import EMPTY_ACCOUNT

MEDIA_TYPE = "application/csvm+json"


def table_metadata(
    indices: tuple[str, ...],
    *,
    url: str,
    query: Mapping[str, object],
    release: str,
    count: int,
    account: Json,
    delimiter: str = COMMA,
) -> Json:
    """The companion of the table at `url`: `query` as asked, `account` how it was understood and relaxed, `release` its
    generation, `count` its rows.
    """
    columns = columns_of(indices)
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": url,
        "dialect": {
            "delimiter": delimiter,
            "header": True,
            "encoding": "utf-8",
            "lineTerminators": [LINE_ENDS[delimiter]],
        },
        "tableSchema": {"primaryKey": "id", "columns": [_csvw(one) for one in columns]},
        "query": dict(query),
        **EMPTY_ACCOUNT,
        **account,
        "release": release,
        "count": count,
        "columns": [_column_json(one) for one in columns],
        "units": {one.name: one.unit for one in columns if one.unit},
        "list_separator": BETWEEN,
    }


def _csvw(column: Column) -> Json:
    described: Json = {"name": column.name.replace(".", "_"), "titles": column.header}
    described["datatype"] = column.datatype
    if column.is_list:
        described["separator"] = BETWEEN
    if column.description:
        described["dc:description"] = column.description
    return described


def _column_json(column: Column) -> Json:
    return {
        "name": column.name,
        "header": column.header,
        "datatype": column.datatype,
        "list": column.is_list,
        "unit": column.unit or None,
        "types": list(column.types),
    }
