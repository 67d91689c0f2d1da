"""Asking a portal: one door a portal with a limited number of places, one client a request with its key.

Redirects are followed on the portal's own host only, and only for GET and HEAD. A portal answers 301 or 308 to a path that
ends in a slash, so none is ever sent.
"""

import hashlib
import logging
import threading
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, unquote_to_bytes, urlencode, urljoin, urlsplit

from chalicelib.errors import SourceUnreachable
from chalicelib.http.client import Reads, Source
from chalicelib.http.response import HttpResponse
from chalicelib.http.transport import Limits
from chalicelib.proxy.credentials import secrets_in, without_keys
from chalicelib.proxy.model import Failure, Model, Page
from chalicelib.proxy.portals import Portal
from chalicelib.proxy.received import is_read, model_of

# A gateway waits 29 s: for a place, then a connection (twice, if the first failed soon), the first byte, the rest.
LIMITS = Limits(connect=3.0, read=12.0, whole=8.0, size=32_000_000, tries=2)
PLACES, PATIENCE = 8, 3.0  # requests at a time; seconds to wait for a place
HOPS = 3
LOG = logging.getLogger(__name__)
REDIRECTS = (301, 302, 303, 307, 308)


class Door:
    """All requests to one portal pass here, `places` at a time."""

    def __init__(self, portal: Portal, source: Source, *, places: int = PLACES, patience: float = PATIENCE) -> None:
        self.portal, self.source = portal, source
        self._places, self._patience = threading.BoundedSemaphore(places), patience

    def exchange(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None, reads: Reads = is_read
    ) -> HttpResponse:
        """The answer as it came, its body only if `reads` says so; raises SourceUnreachable, ForbiddenRequest."""
        if not self._places.acquire(timeout=self._patience):
            raise SourceUnreachable(f"{self.portal.title} is asked too much at the moment.")
        try:
            return self.source.exchange(method, path, headers=headers, body=body, reads=reads)
        finally:
            self._places.release()


class PortalClient:
    """One caller's way to one portal. `get`, `follow` and the like give a Failure where something goes wrong."""

    def __init__(self, door: Door, headers: Mapping[str, str] | None = None) -> None:
        self._door, self._headers = door, dict(headers or {})

    @property
    def portal(self) -> Portal:
        return self._door.portal

    @property
    def identity(self) -> str:
        """A digest of whose key asks: what one caller is shown is not for another."""
        return hashlib.sha256(self._headers.get("Authorization", "").encode()).hexdigest()[:32]

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not be in anything that is made of the portal's answers."""
        return secrets_in("", self._headers.get("Authorization", ""))

    def send(
        self,
        method: str,
        path: str,
        parameters: Mapping[str, list[str]] = {},
        body: bytes | None = None,
        *,
        accept: str | None = None,
        reads: Reads = is_read,
    ) -> HttpResponse:
        """Any request; the answer after redirects on the portal's host. Raises SourceUnreachable, ForbiddenRequest."""
        headers = {**self._headers, "Accept": accept or "application/json"}
        answer = self._door.exchange(method, target_of(path, parameters), headers, body, reads)
        for _ in range(HOPS):
            onward = self._onward(answer) if method in ("GET", "HEAD") else None
            if onward is None:
                break
            answer = self._door.exchange(method, onward, headers, body, reads)
        return answer

    def get(self, path: str, parameters: Mapping[str, list[str]] | None = None) -> Model:
        """What the portal says at this path; raises ForbiddenRequest."""
        try:
            answer = self.send("GET", path, parameters or {})
        except SourceUnreachable as error:
            return self.silent(error)
        read = model_of(answer)
        return read if read is not None else Failure.of("The portal sent no JSON.", 502)

    def silent(self, error: SourceUnreachable) -> Failure:
        """What a caller is told of a portal that does not answer; the reason, which names addresses of ours, is only logged."""
        LOG.warning("%s: %s", self.portal.name, error.detail)
        return Failure.of(f"{self.portal.title} does not answer.", error.status)

    def head(self, path: str) -> int:
        """The status of a HEAD; raises SourceUnreachable, ForbiddenRequest."""
        return self.send("HEAD", path).status

    def follow(self, link: str) -> Model:
        """What a link of the portal's leads to; a link to elsewhere is not followed."""
        path = self.path_of(link)
        return Failure.of("The link leaves the portal.", 502) if path is None else self.get(without_keys(path, ()))

    def next(self, page: Page) -> Model | None:
        """The page after this one; None after the last."""
        return self.follow(page.next_link) if page.next_link else None

    def previous(self, page: Page) -> Model | None:
        return self.follow(page.previous_link) if page.previous_link else None

    def pages(self, path: str, parameters: Mapping[str, list[str]]) -> Iterator[Model]:
        """Every page of a list, each asked for when it is needed; a Failure ends them."""
        read: Model | None = self.get(path, parameters)
        while read is not None:
            yield read
            page = read.as_page()
            read = self.next(page) if page else None

    def address(self, path: str) -> str:
        """Where a path of the portal's is really asked."""
        return self._door.source.address(path)

    def path_of(self, link: str) -> str | None:
        """The raw path and query at the portal that an address of the portal's means; None for any other address."""
        for base in (self.address("/"), self.portal.home):
            path = _below(base, link)
            if path is not None:
                return path
        return None

    def _onward(self, answer: HttpResponse) -> str | None:
        location = answer.headers.get("location")
        if answer.status not in REDIRECTS or not location:
            return None
        return self.path_of(urljoin(answer.url, location))


def target_of(path: str, parameters: Mapping[str, list[str]]) -> str:
    """Path and query in one spelling: what of an identifier may be read as a path's own sign stays encoded."""
    plain, _, query = path.partition("?")
    encoded = "/".join(quote(unquote_to_bytes(one), safe="!$&'()*+,;=@~") for one in plain.split("/"))
    asked = "&".join(one for one in (query, urlencode(dict(parameters), doseq=True)) if one)
    return encoded + (f"?{asked}" if asked else "")


def _below(base: str, link: str) -> str | None:
    here, there = urlsplit(base), urlsplit(link)
    root: Any = here.path.rstrip("/")
    same = here.hostname == there.hostname and _port(here.port) == _port(there.port)
    if not same or there.username is not None or not there.path.startswith(f"{root}/"):
        return None
    return there.path[len(root) :].rstrip("/") + (f"?{there.query}" if there.query else "")


def _port(port: int | None) -> int:
    return 80 if port in (None, 443) else port
