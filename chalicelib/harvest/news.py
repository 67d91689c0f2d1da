"""What publishes changed since a moment, or since a release: the records that came, changed and went, per provider.

A release is exact where a time is not: each provider's changes begin after the run that the release holds. Whoever asks
again with `until` misses nothing; it stays where it was while the engine does not find yet what was published last.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby

from chalicelib.errors import BadInput, RecordMissing
from chalicelib.plain import Json
from chalicelib.store.changes import Changes
from chalicelib.store.comparing import KINDS
from chalicelib.store.names import GENERATIONS, INDICES, Names
from chalicelib.store.releases import Release, Releases
from chalicelib.store.runs import RunStore

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class _Start:
    """Where to begin: at `moment`, for some providers later; only `indices` are told of."""

    indices: tuple[str, ...] = INDICES
    moment: datetime = BEGINNING
    later: Mapping[str, datetime] = field(default_factory=dict)

    def of(self, provider: str) -> datetime:
        return self.later.get(provider, self.moment)

    @property
    def first(self) -> datetime:
        return min([self.moment, *self.later.values()])


class News:
    """Tells what changed; reads what publishing keeps."""

    def __init__(self, changes: Changes, runs: RunStore, releases: Releases, names: Names) -> None:
        self._changes, self._runs, self._releases, self._names = changes, runs, releases, names

    def since(self, since: str, *, provider: str | None = None) -> Json:
        """`changes`, oldest first, and `until`, to ask again with; `since` is a time (ISO 8601) or generations, "" all.

        Raises BadInput, UnknownName.
        """
        start = self._start(since)
        served = [self._releases.current(index) for index in start.indices]
        found = [one for one in self._publishes(start, provider) if one["index"] in start.indices]
        now = ",".join(one.generation for one in served)
        whole = provider is None and all(self._is_told(release, start, found) for release in served)
        return {"changes": found, "until": now if whole else since, "generation": now}

    def _start(self, since: str) -> _Start:
        if not since:
            return _Start()
        if not re.fullmatch(GENERATIONS, since):
            return _Start(moment=_moment(since))
        releases = [self._releases.find(one, fresh=True) for one in since.split(",")]
        later = {
            provider: published
            for release in releases
            for provider, run in self._runs_of(release)
            if (published := self._published(run))
        }
        return _Start(indices=tuple(one.index for one in releases), later=later)

    def _publishes(self, start: _Start, provider: str | None) -> Iterator[Json]:
        """Each publish whole, its chunks put together."""
        chunks = self._changes.since(start.first, provider=provider)
        for _, parts in groupby(chunks, key=lambda one: (one["published_at"], one["provider"], one["run"])):
            together = list(parts)
            told = {name: together[0][name] for name in ("provider", "index", "run", "before", "published_at")}
            if _moment(told["published_at"]) > start.of(told["provider"]):
                yield {**told, **{kind: [id for part in together for id in part[kind]] for kind in KINDS}}

    def _is_told(self, release: Release, start: _Start, found: list[Json]) -> bool:
        told = {(one["provider"], one["run"]) for one in found}
        for provider, run in self._runs_of(release):
            published = self._published(run)
            if published and published > start.of(provider) and (provider, run) not in told:
                return False
        return True

    def _runs_of(self, release: Release) -> Iterator[tuple[str, str]]:
        for name in release.indices:
            parts = self._names.parse(name)
            yield parts.provider, parts.run

    def _published(self, run: str) -> datetime | None:
        """When the run came to be served, the last time; None where nobody noted it."""
        try:
            at = self._runs.read(run).run.get("published_at")
        except RecordMissing:
            return None
        return _moment(at) if at else None


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInput(
            f"since: a time such as 2026-11-24T12:00:00Z or a generation, not {text[:40]!r}.", field="since"
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
