"""Reads the files of a folder of recordings. Any of them may be absent; one that cannot be read is named."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class Unreadable(Exception):
    """A recording is not what its name says; the message names file and place."""


def lines(path: Path) -> Iterator[Any]:
    """The values of a file of JSON lines; raises Unreadable.

    Lines end at a line feed alone: a text may hold U+2028 and other signs that end lines elsewhere.
    """
    if path.exists():
        for number, line in enumerate(_text(path).split("\n"), start=1):
            if line.strip():
                yield _parse(line, f"{path}, line {number}")


def content(path: Path, absent: Any) -> Any:
    """What a JSON file holds; raises Unreadable."""
    return _parse(_text(path), str(path)) if path.exists() else absent


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table, by its first row's names."""
    if path.exists():
        with path.open(encoding="utf-8", newline="") as table:
            yield from csv.DictReader(table)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path} cannot be read: {error}") from error


def _parse(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(f"{place} is not JSON: {error}") from error
