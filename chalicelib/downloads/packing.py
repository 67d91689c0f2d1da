"""An archive from S3 into S3: read, deflated and uploaded piece by piece, whatever its size, with constant memory.

Files are opened a few ahead, because one request after the other would wait for each first byte. Beside the files lie
tables, citations and a README (companions.py).
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from zipfile import ZIP_DEFLATED

from chalicelib.downloads.companions import NAMES, companions_of
from chalicelib.downloads.contents import ArchiveRequest, Progress
from chalicelib.jobs.engine import JobFolder, Vanished
from chalicelib.json_types import Json
from chalicelib.store.s3.file_names import UniqueNames
from chalicelib.store.s3.objects import Files, StoredFile

AHEAD = 4  # files opened before it is their turn
LEVEL = 4  # of deflating: a twentieth larger than with level 6, in a third of its time
Guard = Callable[[Iterator[bytes]], Iterator[bytes]]


def pack(files: Files, folder: JobFolder, request: ArchiveRequest, progress: Progress, guard: Guard) -> Iterator[bytes]:
    """The ZIP's bytes. `guard` passes a file's pieces on: what it raises ends the archive. Raises Vanished."""
    from zipstream import ZipStream

    archive = ZipStream(compress_type=ZIP_DEFLATED, compress_level=LEVEL)
    names = UniqueNames(*NAMES)
    inside: list[tuple[str, Json, StoredFile]] = []
    records = [record for record in request.records if record["id"] in progress.held]
    for record, pieces in zip(records, _open_ahead(files, records, progress), strict=True):
        file = progress.held[record["id"]]
        name = names.of(file.name, instead=record["id"])
        inside.append((name, record, file))
        archive.add(guard(pieces), name, size=file.size)
        yield from archive.all_files()
    for name, content in companions_of(folder, request, progress, inside):
        archive.add(content, name)
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
