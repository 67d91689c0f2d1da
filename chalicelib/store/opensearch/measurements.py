"""What is known of each record's morphology file: whether it is to be measured, and the outcome.

One document a record, beside the served indices and never read by a search: results wait here until a run takes them
into an index of its own. A document is replaced only at the version that was read, so that two workers never overwrite
each other. The engine's serverless kind makes writes findable some seconds later: who picks work reads each document
again by its id.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from opensearchpy import OpenSearch
from opensearchpy.exceptions import ConflictError, NotFoundError
from opensearchpy.helpers import streaming_bulk

from chalicelib.json_types import Json
from chalicelib.store.opensearch.client import engine_errors
from chalicelib.store.opensearch.indices import create_index_if_missing, multi_get
from chalicelib.store.opensearch.names import Names

_EXACT: Json = {"type": "keyword", "ignore_above": 8191}
_MAPPING: Json = {
    "dynamic": "false",
    "properties": {
        "id": _EXACT,
        "provider": _EXACT,
        "state": _EXACT,  # pending, measured, unreadable, missing
        "asked": {"type": "integer"},  # how often a client waited for it
        "newest": {"type": "long"},  # the larger, the newer at its source
        "not_before": {"type": "long"},  # seconds since 1970
        "measured_at": {"type": "long"},  # milliseconds since 1970
    },
}
STATES = ("pending", "measured", "unreadable", "missing")


@dataclass(frozen=True)
class Entry:
    """A record's document with the version under which it was read."""

    content: Json
    seq_no: int
    primary_term: int


class Measurements:
    """Reads and writes those documents; raises EngineDown."""

    def __init__(self, client: OpenSearch, names: Names) -> None:
        self._client, self._name = client, names.measurements

    def prepare(self) -> None:
        """Create the index; doing it twice changes nothing."""
        create_index_if_missing(self._client, self._name, {"settings": {"number_of_shards": 1}, "mappings": _MAPPING})

    def read(self, ids: Sequence[str]) -> dict[str, Entry]:
        """The documents of these records as they stand now, by identifier; those without one are not in it."""
        try:
            found = multi_get(self._client, self._name, ids)
        except NotFoundError:  # a deployment that has not been prepared
            return {}
        return {name: Entry(one["_source"], one["_seq_no"], one["_primary_term"]) for name, one in found.items()}

    def create(self, contents: Iterable[Json]) -> None:
        """Store documents of records that have none; one that is there stays as it is."""
        self._bulk({"_op_type": "create", "_id": one["id"], "_source": one} for one in contents)

    def replace(self, entries: Mapping[str, tuple[Entry, Json]]) -> None:
        """Replace documents as they were read; who was faster stays."""
        self._bulk(
            {
                "_op_type": "index",
                "_id": name,
                "_source": content,
                "if_seq_no": entry.seq_no,
                "if_primary_term": entry.primary_term,
            }
            for name, (entry, content) in entries.items()
        )

    def save(self, entry: Entry, content: Json) -> Entry | None:
        """Replace one document as it was read; None when another writer was faster."""
        params = {"if_seq_no": entry.seq_no, "if_primary_term": entry.primary_term}
        try:
            with engine_errors():
                answer = self._client.index(index=self._name, id=content["id"], body=content, params=params)
        except ConflictError:
            return None
        return Entry(content, answer["_seq_no"], answer["_primary_term"])

    def next(self, provider: str, now: float, count: int) -> list[str]:
        """Records to be measured, those most asked for first, then the newest; some may have been done a second ago."""
        due = [
            {"term": {"provider": provider}},
            {"term": {"state": "pending"}},
            {"range": {"not_before": {"lte": int(now)}}},
        ]
        order = [{"asked": "desc"}, {"newest": "desc"}, {"id": "asc"}]
        body = {"size": count, "query": {"bool": {"filter": due}}, "sort": order, "_source": ["id"]}
        return [hit["_source"]["id"] for hit in self._search(body)["hits"]["hits"]]

    def list_failed(self, provider: str, count: int = 500) -> list[str]:
        """Some records of which something could not be read or had, as far as the engine makes them findable by now:
        those that are done and are to be asked for again (`not_before`) lack something too.
        """
        failed = {"terms": {"state": ["unreadable", "missing"]}}
        lacking = {"bool": {"filter": [{"term": {"state": "measured"}}, {"range": {"not_before": {"gt": 0}}}]}}
        query = {"filter": [{"term": {"provider": provider}}], "should": [failed, lacking], "minimum_should_match": 1}
        body = {"size": count, "query": {"bool": query}, "sort": [{"id": "asc"}], "_source": ["id"]}
        return [hit["_source"]["id"] for hit in self._search(body)["hits"]["hits"]]

    def counts(self, provider: str) -> dict[str, int]:
        """How many records are in which state."""
        body = {
            "size": 0,
            "query": {"term": {"provider": provider}},
            "aggs": {"states": {"terms": {"field": "state"}}},
        }
        found = self._search(body).get("aggregations", {"states": {"buckets": []}})["states"]["buckets"]
        return {**dict.fromkeys(STATES, 0), **{bucket["key"]: bucket["doc_count"] for bucket in found}}

    def first_after(self, provider: str, moment: float) -> int | None:
        """When the first result after `moment` came, both in milliseconds since 1970; None when there is none."""
        query = {
            "bool": {"filter": [{"term": {"provider": provider}}, {"range": {"measured_at": {"gt": int(moment)}}}]}
        }
        body = {"size": 1, "query": query, "sort": [{"measured_at": "asc"}], "_source": ["measured_at"]}
        hits = self._search(body)["hits"]["hits"]
        return int(hits[0]["_source"]["measured_at"]) if hits else None

    def _search(self, body: Json) -> Json:
        try:
            with engine_errors():
                answer: Json = self._client.search(index=self._name, body=body)
        except NotFoundError:
            return {"hits": {"hits": []}}
        return answer

    def _bulk(self, actions: Iterable[Json]) -> None:
        with engine_errors():
            for _ in streaming_bulk(
                self._client, ({"_index": self._name, **one} for one in actions), raise_on_error=False
            ):
                pass
