"""From a model to what goes back: the state that steps share, post-processors, and output generators.

A post-processor takes a model that is no error and gives the model that goes on, changed or not. An output generator
takes that model and gives body, media type, headers, and the status where it is not the portal's. A text body is
searched for keys before it leaves, bytes are not: a generator of bytes keeps keys out of them.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import orjson

from chalicelib.http.headers import HeaderValue
from chalicelib.proxy.model import Model, create
from chalicelib.proxy.portals import RESOURCES, Portal, proxy_url

JSON = "application/json"


@dataclass
class ResponseContext:
    """What the steps of one request tell each other about its response.

    `portal`             the portal that is asked
    `base_url`           this service's own public address, without a slash at its end
    `portal_url`         the address below it that stands for the portal's
    `format`             the output format requested, None for JSON as it came
    `formats_elsewhere`  formats that only other addresses offer
    `rewrite_links`      whether `links` of a model lead through the proxy
    `status`, `headers`  of the response; a handler sets them, a generator may override them
    `extras`             parameters of extensions, by names that they choose
    """

    portal: Portal
    base_url: str
    portal_url: str
    format: str | None = None
    formats_elsewhere: frozenset[str] = frozenset()
    rewrite_links: bool = False
    status: int = 200
    headers: dict[str, HeaderValue] = field(default_factory=dict)
    extras: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Output:
    """What a generator made; a header with a list of values is sent once for each. Without a status it is the
    portal's.
    """

    body: str | bytes
    media_type: str = JSON
    headers: Mapping[str, HeaderValue] = field(default_factory=dict)
    status: int | None = None


PostProcessor = Callable[[Model, ResponseContext], Model]
OutputGenerator = Callable[[Model, ResponseContext], Output]


def json_output(model: Model, context: ResponseContext) -> Output:
    """The model as it came, or as post-processors left it."""
    return Output(json_text(model.raw))


def error_output(model: Model, context: ResponseContext) -> Output:
    """An error in the portal's form, with the status that it means."""
    failure = model.as_error()
    return Output(json_text(model.raw), status=failure.status if failure else None)


def json_text(raw: Any) -> str:
    """JSON by the quick writer; by the standard library's what that one refuses (numbers beyond 64 bits, half
    surrogates).
    """
    try:
        return orjson.dumps(raw).decode()
    except TypeError:
        return json.dumps(raw, separators=(",", ":"))


def rewrite_links(model: Model, context: ResponseContext) -> Model:
    """Let `links` lead through the proxy, where the context says so; addresses that are identifiers (`@id`) stay."""
    return create(_rewrite(model.raw, context)) if context.rewrite_links else model


def _rewrite(raw: Any, context: ResponseContext) -> Any:
    if isinstance(raw, list):
        return [_rewrite(one, context) for one in raw]
    if not isinstance(raw, dict):
        return raw
    return {
        key: _rewrite_each(value, context) if key == "links" and isinstance(value, dict) else _rewrite(value, context)
        for key, value in raw.items()
    }


def _rewrite_each(links: dict[str, Any], context: ResponseContext) -> dict[str, Any]:
    return {name: _through_proxy(link, context) if isinstance(link, str) else link for name, link in links.items()}


def _through_proxy(link: str, context: ResponseContext) -> str:
    """The proxy's address for a resource of the portal; any other address as it is."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return link
    resource = parts.path.split("/")[1:2]
    if parts.hostname != urlsplit(context.portal.home).hostname or not resource or resource[0] not in RESOURCES:
        return link
    path = urlunsplit(("", "", parts.path, parts.query, parts.fragment))
    return proxy_url(context.portal, context.base_url, context.portal_url, path)
