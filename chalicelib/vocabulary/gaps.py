"""Values of records that no rule of the vocabulary maps: what a curator has to look at, and how much is mapped.

A value is counted once a record and field. What a source writes for "not known" is no gap. `supertype` and `cell_type`
of a neuron type are proper names of which parts are mapped; they are counted with the type's other fields, not here.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from chalicelib.json_types import Json
from chalicelib.vocabulary.records import fields_of, readings
from chalicelib.vocabulary.values import UNKNOWN
from chalicelib.vocabulary.words import key

_NAMES = ("type name", "supertype")
_DOUBLES = ("cell_type", "secondary_cell_type", "scientific_name")  # repeated in another field


@dataclass
class Coverage:
    """Of one field of one provider: how many uses of values are mapped, and which are not."""

    uses: int = 0
    mapped: int = 0
    gaps: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        return self.mapped / self.uses if self.uses else 1.0


def coverage_of(documents: Iterable[Json]) -> dict[tuple[str, str], Coverage]:
    """By provider and field; `documents` are stored records."""
    found: dict[tuple[str, str], Coverage] = {}
    for document in documents:
        for name, value, is_known in _readings(document):
            one = found.setdefault((document["provenance"]["provider"], name), Coverage())
            one.uses += 1
            one.mapped += is_known
            if not is_known:
                one.gaps[value] += 1
    return found


def _readings(document: Json) -> Iterator[tuple[str, str, bool]]:
    asked = list(dict.fromkeys(fields_of(document)))
    values = readings()
    known = values.closure(values.read_all((kind, value) for _, kind, value in asked).concepts)
    for name, kind, value in asked:
        if kind not in _NAMES and name not in _DOUBLES and key(value) not in UNKNOWN:
            yield name, value, values.read(kind, value, known).is_known
