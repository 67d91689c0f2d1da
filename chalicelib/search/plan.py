"""A query with what its text and values were understood as: all that the engine's request follows from.

A plan may be loosened when it finds nothing, and a filter's value that no record of the type holds may be taken as a
concept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from chalicelib.json_types import Json
from chalicelib.search.clauses import NOT_LOOSENED, Loosening, facets_of, text_clause
from chalicelib.search.concept_names import concept_clauses
from chalicelib.search.filters import LAYERS_OF_PARTS, TYPES, Filter
from chalicelib.search.query import Query
from chalicelib.search.text.reading import Reading, literal, understand
from chalicelib.search.text_query import check_length
from chalicelib.vocabulary.vocabulary import vocabulary
from chalicelib.vocabulary.words import key

_ABSENT = "negative_markers"
_REACH = "secondary_region"  # a region that a neuron type reaches; every other region is a home


@dataclass(frozen=True)
class Plan:
    """`through` holds, per filter, the values that stand for concepts because no record has them as they are."""

    query: Query
    readings: tuple[Reading, ...]
    loosening: Loosening = NOT_LOOSENED
    relaxed: tuple[str, ...] = ()
    through: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    @classmethod
    def of(cls, query: Query) -> "Plan":
        """Understand a query; raises BadInput for a text of too many words."""
        check_length(query.text)
        return cls(query, tuple(readings_of(query, query.text)))

    def with_text(self, text: str) -> "Plan":
        """The same with another text."""
        return replace(self, readings=tuple(readings_of(self.query, text)))

    @property
    def text(self) -> Json | None:
        """The clause of the text."""
        return text_clause(self.readings, self.query.types, self.loosening)

    @property
    def kind(self) -> list[Json]:
        """The clause of the type, if one was asked for."""
        return type_clauses(self.query.index, self.query.data_type)

    def narrowing(self) -> dict[str, Json]:
        """The clause of each filter, by its name."""
        filters = {one.key: one for one in self.query.filters}
        ranges = {one.key: one for one in self.query.ranges}
        return {
            **{name: self._values(filters[name], values) for name, values in self.query.chosen.items()},
            **{name: span.clause(ranges[name].path) for name, span in self.query.spans.items()},
            **concept_clauses(self.query.concepts),
        }

    def _values(self, made: Filter, values: tuple[str, ...]) -> Json:
        through = self.through.get(made.key, {})
        held = [one for one in values if one not in through]
        concepts = [concept for one in through.values() for concept in one]
        clauses = [values_clause(made, held)] if held else []
        clauses += [{"terms": {path: concepts}} for path in concept_paths(made)] if concepts else []
        return clauses[0] if len(clauses) == 1 else {"bool": {"should": clauses, "minimum_should_match": 1}}


def readings_of(query: Query, text: str) -> list[Reading]:
    if query.literal:
        return literal(text)
    facets = facets_of(query.types)
    connections = "connection" in query.types
    only = connections and len(query.types) == 1
    return understand(text, facets, vocabulary(), connections=connections, only=only)


def type_clauses(index: str, data_type: str | None) -> list[Json]:
    """The clause that holds for records of a type, none for all types.

    Most records of an index are of its first type: leaving out the others costs less than looking at each
    (docs/search.md).
    """
    first, *others = TYPES[index]
    if data_type == first:
        return [{"bool": {"must_not": [{"terms": {"type": others}}]}}] if others else []
    return [{"term": {"type": data_type}}] if data_type else []


def values_clause(made: Filter, values: list[str]) -> Json:
    """Records that hold one of these values, compared without case and accents."""
    return {"terms": {made.path if made.is_flag else f"{made.path}.folded": values}}


def concept_paths(made: Filter) -> list[str]:
    """Where the concepts of a filter's values stand; a region that a neuron type reaches stands apart from its home."""
    name = made.key.rpartition(".")[2]
    own = f"lookup.{made.side}.concepts" if made.side else "concepts"
    reach, absent = (f"lookup.{made.side}.{one}" if made.side else f"lookup.{one}" for one in ("reach", "absent"))
    if name == _ABSENT:
        return [absent]
    if name in LAYERS_OF_PARTS:
        return [f"lookup.{name}"]
    return [own, reach] if name == _REACH else [own]


def concepts_named(made: Filter, value: str) -> tuple[str, ...]:
    """The concepts that a filter's value names; none for a filter without any."""
    return tuple(vocabulary().find_typed(value, key(value), made.facets)) if made.facets else ()
