"""The archive of a portal: how far it is, as notes in its job's folder, and what it holds at the end.

exports/<key>/state.json       what is left to ask the portal for, and the outcome of each ontology so far
exports/<key>/part-<..>.json   documents, as many as were made between two notes of the state

A part that the state does not name is left over from a turn that ended without a note; the lifecycle rule deletes it.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from zipfile import ZIP_DEFLATED

from zipstream import ZipStream

from chalicelib.jobs.engine import Counts, JobFolder
from chalicelib.json_types import Json
from chalicelib.store.s3.csv_table import to_csv
from chalicelib.store.s3.file_names import UniqueNames

FRESH = 3600.0  # seconds for which an archive is served again
STALE = 6 * 3600.0  # seconds after which a half-made one is begun anew
EXPORTED = ""
STATE = "state.json"
REPORT = "REPORT.csv"
_COLUMNS = ("acronym", "exported", "reason", "defaults", "notes")


@dataclass
class State:
    """What a job notes between two turns; `started` is in seconds since 1970.

    `ontologies`  what the portal's list says of each, by acronym
    `link`        the page to ask for: "" the first, None after the last
    `failures`    pages that failed in a row; after two of them ontologies are asked for `one_by_one`
    `outcomes`    the reason why an ontology was left out, by acronym; "" if it was exported
    `known`       what the portal said beside the submissions, by address
    `left`        submissions of the page before `link` that there was no time for
    `parts`       the names of the parts that hold documents
    """

    started: float
    ontologies: dict[str, Json]
    link: str | None = ""
    one_by_one: bool = False
    failures: int = 0
    outcomes: dict[str, str] = field(default_factory=dict)
    known: dict[str, Any] = field(default_factory=dict)
    left: dict[str, Json | None] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, folder: JobFolder) -> "State | None":
        """The state as it was last note_ontology, unless it is stale."""
        known = folder.load(STATE)
        state = cls(**known) if known else None
        return state if state and state.started + STALE > folder.clock() else None

    def save(self, folder: JobFolder, made: dict[str, Json] | None = None) -> None:
        """Note the state, with the documents that were made since the last note."""
        if made:
            name = f"part-{uuid.uuid4().hex}.json"
            folder.save(name, made)
            self.parts.append(name)
        folder.save(STATE, vars(self))
        folder.lease.renew()

    @property
    def unfinished(self) -> bool:
        return bool(self.left) or self.link is not None

    @property
    def counts(self) -> Counts:
        return Counts(len(self.outcomes), len(self.ontologies))

    def documents(self, folder: JobFolder) -> Iterator[tuple[str, Json]]:
        """All documents that were made, by acronym."""
        for part in self.parts:
            yield from (folder.load(part) or {}).items()


def pack(outcomes: Mapping[str, str], documents: Iterable[tuple[str, Json]]) -> Iterator[bytes]:
    """The archive piece by piece; a document is forgotten once it is packed."""
    archive, names, about = ZipStream(compress_type=ZIP_DEFLATED), UniqueNames(REPORT), dict[str, Json]()
    for acronym, made in documents:
        archive.add(made.pop("xml"), names.of(f"{acronym}.xml", instead="ontology.xml"))
        about[acronym] = made
        yield from archive.all_files()
    archive.add(_report(outcomes, about), REPORT)
    yield from archive.finalize()


def _report(outcomes: Mapping[str, str], about: Mapping[str, Json]) -> bytes:
    rows = []
    for acronym, reason in sorted(outcomes.items()):
        said = about.get(acronym, {"defaults": [], "notes": []})
        done = "no" if reason else "yes"
        rows.append([acronym, done, reason, "; ".join(said["defaults"]), "; ".join(said["notes"])])
    return to_csv(_COLUMNS, rows)
