"""Tables for people, inside archives."""

import csv
import io
from collections.abc import Iterable, Sequence


def to_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """CSV that spreadsheets read as UTF-8 and none of whose cells they take for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def safe_cell(value: str) -> str:
    """The text with a quote before it where a spreadsheet would take it for a formula."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
