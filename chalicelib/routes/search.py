"""Search: POST /search/{index}[/{page}[/{size}]] as the hub's frontend sends it, and its GET twin for links and caches."""

import hashlib
from collections.abc import Mapping

import orjson
from chalice.app import Blueprint, Response

from chalicelib.errors import BadInput
from chalicelib.plain import Json
from chalicelib.routes.requests import JSON_HEADERS, answer, base_of, body_of, decoded, moved, parameters_of
from chalicelib.search.aliases import current_id
from chalicelib.search.filters import types_of, unknown
from chalicelib.search.query import Query, json_object
from chalicelib.wiring import services

search_routes = Blueprint(__name__)
LARGEST_ANSWER = 5_000_000  # bytes; Lambda gives up at 6 MB
CACHED = "public, max-age=30, must-revalidate"  # seconds: as long as a publish may stay unnoticed


@search_routes.route("/search/{index}", methods=["POST"])
def search(index: str) -> Response:
    return _page(index)


@search_routes.route("/search/{index}/{page}", methods=["POST"])
def search_page(index: str, page: str) -> Response:
    return _page(index, page)


@search_routes.route("/search/{index}/{page}/{size}", methods=["POST"])
def search_page_of_size(index: str, page: str, size: str) -> Response:
    return _page(index, page, size)


@search_routes.route("/search/{index}", methods=["GET"])
def search_link(index: str) -> Response:
    """The same search as a link; a caller that holds the current answer is told so without asking the engine."""
    request = search_routes.current_request
    query = Query.parse_parameters(parameters_of(request), index=decoded(index, "index"))
    hub = services()
    generation = hub.index.generation(query.index)
    tag = f'"{generation}-{hashlib.sha256(repr(query).encode()).hexdigest()[:16]}"'
    headers = {"ETag": tag, "Cache-Control": CACHED}
    if tag in request.headers.get("if-none-match", "").replace("W/", ""):
        return answer("", status=304, headers=headers)
    return _answered(hub.index.page(query, base=base_of(request, hub.config.public_url)), headers)


@search_routes.route("/search/{index}/all", methods=["POST"])
def records(index: str) -> Response:
    """The records with the given identifiers, whatever their number."""
    request = search_routes.current_request
    types_of(decoded(index, "index"))
    hub = services()
    asked = json_object(body_of(request))
    for name in asked:
        if name != "ids":
            raise unknown("field", name, ["ids"], "body")
    return _answered(
        {"items": hub.index.records(ids_in(asked.get("ids")), base=base_of(request, hub.config.public_url))}
    )


def ids_in(given: object) -> list[str]:
    """Identifiers as a list or one comma-separated string; old forms become today's."""
    if given is None:
        return []
    parts = given.split(",") if isinstance(given, str) else given
    if not isinstance(parts, list) or not all(isinstance(one, str) for one in parts):
        raise BadInput("ids: a list of identifiers, or one string with commas between them.", field="ids")
    return list(dict.fromkeys(current_id(one.strip()) for one in parts if one.strip()))


def _page(index: str, page: str = "0", size: str = "20") -> Response:
    request = search_routes.current_request
    query = Query.parse(
        body_of(request), index=decoded(index, "index"), page=decoded(page, "page"), size=decoded(size, "size")
    )
    hub = services()
    return _answered(hub.index.page(query, base=base_of(request, hub.config.public_url)))


def _answered(content: Json, headers: Mapping[str, str] = {}) -> Response:
    """The answer itself, or the way to it where it is too large for the gateway: a JSON file of the same shape."""
    text = orjson.dumps(content)
    if len(text) <= LARGEST_ANSWER:
        return answer(text.decode(), headers={**JSON_HEADERS, **headers})
    files = services().files
    key = f"answers/{hashlib.sha256(text).hexdigest()}.json"
    return moved(files.link(files.put(key, text, "application/json"), inline=True), status=303, headers=headers)
