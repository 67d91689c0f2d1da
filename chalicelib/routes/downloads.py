"""Files and archives of files: always a redirect to a presigned link, never bytes through the gateway.

/files/{id}/{name}, /icons/{id}/{name}     the stable public addresses in records; the name is for people and may be any
/download/{index}/{id}                     the same file by its record
/download/{index}, /download/{index}/all   a ZIP of the records named, or of all that a search finds
/archives/{key}                            how far such a ZIP is
"""

import time
from collections.abc import Iterable, Sequence

from chalice.app import Blueprint, Request, Response

from chalicelib.errors import BadInput, RecordMissing
from chalicelib.json_types import Json
from chalicelib.request_params import parse_release, read_fields, read_parameters
from chalicelib.routes.requests import base_url_of, body_of, decode_segment, parameters_of
from chalicelib.routes.responses import redirect
from chalicelib.routes.waiting import archive_response
from chalicelib.search.filters import types_of
from chalicelib.search.query import Query
from chalicelib.search.record_ids import parse_ids
from chalicelib.wiring import services

download_routes = Blueprint(__name__)
PATIENCE = 20.0  # seconds a request may work on an archive; API Gateway gives up after 29
CACHED = "public, max-age=300"  # seconds; shorter than the life of the link that it leads to


@download_routes.route("/download/{index}", methods=["GET", "POST"])
def download(index: str) -> Response:
    """A ZIP of the files of the records with these identifiers, of either index."""
    request = download_routes.current_request
    types_of(decode_segment(index, "index"))
    ids, release = _ids(request)
    stored = services().search.documents(ids, release)
    known = {document["id"] for document in stored.found}
    return _archive(request, stored.found, [id for id in ids if id not in known], stored.generation)


@download_routes.route("/download/{index}/all", methods=["GET", "POST"])
def download_all(index: str) -> Response:
    """A ZIP of the files of all records that a search finds."""
    request = download_routes.current_request
    query = services().search.pin_release(_query(request, decode_segment(index, "index")))
    return _archive(request, services().search.matching(query), [], query.release)


@download_routes.route("/download/{index}/{id}", methods=["GET"])
def download_one(index: str, id: str) -> Response:
    types_of(decode_segment(index, "index"))
    given = read_parameters(parameters_of(download_routes.current_request), ("release",))
    return _file(id, parse_release(given.get("release", "")))


@download_routes.route("/files/{id}/{name}", methods=["GET"])
def file(id: str, name: str) -> Response:
    decode_segment(name, "name")
    return _file(id)


@download_routes.route("/icons/{id}/{name}", methods=["GET"])
def icon(id: str, name: str) -> Response:
    decode_segment(name, "name")
    hub = services()
    picture = hub.file_cache.ensure_preview(_document(id))
    return redirect(hub.files.link(picture, inline=True), headers={"Cache-Control": CACHED})


@download_routes.route("/archives/{key}", methods=["GET"])
def archive(key: str) -> Response:
    """The archive as soon as it is ready; until then how far it is."""
    request = download_routes.current_request
    release = parse_release(read_parameters(parameters_of(request), ("release",)).get("release", ""))
    hub = services()
    outcome = hub.archives.status(decode_segment(key, "key"), time.time() + PATIENCE)
    return archive_response(request, outcome, base_url_of(request, hub.config.public_url), release)


def _archive(request: Request, documents: Iterable[Json], unknown_ids: Sequence[str], generation: str) -> Response:
    hub = services()
    outcome = hub.archives.request(documents, unknown_ids, time.time() + PATIENCE)
    return archive_response(request, outcome, base_url_of(request, hub.config.public_url), generation)


def _query(request: Request, index: str) -> Query:
    """The search, as it would come to /search: in the body of a POST, else in the address."""
    parameters = parameters_of(request)
    for name in ("page", "size", "sort", "cursor"):
        if name in parameters:
            raise BadInput(f"{name}: all that is found is downloaded, in no order.", field=name)
    if request.method == "POST" and (body := body_of(request)).strip():
        return Query.parse(body, index=index, parameters=parameters)
    return Query.parse_parameters(parameters, index=index)


def _file(id: str, release: str = "") -> Response:
    hub = services()
    stored = hub.file_cache.ensure(_document(id, release))
    return redirect(hub.files.link(stored), headers={"Cache-Control": "no-store"})


def _document(id: str, release: str = "") -> Json:
    ids = parse_ids([decode_segment(id, "id")])
    documents = services().search.documents(ids, release).found
    if not documents:
        raise RecordMissing(f"There is no record {ids[0]!r}.", field="id")
    document: Json = documents[0]
    return document


def _ids(request: Request) -> tuple[list[str], str]:
    """The identifiers of `?ids=` (commas, or given several times), or of the body, and the release to read; raises BadInput."""
    parameters = parameters_of(request)
    release = parse_release(read_parameters(parameters, ("release",), many=("ids",)).get("release", ""))
    body = read_fields(body_of(request), ("ids",)) if request.method == "POST" else {}
    linked = parse_ids(",".join(parameters.get("ids", ())))
    sent = parse_ids(body.get("ids"))
    if linked and sent:
        raise BadInput("ids: name the records in the body or in the address, not in both.", field="ids")
    if not (linked or sent):
        raise BadInput("ids: name at least one record.", field="ids")
    return linked or sent, release
