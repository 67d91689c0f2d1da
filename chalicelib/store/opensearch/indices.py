"""What several stores do to indices: create one that is missing, list those behind an alias, read many documents at
once.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from opensearchpy import OpenSearch
from opensearchpy.exceptions import NotFoundError, RequestError

from chalicelib.json_types import Json
from chalicelib.store.opensearch.client import engine_errors

PAGE = 1000  # documents a request: 2 to 3 MB of whole records, two of which are held

SERVED: Json = {"excludes": ["lookup"]}  # what a record is found by is derived from it, and never shown
_PARAMS = {"allow_partial_search_results": "false"}


def create_index_if_missing(client: OpenSearch, name: str, body: Json) -> None:
    """Create an index; one that exists stays as it is. Raises EngineDown."""
    with engine_errors():
        try:
            client.indices.create(index=name, body=body)
        except RequestError as error:
            if error.error != "resource_already_exists_exception":
                raise


def indices_behind(client: OpenSearch, alias: str) -> tuple[str, ...]:
    """The physical indices that an alias points to, sorted; none where there is no such alias. Raises EngineDown."""
    try:
        with engine_errors():
            return tuple(sorted(client.indices.get_alias(name=alias)))
    except NotFoundError:
        return ()


def multi_get(client: OpenSearch, index: str, ids: Sequence[str], *, source: str | None = None) -> dict[str, Json]:
    """Documents by identifier as the engine returns them (`_source`, `_seq_no` …); missing ones are left out.

    `source` limits what is read of each. Raises EngineDown; NotFoundError for an index that does not exist.
    """
    if not ids:
        return {}
    params = {"_source": source} if source else {"_source_excludes": "lookup"}
    with engine_errors():
        found = client.mget(index=index, body={"ids": list(ids)}, params=params)["docs"]
    return {one["_id"]: one for one in found if one.get("found")}


def iterate_hits(search: Callable[[Json], Any], body: Json) -> Iterator[Json]:
    """All hits of a sorted search, page after page (`search_after`); `body["size"]` is the page's size.

    The next page is asked for while this one is read.
    """
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(search, body)
        while True:
            hits = asked.result()["hits"]["hits"]
            if len(hits) < body["size"]:
                yield from hits
                return
            asked = pool.submit(search, {**body, "search_after": hits[-1]["sort"]})
            yield from hits


def scan_documents(
    client: OpenSearch, name: str, *, fields: Sequence[str] | None = None, after: str | None = None
) -> Iterator[Json]:
    """All documents of a physical index that is no longer written to, ordered by identifier.

    Whole documents, or their `id` and `fields` alone; `after` is the identifier to continue behind. Raises EngineDown.
    """
    yield from (hit["_source"] for hit in iterate_hits(_searching(client, name), _by_id(fields, after, PAGE)))


def scan_page(client: OpenSearch, name: str, *, after: str | None = None, size: int = PAGE) -> list[Json]:
    """The next `size` whole documents behind the identifier `after`; none at the end. Raises EngineDown."""
    answer = _searching(client, name)(_by_id(None, after, size))
    return [hit["_source"] for hit in answer["hits"]["hits"]]


def _searching(client: OpenSearch, name: str) -> Callable[[Json], Any]:
    def search(body: Json) -> Any:
        with engine_errors():
            return client.search(index=name, body=body, params=_PARAMS)

    return search


def _by_id(fields: Sequence[str] | None, after: str | None, size: int) -> Json:
    body: Json = {"size": size, "sort": [{"id": "asc"}], "track_total_hits": False}
    body["_source"] = SERVED if fields is None else ["id", *fields]
    return body if after is None else {**body, "search_after": [after]}
