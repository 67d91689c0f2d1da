"""The runs of all harvests, each one document; two writers never overwrite each other's progress.

A run's document is replaced only at the version that was read (sequence number and primary term); who comes second gets
RunBusy and leaves the run to the first.
"""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass

from opensearchpy import OpenSearch
from opensearchpy.exceptions import ConflictError, NotFoundError

from chalicelib.errors import RecordMissing, RunBusy
from chalicelib.json_types import Json
from chalicelib.records import Reject
from chalicelib.store.opensearch.client import engine_errors
from chalicelib.store.opensearch.indices import create_index_if_missing, multi_get
from chalicelib.store.opensearch.names import Names

STEPS_AT_ONCE = 50  # whose rejects are in memory together
_EXACT: Json = {"type": "keyword", "ignore_above": 8191}
_MAPPINGS: dict[str, Json] = {
    "runs": {
        "dynamic": "false",
        "properties": {
            "run": _EXACT,
            "provider": _EXACT,
            "index": _EXACT,
            "state": _EXACT,
            "started_at": {"type": "date"},
            "updated_at": {"type": "date"},
        },
    },
    "rejects": {"dynamic": "false", "properties": {"run": _EXACT, "provider": _EXACT}},
}


@dataclass(frozen=True)
class Stored:
    """A run's document with the version under which it was read."""

    run: Json
    seq_no: int
    primary_term: int


class RunStore:
    """Reads and writes run documents and the records that runs rejected."""

    def __init__(self, client: OpenSearch, names: Names) -> None:
        self._client, self._names = client, names

    def prepare(self) -> None:
        """Create the indices of runs and rejects; doing it twice changes nothing."""
        for name, kind in ((self._names.runs, "runs"), (self._names.rejects, "rejects")):
            body = {"settings": {"number_of_shards": 1}, "mappings": _MAPPINGS[kind]}
            create_index_if_missing(self._client, name, body)

    def create(self, run: Json) -> Stored:
        """Store a new run; raises RunBusy when it exists."""
        return self._write(run, {"op_type": "create"})

    def save(self, stored: Stored, run: Json) -> Stored:
        """Replace the run as it was read; raises RunBusy when another writer was faster."""
        return self._write(run, {"if_seq_no": stored.seq_no, "if_primary_term": stored.primary_term})

    def read(self, run: str) -> Stored:
        """One run as it stands now; raises RecordMissing."""
        stored = self._read(run)
        if "provider" not in stored.run:
            raise RecordMissing(f"There is no run {run[:80]!r}.")  # but a lock of this name
        return stored

    def read_many(self, runs: Sequence[str]) -> list[Stored]:
        """Those of these runs that have a document, in the order given."""
        found = multi_get(self._client, self._names.runs, runs).values()
        return [Stored(one["_source"], one["_seq_no"], one["_primary_term"]) for one in found]

    def claim(self, provider: str, run: str, *, instead_of: str | None) -> None:
        """Make `run` the provider's one run under way; raises RunBusy when another start was faster."""
        lock = f"under-way-{provider}"
        body = {"run": lock, "holder": run}
        if instead_of is None:
            self._write(body, {"op_type": "create"})
            return
        held = self._read(lock)
        if held.run["holder"] != instead_of:
            raise RunBusy(f"Another harvest of {provider} has just been started: {held.run['holder']}.")
        self.save(held, body)

    def under_way(self, provider: str) -> str | None:
        """The run that was last started for a provider, whatever became of it."""
        try:
            return str(self._read(f"under-way-{provider}").run["holder"])
        except RecordMissing:
            return None

    def history(self, provider: str, *, most: int = 20) -> list[Json]:
        """The runs of a provider, newest first; one written a second ago may still be missing."""
        body = {"size": most, "query": {"term": {"provider": provider}}, "sort": [{"run": "desc"}]}
        with engine_errors():
            answer = self._client.search(index=self._names.runs, body=body)
        return [hit["_source"] for hit in answer["hits"]["hits"]]

    def save_sample(self, run: str, sample: Json) -> None:
        """Keep what identifies a run's records, apart from its document: it is read by the gate alone."""
        with engine_errors():
            self._client.index(index=self._names.rejects, id=f"sample-{run}", body={"sample": sample})

    def samples(self, runs: Sequence[str]) -> dict[str, Json]:
        """The samples of those of these runs that have one."""
        found = multi_get(self._client, self._names.rejects, [f"sample-{run}" for run in runs])
        return {name.removeprefix("sample-"): one["_source"]["sample"] for name, one in found.items()}

    def delete_sample(self, run: str) -> None:
        """Delete a run's sample; one that is gone already is fine."""
        with engine_errors(), suppress(NotFoundError):
            self._client.delete(index=self._names.rejects, id=f"sample-{run}")

    def save_rejects(self, run: str, provider: str, step: int, rejects: Sequence[Reject]) -> None:
        """Store the records that a step rejected, in one document a step; the same step again replaces it."""
        if not rejects:
            return
        body = {"run": run, "provider": provider, "rejects": [reject.model_dump() for reject in rejects]}
        with engine_errors():
            self._client.index(index=self._names.rejects, id=f"{run}-{step}", body=body)

    def rejects(self, run: Json) -> list[Json]:
        """All records that a run rejected so far, in the order of its steps."""
        ids = [f"{run['run']}-{step}" for step in range(run["step"] + 1)]
        found = multi_get(self._client, self._names.rejects, ids).values()
        return [reject for document in found for reject in document["_source"]["rejects"]]

    def rejected_before(self, run: Json, identifiers: Collection[str]) -> set[str]:
        """Those of these identifiers that an earlier step of the run rejected already; the latest steps come first."""
        left, known = set(identifiers), set[str]()
        for end in range(run["step"], 0, -STEPS_AT_ONCE):
            if not left:
                break
            ids = [f"{run['run']}-{step}" for step in range(max(0, end - STEPS_AT_ONCE), end)]
            found = multi_get(self._client, self._names.rejects, ids, source="rejects.id").values()
            known |= left & {one["id"] for document in found for one in document["_source"].get("rejects", ())}
            left -= known
        return known

    def _read(self, name: str) -> Stored:
        try:
            with engine_errors():
                found = self._client.get(index=self._names.runs, id=name)
        except NotFoundError as error:
            raise RecordMissing(f"There is no run {name[:80]!r}.") from error
        return Stored(found["_source"], found["_seq_no"], found["_primary_term"])

    def _write(self, run: Json, params: Json) -> Stored:
        try:
            with engine_errors():
                answer = self._client.index(index=self._names.runs, id=run["run"], body=run, params=params)
        except ConflictError as error:
            raise RunBusy(f"Run {run['run']} was advanced by another process.") from error
        return Stored(run, answer["_seq_no"], answer["_primary_term"])
