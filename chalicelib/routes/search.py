"""Search: POST /search/{index}[/{page}[/{size}]] as the hub's frontend sends it, and its GET twin for links and caches."""

import hashlib
from collections.abc import Mapping

import orjson
from chalice.app import Blueprint, Response

from chalicelib.errors import BadInput
from chalicelib.json_types import Json
from chalicelib.routes.requests import (
    GENERATION,
    JSON_HEADERS,
    answer,
    base_of,
    body_of,
    decoded,
    moved,
    parameters_of,
)
from chalicelib.search.aliases import current_id
from chalicelib.search.filters import types_of
from chalicelib.search.query import Query, fields_of, once, release_of
from chalicelib.wiring import services

search_routes = Blueprint(__name__)
LARGEST_ANSWER = 5_000_000  # bytes; Lambda gives up at 6 MB
MOST_IDS = 50_000  # a request; the engine is asked for a thousand at a time
LONGEST_ID = 500  # characters; the engine takes 512 bytes
SHAPE = 1  # of an answer; raise it when it changes, so that nobody keeps one of the old shape
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
    query = Query.parse_parameters(parameters_of(request), index=decoded(index, "index"))
    hub = services()
    cached = CACHED_PIN if query.release or query.cursor else CACHED
    tag = _tag(query, query.release or query.cursor or hub.search.generation(query.index))
    if tag in request.headers.get("if-none-match", "").replace("W/", ""):
        return answer("", status=304, headers={"ETag": tag, "Cache-Control": cached})
    page = hub.search.page(query, base=base_of(request, hub.config.public_url))
    tag = _tag(query, query.release or query.cursor or page["generation"])
    return _answered(page, {"ETag": tag, "Cache-Control": cached})


@search_routes.route("/search/{index}/all", methods=["POST"])
def records(index: str) -> Response:
    """The records with the given identifiers, whatever their number."""
    request = search_routes.current_request
    types_of(decoded(index, "index"))
    hub = services()
    release = release_of(once(parameters_of(request), ("release",)).get("release", ""))
    ids = ids_in(fields_of(body_of(request), ("ids",)).get("ids"))
    stored = hub.search.records(ids, base=base_of(request, hub.config.public_url), release=release)
    found = {one["id"] for one in stored.found}
    missing = [one for one in ids if one not in found]
    return _answered({"items": stored.found, "missing": missing, "generation": stored.generation})


def ids_in(given: object) -> list[str]:
    """Identifiers as a list or one comma-separated string; old forms become today's. Raises BadInput for what can be none."""
    if given is None:
        return []
    parts = given.split(",") if isinstance(given, str) else given
    if not isinstance(parts, list) or not all(isinstance(one, str) for one in parts):
        raise BadInput("ids: a list of identifiers, or one string with commas between them.", field="ids")
    ids = list(dict.fromkeys(current_id(one.strip()) for one in parts if one.strip()))
    if len(ids) > MOST_IDS:
        raise BadInput(f"ids: at most {MOST_IDS} identifiers, these are {len(ids)}.", field="ids")
    for one in ids:
        if len(one) > LONGEST_ID or not one.isprintable():
            raise BadInput(f"ids: {one[:40]!r} cannot be an identifier.", field="ids")
    return ids


def _page(index: str, page: str = "0", size: str = "20") -> Response:
    request = search_routes.current_request
    query = Query.parse(
        body_of(request),
        index=decoded(index, "index"),
        page=decoded(page, "page"),
        size=decoded(size, "size"),
        parameters=parameters_of(request),
    )
    hub = services()
    return _answered(hub.search.page(query, base=base_of(request, hub.config.public_url)))


def _tag(query: Query, version: str) -> str:
    return f'"{hashlib.sha256(f"{SHAPE} {version} {query!r}".encode()).hexdigest()[:32]}"'


def _answered(content: Json, headers: Mapping[str, str] = {}) -> Response:
    return whole_answer(orjson.dumps(content), {**JSON_HEADERS, GENERATION: content["generation"], **headers})


def whole_answer(text: bytes, headers: Mapping[str, str]) -> Response:
    """The answer itself, or the way to it where it is too large for the gateway: a file of the same shape."""
    if len(text) <= LARGEST_ANSWER:
        return answer(text.decode(), headers=headers)
    files, kind = services().files, headers["Content-Type"]
    stored = files.put(f"answers/{hashlib.sha256(text).hexdigest()}", text, kind)
    kept = {name: value for name, value in headers.items() if name != "Content-Type"}
    return moved(files.link(stored, inline=True), status=303, headers=kept)
