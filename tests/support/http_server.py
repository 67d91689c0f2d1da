"""The API over HTTP in this process, for browsers and programs that need an address."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from werkzeug.serving import make_server


@contextmanager
def serve_application() -> Iterator[str]:
    """The address of the API while this lasts; browsers hold idle connections open, so each has a thread."""
    from local.workers import wsgi

    lock = threading.Lock()  # Chalice answers one request at a time

    def one_at_a_time(environ, start_response):
        with lock:
            return wsgi(environ, start_response)

    server = make_server("127.0.0.1", 0, one_at_a_time, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
