"""The addresses that answer `format=omtd-share`: one ontology as a document, a whole portal as an archive of them.

lxml and the language tables are loaded only when a document is made: a search must not wait for them.
Quirk  an ontology without submissions answers `{}` where its latest one is asked for, with status 200
"""

import time
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from chalicelib.http.headers import HeaderValue, header_text
from chalicelib.proxy.dispatch import Handler
from chalicelib.proxy.model import Failure, Item, Model
from chalicelib.proxy.output import Output, ResponseContext, error_output, json_text
from chalicelib.proxy.parameters import ParameterRule, choose_format
from chalicelib.proxy.request import Call, ProxyResponse

if TYPE_CHECKING:
    from chalicelib.proxy.omtd_share.exporter import Exporter, Validate

FORMAT = "omtd-share"
REQUEST_BUDGET = 10.0  # seconds for what is asked beside the submission; a gateway waits 29
EXPORT_BUDGET = (
    12.0  # seconds a request may work on an archive; one question to a portal, begun before that, may take as long
)
RETRY = "2"  # seconds
EXPORTER, LATEST = "omtd_share exporter", "omtd_share latest"  # among the extras of a response's context
ALL_FIELDS = {"display": ["all"]}
# What is shown, and in which portions.
_OURS = ("display", "display_links", "display_context", "include", "page", "pagesize")


def read_submission(call: Call) -> Model:
    """The submission that is asked for, its ontology with all that the portal says of it; or the portal's error."""
    acronym, number = call.match["acronym"], call.match.get("number")
    call.context.extras |= {EXPORTER: _exporter(call), LATEST: number is None}
    place = f"/ontologies/{quote(acronym, safe='')}"
    ontology = call.client.get(place, ALL_FIELDS)
    if ontology.is_error:
        return ontology
    end = f"submissions/{quote(number, safe='')}" if number else "latest_submission"
    submission = call.client.get(f"{place}/{end}", ALL_FIELDS)
    if submission.is_error:
        return submission
    found, about = submission.as_object(), ontology.as_object()
    if found is None or about is None:
        return Failure.of("The portal sent no submission.", 502)
    if not found.raw:
        return Failure.of(f"{acronym} has no submission: there is nothing to export.", 404)
    from chalicelib.proxy.omtd_share.listing import ontology_of

    return Item({**found.raw, "ontology": ontology_of(found, about.raw).raw})


def render_document(model: Model, context: ResponseContext) -> Output:
    """The submission as XML; headers say which elements hold a default, and what was cut, changed or left out."""
    submission = model.as_object()
    ontology = submission.item("ontology") if submission else None
    if submission is None or ontology is None:
        return error_output(Failure.of("There is no submission to export.", 502), context)
    from chalicelib.proxy.omtd_share.exporter import Invalid

    try:
        made = context.extras[EXPORTER].document(submission, ontology, latest=context.extras[LATEST])
    except Invalid as error:
        return error_output(Failure.of(f"No valid document can be made of this submission: {error}", 500), context)
    reported = {"X-Defaults": made.report.defaults, "X-Notes": made.report.notes}
    headers: dict[str, HeaderValue] = {name: header_text(texts) for name, texts in reported.items() if texts}
    return Output(made.xml.decode(), "application/xml", headers)


def export_portal(call: Call) -> Model | ProxyResponse:
    """The way to the archive of all ontologies; 202 with the address to ask again while it is being made."""
    if call.tools.files is None:
        return Failure.of("There is no file storage to build an archive in.", 503)
    from chalicelib.jobs.engine import Pending, Ready
    from chalicelib.proxy.omtd_share.portal_export import PortalExport

    select = {name: values for name, values in call.parameters.items() if name not in _OURS}
    export = PortalExport(call.tools.files(), call.client, _validate(call), select)
    outcome = export.advance(time.time() + EXPORT_BUDGET)
    headers: dict[str, HeaderValue] = {"Cache-Control": "no-store", "Vary": "Authorization"}
    if isinstance(outcome, Ready):
        return ProxyResponse(303 if call.method == "POST" else 302, {**headers, "Location": outcome.link}, "")
    if not isinstance(outcome, Pending):
        return outcome
    url = f"{call.context.portal_url}{call.path}?{urlencode({'format': FORMAT, **select}, doseq=True)}"
    content: dict[str, Any] = {"status": "pending", "status_url": url, "done": outcome.done, "total": outcome.total}
    content["detail"] = "Ask at status_url until it redirects to the archive, with the same key as now."
    headers |= {"Retry-After": RETRY, "Location": url, "Content-Type": "application/json"}
    return ProxyResponse(202, headers, json_text(content))


def _exporter(call: Call) -> "Exporter":
    from chalicelib.proxy.omtd_share.exporter import Exporter

    return Exporter(call.client, _validate(call), until=time.time() + REQUEST_BUDGET)


def _validate(call: Call) -> "Validate | None":
    from chalicelib.proxy.omtd_share.exporter import validator

    return validator(call.tools.schema) if call.tools.schema else None


def _take_format(call: Call, name: str, values: list[str]) -> None:
    """The answer is final: no generator will write it."""
    del call.parameters[name]


ONE_ONTOLOGY = Handler(
    "one ontology as OMTD-SHARE",
    (
        "/ontologies/{acronym}",
        "/ontologies/{acronym}/latest_submission",
        "/ontologies/{acronym}/submissions/{number}",
    ),
    read_submission,
    (ParameterRule(("format",), choose_format, values=(FORMAT,), mandatory=True),),
    generators={FORMAT: render_document},
)
ALL_ONTOLOGIES = Handler(
    "all ontologies as OMTD-SHARE",
    ("/ontologies", "/submissions"),
    export_portal,
    (ParameterRule(("format",), _take_format, values=(FORMAT,), mandatory=True),),
)
