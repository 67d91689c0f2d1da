"""Executes searches: over what an alias shows, or over an exact set of physical indices.

Published indices never change, so every search may come from the engine's request cache, and pages sorted by a field
and the identifier follow each other without a point in time being held open. Every answer tells which indices it was
made from.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from opensearchpy import OpenSearch
from opensearchpy.exceptions import NotFoundError, RequestError

from chalicelib.errors import BadInput, EngineDown, ReleaseGone, SearchTimedOut
from chalicelib.json_types import Json
from chalicelib.store.opensearch.client import engine_errors
from chalicelib.store.opensearch.indices import SERVED, indices_behind, iterate_hits
from chalicelib.store.opensearch.names import INDICES, Names

WALK = 1000  # records a page when all are read
FRESH = 30.0  # seconds for which the names behind an alias are remembered
_TIME_EXCEEDED = "Time exceeded"  # the reason that the engine gives where no partial answers are allowed
_TOO_LONG = "This search took too long and was ended; ask for less."
_PARAMS = {"request_cache": "true", "allow_partial_search_results": "false"}
_SOURCES = "served"
# With 0 as the least count an index is told that has records of which none is found; a `global` one reads them all.
_SERVED: Json = {_SOURCES: {"terms": {"field": "_index", "size": 1000, "min_doc_count": 0}}}


@dataclass(frozen=True)
class SearchResult:
    """What the engine said, and the physical indices with records that it was asked of."""

    content: Json
    physical: tuple[str, ...]


class Searcher:
    """The engine's search, with the failures that it hides made visible."""

    def __init__(self, client: OpenSearch, names: Names, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._client, self._names, self._clock = client, names, clock
        self._served: dict[str, tuple[float, tuple[str, ...]]] = {}

    def search(self, index: str, body: Json, *, physical: Sequence[str] = (), is_known: bool = False) -> SearchResult:
        """One answer over all of `index`, or over exactly the indices in `physical`; raises EngineDown, ReleaseGone,
        never half.

        `is_known`: an earlier answer said that `physical` is what it was made from, so that this one need not.
        """
        if is_known:
            return SearchResult(_without_lookup(self._execute(physical, body)), tuple(physical))
        return self._search(physical or [self._names.alias(index)], body)

    def search_many(self, bodies: Sequence[tuple[str, Json]], *, physical: Sequence[str] = ()) -> list[Json]:
        """Several searches in one request, each over its index, or over those of `physical` that are of it."""
        lines: list[Json] = []
        for index, body in bodies:
            target = self.of(index, physical) or [self._names.alias(index)]
            lines += [{"index": target}, {"_source": SERVED, **body}]
        try:
            with engine_errors():
                answers: list[Json] = self._client.msearch(body=lines)["responses"] if lines else []
        except NotFoundError as error:
            raise ReleaseGone("This release is no longer kept; /releases lists what can be asked for.") from error
        if any("error" in one or one["_shards"]["failed"] for one in answers):
            raise EngineDown("Only a part of several searches was answered.")
        return answers

    def by_ids(self, ids: Sequence[str], *, physical: Sequence[str] = ()) -> SearchResult:
        """The documents with these identifiers, of either index unless `physical` says which; the missing ones are not
        in it.
        """
        found: dict[str, Json] = {}
        target: Sequence[str] = physical or [self._names.alias(index) for index in INDICES]
        for start in range(0, len(ids) or 1, WALK):
            chunk = list(ids[start : start + WALK])
            body = {"size": len(chunk), "query": {"ids": {"values": chunk}}, "track_total_hits": False}
            answer = self._search(target, body)
            found |= {hit["_id"]: hit["_source"] for hit in answer.content["hits"]["hits"]}
            target = answer.physical or target  # what is published meanwhile must not be mixed in
        return SearchResult(found, tuple(target))

    def walk(
        self,
        index: str,
        query: Json,
        *,
        physical: Sequence[str] = (),
        fields: Sequence[str] = (),
        after: str | None = None,
    ) -> Iterator[Json]:
        """All documents that match, by identifier, from one set of indices even while another is being published.

        They come whole, or with these `fields` alone; `after` is the identifier to continue behind.
        """
        target = physical or self.served_indices(index, fresh=0)
        body: Json = {
            "size": WALK,
            "query": query,
            "_source": list(fields) or SERVED,
            "sort": [{"id": "asc"}],
            "track_total_hits": False,
            **({"search_after": [after]} if after is not None else {}),
        }
        yield from (hit["_source"] for hit in iterate_hits(partial(self._execute, target), body))

    def count(self, physical: Sequence[str]) -> int:
        """How many documents these indices hold."""
        body: Json = {"size": 0, "track_total_hits": True}
        return int(self._execute(physical, body)["hits"]["total"]["value"])

    def walk_ids(self, physical: Sequence[str], *fields: str) -> Iterator[Json]:
        """The identifiers of all documents of these indices in order, with a few fields each; ten thousand a
        request.
        """
        body: Json = {"size": 10_000, "_source": ["id", *fields], "sort": [{"id": "asc"}], "track_total_hits": False}
        yield from (hit["_source"] for hit in iterate_hits(partial(self._execute, physical), body))

    def served_indices(self, index: str, *, fresh: float = FRESH) -> tuple[str, ...]:
        """The physical indices behind the alias, as known at most `fresh` seconds ago."""
        now = self._clock()
        then, names = self._served.get(index, (-1e9, ()))
        if not names or now - then >= fresh:
            names = indices_behind(self._client, self._names.alias(index))
            self._served[index] = now, names
        return names

    def of(self, index: str, physical: Sequence[str]) -> list[str]:
        """Those of these physical indices that hold records of `index`."""
        return [name for name in physical if self._names.parse(name).index == index]

    def _search(self, target: Sequence[str], body: Json) -> SearchResult:
        content = self._execute(target, {**body, "aggs": {**body.get("aggs", {}), **_SERVED}})
        served = content["aggregations"].pop(_SOURCES)["buckets"]
        return SearchResult(_without_lookup(content), tuple(sorted(bucket["key"] for bucket in served)))

    def _execute(self, target: Sequence[str], body: Json) -> Json:
        try:
            with engine_errors():
                content: Json = self._client.search(index=",".join(target), body=body, params=_PARAMS)
        except EngineDown as error:
            if _TIME_EXCEEDED in str(getattr(error.__cause__, "info", "")):
                raise SearchTimedOut(_TOO_LONG) from error
            raise
        except NotFoundError as error:
            raise ReleaseGone("This release is no longer kept; /releases lists what can be asked for.") from error
        except RequestError as error:
            if "search_after" not in body:
                raise
            raise BadInput("cursor: it is not one of this search. Ask without it.", field="cursor") from error
        shards = content["_shards"]
        if content.get("timed_out"):
            raise SearchTimedOut(_TOO_LONG)
        if shards["successful"] != shards["total"]:
            raise EngineDown(f"Only {shards['successful']} of {shards['total']} parts of the index answered.")
        return content


def _without_lookup(content: Json) -> Json:
    """The answer's records as they are served: leaving a field out takes the engine a fifth of a search."""
    for hit in content["hits"]["hits"]:
        hit.get("_source", {}).pop("lookup", None)
    return content
