"""What lies in a record's archive: its members by name, size and kind, and the text of one.

An archive comes from outside: names are compared and never become paths, sizes that it claims are not believed, and
what is shown of a member is limited.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, Literal, cast

from chalicelib.errors import FileMissing, FileTooLarge, FileUnreadable, StorageDown
from chalicelib.store.s3.objects import Files, StoredFile

MOST_MEMBERS = 5_000
LARGEST_TEXT = 1_000_000  # bytes
IN_MEMORY = 20_000_000  # bytes of an archive; a larger one waits on disk
SNIFFED = 2_048  # bytes that tell text from anything else
Kind = Literal["text", "image", "binary"]
_IMAGES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".svg"})
_CONTROL = bytes(set(range(32)) - {8, 9, 10, 12, 13, 27})


@dataclass(frozen=True)
class Member:
    """One file of an archive; `path` is its whole name inside, `size` in bytes as the archive states it."""

    name: str
    path: str
    size: int
    kind: Kind


def list_members(files: Files, stored: StoredFile) -> list[Member]:
    """The members in the order of their paths, folders left out; raises FileUnreadable."""
    with _open_archive(files, stored) as archive:
        entries = [one for one in archive.infolist() if not one.is_dir()][:MOST_MEMBERS]
        found = [_member(archive, one) for one in entries]
    return sorted(found, key=lambda one: one.path.lower())


def read_text(files: Files, stored: StoredFile, path: str) -> str:
    """The text of one member; raises FileMissing for a path that is none, FileTooLarge, FileUnreadable when it is no
    text.
    """
    with _open_archive(files, stored) as archive:
        entry = next((one for one in archive.infolist() if one.filename == path and not one.is_dir()), None)
        if entry is None:
            raise FileMissing(f"There is no {path!r} in this archive.", field="path")
        body = _start_of(archive, entry, LARGEST_TEXT + 1)
    if len(body) > LARGEST_TEXT:
        raise FileTooLarge(f"{path}: more than {LARGEST_TEXT:,} bytes; download the archive to read it.", field="path")
    if not _is_text(body):
        raise FileUnreadable(f"{path} is no text; download the archive to use it.", field="path")
    return _decode(body)


@contextmanager
def _open_archive(files: Files, stored: StoredFile) -> Iterator[zipfile.ZipFile]:
    chunks = files.open(stored.key)
    if chunks is None:
        raise StorageDown("The archive was there a moment ago. Try again.")
    with SpooledTemporaryFile(max_size=IN_MEMORY) as whole:
        for chunk in chunks:
            whole.write(chunk)
        whole.seek(0)
        try:
            with zipfile.ZipFile(cast(IO[bytes], whole)) as archive:
                yield archive
        except zipfile.BadZipFile as error:
            raise FileUnreadable(f"The archive cannot be read: {error}.") from error


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Member:
    path = PurePosixPath(entry.filename)
    return Member(name=path.name, path=entry.filename, size=entry.file_size, kind=_kind(archive, entry))


def _kind(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Kind:
    if PurePosixPath(entry.filename).suffix.lower() in _IMAGES:
        return "image"
    try:
        start = _start_of(archive, entry, SNIFFED)
    except FileUnreadable:
        return "binary"
    return "text" if _is_text(start) else "binary"


def _start_of(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, size: int) -> bytes:
    """At most `size` bytes, however many the archive claims; raises FileUnreadable."""
    try:
        with archive.open(entry) as member:
            return member.read(size)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise FileUnreadable(f"{entry.filename} cannot be read: {error}.") from error


def _is_text(body: bytes) -> bool:
    return len(body.translate(None, _CONTROL)) == len(body)


def _decode(body: bytes) -> str:
    """UTF-8, or Latin-1, as which anything can be read: models are older than agreement on encodings."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("latin-1")
