"""Fills a run's index: new records by bulk requests, unchanged ones by a copy inside the engine.

Records are created, never replaced blindly: an identifier that another page of the run brought already is a duplicate,
the first one stays; the same page again (a step repeated after a crash) writes the same records again. A record is
unchanged when its content, its address at the source, its licence and its citation are. `harvested_at` then stays: it
says when the present content was read; the run in the provenance says which harvest last found it so.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from opensearchpy import OpenSearch
from opensearchpy.exceptions import NotFoundError
from opensearchpy.helpers import streaming_bulk

from chalicelib.json_types import Json
from chalicelib.records import Reject
from chalicelib.store.opensearch.client import engine_errors
from chalicelib.store.opensearch.indices import multi_get

CHUNK = 125  # records a bulk request: a page of 500 is prepared, sent and indexed at the same time (docs/sources.md)
RETRIES = 5  # of items answered 429
AT_ONCE = 2  # bulk requests: half as many records a second again, on two cores
Prepare = Callable[[Json], Json]
CONFLICT = 409
_PAGE_FIELD = "provenance.page"
_SAME = ("fingerprint", "source_url", "licence", "citation", "vocabulary")
_STAMP = "ctx._source.provenance.run = params.run; ctx._source.provenance.page = params.page"


def bulk_load(
    client: OpenSearch, index: str, documents: Sequence[Json], prepare: Prepare = lambda document: document
) -> list[Reject]:
    """Create the documents of one page and return those that the index did not take; raises EngineDown.

    `prepare` makes of each what is sent; it works on one part of the page while the engine takes another.
    """
    refused = _bulk(client, index, documents, "create", prepare)
    mine = {document["id"]: document for document in documents}
    taken = [one for one, outcome in refused.items() if outcome["status"] == CONFLICT]
    pages = {
        one: hit["_source"]["provenance"]["page"]
        for one, hit in multi_get(client, index, taken, source=_PAGE_FIELD).items()
    }
    again = [one for one in taken if pages.get(one) == mine[one]["provenance"]["page"]]
    refused = {one: outcome for one, outcome in refused.items() if one not in again}
    refused |= _bulk(client, index, [mine[one] for one in again], "index", prepare)
    return [_reject(one, outcome) for one, outcome in refused.items()]


def find_unchanged(client: OpenSearch, served: str, documents: Sequence[Json]) -> dict[str, Json]:
    """Those documents that `served` holds already, by identifier, with the time at which their content was read
    first.
    """
    try:
        found = multi_get(client, served, [document["id"] for document in documents], source="provenance")
    except NotFoundError:  # deleted since it was looked up
        return {}
    held = {one: hit["_source"]["provenance"] for one, hit in found.items()}
    return {
        document["id"]: _since(document, held[document["id"]]["harvested_at"])
        for document in documents
        if document["id"] in held and _same(document["provenance"], held[document["id"]])
    }


def copy_unchanged(
    client: OpenSearch, served: str, index: str, documents: Sequence[Json], prepare: Prepare = lambda document: document
) -> list[Reject]:
    """Copy documents of one page from `served` into `index`; what the engine did not create is loaded as any other."""
    if not documents:
        return []
    parts = [part for place in range(AT_ONCE) if (part := documents[place::AT_ONCE])]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        created = sum(pool.map(partial(_copy, client, served, index), parts))
    if created == len(documents):
        return []
    return bulk_load(client, index, documents, prepare)


def _bulk(client: OpenSearch, index: str, documents: Sequence[Json], kind: str, prepare: Prepare) -> dict[str, Json]:
    """Outcomes of the documents that were refused; the engine takes several parts of a page at a time."""
    sent: list[Future[list[tuple[bool, Json]]]] = []
    with engine_errors(), ThreadPoolExecutor(AT_ONCE) as pool:
        for start in range(0, len(documents), CHUNK):
            part = documents[start : start + CHUNK]
            sent.append(pool.submit(_send, client, index, kind, [prepare(one) for one in part]))
        outcomes = [item[kind] for one in sent for taken, item in one.result() if not taken]
    return {outcome["_id"]: outcome for outcome in outcomes}


def _send(client: OpenSearch, index: str, kind: str, documents: Sequence[Json]) -> list[tuple[bool, Json]]:
    actions = ({"_op_type": kind, "_index": index, "_id": one["id"], "_source": one} for one in documents)
    return list(
        streaming_bulk(
            client, actions, chunk_size=CHUNK, max_retries=RETRIES, raise_on_error=False, raise_on_exception=True
        )
    )


def _reject(identifier: str, outcome: Json) -> Reject:
    if outcome["status"] == CONFLICT:
        return Reject(id=identifier, reason="duplicate identifier", detail="another page of this run has it")
    error = outcome.get("error") or {}
    return Reject(id=identifier, reason=f"index: {error.get('type')}", detail=str(error.get("reason"))[:500])


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
