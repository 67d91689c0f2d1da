"""Archives of many records' files: made within a request when there is time, else begun there and gone on with later.

Nothing done is lost: files stay in S3, and what came of each record is noted (jobs.py). An archive in which something is
missing is made again after a while, because the source may have it by then.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from chalicelib.downloads.fetch import ABSENT, FileCache
from chalicelib.downloads.jobs import Job, Jobs, Miss, Progress, place
from chalicelib.downloads.packing import Vanished, packed
from chalicelib.errors import FileMissing, RecordMissing, SourceUnreachable
from chalicelib.json_types import Json
from chalicelib.store.s3.objects import Files, StoredFile

NOTED_EVERY = 5.0  # seconds
LOOKED_EVERY = 0.5  # seconds, while somebody else makes the same archive
SOON = 600.0  # seconds after which a file that could not be had for the moment is asked for again
NO_DEADLINE = float("inf")


@dataclass(frozen=True)
class Ready:
    """The archive can be fetched at this link."""

    link: str


@dataclass(frozen=True)
class Pending:
    """The archive is being made; ask again with its key."""

    key: str
    done: int
    total: int


class Archives:
    """All archives. Deadlines and `clock` are in seconds since 1970; `later` is told of a job that a request left undone."""

    def __init__(
        self,
        files: Files,
        cache: FileCache,
        *,
        later: Callable[[str], None] | None = None,
        workers: int = 6,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._files, self._cache, self._later = files, cache, later
        self._workers, self._clock, self._sleep = workers, clock, sleep
        self._jobs = Jobs(files, clock=clock)

    def request(self, documents: Iterable[Json], unknown: Sequence[str], deadline: float) -> Ready | Pending:
        """The archive of these records, at the deadline as far as it is.

        Raises RecordMissing (not one record), BadInput (too many), StorageDown.
        """
        job = Job.of(documents, unknown)
        if not job.records:
            raise RecordMissing("There is no such record.", ids=job.unknown[:20])
        ready = self._ready(job.key)
        if ready is None:
            self._jobs.save(job)
        return ready or self._go_on(job, deadline)

    def status(self, key: str, deadline: float) -> Ready | Pending:
        """The same for one that was asked for before; raises UnknownName, StorageDown."""
        job = self._jobs.load(key)
        return self._ready(key) or self._go_on(job, deadline)

    def build(self, key: str, deadline: float = NO_DEADLINE) -> Ready | Pending:
        """What a worker in the background does with a job, unless somebody is at it; raises UnknownName, StorageDown."""
        job = self._jobs.load(key)
        return self._ready(key) or (self._work(job, deadline) if self._jobs.lease(key).claim() else self._pending(job))

    def _ready(self, key: str) -> Ready | None:
        file = self._files.head(place(key, "archive.zip"))
        fresh = file is not None and float(file.notes.get("until", "inf")) > self._clock()
        return Ready(self._files.link(file)) if file and fresh else None

    def _pending(self, job: Job) -> Pending:
        return Pending(job.key, self._jobs.progress(job.key).done, len(job.records))

    def _go_on(self, job: Job, deadline: float) -> Ready | Pending:
        """Do the work, or wait for the one who is at it."""
        while not self._jobs.lease(job.key).claim():
            if self._clock() + LOOKED_EVERY >= deadline:
                return self._pending(job)
            self._sleep(LOOKED_EVERY)
            if ready := self._ready(job.key):
                return ready
        outcome = self._work(job, deadline)
        if self._later and isinstance(outcome, Pending):
            self._later(job.key)
        return outcome

    def _work(self, job: Job, deadline: float) -> Ready | Pending:
        progress = self._jobs.progress(job.key)
        work = _Work(job, progress, self._jobs, self._clock, deadline)
        try:
            if self._ready(job.key) is None:  # who had the lease may have ended just now
                self._gather(work)
                self._pack(work)
        except _OutOfTime:
            self._jobs.note(job.key, progress)
        except Vanished:
            self._jobs.forget_progress(job.key)
        finally:
            self._jobs.lease(job.key).release()
        return self._ready(job.key) or Pending(job.key, progress.done, len(job.records))

    def _gather(self, work: "_Work") -> None:
        """Have every file in S3, several at a time; the sources keep their own pauses. Raises _OutOfTime."""
        pool = ThreadPoolExecutor(self._workers)
        left = iter([record for record in work.job.records if not work.progress.has(record["id"])])
        running: dict[Future[StoredFile | Miss], str] = {}
        try:
            while True:
                while len(running) < 2 * self._workers and (record := next(left, None)):
                    running[pool.submit(self._outcome, record)] = record["id"]
                if not running:
                    return
                finished, _ = wait(running, timeout=work.time_left(), return_when=FIRST_COMPLETED)
                for future in finished:
                    work.settle(running.pop(future), future.result())
                work.check()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _outcome(self, record: Json) -> StoredFile | Miss:
        try:
            return self._cache.ensure(record)
        except FileMissing as error:
            return Miss(error.detail, error.members.get("retry_at", self._clock() + ABSENT))
        except SourceUnreachable as error:
            return Miss(f"{error.detail} Ask again later.", self._clock() + SOON)

    def _pack(self, work: "_Work") -> None:
        job, progress = work.job, work.progress
        pieces = packed(self._files, job, progress, work.check)
        notes = {"name": f"hippocampus-hub-{len(progress.held)}-files.zip", "missing": str(len(progress.missing))}
        if progress.missing:
            notes["until"] = str(min(miss.retry_at for miss in progress.missing.values()))
        self._files.upload(place(job.key, "archive.zip"), pieces, "application/zip", notes)
        self._jobs.forget_progress(job.key)


class _OutOfTime(Exception):
    """The deadline is reached; what was done is kept."""


class _Work:
    """One go at a job: it notes the progress and renews the lease from time to time, and stops at the deadline."""

    def __init__(self, job: Job, progress: Progress, jobs: Jobs, clock: Callable[[], float], deadline: float) -> None:
        self.job, self.progress = job, progress
        self._jobs, self._clock, self._deadline = jobs, clock, deadline
        self._noted, self._noted_count = clock(), progress.done

    def settle(self, record: str, outcome: StoredFile | Miss) -> None:
        if isinstance(outcome, Miss):
            self.progress.missing[record] = outcome
        else:
            self.progress.held[record] = outcome

    def time_left(self) -> float:
        return max(0.0, min(NOTED_EVERY, self._deadline - self._clock()))

    def check(self) -> None:
        """Raises _OutOfTime once there is nothing left of it."""
        now = self._clock()
        if now >= self._deadline:
            raise _OutOfTime
        if now - self._noted < NOTED_EVERY:
            return
        self._jobs.lease(self.job.key).renew()
        if self.progress.done != self._noted_count:
            self._jobs.note(self.job.key, self.progress)
        self._noted, self._noted_count = now, self.progress.done
