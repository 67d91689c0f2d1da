"""The pieces of a text that name a concept: longest match over the vocabulary, as people write them.

`CA1 pyramidal cells` is a region and a cell type; `PV-negative` the absence of a marker; `complete axon` a state of the
reconstruction. A piece neither begins nor ends inside a token whose other parts mean nothing (`Pig285-DG-In-Neuron5`).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from chalicelib.search.text.parts import Parts, Word
from chalicelib.search.text.word_lists import (
    BEFORE_NAMES,
    CHANNEL_HEADS,
    FUNCTION_WORDS,
    GENERIC,
    HEADS,
    HEADS_OF,
    LACKING,
    MARKERS,
    MAY_BEGIN_WITH_FUNCTION_WORD,
    MOST_BETWEEN,
    NEGATING_PAIRS,
    NEGATIONS,
    NEGATIVE,
    PARTS_WITH_STATE,
    POSITIVE,
    SLICES,
    STATES,
)
from chalicelib.vocabulary.vocabulary import Vocabulary
from chalicelib.vocabulary.words import words

LONGEST = 8  # words of a name
ARROWS = re.compile(r"→|⟶|➔|➝|⇒|↦|[-–—=~]+>|»|>")


@dataclass(frozen=True)
class Unit:
    """A piece that was understood: `concepts` of which a record must have one; `first` and `last` are word numbers."""

    text: str
    concepts: tuple[str, ...]
    facets: tuple[str, ...]
    first: int
    last: int
    is_absent: bool = False  # a marker that must be missing
    is_excluded: bool = False  # after `not`
    is_alternative: bool = False  # joined by `or`, a comma or a slash to the one before: one of them is enough
    is_one_of_several: bool = False  # a part of a reconstruction beside another one with a state of its own
    end: str | None = None  # of a connection: presynaptic or postsynaptic
    part: str | None = None  # of a neuron type: the field that lists the layers of its soma, axon or dendrites


@dataclass(frozen=True)
class Context:
    """What may be recognised: facets of the types that are searched."""

    vocabulary: Vocabulary
    facets: frozenset[str]
    shouts: bool = False  # the whole text is in capitals: they tell nothing


def find_units(parts: Parts, facets: Collection[str], vocabulary: Vocabulary) -> list[Unit]:
    """The recognised pieces from left to right; tokens that are recognised in part only are left as words."""
    shouts = parts.text.isupper() and len(parts.words) > 1
    context = Context(vocabulary, frozenset(facets), shouts)
    units = _scan(parts, context, range(len(parts.words)), LONGEST)
    units = sorted([*units, *_layers_in_context(parts, context, units)], key=lambda one: one.first)
    while broken := _half_understood(parts, units):
        units = [one for one in units if not _touches(parts, one, broken)]
    signed = [_with_sign(parts, _with_negation(parts, one)) for one in units]
    chosen: list[Unit] = []
    for one in signed:
        chosen.append(_with_choice(parts, one, chosen[-1] if chosen else None))
    return _parts_apart(chosen, vocabulary)


def _parts_apart(units: Sequence[Unit], vocabulary: Vocabulary) -> list[Unit]:
    """`complete dendrites but incomplete axon`: two parts of one reconstruction."""
    states = [one for one in units if one.facets == ("integrity",)]
    several = len({vocabulary.label(one.concepts[0]).partition(" ")[0] for one in states}) > 1
    return [replace(one, is_one_of_several=several and one in states) for one in units]


def _scan(parts: Parts, context: Context, places: range, longest: int, *, apart: bool = True) -> list[Unit]:
    units: list[Unit] = []
    at = places.start
    while at < places.stop:
        unit = _state(parts, context, at, places.stop)
        for size in range(min(longest, places.stop - at), 0, -1):
            if unit or (unit := _unit(parts, context, at, size)):
                break
        if unit is None:
            at += 1
            continue
        units += _split_class(parts, context, unit) if apart else [unit]
        at = unit.last + 1
    return units


def _layers_in_context(parts: Parts, context: Context, units: Sequence[Unit]) -> Iterator[Unit]:
    """`layer III` means something only beside a region that the text names."""
    regions = [concept for one in units if one.facets == ("region",) for concept in one.concepts]
    known = {one for concept in regions for one in (concept, *context.vocabulary.ancestors(concept))}
    used = {place for one in units for place in range(one.first, one.last + 1)}
    at = 0
    while known and at < len(parts.words):
        size = next((size for size in (3, 2, 1) if _placed_layer(parts, context, known, used, at, size)), 0)
        if size:
            concepts = _placed_layer(parts, context, known, used, at, size)
            yield Unit(text_between(parts, at, at + size - 1), concepts, ("layer",), at, at + size - 1)
        at += size or 1


def _placed_layer(
    parts: Parts, context: Context, known: Collection[str], used: Collection[int], at: int, size: int
) -> tuple[str, ...]:
    span = parts.words[at : at + size]
    if (
        len(span) < size
        or any(place in used for place in range(at, at + size))
        or len("".join(one.stem for one in span)) < 2
    ):
        return ()
    for rule in context.vocabulary.contexts("place", "".join(one.stem for one in span)):
        if rule.given and rule.given <= set(known):
            return tuple(one for one in rule.concepts if context.vocabulary.facet(one) == "layer")
    return ()


def _unit(parts: Parts, context: Context, at: int, size: int) -> Unit | None:
    span = parts.words[at : at + size]
    surface = parts.text[span[0].start : span[-1].end]
    is_broken = bool(ARROWS.search(surface) or re.search(r"[-−–]\s", surface))
    if is_broken or (size == 1 and (not _may_stand_alone(span[0]) or _is_of_slice(parts, at))):
        return None
    stemmed = "".join(one.stem for one in span)
    concepts = context.vocabulary.find_typed(surface, stemmed, context.facets)
    if not concepts and size > 1 and span[-1].stem in CHANNEL_HEADS:  # `sodium channels` are named `sodium current`
        current = stemmed.removesuffix(span[-1].stem) + "current"
        concepts = context.vocabulary.find_typed(current, current, context.facets & {"channel"})
    if not concepts and size > 1 and span[-1].stem in HEADS:
        return None  # the head is taken along below
    if not concepts or all(one.stem in GENERIC for one in span) or _is_chance(span, concepts, context):
        return None
    facets = tuple(dict.fromkeys(context.vocabulary.facet(one) for one in concepts))
    edges = {one.stem for one in (span[0], span[-1]) if _stands_alone(parts, one)}
    if edges & FUNCTION_WORDS and not set(facets) & MAY_BEGIN_WITH_FUNCTION_WORD and not _is_exact(surface, context):
        return None
    if size == 1 and span[0].stem in FUNCTION_WORDS and (context.shouts or not _is_exact(surface, context)):
        return None
    last = at + size - 1
    heads = HEADS.union(*(HEADS_OF.get(facet, ()) for facet in facets))
    while last + 1 < len(parts.words) and parts.words[last + 1].stem in heads and _is_near(parts, last):
        last += 1
    return Unit(text_between(parts, at, last), tuple(concepts), facets, at, last)


def _is_chance(span: Sequence[Word], concepts: Sequence[str], context: Context) -> bool:
    """Single letters that make a name only when they are joined (`d 1` is no D1); `I h` is written so."""
    if len(span) < 2 or len(span[0].surface) > 1 or sum(len(one.stem) for one in span) > 2:
        return False
    written = [one.stem for one in span]
    known = context.vocabulary
    names = (name for one in concepts for name in (known.label(one), *known.synonyms(one)))
    return not any([one.stem for one in words(name)] == written for name in names)


def _stands_alone(parts: Parts, word: Word) -> bool:
    """Whether a word is a token of its own: the A of `GABA-A` is no article."""
    return sum(one.chunk == word.chunk for one in parts.words) == 1


def _is_exact(surface: str, context: Context) -> bool:
    return surface.isupper() and not context.shouts


def _is_near(parts: Parts, last: int) -> bool:
    between = parts.text[parts.words[last].end : parts.words[last + 1].start]
    return not ARROWS.search(between) and not set(between) & set(",;")


def _is_of_slice(parts: Parts, at: int) -> bool:
    """The direction of a slice is no type of cell: `horizontal slices`."""
    return at + 1 < len(parts.words) and parts.words[at + 1].stem in SLICES


def _may_stand_alone(word: Word) -> bool:
    return len(word.stem) > 1 and not word.stem.isdecimal() and word.stem not in GENERIC


def _state(parts: Parts, context: Context, at: int, stop: int) -> Unit | None:
    """`complete axon`, `dendrites incomplete`: a part and its state, in either order."""
    pair = [one.stem for one in parts.words[at : at + 2]]
    if "integrity" not in context.facets or len(pair) < 2 or at + 1 >= stop:
        return None
    names = [PARTS_WITH_STATE[one] for one in pair if one in PARTS_WITH_STATE]
    states = [STATES[one] for one in pair if one in STATES]
    if len(names) != 1 or len(states) != 1:
        return None
    concepts = tuple(context.vocabulary.find_name(f"{names[0]} {states[0]}", ("integrity",)))
    return Unit(text_between(parts, at, at + 1), concepts, ("integrity",), at, at + 1) if concepts else None


def _split_class(parts: Parts, context: Context, unit: Unit) -> list[Unit]:
    """A class of a region (`dentate gyrus granule cell`) as the region and the class, where both are named in it."""
    if unit.facets != ("cell type",) or unit.first == unit.last:
        return [unit]
    inner = _scan(parts, context, range(unit.first, unit.last + 1), unit.last - unit.first, apart=False)
    covered = {place for one in inner for place in range(one.first, one.last + 1)}
    rest = [parts.words[place].stem for place in range(unit.first, unit.last + 1) if place not in covered]
    facets = {facet for one in inner for facet in one.facets}
    is_whole = {"region", "cell type"} <= facets and set(rest) <= HEADS | FUNCTION_WORDS
    return inner if is_whole and not any(unit.concepts == one.concepts for one in inner) else [unit]


def _half_understood(parts: Parts, units: Sequence[Unit]) -> set[int]:
    """Chunks of which some words were recognised and others mean nothing."""
    used = {place for one in units for place in range(one.first, one.last + 1)}
    chunks = {parts.words[place].chunk for place in used}
    return {
        word.chunk
        for place, word in enumerate(parts.words)
        if word.chunk in chunks and place not in used and not _is_small(word)
    }


def _is_small(word: Word) -> bool:
    return word.stem in FUNCTION_WORDS | HEADS | POSITIVE | NEGATIVE | NEGATIONS


def _touches(parts: Parts, unit: Unit, chunks: set[int]) -> bool:
    return any(parts.words[place].chunk in chunks for place in range(unit.first, unit.last + 1))


def _with_sign(parts: Parts, unit: Unit) -> Unit:
    """A marker with `positive`, `+`, `negative` or `-` behind it."""
    if not MARKERS & set(unit.facets) or unit.is_absent:
        return unit
    if unit.first and parts.words[unit.first - 1].stem in POSITIVE:
        unit = replace(unit, first=unit.first - 1, text=text_between(parts, unit.first - 1, unit.last))
    after = unit.last + 1
    following = parts.words[after].stem if after < len(parts.words) else ""
    if following in POSITIVE | NEGATIVE and _is_near(parts, unit.last):
        return replace(unit, last=after, text=text_between(parts, unit.first, after), is_absent=following in NEGATIVE)
    sign = parts.text[parts.words[unit.last].end :][:2].strip()
    if re.match(r"[-−–](?:\s|$)", parts.text[parts.words[unit.last].end :] or " ") and sign:
        return replace(unit, is_absent=True, text=unit.text + sign[0])
    return unit


def negation_before(parts: Parts, place: int) -> int | None:
    """Where the negation of what begins at `place` begins: `not from CA1`, `other than basket cells`; None without."""
    stems = [word.stem for word in parts.words]
    for at in range(place - 1, max(-1, place - 2 - MOST_BETWEEN), -1):
        if tuple(stems[max(at - 1, 0) : at + 1]) in NEGATING_PAIRS:
            return at - 1
        if stems[at] in NEGATIONS:
            return at
        if stems[at] not in BEFORE_NAMES:
            return None
    return None


def _with_negation(parts: Parts, unit: Unit) -> Unit:
    """`not basket`, `non-pyramidal`; `lacking PV` and `no axon` ask for records that say so."""
    place = negation_before(parts, unit.first)
    if place is None:
        return unit
    text = text_between(parts, place, unit.last)
    is_lacking = set(unit.facets) <= MARKERS and parts.words[place].stem in LACKING
    if is_lacking or unit.facets == ("structure",):
        return replace(unit, is_absent=True, text=text, first=place)
    return replace(unit, is_excluded=True, text=text, first=place)


def _with_choice(parts: Parts, unit: Unit, before: Unit | None) -> Unit:
    """`basket or bistratified`, `basket, O-LM and ivy cells`; of markers `and` means both."""
    if before is None or before.facets != unit.facets:
        return unit
    gap = parts.text[parts.words[before.last].end : parts.words[unit.first].start].split()
    joins = {"or"} if "marker" in unit.facets else {"or", "and"}
    is_choice = bool(gap) and {one.casefold().strip(",;/") for one in gap} <= {*joins, ""}
    slash = parts.text[parts.words[before.last].end : parts.words[unit.first].start].strip() in ("/", ",")
    excluded = before.is_excluded and (is_choice or slash)
    return replace(unit, is_alternative=is_choice or slash, is_excluded=unit.is_excluded or excluded)


def text_between(parts: Parts, first: int, last: int) -> str:
    """What was typed from one word to another, both included."""
    return parts.text[parts.words[first].start : parts.words[last].end]
