"""What each publish changed: which records came, changed and went, kept for good in an index of its own.

The lists of one publish are kept in chunks, because a first harvest adds tens of thousands of records.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from opensearchpy import OpenSearch
from opensearchpy.helpers import BulkIndexError, bulk

from chalicelib.errors import EngineDown
from chalicelib.json_types import Json
from chalicelib.store.opensearch.client import engine_errors
from chalicelib.store.opensearch.diff import KINDS, Diff
from chalicelib.store.opensearch.indices import create_index_if_missing, iterate_hits
from chalicelib.store.opensearch.names import Names

CHUNK = 5000  # identifiers a document
READ = 20  # documents a request: 3 MB at most

_EXACT: Json = {"type": "keyword"}
_MAPPINGS: Json = {
    "dynamic": "false",
    "properties": {
        **dict.fromkeys(("key", "run", "provider", "index", "before", "removed"), _EXACT),
        "published_at": {"type": "date"},
    },
}


@dataclass(frozen=True)
class Publish:
    """One publish: `run` came to be served instead of the run `before` (None: nothing was), at `published_at` (UTC)."""

    run: str
    provider: str
    index: str
    before: str | None
    published_at: str

    @property
    def key(self) -> str:
        """Sorts by time."""
        return f"{self.published_at}-{self.provider}-{self.run}"


class Changes:
    """Keeps and tells what each publish changed."""

    def __init__(self, client: OpenSearch, names: Names) -> None:
        self._client, self._names = client, names

    def prepare(self) -> None:
        """Create the index of changes, or add the fields that it lacks; doing it twice changes nothing."""
        body = {"settings": {"number_of_shards": 1}, "mappings": _MAPPINGS}
        create_index_if_missing(self._client, self._names.changes, body)
        with engine_errors():
            self._client.indices.put_mapping(index=self._names.changes, body=_MAPPINGS)

    def keep(self, publish: Publish, diff: Diff) -> None:
        """Store what a publish changed; storing it again replaces it. Raises EngineDown."""
        chunks = list(_chunks(diff))
        actions = []
        for at, chunk in enumerate(chunks):
            key = f"{publish.key}-{at:05}"
            source = {"key": key, **asdict(publish), "chunk": at, "chunks": len(chunks), **chunk}
            actions.append({"_index": self._names.changes, "_id": key, "_source": source})
        with engine_errors():
            try:
                bulk(self._client, actions, max_retries=5)
            except BulkIndexError as error:
                raise EngineDown(f"What run {publish.run} changed could not be stored.") from error

    def since(self, moment: datetime, *, provider: str | None = None) -> Iterator[Json]:
        """What was published after `moment`, oldest first; a publish of many records comes in several chunks.

        Each has `run`, `before`, `provider`, `index`, `published_at` (see Publish), `chunk` of `chunks`, and the
        identifiers `added`, `changed`, `removed`. What was published a second ago may still be missing.
        """
        query: list[Json] = [{"range": {"published_at": {"gt": moment.isoformat()}}}]
        query += [{"term": {"provider": provider}}] if provider else []
        yield from self._found(query)

    def of(self, run: str) -> Iterator[Json]:
        """Every publish of one run, oldest first."""
        yield from self._found([{"term": {"run": run}}])

    def last_removal(self, identifier: str) -> Json | None:
        """The newest publish that removed the record with this identifier."""
        body = {
            "size": 1,
            "query": {"bool": {"filter": [{"term": {"removed": identifier}}]}},
            "sort": [{"key": "desc"}],
            "_source": ["run", "published_at"],
        }
        return next((hit["_source"] for hit in self._search(body)["hits"]["hits"]), None)

    def _found(self, query: list[Json]) -> Iterator[Json]:
        body: dict[str, Any] = {
            "size": READ,
            "query": {"bool": {"filter": query}},
            "sort": [{"key": "asc"}],
            "track_total_hits": False,
        }
        yield from (hit["_source"] for hit in iterate_hits(self._search, body))

    def _search(self, body: Json) -> Any:
        with engine_errors():
            return self._client.search(index=self._names.changes, body=body)


def _chunks(diff: Diff) -> Iterator[Json]:
    """At least one, so that a publish that changed nothing is known too."""
    pairs = [(kind, identifier) for kind in KINDS for identifier in diff.of(kind)]
    for start in range(0, max(1, len(pairs)), CHUNK):
        chunk: dict[str, list[str]] = {kind: [] for kind in KINDS}
        for kind, identifier in pairs[start : start + CHUNK]:
            chunk[kind].append(identifier)
        yield chunk
