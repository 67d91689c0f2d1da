"""Measures and ages that a typed text asks for: `axon longer than 10 mm`, `more than 50 tips`, `younger than 30 days`.

Such a piece becomes the range that a filter would give. It needs a comparison, a number and what is compared: a
measure's noun with a unit that suits it, or a word that names its measure (longer, deeper, older). Lengths without a
unit are in µm. Ages are those of the animals: a record is younger than 30 days when all of its animals are. What would
be no range (100 to 50 tips, a number beyond all numbers) stays words.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from chalicelib.morphology.names import COMPARTMENTS, MEASURES, SOURCE_ONLY, Measure
from chalicelib.search.ranges import Span
from chalicelib.search.text_parts import Parts, with_text

FACET, AGE = "measure", "age"
AGES = ("min_age_days", "max_age_days")
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
_MICROMETRES = {  # by what a unit's name holds
    re.compile(name, re.IGNORECASE): size
    for name, size in (("nm", 1e-3), ("[µμu]m|micro", 1.0), ("mm|milli", 1e3), ("cm", 1e4))
}
_POWERS = {  # of a unit: what a surface or a volume is told by
    re.compile(r"cub|cu\.?\s|3|³", re.IGNORECASE): 3,
    re.compile(r"sq|2|²", re.IGNORECASE): 2,
    re.compile(""): 1,
}
_POWER_OF = {"µm": 1, "µm²": 2, "µm³": 3}
_ADJECTIVES = {
    "long": "length", "short": "length", "wide": "width", "narrow": "width", "deep": "depth", "shallow": "depth",
    "tall": "height", "thick": "mean_diameter", "thin": "mean_diameter",
}  # fmt: skip
_COMPARATIVE = {
    "longer": "long", "shorter": "short", "wider": "wide", "narrower": "narrow", "deeper": "deep",
    "shallower": "shallow",
    "taller": "tall", "thicker": "thick", "thinner": "thin",
}  # fmt: skip
_FALLING = frozenset("short narrow shallow thin".split())
_MEASURES = {**MEASURES, **SOURCE_ONLY}
_NOUNS = {noun.casefold(): one for one in _MEASURES.values() for noun in one.words}
_NOUNS |= {noun.removesuffix("s"): one for noun, one in _NOUNS.items() if one.is_count}
_PLACES = {word: name for name, called in COMPARTMENTS.items() for word in called}


def _one_of(words: Iterator[str] | list[str]) -> str:
    return "|".join(sorted((re.escape(one).replace(r"\ ", r"\s+") for one in words), key=len, reverse=True))


_NUMBER = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
_UNIT = (
    r"(?P<{0}>(?:(?:square|sq\.?|cubic|cu\.?)\s*)?"
    r"(?:nm|[µμu]m|microns?|micromet(?:er|re)s?|mm|millimet(?:er|re)s?|cm)(?:\^?[23]|²|³)?)(?![^\W_])"
)
_PLACE, _NOUN = _one_of(list(_PLACES)), _one_of(list(_NOUNS))
_MORE = (
    r"(?:more|greater|larger|bigger|higher)\s+than|over|above|exceeding|at\s+least|not?\s+(?:less|fewer)\s+than|[>≥]=?"
)
_LESS = r"(?:less|fewer|smaller|lower)\s+than|under|below|at\s+most|up\s+to|not?\s+more\s+than|[<≤]=?"
_COMPARED = rf"(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<not>not?\s+)?(?P<than>{_one_of(list(_COMPARATIVE))})\s+than"
_AMOUNT = (
    rf"(?:(?:{_COMPARED})\s*(?P<one>{_NUMBER})"
    rf"|(?:(?:between|from)\s+)?(?P<low>{_NUMBER})\s*(?:{_UNIT.format('low_unit')}\s*)?(?:to|and|-|–)\s*(?P<high>{_NUMBER}))"
)
_OF = r"(?:\s*(?:of|is|are|was|with|has|have|a|an|=|:))*\s*"
_BEFORE = re.compile(  # axon length over 5 mm, axon longer than 10 mm, tips > 50
    rf"(?<![^\W_])(?=\S)(?:(?:number\s+of|total)\s+)?(?:(?P<place>{_PLACE})\s+)?(?:(?P<noun>{_NOUN})(?![^\W_]))?{_OF}{_AMOUNT}"
    rf"(?![\d.,]*\d)\s*(?:{_UNIT.format('unit')})?(?![^\W_])(?:\s+(?:long|in\s+length)(?![^\W_]))?",
    re.IGNORECASE,
)
_AFTER = re.compile(  # more than 50 axonal tips, over 10 mm of axon
    rf"(?<![^\W_]){_AMOUNT}\s*(?:{_UNIT.format('unit')}\s*)?(?:of\s+)?(?:total\s+)?"
    rf"(?:(?P<place>{_PLACE})(?:\s+(?P<noun>{_NOUN}))?|(?P<bare>{_NOUN}))(?![^\W_])",
    re.IGNORECASE,
)
_SCALE = r"(?P<{0}>day|week|month|year)s?"
_AGE = re.compile(
    r"(?<![^\W_])(?:(?:age|aged|ages)\s+)?(?:"
    rf"(?P<not>not?\s+)?(?P<than>younger|older)\s+than\s+(?P<one>{_NUMBER})\s*{_SCALE.format('scale')}(?:\s+old)?"
    rf"|(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\s*(?P<bound>{_NUMBER})[\s-]*{_SCALE.format('bound_scale')}[\s-]*(?P<old>old)?"
    rf"|(?:(?:between|from)\s+)?(?P<low>{_NUMBER})\s*(?:{_SCALE.format('low_scale')}\s*)?(?:to|and|-|–)\s*(?P<high>{_NUMBER})"
    rf"[\s-]*{_SCALE.format('high_scale')}[\s-]*(?P<spanning>old)?"
    rf"|(?P<exact>{_NUMBER})[\s-]*{_SCALE.format('exact_scale')}[\s-]*old)(?![^\W_])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Quantity:
    """A range that was understood: `spans` by the name of the range filter, all of which must hold."""

    text: str
    start: int  # where it stands in the text
    facet: str
    label: str
    spans: tuple[tuple[str, Span], ...]


def extract_quantities(parts: Parts) -> tuple[Parts, list[Quantity]]:
    """The parts with blanks where quantities stood, and the quantities."""
    found: list[Quantity] = []
    text = parts.text
    for pattern, read in ((_AGE, _read_age), (_AFTER, _read_measure), (_BEFORE, _read_measure)):
        for one in list(pattern.finditer(text)):
            if quantity := read(one):
                found.append(quantity)
                text = text[: one.start()] + " " * len(one[0]) + text[one.end() :]
    return (with_text(parts, text), sorted(found, key=lambda one: one.start)) if found else (parts, [])


def _read_measure(found: re.Match[str]) -> Quantity | None:
    told = found.groupdict()
    adjective = _COMPARATIVE.get((told["than"] or "").lower(), "")
    noun = _words(told["noun"] or told.get("bare"))
    place = _PLACES.get(_words(told["place"]), "")
    measure = _NOUNS.get(noun) if noun else _MEASURES.get(_ADJECTIVES.get(adjective, ""))
    if measure is None and place and told["unit"]:
        measure = MEASURES["length"]  # axon > 10 mm
    if measure is None or (noun and adjective and not _is_length(measure)):
        return None
    field = _field(measure, place)
    factor = _factor(measure, told["unit"] or told["low_unit"])
    if field is None or factor is None:
        return None
    low = _factor(measure, told["low_unit"] or told["unit"]) or factor
    falls = adjective in _FALLING or bool(told["less"])
    span = _span(told, factor, low, falls=falls is not bool(told["not"]), whole=measure.is_count)
    name = f"{place.replace('_', ' ')} {measure.words[0]}".strip()
    return _quantity(found, FACET, f"{name} {_ends(span, measure.unit)}", span, ((field, span),))


def _read_age(found: re.Match[str]) -> Quantity | None:
    told = found.groupdict()
    youngest, oldest = AGES
    if told["exact"]:
        days = _value(told["exact"]) * _days(told["exact_scale"])
        spans = ((youngest, Span(None, days)), (oldest, Span(days, None)))
        return _quantity(found, AGE, f"{days:g} days", Span(days, days), spans)
    if not (told["than"] or told["old"] or told["spanning"] or found[0].lower().startswith("age")):
        return None  # a time, which need not be an age
    span = _age_span(told)
    ends = ((youngest, Span(span.least, None)), (oldest, Span(None, span.most)))
    known = tuple((name, end) for name, end in ends if end != Span(None, None))
    return _quantity(found, AGE, _ends(span, "days"), span, known)


def _quantity(
    found: re.Match[str], facet: str, label: str, span: Span, spans: tuple[tuple[str, Span], ...]
) -> Quantity | None:
    """None where the span is none: its ends run backwards, or are no numbers that a filter takes."""
    ends = [one for one in (span.least, span.most) if one is not None]
    if ends != sorted(ends) or not all(map(math.isfinite, ends)):
        return None
    return Quantity(" ".join(found[0].split()), found.start(), facet, label, spans)


def _age_span(told: dict[str, str | None]) -> Span:
    if told["high"]:
        high = _days(told["high_scale"])
        low = _days(told["low_scale"]) if told["low_scale"] else high
        return Span(_value(told["low"]) * low, _value(told["high"]) * high)
    days = _value(told["one"] or told["bound"]) * _days(told["scale"] or told["bound_scale"])
    is_young = (told["than"] or "").lower() == "younger" or bool(told["less"])
    return Span(None, days) if is_young is not bool(told["not"]) else Span(days, None)


def _days(scale: str | None) -> float:
    return _DAYS[(scale or "").lower()]


def _span(told: dict[str, str | None], factor: float, low: float, *, falls: bool, whole: bool) -> Span:
    """Both ends belong to a span: of counts, more than 50 begins at 51."""
    if told["high"]:
        return Span(_value(told["low"]) * low, _value(told["high"]) * factor)
    value = _value(told["one"]) * factor
    strict = whole and _is_strict(told)
    return Span(None, value - strict) if falls else Span(value + strict, None)


def _is_strict(told: dict[str, str | None]) -> bool:
    sign = _words(told["more"] or told["less"])
    return not (sign.endswith("=") or sign in ("≥", "≤", "at least", "at most", "up to") or sign.startswith("no"))


def _field(measure: Measure, place: str) -> str | None:
    if measure.name in SOURCE_ONLY:
        return None if place else f"source_morphometry.{measure.name}"
    if place and not measure.per_compartment:
        return None
    return f"morphometry.{place}.{measure.name}" if place else f"morphometry.{measure.name}"


def _is_length(measure: Measure) -> bool:
    return measure.unit == "µm"


def _factor(measure: Measure, unit: str | None) -> float | None:
    """What a number of `unit` is multiplied by; None for a unit that does not suit the measure."""
    if not unit:
        return 1.0
    power = next(power for pattern, power in _POWERS.items() if pattern.search(unit))
    size = next((size for pattern, size in _MICROMETRES.items() if pattern.search(unit)), None)
    return float(size**power) if size and power == _POWER_OF.get(measure.unit) else None


def _value(text: str | None) -> float:
    number = text or "0"
    return float(
        number.replace(",", "") if re.fullmatch(r"\d+(?:,\d{3})+(?:\.\d+)?", number) else number.replace(",", ".")
    )


def _ends(span: Span, unit: str) -> str:
    least, most = (
        None if one is None else f"{one:,g}" if abs(one) < 1e6 else f"{one:,.0f}" for one in (span.least, span.most)
    )
    told = f"{least} to {most}" if least and most else f"of at least {least}" if least else f"of at most {most}"
    return f"{told} {unit}".strip()


def _words(text: str | None) -> str:
    return " ".join((text or "").casefold().split())
