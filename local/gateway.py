"""The Chalice app behind WSGI, as API Gateway's REST interface would call it on Lambda.

Reproduced: routing (literal segments before parameters before `{proxy+}`), raw path parameters, 403 for what has no
route, preflight from the route's CORS, HEAD without a body, chunked bodies, 10 MB requests, 6 MB answers, gzip on
demand.
"""

import base64
import gzip
import re
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import parse_qsl

from chalice.app import Chalice, CORSConfig
from chalice.local import LambdaContext

from chalicelib.routes import gateway_answers
from chalicelib.routes.methods import offered_methods
from chalicelib.routes.problems import document

LARGEST_REQUEST = 10 * 1024 * 1024
LARGEST_ANSWER = 6 * 1024 * 1024
FUNCTION_SECONDS = 29  # the time limit of a function
COMPRESSED_FROM = 1024  # bytes
BAD_GATEWAY = 502  # for what the gateway cannot read or send on

Headers = list[tuple[str, str]]
StartResponse = Callable[[str, Headers], Any]
Invoke = Callable[[dict[str, Any]], dict[str, Any]]


class FunctionTimeout(Exception):
    """The function did not answer in time."""


class FunctionFailed(Exception):
    """The function's process ended without an answer."""


@dataclass(frozen=True)
class _Route:
    template: str
    pattern: re.Pattern[str]
    methods: dict[str, Any]


class Gateway:
    """A WSGI application over the routes of one Chalice app, at the root and, as behind a base path, `below` one.

    `invoke` hands an event to the function; by default that runs in this process.
    """

    def __init__(self, app: Chalice, below: str = "", *, invoke: Invoke | None = None) -> None:
        self._app, self._below = app, below
        self._invoke = invoke or partial(invoke_here, app)
        routes = [_Route(template, _pattern(template), methods) for template, methods in app.routes.items()]
        self._routes = sorted(routes, key=lambda route: _precedence(route.template))
        cors = app.api.cors
        self._cors: Headers = list(cors.get_access_control_headers().items()) if isinstance(cors, CORSConfig) else []

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        body = self._answer(environ, start_response)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else body  # the gateway's own answers included

    def _answer(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        path = _raw_path(environ)
        if self._below and path.startswith(f"{self._below}/"):
            path = path.removeprefix(self._below)
        method = environ["REQUEST_METHOD"]
        found = self._match(path)
        if found is None:
            return self._refuse(start_response, "MISSING_AUTHENTICATION_TOKEN")
        route, given = found
        if method == "OPTIONS" and "OPTIONS" not in route.methods:
            allowed = ",".join([*offered_methods(route.methods), "OPTIONS"])
            return _send(start_response, "200 OK", [("Access-Control-Allow-Methods", allowed), *self._cors], b"")
        if method not in route.methods:
            return self._refuse_method(start_response, route)
        body = _read_body(environ)
        if body is None:
            return self._refuse(start_response, "REQUEST_TOO_LARGE")
        return self._run(start_response, environ, route, path, given, body)

    def _run(
        self,
        start_response: StartResponse,
        environ: dict[str, Any],
        route: _Route,
        path: str,
        given: dict[str, str],
        body: bytes,
    ) -> Iterable[bytes]:
        event = _event(environ, route.template, path, given, body)
        try:
            answer = self._invoke(event)
        except FunctionTimeout:
            return self._refuse(start_response, "INTEGRATION_TIMEOUT")
        except FunctionFailed:
            return self._refuse(start_response, "DEFAULT_5XX", BAD_GATEWAY)
        return self._respond(start_response, answer, environ)

    def _match(self, path: str) -> tuple[_Route, dict[str, str]] | None:
        for route in self._routes:
            if found := route.pattern.fullmatch(path):
                return route, found.groupdict()
        return None

    def _respond(
        self, start_response: StartResponse, answer: dict[str, Any], environ: dict[str, Any]
    ) -> Iterable[bytes]:
        text = answer["body"] or ""
        if len(text) > LARGEST_ANSWER:
            return self._refuse(start_response, "DEFAULT_5XX", BAD_GATEWAY)
        body = base64.b64decode(text) if answer.get("isBase64Encoded") else text.encode()
        headers = [(name, str(value)) for name, value in answer["headers"].items()]
        headers += [(name, str(one)) for name, values in answer["multiValueHeaders"].items() for one in values]
        if not any(name.lower() == "content-type" for name, _ in headers):
            headers.append(("Content-Type", "application/json"))
        if len(body) >= COMPRESSED_FROM and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
            body = gzip.compress(body, 1)
            headers += [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")]
        if environ["REQUEST_METHOD"] == "HEAD" and any(name.lower() == "content-length" for name, _ in headers):
            start_response(f"{answer['statusCode']} -", headers)  # the length of what a GET leads to
            return []
        return _send(start_response, f"{answer['statusCode']} -", headers, body)

    def _refuse(self, start_response: StartResponse, kind: str, status: int | None = None) -> Iterable[bytes]:
        """What the gateway answers itself; `status` where the kind has none of its own."""
        answer = gateway_answers.ANSWERS[kind]
        headers = list(gateway_answers.headers(answer, dict(self._cors)).items())
        return _send(start_response, f"{answer.status or status} -", headers, answer.body().encode())

    def _refuse_method(self, start_response: StartResponse, route: _Route) -> Iterable[bytes]:
        """A method that no route has, and API Gateway neither (TRACE, PROPFIND)."""
        allowed = ", ".join([*offered_methods(route.methods), "OPTIONS"])
        problem = document("Method not allowed", f"This address takes {allowed}.", status=405)
        headers = gateway_answers.headers(gateway_answers.ANSWERS["DEFAULT_4XX"], dict(self._cors))
        return _send(start_response, "405 -", [*headers.items(), ("Allow", allowed)], problem.encode())


def invoke_here(app: Chalice, event: dict[str, Any]) -> dict[str, Any]:
    """What the application answers, in this process."""
    answer: dict[str, Any] = app(event, LambdaContext("api_handler", 512, FUNCTION_SECONDS * 1000))
    return answer


def _raw_path(environ: dict[str, Any]) -> str:
    """The path as it was sent, where the server tells it; else encoded again."""
    raw = environ.get("RAW_URI") or environ.get("REQUEST_URI") or environ["PATH_INFO"]
    return str(re.sub(r"^https?://[^/]*", "", raw).split("?", 1)[0])


def _read_body(environ: dict[str, Any]) -> bytes | None:
    """The body, whose length is told or which comes in chunks; None for one that is too large."""
    if "chunked" in environ.get("HTTP_TRANSFER_ENCODING", "").lower() and not environ.get("CONTENT_LENGTH"):
        size = LARGEST_REQUEST + 1
    else:
        length = environ.get("CONTENT_LENGTH") or "0"
        size = int(length) if length.isdecimal() else 0
    if size > LARGEST_REQUEST + 1:
        return None
    body: bytes = environ["wsgi.input"].read(size) if size else b""
    return body if len(body) <= LARGEST_REQUEST else None


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


def _event(environ: dict[str, Any], template: str, path: str, given: dict[str, str], body: bytes) -> dict[str, Any]:
    """The event of a request; its body is base64, as that of a gateway whose binary types are `*/*`."""
    headers = {key[5:].replace("_", "-").lower(): value for key, value in environ.items() if key.startswith("HTTP_")}
    headers.setdefault("x-forwarded-proto", environ.get("wsgi.url_scheme", "http"))
    if environ.get("CONTENT_TYPE"):
        headers["content-type"] = environ["CONTENT_TYPE"]
    query: dict[str, list[str]] = {}
    for name, value in parse_qsl(environ.get("QUERY_STRING", ""), keep_blank_values=True):
        query.setdefault(name, []).append(value)
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
            "domainName": _own_host(environ),
            "requestId": str(uuid.uuid4()),
            "identity": {"sourceIp": environ.get("REMOTE_ADDR", "")},
        },
        "body": base64.b64encode(body).decode() if body else None,
        "isBase64Encoded": bool(body),
    }


def _own_host(environ: dict[str, Any]) -> str:
    """Where this gateway listens, whatever host a caller names."""
    name, port = environ.get("SERVER_NAME", "localhost"), str(environ.get("SERVER_PORT", "80"))
    return name if port == "80" else f"{name}:{port}"


def _send(start_response: StartResponse, status: str, headers: Headers, body: bytes) -> Iterable[bytes]:
    start_response(status, [*headers, ("Content-Length", str(len(body)))])
    return [body]
