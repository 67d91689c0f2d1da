"""What every route reads from a request."""

import re
from urllib.parse import unquote

from chalice.app import Request

from chalicelib.errors import BadInput


def body_of(request: Request) -> bytes:
    """The body, whatever content type it claims: what it must be is the route's to say."""
    raw = request.raw_body
    return raw.encode() if isinstance(raw, str) else raw


def parameters_of(request: Request) -> dict[str, list[str]]:
    """All query parameters, each with all its values."""
    given = request.query_params
    return {name: given.getlist(name) for name in given} if given else {}


def decode_segment(segment: str, name: str) -> str:
    """A path parameter as it was meant: a REST API hands it over percent-encoded."""
    text = unquote(segment, errors="replace")
    if not text.strip() or any(ord(letter) < 32 for letter in text):
        raise BadInput(f"{name}: must not be empty or hold control characters.", field=name)
    return text


def base_url_of(request: Request, public_url: str | None) -> str:
    """This API's public address, stage included, without a slash at its end."""
    if public_url:
        return public_url
    headers, whole, own = request.headers, (request.context.get("path") or "").rstrip("/"), own_path(request)
    scheme = headers.get("x-forwarded-proto", "https").split(",")[0].strip()
    before = whole[: len(whole) - len(own)] if whole.endswith(own) else ""  # a stage, or a base path
    return f"{scheme}://{headers.get('host', 'localhost')}{before.rstrip('/')}"


def own_path(request: Request) -> str:
    """The raw path below our address: the route with its parameters put back."""
    given = request.uri_params or {}
    return re.sub(r"\{(\w+)\+?\}", lambda found: given[found.group(1)], request.path).rstrip("/")
