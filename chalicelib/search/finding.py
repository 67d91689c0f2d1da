"""Executes a plan: one call of the engine, and more only where it found nothing or a value that no record holds.

Later calls of a search read the indices that the first one read, whatever is published meanwhile.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.json_types import Json
from chalicelib.search.clauses import NOT_LOOSENED
from chalicelib.search.explanation import with_names
from chalicelib.search.facets import is_incomplete
from chalicelib.search.notes import known_values_body, notes_of, through_concepts, values_not_held
from chalicelib.search.plan import Plan
from chalicelib.search.query_builder import build_search_body
from chalicelib.search.relaxation import (
    Probe,
    choose_variant,
    corrected_plan,
    count_bodies,
    missing_texts,
    probes_of,
    probing_plan,
    relaxed_batches,
    spelled_plan,
    suggested_texts,
)
from chalicelib.search.spellings import spelling_body, spellings_in, words_to_spell
from chalicelib.search.text_query import Spellings
from chalicelib.store.opensearch.searcher import Searcher, SearchResult


@dataclass(frozen=True)
class Found:
    """A plan with the engine's answer to it; `notes` are the filters' values that find nothing."""

    plan: Plan
    answer: SearchResult
    notes: tuple[Json, ...] = ()
    did_you_mean: tuple[Json, ...] | None = None

    @property
    def total(self) -> int:
        return int(self.answer.content["hits"]["total"]["value"])


class Finder:
    """Asks the engine for one search; `physical` are the indices to read, none for those that are served."""

    def __init__(self, searcher: Searcher, physical: Sequence[str]) -> None:
        self._searcher, self._physical, self._is_known = searcher, tuple(physical), False

    def find(self, plan: Plan, after: Sequence[Any] = ()) -> Found:
        """What the plan finds, relaxed where it finds nothing; raises EngineDown, ReleaseGone."""
        found = self._ask(plan, after)
        self._physical, self._is_known = found.answer.physical or self._physical, bool(found.answer.physical)
        missing = values_not_held(found.answer.content["aggregations"])
        through = through_concepts(plan, missing)
        if through:
            found = self._ask(replace(plan, through=through), after)
        if not found.total and plan.readings:
            found = self._relax(found, after)
        left = [(name, value) for name, value in missing if value not in through.get(name, {})]
        return replace(found, notes=self._notes(plan, left)) if left else found

    def _relax(self, found: Found, after: Sequence[Any]) -> Found:
        for plans in self._ways(found.plan):
            chosen = plans[0] if len(plans) == 1 else choose_variant(plans, self._counts(plans))
            if chosen and (relaxed := self._ask(chosen, after)).total:
                return replace(relaxed, did_you_mean=_correction(relaxed))
        return replace(found, did_you_mean=self._instead(found.plan))

    def _ways(self, plan: Plan) -> Iterator[list[Plan]]:
        """The ways of relaxing a plan that finds nothing, each batch milder than the next."""
        plan = corrected_plan(plan)
        words = words_to_spell(plan.readings)
        if plan.relaxed and not words:
            yield [plan]
        probes = [] if plan.query.literal else probes_of(plan)
        spellings, found_nothing = self._probe(plan, words, probes)
        spelled = spelled_plan(plan, spellings)
        missing = missing_texts(spelled, found_nothing)
        if words and (plan.relaxed or (spellings and not all(missing))):
            yield [spelled]
        yield from () if plan.query.literal else relaxed_batches(spelled, missing)

    def _probe(self, plan: Plan, words: list[str], probes: Sequence[Probe]) -> tuple[Spellings, list[Probe]]:
        """The words that `words` may be slips of, and the pieces that no record has; in one call."""
        asked = [spelling_body(words)] if words else []
        asked += count_bodies([probing_plan(plan, one) for one in probes], most=1)
        answers = self._search_many(plan, asked)
        spellings = spellings_in(answers[0]) if words else {}
        counts = [_count(one) for one in answers[-len(probes) :]] if probes else []
        return spellings, [one for one, count in zip(probes, counts, strict=True) if count == 0]

    def _ask(self, plan: Plan, after: Sequence[Any]) -> Found:
        answer = self._search(plan, _body(plan, after))
        if is_incomplete(answer.content.get("aggregations", {})):
            answer = self._search(plan, _body(plan, after, apart=True))
        return Found(plan, answer)

    def _instead(self, plan: Plan) -> tuple[Json, ...]:
        """Texts that may have been meant, with how many records each finds."""
        texts = suggested_texts(plan)
        counts = self._counts([replace(plan, loosening=NOT_LOOSENED).with_text(one) for one in texts])
        return tuple({"text": text, "total": count} for text, count in zip(texts, counts, strict=True) if count)

    def _counts(self, plans: Sequence[Plan]) -> list[int]:
        """What each plan finds, in one call; nothing where it could not be counted in time."""
        answers = self._search_many(plans[0], count_bodies(plans)) if plans else []
        return [_count(one) or 0 for one in answers]

    def _notes(self, plan: Plan, missing: list[tuple[str, str]]) -> tuple[Json, ...]:
        body = known_values_body(plan, list(dict.fromkeys(name for name, _ in missing)))
        aggregations = self._search(plan, body).content["aggregations"]
        return tuple(notes_of(missing, aggregations, {one.key: one for one in plan.query.filters}))

    def _search(self, plan: Plan, body: Json) -> SearchResult:
        return self._searcher.search(plan.query.index, body, physical=self._physical, is_known=self._is_known)

    def _search_many(self, plan: Plan, bodies: Sequence[Json]) -> list[Json]:
        return self._searcher.search_many([(plan.query.index, one) for one in bodies], physical=self._physical)


def _body(plan: Plan, after: Sequence[Any], *, apart: bool = False) -> Json:
    body = build_search_body(plan, after, apart=apart)
    return {**body, "query": with_names(body["query"])} if plan.query.explain else body


def _count(answer: Json) -> int | None:
    """None where the time was over."""
    return None if answer["timed_out"] else int(answer["hits"]["total"]["value"])


def _correction(found: Found) -> tuple[Json, ...] | None:
    """The corrected text and what it finds, where words were put right."""
    if not any("→" in one for one in found.plan.relaxed):
        return None
    return ({"text": " | ".join(one.parts.whole for one in found.plan.readings), "total": found.total},)
