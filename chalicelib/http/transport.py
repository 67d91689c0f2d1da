"""HTTP connections as `Source` wants them: verified TLS, judged addresses, answers limited in size and time.

A time-out of a socket counts from byte to byte, so a server that sends one header every half second would hold a
request for ever. A request therefore has a `TimeLimit` over all of it, which ends its connection from outside; looking
up names and connecting take no more than what is left of it.

They are urllib3's pools, whose connections are made by the address guard; requests, which stands on the same pools, has
no place for that.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any, BinaryIO

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from chalicelib.errors import AnswerTooLarge, SourceUnreachable
from chalicelib.http.address_guard import AddressGuard

CHUNK = 65_536


@dataclass(frozen=True)
class Limits:
    """How long and how large an answer may be; seconds and bytes, counted after decompression."""

    connect: float = 10.0
    read: float = 60.0  # without a byte
    request: float | None = None  # one request with its headers, interim answers, redirects and body
    total: float | None = None  # one request with all its retries and waits
    whole: float = 300.0  # a body
    size: int = 64_000_000
    tries: int = 5
    longest_wait: float = 120.0  # for a Retry-After


class TimeLimit:
    """Ends the connection of the request inside `with` once `seconds` have passed; None limits nothing."""

    def __init__(self, seconds: float | None) -> None:
        self._seconds, self._lock = seconds, threading.Lock()
        self._twin: socket.socket | None = None
        self._timer: threading.Timer | None = None
        self._end: float | None = None

    @property
    def is_over(self) -> bool:
        return self.left == 0.0

    @property
    def left(self) -> float | None:
        """Seconds that are left, 0 when time is over; None without a limit."""
        return None if self._end is None else max(0.0, self._end - time.monotonic())

    def __enter__(self) -> "TimeLimit":
        if self._seconds is not None:
            self._end = time.monotonic() + max(0.0, self._seconds)
            self._timer = threading.Timer(max(0.0, self._seconds), self._shut)
            self._timer.daemon = True
            self._timer.start()
            _IN_FORCE.limit = self
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer:
            self._timer.cancel()
        _IN_FORCE.limit = None
        with self._lock:
            self._twin = None

    def check(self) -> None:
        """Raises SourceUnreachable when time is over."""
        if self.is_over:
            raise SourceUnreachable(f"The answer took longer than {self._seconds:.0f} s.")

    def watch(self, twin: socket.socket) -> None:
        """End this socket when time is over: at once, if it is over already."""
        with self._lock:
            self._twin = twin
        if self.is_over:
            self._shut()

    def _shut(self) -> None:
        with self._lock:
            if self._twin is not None:
                with suppress(OSError):
                    self._twin.shutdown(socket.SHUT_RDWR)


class RequestClock:
    """The time of one request: its hops together take `limits.request` at most, with all retries `limits.total`."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self._limits, self._clock, self._began = limits, clock, clock()
        self._hop_began, self._hops = self._began, 0.0

    def left_for_request(self) -> float | None:
        """Seconds that one more try may take; None without a limit."""
        self._hop_began = self._clock()
        lefts = []
        if self._limits.request is not None:
            lefts.append(self._limits.request - self._hops)
        if self._limits.total is not None:
            lefts.append(self._limits.total - (self._hop_began - self._began))
        return min(lefts, default=None)

    def count_hop(self) -> None:
        """The last try ended in a redirect or an answer: its time is part of this request's."""
        self._hops += self._clock() - self._hop_began

    def has_time(self, pause: float) -> bool:
        return self._limits.total is None or self._clock() - self._began + pause < self._limits.total


_IN_FORCE = threading.local()  # the time limit of this thread's request


class Transport:
    """Sends one request over a kept-alive connection; knows nothing of terms and retries."""

    def __init__(
        self,
        guard: AddressGuard,
        limits: Limits,
        *,
        tls_security_level: int | None = None,
        ca_file: str | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits, self._clock = limits, clock
        self._pools = urllib3.PoolManager(
            num_pools=8,
            maxsize=8,
            retries=False,
            timeout=urllib3.Timeout(connect=limits.connect, read=limits.read),
            ssl_context=_context(tls_security_level, ca_file),
        )
        self._pools.pool_classes_by_scheme = _guard_connections(guard)

    def send(self, method: str, url: str, headers: dict[str, str], body: bytes | None) -> urllib3.BaseHTTPResponse:
        """The head of the answer, its body still to be read; raises urllib3's HTTPError, ForbiddenRequest."""
        return self._pools.request(
            method, url, headers=headers, body=body, redirect=False, preload_content=False, decode_content=True
        )

    def read(self, answer: urllib3.BaseHTTPResponse, into: BinaryIO, *, size: int | None = None) -> int:
        """Copy the body into `into` and count its bytes; raises HTTPError when cut short, SourceUnreachable beyond a
        limit.
        """
        most, end, count = size or self._limits.size, self._clock() + self._limits.whole, 0
        try:
            for chunk in _chunks(answer):
                count += len(chunk)
                self._check(count, most, end)
                into.write(chunk)
        except BaseException:
            answer.close()
            raise
        answer.release_conn()
        return count

    def _check(self, count: int, most: int, end: float) -> None:
        if count > most:
            raise AnswerTooLarge(f"The answer is larger than {most} bytes.")
        if self._clock() > end:
            raise SourceUnreachable(f"The answer took longer than {self._limits.whole:.0f} s.")


def _chunks(answer: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
    while chunk := answer.read1(CHUNK):
        yield chunk


@cache  # reading the authorities costs more than all the rest of a client
def _context(security_level: int | None, ca_file: str | None) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=ca_file)
    if security_level is not None:
        context.set_ciphers(f"DEFAULT@SECLEVEL={security_level}")
    return context


def _guard_connections(guard: AddressGuard) -> dict[str, Any]:
    """Pool classes whose connections are made by the guard, and can be ended by the time limit in force."""

    class Plain(_Limited, HTTPConnection):
        def _new_conn(self) -> Any:
            return self._watch(_connect(guard, self))

    class Secure(_Limited, HTTPSConnection):
        def _new_conn(self) -> Any:
            return self._watch(_connect(guard, self))

    class PlainPool(urllib3.HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(urllib3.HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


class _Limited:
    """A connection that the time limit in force can end, at any moment of its life.

    It keeps a second handle on its socket: the first one belongs to the TLS layer as soon as the handshake begins.
    """

    _twin: socket.socket | None = None

    def _watch(self, connection: socket.socket) -> socket.socket:
        self._drop_twin()
        self._twin = connection.dup()
        self._report()
        return connection

    def request(self, *given: Any, **named: Any) -> None:
        self._report()
        super().request(*given, **named)  # type: ignore[misc]

    def close(self) -> None:
        super().close()  # type: ignore[misc]
        self._drop_twin()

    def _report(self) -> None:
        limit = getattr(_IN_FORCE, "limit", None)
        if limit is not None and self._twin is not None:
            limit.watch(self._twin)

    def _drop_twin(self) -> None:
        if self._twin is not None:
            self._twin.close()
            self._twin = None


def _connect(guard: AddressGuard, connection: HTTPConnection) -> Any:
    limit: TimeLimit | None = getattr(_IN_FORCE, "limit", None)
    times = [connection.timeout, limit.left if limit else None]
    timeout = min((float(one) for one in times if isinstance(one, float | int)), default=None)
    try:
        return guard.connect(connection.host, connection.port, timeout)
    except TimeoutError as error:
        raise ConnectTimeoutError(connection, f"{connection.host} did not take the connection in time") from error
    except (OSError, UnicodeError) as error:  # the latter: a label too long, or empty
        raise NewConnectionError(connection, f"{connection.host}: {error}") from error


__all__ = ["HTTPError", "Limits", "RequestClock", "TimeLimit", "Transport"]
