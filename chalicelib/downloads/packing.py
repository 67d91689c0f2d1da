"""An archive from S3 into S3: read, deflated and uploaded piece by piece, whatever its size, with constant memory.

Files are opened a few ahead, because one request after the other would wait for each first byte. Beside the files lie
SOURCES.csv (what to cite, and where each file came from) and, when something is missing, MISSING.csv (what and why).
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from zipfile import ZIP_DEFLATED

from chalicelib.downloads.jobs import Job, Progress
from chalicelib.json_types import Json
from chalicelib.store.s3.csv_table import to_csv
from chalicelib.store.s3.file_names import UniqueNames
from chalicelib.store.s3.objects import Files, StoredFile

AHEAD = 4  # files opened before it is their turn
LEVEL = 4  # of deflating: a twentieth larger than with level 6, in a third of its time
MISSING, SOURCES = "MISSING.csv", "SOURCES.csv"
_MISSING_COLUMNS = ("id", "name", "reason")
_SOURCES_COLUMNS = (
    "file id name type source licence citation papers page_link source_url file_url sha256 harvested_at".split()
)


class Vanished(Exception):
    """A file that was in S3 a moment ago is gone; what is known of the job is out of date."""


def packed(files: Files, job: Job, progress: Progress, check: Callable[[], None]) -> Iterator[bytes]:
    """The ZIP's bytes. `check` is called before every piece: what it raises ends the archive. Raises Vanished."""
    from zipstream import ZipStream

    archive = ZipStream(compress_type=ZIP_DEFLATED, compress_level=LEVEL)
    names = UniqueNames(MISSING, SOURCES)
    rows: list[Sequence[str]] = []
    records = [record for record in job.records if record["id"] in progress.held]
    for record, pieces in zip(records, _opened(files, records, progress), strict=True):
        file = progress.held[record["id"]]
        name = names.of(file.name, instead=record["id"])
        rows.append(_source_row(name, record, file))
        archive.add(_checked(pieces, check), name, size=file.size)
        yield from archive.all_files()
    archive.add(to_csv(_SOURCES_COLUMNS, rows), SOURCES)
    if missing := _missing_rows(job, progress):
        archive.add(to_csv(_MISSING_COLUMNS, missing), MISSING)
    yield from archive.finalize()


def _opened(files: Files, records: Iterable[Json], progress: Progress) -> Iterator[Iterator[bytes]]:
    waiting: deque[Future[Iterator[bytes]]] = deque()
    with ThreadPoolExecutor(AHEAD) as pool:
        for record in records:
            waiting.append(pool.submit(_open, files, progress.held[record["id"]].key))
            if len(waiting) > AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _open(files: Files, key: str) -> Iterator[bytes]:
    pieces = files.open(key)
    if pieces is None:
        raise Vanished(key)
    return pieces


def _checked(pieces: Iterator[bytes], check: Callable[[], None]) -> Iterator[bytes]:
    for piece in pieces:
        check()
        yield piece


def _source_row(name: str, record: Json, file: StoredFile) -> Sequence[str]:
    papers = "; ".join(paper.get("url") or paper["label"] for paper in record.get("papers", ()))
    origin = record["provenance"]
    about = [record["id"], record["name"], record["type"], record["source"], origin["licence"], origin["citation"]]
    where = [record.get("page_link", ""), origin["source_url"], file.source_url, file.sha256, origin["harvested_at"]]
    return [name, *about, papers, *where]


def _missing_rows(job: Job, progress: Progress) -> list[Sequence[str]]:
    unknown = [(id, "", "There is no record with this identifier.") for id in job.unknown]
    missing = progress.missing
    return [
        *unknown,
        *((one["id"], one["name"], missing[one["id"]].reason) for one in job.records if one["id"] in missing),
    ]
