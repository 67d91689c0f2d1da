"""A door in front of the engine that writes down who asked what, and can be shut."""

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import requests

HOP = {"connection", "content-length", "transfer-encoding", "content-encoding", "host"}


@dataclass
class Recorder:
    """What came through: (access key, method, path). `shut` answers 503 to everything that `shut` says yes to."""

    engine: str
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    shut: bool = False

    def start(self) -> "Recorder":
        made = type("Handler", (_Handler,), {"recorder": self, "session": requests.Session()})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), made)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        return self

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    recorder: Recorder
    session: requests.Session
    protocol_version = "HTTP/1.1"

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.recorder.asked.append((_key(self.headers.get("Authorization", "")), self.command, self.path))
        if self.recorder.shut:
            self._say(503, {}, b"shut")
            return
        headers = {name: value for name, value in self.headers.items() if name.lower() not in (*HOP, "authorization")}
        answer = self.session.request(self.command, self.recorder.engine + self.path, data=body, headers=headers)
        self._say(answer.status_code, dict(answer.headers), answer.content)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = _pass_on  # noqa: N815

    def _say(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""


def _key(authorization: str) -> str:
    return authorization.split("Credential=")[1].split("/", maxsplit=1)[0] if "Credential=" in authorization else ""
