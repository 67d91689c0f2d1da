"""From a request to a call: whose key asks, which parameters there are, what is forwarded."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs

from chalicelib.errors import BadInput
from chalicelib.proxy.credentials import PortalKeys, key_taken, secrets_in
from chalicelib.proxy.forward import Door, PortalClient
from chalicelib.proxy.portals import Place
from chalicelib.proxy.request import ProxyRequest

FORWARDED = ("accept-language", "user-agent", "content-type")  # and Accept, where a portal's own form is wanted
READ_BY_POST = ("annotator", "annotatorplus", "batch", "recommender", "search", "property_search", "mappings")
MOST_FIELDS = 1000
_KEY_IN_JSON = re.compile(rb'"(?:user)?apikey"\s*:\s*"([^"]+)"')


@dataclass(frozen=True)
class Opened:
    """A request as it goes on: its parameters without keys, its way to the portal, and the texts that must not come back."""

    parameters: dict[str, list[str]]
    client: PortalClient
    secrets: tuple[str, ...]


def opened(request: ProxyRequest, place: Place, door: Door, keys: PortalKeys) -> Opened:
    """Raises BadInput for a key that cannot be one, or a form of too many fields."""
    parameters = _parameters(request)
    inside = [one.decode("utf-8", "replace") for one in _KEY_IN_JSON.findall(request.body)]
    own = key_taken(parameters, request.headers)
    given = request.headers.get("authorization", "")
    key = own or ("" if given or inside else _lent(request, place, keys))
    authorization = f"apikey token={key}" if key else given
    headers = {name: request.headers[name] for name in FORWARDED if name in request.headers}
    if request.method == "GET":
        headers.pop("content-type", None)
    sent = {name.title(): value for name, value in {**headers, "authorization": authorization}.items() if _fit(value)}
    secrets = (*secrets_in(key, given), *(one for part in inside for one in secrets_in(part, "")))
    return Opened(parameters, PortalClient(door, sent), secrets)


def _parameters(request: ProxyRequest) -> dict[str, list[str]]:
    """Query parameters, and the fields of a form after them."""
    found = {name: list(values) for name, values in request.query.items()}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method != "POST" or kind != "application/x-www-form-urlencoded":
        return found
    try:
        fields = parse_qs(request.body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise BadInput(f"A form of more than {MOST_FIELDS} fields.", field="body") from error
    for name, values in fields.items():
        found[name] = [*found.get(name, []), *values]
    return found


def _lent(request: ProxyRequest, place: Place, keys: PortalKeys) -> str:
    """The configured key, for reading: nobody writes to a portal in our name."""
    reads = request.method == "GET" or place.path.split("/")[1] in READ_BY_POST
    return keys(place.portal) if reads else ""


def _fit(value: str) -> bool:
    """Whether a text can be a header's."""
    return bool(value) and value.isprintable() and value.isascii()
