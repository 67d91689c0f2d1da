"""What was served: each set of physical indices that stood behind an alias is a release, and can be read while they are
kept.

A release is named by its generation, a digest of its indices: the same set served again (a rollback) is the same
release. It is recorded around every alias update. A process that dies between the update and its record loses nothing:
the next update or request notes what is served by then.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from opensearchpy import OpenSearch
from opensearchpy.exceptions import NotFoundError

from chalicelib.errors import UnknownName
from chalicelib.json_types import Json
from chalicelib.store.opensearch.client import engine_errors
from chalicelib.store.opensearch.indices import create_index_if_missing, indices_behind
from chalicelib.store.opensearch.names import INDICES, NOTHING, Names, generation_of

MOST = 1000  # releases that are looked at, newest first; what is older has been pruned long since
REMEMBERED = 200  # releases in a process's memory
_EXACT: Json = {"type": "keyword"}
_MAPPING: Json = {
    "dynamic": "false",
    "properties": {"index": _EXACT, "served_at": {"type": "date"}, "first_served_at": {"type": "date"}},
}


@dataclass(frozen=True)
class Release:
    """`indices` are the physical ones, `served_at` says since when (ISO 8601) it is served, or was the last time."""

    generation: str
    index: str
    indices: tuple[str, ...]
    served_at: str
    provider: str | None = None  # whose change made it; None where the note came later
    run: str | None = None


class Releases:
    """Notes releases, finds them again, and lists those that can still be read."""

    def __init__(self, client: OpenSearch, names: Names, now: Callable[[], datetime]) -> None:
        self._client, self._names, self._now = client, names, now
        self._known: dict[str, Release] = {}

    def prepare(self) -> None:
        """Create the index of releases; doing it twice changes nothing."""
        body = {"settings": {"number_of_shards": 1}, "mappings": _MAPPING}
        create_index_if_missing(self._client, self._names.releases, body)

    @contextmanager
    def changing(self, index: str, provider: str, run: str) -> Iterator[None]:
        """Around an alias update: what was served before is known, and so is what is served after it."""
        self.current(index)
        yield
        self._note(index, self._served_indices(index), {"provider": provider, "run": run})

    def current(self, index: str) -> Release:
        """What is served now; noted here where its own publisher did not come to it."""
        names = self._served_indices(index)
        generation = generation_of(index, names)
        return self._read(generation) or self._note(index, names, {})

    def find(self, generation: str, *, fresh: bool = False) -> Release:
        """A release that is served or was; raises UnknownName. Its indices may be gone by now.

        What it holds never changes, so that it is read once; when it was served last may, and is read again if `fresh`.
        """
        known = None if fresh else self._known.get(generation)
        if found := known or self._read(generation):
            return found
        for index in INDICES:
            if (served := self.current(index)).generation == generation:
                return served
        raise UnknownName(f"There is no release {generation}; /releases lists what there is.", field="release")

    def list_readable(self, index: str) -> list[Release]:
        """The releases of which every index still exists: the one that is served first, then the newest."""
        now = self.current(index)
        body = {"size": MOST, "query": {"term": {"index": index}}, "sort": [{"served_at": "desc"}]}
        with engine_errors():
            found = self._client.search(index=self._names.releases, body=body, params={"ignore_unavailable": "true"})
            there = self._client.indices.get(
                index=self._names.physical(index, "*", "*"), params={"filter_path": "*.settings.index.uuid"}
            )
        noted = [_release(hit["_source"]) for hit in found["hits"]["hits"]]
        others = [one for one in noted if one.generation != now.generation]
        return [now, *(one for one in others if there.keys() >= set(one.indices))]

    def _served_indices(self, index: str) -> tuple[str, ...]:
        names = indices_behind(self._client, self._names.alias(index))
        return tuple(name for name in names if self._names.parse(name).provider != NOTHING) or names

    def _note(self, index: str, names: Sequence[str], changed: Json) -> Release:
        """Served again, a release has a new time; noted late by two at once, it keeps the first one's."""
        at = self._now().isoformat(timespec="milliseconds").replace("+00:00", "Z")
        generation = generation_of(index, names)
        new = {"generation": generation, "index": index, "indices": list(names), "first_served_at": at}
        fields = {"served_at": at, **changed}
        body = {"doc": fields if changed else {}, "upsert": {**new, **fields}}
        try:
            with engine_errors():
                self._client.update(
                    index=self._names.releases, id=generation, body=body, params={"retry_on_conflict": "3"}
                )
        except NotFoundError:  # a deployment that has not been prepared since it knows releases: it reads all the same
            return _release({**new, **fields})
        self._known.pop(generation, None)
        return self._read(generation) or _release({**new, **fields})

    def _read(self, generation: str) -> Release | None:
        try:
            with engine_errors():
                found = self._client.get(index=self._names.releases, id=generation)
        except NotFoundError:
            return None
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        self._known[generation] = _release(found["_source"])
        return self._known[generation]


def _release(noted: Json) -> Release:
    return Release(
        generation=noted["generation"],
        index=noted["index"],
        indices=tuple(noted["indices"]),
        served_at=noted["served_at"],
        provider=noted.get("provider"),
        run=noted.get("run"),
    )
