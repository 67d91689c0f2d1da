"""Records by the address of a resource, as earlier deployments printed it (`https://bbp.epfl.ch/…/<uuid>`), put into a
path as it stands.

Its slashes are not escaped, so that the path has more segments than `/records/{id}`: the answer is a redirect to the
record under its identifier, and to what lies below it. Gateways may fold `//` into `/`; both spellings are one address.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from chalice.app import Blueprint, Response

from chalicelib.errors import UnknownName
from chalicelib.request_params import parse_release
from chalicelib.routes.morphology import BELOW_A_RECORD
from chalicelib.routes.requests import base_url_of, decode_segment, parameters_of
from chalicelib.routes.responses import redirect
from chalicelib.search.record_ids import is_address, parse_ids
from chalicelib.wiring import services

address_routes = Blueprint(__name__)
PERMANENT = 301
BELOW = (*BELOW_A_RECORD, "files")


@address_routes.route("/records/{id}/{proxy+}", methods=["GET"])
def record_at_address(id: str) -> Response:
    """The way to the record that was read at this address, or to one of its forms."""
    text = _text_after(id)
    address, _, last = text.rpartition("/")
    below = f"/{last}" if last in BELOW and is_address(address) else ""
    return _redirect_to("/records", text.removesuffix(below), below)


@address_routes.route("/download/{index}/{id}/{proxy+}", methods=["GET"])
def download_at_address(index: str, id: str) -> Response:
    """The way to the file of the record that was read at this address."""
    return _redirect_to(f"/download/{quote(decode_segment(index, 'index'), safe='')}", _text_after(id))


def _text_after(id: str) -> str:
    """The rest of the path, whose first segment is `id`."""
    given = address_routes.current_request.uri_params or {}
    return decode_segment(f"{id}/{given['proxy']}", "id")


def _redirect_to(parent: str, text: str, below: str = "") -> Response:
    """Raises UnknownName for what is no address, RecordMissing and RecordGone for one that no record has."""
    if not is_address(text):
        allowed = [f"/records/{{id}}/{name}" for name in BELOW]
        raise UnknownName(f"There is nothing at {parent}/{text[:100]}.", field="path", allowed=allowed)
    hub, request = services(), address_routes.current_request
    (identifier,) = parse_ids([text])
    parameters = parameters_of(request)
    release = parse_release("".join(parameters.get("release", [])[:1]))
    found = hub.record_reader.read(identifier, release).document["id"]
    query = f"?{urlencode(parameters, doseq=True)}" if parameters else ""
    location = f"{base_url_of(request, hub.config)}{parent}/{quote(found, safe='')}{below}{query}"
    return redirect(location, status=PERMANENT)
