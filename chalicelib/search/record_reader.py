"""One record by any identifier that people hold, and the records that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from chalicelib.errors import RecordGone, RecordMissing, UnknownName
from chalicelib.json_types import Json
from chalicelib.search.related import related_of, relations_of
from chalicelib.search.service import Search
from chalicelib.store.opensearch.changes import Changes
from chalicelib.store.opensearch.names import INDICES
from chalicelib.store.opensearch.releases import Release, Releases
from chalicelib.store.opensearch.searcher import Searcher

CHECKED = 1000  # identifiers at a time
IDS_A_PAGE = 10_000  # a map of a site takes 50,000


@dataclass(frozen=True)
class FoundRecord:
    """A stored record, and the generations and physical indices (of both kinds) that it was read from."""

    document: Json
    generation: str
    physical: tuple[str, ...]


class RecordReader:
    """Reads records one by one."""

    def __init__(self, search: Search, searcher: Searcher, releases: Releases, changes: Changes) -> None:
        self._search, self._searcher, self._releases, self._changes = search, searcher, releases, changes

    def read(self, identifier: str, release: str = "") -> FoundRecord:
        """The record; raises RecordGone for one that was served before, RecordMissing, UnknownName, ReleaseGone."""
        stored = self._search.documents([identifier], release)
        if stored.found:
            return FoundRecord(stored.found[0], stored.generation, stored.physical)
        if not release:
            self._require_never_served(identifier)
        raise RecordMissing(f"There is no record {identifier!r}.", field="id")

    def related_records(self, found: FoundRecord, base: str, release: str = "") -> Json:
        """The records that belong to a record, by the kind of relation, from where it was read itself; one request to
        the engine.
        """
        relations = list(relations_of(found.document))
        bodies = [(one.index, one.body) for one in relations]
        answers = self._searcher.search_many(bodies, physical=found.physical)
        pairs = zip(relations, answers, strict=True)
        return {one.kind: related_of(one, answer, base, release) for one, answer in pairs}

    def indices_of(
        self, ids: Sequence[str], release: str = ""
    ) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]:
        """Of these identifiers: the indices that hold them, those that are known (as they are today), the others, the
        generation.
        """
        found: dict[str, str] = {}
        missing: list[str] = []
        for start in range(0, len(ids), CHECKED):
            stored = self._search.documents(ids[start : start + CHECKED], release)
            found |= {one["id"]: "model" if one["type"] == "single" else "dataset" for one in stored.found}
            missing += stored.missing
            release = release or stored.generation
        indices = tuple(index for index in INDICES if index in found.values())
        return indices, tuple(found), tuple(missing), release

    def count(self, release: str = "") -> dict[str, dict[str, int]]:
        """How many records there are, by source and type."""
        physical = [name for one in self._releases_of(release) for name in one.indices]
        by_type = {"types": {"terms": {"field": "type", "size": 20}}}
        body: Json = {"size": 0, "aggs": {"sources": {"terms": {"field": "source", "size": 100}, "aggs": by_type}}}
        answers = self._searcher.search_many([(index, body) for index in INDICES], physical=physical)
        return {
            bucket["key"]: {one["key"]: one["doc_count"] for one in bucket["types"]["buckets"]}
            for answer in answers
            for bucket in answer["aggregations"]["sources"]["buckets"]
        }

    def count_pages(self, release: Release) -> int:
        """How many pages `page_of_ids` has for a release."""
        return max(1, -(-self._searcher.count(release.indices) // IDS_A_PAGE))

    def page_of_ids(self, release: Release, number: str) -> list[tuple[str, str]]:
        """One page of a release's identifiers, each with the day on which its source was read; raises UnknownName."""
        pages = self.count_pages(release)
        if not number.isdecimal() or int(number) >= pages:
            raise UnknownName(f"There is no page {number[:20]!r}; there are {pages}.", field="page")
        skipped = int(number) * IDS_A_PAGE
        found = self._searcher.walk_ids(release.indices, "provenance.harvested_at")
        wanted = islice(found, skipped, skipped + IDS_A_PAGE)
        return [(one["id"], one["provenance"]["harvested_at"][:10]) for one in wanted]

    def _require_never_served(self, identifier: str) -> None:
        """Raises RecordGone, which says since when the record is gone and which release still has it, as far as that is
        known.
        """
        removed, last = self._changes.last_removal(identifier), self._last_release(identifier)
        if not (removed or last):
            return
        since = f" since {removed['published_at']}" if removed else ""
        has_it = f"The release {last.generation} still has it." if last else "No release that has it is kept."
        known = {"release": last.generation if last else None, "removed_at": removed and removed["published_at"]}
        raise RecordGone(
            f"{identifier!r} is not served any more{since}. {has_it}",
            field="id",
            **{name: value for name, value in known.items() if value},
        )

    def _last_release(self, identifier: str) -> Release | None:
        """The newest release that can still be read and has the record."""
        kept = sorted(
            (one for index in INDICES for one in self._releases.list_readable(index)), key=lambda one: one.served_at
        )
        names = list(dict.fromkeys(name for one in kept for name in one.indices))
        if not names or identifier not in self._searcher.by_ids([identifier], physical=names).content:
            return None
        return next((one for one in reversed(kept) if self._has(one.indices, identifier)), None)

    def _has(self, indices: Sequence[str], identifier: str) -> bool:
        return identifier in self._searcher.by_ids([identifier], physical=indices).content

    def _releases_of(self, release: str) -> list[Release]:
        return [self._releases.find(one) for one in release.split(",") if one]
