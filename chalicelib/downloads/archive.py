"""Archives of many records' files, as resumable jobs: within the request when there is time, else in the next ones.

Files stay in S3, and each record's outcome is noted (contents.py). An archive in which something is missing is built
again later, because the source may have it by then.
"""

import re
import time
from collections.abc import Callable, Iterable, Sequence

from chalicelib.downloads.companions import Origin, prepare_companions
from chalicelib.downloads.contents import PROGRESS, REQUEST, ArchiveRequest, Miss, Progress
from chalicelib.downloads.fetch import ABSENT, FileCache
from chalicelib.downloads.packing import pack
from chalicelib.errors import FileMissing, RecordMissing, SourceUnreachable, UnknownName
from chalicelib.jobs.engine import Counts, JobFolder, OutOfTime, Pending, Ready, Turn, Vanished, advance, run_parallel
from chalicelib.json_types import Json
from chalicelib.store.s3.objects import Files, StoredFile

SOON = 600.0  # seconds after which a file that could not be fetched for the moment is asked for again
WORKERS = 6


class Archives:
    """All archives. Deadlines and `clock` are in seconds since 1970."""

    def __init__(
        self,
        files: Files,
        cache: FileCache,
        *,
        workers: int = WORKERS,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._files, self._cache, self._workers = files, cache, workers
        self._clock, self._sleep = clock, sleep

    def request(
        self, documents: Iterable[Json], unknown: Sequence[str], deadline: float, origin: Origin | None = None
    ) -> Ready | Pending:
        """The archive of these records, which may be read twice, or how far it is at the deadline.

        Raises RecordMissing (not one record), FileMissing (not one file), BadInput (too many), StorageDown.
        """
        request = ArchiveRequest.of(documents, unknown, "\n".join((origin.query, *origin.remarks)) if origin else "")
        if not request.records:
            raise RecordMissing("There is no such record.", ids=request.unknown[:20])
        folder = self.folder(request.key)
        ready = folder.ready()
        if ready is None and folder.load(REQUEST) is None:
            prepare_companions(folder, request, documents, origin or Origin())
            folder.save_new(REQUEST, request)
        return ready or self._advance(folder, request, deadline)

    def status(self, key: str, deadline: float) -> Ready | Pending:
        """The same for an archive that was requested before; raises UnknownName, StorageDown."""
        folder = self.folder(key) if re.fullmatch(r"[0-9a-f]{32}", key) else None
        request = ArchiveRequest.load(folder) if folder else None
        if folder is None or request is None:
            raise UnknownName("This archive has expired or never existed; ask for its records again.")
        return folder.ready() or self._advance(folder, request, deadline)

    def folder(self, key: str) -> JobFolder:
        """Where the archive with this key is built."""
        return JobFolder(self._files, f"archives/{key}", clock=self._clock, sleep=self._sleep)

    def _advance(self, folder: JobFolder, request: ArchiveRequest, deadline: float) -> Ready | Pending:
        return advance(folder, ArchiveTask(request, folder, self._files, self._cache, self._workers), deadline)


class ArchiveTask:
    """Builds one archive: every file into S3 first, then all of them into one ZIP."""

    def __init__(
        self, request: ArchiveRequest, folder: JobFolder, files: Files, cache: FileCache, workers: int
    ) -> None:
        self._request, self._folder, self._files = request, folder, files
        self._cache, self._workers = cache, workers

    def counts(self) -> Counts:
        return Progress.load(self._folder).counts(self._request)

    def work(self, turn: Turn) -> Counts:
        progress = Progress.load(self._folder)
        try:
            self._gather(progress, turn)
            self._pack(progress, turn)
        except OutOfTime:
            self._folder.save(PROGRESS, progress)
        except Vanished:
            self._folder.forget(PROGRESS)
        return progress.counts(self._request)

    def _gather(self, progress: Progress, turn: Turn) -> None:
        """Have every file in S3, several at a time; the sources keep their own pauses. Raises OutOfTime."""
        left = [record for record in self._request.records if not progress.has(record["id"])]
        pool = {"workers": self._workers, "queued": 2 * self._workers}
        for finished in run_parallel(left, self._fetch, **pool, timeout=turn.time_left):
            for record, outcome in finished:
                progress.settle(record["id"], outcome)
            turn.check(lambda: self._folder.save(PROGRESS, progress))

    def _fetch(self, record: Json) -> StoredFile | Miss:
        try:
            return self._cache.ensure(record)
        except FileMissing as error:
            return Miss(error.reason, error.members.get("retry_at", self._folder.clock() + ABSENT))
        except SourceUnreachable as error:
            return Miss(f"{error.detail} Ask again later.", self._folder.clock() + SOON)

    def _pack(self, progress: Progress, turn: Turn) -> None:
        """Publish the ZIP; raises FileMissing where it would hold no file at all."""
        if not progress.held:
            self._folder.forget(PROGRESS)
            raise self._nothing_to_pack(progress)
        notes = {"name": f"hippocampus-hub-{len(progress.held)}-files.zip", "missing": str(len(progress.missing))}
        if progress.missing:
            notes["until"] = str(min(miss.retry_at for miss in progress.missing.values()))
        pieces = pack(self._files, self._folder, self._request, progress)
        self._folder.publish(turn.guard(pieces), "application/zip", notes)
        self._folder.forget(PROGRESS)

    def _nothing_to_pack(self, progress: Progress) -> FileMissing:
        reasons = list(dict.fromkeys(miss.reason for miss in progress.missing.values()))
        count = len(self._request.records)
        what = "The record has no file" if count == 1 else f"None of the {count} records has a file"
        return FileMissing(
            f"{what} that can be downloaded now. {reasons[0]}" if reasons else f"{what}.", reasons=reasons[:20]
        )
