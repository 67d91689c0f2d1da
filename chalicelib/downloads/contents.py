"""What an archive of records' files is to hold, and what of it is there so far: both as JSON in the job's folder.

    archives/<key>/job.json        what was asked for: enough of each record to fetch its file
    archives/<key>/progress.json   the file of each record, or why it has none, so far

The key is a digest of the records and their versions: the same request meets the same archive until a harvest changes
one.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from chalicelib.errors import BadInput
from chalicelib.jobs.engine import Counts, JobFolder
from chalicelib.json_types import Json
from chalicelib.store.s3.objects import StoredFile

MOST_RECORDS = 20_000
REQUEST, PROGRESS = "job.json", "progress.json"
_LAYOUT = "3"  # of the archive; raise it when what is inside changes, so that old ones are not served
_KEPT = ("id", "name", "type", "source", "version", "page_link", "file", "provenance")


@dataclass(frozen=True)
class ArchiveRequest:
    """The records whose files an archive holds, by identifier, and the identifiers that name no record."""

    key: str
    records: tuple[Json, ...]
    unknown: tuple[str, ...]

    @classmethod
    def of(cls, documents: Iterable[Json], unknown: Sequence[str], origin: str = "") -> "ArchiveRequest":
        """`origin` says what was asked for; raises BadInput for more records than one archive takes."""
        records: dict[str, Json] = {}
        for document in documents:
            records[document["id"]] = {name: document[name] for name in _KEPT if name in document}
            if len(records) > MOST_RECORDS:
                raise BadInput(f"An archive holds {MOST_RECORDS} records at most; choose fewer by filters.")
        ordered = tuple(records[id] for id in sorted(records))
        return cls(_key(ordered, sorted(unknown), origin), ordered, tuple(sorted(unknown)))

    @classmethod
    def load(cls, folder: JobFolder) -> "ArchiveRequest | None":
        """The request of a job that exists."""
        known = folder.load(REQUEST)
        return cls(known["key"], tuple(known["records"]), tuple(known["unknown"])) if known else None


@dataclass(frozen=True)
class Miss:
    """Why a record has no file in the archive, and from when on it may have one (seconds since 1970)."""

    reason: str
    retry_at: float


@dataclass
class Progress:
    """The records that are done, by identifier: their files in S3, or why there is none."""

    held: dict[str, StoredFile] = field(default_factory=dict)
    missing: dict[str, Miss] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: JobFolder) -> "Progress":
        known = folder.load(PROGRESS) or {}
        return cls(
            held={id: StoredFile(**file) for id, file in known.get("held", {}).items()},
            missing={id: Miss(**miss) for id, miss in known.get("missing", {}).items()},
        )

    def counts(self, request: ArchiveRequest) -> Counts:
        return Counts(len(self.held) + len(self.missing), len(request.records))

    def has(self, record: str) -> bool:
        return record in self.held or record in self.missing

    def settle(self, record: str, outcome: StoredFile | Miss) -> None:
        if isinstance(outcome, Miss):
            self.missing[record] = outcome
        else:
            self.held[record] = outcome


def _key(records: Sequence[Json], unknown: Sequence[str], origin: str) -> str:
    lines = [f"{one['id']}\t{one['provenance']['run']}\t{one.get('version', '')}" for one in records]
    return hashlib.sha256("\n".join((_LAYOUT, origin, *lines, "", *unknown)).encode()).hexdigest()[:32]
