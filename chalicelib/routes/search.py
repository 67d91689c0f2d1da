"""Search: POST /search/{index}[/{page}[/{size}]] as the hub's frontend sends it, and its GET twin for links and caches."""

import hashlib
from collections.abc import Mapping

import orjson
from chalice.app import Blueprint, Response

from chalicelib.json_types import Json
from chalicelib.request_params import parse_release, read_fields, read_parameters
from chalicelib.routes.requests import base_url_of, body_of, decode_segment, parameters_of
from chalicelib.routes.responses import GENERATION, JSON_HEADERS, offload_large_body, text_response
from chalicelib.search.filters import types_of
from chalicelib.search.lookup import vocabulary_version
from chalicelib.search.query import Query
from chalicelib.search.record_ids import parse_ids
from chalicelib.wiring import services

search_routes = Blueprint(__name__)
SHAPE = 2  # of a response; raise it with every change of shape, so that no client keeps the old one
CACHED_PIN = "public, max-age=3600"  # seconds; what a release answers never changes
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
    query = Query.parse_parameters(parameters_of(request), index=decode_segment(index, "index"))
    hub = services()
    cached = CACHED_PIN if query.release or query.cursor else CACHED
    tag = _tag(query, query.release or query.cursor or hub.search.generation(query.index))
    if tag in request.headers.get("if-none-match", "").replace("W/", ""):
        return text_response("", status=304, headers={"ETag": tag, "Cache-Control": cached})
    page = hub.search.page(query, base=base_url_of(request, hub.config))
    tag = _tag(query, query.release or query.cursor or page["generation"])
    return _json_page(page, {"ETag": tag, "Cache-Control": cached})


@search_routes.route("/search/{index}/all", methods=["POST"])
def records(index: str) -> Response:
    """The records with the given identifiers, whatever their number."""
    request = search_routes.current_request
    types_of(decode_segment(index, "index"))
    hub = services()
    release = parse_release(read_parameters(parameters_of(request), ("release",)).get("release", ""))
    ids = parse_ids(read_fields(body_of(request), ("ids",)).get("ids"))
    stored = hub.search.records(ids, base=base_url_of(request, hub.config), release=release)
    return _json_page({"items": stored.found, "missing": stored.missing, "generation": stored.generation})


def _page(index: str, page: str = "0", size: str = "20") -> Response:
    request = search_routes.current_request
    query = Query.parse(
        body_of(request),
        index=decode_segment(index, "index"),
        page=decode_segment(page, "page"),
        size=decode_segment(size, "size"),
        parameters=parameters_of(request),
    )
    hub = services()
    return _json_page(hub.search.page(query, base=base_url_of(request, hub.config)))


def _tag(query: Query, version: str) -> str:
    return f'"{hashlib.sha256(f"{SHAPE} {version} {vocabulary_version()} {query!r}".encode()).hexdigest()[:32]}"'


def _json_page(content: Json, headers: Mapping[str, str] = {}) -> Response:
    return offload_large_body(orjson.dumps(content), {**JSON_HEADERS, GENERATION: content["generation"], **headers})
