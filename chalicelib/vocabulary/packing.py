"""The tables of concepts in the form that a process loads: `vocabulary.json`, keys computed, read in two milliseconds.

A curator changes `concepts.csv` or `contexts.csv` and runs `hub vocabulary pack`; a test compares the pack with the
tables.
"""

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

import orjson

from chalicelib.vocabulary.concepts import FILE, Concept, read
from chalicelib.vocabulary.words import key

CONTEXTS = Path(__file__).parent / "contexts.csv"
PACK = Path(__file__).parent / "vocabulary.json"
TYPED = "typed"  # the field of contexts.csv that holds what people type


def pack_tables(concepts: Path = FILE, contexts: Path = CONTEXTS) -> bytes:
    """The pack's content for these tables; raises KeyError for a concept that is not in the table."""
    table = read(concepts)
    place = {one.id: number for number, one in enumerate(table)}
    facets = list(dict.fromkeys(one.facet for one in table))
    keys, exact = _keys(table)
    rows = _rows(contexts)
    content: dict[str, Any] = {
        "facets": facets,
        "concepts": [
            [one.id, one.label, facets.index(one.facet), [place[above] for above in one.parents], _surfaces(one)]
            for one in table
        ],
        "keys": keys,
        "exact": exact,
        "typed": {
            key(row["word"]): [place[one] for one in row["concepts"].split("|")]
            for row in rows
            if row["field"] == TYPED
        },
        "contexts": [_context(row, place) for row in rows if row["field"] != TYPED],
    }
    return orjson.dumps(content) + b"\n"


def _surfaces(concept: Concept) -> list[str]:
    """The names that count, each once; one that counts with exactly its letters begins with `=`."""
    exact = {one[1:] for one in concept.words if one[0] == "="}
    never = {one[1:] for one in concept.words if one[0] == "!"}
    found: dict[str, str] = {}
    for one in (*concept.synonyms, *concept.words):
        name = one.lstrip("=!")
        if name not in never and name != concept.label:
            found.setdefault(name if name in exact else key(name), f"={name}" if name in exact else name)
    return list(found.values())


def _keys(table: list[Concept]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    keys: dict[str, list[int]] = defaultdict(list)
    exact: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(table):
        for surface in (f"={one.label}" if f"={one.label}" in one.words else one.label, *_surfaces(one)):
            where, name = (exact, surface[1:]) if surface[0] == "=" else (keys, key(surface))
            if name and number not in where[name]:
                where[name].append(number)
    return keys, exact


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def _context(row: dict[str, str], place: dict[str, int]) -> list[Any]:
    given = [place[one] for one in row["with"].split("&") if one]
    meant = [place[one] for one in row["concepts"].split("|") if one]
    return [row["field"], key(row["word"]) or place[row["concept"]], given, meant]
