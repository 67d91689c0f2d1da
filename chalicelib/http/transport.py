"""HTTP connections as `Source` wants them: verified TLS, judged addresses, bodies limited in size and time.

They are urllib3's pools, whose connections are made by the address guard; requests, which stands on the same pools, has no
place for that.
"""

import ssl
import time
from collections.abc import Callable, Iterator
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
    whole: float = 300.0
    size: int = 64_000_000
    tries: int = 5
    longest_wait: float = 120.0  # for a Retry-After


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
        """Copy the body into `into` and count its bytes; raises HTTPError when cut short, SourceUnreachable beyond a limit."""
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
    """Pool classes whose connections are made by the guard."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> Any:
            return _connect(guard, self)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> Any:
            return _connect(guard, self)

    class PlainPool(urllib3.HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(urllib3.HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _connect(guard: AddressGuard, connection: HTTPConnection) -> Any:
    timeout = connection.timeout if isinstance(connection.timeout, float | int) else None
    try:
        return guard.connect(connection.host, connection.port, timeout)
    except TimeoutError as error:
        raise ConnectTimeoutError(connection, f"{connection.host} did not take the connection in time") from error
    except (OSError, UnicodeError) as error:  # the latter: a label too long, or empty
        raise NewConnectionError(connection, f"{connection.host}: {error}") from error


__all__ = ["HTTPError", "Limits", "Transport"]
