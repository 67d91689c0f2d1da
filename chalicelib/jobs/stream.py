"""A result that is one stream of bytes, resumable after any piece: a table of records, written page by page.

    state.json            the cursor after the last stored piece, the pieces' names, how many units are done
    piece-<number>-<..>   bytes, in the order in which they were produced

A piece that the state does not name is left over from a turn that ended without a note; the lifecycle rule of the
folder's prefix deletes it.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from chalicelib.jobs.engine import Counts, JobFolder, OutOfTime, Turn, Vanished

PIECE = 4 * 1024 * 1024  # bytes collected before they are stored
STATE = "state.json"


class Chunk(NamedTuple):
    """Some bytes, the cursor (JSON) that resumes after them, and how many units (records) they stand for."""

    body: bytes
    cursor: Any
    units: int


@dataclass
class _State:
    cursor: Any = None
    done: int = 0
    pieces: list[str] = field(default_factory=list)
    complete: bool = False


@dataclass(frozen=True)
class StreamTask:
    """Builds one result from `produce(cursor)`: all chunks after a cursor, from the beginning for None.

    `total` is the number of units, for the progress. `assemble` turns the stored bytes into the result's (a ZIP with a
    note of sources, say); the default leaves them as they are. `notes` become the result's: its `name`, and `until`.
    """

    folder: JobFolder
    produce: Callable[[Any], Iterable[Chunk]]
    total: int
    content_type: str
    notes: Mapping[str, str]
    assemble: Callable[[Iterator[bytes]], Iterator[bytes]] = lambda stored: stored

    def counts(self) -> Counts:
        return Counts(self._state().done, self.total)

    def work(self, turn: Turn) -> Counts:
        state = self._state()
        try:
            if not state.complete:
                self._collect(state, turn)
            self.folder.publish(self.assemble(turn.guard(self._read_pieces(state))), self.content_type, self.notes)
            self.folder.forget(STATE, *state.pieces)
        except OutOfTime:
            pass
        except Vanished:
            self.folder.forget(STATE, *state.pieces)
            return Counts(0, self.total)
        return Counts(state.done, self.total)

    def _state(self) -> _State:
        known = self.folder.load(STATE)
        return _State(**known) if known else _State()

    def _collect(self, state: _State, turn: Turn) -> None:
        """Store every chunk; at the deadline those that there was time for. Raises OutOfTime."""
        body, cursor, units = bytearray(), state.cursor, 0
        for chunk in self.produce(state.cursor):
            body += chunk.body
            cursor, units = chunk.cursor, units + chunk.units
            if len(body) >= PIECE or turn.is_over:
                self._store(state, bytes(body), cursor, units)
                body, units = bytearray(), 0
                turn.check()
        state.complete = True
        self._store(state, bytes(body), cursor, units)

    def _store(self, state: _State, body: bytes, cursor: Any, units: int) -> None:
        if body:
            name = f"piece-{len(state.pieces):05}-{uuid.uuid4().hex}"
            self.folder.put(name, body)
            state.pieces.append(name)
        state.cursor, state.done = cursor, state.done + units
        self.folder.save(STATE, state)
        self.folder.lease.renew()

    def _read_pieces(self, state: _State) -> Iterator[bytes]:
        for name in state.pieces:
            opened = self.folder.open(name)
            if opened is None:
                raise Vanished(name)
            yield from opened
