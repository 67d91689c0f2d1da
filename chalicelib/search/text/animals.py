"""What a typed text says of the animals and their slices in numbers: `younger than 30 days`, `P20`, `over 300 g`.

A record is younger than 30 days when all of its animals are, and of the age of 20 days when one may be.
"""

import re

from chalicelib.search.ranges import DAYS, Span
from chalicelib.search.text.parts import Parts
from chalicelib.search.text.quantities import LESS, MORE, NUMBER, Quantity, ends_of, extract, quantity_of, value_of

AGE, WEIGHT, SLICE = "age", "weight", "slice"
AGES = ("min_age_days", "max_age_days")
WEIGHTS = ("min_weight", "max_weight")
_GRAMS = {"g": 1.0, "gram": 1.0, "kg": 1000.0, "kilogram": 1000.0}
_SCALE = r"(?P<{0}>day|week|month|year)s?"
_IS = r"(?:\s*(?:of|is|was|:|=))*\s*"
_AGE = re.compile(
    r"(?<![^\W_])(?:(?:age|aged|ages)\s+)?(?:"
    rf"(?P<not>not?\s+)?(?P<than>younger|older)\s+than\s+(?P<one>{NUMBER})\s*{_SCALE.format('scale')}(?:\s+old)?"
    rf"|(?:(?P<more>{MORE})|(?P<less>{LESS}))\s*(?P<bound>{NUMBER})[\s-]*{_SCALE.format('bound_scale')}[\s-]*(?P<old>old)?"
    rf"|(?:(?:between|from)\s+)?(?P<low>{NUMBER})\s*(?:{_SCALE.format('low_scale')}\s*)?(?:to|and|-|–)\s*(?P<high>{NUMBER})"
    rf"[\s-]*{_SCALE.format('high_scale')}[\s-]*(?P<spanning>old)?"
    rf"|(?P<exact>{NUMBER})[\s-]*{_SCALE.format('exact_scale')}(?:[\s-]*(?P<aged>old|of\s+age))?)(?![^\W_])",
    re.IGNORECASE,
)
_POSTNATAL = re.compile(
    r"(?<!\S)(?:\(?PN?D?|[Pp]ostnatal\s+day\s*|[Pp]ostnatal\s+days\s*)(?P<low>\d{1,3})"
    r"(?:\s*(?:-|–|to)\s*(?:PN?D?)?(?P<high>\d{1,3}))?(?=[\s,;.)]|\Z)"
)  # P20, P14-P21, postnatal day 20
_WEIGHT = re.compile(
    rf"(?<![^\W_])(?:(?:body\s+)?weights?|weighing|weighed){_IS}"
    rf"(?:(?:(?P<more>{MORE})|(?P<less>{LESS}))\s*(?P<bound>{NUMBER})"
    rf"|(?:(?:between|from)\s+)?(?P<low>{NUMBER})\s*(?:k?g(?:rams?)?\s*)?(?:to|and|-|–)\s*(?P<high>{NUMBER}))"
    r"\s*(?P<unit>kg|kilogram|g|gram)s?(?![^\W_])",
    re.IGNORECASE,
)
_THICKNESS = re.compile(
    rf"(?<![^\W_])(?:slic(?:e|es|ing)|sections?)\s+thickness{_IS}"
    rf"(?:(?:(?P<more>{MORE})|(?P<less>{LESS}))\s*)?(?P<one>{NUMBER})\s*(?:[µμu]m|microns?)?(?![^\W_])"
    rf"|(?<![^\W_])(?P<thick>{NUMBER})\s*(?:[µμu]m|microns?)\s+(?:thick\s+)?(?:slices?|sections?)(?![^\W_])",
    re.IGNORECASE,
)


def extract_animals(parts: Parts) -> tuple[Parts, list[Quantity]]:
    """The parts with blanks where ages, weights and slices stood, and these."""
    return extract(
        parts,
        ((_WEIGHT, _read_weight), (_THICKNESS, _read_thickness), (_AGE, _read_age), (_POSTNATAL, _read_postnatal)),
    )


def _read_age(found: re.Match[str]) -> Quantity | None:
    groups = found.groupdict()
    is_about_age = bool(groups["than"] or groups["old"] or groups["spanning"] or groups["aged"])
    if not is_about_age and not found[0].lower().startswith("age"):
        return None  # a time, which need not be an age
    if groups["exact"]:
        days = value_of(groups["exact"]) * _days(groups["exact_scale"])
        return _of_age(found, Span(days, days), f"{days:g} days")
    return _within(found, AGE, AGES, _age_span(groups), "days")


def _read_postnatal(found: re.Match[str]) -> Quantity | None:
    low = value_of(found["low"])
    span = Span(low, value_of(found["high"]) if found["high"] else low)
    return _of_age(found, span, f"postnatal day {span.least:g}" + (f" to {span.most:g}" if found["high"] else ""))


def _read_weight(found: re.Match[str]) -> Quantity | None:
    grams = _GRAMS[found["unit"].lower()]
    if found["high"]:
        span = Span(value_of(found["low"]) * grams, value_of(found["high"]) * grams)
    else:
        bound = value_of(found["bound"]) * grams
        span = Span(None, bound) if found["less"] else Span(bound, None)
    return _within(found, WEIGHT, WEIGHTS, span, "g")


def _read_thickness(found: re.Match[str]) -> Quantity | None:
    value = value_of(found["one"] or found["thick"])
    span = Span(None if found["less"] else value, None if found["more"] else value)
    return quantity_of(found, SLICE, f"slices {ends_of(span, 'µm')}", span, (("slicing_thickness", span),))


def _of_age(found: re.Match[str], span: Span, label: str) -> Quantity | None:
    """Animals whose range of ages meets the span."""
    youngest, oldest = AGES
    return quantity_of(found, AGE, label, span, ((youngest, Span(None, span.most)), (oldest, Span(span.least, None))))


def _within(found: re.Match[str], facet: str, fields: tuple[str, str], span: Span, unit: str) -> Quantity | None:
    """Animals that are all within the span."""
    ends = ((fields[0], Span(span.least, None)), (fields[1], Span(None, span.most)))
    known = tuple(one for one in ends if one[1] != Span(None, None))
    return quantity_of(found, facet, ends_of(span, unit), span, known)


def _age_span(groups: dict[str, str | None]) -> Span:
    if groups["high"]:
        high = _days(groups["high_scale"])
        low = _days(groups["low_scale"]) if groups["low_scale"] else high
        return Span(value_of(groups["low"]) * low, value_of(groups["high"]) * high)
    days = value_of(groups["one"] or groups["bound"]) * _days(groups["scale"] or groups["bound_scale"])
    is_young = (groups["than"] or "").lower() == "younger" or bool(groups["less"])
    return Span(None, days) if is_young is not bool(groups["not"]) else Span(days, None)


def _days(scale: str | None) -> float:
    return DAYS[(scale or "").lower()]
