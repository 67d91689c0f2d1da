"""Executes searches: over what an alias shows, or over an exact set of physical indices.

Published indices never change, so every search may come from the engine's request cache, and pages sorted by a field and
the identifier follow each other without a point in time being held open.
"""

import time
from collections.abc import Callable, Iterator, Sequence

from opensearchpy import OpenSearch

from chalicelib.errors import EngineDown
from chalicelib.plain import Json
from chalicelib.store.engine import answering
from chalicelib.store.names import INDICES, Names

WALK = 1000  # records a page when all are read
FRESH = 30.0  # seconds for which the names behind an alias are remembered
_PARAMS = {"request_cache": "true", "allow_partial_search_results": "false"}


class Index:
    """The engine's search, with the failures that it hides made visible."""

    def __init__(self, client: OpenSearch, names: Names, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._client, self._names, self._clock = client, names, clock
        self._served: dict[str, tuple[float, tuple[str, ...]]] = {}

    def search(self, index: str, body: Json, *, physical: Sequence[str] = ()) -> Json:
        """One answer over all of `index`, or over exactly the indices in `physical`; raises EngineDown, never half."""
        target = ",".join(physical) or self._names.alias(index)
        with answering():
            answer: Json = self._client.search(index=target, body=body, params=_PARAMS)
        shards = answer["_shards"]
        if shards["successful"] != shards["total"]:
            raise EngineDown(f"Only {shards['successful']} of {shards['total']} parts of the index answered.")
        return answer

    def by_ids(self, ids: Sequence[str], *, physical: Sequence[str] = ()) -> dict[str, Json]:
        """The documents with these identifiers, of either index; the missing ones are not in the answer."""
        found: dict[str, Json] = {}
        both = ",".join(self._names.alias(index) for index in INDICES)
        for start in range(0, len(ids), WALK):
            chunk = list(ids[start : start + WALK])
            body = {"size": len(chunk), "query": {"ids": {"values": chunk}}, "track_total_hits": False}
            with answering():
                answer = self._client.search(index=",".join(physical) or both, body=body, params=_PARAMS)
            found |= {hit["_id"]: hit["_source"] for hit in answer["hits"]["hits"]}
        return found

    def walk(self, index: str, query: Json, *, physical: Sequence[str] = ()) -> Iterator[Json]:
        """All documents that match, by identifier, from one set of indices even while another is being published."""
        target = ",".join(physical or self.served(index, fresh=0))
        body: Json = {"size": WALK, "query": query, "sort": [{"id": "asc"}], "track_total_hits": False}
        while True:
            with answering():
                hits = self._client.search(index=target, body=body, params=_PARAMS)["hits"]["hits"]
            yield from (hit["_source"] for hit in hits)
            if len(hits) < WALK:
                return
            body["search_after"] = hits[-1]["sort"]

    def served(self, index: str, *, fresh: float = FRESH) -> tuple[str, ...]:
        """The physical indices behind the alias, as known at most `fresh` seconds ago."""
        now = self._clock()
        then, names = self._served.get(index, (-1e9, ()))
        if not names or now - then >= fresh:
            with answering():
                names = tuple(sorted(self._client.indices.get_alias(name=self._names.alias(index))))
            self._served[index] = now, names
        return names
