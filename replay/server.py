"""The HTTP server around the sources: log, misbehaviour, and the two control paths.

It is werkzeug's threaded server, one connection a request: a maintained library that the sources are written with
anyway, and, unlike a pre-forking server, one whose log and rules live in one process, beside a test if need be.
"""

import io
import json
import socket
import struct
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from werkzeug.datastructures import Headers
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from replay.faults import Fault, Faults
from replay.log import BODY_KEPT, Asked, Log
from replay.sources import Application, applications, nowhere

CHUNK = 512  # bytes of a dripping body
FAULT_FIELDS = frozenset(Fault.__dataclass_fields__) - {"mutate", "edit"}


class Upstream:
    """All sources of one folder of recordings, answering at `url` once started."""

    def __init__(self, recordings: Path, *, host: str = "127.0.0.1", port: int = 0, log: Path | None = None) -> None:
        self.log, self.faults = Log(log), Faults()
        sources: Any = {f"/{name}": made for name, made in applications(recordings).items()}
        self._sources: Application = DispatcherMiddleware(nowhere, sources)
        self._server: BaseWSGIServer = make_server(host, port, self._answer, threaded=True, request_handler=_Handler)
        self._server.daemon_threads = True  # type: ignore[attr-defined]
        self.url = f"http://{host}:{self._server.port}"

    def serve(self) -> None:
        self._server.serve_forever(poll_interval=0.1)

    def start(self) -> "Upstream":
        threading.Thread(target=self.serve, daemon=True).start()
        return self

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def misbehave(self, **fault: Any) -> None:
        """Add a rule, see Fault."""
        self.faults.add(Fault(**fault))

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        request = Request(environ)
        if request.path in ("/_log", "/_faults"):
            return self._control(request)(environ, start_response)
        environ["wsgi.input"] = io.BytesIO(request.get_data(cache=True))  # the source reads it again
        fault = self.faults.take(request.method, request.full_path.rstrip("?"))
        if fault and fault.delay:
            time.sleep(fault.delay)
        if fault and fault.reset:
            self._note(request, 0, 0)
            environ["local.reset"]()
            raise ConnectionResetError
        response = _faulty(self._response(environ, fault), fault)
        self._note(request, response.status_code, len(response.get_data()))
        if fault and (fault.truncate is not None or fault.drip):
            response = _broken(response, fault)
        return response(environ, start_response)

    def _response(self, environ: dict[str, Any], fault: Fault | None) -> Response:
        if fault and fault.status is not None:
            return _Verbatim(fault.body or "", fault.status, fault.headers)
        if fault and (fault.mutate or fault.edit):  # a changed response must not match validators of the unchanged one
            for name in ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"):
                environ.pop(name, None)
        response = Response.from_app(self._sources, environ)
        response.get_data()
        return response

    def _note(self, request: Request, status: int, sent: int) -> None:
        self.log.add(
            Asked(
                method=request.method,
                path=request.path,
                query=request.query_string.decode("latin-1"),
                body=request.get_data(as_text=True)[:BODY_KEPT],
                headers={name.lower(): value for name, value in request.headers.items()},
                status=status,
                sent=sent,
            )
        )

    def _control(self, request: Request) -> Response:
        """`GET|DELETE /_log?source=&path=`, `GET|POST|DELETE /_faults`."""
        kept: Log | Faults = self.log if request.path == "/_log" else self.faults
        if request.method == "DELETE":
            kept.clear()
            return Response(status=204)
        if request.method == "POST" and request.path == "/_faults":
            return self._add(request)
        if request.path == "/_log":
            asked = self.log.all(source=request.args.get("source"), path=request.args.get("path", ""))
            return _json([asdict(one) for one in asked])
        return _json([{name: getattr(rule, name) for name in sorted(FAULT_FIELDS)} for rule in self.faults.all()])

    def _add(self, request: Request) -> Response:
        rule = request.get_json(force=True)
        unknown = set(rule) - FAULT_FIELDS
        if unknown:
            return Response(f"Unknown: {', '.join(sorted(unknown))}; known: {', '.join(sorted(FAULT_FIELDS))}\n", 400)
        self.misbehave(**rule)
        return Response(status=201)


class _Handler(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing: the requests are in the log."""

    def setup(self) -> None:
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def make_environ(self) -> dict[str, Any]:
        return {**super().make_environ(), "local.reset": self._reset}

    def _reset(self) -> None:
        """End the connection with a reset, not with a polite close; the files over the socket would keep it open."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        socket.close(self.connection.detach())


class _Verbatim(Response):
    """A response whose headers go out as they are: a `Location` that is no address, too."""

    def get_wsgi_headers(self, environ: Any) -> Headers:
        headers = Headers(self.headers)
        if self.status_code not in (204, 304):
            headers["Content-Length"] = str(len(self.get_data()))
        return headers


def _faulty(response: Response, fault: Fault | None) -> Response:
    if fault and fault.mutate and "json" in (response.mimetype or ""):
        response.set_data(json.dumps(fault.mutate(json.loads(response.get_data()))))
    if fault and fault.edit and "html" in (response.mimetype or ""):
        response.set_data(fault.edit(response.get_data(as_text=True)))
    if fault and fault.status is None:
        response.headers.update(fault.headers)
        if fault.body is not None:
            response.set_data(fault.body)
    return response


def _broken(response: Response, fault: Fault) -> Response:
    """The same answer, announced whole, sent short or slowly."""
    body = response.get_data()
    sent = body if fault.truncate is None else body[: fault.truncate]
    headers = {**dict(response.headers), "Content-Length": str(len(body)), "Connection": "close"}
    return Response(_dripping(sent, fault.drip), response.status_code, headers, direct_passthrough=True)


def _dripping(body: bytes, pause: float) -> Iterator[bytes]:
    for start in range(0, len(body), CHUNK):
        yield body[start : start + CHUNK]
        time.sleep(pause)


def _json(content: Any) -> Response:
    return Response(json.dumps(content), mimetype="application/json")
