"""Exports: the whole result of a search, or the records with some identifiers, in one format, whatever its size.

A small one is written within the request. A larger one is a resumable job that streams into S3 (chalicelib/jobs): pages
of records in the order of identifiers (or as asked), with the cursor and the writer's state noted after each stored
piece.

    exports/<key>/request.json   what was asked for; the key is a digest of it
"""

import hashlib
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Protocol

import orjson

from chalicelib.errors import ResultIncomplete, UnknownName
from chalicelib.export.formats import FORMATS, PAGE, Scope, batched_records
from chalicelib.jobs.engine import JobFolder, Pending, Ready, advance
from chalicelib.jobs.stream import STATE, Chunk, StreamTask
from chalicelib.json_types import Json
from chalicelib.search.service import Whole
from chalicelib.store.s3.objects import Files

LAYOUT = 2  # of what is written; raise it when columns or formats change, so that no older result is handed out
REQUEST = "request.json"
RESULT = "result"


@dataclass(frozen=True)
class ExportRequest:
    """What is asked for: identifiers, or all that a search found, as it was understood when it came; `release` says of
    which set.
    """

    format: str
    index: str
    indices: tuple[str, ...]  # whose columns a table has
    release: str
    base: str
    total: int
    ids: tuple[str, ...] = ()
    whole: Whole | None = None
    layout: int = LAYOUT

    @property
    def key(self) -> str:
        return hashlib.sha256(orjson.dumps(asdict(self), option=orjson.OPT_SORT_KEYS)).hexdigest()[:32]

    @property
    def name(self) -> str:
        """What a person saves it as."""
        mark = self.release.partition(",")[0][:8]
        return f"hippocampus-hub-{'-'.join(self.indices)}-{mark}{FORMATS[self.format].ending}"

    @classmethod
    def load(cls, known: Json) -> "ExportRequest":
        """The request that was stored as JSON."""
        whole = Whole(**known["whole"]) if known["whole"] else None
        return cls(**{**known, "indices": tuple(known["indices"]), "ids": tuple(known["ids"]), "whole": whole})


class Records(Protocol):
    """Where records come from; chalicelib/search/service.py has it."""

    def read_whole(self, whole: Whole, after: str | None = None, seen: int = 0) -> Iterator[Json]: ...
    def documents(self, ids: Any, release: str = "") -> Any: ...


class Exports:
    """All exports; times are in seconds since 1970. `served` makes a stored record's links absolute."""

    def __init__(
        self,
        files: Files,
        records: Records,
        served: Callable[[Json, str], Json],
        terms_pages: Mapping[str, str],
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._files, self._records, self._served, self._terms_pages = files, records, served, terms_pages
        self._clock, self._sleep = clock, sleep

    def whole(self, request: ExportRequest, most: int, deadline: float) -> bytes | None:
        """All of it at once, if it has at most `most` bytes and the deadline is kept.

        Given up as soon as the records so far let expect twice as much: what was written is lost to the job that
        follows.
        """
        body, done = bytearray(), 0
        for chunk in self._chunks(request, None):
            body += chunk.body
            done += chunk.units
            expected = len(body) * request.total / done if done else 0
            if len(body) > most or expected > 2 * most or self._clock() >= deadline:
                return None
        return bytes(body)

    def request(self, request: ExportRequest, deadline: float) -> Ready | Pending:
        """The stored result, or how far it is at the deadline; raises StorageDown."""
        folder = self.folder(request.key)
        ready = folder.ready()
        if ready is None:
            folder.save_new(REQUEST, request)
        return ready or self._advance(folder, request, deadline)

    def status(self, key: str, deadline: float) -> Ready | Pending:
        """The same for one that was asked for before; raises UnknownName, StorageDown."""
        folder = self.folder(key) if re.fullmatch(r"[0-9a-f]{32}", key) else None
        known = folder.load(REQUEST) if folder else None
        if folder is None or known is None or known["layout"] != LAYOUT:
            raise UnknownName("There is no such export (any more); ask for it again.")
        return folder.ready() or self._advance(folder, ExportRequest.load(known), deadline)

    def folder(self, key: str) -> JobFolder:
        """Where the export with this key is built."""
        return JobFolder(self._files, f"exports/{key}", result=RESULT, clock=self._clock, sleep=self._sleep)

    def _advance(self, folder: JobFolder, request: ExportRequest, deadline: float) -> Ready | Pending:
        task = StreamTask(
            folder,
            lambda cursor: self._chunks(request, cursor),
            request.total,
            FORMATS[request.format].media_type,
            {"name": request.name},
        )
        try:
            return advance(folder, task, deadline)
        except ResultIncomplete:
            folder.forget(STATE)  # the next one who asks begins anew
            raise

    def _chunks(self, request: ExportRequest, cursor: Json | None) -> Iterator[Chunk]:
        """The export from a cursor on; each chunk's cursor says which record came last, and what the writer knows."""
        at = cursor or {"after": None, "seen": 0, "state": None, "ended": False}
        if at["ended"]:
            return
        scope = Scope(request.indices, request.base, self._terms_pages)
        writer = FORMATS[request.format].writer(scope, at["state"])
        if cursor is None:
            yield Chunk(writer.start(), at, 0)
        for page, after in self._pages(request, at["after"], at["seen"]):
            body = writer.page([self._served(record, request.base) for record in page])
            at = {"after": after, "seen": at["seen"] + len(page), "state": writer.state, "ended": False}
            yield Chunk(body, at, len(page))
        yield Chunk(writer.finish(), {**at, "ended": True}, 0)

    def _pages(self, request: ExportRequest, after: Any, seen: int) -> Iterator[tuple[tuple[Json, ...], Any]]:
        """Records behind a place, a page at a time with the place behind it: an identifier, or a number among those
        asked. Raises ResultIncomplete at the end where not all could be read.
        """
        if request.whole:
            for page in batched_records(self._records.read_whole(request.whole, after, seen)):
                yield page, page[-1]["id"]
            return
        for start in range(after or 0, len(request.ids), PAGE):
            ids = request.ids[start : start + PAGE]
            found = tuple(self._records.documents(ids, request.release).found)
            if len(found) != len(ids):
                raise ResultIncomplete(start + len(found), request.total)
            yield found, start + len(ids)
