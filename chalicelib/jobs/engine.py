"""The engine of resumable jobs: one process at a time builds a result in S3, any other can resume its work.

    <folder>/lease.json   who works on the job, until when
    <folder>/<result>     the result; its note `until` says when it is to be built again (without one: never)
    <folder>/...          the job's own notes of its progress

A request works on a job until its deadline, then reports how far it is; the next request resumes from the notes.
All times are in seconds since 1970. Everything raises StorageDown.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple, Protocol, TypeVar

import orjson

from chalicelib.store.s3.composing import Stretch
from chalicelib.store.s3.objects import Files, ObjectMissing

LEASE_SECONDS = 60.0  # renewed while work goes on
RENEW_EVERY = 5.0  # seconds between two renewals of the lease, and notes of the progress
POLL_EVERY = 0.5  # seconds between two looks while another process works on the job
_JSON = "application/json"
Unit = TypeVar("Unit")
Result = TypeVar("Result")
Piece = TypeVar("Piece")


class Counts(NamedTuple):
    """How many units of a job's work are done, of how many."""

    done: int
    total: int


@dataclass(frozen=True)
class Ready:
    """The result can be fetched at this link."""

    link: str


@dataclass(frozen=True)
class Pending:
    """The result is being built; ask again with the job's key."""

    key: str
    done: int
    total: int


class OutOfTime(Exception):
    """The deadline is reached; what was noted is kept."""


class Vanished(Exception):
    """An object that was stored before is gone: the notes of the job are out of date."""


class Lease:
    """The right to work on what `key` stands for. Two processes at once would do no harm, only the work twice."""

    def __init__(self, files: Files, key: str, *, clock: Callable[[], float] = time.time) -> None:
        self._files, self._key, self._clock = files, key, clock

    def claim(self) -> bool:
        """Claim the work, unless another process holds it."""
        held = self._files.read(self._key)
        if held and orjson.loads(held)["until"] > self._clock():
            return False
        if held:
            self.release()
        return self._files.put_new(self._key, self._until(), _JSON)

    def renew(self) -> None:
        self._files.put(self._key, self._until(), _JSON)

    def release(self) -> None:
        self._files.delete(self._key)

    def _until(self) -> bytes:
        return orjson.dumps({"until": self._clock() + LEASE_SECONDS})


class JobFolder:
    """One job's folder in S3, with its lease, notes and result."""

    def __init__(
        self,
        files: Files,
        folder: str,
        *,
        result: str = "archive.zip",
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._files, self._folder, self._result = files, folder, result
        self.clock, self.sleep = clock, sleep
        self.lease = Lease(files, f"{folder}/lease.json", clock=clock)

    @property
    def key(self) -> str:
        """The job's name within its prefix: the last part of the folder."""
        return self._folder.rpartition("/")[2]

    def ready(self) -> Ready | None:
        """The result, unless there is none or its time is over."""
        file = self._files.head(self._path(self._result))
        fresh = file is not None and float(file.notes.get("until", "inf")) > self.clock()
        return Ready(self._files.link(file)) if file and fresh else None

    def load(self, name: str) -> Any:
        """A note, None where there is none."""
        body = self._files.read(self._path(name))
        return None if body is None else orjson.loads(body)

    def save(self, name: str, content: Any) -> None:
        """Store a note, which orjson must be able to write (dataclasses included)."""
        self._files.put(self._path(name), orjson.dumps(content), _JSON)

    def save_new(self, name: str, content: Any) -> None:
        """Store a note unless there is one."""
        self._files.put_new(self._path(name), orjson.dumps(content), _JSON)

    def put(self, name: str, body: bytes) -> None:
        """Store a piece of the result."""
        self._files.put(self._path(name), body, "application/octet-stream")

    def open(self, name: str) -> Iterator[bytes] | None:
        """The content of a piece, None where there is none."""
        return self._files.open(self._path(name))

    def forget(self, *names: str) -> None:
        """Delete notes and pieces; what is not there is no error."""
        for name in names:
            self._files.delete(self._path(name))

    def publish(self, pieces: Iterator[bytes | Stretch], content_type: str, notes: Mapping[str, str]) -> None:
        """Store the result with constant memory; what `pieces` raises leaves no result behind."""
        try:
            self._files.compose(self._path(self._result), pieces, content_type, notes)
        except ObjectMissing as error:
            raise Vanished(str(error)) from error

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name}"


class Turn:
    """One process's turn at a job, which ends at a deadline."""

    def __init__(self, folder: JobFolder, deadline: float) -> None:
        self._folder, self.deadline = folder, deadline
        self._renewed = folder.clock()

    @property
    def is_over(self) -> bool:
        return self._folder.clock() >= self.deadline

    def time_left(self) -> float:
        """Seconds until the deadline, or the next renewal if that comes first."""
        return max(0.0, min(RENEW_EVERY, self.deadline - self._folder.clock()))

    def check(self, note: Callable[[], None] | None = None) -> None:
        """Renew the lease and call `note` when it is time for that; raises OutOfTime at the deadline."""
        now = self._folder.clock()
        if now >= self.deadline:
            raise OutOfTime
        if now - self._renewed >= RENEW_EVERY:
            self._folder.lease.renew()
            if note:
                note()
            self._renewed = now

    def guard(self, pieces: Iterator[Piece], note: Callable[[], None] | None = None) -> Iterator[Piece]:
        """The same pieces, with a check before each."""
        for piece in pieces:
            self.check(note)
            yield piece


class Task(Protocol):
    """What a job does. What `work` raises, OutOfTime included, reaches `advance` after the task has noted its
    progress.
    """

    def counts(self) -> Counts:
        """The progress as it was last noted, by any process."""

    def work(self, turn: Turn) -> Counts:
        """Resume from the notes and publish the result, or note how far it is; the progress at the end."""


def advance(folder: JobFolder, task: Task, deadline: float) -> Ready | Pending:
    """Work on a job, or wait while another process does; at the deadline, how far it is."""
    while not folder.lease.claim():
        if folder.clock() + POLL_EVERY >= deadline:
            return Pending(folder.key, *task.counts())
        folder.sleep(POLL_EVERY)
        if ready := folder.ready():
            return ready
    try:
        if ready := folder.ready():  # the holder of the lease before us has just published it
            return ready
        counts = task.work(Turn(folder, deadline))
    finally:
        folder.lease.release()
    return folder.ready() or Pending(folder.key, *counts)


def run_parallel(
    units: Iterable[Unit],
    work: Callable[[Unit], Result],
    *,
    workers: int,
    queued: int | None = None,
    timeout: Callable[[], float | None] = lambda: None,
) -> Iterator[list[tuple[Unit, Result]]]:
    """Yield the finished units with their results; an empty list after `timeout()` seconds without one.

    At most `queued` units (default: `workers`) are read ahead. A caller that stops reading cancels what has not begun
    and does not wait for the rest. What `work` raises is raised here.
    """
    pool, waiting = ThreadPoolExecutor(workers), iter(units)
    running: dict[Future[Result], Unit] = {}
    try:
        while True:
            for unit in islice(waiting, (queued or workers) - len(running)):
                running[pool.submit(work, unit)] = unit
            if not running:
                return
            finished = wait(running, timeout=timeout(), return_when=FIRST_COMPLETED).done
            yield [(running.pop(future), future.result()) for future in finished]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
