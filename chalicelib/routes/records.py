"""GET /records/{id}: one record in every form, its relations, its file's state, and how to cite it.

The headers lead on for programs (https://signposting.org): other forms, licence, address to cite, description.
"""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING

import orjson
from chalice.app import Blueprint, Response

from chalicelib.errors import StorageDown
from chalicelib.json_types import Json
from chalicelib.request_params import parse_release, read_parameters
from chalicelib.routes.negotiation import choose_format
from chalicelib.routes.requests import base_url_of, decode_segment, parameters_of
from chalicelib.routes.responses import GENERATION, text_response
from chalicelib.routes.security import page_headers
from chalicelib.search.record_ids import parse_ids
from chalicelib.search.results import with_absolute_links
from chalicelib.wiring import Services, services

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from chalicelib.search.record_reader import FoundRecord

record_routes = Blueprint(__name__)
FORMATS = {
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "jsonld": "application/ld+json",
    "bibtex": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "csl": "application/vnd.citationstyles.csl+json",
    "csv": "text/csv; charset=utf-8; header=present",
}
CACHED = "public, max-age=30, must-revalidate"  # seconds: relations and the file's state may change


@record_routes.route("/records/{id}", methods=["GET"])
def record(id: str) -> Response:
    """The record with this identifier, today's or an old one, in the form that `format` or `Accept` asks for."""
    request = record_routes.current_request
    given = read_parameters(parameters_of(request), ("release", "format"))
    release = parse_release(given.get("release", ""))
    form = choose_format(given.get("format", ""), request.headers.get("accept", ""), FORMATS)
    hub = services()
    (identifier,) = parse_ids([decode_segment(id, "id")])
    found = hub.record_reader.read(identifier, release)
    base = base_url_of(request, hub.config)
    body = _writers(hub, found, base, release)[form]()
    tag = f'"{hashlib.sha256(body.encode()).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": CACHED, "Vary": "Accept", GENERATION: found.generation}
    headers["Link"] = _links(found.document, base, form, hub.terms_pages, release)
    if tag in request.headers.get("if-none-match", "").replace("W/", ""):
        return text_response("", status=304, headers=headers)
    if form == "html":
        from chalicelib.pages.html import style

        return text_response(body, headers={**headers, **page_headers(style(), img_src=f"{base}/ {hub.files.origin}")})
    return text_response(body, headers={**headers, "Content-Type": FORMATS[form]})


def with_details(hub: Services, found: FoundRecord, base: str, release: str) -> Json:
    """The record as search gives it, with `related`, `file_state` and `cite`."""
    from chalicelib.citation.csl import record_citation
    from chalicelib.citation.formats import bibtex, text

    record = with_absolute_links(found.document, base)
    cited = record_citation(record, _address(record, base))
    return {
        **record,
        "related": hub.record_reader.related_records(found, base, release),
        "file_state": _file_state(hub, found.document),
        "cite": {"text": "".join(text(cited)).strip(), "bibtex": "".join(bibtex(cited)).strip()},
        "generation": found.generation,
    }


def _writers(hub: Services, found: FoundRecord, base: str, release: str) -> Mapping[str, Callable[[], str]]:
    """How each form is written; none is until it is asked for."""
    record = with_absolute_links(found.document, base)

    def as_json() -> str:
        return orjson.dumps(with_details(hub, found, base, release)).decode()

    def as_page() -> str:
        from chalicelib.pages.record_page import record_page

        return record_page(with_details(hub, found, base, release), base, hub.terms_pages)

    def as_linked_data() -> str:
        from chalicelib.export.linked_data import data_set

        return orjson.dumps(data_set(record, base, hub.terms_pages)).decode()

    def as_citation(name: str) -> str:
        from chalicelib.citation.csl import record_citation
        from chalicelib.citation.formats import FORMATS as WRITERS

        return "".join(WRITERS[name](record_citation(record, _address(record, base))))

    def as_table() -> str:
        from chalicelib.export.formats import FORMATS as EXPORTS
        from chalicelib.export.formats import Scope

        index = "model" if record["type"] == "single" else "dataset"
        return b"".join(EXPORTS["csv"].write([record], Scope((index,), base))).decode()

    citations = {name: partial(as_citation, name) for name in ("bibtex", "ris", "csl")}
    return {"json": as_json, "html": as_page, "jsonld": as_linked_data, "csv": as_table, **citations}


def _file_state(hub: Services, document: Json) -> Json:
    try:
        return hub.file_cache.state(document)
    except StorageDown as error:
        return {"cached": None, "reason": error.detail}


def _links(document: Json, base: str, form: str, terms_pages: Mapping[str, str], release: str) -> str:
    """The Link header: every other form of the same release, the licence, the address to cite, descriptions, and the
    file.
    """
    from chalicelib.citation.references import licence_address

    address, pin = _address(document, base), f"&release={release}" if release else ""
    links = [
        f'<{address}?format={name}{pin}>; rel="alternate"; type="{media_type.partition(";")[0]}"'
        for name, media_type in FORMATS.items()
        if name != form
    ]
    links += [f'<{address}>; rel="cite-as"', '<https://schema.org/Dataset>; rel="type"']
    described = ("jsonld", "csl")
    links += [f'<{address}?format={name}{pin}>; rel="describedby"; type="{FORMATS[name]}"' for name in described]
    if licence := licence_address(document, terms_pages.get(document["provenance"]["provider"], "")):
        links.append(f'<{licence}>; rel="license"')
    if "download_link" in document:
        links.append(f'<{base}{document["download_link"]}>; rel="item"')
    return ", ".join(one for one in links if one.isascii())


def _address(document: Json, base: str) -> str:
    return f"{base}/records/{document['id']}"
