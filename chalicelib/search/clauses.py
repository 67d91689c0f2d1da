"""A reading of a text as a clause of the engine: every unit a filter, every word a condition that scores.

Units of one facet that a record can have one of mean one or the other (CA1 CA3), others mean both. In a connection all
units of an end must hold of one side; of a model a region and a type must be of one cell.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from chalicelib.json_types import Json
from chalicelib.search.filters import RANGES
from chalicelib.search.quantities import FACET as QUANTITIES
from chalicelib.search.text_query import (
    MOST_SEARCHED_INSIDE,
    any_of,
    exact_clause,
    identifiers_clause,
    lifts,
    phrase_clause,
    token_clause,
    words_of,
)
from chalicelib.search.understanding import POST, PRE, Reading, Typed
from chalicelib.search.units import Unit
from chalicelib.vocabulary.vocabulary import vocabulary

SHARED = ("region", "layer", "cell type", "marker", "synaptic effect")
FACETS: dict[str, tuple[str, ...]] = {  # what may be recognised, per type of record
    "morphology": (
        *SHARED, "position", "species", "marker absent", "firing", "stage", "sex", "strain", "stain", "integrity",
        "preparation",
        "structure", QUANTITIES,
    ),
    "electrophysiology": (*SHARED, "marker absent", "e-type", "species", "firing"),
    "connection": SHARED,
    "single": (*SHARED, "species", "transmitter", "receptor", "channel", "topic", "model type"),
}  # fmt: skip
VALUE_FIELDS = {
    "sex": "gender",
    "stage": "age_classification",
    "preparation": "protocol",
    "integrity": "physical_integrity",
}
ONE_EACH = frozenset({"species", "sex", "stage", "preparation", "strain", "stain", "region", "e-type", "integrity"})
_PATHS = {one.key: one.path for ranges in RANGES.values() for one in ranges}
SOFT = frozenset({"position", "firing", "structure"})  # everyday words: the concept, or the word anywhere


@dataclass(frozen=True)
class Loosening:
    """How far a reading is relaxed: slips of typing, units that may also stand as words, pieces left out (by text)."""

    typos: int = 0
    as_words: bool = False
    without: frozenset[str] = frozenset()


NOT_LOOSENED = Loosening()


def facets_of(types: Iterable[str]) -> frozenset[str]:
    return frozenset(facet for one in types for facet in FACETS[one])


def text_clause(
    readings: Sequence[Reading], types: Collection[str], loosening: Loosening = NOT_LOOSENED
) -> Json | None:
    """The clause that finds what any of the readings means among records of these types; None for no text at all."""
    clauses = [_reading(one, types, loosening) for one in readings]
    return any_of(clauses) if clauses else None


def value_filter(unit: Unit) -> tuple[str, list[str]] | None:
    """The field and values of a record that a unit means, where values are asked and no concepts."""
    facet = unit.facets[0]
    if facet not in VALUE_FIELDS or unit.is_absent:
        return None
    names = [
        name for one in unit.concepts for name in (vocabulary().label(one), *vocabulary().synonyms(one)) if name.strip()
    ]
    if facet == "integrity":
        part, _, state = vocabulary().label(unit.concepts[0]).partition(" ")
        names = [f"{part} {state}", *([f"dendrites & axon {state}"] if part in ("axon", "dendrites") else [])]
    return VALUE_FIELDS[facet], list(dict.fromkeys(name.lower() for name in names))


def _reading(reading: Reading, types: Collection[str], loosening: Loosening) -> Json:
    body = _by_type(reading, types, loosening)
    inside = not reading.units and len(reading.parts.chunks) > 1
    whole = exact_clause(reading.parts.whole, inside=inside, title=reading.may_be_title)
    return {"bool": {"should": [body, whole], "minimum_should_match": 1}}


def _by_type(reading: Reading, types: Collection[str], loosening: Loosening) -> Json:
    others = [one for one in types if one != "connection"]
    connection = _record(reading, _connection_units, loosening) if "connection" in types else None
    if not reading.units or not others:
        return connection if connection and not others else _record(reading, _units_for(others), loosening)
    if reading.has_direction and connection and _tells_ends(reading):
        return {"bool": {"must": [connection], "filter": [{"term": {"type": "connection"}}]}}
    record = _record(reading, _units_for(others), loosening)
    if not connection:
        return record
    kind = {"term": {"type": "connection"}}
    return {
        "bool": {
            "should": [
                {"bool": {"must": [connection], "filter": [kind]}},
                {"bool": {"must": [record], "must_not": [kind]}},
            ],
            "minimum_should_match": 1,
        }
    }


def _tells_ends(reading: Reading) -> bool:
    return {*(one.end for one in reading.units), *(one.end for one in reading.words)} >= {PRE, POST}


Filters = Callable[[Sequence[Unit], Loosening], list[Json]]


def _record(reading: Reading, filters_of: Filters, loosening: Loosening) -> Json:
    kept = [one for one in reading.units if one.text not in loosening.without]
    wanted = [one for one in kept if not one.is_excluded]
    words = [one for one in reading.words if one.text not in loosening.without]
    scored = [
        *(
            _word_condition(one, loosening, inside=place < MOST_SEARCHED_INSIDE)
            for place, one in enumerate(words)
            if not one.is_excluded
        ),
        *(phrase_clause(one) for one in reading.parts.phrases if one not in loosening.without),
        *(identifiers_clause(one.values) for one in reading.parts.identifiers if one.text not in loosening.without),
    ]
    spans = [
        span.clause(_PATHS[name])
        for one in reading.quantities
        if one.text not in loosening.without
        for name, span in one.spans
    ]
    unwanted = [
        *(_either_side(one) for one in kept if one.is_excluded),
        *(words_of(one.text) for one in words if one.is_excluded),
    ]
    return {
        "bool": {
            "filter": [*filters_of(wanted, loosening), *spans] or ([] if scored else [{"match_all": {}}]),
            "must": scored,
            "must_not": unwanted,
            "should": lifts(reading.parts.whole),
        }
    }


def _word_condition(word: Typed, loosening: Loosening, *, inside: bool) -> Json:
    clause = token_clause(word.text, typos=loosening.typos, inside=inside)
    if word.end is None:
        return clause
    on_side = words_of(word.text, f"lookup.{word.end}.words")
    return {"bool": {"must": [any_of([{"constant_score": {"boost": 6, "filter": on_side}}, clause])]}}


def _units_for(types: Sequence[str]) -> Filters:
    return _model_units if list(types) == ["single"] else _record_units


def _record_units(units: Sequence[Unit], loosening: Loosening) -> list[Json]:
    return [_one_of([_unit(one, loosening) for one in group]) for group in _groups(units, ONE_EACH)]


def _model_units(units: Sequence[Unit], loosening: Loosening) -> list[Json]:
    """A region and a type are asked together: a model may hold CA3 pyramids and CA1 baskets."""
    regions = [one for unit in units if unit.facets == ("region",) for one in unit.concepts]
    cells = [unit for unit in units if unit.facets == ("cell type",)]
    if not regions or not cells or loosening.as_words:
        return _record_units(units, loosening)
    pairs = [
        {"terms": {"lookup.pairs": [f"{region}|{cell}" for region in regions for cell in unit.concepts]}}
        for unit in cells
    ]
    return [
        *pairs,
        *_record_units([one for one in units if one.facets not in (("region",), ("cell type",))], loosening),
    ]


def _connection_units(units: Sequence[Unit], loosening: Loosening) -> list[Json]:
    told = [replace(one, end=PRE) if _is_effect_alone(units, one) else one for one in units]
    open_units = [one for one in told if not one.end]
    told = [one for one in told if one.end]
    ends = [_on_side([one for one in told if one.end == side], side, loosening) for side in (PRE, POST)]
    return [*(one for one in ends if one), *_either_way(open_units, loosening)]


def _is_effect_alone(units: Sequence[Unit], unit: Unit) -> bool:
    """`inhibitory CA1 connections`: the effect of a connection is its source's; before a cell type it is that
    type's.
    """
    if unit.facets != ("synaptic effect",) or unit.end:
        return False
    return not any(other.facets == ("cell type",) and other.first == unit.last + 1 for other in units)


def _either_way(units: Sequence[Unit], loosening: Loosening) -> list[Json]:
    """Units that tell no direction: neighbours are one end, a second of the same facet begins the other."""
    if not units:
        return []
    ends = _end_groups(units)
    if len(ends) == 1:
        return [_one_of([one for side in (PRE, POST) if (one := _on_side(ends[0], side, loosening))])]
    ways = [
        _all_of([_on_side(first, PRE, loosening), _on_side(second, POST, loosening)])
        for first, second in (ends, ends[::-1])
    ]
    return [_one_of(ways)]


def _end_groups(units: Sequence[Unit]) -> list[list[Unit]]:
    ends: list[list[Unit]] = [[]]
    for one in units:
        if len(ends) == 1 and any(one.facets == other.facets for other in ends[0]):
            ends.append([])
        ends[-1].append(one)
    return ends


def _on_side(units: Sequence[Unit], side: str, loosening: Loosening) -> Json | None:
    if not units:
        return None
    return _all_of([_one_of([_unit(one, loosening, side) for one in group]) for group in _groups(units, ONE_EACH)])


def _groups(units: Sequence[Unit], one_each: Collection[str]) -> list[list[Unit]]:
    """Units of which one is enough stand together."""
    groups: list[list[Unit]] = []
    for one in units:
        mine = next((group for group in groups if set(group[0].facets) & set(one.facets) & set(one_each)), None)
        if mine and not one.is_absent:
            mine.append(one)
        elif groups and one.is_alternative and groups[-1][-1].facets == one.facets:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _unit(unit: Unit, loosening: Loosening, side: str | None = None) -> Json:
    clause = _meaning(unit, side)
    if loosening.as_words or set(unit.facets) <= SOFT:
        return _one_of([clause, words_of(unit.text, f"lookup.{side}.words" if side else "search")])
    return clause


def _meaning(unit: Unit, side: str | None) -> Json:
    if unit.is_absent:
        return {"terms": {f"lookup.{side}.absent" if side else "lookup.absent": list(unit.concepts)}}
    if not side and (asked := value_filter(unit)):
        return {"terms": {f"{asked[0]}.folded": asked[1]}}
    return {"terms": {f"lookup.{side}.concepts" if side else "concepts": list(unit.concepts)}}


def _either_side(unit: Unit) -> Json:
    """An excluded unit; of a connection neither side may have it, whose concepts the record has too."""
    return _meaning(unit, unit.end)


def _one_of(clauses: Sequence[Json]) -> Json:
    return clauses[0] if len(clauses) == 1 else {"bool": {"should": list(clauses), "minimum_should_match": 1}}


def _all_of(clauses: Sequence[Json | None]) -> Json:
    held = [one for one in clauses if one]
    return held[0] if len(held) == 1 else {"bool": {"filter": held}}
