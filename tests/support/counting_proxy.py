"""A proxy in front of the engine that counts and remembers what passes, and can forbid some of it."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import urllib3


def everything(method: str, path: str, query: str) -> bool:
    return True


class Counting:
    """Passes requests on to `target`; `asked` holds their methods and paths, without query strings.

    What is not `allowed` (method, path, query string) is answered 404 and held in `refused`.
    """

    def __init__(self, target: str, allowed: Callable[[str, str, str], bool] = everything) -> None:
        self.asked: list[str] = []
        self.refused: list[str] = []
        self._target, self._allowed = target, allowed
        self._pool = urllib3.PoolManager(maxsize=16)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def pass_on(self, method: str, path: str, content_type: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of the answer."""
        place, _, query = path.partition("?")
        self.asked.append(f"{method} {place}")
        if not self._allowed(method, place, query):
            self.refused.append(f"{method} {path}")
            return 404, {}, b""
        answer = self.ask(method, path, content_type, body)
        kept = {name: answer.headers[name] for name in ("Content-Type", "Content-Encoding") if name in answer.headers}
        return answer.status, kept, answer.data

    def ask(self, method: str, path: str, content_type: str = "application/json", body: bytes = b"") -> Any:
        """The target's own answer."""
        return self._pool.request(
            method, self._target + path, body=body or None, headers={"Content-Type": content_type}
        )


def _handler(proxy: Counting) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1  # head and body leave together

        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            kind = self.headers.get("Content-Type", "application/json")
            status, headers, answer = proxy.pass_on(self.command, self.path, kind, body)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(answer))}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answer)
            self.wfile.flush()

        do_POST = do_PUT = do_DELETE = do_HEAD = do_GET  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    return Handler
