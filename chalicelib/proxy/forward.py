"""Asking a portal: one concurrency limiter a portal, one client a request with its key; reading what it sends.

JSON becomes a model, an error in plain text becomes one too; anything else is not for us to read. Redirects are
followed on the portal's own host only, and only for GET and HEAD. A portal answers 301 or 308 to a path that ends in a
slash: none is ever sent.
"""

import hashlib
import json
import logging
import math
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from chalicelib.errors import ForbiddenRequest, SourceUnreachable
from chalicelib.http.address_guard import host_and_port, resolve_url
from chalicelib.http.client import Reads, Source
from chalicelib.http.headers import LONGEST_ADDRESS
from chalicelib.http.response import HttpResponse, decode_text
from chalicelib.http.transport import Limits
from chalicelib.proxy.credentials import authorization, is_read, secrets_of, without_keys
from chalicelib.proxy.model import Failure, Model, Page, create
from chalicelib.proxy.portals import Portal

# Bytes of a body, unpacked. Parsed and written again it takes up to 55 times that (benchmarks/proxy_memory.py).
LARGEST = 12_000_000
# A gateway waits 29 s: for a place, then a connection (twice, if the first failed soon), the first byte, the rest.
LIMITS = Limits(connect=3.0, read=12.0, request=20.0, whole=8.0, size=LARGEST, tries=2)
MAX_CONCURRENT, QUEUE_TIMEOUT = 8, 3.0  # requests at a time; seconds to wait for one of them to end
HOPS = 3
STATUSES = range(200, 600)
REDIRECTS = (301, 302, 303, 307, 308)
UNPARSABLE = "The portal sent an answer that is not valid JSON."
DEEPEST = 100  # levels of lists and objects; portals use about ten
EMPTY = "The portal sent an empty answer."
LOG = logging.getLogger(__name__)
_VAGUE = ("", "text/plain", "text/html")  # portals say these of JSON too
_SHOWN = 500  # characters of an error in plain text
_UNRESERVED = re.compile(r"%(2[dDeE]|3[0-9]|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aAeE])")


def is_parsable(status: int, headers: Mapping[str, str]) -> bool:
    """Whether an answer's body is worth reading: JSON or what may be, small enough, and every error."""
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > LARGEST:
        return False
    return status >= 400 or is_json(headers) or media_type(headers) in _VAGUE


class ConcurrencyLimiter:
    """All requests to one portal pass here, at most `limit` at a time."""

    def __init__(
        self, portal: Portal, source: Source, *, limit: int = MAX_CONCURRENT, timeout: float = QUEUE_TIMEOUT
    ) -> None:
        self.portal, self.source = portal, source
        self._slots, self._timeout = threading.BoundedSemaphore(limit), timeout

    def exchange(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None, reads: Reads = is_parsable
    ) -> HttpResponse:
        """The answer as it came, its body only if `reads` says so; 502 for a status that no gateway sends on. Raises
        SourceUnreachable, ForbiddenRequest.
        """
        if not self._slots.acquire(timeout=self._timeout):
            raise SourceUnreachable(f"{self.portal.title} has too many requests at the moment.")
        try:
            answer = self.source.exchange(method, path, headers=headers, body=body, reads=reads)
        finally:
            self._slots.release()
        return answer if answer.status in STATUSES else replace(answer, status=HTTPStatus.BAD_GATEWAY.value)


class PortalClient:
    """One caller's way to one portal. `get`, `follow` and the like give a Failure where something goes wrong.

    `headers` go with every request, a `lent` key with those that only read.
    """

    def __init__(
        self, limiter: ConcurrencyLimiter, headers: Mapping[str, str] | None = None, *, lent: str = ""
    ) -> None:
        self._limiter, self._headers, self._lent = limiter, dict(headers or {}), lent

    @property
    def portal(self) -> Portal:
        return self._limiter.portal

    @property
    def identity(self) -> str:
        """A digest of whose key asks: what one caller is shown is not for another."""
        return hashlib.sha256(self._authorization.encode()).hexdigest()[:32]

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not be in anything that is made of the portal's answers."""
        return secrets_of("", self._authorization)

    @property
    def _authorization(self) -> str:
        return authorization(self._lent) if self._lent else self._headers.get("Authorization", "")

    def send(
        self,
        method: str,
        path: str,
        parameters: Mapping[str, list[str]] = {},
        body: bytes | None = None,
        *,
        accept: str | None = None,
        reads: Reads = is_parsable,
    ) -> HttpResponse:
        """Any request; the answer after redirects on the portal's host. Raises SourceUnreachable, ForbiddenRequest."""
        headers = {**self._headers, "Accept": accept or "application/json"}
        if self._lent and is_read(method, target_of(path, {})):
            headers["Authorization"] = authorization(self._lent)
        answer = self._limiter.exchange(method, target_of(path, parameters), headers, body, reads)
        for _ in range(HOPS):
            onward = self._onward(answer) if method in ("GET", "HEAD") else None
            if onward is None:
                break
            answer = self._limiter.exchange(method, onward, headers, body, reads)
        return answer

    def get(self, path: str, parameters: Mapping[str, list[str]] | None = None) -> Model:
        """What the portal says at this path; raises ForbiddenRequest."""
        try:
            answer = self.send("GET", path, parameters or {})
        except SourceUnreachable as error:
            return self.unreachable(error)
        read = parse_response(answer)
        return read if read is not None else Failure.of("The portal sent no JSON.", 502)

    def unreachable(self, error: SourceUnreachable) -> Failure:
        """The error of a portal that does not answer; the reason, which names internal addresses, is only logged."""
        # No query: people's words are in it.
        LOG.warning("%s: %s", self.portal.name, re.sub(r"\?\S*", "", error.detail))
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
        return self._limiter.source.address(path)

    def path_of(self, link: str) -> str | None:
        """The raw path and query at the portal that an address of the portal's means; None for any other address."""
        for base in (self.address("/"), self.portal.home):
            path = _below(base, link)
            if path is not None:
                return path
        return None

    def _onward(self, answer: HttpResponse) -> str | None:
        target = location_of(answer) if answer.status in REDIRECTS else None
        path = None if target is None else self.path_of(target)
        try:
            return path if path and self.address(path) else None
        except ForbiddenRequest:  # a path that nobody may ask for
            return None


def location_of(answer: HttpResponse) -> str | None:
    """The whole address that an answer's `Location` means; None without one, or for a text that is no address."""
    given = answer.headers.get("location", "").strip()
    try:
        found = resolve_url(answer.url, given)
    except ForbiddenRequest:  # http://[::1, http://127.0.0.1:99999
        return None
    leads = urlsplit(found).scheme in ("http", "https") and bool(host_and_port(found)[0])
    return found if given and leads and len(found) <= LONGEST_ADDRESS else None


def parse_response(answer: HttpResponse) -> Model | None:
    """The model of an answer; None where it is neither JSON nor an error."""
    text = decode_text(answer).lstrip("\ufeff")
    parsed, valid = _parse(text)
    if valid:
        return create(parsed, answer.status)
    if answer.status >= 400:
        return Failure.of(_reason(answer, text), answer.status)
    return Failure.of(UNPARSABLE, 502) if is_json(answer.headers) else None


def media_type(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def is_json(headers: Mapping[str, str]) -> bool:
    kind = media_type(headers)
    return kind == "application/json" or kind.endswith("+json")


def target_of(path: str, parameters: Mapping[str, list[str]]) -> str:
    """Path and query in one spelling (RFC 3986, 6.2.2): what is encoded stays so, unless it needs no encoding.

    A sign that separates (`/`, `+`, `=`, `&`, ...) and the same sign encoded are two things to a portal.
    """
    plain, _, query = path.partition("?")
    unescaped = _UNRESERVED.sub(lambda found: chr(int(found[1], 16)), plain)
    upper = re.sub(r"%[0-9A-Fa-f]{2}", lambda found: found[0].upper(), unescaped)
    encoded = quote(re.sub(r"%(?![0-9A-F]{2})", "%25", upper), safe="/%!$&'()*+,;=:@~")
    asked = "&".join(one for one in (query, urlencode(dict(parameters), doseq=True)) if one)
    return encoded + (f"?{asked}" if asked else "")


def _parse(text: str) -> tuple[Any, bool]:
    try:
        parsed = json.loads(text, parse_constant=_refuse_number, parse_float=_finite)
    except (ValueError, RecursionError):
        return None, False
    return (None, False) if _is_too_deep(parsed) else (parsed, True)


def _is_too_deep(parsed: Any) -> bool:
    """Whether lists and objects are nested beyond what the steps after this one can walk through."""
    level = [parsed]
    for _ in range(DEEPEST):
        inside = (one.values() if isinstance(one, dict) else one for one in level if isinstance(one, (dict, list)))
        level = [value for values in inside for value in values if isinstance(value, (dict, list))]
        if not level:
            return False
    return True


def _refuse_number(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _finite(text: str) -> float:
    """A number that JSON can say again: 1e400 would be written as Infinity."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text} is beyond what can be written")
    return number


def _reason(answer: HttpResponse, text: str) -> str:
    """The words of an error in plain text; of a page for people only what the status means."""
    if media_type(answer.headers) == "text/plain" and text.strip():
        return text.strip()[:_SHOWN]
    known = {one.value for one in HTTPStatus}
    return HTTPStatus(answer.status).phrase if answer.status in known else f"Status {answer.status}"


def _below(base: str, link: str) -> str | None:
    try:
        here, there = urlsplit(base), urlsplit(link)
        same = here.hostname == there.hostname and _port(here.port) == _port(there.port)
    except ValueError:  # http://[::1, http://127.0.0.1:99999
        return None
    root: Any = here.path.rstrip("/")
    if not same or there.username is not None or not there.path.startswith(f"{root}/"):
        return None
    return there.path[len(root) :].rstrip("/") + (f"?{there.query}" if there.query else "")


def _port(port: int | None) -> int:
    return 80 if port in (None, 443) else port
