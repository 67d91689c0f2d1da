"""GET and POST /export/{index}: the whole result of a search, or records by identifier, as a table, a list or
citations.

Small results come at once (200), those over 5.7 MB are streamed into S3 (303), those that outlast a request are a job
(202) whose progress /exports/{key} tells. The companion of a table (`metadata` of CSV, `tsv-metadata` of TSV) is linked
as `describedby`; how a search was relaxed, and which values find nothing, it tells whole and `X-Notes` in words.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import orjson
from chalice.app import Blueprint, Request, Response

from chalicelib.errors import BadInput, RecordMissing
from chalicelib.http.headers import NOTES, header_text
from chalicelib.json_types import Json
from chalicelib.request_params import parse_release, read_fields, read_parameters
from chalicelib.routes.negotiation import choose_format
from chalicelib.routes.requests import (
    PARTS,
    base_url_of,
    body_of,
    decode_segment,
    parameters_of,
    require_whole_result,
)
from chalicelib.routes.responses import GENERATION, LARGEST_BODY, fits_an_answer, json_response, text_response
from chalicelib.routes.waiting import job_response
from chalicelib.search.filters import types_of
from chalicelib.search.query import BODY_FIELDS, Query
from chalicelib.search.record_ids import parse_ids
from chalicelib.search.remarks import remarks_of
from chalicelib.store.s3.file_names import content_disposition
from chalicelib.wiring import Services, services

if TYPE_CHECKING:
    from chalicelib.export.jobs import ExportRequest

export_routes = Blueprint(__name__)
REQUEST_BUDGET = 20.0  # seconds a request may work on an export; API Gateway gives up after 29
AT_ONCE = 8.0  # seconds for an export that may come with the answer itself
MANY = 5000  # records; more never fit into an answer
COMPANIONS = {"csv": "metadata", "tsv": "tsv-metadata"}  # of each table, its description
LINKED_IDS = 100  # more make an address too long to be followed


@export_routes.route("/export/{index}", methods=["GET", "POST"])
def export(index: str) -> Response:
    """The export, where it is, or how far it is."""
    from chalicelib.export.formats import FORMATS

    request, hub = export_routes.current_request, services()
    asked = _Asked(request, decode_segment(index, "index"))
    companions = dict.fromkeys(COMPANIONS.values(), "application/csvm+json")
    offered = {**{name: one.media_type for name, one in FORMATS.items()}, **companions}
    form = choose_format(asked.format, request.headers.get("accept", ""), offered)
    base = base_url_of(request, hub.config)
    wanted = asked.by_ids(hub, base) if asked.ids else asked.by_search(hub, base)
    headers = {GENERATION: wanted.release, "Vary": "Accept", "Cache-Control": "no-cache"}
    if remarks := remarks_of(asked.account):
        headers[NOTES] = header_text(remarks)
    for table, companion in COMPANIONS.items():
        if form == companion:
            link = asked.link(base, format=table, release=wanted.release)
            return _companion(replace(wanted, format=table), asked, link, headers)
    wanted = replace(wanted, format=form)
    if form in COMPANIONS and (link := asked.link(base, format=COMPANIONS[form], release=wanted.release)):
        headers["Link"] = f'<{link}>; rel="describedby"; type="application/csvm+json"'
    if asked.missing:
        headers["Hub-Missing"] = ",".join(asked.missing[:20])
    return _result(request, wanted, headers)


@export_routes.route("/exports/{key}", methods=["GET"])
def export_status(key: str) -> Response:
    """The export as soon as it is ready; until then how far it is."""
    request, hub = export_routes.current_request, services()
    release = parse_release(read_parameters(parameters_of(request), ("release",)).get("release", ""))
    outcome = hub.exports.status(decode_segment(key, "key"), time.time() + REQUEST_BUDGET)
    return job_response(request, outcome, base_url_of(request, hub.config), "exports", release)


def _result(request: Request, wanted: ExportRequest, headers: Mapping[str, str]) -> Response:
    from chalicelib.export.formats import FORMATS

    hub, began = services(), time.time()
    body = hub.exports.whole(wanted, LARGEST_BODY, began + AT_ONCE) if wanted.total <= MANY else None
    if body is not None and fits_an_answer(body):
        described = {"Content-Type": FORMATS[wanted.format].media_type}
        described["Content-Disposition"] = content_disposition(wanted.name)
        return text_response(body.decode(), headers={**headers, **described})
    outcome = hub.exports.request(wanted, began + REQUEST_BUDGET)
    return job_response(request, outcome, wanted.base, "exports", wanted.release, status=303, headers=headers)


def _companion(wanted: ExportRequest, asked: _Asked, link: str, headers: Mapping[str, str]) -> Response:
    from chalicelib.export.metadata import MEDIA_TYPE, table_metadata
    from chalicelib.export.tables import COMMA, TAB

    described = table_metadata(
        wanted.indices,
        url=link,
        query={"ids": list(wanted.ids)} if wanted.ids else asked.search,
        release=wanted.release,
        count=wanted.total,
        account=asked.account,
        delimiter=TAB if wanted.format == "tsv" else COMMA,
    )
    return json_response(described, headers={**headers, "Content-Type": MEDIA_TYPE})


class _Asked:
    """What a request for an export names: a search in its address or body, or identifiers; raises BadInput,
    UnknownName.
    """

    def __init__(self, request: Request, index: str) -> None:
        types_of(index)
        self.index = index
        self.missing: tuple[str, ...] = ()
        self.account: Json = {}  # how a search was understood, once it was asked
        self.parameters = {name: values for name, values in parameters_of(request).items() if name != "format"}
        body = (
            read_fields(body_of(request), (*BODY_FIELDS, *PARTS, "ids", "format")) if request.method == "POST" else {}
        )
        names_ids = "ids" in self.parameters or "ids" in body
        self.format = _format_of(parameters_of(request).get("format", []), body.pop("format", None))
        linked, sent = parse_ids(",".join(self.parameters.pop("ids", []))), parse_ids(body.pop("ids", None))
        if linked and sent:
            raise BadInput("ids: name the records in the body or in the address, not in both.", field="ids")
        self.ids: list[str] = linked or sent
        if names_ids and not self.ids:
            raise BadInput("ids: name at least one record.", field="ids")
        self.body = {name: value for name, value in body.items() if name not in PARTS}
        require_whole_result(self.parameters, body)
        if self.ids and (body or set(self.parameters) - {"release"}):
            raise BadInput("ids: either identifiers or a search, not both.", field="ids")

    def by_ids(self, hub: Services, base: str) -> ExportRequest:
        """The request for the records with the identifiers; raises RecordMissing where there is not one."""
        from chalicelib.export.jobs import ExportRequest

        release = parse_release(read_parameters(self.parameters, ("release",)).get("release", ""))
        indices, known, self.missing, generation = hub.record_reader.indices_of(self.ids, release)
        if not known:
            raise RecordMissing("There is no such record.", ids=self.ids[:20])
        return ExportRequest("csv", self.index, indices, generation, base, len(known), ids=known)

    def by_search(self, hub: Services, base: str) -> ExportRequest:
        """The request for all that a search finds."""
        from chalicelib.export.jobs import ExportRequest

        text = _canonical(self.body) if self.body else ""
        if text:
            read_parameters(self.parameters, ("release",))
            query = Query.parse(text.encode(), index=self.index, parameters=self.parameters)
        else:
            query = Query.parse_parameters(self.parameters, index=self.index)
        whole = hub.search.whole(query)
        self.account = whole.account
        return ExportRequest("csv", self.index, (self.index,), whole.release, base, whole.total, whole=whole)

    @property
    def search(self) -> Json:
        """The search as it was asked, without the release."""
        linked = {name: values for name, values in sorted(self.parameters.items()) if name != "release"}
        return {**linked, **self.body}

    def link(self, base: str, **more: str) -> str:
        """The same as a link; "" where it would be too long, or a body cannot be said in an address."""
        if self.body or len(self.ids) > LINKED_IDS:
            return ""
        given: dict[str, Any] = {**self.parameters, **more}
        if self.ids:
            given["ids"] = ",".join(self.ids)
        return f"{base}/export/{self.index}?{urlencode(given, doseq=True, safe=',:')}"


def _format_of(linked: Sequence[str], sent: object) -> str:
    if len(linked) > 1 or (linked and sent):
        raise BadInput("format: given more than once.", field="format")
    if sent is not None and not isinstance(sent, str):
        raise BadInput("format: must be text.", field="format")
    return str(sent or "".join(linked))


def _canonical(body: Json) -> str:
    """The body as JSON with sorted keys; raises BadInput for one that is nested too deeply to be written."""
    try:
        return orjson.dumps(body, option=orjson.OPT_SORT_KEYS).decode()
    except orjson.JSONEncodeError as error:
        raise BadInput("filters: nested too deeply.", field="filters") from error
