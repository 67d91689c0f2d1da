"""How numbers lie, told from counted cells, which are narrow: a fiftieth of their numbers at most.

Cells are terms of the index, named by their lower end (`672.16` is `670+`, `670` itself is `670`), so that however many
records there are, a distribution follows from some thousand counts. Cells are half open: a number where two of them
meet is in the upper one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache
from itertools import accumulate, pairwise

from chalicelib.json_types import Json

MOST_BINS = 20
_FINE, _MIDDLE, _COARSE = Decimal("0.02"), Decimal("0.05"), Decimal("0.1")
_FINE_TO = Decimal("2.5")
_BEYOND = "+"  # numbers above the lower end
_SKEWED = 8  # times the number at the lower tail is that at the upper one
_TAIL = 0.025  # of the records share a bin at either end: outliers would leave all others in one


@lru_cache(maxsize=50_000)
def name_cell(number: float) -> str:
    """The term of a number's cell."""
    size = abs(Decimal(repr(number)))
    step = _step_at(size)
    low = (size / step).to_integral_value(ROUND_FLOOR) * step
    return f"{'-' if number < 0 else ''}{low.normalize()}{'' if low == size else _BEYOND}"


@lru_cache(maxsize=50_000)
def read_cell(name: str) -> tuple[float, float]:
    """Between which two numbers a term's cell lies; they are the same where nothing was left out."""
    low = Decimal(name.removesuffix(_BEYOND))
    if not name.endswith(_BEYOND):
        return float(low), float(low)
    step = _step_at(abs(low))
    return (float(low - step), float(low)) if name.startswith("-") else (float(low), float(low + step))


def _step_at(size: Decimal) -> Decimal:
    """How wide cells are at a number: 75 steps from 1 to 2.5, 50 to 5, 50 to 10."""
    lead = size.scaleb(-size.adjusted())
    return (_FINE if lead < _FINE_TO else _MIDDLE if lead < 5 else _COARSE).scaleb(size.adjusted())


def distribution(counts: Mapping[str, int]) -> Json:
    """`{count, bins: [{from, to, count}], quartiles}` of the records counted by cell."""
    if not counts:
        return {"count": 0, "bins": [], "quartiles": []}
    cells = sorted((*read_cell(name), count) for name, count in counts.items())
    lows = [low for low, _, _ in cells]
    sums = [0, *accumulate(count for _, _, count in cells)]

    def place_of(share: float) -> int:
        """The cell in which this share of all records, in order, is passed."""
        return bisect_right(sums, share * sums[-1]) - 1

    starts = _starts(lows, lows[place_of(_TAIL)], lows[place_of(1 - _TAIL)])
    places = [0, *(bisect_left(lows, start) for start in starts), len(cells)]
    return {
        "count": sums[-1],
        "bins": [
            {"from": lows[first], "to": cells[end - 1][1], "count": sums[end] - sums[first]}
            for first, end in pairwise(places)
            if first < end
        ],
        "quartiles": [sum(cells[place_of(share)][:2]) / 2 for share in (0.25, 0.5, 0.75)],
    }


def _starts(lows: Sequence[float], first: float, last: float) -> Sequence[float]:
    """Where bins begin: at each number that there is; or at even steps between the tails, which have a bin each, or by
    even factors where numbers differ in size.
    """
    distinct = list(dict.fromkeys(lows))
    if len(distinct) <= MOST_BINS:
        return distinct
    inner = MOST_BINS - 2
    if first > 0 and last > _SKEWED * first:
        return [*(first * (last / first) ** (step / inner) for step in range(inner)), last]
    return [*(first + (last - first) * step / inner for step in range(inner)), last]
