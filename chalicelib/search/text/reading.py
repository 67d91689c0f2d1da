"""What a typed text means: pieces that become filters, words that are looked for, and in connections the direction.

Function words (of, the, in) and generic nouns (cells, hippocampal) never exclude a record, they only rank. A piece is a
unit of the vocabulary; what is left are words. Nothing here knows the engine: `clauses.py` turns a reading into its
language.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from chalicelib.search.text.animals import extract_animals
from chalicelib.search.text.arbors import FACET as LAYER_OF_PART
from chalicelib.search.text.arbors import join_parts_to_layers
from chalicelib.search.text.direction import ABOUT_ENDS, find_direction
from chalicelib.search.text.parts import Parts, sides_of
from chalicelib.search.text.quantities import FACET, Quantity, extract_quantities
from chalicelib.search.text.units import Unit, find_units, negation_before
from chalicelib.search.text.word_lists import FUNCTION_WORDS, GENERIC, NEGATIONS, NEGATIVE, POSITIVE
from chalicelib.vocabulary.vocabulary import Vocabulary

WORDS_OF_TITLE = 3  # from which a text may be a paper's title, whatever else its words mean


@dataclass(frozen=True)
class Typed:
    """Words that are looked for as they stand."""

    text: str
    first: int
    end: str | None = None
    is_excluded: bool = False


@dataclass(frozen=True)
class Reading:
    """One side of `|`. `has_direction`: its ends are distinguished, and only connections can be meant."""

    parts: Parts
    units: tuple[Unit, ...] = ()
    words: tuple[Typed, ...] = ()
    has_direction: bool = False
    quantities: tuple[Quantity, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing was typed that a record must have: it is ranked by what stands there, and all are found."""
        return not (self.units or self.words or self.quantities or self.parts.phrases or self.parts.identifiers)

    @property
    def may_be_title(self) -> bool:
        """Long enough for a paper's title, and more than units say."""
        telling = [one for one in self.parts.words if one.stem not in FUNCTION_WORDS | GENERIC]
        return bool(self.words) and len(telling) >= WORDS_OF_TITLE


def understand(
    text: str, facets: Collection[str], vocabulary: Vocabulary, *, connections: bool, only: bool = False
) -> list[Reading]:
    """A reading for each side of `|`; `connections`: whether a direction can be meant, `only`: nothing else is."""
    return [read(parts, facets, vocabulary, connections=connections, only=only) for parts in sides_of(text)]


def read(parts: Parts, facets: Collection[str], vocabulary: Vocabulary, *, connections: bool, only: bool) -> Reading:
    rest, quantities = _take_quantities(parts) if FACET in facets else (parts, [])
    if quantities and not rest.text.strip():
        return Reading(rest, quantities=tuple(quantities))
    return replace(
        _read_words(rest, facets, vocabulary, connections=connections, only=only), quantities=tuple(quantities)
    )


def _take_quantities(parts: Parts) -> tuple[Parts, list[Quantity]]:
    rest, animals = extract_animals(parts)
    rest, measures = extract_quantities(rest)
    return rest, sorted([*animals, *measures], key=lambda one: one.start)


def _read_words(
    parts: Parts, facets: Collection[str], vocabulary: Vocabulary, *, connections: bool, only: bool
) -> Reading:
    units = find_units(parts, facets, vocabulary)
    if LAYER_OF_PART in facets:
        units = join_parts_to_layers(parts, units)
    words = _rest(parts, units)
    if not units and _says_nothing(parts, words):
        return Reading(parts, (), tuple(_every_word(parts)))
    if connections and units and (direction := find_direction(parts, units, vocabulary, only=only)):
        words = [
            replace(one, end=direction.end_at(one.first))
            for one in words
            if parts.words[one.first].stem not in ABOUT_ENDS
        ]
        return Reading(parts, tuple(_narrowest(direction.units, vocabulary)), tuple(words), has_direction=True)
    return Reading(parts, tuple(_narrowest(units, vocabulary)), tuple(words))


def _says_nothing(parts: Parts, words: Sequence[Typed]) -> bool:
    """Nothing is left but single letters, or function words without a noun: then each of them is meant."""
    if parts.phrases or parts.identifiers:
        return False
    return all(len(one.text) == 1 for one in words) and not any(one.stem in GENERIC for one in parts.words)


def _every_word(parts: Parts) -> list[Typed]:
    return [Typed(chunk, 0) for chunk in parts.chunks]


def literal(text: str) -> list[Reading]:
    """The text as nothing but words."""
    return [Reading(parts, (), tuple(_every_word(parts))) for parts in sides_of(text)]


def _rest(parts: Parts, units: Sequence[Unit]) -> list[Typed]:
    """The tokens that no unit took, but function words and generic nouns."""
    used = {place for one in units for place in range(one.first, one.last + 1)}
    taken = {parts.words[place].chunk for place in used}
    chunks = parts.chunks
    found: list[Typed] = []
    places: dict[int, list[int]] = {}
    for place, word in enumerate(parts.words):
        places.setdefault(word.chunk, []).append(place)
    for chunk, inside in places.items():
        stems = {_meaning_of(parts, place) for place in inside if place not in used}
        if chunk in taken or not stems or stems <= FUNCTION_WORDS | GENERIC | NEGATIONS:
            continue
        if stems <= POSITIVE | NEGATIVE and units:
            continue
        denied = negation_before(parts, inside[0]) is not None
        found.append(Typed(chunks[chunk].strip("(),;:.!?"), inside[0], is_excluded=denied))
    return found


def _meaning_of(parts: Parts, place: int) -> str:
    """A word's stem; in capitals a generic noun is a name (`NEURON` is a simulator), unless all is written so."""
    word = parts.words[place]
    shouts = len(parts.words) > 1 and parts.text.isupper()
    return word.surface if word.stem in GENERIC and word.surface.isupper() and not shouts else word.stem


def _narrowest(units: Sequence[Unit], vocabulary: Vocabulary) -> list[Unit]:
    """Of two units of one end that stand above each other the narrower."""
    return [one for one in units if not any(_covers(one, other, vocabulary) for other in units if other is not one)]


def _covers(one: Unit, other: Unit, vocabulary: Vocabulary) -> bool:
    same = (
        (one.end, one.part) == (other.end, other.part)
        and one.is_excluded == other.is_excluded
        and one.is_absent == other.is_absent
    )
    if not same or one.is_excluded or one.facets != other.facets:
        return False
    if one.concepts == other.concepts:
        return one.first > other.first
    return all(any(vocabulary.is_above(wide, narrow) for wide in one.concepts) for narrow in other.concepts)
