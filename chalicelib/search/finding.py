"""Executes a plan: one call of the engine, and more only where it found nothing or a value that no record holds.

Later calls of a search read the indices that the first one read, whatever is published meanwhile.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.errors import SearchTimedOut
from chalicelib.json_types import Json
from chalicelib.search.clauses import NOT_LOOSENED
from chalicelib.search.explanation import with_names
from chalicelib.search.notes import known_values_body, notes_of, through_concepts, values_not_held
from chalicelib.search.plan import Plan
from chalicelib.search.query_builder import build_search_body
from chalicelib.search.relaxation import (
    choose_variant,
    corrected_plan,
    count_body,
    counts_in,
    relaxed_variants,
    suggested_texts,
)
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
        self._searcher, self._physical = searcher, tuple(physical)

    def find(self, plan: Plan, after: Sequence[Any] = ()) -> Found:
        """What the plan finds, relaxed where it finds nothing; raises EngineDown, ReleaseGone."""
        found = self._ask(plan, after)
        self._physical = self._physical or found.answer.physical
        missing = values_not_held(found.answer.content["aggregations"])
        through = through_concepts(plan, missing)
        if through:
            found = self._ask(replace(plan, through=through), after)
        if not found.total and plan.readings:
            found = self._relax(found, after)
        left = [(name, value) for name, value in missing if value not in through.get(name, {})]
        return replace(found, notes=self._notes(plan, left)) if left else found

    def _relax(self, found: Found, after: Sequence[Any]) -> Found:
        plan = found.plan
        if any(one.words for one in plan.readings):
            second = self._ask(corrected_plan(plan), after)
            if second.total:
                return replace(second, did_you_mean=_correction(second))
            plan = second.plan
        variants = [] if plan.query.literal else relaxed_variants(plan)
        chosen = choose_variant(variants, self._counts(plan, variants))
        third = self._ask(chosen, after) if chosen else found
        return replace(third, did_you_mean=_correction(third) if third.total else self._instead(found.plan))

    def _ask(self, plan: Plan, after: Sequence[Any]) -> Found:
        body = build_search_body(plan, after)
        if plan.query.explain:
            body = {**body, "query": with_names(body["query"])}
        return Found(plan, self._search(plan, body))

    def _instead(self, plan: Plan) -> tuple[Json, ...]:
        """Texts that may have been meant, with how many records each finds."""
        texts = suggested_texts(plan)
        counts = self._counts(plan, [replace(plan, loosening=NOT_LOOSENED).with_text(one) for one in texts])
        return tuple({"text": text, "total": count} for text, count in zip(texts, counts, strict=True) if count)

    def _counts(self, plan: Plan, plans: Sequence[Plan]) -> list[int]:
        if not plans:
            return []
        try:
            answer = self._search(plan, count_body(plan, [one.text or {"match_all": {}} for one in plans]))
        except SearchTimedOut:
            return [0] * len(plans)
        return counts_in(answer.content["aggregations"], len(plans))

    def _notes(self, plan: Plan, missing: list[tuple[str, str]]) -> tuple[Json, ...]:
        body = known_values_body(plan, list(dict.fromkeys(name for name, _ in missing)))
        aggregations = self._search(plan, body).content["aggregations"]
        return tuple(notes_of(missing, aggregations, {one.key: one for one in plan.query.filters}))

    def _search(self, plan: Plan, body: Json) -> SearchResult:
        return self._searcher.search(plan.query.index, body, physical=self._physical)


def _correction(found: Found) -> tuple[Json, ...] | None:
    """The corrected text and what it finds, where words were put right."""
    if not any("→" in one for one in found.plan.relaxed):
        return None
    return ({"text": " | ".join(one.parts.whole for one in found.plan.readings), "total": found.total},)
