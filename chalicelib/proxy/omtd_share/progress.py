"""How far the archive of a portal is, as notes in its job's folder.

exports/<key>/state.json       what is left to ask the portal for, and the outcome of each ontology so far
exports/<key>/part-<..>.json   documents, as many as were made between two notes of the state

A part that the state does not name is left over from a turn that ended without a note; the lifecycle rule deletes it.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from chalicelib.jobs.engine import Counts, JobFolder
from chalicelib.json_types import Json

FRESH = 3600.0  # seconds for which an archive is served again
STALE = 6 * 3600.0  # seconds after which a half-made one is begun anew
EXPORTED = ""
STATE = "state.json"


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
        """The state as it was last noted, unless it is stale."""
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
