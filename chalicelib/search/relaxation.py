"""How a search that finds nothing is relaxed, step by step, and how the answer says so.

First mistyped words are corrected from the vocabulary and slips of typing are looked for; then what was understood may
also stand as words; then pieces are left out, as few as possible, words before units. A direction, a negation and a
chosen filter are never dropped: a search for them that finds nothing tells what it would find instead.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, islice

from chalicelib.json_types import Json
from chalicelib.search.clauses import Loosening
from chalicelib.search.plan import Plan
from chalicelib.search.text.direction import POST, PRE
from chalicelib.search.text.reading import Reading
from chalicelib.search.text_query import MOST_TYPOS, PARTS
from chalicelib.vocabulary.vocabulary import vocabulary
from chalicelib.vocabulary.words import key

MILD_VARIANTS, STRONG_VARIANTS = 40, 12  # ways of leaving few pieces out, and of keeping few, that are counted
MOST_PIECES = 300  # in all mild variants together: each piece is a clause
MOST_WITH_TYPOS = 6  # pieces of a text whose variants also look for words of similar spelling: a dear search
MOST_SUGGESTIONS = 3
LONGEST_COUNT = "4s"  # of the engine: a search is answered without being relaxed rather than not at all
PATHWAYS = {  # what connections are called after their fibers
    "mossyfiber": "DG granule to CA3",
    "schaffercollateral": "CA3 pyramidal to CA1",
    "perforantpath": "EC to DG",
    "perforantpathway": "EC to DG",
    "temporoammonicpath": "EC to CA1",
}


@dataclass(frozen=True)
class Piece:
    """What may be left out of a text."""

    text: str
    is_unit: bool
    end: str | None = None


def corrected_plan(plan: Plan) -> Plan:
    """The plan with slips of typing allowed, and words that the vocabulary knows better put right."""
    text, notes = plan.query.text, []
    for word in dict.fromkeys(
        part for reading in plan.readings for one in reading.words for part in PARTS.findall(one.text)
    ):
        better = vocabulary().correction(word)
        if better:
            text = text.replace(word, better)
            notes.append(f"{word} → {better}")
    words = max(len(PARTS.findall(text)), 1)
    loosening = Loosening(typos=min(30, MOST_TYPOS // words))
    changed = plan.with_text(text) if notes else plan
    return replace(changed, loosening=loosening, relaxed=tuple(notes) or ("words of similar spelling",))


def relaxed_variants(plan: Plan) -> list[Plan]:
    """The ways of relaxing the plan further, the mildest first."""
    pieces = list(pieces_of(plan.readings))
    typos = plan.loosening.typos if len(pieces) <= MOST_WITH_TYPOS else 0
    corrections = tuple(one for one in plan.relaxed if "→" in one)
    found = [
        replace(
            plan, loosening=Loosening(typos, as_words=True), relaxed=(*corrections, "recognised terms also as words")
        )
    ]
    if any(quantity.published for one in plan.readings for quantity in one.quantities):
        published = Loosening(typos, as_published=True)
        found.insert(
            0, replace(plan, loosening=published, relaxed=(*corrections, "measures as their source publishes them"))
        )
    mild = min(MILD_VARIANTS, MOST_PIECES // max(len(pieces), 1))
    for names in dict.fromkeys(
        chain(islice(_mild_omissions(pieces), mild), islice(_strong_omissions(pieces), STRONG_VARIANTS))
    ):
        relaxed = (*corrections, *(f"without {name}" for name in sorted(names)))
        found.append(replace(plan, loosening=Loosening(typos, without=names), relaxed=relaxed))
    return found


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


def pieces_of(readings: Iterable[Reading]) -> Iterator[Piece]:
    for reading in readings:
        yield from (Piece(one.text, True, one.end) for one in reading.units if not one.is_excluded)
        yield from (Piece(one.text, True) for one in reading.quantities)
        yield from (Piece(one.text, False, one.end) for one in reading.words if not one.is_excluded)
        yield from (Piece(one, False) for one in reading.parts.phrases)
        yield from (Piece(one.text, False) for one in reading.parts.identifiers)


def suggested_texts(plan: Plan) -> list[str]:
    """Texts that may have been meant: the other direction, and names of the vocabulary that are near."""
    found = [_opposite_text(one) for one in plan.readings if one.has_direction]
    found += [meant for name, meant in PATHWAYS.items() if name in key(plan.query.text)]
    words = " ".join(one.text for reading in plan.readings for one in reading.words) or plan.query.text
    return list(dict.fromkeys([*(one for one in found if one), *vocabulary().nearest(words)]))[:MOST_SUGGESTIONS]


def _mild_omissions(pieces: Sequence[Piece]) -> Iterator[frozenset[str]]:
    """Texts of one piece, then of two, and so on; there are as many as 2 to the power of their number."""
    for size in range(1, len(pieces)):
        for left_out in combinations(range(len(pieces)), size):
            yield from _omission(pieces, [one for at, one in enumerate(pieces) if at not in left_out])


def _strong_omissions(pieces: Sequence[Piece]) -> Iterator[frozenset[str]]:
    """What a long text needs, whose mild omissions do not reach far: all units, each of them, and all with one word."""
    units = [one for one in pieces if one.is_unit]
    words = [one for one in pieces if not one.is_unit]
    for kept in (units, *([one] for one in units), *([*units, one] for one in words)) if units else ():
        if len(kept) < len(pieces):
            yield from _omission(pieces, kept)


def _omission(pieces: Sequence[Piece], kept: Sequence[Piece]) -> Iterator[frozenset[str]]:
    """The texts that are not kept, if each end of a direction still has a piece."""
    ends, left = ({one.end for one in some if one.end} for some in (pieces, kept))
    if left == ends:
        yield frozenset(one.text for one in pieces if one not in kept)


def _units_lost(plan: Plan) -> int:
    return sum(one.is_unit for one in pieces_of(plan.readings) if one.text in plan.loosening.without)


def _names_lost(plan: Plan) -> int:
    return 0 if plan.query.text.isupper() else sum(not one.islower() for one in plan.loosening.without)


def _opposite_text(reading: Reading) -> str:
    ends = {end: " ".join(one.text for one in reading.units if one.end == end) for end in (PRE, POST)}
    return f"{ends[POST]} to {ends[PRE]}" if all(ends.values()) else ""


def count_body(plan: Plan, clauses: Sequence[Json]) -> Json:
    """One request that counts what each clause finds, under the plan's type and filters."""
    return {
        "size": 0,
        "track_total_hits": False,
        "timeout": LONGEST_COUNT,
        "query": {"bool": {"filter": [*plan.kind, *plan.narrowing().values()]}},
        "aggs": {"variants": {"filters": {"filters": {str(place): one for place, one in enumerate(clauses)}}}},
    }


def counts_in(aggregations: Json, size: int) -> list[int]:
    buckets = aggregations["variants"]["buckets"]
    return [buckets[str(place)]["doc_count"] for place in range(size)]
