"""What sources answered during a run, as it came: kept in S3 with the run, so that records can be mapped again or
disputed.

One object an answer, `raw/<provider>/<run>/<digest of the request>`, compressed (gzip): a first line of JSON says what
was asked, when the source last changed it and what version it bears; the rest is the body, byte for byte. Keys in
addresses are left out. An answer that has not changed since an earlier run is stored again with the new one, so that
every run is whole by itself and can be deleted by its prefix.
"""

import gzip
from collections.abc import Collection
from dataclasses import dataclass

import orjson

from chalicelib.http.cache import VALIDATORS, CacheKey
from chalicelib.http.response import HttpResponse, redact
from chalicelib.store.s3.objects import Files

_HEADERS = (*VALIDATORS, "content-type")
_LEVEL = 6  # of compression


class RawResponseArchive:
    """The answers of all runs."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def of(self, provider: str, run: str, *, earlier: str | None, closed: bool = False) -> "RunResponseCache":
        """Those of one run, with the run whose answers it may take for its own. `closed`: nothing may be asked."""
        return RunResponseCache(self._files, provider, run, earlier, closed)

    def earlier(self, provider: str, run: str, served: str | None) -> str | None:
        """The run whose answers `run` may take: the one that is served, or the last that kept any (a rebuild keeps
        none).
        """
        kept = sorted(one for one in self._files.folders(f"raw/{provider}/") if one < run)
        return served if served in kept else next(reversed(kept), None)

    def keep_only(self, provider: str, runs: Collection[str]) -> None:
        """Delete the answers of all other runs of a provider."""
        for run in self._files.folders(f"raw/{provider}/"):
            if run not in runs:
                self._files.delete_all(f"raw/{provider}/{run}/")


@dataclass(frozen=True)
class RunResponseCache:
    """The answers of one run (`Bodies` of `http/cache.py`)."""

    files: Files
    provider: str
    run: str
    earlier: str | None
    closed: bool

    def find(self, request: CacheKey) -> HttpResponse | None:
        """Raises StorageDown. Only what bears a version is looked for in the run itself: other answers may have
        changed.
        """
        runs = [self.run] if request.version else []
        for run in (*runs, *([self.earlier] if self.earlier else [])):
            if packed := self.files.read(self._key(run, request)):
                return _unpack(packed)
        return None

    def keep(self, request: CacheKey, answer: HttpResponse) -> None:
        """Raises StorageDown."""
        self.files.put(self._key(self.run, request), _pack(request, answer), "application/gzip")

    def _key(self, run: str, request: CacheKey) -> str:
        return f"raw/{self.provider}/{run}/{request.key}"


def _pack(request: CacheKey, answer: HttpResponse) -> bytes:
    head = {
        "method": request.method,
        "target": redact(request.target),
        "asked": request.body.decode("utf-8", "replace"),
        "version": request.version,
        "status": answer.status,
        "url": redact(answer.url),
        "headers": {name: answer.headers[name] for name in _HEADERS if name in answer.headers},
    }
    return gzip.compress(orjson.dumps(head) + b"\n" + answer.body, _LEVEL, mtime=0)


def _unpack(packed: bytes) -> HttpResponse:
    head, _, body = gzip.decompress(packed).partition(b"\n")
    kept = orjson.loads(head)
    return HttpResponse(kept["status"], kept["headers"], body, kept["url"])
