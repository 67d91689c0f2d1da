"""SWC as arrays: every line that is a point, in the file's order, and what was passed over.

Blocks of lines whose values NumPy reads are parsed at once; a block with anything else is parsed line by line
(`swc_lines.py`), so that a file of 1,000,000 points takes seconds and little memory beside its arrays.
"""

import re
import warnings
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from chalicelib.errors import UnreadableMorphology
from chalicelib.morphology.swc_lines import COLUMNS, data_lines, point_of

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
MAX_POINTS: Final = 2_000_000
FARTHEST: Final = 1e12  # µm; what lies beyond is infinite, so that squares and cubes are finite in single precision too
_BLOCK: Final = 20_000  # lines
_PLAIN: Final = re.compile(rb"[0-9eE+\-. \t\nnNaAiIfF]*")  # nan and inf are read like numbers, NA is not


@dataclass(frozen=True)
class Points:
    """The points of a file, line by line: `xyz` is (n, 3) and `radii` (n,), in µm; parents are ids; lines count from
    1.
    """

    ids: Integers
    types: Integers
    xyz: Floats
    radii: Floats
    parents: Integers
    lines: Integers
    malformed: tuple[int, ...] = ()  # numbers of the lines that are no points


def read_points(text: bytes) -> Points:
    """The points of a text with line feeds; raises UnreadableMorphology with the first line at fault.

    A line that is no point (a footer, a download that broke off) is passed over, as long as most lines are points.
    """
    lines = data_lines(text)
    rows: list[Floats] = []
    numbers: list[Integers] = []
    malformed: list[int] = []
    fault: tuple[int, str] | None = None
    while block := list(islice(lines, _BLOCK)):
        values, places, bad = _parse(block)
        rows.append(values)
        numbers.append(places)
        fault = fault or (bad[0] if bad else None)
        malformed += [number for number, _ in bad]
        _require_mostly_points(sum(map(len, rows)), len(malformed), fault)
    if not rows:
        raise UnreadableMorphology("The file holds no line with a point.")
    return _points(np.concatenate(rows), np.concatenate(numbers), tuple(malformed))


def _require_mostly_points(points: int, malformed: int, fault: tuple[int, str] | None) -> None:
    if fault and points < malformed:
        line, reason = fault
        text = f"{malformed} of {points + malformed} lines are no points; line {line}: {reason}."
        raise UnreadableMorphology(f"The file is no SWC: {text}", line=line)
    if points > MAX_POINTS:
        raise UnreadableMorphology(f"The file holds more than {MAX_POINTS:,} points.")


def _parse(block: list[tuple[int, bytes]]) -> tuple[Floats, Integers, list[tuple[int, str]]]:
    """Values (k, 7) and line numbers (k,) of the points, and number and fault of the other lines."""
    values = _plain_values([line for _, line in block])
    if values is not None:
        return values, np.array([number for number, _ in block], np.int64), []
    points, numbers, bad = [], [], []
    for number, line in block:
        try:
            points.append(point_of(line))
            numbers.append(number)
        except ValueError as error:
            bad.append((number, str(error)))
    return np.array(points, np.float64).reshape(-1, len(COLUMNS)), np.array(numbers, np.int64), bad


def _plain_values(lines: list[bytes]) -> Floats | None:
    """All values at once, where each line holds seven plain numbers and identifiers are whole; else None."""
    text = b"\n".join(lines)
    if not _PLAIN.fullmatch(text) or any(len(line.split()) != len(COLUMNS) for line in lines):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            values = np.fromstring(text, dtype=np.float64, sep=" ")
        except (ValueError, DeprecationWarning):
            return None
    if values.size != len(lines) * len(COLUMNS):
        return None
    table = values.reshape(-1, len(COLUMNS))
    whole = table[:, [0, 1, 6]]
    return table if np.all(np.abs(whole) < 2**53) and np.all(whole == np.rint(whole)) else None


def _points(values: Floats, lines: Integers, malformed: tuple[int, ...]) -> Points:
    lengths = values[:, 2:6]
    lengths[lengths > FARTHEST], lengths[lengths < -FARTHEST] = np.inf, -np.inf
    ids, types, parents = (values[:, column].astype(np.int64) for column in (0, 1, 6))
    return Points(ids, types, np.ascontiguousarray(values[:, 2:5]), values[:, 5].copy(), parents, lines, malformed)
