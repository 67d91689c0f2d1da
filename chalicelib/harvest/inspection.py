"""Inspects a loaded run's whole index: its counts, a profile of its fields, a sample of its records, and its diff.

A profile says of each type of record how many records fill each field, with which kind of value, and which value is the
most frequent; a nested object (`facts`, a connection's sides) counts as fields of its own, one level deep. A sample
holds what identifies and describes the records whose identifiers hash lowest, so that two runs can be compared long
after their indices are gone: it is exact up to `SAMPLE` records, and within about one percent beyond.
"""

import heapq
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import orjson

from chalicelib.json_types import Json, is_empty, kind_of
from chalicelib.store.opensearch.aliases import RunIndices
from chalicelib.store.opensearch.diff import Comparer, Diff

# Written by the hub itself: they say nothing of how a source looks.
HUB_FIELDS = frozenset(
    "id source_id type provenance concepts lookup morphometry source_morphometry quality quality_flags has_file"
    " no_file_reason icon".split()
)
IDENTIFYING = ("name", "species", "cell_type", "cell_types", "etype", "file")  # what readers know a record by
DESCRIBING = (  # what else must stay with its record; a digest of each is enough
    "region secondary_region subregions regions soma_region layers archive strain gender description protocol stain"
    " morphologies physical_integrity min_age soma_surface surface volume supertype synaptic_effect synonyms markers"
    " channels receptors transmitters model_types modeling_application papers preview presynaptic postsynaptic"
).split()
SAMPLE = 4096  # records
FREQUENT = 64  # values counted per field: one that stands in more than 1/64 of the records is never missed
TOP = 8  # of them kept in a profile
LONGEST = 80  # characters of a value that are compared


@dataclass(frozen=True)
class Inspected:
    """A run's document with counts, profile and diff, the differences in full, and the sample of its records."""

    run: Json
    diff: Diff
    sample: Json


class Inspection:
    """Reads each index once, in the order of identifiers."""

    def __init__(self, publisher: RunIndices, comparer: Comparer) -> None:
        self._publisher, self._comparer = publisher, comparer

    def inspect(self, run: Json, served: Json | None) -> Inspected:
        """The run once the engine counts every record; raises EngineDown."""
        index, provider = run["index"], run["provider"]
        counted = self._publisher.await_count(index, provider, run["run"], least=run["counts"]["indexed"])
        profile, sample, against = Profile(), Sample(), served["run"] if served else None

        def look(document: Json) -> None:
            profile.add(document)
            sample.add(document)

        diff = self.compare(run, against, seen=look)
        old = self._publisher.name_of(index, provider, against) if against else None
        samples = self._comparer.samples(old, self._publisher.name_of(index, provider, run["run"]), diff)
        counts = {**run["counts"], "indexed": counted, "unchanged": diff.unchanged}
        inspected = {**run, "counts": counts, "profile": profile.as_json(), "diff": {"against": against, **samples}}
        return Inspected(inspected, diff, sample.as_json())

    def compare(self, run: Json, against: str | None, *, seen: Callable[[Json], None] | None = None) -> Diff:
        """From the run `against` (None: from nothing) to `run`; both must have an index."""
        index, provider = run["index"], run["provider"]
        before = self._publisher.name_of(index, provider, against) if against else None
        return self._comparer.compare(before, self._publisher.name_of(index, provider, run["run"]), seen=seen)


class Profile:
    """Counts over documents: `{type: {"records": n, "fields": {name: {"filled": n, "kinds": {kind: n},
    "top": [[value, n], ...]}}}}`, the most frequent values first.
    """

    def __init__(self) -> None:
        self._records: Counter[str] = Counter()
        self._fields: dict[str, dict[str, _Field]] = {}

    def add(self, document: Json) -> None:
        self._records[document["type"]] += 1
        fields = self._fields.setdefault(document["type"], {})
        for name, value in _filled_fields(document):
            field = fields.get(name)
            if field is None:
                field = fields[name] = _Field()
            field.add(value)

    def as_json(self) -> Json:
        return {
            kind: {"records": count, "fields": {name: one.as_json() for name, one in self._fields[kind].items()}}
            for kind, count in self._records.items()
        }


class _Field:
    """What the records of one type hold in one field."""

    __slots__ = ("_filled", "_kinds", "_values")

    def __init__(self) -> None:
        self._filled, self._kinds, self._values = 0, dict[str, int](), dict[str, int]()

    def add(self, value: Any) -> None:
        self._filled += 1
        kind = kind_of(value)
        self._kinds[kind] = self._kinds.get(kind, 0) + 1
        if (text := _as_text(value)) is not None:
            _count_frequent(self._values, text)

    def as_json(self) -> Json:
        top = heapq.nlargest(TOP, self._values.items(), key=lambda one: one[1])
        known = {"filled": self._filled, "kinds": self._kinds}
        return {**known, "top": [list(one) for one in top]} if top else known


class Sample:
    """Keeps what identifies and describes the `SAMPLE` records whose identifiers hash lowest."""

    def __init__(self) -> None:
        self._heap: list[tuple[int, str, list[str | None]]] = []  # the highest hash first
        self._size = 0

    def add(self, document: Json) -> None:
        self._size += 1
        mark = -mark_of(document["id"])
        if len(self._heap) < SAMPLE:
            heapq.heappush(self._heap, (mark, document["id"], _identity(document)))
        elif mark > self._heap[0][0]:
            heapq.heapreplace(self._heap, (mark, document["id"], _identity(document)))

    def as_json(self) -> Json:
        """`bound` is the highest hash that the sample is complete for; None: it holds every record."""
        bound = None if self._size <= SAMPLE else -self._heap[0][0]
        records = {one: values for _, one, values in self._heap}
        return {"size": self._size, "bound": bound, "fields": [*IDENTIFYING, *DESCRIBING], "records": records}


def mark_of(identifier: str) -> int:
    """The hash by which identifiers are sampled."""
    return int.from_bytes(blake2b(identifier.encode(), digest_size=6).digest())


def _identity(document: Json) -> list[str | None]:
    known = [_address(document) if name == "file" else _as_text(document.get(name)) for name in IDENTIFYING]
    return [*known, *(_digest(document.get(name)) for name in DESCRIBING)]


def _digest(value: Any) -> str | None:
    """A mark of a value, None for an empty one; a connection's side is marked by its neuron type."""
    if is_empty(value):
        return None
    known = value.get("source_id", value) if isinstance(value, dict) else value
    return blake2b(orjson.dumps(known, option=orjson.OPT_SORT_KEYS), digest_size=4).hexdigest()


def _address(document: Json) -> str | None:
    urls = (document.get("file") or {}).get("urls") or (None,)
    return urls[-1]  # the one that every record of a source has


def _filled_fields(document: Json) -> list[tuple[str, Any]]:
    """The filled fields of a document with their values."""
    flat: list[tuple[str, Any]] = []
    for name, value in document.items():
        if name in HUB_FIELDS or is_empty(value):
            continue
        flat.append((name, value))
        if isinstance(value, dict):
            flat += [(f"{name}.{part}", inner) for part, inner in value.items() if not is_empty(inner)]
    return flat


def _as_text(value: Any) -> str | None:
    """A value as a short text to compare; None for an empty one, and for an object, whose parts are compared."""
    if isinstance(value, dict) or is_empty(value):
        return None
    if isinstance(value, str):
        return value[:LONGEST]
    if isinstance(value, list):
        return " | ".join(map(_item, value[:9]))[:LONGEST]
    return str(value)[:LONGEST]


def _item(value: Any) -> str:
    """An item of a list; an object by its label."""
    return str(value.get("label") or value.get("name") or value) if isinstance(value, dict) else str(value)


def _count_frequent(counts: dict[str, int], value: str) -> None:
    """Count the frequent values of a stream in constant memory (Misra and Gries, 1982): a count is at most 1/64 too
    low.
    """
    if value in counts or len(counts) < FREQUENT:
        counts[value] = counts.get(value, 0) + 1
        return
    for known in list(counts):
        counts[known] -= 1
        if not counts[known]:
            del counts[known]
