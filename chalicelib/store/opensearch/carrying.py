"""Unchanged records: the engine copies them from the index that is served into the one that a run fills.

A record is unchanged when its content, its address at the source, its licence and its citation are. `harvested_at` stays:
it says when the present content was read; the run in the provenance says which harvest last found it so.
"""

from collections.abc import Sequence

from opensearchpy import OpenSearch
from opensearchpy.exceptions import NotFoundError

from chalicelib.records import Json, Reject
from chalicelib.store.opensearch.bulk import bulk_load
from chalicelib.store.opensearch.client import engine_errors

_SAME = ("fingerprint", "source_url", "licence", "citation")
_STAMP = "ctx._source.provenance.run = params.run; ctx._source.provenance.page = params.page"


def find_unchanged(client: OpenSearch, served: str, documents: Sequence[Json]) -> dict[str, Json]:
    """Those documents that `served` holds already, by identifier, with the time at which their content was read first."""
    if not documents:
        return {}
    ids = [document["id"] for document in documents]
    try:
        with engine_errors():
            found = client.mget(index=served, body={"ids": ids}, params={"_source": "provenance"})["docs"]
    except NotFoundError:  # deleted since it was looked up
        return {}
    held = {one["_id"]: one["_source"]["provenance"] for one in found if one.get("found")}
    return {
        document["id"]: _since(document, held[document["id"]]["harvested_at"])
        for document in documents
        if document["id"] in held and _same(document["provenance"], held[document["id"]])
    }


def copy_unchanged(client: OpenSearch, served: str, index: str, documents: Sequence[Json]) -> list[Reject]:
    """Copy documents of one page from `served` into `index`; what the engine did not create is loaded as any other."""
    if not documents:
        return []
    if _copy(client, served, index, documents) == len(documents):
        return []
    return bulk_load(client, index, documents)


def _copy(client: OpenSearch, served: str, index: str, documents: Sequence[Json]) -> int:
    stamp = {name: documents[0]["provenance"][name] for name in ("run", "page")}
    ids = [document["id"] for document in documents]
    body = {
        "source": {"index": served, "query": {"ids": {"values": ids}}, "size": len(ids)},
        "dest": {"index": index, "op_type": "create"},
        "conflicts": "proceed",
        "script": {"source": _STAMP, "params": stamp},
    }
    try:
        with engine_errors():
            return int(client.reindex(body=body)["created"])
    except NotFoundError:
        return 0


def _same(now: Json, before: Json) -> bool:
    return all(now.get(name) == before.get(name) for name in _SAME)


def _since(document: Json, harvested_at: str) -> Json:
    return {**document, "provenance": {**document["provenance"], "harvested_at": harvested_at}}
