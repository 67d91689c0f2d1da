"""An archive from S3 into S3, whatever its size, with constant memory: members lie in it as they are.

Files are not deflated: S3 then copies large ones into the archive by itself, and small ones cost no more than reading
and sending them. Small files are read some ahead, because one request after the other would wait for each answer.
Beside the files lie tables, citations and a README (companions.py), which are deflated.
"""

import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from chalicelib.downloads.companions import NAMES, companions_of
from chalicelib.downloads.contents import ArchiveRequest, Progress
from chalicelib.downloads.zip_layout import ZipLayout, deflate
from chalicelib.jobs.engine import JobFolder, Vanished
from chalicelib.json_types import Json
from chalicelib.store.s3.composing import LEAST, Stretch
from chalicelib.store.s3.file_names import UniqueNames
from chalicelib.store.s3.objects import Files, StoredFile

READERS = 6
AHEAD = 12  # small files that are read before it is their turn
Pieces = Iterator[bytes | Stretch]


def pack(files: Files, folder: JobFolder, request: ArchiveRequest, progress: Progress) -> Pieces:
    """The ZIP as bytes and as stretches of the files' objects. Raises Vanished."""
    layout, names = ZipLayout(), UniqueNames(*NAMES)
    inside: list[tuple[str, Json, StoredFile]] = []
    records = [record for record in request.records if record["id"] in progress.held]
    held = [progress.held[record["id"]] for record in records]
    for record, file, content in zip(records, held, _read_ahead(files, held), strict=True):
        name = names.of(file.name, instead=record["id"])
        inside.append((name, record, file))
        if isinstance(content, bytes):
            yield layout.begin(name, size=len(content), crc=zlib.crc32(content)) + content
        else:
            yield layout.begin(name, size=file.size, crc=content)
            yield Stretch(file.key, 0, file.size)
    for name, content in companions_of(folder, request, progress, inside):
        packed = deflate(content)
        yield layout.begin(name, size=len(content), crc=zlib.crc32(content), packed=len(packed)) + packed
    yield layout.end()


def _read_ahead(files: Files, held: Iterable[StoredFile]) -> Iterator[bytes | int]:
    """Per file its content, or the CRC-32 of one that is large enough to be copied."""
    waiting: deque[Future[bytes | int]] = deque()
    with ThreadPoolExecutor(READERS) as pool:
        for file in held:
            waiting.append(pool.submit(_content_or_crc, files, file))
            if len(waiting) > AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _content_or_crc(files: Files, file: StoredFile) -> bytes | int:
    if file.size >= LEAST and file.crc32 is not None:
        return file.crc32
    pieces = files.open(file.key)
    if pieces is None:
        raise Vanished(file.key)
    if file.size < LEAST:
        return b"".join(pieces)
    crc = 0  # of a file that was cached before its CRC was noted
    for piece in pieces:
        crc = zlib.crc32(piece, crc)
    return crc
