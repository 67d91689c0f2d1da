"""Fills a run's index: bulk requests in which every item's own outcome is read.

Records are created, never replaced blindly: an identifier that another page of the run brought already is a duplicate, the
first one stays; the same page again (a step repeated after a crash) writes the same records again.
"""

from collections.abc import Sequence

from opensearchpy import OpenSearch
from opensearchpy.helpers import streaming_bulk

from chalicelib.json_types import Json
from chalicelib.records import Reject
from chalicelib.store.opensearch.client import engine_errors

CHUNK = 2000  # records a bulk request (docs/search.md)
RETRIES = 5  # of items answered 429
CONFLICT = 409


def bulk_load(client: OpenSearch, index: str, documents: Sequence[Json]) -> list[Reject]:
    """Create the documents of one page and return those that the index did not take; raises EngineDown."""
    refused = _bulk(client, index, documents, "create")
    mine = {document["id"]: document for document in documents}
    taken = [one for one, outcome in refused.items() if outcome["status"] == CONFLICT]
    pages = _pages(client, index, taken)
    again = [one for one in taken if pages.get(one) == mine[one]["provenance"]["page"]]
    refused = {one: outcome for one, outcome in refused.items() if one not in again}
    refused |= _bulk(client, index, [mine[one] for one in again], "index")
    return [_reject(one, outcome) for one, outcome in refused.items()]


def _bulk(client: OpenSearch, index: str, documents: Sequence[Json], kind: str) -> dict[str, Json]:
    actions = (
        {"_op_type": kind, "_index": index, "_id": document["id"], "_source": document} for document in documents
    )
    refused: dict[str, Json] = {}
    with engine_errors():
        for taken, item in streaming_bulk(
            client, actions, chunk_size=CHUNK, max_retries=RETRIES, raise_on_error=False, raise_on_exception=True
        ):
            if not taken:
                outcome = item[kind]
                refused[outcome["_id"]] = outcome
    return refused


def _pages(client: OpenSearch, index: str, ids: Sequence[str]) -> dict[str, int]:
    if not ids:
        return {}
    with engine_errors():
        found = client.mget(index=index, body={"ids": list(ids)}, params={"_source": "provenance.page"})
    return {doc["_id"]: doc["_source"]["provenance"]["page"] for doc in found["docs"] if doc.get("found")}


def _reject(identifier: str, outcome: Json) -> Reject:
    if outcome["status"] == CONFLICT:
        return Reject(id=identifier, reason="duplicate identifier", detail="another page of this run has it")
    error = outcome.get("error") or {}
    return Reject(id=identifier, reason=f"index: {error.get('type')}", detail=str(error.get("reason"))[:500])
