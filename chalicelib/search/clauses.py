"""A reading of a text as a clause of the engine: every unit a filter, every word a condition that scores.

Units of one facet that a record can have one of mean one or the other (CA1 CA3), others mean both. In a connection all
units of an end must hold of one side; of a model a region and a type must be of one cell.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from chalicelib.json_types import Json
from chalicelib.search.filters import RANGES
from chalicelib.search.pieces import texts_of
from chalicelib.search.ranges import Span
from chalicelib.search.text.arbors import FACET as LAYER_OF_PART
from chalicelib.search.text.direction import POST, PRE, is_of_source
from chalicelib.search.text.parts import Identifier
from chalicelib.search.text.quantities import FACET as QUANTITIES
from chalicelib.search.text.quantities import Quantity
from chalicelib.search.text.reading import Reading, Typed
from chalicelib.search.text.units import Unit
from chalicelib.search.text_query import (
    MOST_SEARCHED_INSIDE,
    Spellings,
    any_of,
    exact_clause,
    identifiers_clause,
    lifts,
    phrase_clause,
    token_clause,
    words_of,
)
from chalicelib.search.unit_values import STRUCTURES, value_filter

SHARED = ("region", "layer", "cell type", "marker", "synaptic effect")
FACETS: dict[str, tuple[str, ...]] = {  # what may be recognised, per type of record
    "morphology": (
        *SHARED, "position", "species", "marker absent", "firing", "stage", "sex", "strain", "stain", "integrity",
        "preparation", "structure", QUANTITIES,
    ),
    "electrophysiology": (*SHARED, "marker absent", "e-type", "species", "firing", LAYER_OF_PART),
    "connection": SHARED,
    "single": (*SHARED, "species", "transmitter", "receptor", "channel", "topic", "model type"),
}  # fmt: skip
ONE_EACH = frozenset({"species", "sex", "stage", "preparation", "strain", "stain", "region", "e-type"})
_PATHS = {one.key: one.path for ranges in RANGES.values() for one in ranges}
SOFT = frozenset({"position", "firing", "structure"})  # everyday words: the concept, or the word anywhere


@dataclass(frozen=True)
class Loosening:
    """How far a reading is relaxed: spellings of words, units also as words, published measures, texts left out."""

    spellings: Spellings = field(default_factory=dict)
    as_words: bool = False
    as_published: bool = False
    without: frozenset[str] = frozenset()


NOT_LOOSENED = Loosening()


def facets_of(types: Iterable[str]) -> frozenset[str]:
    return frozenset(facet for one in types for facet in FACETS[one])


def text_clause(
    readings: Sequence[Reading], types: Collection[str], loosening: Loosening = NOT_LOOSENED
) -> Json | None:
    """The clause that finds what any of the readings means among records of these types; None for no text at all."""
    left = (one for one in readings if not texts_of(one) or texts_of(one) - loosening.without)
    clauses = [_reading(one, types, loosening) for one in left]
    return any_of(clauses) if clauses else None


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
        *(_identifier_condition(one) for one in reading.parts.identifiers if one.text not in loosening.without),
    ]
    asked = [one for one in reading.quantities if one.text not in loosening.without]
    spans = [clause for one in asked for clause in _quantity(one, loosening)]
    unwanted = [
        *(_meaning(one, one.end) for one in kept if one.is_excluded),  # without an end: of neither side
        *(words_of(one.text) for one in words if one.is_excluded),
    ]
    return {
        "bool": {
            "filter": [*filters_of(wanted, loosening), *spans] or ([] if scored else [{"match_all": {}}]),
            "must": scored,
            "must_not": unwanted,
            "should": lifts(reading.parts.whole, has_units=bool(kept)),
        }
    }


def _quantity(quantity: Quantity, loosening: Loosening) -> list[Json]:
    return [span.clause(_PATHS[name]) for name, span in spans_of(quantity, loosening)]


def spans_of(quantity: Quantity, loosening: Loosening) -> tuple[tuple[str, Span], ...]:
    return quantity.published if loosening.as_published and quantity.published else quantity.spans


def _identifier_condition(identifier: Identifier) -> Json:
    """A file's name may also be a format's (`Neurolucida.dat`)."""
    clause = identifiers_clause(identifier.values)
    if not identifier.is_file:
        return clause
    written_as = {"constant_score": {"filter": {"term": {"original_format.folded": identifier.text}}}}
    return any_of([clause, written_as])


def _word_condition(word: Typed, loosening: Loosening, *, inside: bool) -> Json:
    if word.end:
        field = f"lookup.{word.end}.words"
        begun = {"match_bool_prefix": {field: {"query": word.text, "operator": "and"}}}
        return {"constant_score": {"boost": 6, "filter": any_of([words_of(word.text, field), begun])}}
    return token_clause(word.text, spellings=loosening.spellings, inside=inside)


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
    effects_placed = [replace(one, end=PRE) if is_of_source(units, one) else one for one in units]
    open_units = [one for one in effects_placed if not one.end]
    ended = [one for one in effects_placed if one.end]
    ends = [_on_side([one for one in ended if one.end == side], side, loosening) for side in (PRE, POST)]
    return [*(one for one in ends if one), *_either_way(open_units, loosening)]


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
    if unit.end or not (loosening.as_words or set(unit.facets) <= SOFT):
        return clause
    word = words_of(unit.text, f"lookup.{side}.words" if side else "search")
    if set(unit.facets) == STRUCTURES:
        word = {"bool": {"filter": [word], "must_not": [{"term": {"type": "morphology"}}]}}
    return _one_of([clause, word])


def _meaning(unit: Unit, side: str | None) -> Json:
    if unit.part and not side:
        return _layer_of_part(unit, unit.part)
    if not side and (asked := value_filter(unit)):
        return {"terms": {f"{asked[0]}.folded": asked[1]}}
    if unit.is_absent:
        return {"terms": {f"lookup.{side}.absent" if side else "lookup.absent": list(unit.concepts)}}
    return {"terms": {f"lookup.{side}.concepts" if side else "concepts": list(unit.concepts)}}


def _layer_of_part(unit: Unit, field: str) -> Json:
    """Neuron types whose part lies there; of other records all that is known is the layer of the whole."""
    concepts = list(unit.concepts)
    whole = {"filter": [{"terms": {"concepts": concepts}}], "must_not": [{"term": {"type": "electrophysiology"}}]}
    return _one_of([{"terms": {f"lookup.{field}": concepts}}, {"bool": whole}])


def _one_of(clauses: Sequence[Json]) -> Json:
    return clauses[0] if len(clauses) == 1 else {"bool": {"should": list(clauses), "minimum_should_match": 1}}


def _all_of(clauses: Sequence[Json | None]) -> Json:
    held = [one for one in clauses if one]
    return held[0] if len(held) == 1 else {"bool": {"filter": held}}
