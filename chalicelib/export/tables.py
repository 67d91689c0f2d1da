"""Tables as streams of bytes: comma- or tab-separated, a record a line, without comment lines.

CSV   RFC 4180, UTF-8 with a byte order mark: without it Excel shows `µ` as two letters; pandas and readr take it away
TSV   UTF-8 without the mark, for programs
Line ends and tabs within a value become blanks, so that a record is one line; text that a spreadsheet would take for a formula
has a quote before it.
"""

import codecs
import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from chalicelib.export.columns import Column, row_of
from chalicelib.json_types import Json
from chalicelib.store.s3.csv_table import safe_cell

ROWS = 200  # a piece of the stream


class _Lines:
    """What the csv library writes to; it gives back what came since the last time."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def write(self, line: str) -> None:
        self._lines.append(line)

    def take(self) -> bytes:
        text = "".join(self._lines)
        self._lines.clear()
        return text.encode("utf-8", "replace")


def csv_table(records: Iterable[Json], columns: Sequence[Column]) -> Iterator[bytes]:
    yield codecs.BOM_UTF8
    yield from _table(records, columns, delimiter=",")


def tsv_table(records: Iterable[Json], columns: Sequence[Column]) -> Iterator[bytes]:
    yield from _table(records, columns, delimiter="\t")


def _table(records: Iterable[Json], columns: Sequence[Column], *, delimiter: str) -> Iterator[bytes]:
    lines = _Lines()
    writer = csv.writer(lines, delimiter=delimiter, lineterminator="\r\n" if delimiter == "," else "\n")
    writer.writerow([column.header for column in columns])
    left = iter(records)
    while some := list(islice(left, ROWS)):
        writer.writerows([_cell(value) for value in row_of(record, columns)] for record in some)
        yield lines.take()
    yield lines.take()


def _cell(value: str | int | float | bool) -> str | int | float:
    if isinstance(value, bool):
        return "true" if value else "false"
    return safe_cell(" ".join(value.split())) if isinstance(value, str) else value
