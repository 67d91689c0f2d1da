"""Measures that a typed text asks for: `axon longer than 10 mm`, `more than 50 tips`, `soma larger than 300 µm²`.

Such a piece becomes the range that a filter would give. It needs a comparison, a number and what is compared: a
measure's noun with a unit that suits it, or a word that names its measure (longer, deeper). Lengths without a unit are
in µm. What would be no range (100 to 50 tips, a number beyond all numbers) stays words.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from chalicelib.morphology.names import COMPARTMENTS, MEASURES, SOURCE_NAMES, SOURCE_ONLY, Measure
from chalicelib.search.ranges import Span
from chalicelib.search.text.parts import Parts, with_text

FACET = "measure"
_MICROMETRES = {  # by what a unit's name holds
    re.compile(name, re.IGNORECASE): size
    for name, size in (("nm", 1e-3), ("[µμu]m|micro", 1.0), ("mm|milli", 1e3), ("cm", 1e4))
}
_POWERS = {  # of a unit: what a surface or a volume is measured in
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
_NOUNS |= dict.fromkeys(("soma", "somata", "cell body"), MEASURES["soma_surface"])
_PUBLISHED = frozenset({"surface", "soma_surface", "volume"})  # which a source tells of every neuron
_PLACES = {word: name for name, called in COMPARTMENTS.items() for word in called}


def _one_of(words: Iterator[str] | list[str]) -> str:
    return "|".join(sorted((re.escape(one).replace(r"\ ", r"\s+") for one in words), key=len, reverse=True))


NUMBER = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
_UNIT = (
    r"(?P<{0}>(?:(?:square|sq\.?|cubic|cu\.?)\s*)?"
    r"(?:nm|[µμu]m|microns?|micromet(?:er|re)s?|mm|millimet(?:er|re)s?|cm)(?:\^?[23]|²|³)?)(?![^\W_])"
)
_PLACE, _NOUN = _one_of(list(_PLACES)), _one_of(list(_NOUNS))
MORE = (
    r"(?:more|greater|larger|bigger|higher)\s+than|over|above|exceeding|at\s+least|not?\s+(?:less|fewer)\s+than|[>≥]=?"
)
LESS = r"(?:less|fewer|smaller|lower)\s+than|under|below|at\s+most|up\s+to|not?\s+more\s+than|[<≤]=?"
_COMPARED = rf"(?P<more>{MORE})|(?P<less>{LESS})|(?P<not>not?\s+)?(?P<than>{_one_of(list(_COMPARATIVE))})\s+than"
_AMOUNT = (
    rf"(?:(?:{_COMPARED})\s*(?P<one>{NUMBER})"
    rf"|(?:(?:between|from)\s+)?(?P<low>{NUMBER})\s*(?:{_UNIT.format('low_unit')}\s*)?(?:to|and|-|–)\s*(?P<high>{NUMBER}))"
)
_OF = r"(?:\s*(?:of|is|are|was|with|has|have|a|an|=|:))*\s*"
_BEFORE = re.compile(  # axon length over 5 mm, axon longer than 10 mm, tips > 50
    rf"(?<![^\W_])(?=\S)(?:(?:number\s+of|total)\s+)?(?:(?P<place>{_PLACE})\s+)?(?:(?P<noun>{_NOUN})(?![^\W_]))?{_OF}{_AMOUNT}"
    rf"(?![\d.,]*\d)\s*(?:{_UNIT.format('unit')})?(?![^\W_])(?:\s+(?:long|in\s+length)(?![^\W_]))?",
    re.IGNORECASE,
)
_AFTER = re.compile(  # more than 50 axonal tips, over 10 mm of axon, axon with more than 50 tips
    rf"(?<![^\W_])(?:(?P<whose>{_PLACE})\s+(?:with|has|have|having)\s+)?{_AMOUNT}\s*(?:{_UNIT.format('unit')}\s*)?(?:of\s+)?(?:total\s+)?"
    rf"(?:(?P<place>{_PLACE})(?:\s+(?P<noun>{_NOUN}))?|(?P<bare>{_NOUN}))(?![^\W_])",
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
    published: tuple[tuple[str, Span], ...] = ()  # the same as its source measures it


Reader = Callable[[re.Match[str]], Quantity | None]


def extract_quantities(parts: Parts) -> tuple[Parts, list[Quantity]]:
    """The parts with blanks where measures stood, and the measures."""
    return extract(parts, ((_AFTER, _read_measure), (_BEFORE, _read_measure)))


def extract(parts: Parts, readers: Sequence[tuple[re.Pattern[str], Reader]]) -> tuple[Parts, list[Quantity]]:
    """The parts with blanks where something was read, and what was read, from left to right."""
    found: list[Quantity] = []
    text = parts.text
    for pattern, read in readers:
        for one in list(pattern.finditer(text)):
            if quantity := read(one):
                found.append(quantity)
                text = text[: one.start()] + " " * len(one[0]) + text[one.end() :]
    return (with_text(parts, text), sorted(found, key=lambda one: one.start)) if found else (parts, [])


def _read_measure(found: re.Match[str]) -> Quantity | None:
    groups = found.groupdict()
    adjective = _COMPARATIVE.get((groups["than"] or "").lower(), "")
    noun = _plain(groups["noun"] or groups.get("bare"))
    place = _PLACES.get(_plain(groups.get("place") or groups.get("whose")), "")
    measure = _NOUNS.get(noun) if noun else _MEASURES.get(_ADJECTIVES.get(adjective, ""))
    if measure is None and place and groups["unit"]:
        measure = MEASURES["length"]  # axon > 10 mm
    if measure is None or (noun and adjective and not _is_length(measure)):
        return None
    field = _field(measure, place)
    factor = _factor(measure, groups["unit"] or groups["low_unit"])
    if field is None or factor is None:
        return None
    low = _factor(measure, groups["low_unit"] or groups["unit"]) or factor
    falls = adjective in _FALLING or bool(groups["less"])
    span = _span(groups, factor, low, falls=falls is not bool(groups["not"]), whole=measure.is_count)
    name = f"{place.replace('_', ' ')} {measure.words[0]}".strip()
    source_field = None if place else _published_field(measure)
    published = ((source_field, span),) if source_field else ()
    return quantity_of(found, FACET, f"{name} {ends_of(span, measure.unit)}", span, ((field, span),), published)


def quantity_of(
    found: re.Match[str],
    facet: str,
    label: str,
    span: Span,
    spans: tuple[tuple[str, Span], ...],
    published: tuple[tuple[str, Span], ...] = (),
) -> Quantity | None:
    """None where the span is none: its ends run backwards, or are no numbers that a filter takes."""
    ends = [one for one in (span.least, span.most) if one is not None]
    if ends != sorted(ends) or not all(map(math.isfinite, ends)):
        return None
    return Quantity(" ".join(found[0].split()), found.start(), facet, label, spans, published)


def _span(groups: dict[str, str | None], factor: float, low: float, *, falls: bool, whole: bool) -> Span:
    """Both ends belong to a span: of counts, more than 50 begins at 51."""
    if groups["high"]:
        return Span(value_of(groups["low"]) * low, value_of(groups["high"]) * factor)
    value = value_of(groups["one"]) * factor
    strict = whole and _is_strict(groups)
    return Span(None, value - strict) if falls else Span(value + strict, None)


def _is_strict(groups: dict[str, str | None]) -> bool:
    sign = _plain(groups["more"] or groups["less"])
    return not (sign.endswith("=") or sign in ("≥", "≤", "at least", "at most", "up to") or sign.startswith("no"))


def _field(measure: Measure, place: str) -> str | None:
    if measure.name in SOURCE_ONLY:
        return None if place else f"source_morphometry.{measure.name}"
    if place and not measure.per_compartment:
        return None
    return f"morphometry.{place}.{measure.name}" if place else f"morphometry.{measure.name}"


def _published_field(measure: Measure) -> str | None:
    if measure.name in _PUBLISHED:
        return measure.name
    return f"source_morphometry.{measure.name}" if measure.name in SOURCE_NAMES.values() else None


def _is_length(measure: Measure) -> bool:
    return measure.unit == "µm"


def _factor(measure: Measure, unit: str | None) -> float | None:
    """What a number of `unit` is multiplied by; None for a unit that does not suit the measure."""
    if not unit:
        return 1.0
    power = next(power for pattern, power in _POWERS.items() if pattern.search(unit))
    size = next((size for pattern, size in _MICROMETRES.items() if pattern.search(unit)), None)
    return float(size**power) if size and power == _POWER_OF.get(measure.unit) else None


def value_of(text: str | None) -> float:
    number = text or "0"
    return float(
        number.replace(",", "") if re.fullmatch(r"\d+(?:,\d{3})+(?:\.\d+)?", number) else number.replace(",", ".")
    )


def ends_of(span: Span, unit: str) -> str:
    least, most = (
        None if one is None else f"{one:,g}" if abs(one) < 1e6 else f"{one:,.0f}" for one in (span.least, span.most)
    )
    text = f"{least} to {most}" if least and most else f"of at least {least}" if least else f"of at most {most}"
    return f"{text} {unit}".strip()


def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().split())
