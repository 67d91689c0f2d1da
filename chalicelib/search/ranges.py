"""Numbers between two ends, as addresses and bodies give them: `..30`, `200..500`, `{"from": 200, "to": 500}`."""

import math
import re
from dataclasses import dataclass
from typing import Any

from chalicelib.errors import BadInput
from chalicelib.json_types import Json

DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}  # of a scale of age
_NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?"
_FORM = re.compile(rf"\s*({_NUMBER})?\s*\.\.\s*({_NUMBER})?\s*|\s*({_NUMBER})\s*")


@dataclass(frozen=True)
class Span:
    """Both ends belong to it; None is an open end, and at least one end is given."""

    least: float | None
    most: float | None

    def clause(self, path: str) -> Json:
        ends = {"gte": self.least, "lte": self.most}
        return {"range": {path: {name: value for name, value in ends.items() if value is not None}}}


def span_of(value: Any, field: str) -> Span:
    """The span that a text or an object tells; raises BadInput for one that is none, is empty or runs backwards."""
    if isinstance(value, dict):
        return _check_ends(_of_object(value, field), field)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _check_ends(Span(float(value), float(value)), field)
    found = _FORM.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise _refusal(value, field)
    least, most = (found[3], found[3]) if found[3] else (found[1], found[2])
    return _check_ends(Span(_number(least), _number(most)), field)


def _of_object(value: Json, field: str) -> Span:
    ends = [value.get("from"), value.get("to")]
    numbers = all(one is None or (isinstance(one, int | float) and not isinstance(one, bool)) for one in ends)
    if set(value) - {"from", "to"} or not numbers:
        raise _refusal(value, field)
    return Span(*(None if one is None else float(one) for one in ends))


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)


def _check_ends(span: Span, field: str) -> Span:
    ends = [one for one in (span.least, span.most) if one is not None]
    if not ends or not all(math.isfinite(one) for one in ends):
        raise BadInput(f"{field}: a range needs one end at least, and ends that are numbers.", field=field)
    if len(ends) == 2 and ends[0] > ends[1]:
        raise BadInput(f"{field}: the range runs backwards, from {ends[0]:g} to {ends[1]:g}.", field=field)
    return span


def _refusal(value: Any, field: str) -> BadInput:
    return BadInput(
        f'{field}: a range such as 200..500, ..500 or 200.. (in JSON also {{"from": 200, "to": 500}}), not'
        f" {str(value)[:60]!r}.",
        field=field,
    )
