"""The HTTP server of a local stack: one process reads requests whole, worker processes answer them, one at a time each.

So does API Gateway before it invokes a function: a connection that sends slowly, or nothing at all, keeps no worker
busy. `python -m local.workers PORT COUNT` serves; `wsgi` is the same application within one process, for tests.
"""

import os
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import Any
from urllib.parse import urlsplit

from app import app
from chalicelib.config import from_environment
from local.gateway import FunctionFailed, FunctionTimeout, Gateway, invoke_here
from local.ports import LOOPBACK

TIMEOUT = 120.0  # seconds, the wait for a free worker included
CONNECTIONS, THREADS = 2000, 64  # open at a time; requests that wait for a worker at a time
CHANNEL_TIMEOUT = 30  # seconds without a byte until a connection is closed
LARGEST_HEAD = 10_240  # bytes of request line and headers; API Gateway takes no more
LARGEST_BODY = 64 * 1024 * 1024  # bytes; what is over 10 MB is refused by the gateway in its own words

wsgi = Gateway(app, below=urlsplit(from_environment().public_url or "").path)


class WorkerPool:
    """The worker processes; when one of them dies, all are replaced."""

    def __init__(self, count: int) -> None:
        self._count, self._lock = count, threading.Lock()
        self._pool = self._start()

    def invoke(self, event: dict[str, Any]) -> dict[str, Any]:
        """What the application answers; raises FunctionTimeout, FunctionFailed."""
        pool = self._pool
        try:
            return pool.submit(_invoke, event).result(TIMEOUT)
        except TimeoutError as error:
            raise FunctionTimeout from error
        except BrokenProcessPool as error:
            with self._lock:
                if self._pool is pool:
                    self._pool = self._start()
            raise FunctionFailed from error

    def _start(self) -> ProcessPoolExecutor:
        pool = ProcessPoolExecutor(self._count, mp_context=get_context("spawn"), initializer=_end_with_parent)
        for _ in range(self._count):
            pool.submit(_invoke, None)  # starts one process each
        return pool


def serve(port: int, count: int) -> None:
    """Serve until the process ends."""
    import waitress

    below = urlsplit(from_environment().public_url or "").path
    gateway = Gateway(app, below=below, invoke=WorkerPool(count).invoke)
    waitress.serve(
        gateway,
        host=LOOPBACK,
        port=port,
        server_name=LOOPBACK,  # the default is waitress.invalid, and links would lead there
        clear_untrusted_proxy_headers=False,  # the application judges X-Forwarded-*, as in the cloud
        threads=THREADS,
        connection_limit=CONNECTIONS,
        backlog=CONNECTIONS,
        channel_timeout=CHANNEL_TIMEOUT,
        max_request_header_size=LARGEST_HEAD,
        max_request_body_size=LARGEST_BODY,
        ident=None,
    )


def _end_with_parent() -> None:
    """A worker waits for its next request for ever, also when the process that would send it was killed."""
    parent = parent_process()

    def wait() -> None:
        if parent:
            parent.join()
            os._exit(0)

    threading.Thread(target=wait, daemon=True).start()


def _invoke(event: dict[str, Any] | None) -> dict[str, Any]:
    return invoke_here(app, event) if event else {}


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]))
