"""SWC as arrays: every line that is a point, in the file's order, and what was passed over.

Blocks of lines whose values NumPy reads are parsed at once; a block with anything else is parsed line by line
(`swc_lines.py`), so that a file of 1,000,000 points takes seconds and little memory beside its arrays.
"""

import re
import warnings
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from chalicelib.errors import UnreadableMorphology
from chalicelib.morphology.swc_lines import COLUMNS, data_lines, point_of_tokens, tokens_of

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
    wide: int = 0  # lines with more than seven values


def read_points(text: bytes) -> Points:
    """The points of a text with line feeds; raises UnreadableMorphology with the first line at fault.

    A line that is no point (a footer, a download that broke off) is passed over, as long as most lines are points.
    """
    lines = data_lines(text)
    rows: list[Floats] = []
    numbers: list[Integers] = []
    malformed: list[int] = []
    wide = 0
    fault: tuple[int, str] | None = None
    while block := list(islice(lines, _BLOCK)):
        parsed = _parse(block)
        rows.append(parsed.values)
        numbers.append(parsed.lines)
        fault = fault or (parsed.faults[0] if parsed.faults else None)
        malformed += [number for number, _ in parsed.faults]
        wide += parsed.wide
        _require_mostly_points(sum(map(len, rows)), len(malformed), fault)
    if not rows:
        raise UnreadableMorphology("The file holds no line with a point.")
    return _points(np.concatenate(rows), np.concatenate(numbers), tuple(malformed), wide)


def _require_mostly_points(points: int, malformed: int, fault: tuple[int, str] | None) -> None:
    if fault and points < malformed:
        line, reason = fault
        text = f"{malformed} of {points + malformed} lines are no points; line {line}: {reason}."
        raise UnreadableMorphology(f"The file is no SWC: {text}", line=line)
    if points > MAX_POINTS:
        raise UnreadableMorphology(f"The file holds more than {MAX_POINTS:,} points.")


class _Parsed(NamedTuple):
    values: Floats  # (k, 7)
    lines: Integers  # (k,)
    faults: list[tuple[int, str]]  # number and fault of the other lines
    wide: int  # how many of the points have more than seven values


def _parse(block: list[tuple[int, bytes]]) -> _Parsed:
    values = _plain_values([line for _, line in block])
    if values is not None:
        return _Parsed(values, np.array([number for number, _ in block], np.int64), [], 0)
    points, numbers, faults, wide = [], [], [], 0
    for number, line in block:
        tokens = tokens_of(line)
        try:
            points.append(point_of_tokens(tokens))
        except ValueError as error:
            faults.append((number, str(error)))
        else:
            numbers.append(number)
            wide += len(tokens) > len(COLUMNS)
    table = np.array(points, np.float64).reshape(-1, len(COLUMNS))
    return _Parsed(table, np.array(numbers, np.int64), faults, wide)


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


def _points(values: Floats, lines: Integers, malformed: tuple[int, ...], wide: int) -> Points:
    lengths = values[:, 2:6]
    lengths[lengths > FARTHEST], lengths[lengths < -FARTHEST] = np.inf, -np.inf
    ids, types, parents = (values[:, column].astype(np.int64) for column in (0, 1, 6))
    xyz, radii = np.ascontiguousarray(values[:, 2:5]), values[:, 5].copy()
    return Points(ids, types, xyz, radii, parents, lines, malformed, wide)
