"""Neurolucida ASC as MorphIO takes it: what it would refuse, or drop without a word, is taken out here and noted.

Source  https://www.neuronland.org/NLMorphologyConverter/MorphologyFormats/Neurolucida.html: bracketed blocks
        with points (x y z diameter), `;` comments, names in quotes
Quirks  MorphIO parses by recursion, and a stack that overflows ends the process; it takes one soma alone, where a
        file may have an outline a focal plane or a cell; it passes over a point that begins with nan
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from chalicelib.errors import UnreadableMorphology
from chalicelib.morphology.swc import Floats
from chalicelib.morphology.swc_lines import number_of

Nesting = NDArray[np.int32]
MAX_NESTING: Final = 1_000  # brackets; MorphIO overflows an 8 MB stack between 10,000 and 100,000
_HIDDEN: Final = re.compile(rb'"[^"\n]*"|;[^\n]*')
_SOMA: Final = re.compile(rb"\(\s*CellBody\s*\)", re.IGNORECASE)
_POINT: Final = re.compile(rb"\(\s*([^\s(),]+)[\s,]+([^\s(),]+)[\s,]+([^\s(),]+)(?:[\s,]+[^\s(),]+){0,2}\s*\)")
_MAYBE_NOT_FINITE: Final = re.compile(rb"nan|n/?a\b|inf|#(?:ind|qnan|snan)", re.IGNORECASE)


@dataclass(frozen=True)
class Asc:
    """`text` is for MorphIO; `faults` are count and first line by flag; `outlines` are the somata behind the first."""

    text: str
    faults: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    outlines: tuple[Floats, ...] = ()


def prepare_asc(text: bytes) -> Asc:
    """A text with line feeds, made readable; raises UnreadableMorphology where brackets are too deep."""
    bare = _HIDDEN.sub(lambda found: b" " * len(found[0]), text)
    nesting = _nesting_of(bare)
    _require_shallow(text, nesting)
    others = _other_somata(bare, nesting)
    lost = [found.span() for found in _not_finite(bare)]
    spans = {"several_somata": others, "non_finite": [one for one in lost if not _within(one, others)]}
    faults = {flag: (len(found), 1 + text.count(b"\n", 0, found[0][0])) for flag, found in spans.items() if found}
    outlines = tuple(_places(bare[start:end]) for start, end in others)
    return Asc(_without(text, [*others, *lost]).decode("utf-8", errors="replace").replace("\0", " "), faults, outlines)


def _nesting_of(bare: bytes) -> Nesting:
    codes = np.frombuffer(bare, np.uint8)
    steps = np.equal(codes, ord("(")).astype(np.int8) - np.equal(codes, ord(")"))
    return np.cumsum(steps, dtype=np.int32)  # a text may be long


def _require_shallow(text: bytes, nesting: Nesting) -> None:
    if nesting.max(initial=0) > MAX_NESTING:
        line = 1 + text.count(b"\n", 0, int(np.argmax(nesting > MAX_NESTING)))
        raise UnreadableMorphology(
            f"Line {line} opens more than {MAX_NESTING:,} brackets, one in the other.", line=line
        )


def _other_somata(bare: bytes, nesting: Nesting) -> list[tuple[int, int]]:
    """From where to where the blocks reach that are somata, the first one left out."""
    marks = [one.start() for one in _SOMA.finditer(bare) if nesting[one.start()] == 2]
    if len(marks) < 2:
        return []
    outside = np.flatnonzero(nesting == 0)
    blocks = []
    for mark in marks:
        place = int(np.searchsorted(outside, mark))
        start = int(outside[place - 1]) + 1 if place else 0
        blocks.append((start, int(outside[place]) + 1 if place < len(outside) else len(bare)))
    return [(bare.index(b"(", start), end) for start, end in dict.fromkeys(blocks)][1:]


def _not_finite(bare: bytes) -> Iterator[re.Match[bytes]]:
    """Points with a coordinate that is no finite number."""
    if not _MAYBE_NOT_FINITE.search(bare):
        return
    for found in _POINT.finditer(bare):
        place = _place(found)
        if place is not None and not np.isfinite(place).all():
            yield found


def _place(point: re.Match[bytes]) -> list[float] | None:
    """Its coordinates; None for brackets that hold something else."""
    try:
        return [number_of("a coordinate", one) for one in point.groups()]
    except ValueError:
        return None


def _places(block: bytes) -> Floats:
    found = [place for one in _POINT.finditer(block) if (place := _place(one)) and np.isfinite(place).all()]
    return np.array(found, np.float64).reshape(-1, 3)


def _within(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] < end for start, end in others)


def _without(text: bytes, spans: list[tuple[int, int]]) -> bytes:
    """The text with blanks for these stretches, its lines where they were."""
    result = bytearray(text)
    for start, end in spans:
        result[start:end] = re.sub(rb"[^\n]", b" ", text[start:end])
    return bytes(result)
