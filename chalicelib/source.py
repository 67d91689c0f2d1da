"""The one polite HTTP client: everything that leaves this process towards a source leaves through here.

It holds each request to the source's terms before it leaves and after every redirect, keeps its pause, retries what may
pass (429, 5xx, broken connections) with growing, jittered waits or for as long as `Retry-After` says, and limits every
body in size and time. Keys in query strings never reach an error's text.
"""

import io
import json
import random
import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote, unquote, urlencode, urlsplit

from chalicelib.address import AddressGuard, joined, place
from chalicelib.errors import AnswerTooLarge, ForbiddenRequest, SourceChanged, SourceRefused, SourceUnreachable
from chalicelib.terms import Terms
from chalicelib.transport import HTTPError, Limits, Transport

REDIRECTS = 5
PASSING = (429, 500, 502, 503, 504)
FIRST_WAIT, LONGEST_BACKOFF = 1.0, 30.0  # seconds
LIMITS = Limits()
Reads = Callable[[int, Mapping[str, str]], bool]
_ENCODED = re.compile(r"%2f|%5c|%00", re.IGNORECASE)  # signs that another server may read as a path's own
_SECRETS = re.compile(r"(?i)((?:api_?key|token|password|secret)=)[^&\s]+")


@dataclass(frozen=True)
class Answer:
    """One answer as it came: header names in lower case, body whole and decoded from its transfer coding."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


@dataclass(frozen=True)
class Stats:
    """What a source has cost so far; two can be subtracted."""

    requests: int = 0
    bytes: int = 0
    retries: int = 0
    seconds: float = 0.0

    def __sub__(self, other: "Stats") -> "Stats":
        return Stats(**{name: value - getattr(other, name) for name, value in asdict(self).items()})

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


class Source:
    """A source's requests under its terms; paths are relative to its base URL, absolute URLs must be allowed too.

    `base` stands in for the source's real address, `mirror` for all other hosts (at `<mirror>/<host>/<path>`); `leaving` is
    called before each request and may raise.
    """

    def __init__(
        self,
        terms: Terms,
        *,
        user_agent: str,
        base: str | None = None,
        mirror: str | None = None,
        pauses: bool = True,
        limits: Limits = LIMITS,
        tls_security_level: int | None = None,
        ca_file: str | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        leaving: Callable[[], None] = lambda: None,
    ) -> None:
        self._terms, self._limits, self._clock, self._sleep, self._leaving = terms, limits, clock, sleep, leaving
        self._base, self._mirror = (base or terms.home).rstrip("/"), mirror.rstrip("/") if mirror else None
        self._agent, self._pause = user_agent, terms.pause if pauses else 0.0
        guard = AddressGuard({place(url) for url in (base, mirror) if url})
        self._transport = Transport(guard, limits, tls_security_level=tls_security_level, ca_file=ca_file, clock=clock)
        self._lock, self._next_at, self._stats = threading.Lock(), 0.0, Stats()

    @property
    def stats(self) -> Stats:
        return self._stats

    def get_json(self, path: str, **query: Any) -> Any:
        """The parsed answer; raises SourceRefused (4xx), SourceUnreachable, SourceChanged (not JSON), ForbiddenRequest."""
        return _parsed(self._ask("GET", path, query))

    def post_json(self, path: str, body: Any, **query: Any) -> Any:
        """The same for a POST of a JSON body (reads only: it may be repeated)."""
        sent = json.dumps(body).encode()
        return _parsed(self._ask("POST", path, query, {"Content-Type": "application/json"}, sent))

    def get_text(self, path: str, **query: Any) -> str:
        """The decoded text of an answer: by its declared charset, else UTF-8, else Latin-1."""
        return decoded_text(self._ask("GET", path, query))

    def get_bytes(self, path: str, **query: Any) -> bytes:
        return self._ask("GET", path, query).body

    def get_if_changed(self, path: str, mark: Mapping[str, str] | None = None, **query: Any) -> Answer | None:
        """The answer, or None when it is still the one that `mark` (its `etag`, `last-modified`) came with."""
        names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
        sent = {names[key]: value for key, value in (mark or {}).items() if key in names}
        answer = self._ask("GET", path, query, sent)
        return None if answer.status == 304 else answer

    def exchange(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        reads: Reads | None = None,
    ) -> Answer:
        """Any method, any status: the answer as it came, to be passed on. Raises SourceUnreachable, ForbiddenRequest.

        A body that `reads` declines is left unread. Only a GET or HEAD that failed quickly is tried again: somebody waits.
        """
        url, began, again = self.address(path), self._clock(), method in ("GET", "HEAD")
        while True:
            try:
                return self._once(method, url, dict(headers or {}), body, reads)
            except HTTPError as error:
                if not again or self._clock() - began > self._limits.read / 2:
                    raise SourceUnreachable(f"{_shown(url)}: {_redacted(str(error))}") from error
                again = False
                self._count(retries=1)

    def address(self, path: str) -> str:
        """Where `path` is really asked; raises ForbiddenRequest for what the terms do not allow."""
        allowed = self._allowed(joined(self._terms.home.rstrip("/") + "/", path))
        home, parts = urlsplit(self._terms.home), urlsplit(allowed)
        tail = allowed.split("://", 1)[1][len(parts.netloc) :]
        if parts.hostname == home.hostname:
            return self._base + tail.removeprefix(home.path.rstrip("/"))
        return f"{self._mirror}/{parts.netloc}{tail}" if self._mirror else allowed

    def _ask(
        self,
        method: str,
        path: str,
        query: Mapping[str, Any],
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> Answer:
        """The answer once it is neither a redirect nor an error; raises SourceRefused, SourceUnreachable."""
        target = path + (("&" if "?" in path else "?") + urlencode(query, doseq=True) if query else "")
        for _ in range(REDIRECTS + 1):
            answer = self._patiently(method, self.address(target), dict(headers or {}), body)
            if answer.status not in (301, 302, 303, 307, 308):
                break
            target = self._original(joined(answer.url, answer.headers.get("location", "")))
        else:
            raise SourceRefused(f"{_shown(target)}: more than {REDIRECTS} redirects", answer.status)
        if answer.status >= 400:
            raise SourceRefused(f"{_shown(answer.url)} answered {answer.status}.", answer.status)
        return answer

    def _patiently(self, method: str, url: str, headers: dict[str, str], body: bytes | None) -> Answer:
        """Ask until an answer is final, within the number of tries; raises SourceUnreachable."""
        reason = ""
        for attempt in range(self._limits.tries):
            wait: float | None = None
            try:
                answer = self._once(method, url, headers, body)
            except AnswerTooLarge as error:
                raise AnswerTooLarge(f"{_shown(url)}: {error.detail}") from error
            except (HTTPError, SourceUnreachable) as error:
                reason = _redacted(str(error))
            else:
                if answer.status not in PASSING:
                    return answer
                reason, wait = f"status {answer.status}", _retry_after(answer.headers.get("retry-after"))
            if attempt + 1 < self._limits.tries:
                self._count(retries=1)
                self._sleep(min(wait, self._limits.longest_wait) if wait is not None else _backoff(attempt))
        raise SourceUnreachable(f"{_shown(url)}: no answer after {self._limits.tries} tries ({reason}).")

    def _once(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None, reads: Reads | None = None
    ) -> Answer:
        self._leaving()
        self._keep_pause()
        began = self._clock()
        sent = {"User-Agent": self._agent, "Accept-Encoding": "gzip, deflate", **headers}
        try:
            head = self._transport.send(method, url, sent, body)
            received = {name.lower(): value for name, value in head.headers.items()}
            whole, size = io.BytesIO(), 0
            if reads is None or reads(head.status, received):
                size = self._transport.read(head, whole)
            else:
                head.close()
        finally:
            self._count(requests=1, seconds=self._clock() - began)
        self._count(bytes=size)
        return Answer(head.status, received, whole.getvalue(), url)

    def _keep_pause(self) -> None:
        with self._lock:
            now = self._clock()
            wait = max(0.0, self._next_at - now)
            self._next_at = max(now, self._next_at) + self._pause
        if wait:
            self._sleep(wait)

    def _count(self, *, requests: int = 0, bytes: int = 0, retries: int = 0, seconds: float = 0.0) -> None:
        with self._lock:
            known = self._stats
            self._stats = replace(
                known,
                requests=known.requests + requests,
                bytes=known.bytes + bytes,
                retries=known.retries + retries,
                seconds=known.seconds + seconds,
            )

    def _original(self, url: str) -> str:
        """A redirect's target in the source's own terms."""
        if url.startswith(self._base + "/"):
            return self._terms.home.rstrip("/") + url[len(self._base) :]
        if self._mirror and url.startswith(self._mirror + "/"):
            return "https://" + url[len(self._mirror) + 1 :]
        return url

    def _allowed(self, url: str) -> str:
        parts, home = urlsplit(url), urlsplit(self._terms.home)
        plain = unquote(parts.path).replace("\\", "/")
        if parts.scheme not in ("http", "https") or parts.username is not None or "\\" in url or parts.hostname is None:
            raise ForbiddenRequest(f"{_shown(url)}: not a plain http(s) address.")
        at_home = parts.hostname == home.hostname
        if ".." in plain.split("/") or (not at_home and _ENCODED.search(parts.path)):
            raise ForbiddenRequest(f"{_shown(url)}: a path that leaves its folder.")
        if at_home and parts.port in (None, home.port, 80, 443):
            inside = plain.removeprefix(home.path.rstrip("/"))
            if any(inside.startswith(prefix) for prefix in self._terms.paths):
                return quote(url, safe="%/:=&?~#+!$,;'@()*[]")
        elif any(url.startswith(prefix) for prefix in self._terms.elsewhere):
            return quote(url, safe="%/:=&?~#+!$,;'@()*[]")
        raise ForbiddenRequest(f"{_shown(url)}: the terms of {self._terms.home} do not allow it.")


def decoded_text(answer: Answer) -> str:
    """The text of an answer, in the charset that it claims, else UTF-8, else Latin-1."""
    for charset in (_charset(answer), "utf-8"):
        try:
            if charset:
                return answer.body.decode(charset).removeprefix("\ufeff")
        except (ValueError, LookupError):
            continue
    return answer.body.decode("latin-1")


def _parsed(answer: Answer) -> Any:
    text = decoded_text(answer)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:  # also: numbers too long, lists too deep
        raise SourceChanged(f"{_shown(answer.url)} sent no JSON: {_redacted(text[:200])!r}") from error


def _charset(answer: Answer) -> str | None:
    message = Message()
    message["content-type"] = answer.headers.get("content-type", "")
    return message.get_content_charset()


def _retry_after(text: str | None) -> float | None:
    if text is None or re.fullmatch(r"\s*\d+\s*", text):
        return None if text is None else float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None


def _backoff(attempt: int) -> float:
    return random.uniform(0, min(LONGEST_BACKOFF, FIRST_WAIT * 2**attempt))


def _shown(url: str) -> str:
    return _redacted(url)[:300]


def _redacted(text: str) -> str:
    return _SECRETS.sub(r"\1...", text)
