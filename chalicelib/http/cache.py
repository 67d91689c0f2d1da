"""The response cache of a harvest: what a cached response is filed under, and how it is revalidated.

An answer is kept under its request. A request may carry a version, the source's own mark of change (a date in a list):
under the same version the kept answer is taken and nothing is asked. Without one, the source is asked whether its
answer has changed, by the marks that came with it (`ETag`, `Last-Modified`).
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from chalicelib.http.response import HttpResponse, redact

VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
# Refusals that are kept like answers: what is gone is not asked for again under the same version.
CACHED_REFUSALS = (404, 410)


@dataclass(frozen=True)
class CacheKey:
    """One request; its address is as the provider wrote it, whatever server stands in for the source."""

    method: str
    target: str
    body: bytes = b""
    version: str | None = None

    @property
    def key(self) -> str:
        parts = (self.method.encode(), redact(self.target).encode(), self.body, (self.version or "").encode())
        return hashlib.sha256(b"\n".join(parts)).hexdigest()[:32]


class ResponseCache(Protocol):
    """Where the answers of one run are kept. `closed`: nothing is asked, all that is known is what was kept."""

    @property
    def closed(self) -> bool: ...

    def find(self, request: CacheKey) -> HttpResponse | None:
        """The answer that was kept last, in this run or in the one before."""
        ...

    def keep(self, request: CacheKey, answer: HttpResponse) -> None:
        """Keep the answer with this run."""
        ...


def conditional_headers(known: HttpResponse | None) -> Mapping[str, str]:
    """The headers that ask whether `known` is still the answer."""
    held = known.headers if known else {}
    return {VALIDATORS[name]: held[name] for name in VALIDATORS if held.get(name)}
