"""Which end of a connection a text means: `CA3 to CA1`, `inputs to granule cells`, `what inhibits CA1 pyramidal cells`.

An end holds from the word that tells it to the next such word; what stands before the first one is the other end.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chalicelib.search.text.parts import Parts
from chalicelib.search.text.units import ARROWS, Unit
from chalicelib.search.text.word_lists import BEFORE_NAMES, NEGATIONS
from chalicelib.vocabulary.vocabulary import Vocabulary

PRE, POST = "presynaptic", "postsynaptic"
Mark = tuple[int, str]  # from which word on which end is meant

_ONTO = frozenset("to onto into towards toward".split())
_VERBS = frozenset("activate contact drive excite inhibit innervate project silence synapse target".split())
_EFFECTS = {"inhibit": "inhibitory", "silence": "inhibitory", "excite": "excitatory", "activate": "excitatory"}
_NOUNS = {  # behind a name
    **dict.fromkeys("efferent output projection target".split(), PRE),
    **dict.fromkeys("afferent input".split(), POST),
}
_LABELS = {"presynaptic": PRE, "postsynaptic": POST}
_OTHERS = r"(?:partners?|cells?|neurons?|types?|inputs?|outputs?|targets?|interneurons?)"
_ENDS = (  # what stands before an end names it
    (re.compile(r"\b(?:targets?|outputs?|projections?|efferents?)\s+(?:of|from)\s*$", re.I), PRE),
    (re.compile(r"\b(?:inputs?|afferents?)\s+(?:to|onto|of|into)\s*$", re.I), POST),
    (re.compile(rf"\b(?:pre-?synaptic|upstream)\s+(?:{_OTHERS}\s+)?(?:to|of|for)\s*$", re.I), POST),
    (re.compile(rf"\b(?:post-?synaptic|downstream)\s+(?:{_OTHERS}\s+)?(?:to|of|for)\s*$", re.I), PRE),
    (re.compile(r"\bpre-?synaptic\s*$", re.I), PRE),
    (re.compile(r"\bpost-?synaptic\s*$", re.I), POST),
    (re.compile(r"\b(?:projecting|projects?|synapsing|targeting)\s+(?:to|onto|on|into)\s*$", re.I), POST),
)
_MUTUAL = frozenset("between among within".split())
_CONNECTIONS = frozenset("circuit connection connectivity connected network projection synapse".split())
ABOUT_ENDS = (
    _VERBS
    | _CONNECTIONS
    | frozenset(_NOUNS)
    | frozenset(_LABELS)
    | frozenset(
        "contacted downstream driven excited inhibited innervated innervation partner path pathway projecting receive"
        " received receiving recurrent synapsing synaptic targeted targeting upstream".split()
    )
)  # words that tell of ends, and of nothing that a record holds


@dataclass(frozen=True)
class Direction:
    """The units of a text with their ends, and from which word on which end is meant."""

    units: tuple[Unit, ...]
    marks: tuple[Mark, ...] = ()

    def end_at(self, place: int) -> str | None:
        return _end_at(self.marks, place)


def find_direction(parts: Parts, units: Sequence[Unit], vocabulary: Vocabulary, *, only: bool) -> Direction | None:
    """None where the text tells no direction. `only`: nothing but connections is meant."""
    verbs = list(_find_verbs(parts, units))
    if marks := _find_marks(parts, units, verbs, only=only):
        ended = [replace(one, end=_end_at(marks, one.first)) for one in units]
        of_source = [replace(one, end=PRE) if is_of_source(ended, one) else one for one in ended]
        placed = sorted([*of_source, *_effects(parts, verbs, vocabulary)], key=lambda one: one.first)
        return Direction(tuple(placed), tuple(marks))
    if _is_mutual(parts, units):
        return Direction(tuple(replace(one, end=end) for end in (PRE, POST) for one in units))
    return None


def _find_marks(parts: Parts, units: Sequence[Unit], verbs: Sequence[tuple[int, str]], *, only: bool) -> list[Mark]:
    if labels := _labels_behind(parts, units):
        return labels
    origins = {(place, PRE) for place in range(1, len(parts.words)) if parts.words[place - 1].stem == "from"}
    others = {*_phrases(parts), *_between(parts, units), *_verbs(parts, units, verbs), *_nouns(parts, units)}
    others |= _onto_first(parts, units, only=only or bool(origins))
    if not (others or only or any(_joins_alike(units, place) for place, _ in origins)):
        return []  # `pyramidal cells from CA1` is no connection, `CA1 from CA3` is one
    marks = sorted({*others, *(one for one in origins if one[0] not in {place for place, _ in others})})
    first = min(one.first for one in units)
    if marks and marks[0][0] > first:  # what stands before the first mark is the other end
        marks.insert(0, (0, PRE if marks[0][1] == POST else POST))
    return marks


def _end_at(marks: Sequence[Mark], place: int) -> str | None:
    ends = [end for start, end in marks if start <= place]
    return ends[-1] if ends else None


def is_of_source(units: Sequence[Unit], unit: Unit) -> bool:
    """`inhibitory CA1 connections`, `excitatory from CA3`: the effect of a connection is its source's.

    Before a cell type it is that type's; of a named end, before whatever else names it.
    """
    if unit.facets != ("synaptic effect",):
        return False
    following = [one for one in units if one.first == unit.last + 1 and one.end == unit.end]
    return not any(unit.end or one.facets == ("cell type",) for one in following)


def _joins_alike(units: Sequence[Unit], place: int) -> bool:
    """Whether what stands there is of the same kind as something before."""
    here = [one.facets for one in units if one.first == place]
    return any(one.facets in here for one in units if one.first < place)


def _labels_behind(parts: Parts, units: Sequence[Unit]) -> list[Mark]:
    """`CA3 presynaptic, CA1 postsynaptic`: each label behind its end."""
    labels = [(place, _LABELS[word.stem]) for place, word in enumerate(parts.words) if word.stem in _LABELS]
    if not labels or labels[-1][0] != len(parts.words) - 1 or labels[0][0] < min(one.first for one in units):
        return []
    starts = [0, *(place + 1 for place, _ in labels)]
    return [(start, end) for start, (_, end) in zip(starts, labels, strict=False)]


def _phrases(parts: Parts) -> Iterator[Mark]:
    for place, word in enumerate(parts.words):
        before = parts.text[: word.start].rstrip("'\"( ")
        named = next((end for pattern, end in _ENDS if pattern.search(before + " ")), None)
        gap = parts.text[parts.words[place - 1].end if place else 0 : word.start]
        if named:
            yield place, named
        elif "←" in gap or "<-" in gap:
            yield place, PRE
        elif ARROWS.search(gap):
            yield place, POST


def _between(parts: Parts, units: Sequence[Unit]) -> Iterator[Mark]:
    """`A to B`, and `CA3-CA1` where both are regions."""
    for one, other in pairwise(units):
        name = next((at for at in range(other.first, other.last) if not _is_before_name(parts, at)), other.last)
        places = [at for at in range(one.last + 1, name) if parts.words[at].stem in _ONTO]
        if places:
            yield min(places[0], other.first), POST
        elif _is_hyphened(parts, one, other):
            yield other.first, POST


def _is_before_name(parts: Parts, at: int) -> bool:
    return parts.words[at].stem in NEGATIONS | BEFORE_NAMES


def _verbs(parts: Parts, units: Sequence[Unit], verbs: Sequence[tuple[int, str]]) -> Iterator[Mark]:
    """`A targets B`, `A is innervated by B`, `what inhibits B`, `what A projects to`, `A receives input from B`."""
    for at, verb in verbs:
        following = parts.words[at + 1].stem if at + 1 < len(parts.words) else ""
        after = [one.first for one in units if one.first > at]
        if following in ("of", "from"):
            continue
        if following == "by":
            yield (after[0], PRE) if after else (0, POST)
        elif after and verb == "receive":
            yield after[0], PRE
        elif after:
            yield after[0], POST
        else:
            yield 0, PRE


def _find_verbs(parts: Parts, units: Sequence[Unit]) -> Iterator[tuple[int, str]]:
    used = {place for one in units for place in range(one.first, one.last + 1)}
    for at, word in enumerate(parts.words):
        if at not in used and (verb := _verb(word.stem)):
            yield at, verb


def _verb(stem: str) -> str | None:
    """The verb of a form: targeted, projecting, excites."""
    bare = stem.removesuffix("ing").removesuffix("ed") if len(stem) > 5 else stem
    return next((one for one in (stem, bare, f"{bare}e") if one in _VERBS or one == "receive"), None)


def _nouns(parts: Parts, units: Sequence[Unit]) -> Iterator[Mark]:
    """`CA3 outputs`, `granule cell inputs`; what follows after `of` or `to` is a phrase."""
    for one in units:
        following = [word.stem for word in parts.words[one.last + 1 : one.last + 3]]
        if following and following[0] in _NOUNS and following[1:] not in ([two] for two in ("of", "from", *_ONTO)):
            yield 0, _NOUNS[following[0]]


def _onto_first(parts: Parts, units: Sequence[Unit], *, only: bool) -> set[Mark]:
    """`onto granule cells`; `to CA1` where another word names an end."""
    first = units[0].first
    stems = [word.stem for word in parts.words[:first]]
    if not any(one in _ONTO for one in stems):
        return set()
    return {(first, POST)} if only or any(word.stem in ABOUT_ENDS for word in parts.words) else set()


def _is_hyphened(parts: Parts, one: Unit, other: Unit) -> bool:
    gap = parts.text[parts.words[one.last].end : parts.words[other.first].start]
    return gap in ("-", "–", "—") and one.facets == other.facets == ("region",)


def _effects(parts: Parts, verbs: Sequence[tuple[int, str]], vocabulary: Vocabulary) -> Iterator[Unit]:
    """What a verb says of the source: `inhibits` that it is inhibitory."""
    for at, verb in verbs:
        if named := _EFFECTS.get(verb):
            concepts = tuple(vocabulary.find_name(named, ("synaptic effect",)))
            yield Unit(parts.words[at].surface, concepts, ("synaptic effect",), at, at, end=PRE)


def _is_mutual(parts: Parts, units: Sequence[Unit]) -> bool:
    """`connections between interneurons`: both ends are what is named once."""
    stems = {word.stem for word in parts.words}
    is_named_once = len({one.facets for one in units}) == len(units)
    return is_named_once and ("recurrent" in stems or bool(stems & _MUTUAL and stems & _CONNECTIONS))
