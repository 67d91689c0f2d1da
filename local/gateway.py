"""The Chalice app behind WSGI, as API Gateway's REST interface would call it on Lambda.

Each worker process is one Lambda environment. Reproduced: routing (literal segments before parameters before `{proxy+}`), raw
path parameters, 403 for what has no route, preflight from the route's CORS, 10 MB requests, 6 MB answers, gzip on demand.
"""

import base64
import gzip
import re
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from chalice.app import Chalice, CORSConfig
from chalice.local import LambdaContext

from chalicelib.routes import gateway_answers

LARGEST_REQUEST = 10 * 1024 * 1024
LARGEST_ANSWER = 6 * 1024 * 1024
PATIENCE = 29  # seconds
COMPRESSED_FROM = 1024  # bytes
BROKEN = 502  # what the gateway cannot read or pass on

Headers = list[tuple[str, str]]
StartResponse = Callable[[str, Headers], Any]


@dataclass(frozen=True)
class _Route:
    template: str
    pattern: re.Pattern[str]
    methods: dict[str, Any]


class Gateway:
    """A WSGI application over the routes of one Chalice app, at the root and, as behind a base path, `below` one."""

    def __init__(self, app: Chalice, below: str = "") -> None:
        self._app, self._below = app, below
        routes = [_Route(template, _pattern(template), methods) for template, methods in app.routes.items()]
        self._routes = sorted(routes, key=lambda route: _precedence(route.template))
        cors = app.api.cors
        self._cors: Headers = list(cors.get_access_control_headers().items()) if isinstance(cors, CORSConfig) else []

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        path = (environ.get("RAW_URI") or environ["PATH_INFO"]).split("?", 1)[0]
        if self._below and path.startswith(f"{self._below}/"):
            path = path.removeprefix(self._below)
        method = environ["REQUEST_METHOD"]
        found = self._match(path)
        if found is None or (method not in found[0].methods and method != "OPTIONS"):
            return self._refuse(start_response, "MISSING_AUTHENTICATION_TOKEN")
        route, given = found
        if method == "OPTIONS" and "OPTIONS" not in route.methods:
            allowed = ",".join([*route.methods, "OPTIONS"])
            return _send(start_response, "200 OK", [("Access-Control-Allow-Methods", allowed), *self._cors], b"")
        size = int(environ.get("CONTENT_LENGTH") or 0)
        if size > LARGEST_REQUEST:
            return self._refuse(start_response, "REQUEST_TOO_LARGE")
        body = environ["wsgi.input"].read(size) if size else b""
        event = _event(environ, route.template, path, given, body, self._app.api.binary_types)
        answer = self._app(event, LambdaContext("api_handler", 512, PATIENCE * 1000))
        return self._answered(start_response, answer, environ.get("HTTP_ACCEPT_ENCODING", ""))

    def _match(self, path: str) -> tuple[_Route, dict[str, str]] | None:
        for route in self._routes:
            if found := route.pattern.fullmatch(path):
                return route, found.groupdict()
        return None

    def _answered(self, start_response: StartResponse, answer: dict[str, Any], encodings: str) -> Iterable[bytes]:
        text = answer["body"] or ""
        if len(text) > LARGEST_ANSWER:
            return self._refuse(start_response, "DEFAULT_5XX", BROKEN)
        body = base64.b64decode(text) if answer.get("isBase64Encoded") else text.encode()
        headers = [(name, str(value)) for name, value in answer["headers"].items()]
        headers += [(name, str(one)) for name, values in answer["multiValueHeaders"].items() for one in values]
        if not any(name.lower() == "content-type" for name, _ in headers):
            headers.append(("Content-Type", "application/json"))
        if len(body) >= COMPRESSED_FROM and "gzip" in encodings:
            body = gzip.compress(body, 1)
            headers += [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")]
        return _send(start_response, f"{answer['statusCode']} -", headers, body)

    def _refuse(self, start_response: StartResponse, kind: str, status: int | None = None) -> Iterable[bytes]:
        """What the gateway answers itself; `status` where the kind has none of its own."""
        answer = gateway_answers.ANSWERS[kind]
        told = list(gateway_answers.headers(answer, dict(self._cors)).items())
        return _send(start_response, f"{answer.status or status} -", told, answer.body().encode())


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"(\{[^}]+\})", template.rstrip("/") or "")
    return re.compile("".join(_part(part) for part in parts) + "/?")


def _part(part: str) -> str:
    if part.endswith("+}"):
        return f"(?P<{part[1:-2]}>.+?)"
    return f"(?P<{part[1:-1]}>[^/]+)" if part.startswith("{") else re.escape(part)


def _precedence(template: str) -> list[tuple[int, str]]:
    """Literal segments first, then parameters, greedy ones last."""
    return [(2 if one.endswith("+}") else 1 if one.startswith("{") else 0, one) for one in template.split("/")]


def _event(
    environ: dict[str, Any], template: str, path: str, given: dict[str, str], body: bytes, binary: list[str]
) -> dict[str, Any]:
    headers = {key[5:].replace("_", "-").lower(): value for key, value in environ.items() if key.startswith("HTTP_")}
    headers.setdefault("x-forwarded-proto", environ.get("wsgi.url_scheme", "http"))
    if environ.get("CONTENT_TYPE"):
        headers["content-type"] = environ["CONTENT_TYPE"]
    query: dict[str, list[str]] = {}
    for name, value in parse_qsl(environ.get("QUERY_STRING", ""), keep_blank_values=True):
        query.setdefault(name, []).append(value)
    is_binary = headers.get("content-type", "").split(";")[0] in binary
    text = base64.b64encode(body).decode() if is_binary else body.decode("utf-8", "replace")
    return {
        "resource": template,
        "path": path,
        "httpMethod": environ["REQUEST_METHOD"],
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": {name: values[-1] for name, values in query.items()} or None,
        "multiValueQueryStringParameters": query or None,
        "pathParameters": given or None,
        "stageVariables": None,
        "requestContext": {
            "resourcePath": template,
            "httpMethod": environ["REQUEST_METHOD"],
            "path": path,
            "stage": "local",
            "requestId": str(uuid.uuid4()),
            "identity": {"sourceIp": environ.get("REMOTE_ADDR", "")},
        },
        "body": text if body else None,
        "isBase64Encoded": bool(body and is_binary),
    }


def _send(start_response: StartResponse, status: str, headers: Headers, body: bytes) -> Iterable[bytes]:
    start_response(status, [*headers, ("Content-Length", str(len(body)))])
    return [body]
