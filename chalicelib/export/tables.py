"""Tables as bytes, page by page: comma- or tab-separated, a record a line, without comment lines.

CSV   RFC 4180, UTF-8 with a byte order mark: without it Excel shows `µ` as two letters; pandas and readr take it away
TSV   UTF-8 without the mark, for programs
Line ends and tabs within a value become blanks, so that a record is one line; text that a spreadsheet would take for a
formula has a quote before it.
"""

import codecs
import csv
import io
from collections.abc import Iterable, Sequence

from chalicelib.export.columns import Column, row_of
from chalicelib.json_types import Json
from chalicelib.store.s3.csv_table import safe_cell

COMMA, TAB = ",", "\t"
LINE_ENDS = {COMMA: "\r\n", TAB: "\n"}


def header_of(columns: Sequence[Column], delimiter: str) -> bytes:
    """The first line."""
    mark = codecs.BOM_UTF8 if delimiter == COMMA else b""
    return mark + _lines([[column.header for column in columns]], delimiter)


def rows_of(records: Iterable[Json], columns: Sequence[Column], delimiter: str) -> bytes:
    """A line for each record."""
    return _lines(([value and _cell(value) for value in row_of(record, columns)] for record in records), delimiter)


def _lines(rows: Iterable[Sequence[str | int | float]], delimiter: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=LINE_ENDS[delimiter]).writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: str | int | float | bool) -> str | int | float:
    if isinstance(value, bool):
        return "true" if value else "false"
    return safe_cell(" ".join(value.split())) if isinstance(value, str) else value
