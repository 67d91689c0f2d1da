"""What every route writes: JSON, text, redirects, and bodies that are too large for the gateway."""

import base64
from collections.abc import Mapping
from typing import Any

import orjson
from chalice.app import Request, Response

from chalicelib.wiring import services

JSON_HEADERS = {"Content-Type": "application/json"}
GENERATION = "Hub-Generation"  # header naming the generation a response was read from, whatever its body holds
LARGEST_BODY = 5_750_000  # bytes: a page of 500 records, connections with all papers of both sides among them
ENVELOPE = 6_200_000  # bytes; Lambda gives up at 6 MiB, counted in JSON, where each quotation mark of a body takes two


def json_response(content: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A JSON response, serialised by orjson: ten times faster for a page than the standard library."""
    return text_response(orjson.dumps(content).decode(), status=status, headers={**JSON_HEADERS, **(headers or {})})


def text_response(body: str, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(body, status_code=status, headers=dict(headers or {}))


class BinaryResponse(Response):
    """Bytes as they are, for any `Accept` header: the gateway is told to decode all bodies (`app.py`, binary types)."""

    def to_dict(self, binary_types: list[str] | None = None) -> dict[str, Any]:
        body = self.body
        whole: dict[str, Any] = Response("", self.headers, self.status_code).to_dict()
        return {**whole, "body": base64.b64encode(body).decode(), "isBase64Encoded": True}


def redirect(location: str, *, status: int = 302, headers: Mapping[str, str] | None = None) -> Response:
    return text_response("", status=status, headers={"Location": location, **(headers or {})})


def offload_large_body(text: bytes, headers: Mapping[str, str]) -> Response:
    """The body itself, or a redirect (303) to a stored copy of it where it is too large for the gateway."""
    if fits_an_answer(text):
        return text_response(text.decode(), headers=headers)
    kept = {name: value for name, value in headers.items() if name != "Content-Type"}
    return redirect(services().files.offload(text, headers["Content-Type"]), status=303, headers=kept)


def fits_an_answer(*pieces: bytes, spare: int = 0) -> bool:
    """Whether the gateway carries these pieces of one JSON body, with so many bytes around them."""
    size = sum(map(len, pieces)) + spare
    escaped = sum(piece.count(b'"') + piece.count(b"\\") for piece in pieces)
    return size <= LARGEST_BODY and size + escaped <= ENVELOPE


def is_followed_link(request: Request) -> bool:
    """Whether a browser opens the response in a window, rather than a script reading it."""
    mode = request.headers.get("sec-fetch-mode")
    return mode == "navigate" if mode else "text/html" in request.headers.get("accept", "")
