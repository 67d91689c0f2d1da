"""How a search that finds nothing is relaxed, step by step, and how the answer says so.

First mistyped words are corrected from the vocabulary and slips of typing are looked for; then what was understood may
also stand as words; then pieces are left out, as few as possible, words before units. What alone finds nothing must be
left out, so that few ways are left to try. A direction, a negation and a chosen filter are never dropped: a search for
them that finds nothing tells what it would find instead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, islice

from chalicelib.json_types import Json
from chalicelib.search.clauses import SOFT, Loosening
from chalicelib.search.pieces import Piece, pieces_of, texts_of
from chalicelib.search.plan import Plan
from chalicelib.search.query_builder import build_match_clause
from chalicelib.search.text.direction import POST, PRE
from chalicelib.search.text.reading import Reading
from chalicelib.search.text_query import PARTS, Spellings
from chalicelib.vocabulary.vocabulary import vocabulary
from chalicelib.vocabulary.words import fold, key

MILD_VARIANTS, STRONG_VARIANTS = 40, 12  # ways of leaving few pieces out, and of keeping few, that are counted
MOST_PIECES = 300  # in all mild variants together: each piece is a clause
MOST_SUGGESTIONS = 3
LONGEST_COUNT = 4000  # ms of the engine: a search is answered without being relaxed rather than not at all
PATHWAYS = {  # what connections are called after their fibers
    "mossyfiber": "DG granule to CA3",
    "schaffercollateral": "CA3 pyramidal to CA1",
    "perforantpath": "EC to DG",
    "perforantpathway": "EC to DG",
    "temporoammonicpath": "EC to CA1",
}


@dataclass(frozen=True)
class Probe:
    """A question of one piece: does a record have it, whatever the other pieces of its reading?"""

    reading: int
    piece: Piece


def corrected_plan(plan: Plan) -> Plan:
    """The plan with the words put right that the vocabulary knows better; the same where there are none."""
    text, notes = plan.query.text, []
    for word in dict.fromkeys(
        part for reading in plan.readings for one in reading.words for part in PARTS.findall(one.text)
    ):
        better = vocabulary().correction(word)
        if better:
            text = text.replace(word, better)
            notes.append(f"{word} → {better}")
    return replace(plan.with_text(text), relaxed=tuple(notes)) if notes else plan


def spelled_plan(plan: Plan, spellings: Spellings) -> Plan:
    """The plan with slips of typing allowed."""
    return replace(
        plan, loosening=Loosening(spellings=spellings), relaxed=plan.relaxed or ("words of similar spelling",)
    )


def probes_of(plan: Plan) -> list[Probe]:
    """The pieces of readings that have several."""
    return [
        Probe(place, piece)
        for place, reading in enumerate(plan.readings)
        for piece in dict.fromkeys(pieces_of(reading))
        if len(texts_of(reading)) > 1
    ]


def probing_plan(plan: Plan, probe: Probe) -> Plan:
    """The plan of one piece alone."""
    reading = plan.readings[probe.reading]
    others = texts_of(reading) - {probe.piece.text}
    return replace(plan, readings=(reading,), loosening=Loosening(without=others))


def missing_texts(plan: Plan, found_nothing: Sequence[Probe]) -> list[frozenset[str]]:
    """Per reading the texts without which alone it can find something.

    A unit beside another one of its facet may be an alternative to it, a word may be a slip of typing.
    """
    return [
        frozenset(_missing(reading, plan, [one.piece for one in found_nothing if one.reading == place]))
        for place, reading in enumerate(plan.readings)
    ]


def _missing(reading: Reading, plan: Plan, candidates: Sequence[Piece]) -> Iterator[str]:
    pieces = list(pieces_of(reading))
    if len(texts_of(reading)) == 1:  # which was asked for as it stands
        candidates = pieces
    present = {facet for one in pieces if one not in candidates for facet in one.facets}
    for one in candidates:
        may_be_slip = not one.is_unit and any(
            fold(part) in plan.loosening.spellings for part in PARTS.findall(one.text)
        )
        if not (present & set(one.facets) or may_be_slip):
            yield one.text


def relaxed_batches(plan: Plan, missing: Sequence[frozenset[str]]) -> Iterator[list[Plan]]:
    """The ways of relaxing the plan further, each batch milder than the next; `missing` are the texts that must go."""
    omitting = [_without(plan, texts) for texts in _omissions(plan, missing)]
    fewest = min((len(one.loosening.without) for one in omitting), default=0)
    keeping = list(_keeping_all(plan, missing))
    yield from (
        batch
        for batch in (
            [*keeping, *(one for one in omitting if len(one.loosening.without) == fewest)],
            [one for one in omitting if len(one.loosening.without) > fewest],
        )
        if batch
    )


def _keeping_all(plan: Plan, missing: Sequence[frozenset[str]]) -> Iterator[Plan]:
    """The plan with every piece, but some of them with another meaning."""
    readings = list(zip(plan.readings, missing, strict=True))
    published = [{one.text for one in reading.quantities if one.published} for reading, _ in readings]
    if any(texts and lost <= texts for texts, (_, lost) in zip(published, readings, strict=True)):
        yield _loosen(plan, Loosening(as_published=True), "measures as their source publishes them")
    as_words = [
        {one.text for one in reading.units if not (one.end or one.is_excluded or set(one.facets) <= SOFT)}
        for reading, _ in readings
    ]
    if any(texts and lost <= texts for texts, (_, lost) in zip(as_words, readings, strict=True)):
        yield _loosen(plan, Loosening(as_words=True), "recognised terms also as words")


def _without(plan: Plan, texts: frozenset[str]) -> Plan:
    return _loosen(plan, Loosening(without=texts), *(f"without {one}" for one in sorted(texts)))


def _loosen(plan: Plan, loosening: Loosening, *remarks: str) -> Plan:
    corrections = (one for one in plan.relaxed if "→" in one)
    loosened = replace(loosening, spellings=plan.loosening.spellings)
    return replace(plan, loosening=loosened, relaxed=(*corrections, *remarks))


def choose_variant(plans: Sequence[Plan], counts: Sequence[int]) -> Plan | None:
    """The mildest variant that finds something: of equally mild ones that which keeps units, then names (words in
    capitals), then that which finds least.
    """
    found = [
        (len(plan.loosening.without), _units_lost(plan), _names_lost(plan), count, place)
        for place, (plan, count) in enumerate(zip(plans, counts, strict=True))
        if count
    ]
    return plans[min(found)[-1]] if found else None


def suggested_texts(plan: Plan) -> list[str]:
    """Texts that may have been meant: the other direction, and names of the vocabulary that are near."""
    found = [_opposite_text(one) for one in plan.readings if one.has_direction]
    found += [meant for name, meant in PATHWAYS.items() if name in key(plan.query.text)]
    words = " ".join(one.text for reading in plan.readings for one in reading.words) or plan.query.text
    return list(dict.fromkeys([*(one for one in found if one), *vocabulary().nearest(words)]))[:MOST_SUGGESTIONS]


def _omissions(plan: Plan, missing: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Texts to leave out: of one reading, as it is enough that one of several finds something."""
    readings = [(list(pieces_of(one)), lost) for one, lost in zip(plan.readings, missing, strict=True)]
    mild = min(MILD_VARIANTS, MOST_PIECES // max(sum(len(pieces) for pieces, _ in readings), 1))
    milder = (_mild_omissions(pieces, lost) for pieces, lost in readings)
    stronger = (_strong_omissions(pieces, lost) for pieces, lost in readings)
    return list(dict.fromkeys(chain(islice(chain(*milder), mild), islice(chain(*stronger), STRONG_VARIANTS))))


def _mild_omissions(pieces: Sequence[Piece], missing: frozenset[str]) -> Iterator[frozenset[str]]:
    """What is missing, then one piece more, two, and so on; there are as many as 2 to the power of their number."""
    present = [one for one in pieces if one.text not in missing]
    for size in range(len(present)):
        for left_out in combinations(range(len(present)), size):
            yield from _omission(pieces, [one for at, one in enumerate(present) if at not in left_out])


def _strong_omissions(pieces: Sequence[Piece], missing: frozenset[str]) -> Iterator[frozenset[str]]:
    """What a long text needs, whose mild omissions do not reach far: all units, each of them, and all with one word."""
    units = [one for one in pieces if one.is_unit and one.text not in missing]
    words = [one for one in pieces if not one.is_unit and one.text not in missing]
    for kept in (units, *([one] for one in units), *([*units, one] for one in words)) if units else ():
        yield from _omission(pieces, kept)


def _omission(pieces: Sequence[Piece], kept: Sequence[Piece]) -> Iterator[frozenset[str]]:
    """The texts that are not kept, if there are any and each end of a direction still has a piece."""
    ends, left = ({one.end for one in some if one.end} for some in (pieces, kept))
    if left == ends and len(kept) < len(pieces):
        yield frozenset(one.text for one in pieces if one not in kept)


def _units_lost(plan: Plan) -> int:
    pieces = (one for reading in plan.readings for one in pieces_of(reading))
    return sum(one.is_unit for one in pieces if one.text in plan.loosening.without)


def _names_lost(plan: Plan) -> int:
    return 0 if plan.query.text.isupper() else sum(not one.islower() for one in plan.loosening.without)


def _opposite_text(reading: Reading) -> str:
    ends = {end: " ".join(one.text for one in reading.units if one.end == end) for end in (PRE, POST)}
    return f"{ends[POST]} to {ends[PRE]}" if all(ends.values()) else ""


def count_bodies(plans: Sequence[Plan], *, most: int | bool = True) -> list[Json]:
    """A request for each plan that counts what it finds, up to `most`; all of them in the time that one search has."""
    return [
        {
            "size": 0,
            "track_total_hits": most,
            "timeout": f"{LONGEST_COUNT // len(plans)}ms",
            "query": build_match_clause(one),
        }
        for one in plans
    ]
