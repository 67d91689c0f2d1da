"""How far the archive of a portal is: all of it in S3, so that any process can go on with it.

exports/<key>/state.json       what is left to ask the portal for, and what came of each ontology so far
exports/<key>/part-<..>.json   documents, as many as were made between two notes of the state
exports/<key>/lease.json       who works on it
exports/<key>/archive.zip      the archive; its notes say until when it is handed out

A part that the state does not name is left over from work that ended without a note, and is nobody's.
"""

import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import orjson

from chalicelib.json_types import Json
from chalicelib.store.s3.lease import Lease
from chalicelib.store.s3.objects import Files

FRESH = 3600.0  # seconds for which an archive is handed out again
STALE = 6 * 3600.0  # seconds after which a half-made one is begun anew
EXPORTED = ""
_JSON = "application/json"


@dataclass
class State:
    """`link` is the page to ask for ("" the first, None after the last); `outcomes` a reason per acronym, "" if exported.

    `ontologies` is what the portal's list says of each; `failures` counts pages that could not be had in a row; `known` is
    what was asked beside the submissions; `left` are submissions of the page before `link` that there was no time for.
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

    @property
    def unfinished(self) -> bool:
        return bool(self.left) or self.link is not None


class Progress:
    """One archive's place in S3; raises StorageDown."""

    def __init__(self, files: Files, key: str, *, clock: Callable[[], float] = time.time) -> None:
        self._files, self._folder, self._clock = files, f"exports/{key}", clock
        self.lease = Lease(files, f"{self._folder}/lease.json", clock=clock)

    def link(self) -> str | None:
        """The link to the archive, while it is fresh."""
        file = self._files.head(f"{self._folder}/archive.zip")
        fresh = file is not None and float(file.notes.get("until", "0")) > self._clock()
        return self._files.link(file) if file and fresh else None

    def load(self) -> State | None:
        known = self._get("state.json")
        state = State(**known) if known else None
        return state if state and state.started + STALE > self._clock() else None

    def save(self, state: State, made: dict[str, Json] | None = None) -> None:
        """Note the state, with the documents that were made since the last note."""
        if made:
            name = f"part-{uuid.uuid4().hex}.json"
            self._put(name, made)
            state.parts.append(name)
        self._put("state.json", vars(state))
        self.lease.renew()

    def documents(self, state: State) -> Iterator[tuple[str, Json]]:
        """All that was made, by acronym."""
        for part in state.parts:
            yield from self._get(part).items()

    def finish(self, state: State, pieces: Iterator[bytes], name: str) -> None:
        """Store the archive, and forget what it was made of."""
        notes = {"name": name, "until": str(self._clock() + FRESH)}
        self._files.upload(f"{self._folder}/archive.zip", pieces, "application/zip", notes)
        for part in ("state.json", *state.parts):
            self._files.delete(f"{self._folder}/{part}")

    def _put(self, name: str, content: Any) -> None:
        self._files.put(f"{self._folder}/{name}", orjson.dumps(content), _JSON)

    def _get(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = orjson.loads(self._files.read(f"{self._folder}/{name}") or b"{}")
        return found
