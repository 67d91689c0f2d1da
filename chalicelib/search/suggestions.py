"""Suggestions while a user types: names, concepts and values of filters that begin with it, with counts.

Concepts come from the vocabulary (by label or synonym, by a later word of it, or with a slip of typing), names and
values from the engine, which counts all of them in one call.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chalicelib.json_types import Json
from chalicelib.search.filters import Filter, filters_of
from chalicelib.store.opensearch.searcher import Searcher
from chalicelib.vocabulary.vocabulary import vocabulary
from chalicelib.vocabulary.words import fold, key, normalise, words

MOST = 50
MOST_CONCEPTS = 12  # concepts that are counted
MOST_VALUES = 5  # values of one field
LONGEST = 60  # letters of what was typed that are looked at
_FIELDS = (
    "species secondary_region cell_types strain stain archive etype markers supertype channels receptors model_concepts"
    " transmitters genes implementers"
).split()


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
        return [{"term": {"type": self.data_type}}] if self.data_type else []

    @property
    def fields(self) -> list[Filter]:
        return [one for one in filters_of(self.index, self.data_type) if one.path in _FIELDS and not one.side]


@dataclass(frozen=True)
class Candidate:
    """A concept with the name of it that what was typed begins."""

    concept: str
    name: str
    rank: int


def suggest(ask: Ask, searcher: Searcher) -> Json:
    """The suggestions, best first; raises EngineDown."""
    if not key(ask.typed):
        return {"q": ask.text, "suggestions": []}
    concepts = candidates(ask.typed)
    content = searcher.search(ask.index, _body(ask, concepts)).content
    found = [*_concepts(content, concepts), *_values(content, ask), *_names(content)]
    best = sorted(found, key=lambda one: (one.pop("rank"), -one["count"], len(one["text"])))
    return {"q": ask.text, "suggestions": best[: ask.size]}


def candidates(typed: str) -> list[Candidate]:
    """The concepts that what was typed may become, one name each."""
    best: dict[str, Candidate] = {}
    wanted = key(typed)
    corrected = " ".join(vocabulary().correction(part.surface) or part.surface for part in words(typed))
    for concept, name, starts in _vocabulary_names():
        rank = _rank(starts, wanted, key(corrected))
        if rank is not None and (concept not in best or rank < best[concept].rank):
            best[concept] = Candidate(concept, name, rank)
    ordered = sorted(best.values(), key=lambda one: (one.rank, len(one.name), one.name))
    return ordered[:MOST_CONCEPTS]


def _rank(starts: tuple[str, ...], wanted: str, corrected: str) -> int | None:
    if starts[0].startswith(wanted):
        return 0
    if any(one.startswith(wanted) for one in starts[1:]):
        return 1
    return 3 if corrected != wanted and any(one.startswith(corrected) for one in starts) else None


_NAMES: list[tuple[str, str, tuple[str, ...]]] = []


def _vocabulary_names() -> list[tuple[str, str, tuple[str, ...]]]:
    """Every name with the keys of what begins at each of its words; made once a process."""
    if not _NAMES:
        known = vocabulary()
        for concept in known:
            for name in (known.label(concept), *known.synonyms(concept)):
                stems = [one.stem for one in words(name)]
                if stems:
                    _NAMES.append((concept, name, tuple("".join(stems[place:]) for place in range(len(stems)))))
    return _NAMES


def _body(ask: Ask, concepts: list[Candidate]) -> Json:
    counted = {one.concept: {"bool": {"filter": [*ask.kind, {"term": {"concepts": one.concept}}]}} for one in concepts}
    begins = {"match_bool_prefix": {"name.text": ask.typed}}
    named = {"bool": {"should": [{"prefix": {"name.exact": ask.typed}}, begins]}}
    return {
        "size": ask.size,
        "_source": ["id", "name", "type"],
        "track_total_hits": False,
        "query": {"bool": {"filter": [*ask.kind, _starting_records(ask.typed)], "should": [_worth(named)]}},
        "post_filter": named,
        "sort": [{"_score": "desc"}, {"lookup.order": "asc"}],
        "aggs": {
            **{one.key: _begins_with(one, ask.typed) for one in ask.fields},
            **({"concepts": {"global": {}, "aggs": {"by": {"filters": {"filters": counted}}}}} if counted else {}),
        },
    }


def _starting_records(typed: str) -> Json:
    """Records with a word that begins so, which are few: values are counted among them alone."""
    last = typed.rsplit(maxsplit=1)[-1]
    starts = [{"match": {"search.starts": part[:10]}} for part in re.findall(r"[^\W_]+", typed)[:8]]
    return {
        "bool": {"should": [{"bool": {"filter": starts}}, {"prefix": {"name.exact": last}}], "minimum_should_match": 1}
    }


def _begins_with(made: Filter, typed: str) -> Json:
    """Values of which a word begins with it, whatever its case."""
    letters = "".join(_letter(one) for one in typed[:20])
    return {"terms": {"field": made.path, "size": MOST_VALUES, "include": f"(.*[ :/\\-\\(])?{letters}.*"}}


def _letter(one: str) -> str:
    """A letter in either case, a sign as itself, in the engine's regular expressions."""
    if one.isalpha() and len(one.upper()) == 1:
        return f"[{one.upper()}{one}]"
    return one if one.isalnum() else f"\\{one}"


def _concepts(content: Json, concepts: list[Candidate]) -> Iterator[Json]:
    counts = content["aggregations"]["concepts"]["by"]["buckets"] if concepts else {}
    for one in concepts:
        if count := counts[one.concept]["doc_count"]:
            label = vocabulary().label(one.concept)
            matched = {} if one.name == label else {"synonym": one.name}
            yield {
                "kind": "concept", "text": label, **matched, "concept": one.concept,
                "facet": vocabulary().facet(one.concept),
                "count": count, "rank": one.rank,
            }  # fmt: skip


def _values(content: Json, ask: Ask) -> Iterator[Json]:
    for made in ask.fields:
        for bucket in content["aggregations"][made.key]["buckets"]:
            starts = fold(bucket["key"]).startswith(ask.typed)
            yield {
                "kind": "value",
                "text": bucket["key"],
                "field": made.key,
                "count": bucket["doc_count"],
                "rank": 0 if starts else 1,
            }


def _names(content: Json) -> Iterator[Json]:
    for hit in content["hits"]["hits"]:
        record = hit["_source"]
        yield {
            "kind": "name",
            "text": record["name"],
            "id": record["id"],
            "data_type": record["type"],
            "count": 1,
            "rank": 2,
        }


def _worth(clause: Json) -> Json:
    return {"constant_score": {"boost": 10, "filter": clause}}
