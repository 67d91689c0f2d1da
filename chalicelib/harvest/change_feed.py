"""What publishes changed since a moment, or since a release: the records that came, changed and went, per provider.

A release is exact where a time is not: each provider's changes begin after the run that the release holds. Whoever asks
again with `until` misses nothing; it stays where it was while the engine does not find yet what was published last.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import groupby

from chalicelib.errors import BadInput, RecordMissing, ReleaseGone, UnknownName
from chalicelib.json_types import Json
from chalicelib.search.query import Query
from chalicelib.search.service import Search
from chalicelib.store.opensearch.changes import Changes
from chalicelib.store.opensearch.diff import KINDS
from chalicelib.store.opensearch.names import GENERATIONS, INDICES, NOTHING, Names
from chalicelib.store.opensearch.releases import Release, Releases
from chalicelib.store.opensearch.runs import RunStore

LARGEST_OFFSET = timedelta(hours=18)  # of a time zone, as the engine reads one
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class _Start:
    """Where to begin: at `moment`, for some providers later; only `indices` are reported."""

    indices: tuple[str, ...] = INDICES
    moment: datetime = BEGINNING
    later: Mapping[str, datetime] = field(default_factory=dict)

    def of(self, provider: str) -> datetime:
        return self.later.get(provider, self.moment)

    def first(self, providers: Iterable[str]) -> datetime:
        """The earliest of these providers' beginnings."""
        return min((self.of(one) for one in providers), default=self.moment)


class ChangeFeed:
    """Tells what changed; reads what publishing keeps."""

    def __init__(self, changes: Changes, runs: RunStore, releases: Releases, names: Names) -> None:
        self._changes, self._runs, self._releases, self._names = changes, runs, releases, names

    def since(self, since: str, *, provider: str | None = None) -> Json:
        """`changes`, oldest first, and `until`, to ask again with; `since` is a time (ISO 8601) or generations, "" all.

        Raises BadInput, UnknownName.
        """
        start = self._start(since)
        served = [self._releases.current(index) for index in start.indices]
        first = start.first(name for release in served for name, _ in self._runs_of(release))
        publishes = self._publishes(self._changes.since(first, provider=provider), start)
        found = [one for one in publishes if one["index"] in start.indices]
        now = ",".join(one.generation for one in served)
        whole = all(self._includes_all(release, start, found, provider) for release in served)
        return {"changes": found, "until": now if whole else since, "generation": now}

    def _start(self, since: str) -> _Start:
        if not since:
            return _Start()
        if not re.fullmatch(GENERATIONS, since):
            return _Start(moment=_moment(since))
        releases = [self._release(one) for one in since.split(",")]
        later = {
            provider: published
            for release in releases
            for provider, run in self._runs_of(release)
            if (published := self._publish_time(run))
        }
        return _Start(indices=tuple(one.index for one in releases), later=later)

    def _release(self, generation: str) -> Release:
        try:
            return self._releases.find(generation, fresh=True)
        except UnknownName as error:
            raise UnknownName(f"since: there is no release {generation}.", field="since") from error

    def _publishes(self, chunks: Iterator[Json], start: _Start) -> Iterator[Json]:
        """Each publish, its chunks put together; one that the engine finds in part is left for the next time."""
        for _, parts in groupby(chunks, key=lambda one: (one["published_at"], one["provider"], one["run"])):
            together = list(parts)
            change = {name: together[0][name] for name in ("provider", "index", "run", "before", "published_at")}
            complete = len(together) == together[0]["chunks"]
            if complete and _moment(change["published_at"]) > start.of(change["provider"]):
                yield {**change, **{kind: [id for part in together for id in part[kind]] for kind in KINDS}}

    def _includes_all(self, release: Release, start: _Start, found: list[Json], provider: str | None) -> bool:
        """Whether `found` holds the publish of each run that is served and was not at the start."""
        reported = {one["run"] for one in found}
        for name, run in self._runs_of(release):
            published = self._publish_time(run) if provider in (None, name) else None
            if published and published > start.of(name) and run not in reported:
                return False
        return True

    def _runs_of(self, release: Release) -> Iterator[tuple[str, str]]:
        for name in release.indices:
            parts = self._names.parse(name)
            if parts.provider != NOTHING:
                yield parts.provider, parts.run

    def _publish_time(self, run: str) -> datetime | None:
        """When the run came to be served, the last time; None where that was not recorded."""
        try:
            at = self._runs.read(run).run.get("published_at")
        except RecordMissing:
            return None
        return _moment(at) if at else None


def _moment(text: str) -> datetime:
    try:
        if text[10:11] not in ("", "T", "t", " "):  # any letter is a separator to Python, even the sign of an offset
            raise _no_moment(text)
        given = datetime.fromisoformat(text)
        moment = given.replace(tzinfo=given.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _no_moment(text) from error
    if abs(given.utcoffset() or timedelta()) > LARGEST_OFFSET:
        raise _no_moment(text)
    return moment


def _no_moment(text: str) -> BadInput:
    return BadInput(f"since: a time such as 2026-11-24T12:00:00Z or a generation, not {text[:40]!r}.", field="since")


class ChangeFilter:
    """Narrows what publishes changed to the records of a search."""

    def __init__(self, search: Search, names: Names) -> None:
        self._search, self._names = search, names

    def narrow(self, publish: Json, query: Query) -> Json:
        """The publish with the records that the search finds.

        Records are looked for in the index that was published, removed ones in that before it. Once those are deleted,
        added and changed records are looked for among what is served, and removed ones cannot be: they are left out.
        """
        found = {kind: self._found(publish, query, kind, publish["run"]) for kind in ("added", "changed")}
        before = publish.get("before")
        removed = self._found(publish, query, "removed", before, fallback=False) if before else []
        return {**publish, **found, "removed": removed}

    def _found(self, publish: Json, query: Query, kind: str, run: str, *, fallback: bool = True) -> list[str]:
        ids: list[str] = publish[kind]
        if not ids:
            return []
        physical = self._names.physical(publish["index"], publish["provider"], run)
        try:
            known = self._search.select(query, ids, (physical,))
        except ReleaseGone:
            known = self._search.select(query, ids) if fallback else set()
        return [one for one in ids if one in known]
