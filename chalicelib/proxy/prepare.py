"""What a request is, before anything is done: its parameters, its handler, the key that asks, and what is forwarded.

A caller without a key gets a client that lends the configured one to reads only (credentials.py). A method override
(`_method`, `X-HTTP-Method-Override`) is never forwarded, for it turns a read into a write.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs

from chalicelib.errors import BadInput
from chalicelib.proxy.credentials import PortalKeys, authorization, secrets_of, take_key
from chalicelib.proxy.dispatch import Dispatcher, Found
from chalicelib.proxy.forward import ConcurrencyLimiter, PortalClient
from chalicelib.proxy.portals import PortalPath
from chalicelib.proxy.request import ProxyRequest

FORWARDED = ("accept-language", "user-agent", "content-type")  # and Accept, where a portal's own form is wanted
METHOD_OVERRIDE = "_method"
MOST_FIELDS = 1000
_KEY_IN_JSON = re.compile(rb'"(?:user)?apikey"\s*:\s*"([^"]+)"')


@dataclass(frozen=True)
class Prepared:
    """A request on its way: its handler, its parameters without keys, its client, and the texts that must not come
    back.
    """

    found: Found
    parameters: dict[str, list[str]]
    client: PortalClient
    secrets: tuple[str, ...]


def prepare_request(
    request: ProxyRequest, target: PortalPath, dispatcher: Dispatcher, limiter: ConcurrencyLimiter, keys: PortalKeys
) -> Prepared:
    """Raises BadInput for a key that cannot be one, or a form of too many fields."""
    parameters = _parameters(request)
    inside = [one.decode("utf-8", "replace") for one in _KEY_IN_JSON.findall(request.body)]
    own = take_key(parameters, request.headers)
    found = dispatcher.best(target.path, parameters)
    given = request.headers.get("authorization", "")
    lent = "" if own or given or inside else keys(target.portal)
    client = PortalClient(limiter, _forwarded_headers(request, authorization(own) if own else given), lent=lent)
    secrets = (*secrets_of(own or lent, given), *(one for part in inside for one in secrets_of(part, "")))
    return Prepared(found, parameters, client, secrets)


def _parameters(request: ProxyRequest) -> dict[str, list[str]]:
    """Query parameters, and the fields of a form after them."""
    found = {name: list(values) for name, values in request.query.items()}
    if request.is_form:
        for name, values in _fields(request.body).items():
            found[name] = [*found.get(name, []), *values]
    return {name: values for name, values in found.items() if name.strip().lower() != METHOD_OVERRIDE}


def _fields(body: bytes) -> dict[str, list[str]]:
    try:
        return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise BadInput(f"A form of more than {MOST_FIELDS} fields.", field="body") from error


def _forwarded_headers(request: ProxyRequest, key: str) -> dict[str, str]:
    headers = {name: request.headers[name] for name in FORWARDED if name in request.headers}
    if request.method == "POST":
        headers.setdefault("content-type", "application/json")  # without one a portal reads the body as a form
    else:
        headers.pop("content-type", None)
    return {name.title(): value for name, value in {**headers, "authorization": key}.items() if _fit(value)}


def _fit(value: str) -> bool:
    """Whether a text can be a header's."""
    return bool(value) and value.isprintable() and value.isascii()
