"""Inspects a loaded run's whole index: its counts, the profile of its fields, its difference from what is served.

A profile says of each type of record how many records fill each field, and with which kind of value; a nested object
(`facts`, a connection's sides) counts as fields of its own, one level deep.
"""

from collections.abc import Callable
from typing import Any

from chalicelib.json_types import EMPTY, Json, kind_of
from chalicelib.store.opensearch.aliases import RunIndices
from chalicelib.store.opensearch.diff import Comparer, Diff

HUB_FIELDS = frozenset({"id", "source_id", "type", "provenance"})  # written by the hub itself


class Inspection:
    """Reads each index once, in the order of identifiers."""

    def __init__(self, publisher: RunIndices, comparer: Comparer) -> None:
        self._publisher, self._comparer = publisher, comparer

    def inspect(self, run: Json, served: Json | None) -> tuple[Json, Diff]:
        """The run's document with counts, profile and diff, once the engine counts every record; raises EngineDown."""
        index, provider = run["index"], run["provider"]
        counted = self._publisher.await_count(index, provider, run["run"], least=run["counts"]["indexed"])
        profile, against = Profile(), served["run"] if served else None
        diff = self.compare(run, against, seen=profile.add)
        old = self._publisher.name_of(index, provider, against) if against else None
        samples = self._comparer.samples(old, self._publisher.name_of(index, provider, run["run"]), diff)
        counts = {**run["counts"], "indexed": counted, "unchanged": diff.unchanged}
        return {**run, "counts": counts, "profile": profile.as_json(), "diff": {"against": against, **samples}}, diff

    def compare(self, run: Json, against: str | None, *, seen: Callable[[Json], None] | None = None) -> Diff:
        """From the run `against` (None: from nothing) to `run`; both must have an index."""
        index, provider = run["index"], run["provider"]
        before = self._publisher.name_of(index, provider, against) if against else None
        return self._comparer.compare(before, self._publisher.name_of(index, provider, run["run"]), seen=seen)


class Profile:
    """Counts over documents: `{type: {"records": n, "fields": {name: {"filled": n, "kinds": {kind: n}}}}}`."""

    def __init__(self) -> None:
        self._types: dict[str, Json] = {}

    def add(self, document: Json) -> None:
        kind = self._types.setdefault(document["type"], {"records": 0, "fields": {}})
        kind["records"] += 1
        for name, value in _fields(document):
            entry = kind["fields"].setdefault(name, {"filled": 0, "kinds": {}})
            entry["filled"] += 1
            entry["kinds"][kind_of(value)] = entry["kinds"].get(kind_of(value), 0) + 1

    def as_json(self) -> Json:
        return self._types


def _fields(document: Json) -> list[tuple[str, Any]]:
    """The filled fields of a document with their values."""
    flat: list[tuple[str, Any]] = []
    for name, value in document.items():
        if name in HUB_FIELDS or value in EMPTY:
            continue
        flat.append((name, value))
        if isinstance(value, dict):
            flat += [(f"{name}.{part}", inner) for part, inner in value.items() if inner not in EMPTY]
    return flat
