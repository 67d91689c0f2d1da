"""An archive from S3 into S3: read, deflated and uploaded piece by piece, whatever its size, with constant memory.

Files are opened a few ahead, because one request after the other would wait for each first byte. Beside the files lie
SOURCES.csv (what to cite, and where each file came from) and, when something is missing, MISSING.csv (what and why).
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from zipfile import ZIP_DEFLATED

from chalicelib.downloads.contents import ArchiveRequest, Progress
from chalicelib.jobs.engine import Vanished
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
Guard = Callable[[Iterator[bytes]], Iterator[bytes]]


def pack(files: Files, request: ArchiveRequest, progress: Progress, guard: Guard) -> Iterator[bytes]:
    """The ZIP's bytes. `guard` passes a file's pieces on: what it raises ends the archive. Raises Vanished."""
    from zipstream import ZipStream

    archive = ZipStream(compress_type=ZIP_DEFLATED, compress_level=LEVEL)
    names = UniqueNames(MISSING, SOURCES)
    rows: list[Sequence[str]] = []
    records = [record for record in request.records if record["id"] in progress.held]
    for record, pieces in zip(records, _open_ahead(files, records, progress), strict=True):
        file = progress.held[record["id"]]
        name = names.of(file.name, instead=record["id"])
        rows.append(_source_row(name, record, file))
        archive.add(guard(pieces), name, size=file.size)
        yield from archive.all_files()
    archive.add(to_csv(_SOURCES_COLUMNS, rows), SOURCES)
    if missing := _missing_rows(request, progress):
        archive.add(to_csv(_MISSING_COLUMNS, missing), MISSING)
    yield from archive.finalize()


def _open_ahead(files: Files, records: Iterable[Json], progress: Progress) -> Iterator[Iterator[bytes]]:
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


def _source_row(name: str, record: Json, file: StoredFile) -> Sequence[str]:
    papers = "; ".join(paper.get("url") or paper["label"] for paper in record.get("papers", ()))
    origin = record["provenance"]
    about = [record["id"], record["name"], record["type"], record["source"], origin["licence"], origin["citation"]]
    where = [record.get("page_link", ""), origin["source_url"], file.source_url, file.sha256, origin["harvested_at"]]
    return [name, *about, papers, *where]


def _missing_rows(request: ArchiveRequest, progress: Progress) -> list[Sequence[str]]:
    unknown = [(id, "", "There is no record with this identifier.") for id in request.unknown]
    missing = progress.missing
    return [
        *unknown,
        *((one["id"], one["name"], missing[one["id"]].reason) for one in request.records if one["id"] in missing),
    ]
