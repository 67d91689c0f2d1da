"""What was understood, as an answer tells it: each piece with its concept, what that includes, and the filter that it
became.
"""

from collections.abc import Iterator, Sequence

from chalicelib.json_types import Json
from chalicelib.search.clauses import Loosening, spans_of
from chalicelib.search.explanation import explanations_of
from chalicelib.search.finding import Found
from chalicelib.search.plan import Plan
from chalicelib.search.text.quantities import Quantity
from chalicelib.search.text.units import Unit
from chalicelib.search.unit_values import value_filter
from chalicelib.vocabulary.vocabulary import vocabulary

MOST_INCLUDED = 50  # narrower concepts that are listed


def report(found: Found) -> Json:
    """The members of an answer that tell how it came about."""
    explained = (
        {"explanations": explanations_of(found.answer.content["hits"]["hits"], found.plan.readings)}
        if found.plan.query.explain
        else {}
    )
    suggested = {} if found.did_you_mean is None else {"did_you_mean": list(found.did_you_mean)}
    return {
        "interpreted": interpretation_of(found.plan),
        "relaxed": list(found.plan.relaxed),
        "notes": list(found.notes),
        **suggested,
        **explained,
    }


def interpretation_of(plan: Plan) -> list[Json]:
    """Every piece of the text that became a filter, and every filter's value that was taken as a concept."""
    pieces = [
        report
        for reading in plan.readings
        for report in (
            *map(_unit_report, reading.units),
            *(_quantity_report(one, plan.loosening) for one in reading.quantities),
        )
    ]
    return [*(one for one in pieces if one["text"] not in plan.loosening.without), *_value_reports(plan)]


def _unit_report(unit: Unit) -> Json:
    return {
        **_concept(unit.text, unit.concepts),
        "filter": _filter(unit),
        **({"end": unit.end} if unit.end else {}),
        **({"excluded": True} if unit.is_excluded else {}),
        **({"absent": True} if unit.is_absent else {}),
    }


def _quantity_report(quantity: Quantity, loosening: Loosening) -> Json:
    ends = {
        name: {end: value for end, value in (("from", span.least), ("to", span.most)) if value is not None}
        for name, span in spans_of(quantity, loosening)
    }
    return {"text": quantity.text, "label": quantity.label, "facet": quantity.facet, "including": [], "filter": ends}


def _concept(text: str, concepts: Sequence[str]) -> Json:
    first = concepts[0]
    return {
        "text": text,
        "concept": first,
        "label": vocabulary().label(first),
        "facet": vocabulary().facet(first),
        "including": [vocabulary().label(one) for one in _narrower(concepts)],
        **({"concepts": list(concepts)} if len(concepts) > 1 else {}),
    }


def _narrower(concepts: Sequence[str]) -> list[str]:
    found = dict.fromkeys(below for one in concepts for below in vocabulary().narrower(one))
    return list(found)[:MOST_INCLUDED]


def _filter(unit: Unit) -> Json:
    if asked := value_filter(unit):
        return {asked[0]: asked[1]}
    if unit.is_absent:
        return {"negative_markers": vocabulary().label(unit.concepts[0])}
    return {"concept": list(unit.concepts)}


def _value_reports(plan: Plan) -> Iterator[Json]:
    for name, values in plan.through.items():
        for value, concepts in values.items():
            yield {**_concept(value, concepts), "field": name, "filter": {"concept": list(concepts)}}
