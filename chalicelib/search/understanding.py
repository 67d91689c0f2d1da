"""What a typed text means: pieces that become filters, words that are looked for, and in connections the direction.

Function words (of, the, in) and generic nouns (cells, hippocampal) never exclude a record, they only rank. A piece is a
unit of the vocabulary; what is left are words. Nothing here knows the engine: `clauses.py` turns a reading into its
language.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chalicelib.search.quantities import FACET, Quantity, extract_quantities
from chalicelib.search.text_parts import Parts, sides_of
from chalicelib.search.units import ARROWS, FUNCTION_WORDS, GENERIC, NEGATIONS, NEGATIVE, POSITIVE, Unit, find_units
from chalicelib.vocabulary.vocabulary import Vocabulary

PRE, POST = "presynaptic", "postsynaptic"
WORDS_OF_TITLE = 4  # from which a text may be a paper's title, whatever else its words mean
_ONTO = frozenset("to onto into towards toward".split())
_VERBS = frozenset("target innervate contact excite inhibit synapse project drive".split())
_ENDS = (  # what stands before an end names it
    (re.compile(r"\b(?:targets?|outputs?|projections?|efferents?)\s+(?:of|from)\s*$", re.I), PRE),
    (re.compile(r"\b(?:inputs?|afferents?)\s+(?:to|onto|of|into)\s*$", re.I), POST),
    (re.compile(r"\b(?:pre-?synaptic|upstream)\s+(?:to|of)\s*$", re.I), POST),
    (re.compile(r"\b(?:post-?synaptic|downstream)\s+(?:to|of)\s*$", re.I), PRE),
    (re.compile(r"\bpre-?synaptic\s*$", re.I), PRE),
    (re.compile(r"\bpost-?synaptic\s*$", re.I), POST),
    (re.compile(r"\b(?:projecting|projects?|synapsing|targeting)\s+(?:to|onto|on|into)\s*$", re.I), POST),
)
_ABOUT_ENDS = frozenset(
    "target output projection efferent input afferent presynaptic postsynaptic upstream downstream projecting synapsing"
    " synapse synaptic targeting project connection path pathway innervation target innervate contact excite inhibit"
    " drive innervated targeted contacted excited inhibited driven".split()
)


@dataclass(frozen=True)
class Typed:
    """Words that are looked for as they stand."""

    text: str
    first: int
    end: str | None = None
    is_excluded: bool = False


@dataclass(frozen=True)
class Reading:
    """One side of `|`. `has_direction`: its ends are told apart, and only connections can be meant."""

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
        told = [one for one in self.parts.words if one.stem not in FUNCTION_WORDS | GENERIC]
        return bool(self.words) and len(told) >= WORDS_OF_TITLE


def understand(text: str, facets: Collection[str], vocabulary: Vocabulary, *, connections: bool) -> list[Reading]:
    """A reading for each side of `|`; `connections`: whether a direction can be meant."""
    return [read(parts, facets, vocabulary, connections=connections) for parts in sides_of(text)]


def read(parts: Parts, facets: Collection[str], vocabulary: Vocabulary, *, connections: bool) -> Reading:
    rest, quantities = extract_quantities(parts) if FACET in facets else (parts, [])
    if quantities and not rest.text.strip():
        return Reading(rest, quantities=tuple(quantities))
    return replace(_read_words(rest, facets, vocabulary, connections=connections), quantities=tuple(quantities))


def _read_words(parts: Parts, facets: Collection[str], vocabulary: Vocabulary, *, connections: bool) -> Reading:
    units = find_units(parts, facets, vocabulary)
    words = _rest(parts, units)
    if not units and _says_nothing(parts, words):
        return Reading(parts, (), tuple(_every_word(parts)))
    if connections and units:
        ends = _ends(parts, units)
        if ends:
            units = [replace(one, end=_end_at(ends, one.first)) for one in units]
            words = [
                replace(one, end=_end_at(ends, one.first))
                for one in words
                if parts.words[one.first].stem not in _ABOUT_ENDS
            ]
            return Reading(parts, tuple(_narrowest(units, vocabulary)), tuple(words), has_direction=True)
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
        before = parts.words[inside[0] - 1].stem if inside[0] else ""
        found.append(Typed(chunks[chunk].strip("(),;:.!?"), inside[0], is_excluded=before in ("not", "without")))
    return found


def _meaning_of(parts: Parts, place: int) -> str:
    """A word's stem; in capitals a generic noun is a name (`NEURON` is a simulator), unless all is written so."""
    word = parts.words[place]
    shouts = len(parts.words) > 1 and parts.text.isupper()
    return word.surface if word.stem in GENERIC and word.surface.isupper() and not shouts else word.stem


def _ends(parts: Parts, units: Sequence[Unit]) -> list[tuple[int, str]]:
    """From which word on which end is meant; nothing where the text tells no direction."""
    marks = sorted({*_end_marks(parts), *_direction_marks(parts, units)})
    if not marks:
        return []
    first = min(one.first for one in units)
    if marks[0][0] > first:  # what stands before the first mark is the other end
        marks.insert(0, (0, PRE if marks[0][1] == POST else POST))
    return marks


def _end_marks(parts: Parts) -> set[tuple[int, str]]:
    found: set[tuple[int, str]] = set()
    for place, word in enumerate(parts.words):
        before = parts.text[: word.start].rstrip("'\"( ")
        named = next((end for pattern, end in _ENDS if pattern.search(before + " ")), None)
        previous = parts.words[place - 1] if place else None
        gap = parts.text[previous.end : word.start] if previous else parts.text[: word.start]
        if named:
            found.add((place, named))
        elif "←" in gap or "<-" in gap:
            found.add((place, PRE))
        elif ARROWS.search(gap):
            found.add((place, POST))
        elif previous and previous.stem == "from":
            found.add((place, PRE))
    return found


def _direction_marks(parts: Parts, units: Sequence[Unit]) -> set[tuple[int, str]]:
    """`A to B`, and `CA3-CA1` where both are regions."""
    found: set[tuple[int, str]] = set()
    for one, other in pairwise(units):
        between = [word.stem for word in parts.words[one.last + 1 : other.first]]
        if "by" in between and any(
            word.rstrip("d").removesuffix("e") + "e" in _VERBS or word.removesuffix("ed") in _VERBS for word in between
        ):
            found.add((other.first, PRE))  # innervated by, targeted by
        elif any(word in _VERBS for word in between):
            found.add((other.first, POST))
        elif any(word in _ONTO for word in between):
            place = next(number for number in range(one.last + 1, other.first) if parts.words[number].stem in _ONTO)
            found.add((place, POST))
        elif _is_hyphened(parts, one, other):
            found.add((other.first, POST))
    started = [place for place, word in enumerate(parts.words) if word.stem in _ONTO and place < units[0].first]
    if started and any(word.stem == "from" or word.stem in _ABOUT_ENDS for word in parts.words):
        found.add((units[0].first, POST))
    return found


def _is_hyphened(parts: Parts, one: Unit, other: Unit) -> bool:
    gap = parts.text[parts.words[one.last].end : parts.words[other.first].start]
    return gap in ("-", "–", "—") and one.facets == other.facets == ("region",)


def _end_at(ends: Sequence[tuple[int, str]], place: int) -> str | None:
    told = [end for start, end in ends if start <= place]
    return told[-1] if told else None


def _narrowest(units: Sequence[Unit], vocabulary: Vocabulary) -> list[Unit]:
    """Of two units of one end that stand above each other the narrower."""
    return [one for one in units if not any(_covers(one, other, vocabulary) for other in units if other is not one)]


def _covers(one: Unit, other: Unit, vocabulary: Vocabulary) -> bool:
    same = one.end == other.end and one.is_excluded == other.is_excluded and one.is_absent == other.is_absent
    if not same or one.is_excluded or one.facets != other.facets:
        return False
    if one.concepts == other.concepts:
        return one.first > other.first
    return all(any(vocabulary.is_above(wide, narrow) for wide in one.concepts) for narrow in other.concepts)
