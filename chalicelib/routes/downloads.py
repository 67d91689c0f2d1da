"""Files and archives of files: a redirect to a presigned link; only pictures come as bytes through the gateway.

/files/{id}/{name}, /icons/{id}/{name}     the stable public addresses in records; the name is for people and may be any
/download/{index}/{id}                     the same file by its record
/download/{index}, /download/{index}/all   a ZIP of the records named, or of all that a search finds
/archives/{key}                            how far such a ZIP is
"""

from __future__ import annotations

import base64
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from chalice.app import Blueprint, Request, Response

from chalicelib.errors import BadInput, FileMissing, RecordMissing
from chalicelib.http.headers import NOTES, header_text
from chalicelib.json_types import Json
from chalicelib.request_params import parse_json_object, parse_release, read_fields, read_parameters
from chalicelib.routes.requests import base_url_of, body_of, decode_segment, parameters_of, require_whole_result
from chalicelib.routes.responses import BinaryResponse, redirect, text_response
from chalicelib.routes.waiting import job_response
from chalicelib.search.filters import types_of
from chalicelib.search.query import Query
from chalicelib.search.record_ids import parse_ids
from chalicelib.search.remarks import meanings_of, remarks_of
from chalicelib.search.results import with_absolute_links
from chalicelib.store.s3.file_names import content_disposition
from chalicelib.wiring import services

if TYPE_CHECKING:
    from chalicelib.search.service import Whole
    from chalicelib.store.s3.objects import StoredFile

download_routes = Blueprint(__name__)
LINKED_IDS = 100  # more make an address too long to be followed
REQUEST_BUDGET = 20.0  # seconds a request may work on an archive; API Gateway gives up after 29
ICON_CACHED = "public, max-age=86400"  # seconds; a picture changes with its record's version, if at all
LARGEST_ICON = 4_000_000  # bytes; Lambda answers with 6 MB at most, a third of it base64
CACHED = "public, max-age=300"  # seconds; shorter than the life of the link that it leads to


@download_routes.route("/download/{index}", methods=["GET", "POST"])
def download(index: str) -> Response:
    """A ZIP of the files of the records with these identifiers, of either index."""
    request = download_routes.current_request
    types_of(decode_segment(index, "index"))
    ids, release = _ids(request)
    stored = services().search.documents(ids, release)
    link = f"/download/{index}?ids={','.join(ids)}"
    return _archive(request, stored.found, stored.missing, stored.generation, link if len(ids) <= LINKED_IDS else "")


@download_routes.route("/download/{index}/all", methods=["GET", "POST"])
def download_all(index: str) -> Response:
    """A ZIP of the files of all records that a search finds."""
    request = download_routes.current_request
    hub = services()
    query = _query(request, decode_segment(index, "index"))
    whole = hub.search.whole(query)
    if not whole.total:
        detail = " ".join(["This search finds no record.", *remarks_of(whole.account)])
        raise RecordMissing(detail, total=0, **whole.account)
    return _archive(request, _Found(whole), [], whole.release, _link_to(request, query), whole.account)


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
    if download_routes.current_request.method == "HEAD":
        return _head(picture, inline=True)
    return _picture(picture)


@download_routes.route("/archives/{key}", methods=["GET"])
def archive(key: str) -> Response:
    """The archive as soon as it is ready; until then how far it is."""
    request = download_routes.current_request
    release = parse_release(read_parameters(parameters_of(request), ("release",)).get("release", ""))
    hub = services()
    outcome = hub.archives.status(decode_segment(key, "key"), time.time() + REQUEST_BUDGET)
    return job_response(request, outcome, base_url_of(request, hub.config), "archives", release)


class _Found:
    """The records that a search found, read anew each time; it is understood once."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole

    def __iter__(self) -> Iterator[Json]:
        return services().search.read_whole(self._whole)


def _archive(
    request: Request,
    documents: Iterable[Json],
    unknown_ids: Sequence[str],
    generation: str,
    link: str,
    account: Json | None = None,
) -> Response:
    """The archive, or how far it is; `account` is how a search was understood, None for identifiers."""
    from chalicelib.downloads.companions import Origin

    hub = services()
    base = base_url_of(request, hub.config)
    again = f"{base}{link}{'&' if '?' in link else '?'}release={generation}" if link else "POST the same body again"
    served = partial(with_absolute_links, base=base)
    remarks = remarks_of(account or {})
    asked = link or ("the identifiers in records.csv" if account is None else body_of(request).decode(errors="replace"))
    origin = Origin(generation, " ".join(asked.split()), again, served, (*meanings_of(account or {}), *remarks))
    outcome = hub.archives.request(documents, unknown_ids, time.time() + REQUEST_BUDGET, origin)
    headers = {NOTES: header_text(remarks)} if remarks else {}
    return job_response(request, outcome, base, "archives", generation, headers=headers)


def _link_to(request: Request, query: Query) -> str:
    """The address of the same archive; a search that came in a body has none."""
    if body_of(request).strip():
        return ""
    given = {name: values for name, values in parameters_of(request).items() if name != "release"}
    return f"/download/{query.index}/all?{urlencode(given, doseq=True)}".rstrip("?")


def _query(request: Request, index: str) -> Query:
    """The search, as it would come to /search: in the body of a POST, else in the address."""
    parameters = parameters_of(request)
    body = body_of(request) if request.method == "POST" else b""
    require_whole_result(parameters, parse_json_object(body))
    if body.strip():
        return Query.parse(body, index=index, parameters=parameters)
    return Query.parse_parameters(parameters, index=index)


def _file(id: str, release: str = "") -> Response:
    hub = services()
    stored = hub.file_cache.ensure(_document(id, release))
    if download_routes.current_request.method == "HEAD":
        return _head(stored)
    return redirect(hub.files.link(stored), headers={"Cache-Control": "no-store"})


def _picture(picture: StoredFile) -> Response:
    """The picture's bytes: a page's security policy upgrades the target of a redirect to https, where it has none."""
    hub, tag = services(), f'"{picture.sha256}"'
    headers = {"Cache-Control": ICON_CACHED, "ETag": tag}
    if tag in download_routes.current_request.headers.get("if-none-match", ""):
        return text_response("", status=304, headers=headers)
    if picture.size > LARGEST_ICON:
        return redirect(hub.files.link(picture, inline=True), headers={"Cache-Control": CACHED})
    body = hub.files.read(picture.key)
    if body is None:
        raise FileMissing("The picture was deleted a moment ago; ask for it again.")
    shown = {
        "Content-Type": picture.content_type,
        "Content-Disposition": content_disposition(picture.name, inline=True),
    }
    return BinaryResponse(body, headers={**headers, **shown})


def _head(file: StoredFile, *, inline: bool = False) -> Response:
    """What a file is, instead of the way to it: a presigned link is for GET alone.

    API Gateway replaces Content-Length by its own; X-File-Size (bytes) passes. The checksum is in RFC 9530's form.
    """
    digest = base64.b64encode(bytes.fromhex(file.sha256)).decode()
    return text_response(
        "",
        headers={
            "Content-Type": file.content_type,
            "Content-Length": str(file.size),
            "X-File-Size": str(file.size),
            "Content-Disposition": content_disposition(file.name, inline=inline),
            **({"ETag": f'"{file.sha256}"', "Repr-Digest": f"sha-256=:{digest}:"} if digest else {}),
            "Cache-Control": "no-store",
        },
    )


def _document(id: str, release: str = "") -> Json:
    (identifier,) = parse_ids([decode_segment(id, "id")])
    return services().record_reader.read(identifier, release).document


def _ids(request: Request) -> tuple[list[str], str]:
    """The identifiers of `?ids=` (commas, or given several times), or of the body, and the release to read; raises
    BadInput.
    """
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
