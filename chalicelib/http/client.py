"""The one HTTP client for sources: terms, rate limit, redirects, retries, conditional requests.

It holds each request to the source's terms before it leaves and after every redirect, keeps its pause, retries what may
pass (429, 5xx, broken connections) with growing, jittered waits or for as long as `Retry-After` says, and limits every
body in size and time. Keys in query strings never reach an error's text. During a harvest its answers are kept, and
what has not changed since an earlier one is not sent again (`cache.py`).
"""

import copy
import io
import json
import random
import re
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar
from urllib.parse import quote, unquote, urlencode, urlsplit

from chalicelib.errors import (
    AnswerTooLarge,
    ForbiddenRequest,
    SourceBusy,
    SourceChanged,
    SourceRefused,
    SourceUnreachable,
)
from chalicelib.http.address_guard import AddressGuard, Resolve, host_and_port, resolve_url
from chalicelib.http.cache import CACHED_REFUSALS, CacheKey, ResponseCache, conditional_headers
from chalicelib.http.rate_limiter import RateLimiter, Stats
from chalicelib.http.response import HttpResponse, decode_text, display_url, parse_json, redact, retry_after
from chalicelib.http.terms import Terms
from chalicelib.http.transport import HTTPError, Limits, RequestClock, TimeLimit, Transport

REDIRECTS = 5
RETRYABLE = (429, 500, 502, 503, 504)
FIRST_WAIT, LONGEST_BACKOFF = 1.0, 30.0  # seconds
LIMITS = Limits()
Reads = Callable[[int, Mapping[str, str]], bool]
_ENCODED = re.compile(r"%2f|%5c|%00", re.IGNORECASE)  # signs that another server may read as a path's own
T = TypeVar("T")


class Source:
    """A source's requests under its terms; paths are relative to its base URL, absolute URLs must be allowed too.

    `base` stands in for the source's real address, `mirror` for all other hosts (at `<mirror>/<host>/<path>`);
    `before_request` is called before each request and may raise; `reserve` makes the pause one of all processes.
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
        before_request: Callable[[], None] = lambda: None,
        reserve: Callable[[str, float, int], float] | None = None,
    ) -> None:
        self._terms, self._limits, self._clock, self._sleep, self._before_request = (
            terms,
            limits,
            clock,
            sleep,
            before_request,
        )
        self._base, self._mirror = (base or terms.home).rstrip("/"), mirror.rstrip("/") if mirror else None
        self._agent = user_agent
        guard = AddressGuard(
            {host_and_port(url) for url in (base, mirror) if url}, **({"resolve": resolve} if resolve else {})
        )
        self._transport = Transport(guard, limits, tls_security_level=tls_security_level, ca_file=ca_file, clock=clock)
        shared = partial(reserve, urlsplit(terms.home).netloc) if reserve else None
        self._limiter = RateLimiter(terms.pause if pauses else 0.0, clock, reserve=shared)
        self._cache: ResponseCache | None = None

    @property
    def stats(self) -> Stats:
        return self._limiter.stats

    def with_cache(self, cache: ResponseCache) -> "Source":
        """The same client, its pause and its counts, with its answers kept in `cache` and known from there."""
        made = copy.copy(self)
        made._cache = cache
        return made

    def get_json(self, path: str, *, version: str | None = None, **query: Any) -> Any:
        """The parsed answer; raises SourceRefused (4xx), SourceUnreachable, SourceChanged (not JSON),
        ForbiddenRequest.
        """
        return self.read(path, parse_json, version=version, **query)

    def post_json(self, path: str, body: Any, **query: Any) -> Any:
        """The same for a POST of a JSON body (reads only: it may be repeated)."""
        return self._read(CacheKey("POST", _target(path, query), json.dumps(body).encode()), parse_json)

    def get_text(self, path: str, **query: Any) -> str:
        """The decoded text of an answer: by its declared charset, else UTF-8, else Latin-1."""
        return self.read(path, decode_text, **query)

    def get_bytes(self, path: str, **query: Any) -> bytes:
        return self.read(path, lambda answer: answer.body, **query)

    def read(self, path: str, parse: Callable[[HttpResponse], T], *, version: str | None = None, **query: Any) -> T:
        """What `parse` makes of the answer to a GET; one that it raises for is not kept.

        An answer kept under the same `version` is taken instead of asking.
        """
        return self._read(CacheKey("GET", _target(path, query), version=version), parse)

    def exchange(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        reads: Reads | None = None,
    ) -> HttpResponse:
        """Any method, any status: the answer as it came, to be passed on. Raises SourceUnreachable, ForbiddenRequest.

        A body that `reads` declines is left unread. Only a GET or HEAD that failed quickly is retried: a client waits.
        """
        url, began, again = self.address(path), self._clock(), method in ("GET", "HEAD")
        while True:
            try:
                with TimeLimit(self._limits.request) as limit:
                    self._await_moment(patience=0)
                    answer = self._send_once(method, url, dict(headers or {}), body, reads)
                    limit.check()
            except HTTPError as error:
                if limit.is_over or not again or self._clock() - began > self._limits.read / 2:
                    raise SourceUnreachable(f"{display_url(url)}: {redact(str(error))}") from error
                again = False
                self._limiter.count(retries=1)
            else:
                return answer

    def address(self, path: str) -> str:
        """Where `path` is really asked; raises ForbiddenRequest for what the terms do not allow."""
        allowed = self._check_terms(resolve_url(self._terms.home.rstrip("/") + "/", path))
        home, parts = urlsplit(self._terms.home), urlsplit(allowed)
        tail = allowed.split("://", 1)[1][len(parts.netloc) :]
        if parts.hostname == home.hostname:
            return self._base + tail.removeprefix(home.path.rstrip("/"))
        return f"{self._mirror}/{parts.netloc}{tail}" if self._mirror else allowed

    def _read(self, request: CacheKey, parse: Callable[[HttpResponse], T]) -> T:
        """Ask, or take what is kept; raises SourceRefused, SourceUnreachable and what `parse` raises."""
        answer = self._cached_or_fetch(request)
        if answer.status >= 400:
            if answer.status in CACHED_REFUSALS:
                self._cache_response(request, answer)
            raise SourceRefused(f"{display_url(answer.url)} answered {answer.status}.", answer.status)
        result = parse(answer)
        self._cache_response(request, answer)
        return result

    def _cache_response(self, request: CacheKey, answer: HttpResponse) -> None:
        if self._cache is not None:
            self._cache.keep(request, answer)

    def _cached_or_fetch(self, request: CacheKey) -> HttpResponse:
        if self._cache is None:
            return self._revalidate(request, None)
        known = self._cache.find(request)
        if known and (request.version or self._cache.closed):
            return known
        if self._cache.closed:
            raise SourceUnreachable(
                f"{display_url(request.target)}: the answer was not kept, and nothing may be asked."
            )
        return self._revalidate(request, known)

    def _revalidate(self, request: CacheKey, known: HttpResponse | None) -> HttpResponse:
        """The source's answer, or `known` when the source says that it is still this one."""
        condition = conditional_headers(known) if request.method == "GET" else {}
        answer = self._follow_redirects(request, condition)
        if answer.status != 304:
            return answer
        if known is None or not condition:
            raise SourceChanged(f"{display_url(answer.url)} answered 304 to a request without a condition.")
        return known

    def _follow_redirects(self, request: CacheKey, headers: Mapping[str, str]) -> HttpResponse:
        """The answer once it is no redirect; raises SourceRefused, SourceUnreachable."""
        posted = {"Content-Type": "application/json"} if request.method == "POST" else {}
        target, body = request.target, request.body or None
        clock = RequestClock(self._limits, self._clock)
        for _ in range(REDIRECTS + 1):
            answer = self._with_retries(request.method, self.address(target), {**headers, **posted}, body, clock)
            if answer.status not in (301, 302, 303, 307, 308):
                return answer
            target = self._canonical_url(resolve_url(answer.url, answer.headers.get("location", "")))
        raise SourceRefused(f"{display_url(target)}: more than {REDIRECTS} redirects", answer.status)

    def _with_retries(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None, clock: RequestClock
    ) -> HttpResponse:
        """Ask until an answer is final, within the number of tries and the time; raises SourceUnreachable."""
        reason = ""
        for attempt in range(self._limits.tries):
            wait: float | None = None
            try:
                with TimeLimit(clock.left_for_request()) as limit:
                    self._await_moment(self._limits.longest_wait if limit.left is None else limit.left / 2)
                    answer = self._send_once(method, url, headers, body)
                    limit.check()  # a connection that ends among the headers looks like the end of an answer
            except AnswerTooLarge as error:
                raise AnswerTooLarge(f"{display_url(url)}: {error.detail}") from error
            except (HTTPError, SourceUnreachable) as error:
                reason = f"no whole answer in {self._limits.request:.0f} s" if limit.is_over else redact(str(error))
            else:
                if answer.status not in RETRYABLE:
                    clock.count_hop()
                    return answer
                reason, wait = f"status {answer.status}", retry_after(answer.headers.get("retry-after"))
            pause = min(wait, self._limits.longest_wait) if wait is not None else _backoff(attempt)
            if not clock.has_time(pause):
                raise SourceUnreachable(f"{display_url(url)}: no answer in {self._limits.total:.0f} s ({reason}).")
            if attempt + 1 < self._limits.tries:
                self._limiter.count(retries=1)
                self._sleep(pause)
        raise SourceUnreachable(f"{display_url(url)}: no answer after {self._limits.tries} tries ({reason}).")

    def _await_moment(self, patience: float) -> None:
        """Wait until a request may leave; try again for `patience` seconds where too many wait. Raises SourceBusy."""
        self._before_request()
        began, wait = self._clock(), None
        while wait is None:
            try:
                wait = self._limiter.wait()
            except SourceBusy:
                if self._clock() - began >= patience:
                    raise
                self._sleep(random.uniform(0.5, 1.5))
        if wait:
            self._sleep(wait)

    def _send_once(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None, reads: Reads | None = None
    ) -> HttpResponse:
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
            self._limiter.count(requests=1, seconds=self._clock() - began)
        self._limiter.count(bytes=size)
        return HttpResponse(head.status, received, whole.getvalue(), url)

    def _canonical_url(self, url: str) -> str:
        """A redirect's target in the source's own terms."""
        if url.startswith(self._base + "/"):
            return self._terms.home.rstrip("/") + url[len(self._base) :]
        if self._mirror and url.startswith(self._mirror + "/"):
            return "https://" + url[len(self._mirror) + 1 :]
        return url

    def _check_terms(self, url: str) -> str:
        parts, home = urlsplit(url), urlsplit(self._terms.home)
        plain = unquote(parts.path).replace("\\", "/")
        if parts.scheme not in ("http", "https") or parts.username is not None or "\\" in url or parts.hostname is None:
            raise ForbiddenRequest(f"{display_url(url)}: not a plain http(s) address.")
        at_home = parts.hostname == home.hostname
        if ".." in plain.split("/") or (not at_home and _ENCODED.search(parts.path)):
            raise ForbiddenRequest(f"{display_url(url)}: a path that leaves its folder.")
        if at_home and parts.port in (None, home.port, 80, 443):
            inside = plain.removeprefix(home.path.rstrip("/"))
            if any(inside.startswith(prefix) for prefix in self._terms.paths):
                return quote(url, safe="%/:=&?~#+!$,;'@()*[]")
        elif any(url.startswith(prefix) for prefix in self._terms.elsewhere):
            return quote(url, safe="%/:=&?~#+!$,;'@()*[]")
        raise ForbiddenRequest(f"{display_url(url)}: the terms of {self._terms.home} do not allow it.")


def _target(path: str, query: Mapping[str, Any]) -> str:
    return path + (("&" if "?" in path else "?") + urlencode(query, doseq=True) if query else "")


def _backoff(attempt: int) -> float:
    return random.uniform(0, min(LONGEST_BACKOFF, FIRST_WAIT * 2**attempt))
