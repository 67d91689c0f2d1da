"""A record's file: fetched once from its source, checked, and then served from S3.

A missing file is cached as missing for a day, so that an archive of a thousand neurons does not request a thousand
missing files again; a wrong file (an HTML page: the source may be under maintenance) for a few minutes only. An
unreachable source is tried again by the next request, unless its circuit breaker is open.
"""

import hashlib
import re
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import orjson

from chalicelib.downloads.formats import Format, format_of
from chalicelib.errors import (
    AnswerTooLarge,
    FileMissing,
    NotAFile,
    SourceBusy,
    SourceError,
    SourceRefused,
    SourceUnreachable,
    WrongFile,
)
from chalicelib.http.client import Source
from chalicelib.http.transport import Limits
from chalicelib.json_types import Json
from chalicelib.store.s3.file_names import safe_name
from chalicelib.store.s3.objects import Files, StoredFile

ABSENT, ANOTHER = 24 * 3600.0, 600.0  # seconds until a file that was missing, or something else, is asked for again
FAILURES, COOLDOWN = 3, 60.0  # after so many failures in a row a source is left alone for so many seconds
# A client waits, 29 s at most.
FETCH_LIMITS = Limits(connect=4.0, read=10.0, request=20.0, whole=20.0, tries=2, longest_wait=2.0)


class FileCache:
    """The files and previews of records. `sources` gives a provider's client, and KeyError for one that is no more."""

    def __init__(
        self, files: Files, sources: Callable[[str], Source], *, clock: Callable[[], float] = time.time
    ) -> None:
        self._files, self._sources, self._clock = files, sources, clock
        self._breaker = _CircuitBreaker(clock)

    def ensure(self, document: Json) -> StoredFile:
        """The record's file, in S3 when this returns.

        Raises FileMissing (the source does not have it; its member `retry_at` says until when that is taken for
        granted), WrongFile (one of these: the source has something else), SourceUnreachable (not now), StorageDown.
        """
        return self._ensure(document, "file")

    def ensure_preview(self, document: Json) -> StoredFile:
        """The record's picture, in the same way."""
        return self._ensure(document, "preview")

    def state(self, document: Json) -> Json:
        """What is known of a record's file without asking its source; raises StorageDown.

        `cached` tells whether it is here: then with name, `size` in bytes, sha256 and when it was fetched (`tried_at`);
        else, where it was asked for, when that was, the `reason` why there is none, and from when on it is asked for
        again (`retry_at`).
        """
        if not document.get("file"):
            return {"cached": False, "reason": none_offered("file")}
        wanted = _Wanted.of(document, "file")
        if held := self._files.head(wanted.key):
            known = {"name": held.name, "size": held.size, "sha256": held.sha256, "content_type": held.content_type}
            return {"cached": True, **known, "source_url": held.source_url, "tried_at": held.retrieved or None}
        marker = orjson.loads(self._files.read(wanted.missing_key) or b"{}")
        if not marker:
            return {"cached": False, "reason": "This file has not been requested yet."}
        times = {"tried_at": marker.get("tried_at"), "retry_at": _iso(marker["retry_at"])}
        return {"cached": False, **times, "reason": marker["reason"]}

    def forget_missing(self, key: str) -> None:
        """Ask the source again for a file that it did not have; `key` is the file's `file_key`."""
        self._files.delete(_missing_key(key))

    def _ensure(self, document: Json, role: str) -> StoredFile:
        if not document.get(role):
            raise FileMissing(none_offered(role), record=document["id"])
        wanted = _Wanted.of(document, role)
        held = self._files.head(wanted.key)
        if held is None:
            self._refuse_if_missing(wanted)
            held = self._fetch(wanted)
        return held

    def _refuse_if_missing(self, wanted: "_Wanted") -> None:
        known = self._files.read(wanted.missing_key)
        marker = orjson.loads(known) if known else None
        if marker and self._clock() < marker["retry_at"]:
            raise _error_of(marker)

    def _fetch(self, wanted: "_Wanted") -> StoredFile:
        """Ask the addresses in turn; the first that has a file of the right kind wins."""
        reasons: dict[str, None] = {}
        wrong: NotAFile | None = None
        for body, url, reason in self._attempts(wanted):
            if body is None:
                reasons[reason] = None
                continue
            try:
                return self._store(wanted, body, url, format_of(wanted.kind, body))
            except NotAFile as error:
                reasons[error.detail], wrong = None, error
        raise self._record_negative(wanted, " ".join(reasons), wrong)

    def _record_negative(self, wanted: "_Wanted", reason: str, wrong: NotAFile | None) -> FileMissing:
        lasts = ANOTHER if wrong else ABSENT
        times = {"tried_at": _iso(self._clock()), "retry_at": int(self._clock() + lasts)}
        marker = {"id": wanted.id, "reason": reason, **times, "wrong": bool(wrong)}
        marker["line"] = wrong.members.get("line") if wrong else None
        self._files.put(wanted.missing_key, orjson.dumps(marker), "application/json")
        return _error_of(marker)

    def _attempts(self, wanted: "_Wanted") -> Iterator[tuple[bytes | None, str, str]]:
        try:
            source = self._sources(wanted.provider)
        except KeyError as error:
            reason = f"its source {wanted.provider} is not configured any more."
            raise FileMissing(reason, record=wanted.id) from error
        for url in wanted.urls:
            body, reason = self._request(source, wanted.provider, url)
            yield body, url, reason

    def _request(self, source: Source, provider: str, url: str) -> tuple[bytes | None, str]:
        """The body, or why there is none; raises SourceUnreachable, as the next address may only be second best."""
        self._breaker.refuse_if_open(provider)
        try:
            body, reason = source.get_bytes(url), ""
        except AnswerTooLarge as error:  # the source is well; asking again would bring as much again
            body, reason = None, error.detail
        except SourceBusy:  # our own pace, and no failure of the source
            raise
        except SourceUnreachable:
            self._breaker.record_failure(provider)
            raise
        except SourceRefused as error:
            body, reason = None, f"The source answers {error.source_status}."
        except SourceError as error:
            body, reason = None, error.detail
        self._breaker.reset(provider)
        return body, reason

    def _store(self, wanted: "_Wanted", body: bytes, url: str, found: Format) -> StoredFile:
        digest = hashlib.sha256(body).hexdigest()
        notes = {"name": wanted.fitting_name(url, found), "sha256": digest, "source-url": url}
        notes |= {"retrieved": _iso(self._clock()), "crc32": f"{zlib.crc32(body):08x}"}
        if self._files.put_new(wanted.key, body, found.content_type, notes):
            return StoredFile(wanted.key, len(body), found.content_type, notes)
        return self._files.head(wanted.key) or self._files.put(wanted.key, body, found.content_type, notes)


def none_offered(role: str) -> str:
    """Why a record that names no file, or no picture, has none."""
    return f"The source offers no {role} of this record."


def file_key(document: Json) -> str:
    """Where the record's file is kept; changes with its version and addresses, and is empty without a file."""
    return _Wanted.of(document, "file").key if document.get("file") else ""


def _missing_key(key: str) -> str:
    """Where it is noted that a source does not have a file."""
    return f"missing/{key}"


def _error_of(marker: Json) -> FileMissing:
    known = {"record": marker["id"], "retry_at": marker["retry_at"]}
    if marker.get("wrong"):
        return WrongFile(marker["reason"], **known, line=marker["line"])
    return FileMissing(marker["reason"], **known)


@dataclass(frozen=True)
class _Wanted:
    """What a document says about one of its files."""

    id: str
    provider: str
    role: str
    version: str
    urls: tuple[str, ...]
    name: str
    kind: str

    @classmethod
    def of(cls, document: Json, role: str) -> "_Wanted":
        file = document[role]
        provider = document["provenance"]["provider"]
        version = document.get("version") or ""
        return cls(document["id"], provider, role, version, tuple(file["urls"]), file["name"], file["kind"])

    @property
    def key(self) -> str:
        """Provider and identifier, and a digest that changes with the source's version and keeps `a` and `A` apart."""
        digest = hashlib.sha256("\n".join((self.id, self.version, *self.urls)).encode()).hexdigest()[:16]
        return f"{self.role}s/{_segment(self.provider)}/{_segment(self.id)}/{digest}"

    @property
    def missing_key(self) -> str:
        return _missing_key(self.key)

    def fitting_name(self, url: str, found: Format) -> str:
        """The record's name for it, unless its extension says another format than was found (a second choice)."""
        from_url = unquote(PurePosixPath(urlsplit(url).path).name)
        for name in (self.name, from_url):
            if name.lower().endswith(found.extensions):
                return safe_name(name, instead=self.id)
        return safe_name(self.name, instead=self.id) + found.extensions[0]


class _CircuitBreaker:
    """Which sources failed several times in a row, in this process."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._known: dict[str, tuple[int, float]] = {}

    def refuse_if_open(self, provider: str) -> None:
        count, last = self._known.get(provider, (0, 0.0))
        if count >= FAILURES and self._clock() - last < COOLDOWN:
            raise SourceUnreachable(f"{provider} failed {count} times in a row; the hub asks it again in a minute.")

    def record_failure(self, provider: str) -> None:
        self._known[provider] = self._known.get(provider, (0, 0.0))[0] + 1, self._clock()

    def reset(self, provider: str) -> None:
        self._known.pop(provider, None)


def _segment(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "_", text)


def _iso(seconds: float) -> str:
    """A time in seconds since 1970 as text."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
