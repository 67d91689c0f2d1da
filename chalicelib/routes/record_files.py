"""What lies in a record's archive: GET /records/{id}/files lists it, GET /records/{id}/files/{path} shows a text of
it.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

from chalice.app import Blueprint, Response

from chalicelib.errors import FileMissing
from chalicelib.json_types import Json
from chalicelib.request_params import parse_release, read_parameters
from chalicelib.routes.requests import decode_segment, parameters_of
from chalicelib.routes.responses import json_response, text_response
from chalicelib.search.record_ids import parse_ids
from chalicelib.wiring import services

if TYPE_CHECKING:
    from chalicelib.store.s3.objects import StoredFile

record_file_routes = Blueprint(__name__)
_CACHED = {"Cache-Control": "public, max-age=3600"}


@record_file_routes.route("/records/{id}/files", methods=["GET"])
def files_of_record(id: str) -> Response:
    """The members of the record's archive: name, path, size in bytes, and whether it is a text."""
    from chalicelib.downloads.members import list_members

    stored = _archive(id)
    members = list_members(services().files, stored)
    content = {"archive": stored.name, "items": [asdict(one) for one in members]}
    return json_response(content, headers=_CACHED)


@record_file_routes.route("/records/{id}/files/{proxy+}", methods=["GET"])
def file_of_record(id: str) -> Response:
    """One member as plain text, whatever it would be elsewhere."""
    from chalicelib.downloads.members import read_text

    given = record_file_routes.current_request.uri_params or {}
    path = unquote(given["proxy"])
    text = read_text(services().files, _archive(id), path)
    return text_response(text, headers={"Content-Type": "text/plain; charset=utf-8", **_CACHED})


def _archive(id: str) -> StoredFile:
    document = _document(id)
    if document.get("file", {}).get("kind") != "archive":
        raise FileMissing("its file is no archive; `download_link` leads to it.", record=document["id"], field="id")
    stored: StoredFile = services().file_cache.ensure(document)
    return stored


def _document(id: str) -> Json:
    given = read_parameters(parameters_of(record_file_routes.current_request), ("release",))
    (identifier,) = parse_ids([decode_segment(id, "id")])
    return services().record_reader.read(identifier, parse_release(given.get("release", ""))).document
