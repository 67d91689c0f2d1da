"""Suggestions while a user types: names, concepts and values of filters that begin with it, with counts.

Concepts come from the vocabulary (by label or synonym, by a later word of it, or with a slip of typing where no word
begins so), names and identifiers from the engine. In the same call it counts the concepts and the values of filters;
what is counted is the same whatever is typed, and comes from its request cache until something else is published.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from chalicelib.json_types import Json
from chalicelib.search.filters import filters_of
from chalicelib.search.plan import type_clauses
from chalicelib.store.opensearch.searcher import Searcher
from chalicelib.vocabulary.vocabulary import vocabulary
from chalicelib.vocabulary.words import fold, irregular_forms, key, normalise, words

MOST = 50
MOST_CONCEPTS = 12  # concepts that are counted
MOST_VALUES = 5  # values of one field
LONGEST = 60  # letters of what is typed
_COUNTED = 2_000  # values of a field that the engine counts, the most frequent ones
_ALL_CONCEPTS = 10_000
_CONCEPTS, _MARKS = "concepts", "lookup.identifiers"
_SHOWN = ("id", "name", "type", _MARKS)


@dataclass(frozen=True)
class Ask:
    """What was typed, and where it is looked for."""

    index: str
    data_type: str | None
    text: str
    size: int

    @property
    def typed(self) -> str:
        return fold(normalise(self.text))[:LONGEST].strip()

    @property
    def kind(self) -> list[Json]:
        return type_clauses(self.index, self.data_type)


@dataclass(frozen=True)
class Candidate:
    """A concept with the name of it that what was typed begins: its label if that does, else the shortest.

    `letters` are those of the shortest either way.
    """

    concept: str
    name: str
    rank: int
    letters: int


class Start(NamedTuple):
    """What a name of a concept begins with at one of its words, `later` unless that is the first."""

    letters: str
    concept: str
    name: str
    later: bool


def suggest(ask: Ask, searcher: Searcher) -> Json:
    """The suggestions, best first; raises EngineDown."""
    if not key(ask.typed):
        return {"q": ask.text, "suggestions": []}
    concepts = candidates(ask.typed)
    named, counted = searcher.search_many([(ask.index, one) for one in bodies_of(ask)])
    counts = {name: one["buckets"] for name, one in counted["aggregations"].items()}
    found = [*_concepts(counts.pop(_CONCEPTS), concepts), *_values(counts, ask.typed), *_names(named, ask.typed)]
    best = sorted(found, key=lambda one: (one.pop("rank"), -one["count"], len(one["text"])))
    return {"q": ask.text, "suggestions": best[: ask.size]}


def candidates(typed: str) -> list[Candidate]:
    """The concepts that what was typed may become, one name each."""
    ranked: dict[str, dict[int, list[str]]] = {}
    for wanted in dict.fromkeys((key(typed), "".join(fold(part.surface) for part in words(typed)))):
        for one in _starts_with(wanted):
            ranked.setdefault(one.concept, {}).setdefault(int(one.later), []).append(one.name)
    corrected = key(" ".join(_correct(part.surface) for part in words(typed)))
    for one in _starts_with(corrected) if corrected != key(typed) else ():
        ranked.setdefault(one.concept, {}).setdefault(3, []).append(one.name)
    found = [_candidate(concept, min(ranks), ranks[min(ranks)]) for concept, ranks in ranked.items()]
    return sorted(found, key=lambda one: (one.rank, one.letters, one.name))[:MOST_CONCEPTS]


def _candidate(concept: str, rank: int, names: list[str]) -> Candidate:
    shortest, label = min(names, key=lambda name: (len(name), name)), vocabulary().label(concept)
    return Candidate(concept, label if label in names else shortest, rank, len(shortest))


def _correct(word: str) -> str:
    """The word that was meant; the word itself as long as it may become one that is known."""
    begun = fold(word)
    if any(known.startswith(begun) for known in vocabulary().lexicon):
        return word
    return vocabulary().correction(word) or word


def _starts_with(wanted: str) -> Iterator[Start]:
    starts = _starts()
    for place in range(bisect_left(starts, (wanted,)), len(starts)):
        if not starts[place].letters.startswith(wanted):
            return
        yield starts[place]


@cache
def _starts() -> list[Start]:
    """What every name begins with at each of its words, as it stands and in the singular, in order; made once a
    process.
    """
    known = vocabulary()
    return sorted(
        {
            Start("".join(spelled[place:]), concept, name, place > 0)
            for concept in known
            for name in (known.label(concept), *known.synonyms(concept))
            for spelled in _spellings(name)
            for place in range(len(spelled))
        }
    )


def _spellings(name: str) -> Iterator[list[str]]:
    """The words of a name without case and accents: in the singular, as they stand, in irregular plurals (mice)."""
    parts = words(name)
    stems = [one.stem for one in parts]
    yield from (stems, [fold(one.surface) for one in parts])
    for place, stem in enumerate(stems):
        yield from ([*stems[:place], other, *stems[place + 1 :]] for other in irregular_forms(stem))


def bodies_of(ask: Ask) -> tuple[Json, Json]:
    """What the engine is asked, in one call: for names, and for the counts of all concepts and values."""
    filters = [one for one in filters_of(ask.index, ask.data_type) if not one.side and not one.is_flag]
    names: Json = {
        "size": ask.size,
        "_source": False,
        "stored_fields": "_none_",  # whole records would have to be read for three of their fields
        "docvalue_fields": list(_SHOWN),
        "track_total_hits": False,
        "query": {"bool": {"filter": ask.kind, "should": _name_clauses(ask.typed), "minimum_should_match": 1}},
        "sort": [{"_score": "desc"}, {"lookup.order": "asc"}],
    }
    counts: Json = {
        "size": 0,
        "track_total_hits": False,
        "query": {"bool": {"filter": ask.kind}},
        "aggs": {
            _CONCEPTS: {"terms": {"field": "concepts", "size": _ALL_CONCEPTS}},
            **{one.key: {"terms": {"field": one.path, "size": _COUNTED}} for one in filters},
        },
    }
    return names, counts


def _name_clauses(typed: str) -> list[Json]:
    """Records with a name that begins so, has such words, or with an identifier or a file that begins so; a number
    alone would be that of too much.
    """
    words_of_name = {"match_bool_prefix": {"name.text": {"query": typed, "operator": "and"}}}
    marked = [_worth(1, {"prefix": {_MARKS: typed}})] if any(letter.isalpha() for letter in typed) else []
    return [_worth(4, {"prefix": {"name.exact": typed}}), _worth(2, words_of_name), *marked]


def _concepts(buckets: list[Json], concepts: list[Candidate]) -> Iterator[Json]:
    counts = {bucket["key"]: bucket["doc_count"] for bucket in buckets}
    for one in concepts:
        if count := counts.get(one.concept, 0):
            label = vocabulary().label(one.concept)
            matched = {} if one.name == label else {"synonym": one.name}
            yield {
                "kind": "concept", "text": label, **matched, "concept": one.concept,
                "facet": vocabulary().facet(one.concept),
                "count": count, "rank": one.rank,
            }  # fmt: skip


def _values(counted: dict[str, list[Json]], typed: str) -> Iterator[Json]:
    """Of each field the most frequent values that have a word which begins so."""
    begins = re.compile(rf"(?<![^\W_]){re.escape(typed)}")
    for field, buckets in counted.items():
        found = ((bucket, begins.search(fold(bucket["key"]))) for bucket in buckets)
        for bucket, start in islice(((one, at.start()) for one, at in found if at), MOST_VALUES):
            yield {
                "kind": "value",
                "text": bucket["key"],
                "field": field,
                "count": bucket["doc_count"],
                "rank": 1 if start else 0,
            }


def _names(content: Json, typed: str) -> Iterator[Json]:
    """Records by name; what else of them begins so is shown where their name does not."""
    for hit in content["hits"]["hits"]:
        name, record, kind = (hit["fields"][field][0] for field in ("name", "id", "type"))
        marks = [one for one in hit["fields"][_MARKS] if one.startswith(typed)]
        is_named = fold(name).startswith(typed) or not marks
        yield {
            "kind": "name",
            "text": name,
            **({} if is_named else {"identifier": marks[0]}),
            "id": record,
            "data_type": kind,
            "count": 1,
            "rank": 2,
        }


def _worth(boost: float, clause: Json) -> Json:
    return {"constant_score": {"boost": boost, "filter": clause}}
