"""The one polite HTTP client: everything that leaves this process towards a source leaves through here.

It holds each request to the source's terms before it leaves and after every redirect, keeps its pause, retries what may
pass (429, 5xx, broken connections) with growing, jittered waits or for as long as `Retry-After` says, and limits every
body in size and time. Keys in query strings never reach an error's text. During a harvest its answers are kept, and what
has not changed since an earlier one is not sent again (`cache.py`).
"""

import copy
import io
import json
import random
import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.parse import quote, unquote, urlencode, urlsplit

from chalicelib.errors import AnswerTooLarge, ForbiddenRequest, SourceChanged, SourceRefused, SourceUnreachable
from chalicelib.http.address_guard import AddressGuard, Resolve, joined, place
from chalicelib.http.cache import LASTING, Bodies, Question, conditions
from chalicelib.http.response import Answer, decoded_text, parsed, redacted, shown
from chalicelib.http.terms import Terms
from chalicelib.http.transport import HTTPError, Limits, Transport

REDIRECTS = 5
PASSING = (429, 500, 502, 503, 504)
FIRST_WAIT, LONGEST_BACKOFF = 1.0, 30.0  # seconds
LIMITS = Limits()
Reads = Callable[[int, Mapping[str, str]], bool]
_ENCODED = re.compile(r"%2f|%5c|%00", re.IGNORECASE)  # signs that another server may read as a path's own
T = TypeVar("T")


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


class _Meter:
    """Counts what a source costs and keeps its pause; all threads of a process share one."""

    def __init__(self, pause: float, clock: Callable[[], float]) -> None:
        self._pause, self._clock = pause, clock
        self._lock, self._next_at, self.stats = threading.Lock(), 0.0, Stats()

    def wait(self) -> float:
        """Take the next free moment; the seconds until then."""
        with self._lock:
            now = self._clock()
            wait = max(0.0, self._next_at - now)
            self._next_at = max(now, self._next_at) + self._pause
        return wait

    def count(self, **more: float) -> None:
        with self._lock:
            self.stats = replace(self.stats, **{name: getattr(self.stats, name) + one for name, one in more.items()})


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
        resolve: Resolve | None = None,
        leaving: Callable[[], None] = lambda: None,
    ) -> None:
        self._terms, self._limits, self._clock, self._sleep, self._leaving = terms, limits, clock, sleep, leaving
        self._base, self._mirror = (base or terms.home).rstrip("/"), mirror.rstrip("/") if mirror else None
        self._agent = user_agent
        guard = AddressGuard({place(url) for url in (base, mirror) if url}, **({"resolve": resolve} if resolve else {}))
        self._transport = Transport(guard, limits, tls_security_level=tls_security_level, ca_file=ca_file, clock=clock)
        self._meter = _Meter(terms.pause if pauses else 0.0, clock)
        self._bodies: Bodies | None = None

    @property
    def stats(self) -> Stats:
        return self._meter.stats

    def keeping(self, bodies: Bodies) -> "Source":
        """The same client, its pause and its counts, with its answers kept in `bodies` and known from there."""
        made = copy.copy(self)
        made._bodies = bodies
        return made

    def get_json(self, path: str, *, version: str | None = None, **query: Any) -> Any:
        """The parsed answer; raises SourceRefused (4xx), SourceUnreachable, SourceChanged (not JSON), ForbiddenRequest."""
        return self.read(path, parsed, version=version, **query)

    def post_json(self, path: str, body: Any, **query: Any) -> Any:
        """The same for a POST of a JSON body (reads only: it may be repeated)."""
        return self._read(Question("POST", _target(path, query), json.dumps(body).encode()), parsed)

    def get_text(self, path: str, **query: Any) -> str:
        """The decoded text of an answer: by its declared charset, else UTF-8, else Latin-1."""
        return self.read(path, decoded_text, **query)

    def get_bytes(self, path: str, **query: Any) -> bytes:
        return self.read(path, lambda answer: answer.body, **query)

    def read(self, path: str, understood: Callable[[Answer], T], *, version: str | None = None, **query: Any) -> T:
        """What `understood` makes of the answer to a GET; one that it raises for is not kept.

        An answer kept under the same `version` is taken instead of asking.
        """
        return self._read(Question("GET", _target(path, query), version=version), understood)

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
                    raise SourceUnreachable(f"{shown(url)}: {redacted(str(error))}") from error
                again = False
                self._meter.count(retries=1)

    def address(self, path: str) -> str:
        """Where `path` is really asked; raises ForbiddenRequest for what the terms do not allow."""
        allowed = self._allowed(joined(self._terms.home.rstrip("/") + "/", path))
        home, parts = urlsplit(self._terms.home), urlsplit(allowed)
        tail = allowed.split("://", 1)[1][len(parts.netloc) :]
        if parts.hostname == home.hostname:
            return self._base + tail.removeprefix(home.path.rstrip("/"))
        return f"{self._mirror}/{parts.netloc}{tail}" if self._mirror else allowed

    def _read(self, question: Question, understood: Callable[[Answer], T]) -> T:
        """Ask, or take what is kept; raises SourceRefused, SourceUnreachable and what `understood` raises."""
        answer = self._answer(question)
        if answer.status >= 400:
            if answer.status in LASTING:
                self._keep(question, answer)
            raise SourceRefused(f"{shown(answer.url)} answered {answer.status}.", answer.status)
        result = understood(answer)
        self._keep(question, answer)
        return result

    def _keep(self, question: Question, answer: Answer) -> None:
        if self._bodies is not None:
            self._bodies.keep(question, answer)

    def _answer(self, question: Question) -> Answer:
        if self._bodies is None:
            return self._fresh(question, None)
        known = self._bodies.find(question)
        if known and (question.version or self._bodies.closed):
            return known
        if self._bodies.closed:
            raise SourceUnreachable(f"{shown(question.target)}: the answer was not kept, and nothing may be asked.")
        return self._fresh(question, known)

    def _fresh(self, question: Question, known: Answer | None) -> Answer:
        """The source's answer, or `known` when the source says that it is still this one."""
        answer = self._asked(question, conditions(known) if question.method == "GET" else {})
        if answer.status == 304 and known is None:
            raise SourceChanged(f"{shown(answer.url)} says that nothing changed, and had sent nothing before.")
        return known if known and answer.status == 304 else answer

    def _asked(self, question: Question, headers: Mapping[str, str]) -> Answer:
        """The answer once it is no redirect; raises SourceRefused, SourceUnreachable."""
        posted = {"Content-Type": "application/json"} if question.method == "POST" else {}
        target, body = question.target, question.body or None
        for _ in range(REDIRECTS + 1):
            answer = self._patiently(question.method, self.address(target), {**headers, **posted}, body)
            if answer.status not in (301, 302, 303, 307, 308):
                return answer
            target = self._original(joined(answer.url, answer.headers.get("location", "")))
        raise SourceRefused(f"{shown(target)}: more than {REDIRECTS} redirects", answer.status)

    def _patiently(self, method: str, url: str, headers: dict[str, str], body: bytes | None) -> Answer:
        """Ask until an answer is final, within the number of tries; raises SourceUnreachable."""
        reason = ""
        for attempt in range(self._limits.tries):
            wait: float | None = None
            try:
                answer = self._once(method, url, headers, body)
            except AnswerTooLarge as error:
                raise AnswerTooLarge(f"{shown(url)}: {error.detail}") from error
            except (HTTPError, SourceUnreachable) as error:
                reason = redacted(str(error))
            else:
                if answer.status not in PASSING:
                    return answer
                reason, wait = f"status {answer.status}", _retry_after(answer.headers.get("retry-after"))
            if attempt + 1 < self._limits.tries:
                self._meter.count(retries=1)
                self._sleep(min(wait, self._limits.longest_wait) if wait is not None else _backoff(attempt))
        raise SourceUnreachable(f"{shown(url)}: no answer after {self._limits.tries} tries ({reason}).")

    def _once(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None, reads: Reads | None = None
    ) -> Answer:
        self._leaving()
        if wait := self._meter.wait():
            self._sleep(wait)
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
            self._meter.count(requests=1, seconds=self._clock() - began)
        self._meter.count(bytes=size)
        return Answer(head.status, received, whole.getvalue(), url)

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
            raise ForbiddenRequest(f"{shown(url)}: not a plain http(s) address.")
        at_home = parts.hostname == home.hostname
        if ".." in plain.split("/") or (not at_home and _ENCODED.search(parts.path)):
            raise ForbiddenRequest(f"{shown(url)}: a path that leaves its folder.")
        if at_home and parts.port in (None, home.port, 80, 443):
            inside = plain.removeprefix(home.path.rstrip("/"))
            if any(inside.startswith(prefix) for prefix in self._terms.paths):
                return quote(url, safe="%/:=&?~#+!$,;'@()*[]")
        elif any(url.startswith(prefix) for prefix in self._terms.elsewhere):
            return quote(url, safe="%/:=&?~#+!$,;'@()*[]")
        raise ForbiddenRequest(f"{shown(url)}: the terms of {self._terms.home} do not allow it.")


def _target(path: str, query: Mapping[str, Any]) -> str:
    return path + (("&" if "?" in path else "?") + urlencode(query, doseq=True) if query else "")


def _retry_after(text: str | None) -> float | None:
    if text is None or re.fullmatch(r"\s*\d+\s*", text):
        return None if text is None else float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None


def _backoff(attempt: int) -> float:
    return random.uniform(0, min(LONGEST_BACKOFF, FIRST_WAIT * 2**attempt))
