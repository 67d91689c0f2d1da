"""What every route reads from a request."""

import re
from collections.abc import Collection
from urllib.parse import unquote

from chalice.app import Request

from chalicelib.config import Config
from chalicelib.errors import BadInput
from chalicelib.json_types import Json

PARTS = ("page", "size", "cursor", "sort", "facets", "explain")


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


def require_whole_result(parameters: Collection[str], body: Json) -> None:
    """Raises BadInput for what says which part of a result is wanted, and how; for exports and archives, which hold
    all.
    """
    for name in PARTS:
        if name in parameters or body.get(name) not in (None, "", [], False):
            raise BadInput(
                f"{name}: this holds all records found and nothing else, in the order of identifiers.", field=name
            )


def base_url_of(request: Request, config: Config) -> str:
    """This API's public address, stage included, without a slash at its end: HUB_PUBLIC_URL, else as the request says
    it.
    """
    if config.public_url:
        return config.public_url
    whole, own = (request.context.get("path") or "").rstrip("/"), own_path(request)
    scheme = _first(request, "x-forwarded-proto").lower()
    before = whole[: len(whole) - len(own)] if whole.endswith(own) else ""  # a stage, or a base path
    host = _public_host(request, config.public_hosts)
    return f"{scheme if scheme in ('http', 'https') else 'https'}://{host}{before.rstrip('/')}"


def _public_host(request: Request, allowed: Collection[str]) -> str:
    """The host that a caller names, where HUB_PUBLIC_HOSTS or the gateway knows it; else the gateway's own.

    Anybody may send any `Host` and `X-Forwarded-Host`: links to a stranger's host would lead our visitors there.
    """
    own = request.context.get("domainName") or "localhost"
    known = {*allowed, own}
    for name in (_first(request, "x-forwarded-host").lower(), _first(request, "host").lower()):
        if name in known or name.partition(":")[0] in allowed or (_is_loopback(own) and _is_loopback(name)):
            return name
    return str(own)


def _first(request: Request, header: str) -> str:
    return str(request.headers.get(header, "")).split(",")[0].strip()


def _is_loopback(host: str) -> bool:
    return bool(re.fullmatch(r"(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?", host))


def own_path(request: Request) -> str:
    """The raw path below our address: the route with its parameters put back."""
    given = request.uri_params or {}
    return re.sub(r"\{(\w+)\+?\}", lambda found: given[found.group(1)], request.path).rstrip("/")
