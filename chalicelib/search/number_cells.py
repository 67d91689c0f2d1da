"""How numbers lie, told from counted cells: each number stands in the cell of its first three digits.

Cells are terms of the index (`672.16` is `672+`, `672` itself is `672`), so that however many records there are, a
distribution follows from some thousand counts. Cells are half open: a number where two of them meet is in the upper
one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache
from itertools import accumulate, groupby

from chalicelib.json_types import Json

DIGITS = 3
MOST_BINS = 20
_BEYOND = "+"  # behind the three digits there is more
_TAIL = 0.025  # of the records share a bin at either end: outliers would leave all others in one


@dataclass(frozen=True)
class Cell:
    """Numbers from `low` up to `high`; both are the number where no digit was left out."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


@lru_cache(maxsize=50_000)
def name_cell(number: float) -> str:
    """The term of a number's cell."""
    exact = Decimal(repr(number))
    step = Decimal(1).scaleb(exact.adjusted() - DIGITS + 1)
    low = (exact / step).to_integral_value(ROUND_FLOOR) * step
    return f"{low.normalize()}" if low == exact else f"{low}{_BEYOND}"


@lru_cache(maxsize=50_000)
def read_cell(name: str) -> Cell:
    """The cell of a term."""
    low = Decimal(name.removesuffix(_BEYOND))
    if not name.endswith(_BEYOND):
        return Cell(float(low), float(low))
    step = Decimal(1).scaleb(int(low.as_tuple().exponent))
    return Cell(float(low), float(low + step))


def distribution(counts: Mapping[str, int]) -> Json:
    """`{count, bins: [{from, to, count}], quartiles}` of the records counted by cell."""
    cells = sorted(((read_cell(name), count) for name, count in counts.items()), key=lambda one: _place(one[0]))
    total = sum(counts.values())
    return {
        "count": total,
        "bins": [_bin(group) for group in _group_in_bins(_join_digits(cells), total)],
        "quartiles": [_at(cells, total, share).middle for share in (0.25, 0.5, 0.75)] if cells else [],
    }


def _place(cell: Cell) -> tuple[float, float]:
    return cell.low, cell.high


def _join_digits(cells: Iterable[tuple[Cell, int]]) -> list[tuple[Cell, int]]:
    """A number and those that begin with its digits are never told apart."""
    joined = [list(group) for _, group in groupby(cells, key=lambda one: one[0].low)]
    return [(Cell(group[0][0].low, group[-1][0].high), sum(count for _, count in group)) for group in joined]


def _group_in_bins(cells: Sequence[tuple[Cell, int]], total: int) -> Iterable[list[tuple[Cell, int]]]:
    """Bins of one width for the records between the tails, and one for each tail."""
    if len(cells) <= MOST_BINS:
        return ([one] for one in cells)
    low, high = _at(cells, total, _TAIL).low, _at(cells, total, 1 - _TAIL).high
    inner = MOST_BINS - 2
    width = (high - low) / inner

    def bin_of(counted: tuple[Cell, int]) -> int:
        middle = counted[0].middle
        if middle < low:
            return 0
        return inner + 1 if middle > high else 1 + min(inner - 1, int((middle - low) / width))

    return (list(group) for _, group in groupby(cells, key=bin_of))


def _at(cells: Sequence[tuple[Cell, int]], total: int, share: float) -> Cell:
    """The cell in which this share of all records, in order, is passed."""
    sums = accumulate(count for _, count in cells)
    return next(cell for (cell, _), below in zip(cells, sums, strict=True) if below > share * total)


def _bin(group: Sequence[tuple[Cell, int]]) -> Json:
    return {"from": group[0][0].low, "to": group[-1][0].high, "count": sum(count for _, count in group)}
