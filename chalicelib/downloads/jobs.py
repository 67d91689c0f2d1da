"""What is known of an archive while it is being made: all of it in S3, so that any process can go on with it.

    archives/<key>/job.json        what was asked for: enough of each record to fetch and to cite its file
    archives/<key>/progress.json   what came of each record so far
    archives/<key>/lease.json      who works on it until when: two builders would do no harm, only the work twice
    archives/<key>/archive.zip     the archive; its notes say when it is to be made again (something was missing)

The key is a digest of the records and their versions: the same request meets the same archive until a harvest changes one.
"""

import hashlib
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import orjson

from chalicelib.errors import BadInput, UnknownName
from chalicelib.json_types import Json
from chalicelib.store.s3.lease import Lease
from chalicelib.store.s3.objects import Files, StoredFile

MOST_RECORDS = 20_000
JSON = "application/json"
_LAYOUT = "1"  # of the archive; raise it when what is inside changes, so that old ones are not served
_KEPT = ("id", "name", "type", "source", "version", "page_link", "file", "papers", "provenance")


@dataclass(frozen=True)
class Job:
    """An archive to be made: the records, by identifier, and the identifiers that are none."""

    key: str
    records: tuple[Json, ...]
    unknown: tuple[str, ...]

    @classmethod
    def of(cls, documents: Iterable[Json], unknown: Sequence[str]) -> "Job":
        """Raises BadInput for more records than one archive takes."""
        records: dict[str, Json] = {}
        for document in documents:
            records[document["id"]] = {name: document[name] for name in _KEPT if name in document}
            if len(records) > MOST_RECORDS:
                raise BadInput(f"An archive holds {MOST_RECORDS} records at most; choose fewer by filters.")
        ordered = tuple(records[id] for id in sorted(records))
        return cls(_key(ordered, sorted(unknown)), ordered, tuple(sorted(unknown)))


@dataclass(frozen=True)
class Miss:
    """Why a record has no file in the archive, and from when on it may have one (seconds since 1970)."""

    reason: str
    retry_at: float


@dataclass
class Progress:
    """What came of the records so far, by identifier."""

    held: dict[str, StoredFile] = field(default_factory=dict)
    missing: dict[str, Miss] = field(default_factory=dict)

    @property
    def done(self) -> int:
        return len(self.held) + len(self.missing)

    def has(self, record: str) -> bool:
        return record in self.held or record in self.missing


class Jobs:
    """The jobs of all processes; raises StorageDown."""

    def __init__(self, files: Files, *, clock: Callable[[], float] = time.time) -> None:
        self._files, self._clock = files, clock

    def save(self, job: Job) -> None:
        self._files.put_new(place(job.key, "job.json"), orjson.dumps(job), JSON)

    def load(self, key: str) -> Job:
        """Raises UnknownName where there is no such job (any more)."""
        body = self._files.read(place(key, "job.json")) if re.fullmatch(r"[0-9a-f]{32}", key) else None
        if body is None:
            raise UnknownName("There is no such archive (any more); ask for its records again.")
        known = orjson.loads(body)
        return Job(known["key"], tuple(known["records"]), tuple(known["unknown"]))

    def progress(self, key: str) -> Progress:
        known = orjson.loads(self._files.read(place(key, "progress.json")) or b"{}")
        return Progress(
            held={id: StoredFile(**file) for id, file in known.get("held", {}).items()},
            missing={id: Miss(**miss) for id, miss in known.get("missing", {}).items()},
        )

    def note(self, key: str, progress: Progress) -> None:
        """Save what was reached."""
        self._files.put(place(key, "progress.json"), orjson.dumps(progress), JSON)

    def forget_progress(self, key: str) -> None:
        self._files.delete(place(key, "progress.json"))

    def lease(self, key: str) -> Lease:
        """The right to work on a job."""
        return Lease(self._files, place(key, "lease.json"), clock=self._clock)


def place(key: str, name: str) -> str:
    return f"archives/{key}/{name}"


def _key(records: Sequence[Json], unknown: Sequence[str]) -> str:
    lines = [f"{one['id']}\t{one['provenance']['run']}\t{one.get('version', '')}" for one in records]
    return hashlib.sha256("\n".join((_LAYOUT, *lines, "", *unknown)).encode()).hexdigest()[:32]
