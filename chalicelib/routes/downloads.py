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
from chalicelib.plain import Json
from chalicelib.routes.requests import base_of, body_of, decoded, moved, parameters_of
from chalicelib.routes.search import ids_in
from chalicelib.routes.waiting import archive_answer
from chalicelib.search.filters import types_of, unknown
from chalicelib.search.query import Query, json_object
from chalicelib.wiring import services

download_routes = Blueprint(__name__)
PATIENCE = 20.0  # seconds a request may work on an archive; API Gateway gives up after 29
CACHED = "public, max-age=300"  # seconds; shorter than the life of the link that it leads to


@download_routes.route("/download/{index}", methods=["GET", "POST"])
def download(index: str) -> Response:
    """A ZIP of the files of the records with these identifiers, of either index."""
    request = download_routes.current_request
    types_of(decoded(index, "index"))
    ids = _ids(request)
    documents = services().index.documents(ids)
    known = {document["id"] for document in documents}
    return _archive(request, documents, [id for id in ids if id not in known])


@download_routes.route("/download/{index}/all", methods=["GET", "POST"])
def download_all(index: str) -> Response:
    """A ZIP of the files of all records that a search finds."""
    request = download_routes.current_request
    index = decoded(index, "index")
    if request.method == "POST":
        query = Query.parse(body_of(request), index=index)
    else:
        query = Query.parse_parameters(parameters_of(request), index=index)
    return _archive(request, services().index.matching(query), [])


@download_routes.route("/download/{index}/{id}", methods=["GET"])
def download_one(index: str, id: str) -> Response:
    types_of(decoded(index, "index"))
    return _file(id)


@download_routes.route("/files/{id}/{name}", methods=["GET"])
def file(id: str, name: str) -> Response:
    decoded(name, "name")
    return _file(id)


@download_routes.route("/icons/{id}/{name}", methods=["GET"])
def icon(id: str, name: str) -> Response:
    decoded(name, "name")
    hub = services()
    picture = hub.file_cache.ensure_preview(_document(id))
    return moved(hub.files.link(picture, inline=True), headers={"Cache-Control": CACHED})


@download_routes.route("/archives/{key}", methods=["GET"])
def archive(key: str) -> Response:
    """The archive as soon as it is ready; until then how far it is."""
    request = download_routes.current_request
    hub = services()
    outcome = hub.archives.status(decoded(key, "key"), time.time() + PATIENCE)
    return archive_answer(request, outcome, base_of(request, hub.config.public_url))


def _archive(request: Request, documents: Iterable[Json], unknown_ids: Sequence[str]) -> Response:
    hub = services()
    outcome = hub.archives.request(documents, unknown_ids, time.time() + PATIENCE)
    return archive_answer(request, outcome, base_of(request, hub.config.public_url))


def _file(id: str) -> Response:
    hub = services()
    stored = hub.file_cache.ensure(_document(id))
    return moved(hub.files.link(stored), headers={"Cache-Control": "no-store"})


def _document(id: str) -> Json:
    ids = ids_in([decoded(id, "id")])
    documents = services().index.documents(ids)
    if not documents:
        raise RecordMissing(f"There is no record {ids[0]!r}.")
    document: Json = documents[0]
    return document


def _ids(request: Request) -> list[str]:
    """The identifiers of `?ids=` (commas, or given several times), or of the body; raises BadInput for none."""
    parameters = parameters_of(request)
    body = json_object(body_of(request)) if request.method == "POST" else {}
    for name in (*parameters, *body):
        if name != "ids":
            raise unknown("field", name, ["ids"], name)
    ids = ids_in(body.get("ids")) or ids_in(",".join(parameters.get("ids", ())))
    if not ids:
        raise BadInput("ids: name at least one record.", field="ids")
    return ids
