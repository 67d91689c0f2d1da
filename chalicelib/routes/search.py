"""Search: POST /search/{index}[/{page}[/{size}]] as the hub's frontend sends it, and its GET twin for links and
caches.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

import orjson
from chalice.app import Blueprint, Request, Response

from chalicelib.errors import BadInput, NotAcceptable
from chalicelib.json_types import Json
from chalicelib.request_params import parse_json_object, parse_release, read_fields, read_parameters
from chalicelib.routes.negotiation import weight_of
from chalicelib.routes.requests import PARTS, base_url_of, body_of, decode_segment, parameters_of
from chalicelib.routes.responses import GENERATION, JSON_HEADERS, fits_an_answer, offload_large_body, text_response
from chalicelib.search.filters import types_of
from chalicelib.search.lookup import vocabulary_version
from chalicelib.search.query import Query
from chalicelib.search.record_ids import parse_ids
from chalicelib.wiring import services

search_routes = Blueprint(__name__)
SHAPE = 2  # of a response; raise it with every change of shape, so that no client keeps the old one
BATCH, SMALLEST_BATCH = 250, 16  # records read at a time, where all are asked for; fewer where an answer is full
SPARE = 2000  # bytes for what stands around the records of an answer, the cursor above all
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
    """The same search as a link; a caller that holds the current answer gets a 304 without asking the engine."""
    request = search_routes.current_request
    _require_json(request)
    query = Query.parse_parameters(parameters_of(request), index=decode_segment(index, "index"))
    hub = services()
    cached = CACHED_PIN if query.release or query.cursor else CACHED
    tag = _tag(query, query.release or query.cursor or hub.search.generation(query.index))
    if tag in request.headers.get("if-none-match", "").replace("W/", ""):
        return text_response("", status=304, headers={"ETag": tag, "Cache-Control": cached, "Vary": "Accept"})
    base = base_url_of(request, hub.config)
    page = hub.search.page(query, base=base)
    tag = _tag(query, query.release or query.cursor or page["generation"])
    links = _links(f"{base}/search/{query.index}", parameters_of(request), query, page)
    return _json_page(page, {"ETag": tag, "Cache-Control": cached, "Link": links, "Vary": "Accept"})


@search_routes.route("/search/{index}/all", methods=["POST"])
def records(index: str) -> Response:
    """The records with the given identifiers, whatever their number; without identifiers all of the index."""
    request = search_routes.current_request
    index = decode_segment(index, "index")
    types_of(index)
    hub = services()
    given = read_parameters(parameters_of(request), ("release", "cursor"))
    release, base = parse_release(given.get("release", "")), base_url_of(request, hub.config)
    ids = parse_ids(read_fields(body_of(request), ("ids",)).get("ids"))
    if not ids:
        return _all_records(
            Query(index=index, sort="name", size=BATCH, release=release, cursor=given.get("cursor", ""))
        )
    if "cursor" in given:
        raise BadInput("cursor: only for listing all records, not together with `ids`.", field="cursor")
    stored = hub.search.records(ids, base=base, release=release)
    return _json_page({"items": stored.found, "missing": stored.missing, "generation": stored.generation})


def _all_records(query: Query) -> Response:
    """All records by name, as many as an answer holds; `next` leads on, in the same release."""
    hub = services()
    base = base_url_of(search_routes.current_request, hub.config)
    pieces: list[bytes] = []
    while True:
        page = hub.search.page(query, base=base)
        piece = b",".join(orjson.dumps(one) for one in page["items"])
        if fits_an_answer(*pieces, piece, spare=SPARE):
            pieces, query = [*pieces, piece], replace(query, cursor=page["next"] or "", page=0)
            if not query.cursor:
                break
        elif query.size > (SMALLEST_BATCH if pieces else 1):
            query = replace(query, size=max(1, query.size // 4))
        else:  # one that no answer holds, even alone, is stored
            query = query if pieces else replace(query, cursor=page["next"] or "", page=0)
            pieces = pieces or [piece]
            break
    ending = orjson.dumps({"missing": [], "generation": page["generation"], "next": query.cursor or None})
    body = b'{"items":[' + b",".join(pieces) + b"]," + ending[1:]
    return offload_large_body(body, {**JSON_HEADERS, GENERATION: page["generation"]})


def _page(index: str, page: str = "0", size: str = "20") -> Response:
    request = search_routes.current_request
    _require_json(request)
    query = Query.parse(
        _search_body(request),
        index=decode_segment(index, "index"),
        page=decode_segment(page, "page"),
        size=decode_segment(size, "size"),
        parameters=parameters_of(request),
    )
    hub = services()
    base = base_url_of(request, hub.config)
    found = hub.search.page(query, base=base)
    links = _numbered_links(f"{base}/search/{query.index}", parameters_of(request), found)
    return _json_page(found, {"Link": links, "Vary": "Accept"})


def _search_body(request: Request) -> bytes:
    """The body of a search; raises BadInput for a place in the result, which goes into the address."""
    body = body_of(request)
    for name in ("page", "size", "cursor", "release"):
        if f'"{name}"'.encode() in body and name in parse_json_object(body):
            where = f"?{name}=" if name in ("cursor", "release") else "/{page}/{size}"
            raise BadInput(f"{name}: goes into the address: POST /search/{{index}}{where}", field=name)
    return body


def _require_json(request: Request) -> None:
    """Raises NotAcceptable where a caller wants a table: the export has it. A browser is shown the JSON."""
    accepted = request.headers.get("accept", "")
    if not any(weight_of(kind, accepted) for kind in (JSON_HEADERS["Content-Type"], "text/html")):
        from chalicelib.export.formats import FORMATS

        weights = {name: weight_of(one.media_type, accepted) for name, one in FORMATS.items()}
        asked = {name: values for name, values in parameters_of(request).items() if name not in PARTS}
        asked["format"] = [max(weights, key=lambda name: weights[name])]
        address = f"{base_url_of(request, services().config)}/export/{(request.uri_params or {}).get('index', '')}"
        link = f"{address}?{urlencode(asked, doseq=True)}"
        how = ", with the same body" if request.method == "POST" else ""
        raise NotAcceptable(
            f"A search is JSON. Tables, citations and lists{how}: {link}", export=link, allowed=["json"]
        )


def _links(address: str, given: Mapping[str, list[str]], query: Query, page: Json) -> str:
    """Where the pages around this one are (RFC 8288); pages that a cursor leads to know no page before."""
    rest = {name: values for name, values in given.items() if name not in ("page", "cursor")}
    links = {"self": urlencode(given, doseq=True)}
    if page["next"]:
        links["next"] = urlencode({**rest, "cursor": page["next"]}, doseq=True)
    if query.page and not query.cursor:
        links["prev"] = urlencode({**rest, "page": query.page - 1}, doseq=True)
    return ", ".join(f'<{address}?{parameters}>; rel="{name}"' for name, parameters in links.items())


def _numbered_links(address: str, given: Mapping[str, list[str]], page: Json) -> str:
    """The same for a search that is posted: the same body goes to each."""
    number, pin = page["page"], {"release": given["release"]} if "release" in given else {}
    numbers = {"self": number, "next": number + 1 if number + 1 < page["total_page"] else None, "prev": number - 1}
    tail = f"?{urlencode(pin, doseq=True)}" if pin else ""
    return ", ".join(
        f'<{address}/{one}/{page["size"]}{tail}>; rel="{name}"'
        for name, one in numbers.items()
        if one is not None and one >= 0
    )


def _tag(query: Query, version: str) -> str:
    return f'"{hashlib.sha256(f"{SHAPE} {version} {vocabulary_version()} {query!r}".encode()).hexdigest()[:32]}"'


def _json_page(content: Json, headers: Mapping[str, str] = {}) -> Response:
    return offload_large_body(orjson.dumps(content), {**JSON_HEADERS, GENERATION: content["generation"], **headers})
