"""Reads a whole index that is no longer written to, document after document, in the order of identifiers."""

from collections.abc import Iterator, Sequence

from opensearchpy import OpenSearch

from chalicelib.json_types import Json
from chalicelib.store.opensearch.client import engine_errors

PAGE = 2000  # documents a request: 4 MB of whole records

_PARAMS = {"allow_partial_search_results": "false"}


def scan_documents(
    client: OpenSearch, name: str, *, fields: Sequence[str] | None = None, after: str | None = None
) -> Iterator[Json]:
    """All documents of the physical index `name`, whole or only their `fields`, from behind the identifier `after` on."""
    while page := scan_page(client, name, fields=fields, after=after):
        yield from page
        after = page[-1]["id"]


def scan_page(
    client: OpenSearch, name: str, *, fields: Sequence[str] | None = None, after: str | None = None, size: int = PAGE
) -> list[Json]:
    """The next documents behind `after`, none at the end."""
    body: Json = {"size": size, "sort": [{"id": "asc"}], "track_total_hits": False}
    body["_source"] = True if fields is None else ["id", *fields]
    if after is not None:
        body["search_after"] = [after]
    with engine_errors():
        answer = client.search(index=name, body=body, params=_PARAMS)
    return [hit["_source"] for hit in answer["hits"]["hits"]]


def fetch_by_ids(client: OpenSearch, name: str, ids: Sequence[str]) -> dict[str, Json]:
    """The documents of `name` with these identifiers."""
    if not ids:
        return {}
    with engine_errors():
        found = client.mget(index=name, body={"ids": list(ids)})["docs"]
    return {one["_id"]: one["_source"] for one in found if one.get("found")}
