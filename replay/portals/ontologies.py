"""One ontology of a portal: itself, its submissions, its file, its classes and the like."""

from typing import Any
from urllib.parse import quote

from werkzeug.wrappers import Request, Response

from replay.portals.pages import chosen, json_answer, link_of, page_of
from replay.portals.recordings import Recorded, number_of
from replay.portals.tables import Json

FORMATS = ("csv", "rdf", "diff")
_RDF = """<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<!-- Stand-in file: the replay holds no ontology's content. -->
</rdf:RDF>
"""


class Refused(Exception):
    """An error answer: its text and its status."""

    def __init__(self, text: str, status: int) -> None:
        super().__init__(text)
        self.status = status


def ontology_answer(portal: Recorded, request: Request, acronym: str, rest: list[str]) -> Response:
    """What lies at `/ontologies/<acronym>/<rest>`; raises Refused."""
    ontology = portal.ontology(acronym)
    known = ontology is not None or any(f"/ontologies/{acronym}/" in path for path in portal.singles)
    if not known:
        if rest[:1] == ["submissions"]:
            raise Refused(f"Ontology {acronym} does not exist", 422)
        raise Refused("You must provide a valid `acronym` to retrieve an ontology", 404)
    if ontology and ontology.get("viewingRestriction") == "private":
        raise Refused(f"Ontology {acronym} is not accessible to your user", 403)
    if rest and rest[0] in ("classes", "properties", "collections", "instances"):
        return _items(portal, request, acronym, rest)
    return _ontology_part(portal, request, acronym, rest)


def _ontology_part(portal: Recorded, request: Request, acronym: str, rest: list[str]) -> Response:
    submissions = portal.submissions_of(acronym)
    match rest:
        case []:
            return json_answer(chosen(_ontology(portal, request, acronym), request))
        case ["latest_submission"]:
            return json_answer(chosen(_latest(submissions, request), request) if submissions else {})
        case ["submissions"]:
            items = [chosen(one, request) for one in submissions]
            return json_answer(page_of(items, request, link_of(portal, request)) if "page" in request.values else items)
        case ["submissions", number, *more]:
            return _submission(portal, request, _submission_of(submissions, number), more)
        case ["download"]:
            return _file(portal, request, acronym, submissions[:1])
        case ["metrics"]:
            return _metrics(portal, acronym, submissions[:1])
    raise Refused("Not found", 404)


def _ontology(portal: Recorded, request: Request, acronym: str) -> Json:
    """The list's entry; all fields of the single recording where all are asked for."""
    single = portal.singles.get(f"/ontologies/{acronym}")
    if single and _display(request) == "all":
        return single
    return portal.ontology(acronym) or _bare(portal, acronym)


def _bare(portal: Recorded, acronym: str) -> Json:
    """An ontology of which only classes are known."""
    return {"acronym": acronym, "name": acronym, "@id": f"{portal.home}/ontologies/{acronym}", "links": {}}


def _latest(submissions: list[Json], request: Request) -> Json:
    """Of several recordings of the newest submission, the one with most fields where all are asked for."""
    newest = [one for one in submissions if number_of(one) == number_of(submissions[0])]
    return max(newest, key=len) if _display(request) else newest[0]


def _submission_of(submissions: list[Json], number: str) -> Json:
    for one in submissions:
        if str(number_of(one)) == number:
            return one
    raise Refused("`submissionId` not found", 404)


def _submission(portal: Recorded, request: Request, submission: Json, more: list[str]) -> Response:
    acronym = submission["ontology"]["acronym"]
    match more:
        case []:
            same = [one for one in portal.submissions_of(acronym) if number_of(one) == number_of(submission)]
            return json_answer(chosen(_latest(same, request), request))
        case ["download"]:
            return _file(portal, request, acronym, [submission])
        case ["metrics"]:
            return _metrics(portal, acronym, [submission])
    raise Refused("Not found", 404)


def _file(portal: Recorded, request: Request, acronym: str, submissions: list[Json]) -> Response:
    wanted = request.values.get("download_format") or "rdf"
    if wanted not in FORMATS:
        raise Refused(f"Invalid download format: {wanted}.", 400)
    if not submissions:
        recorded: Any = portal.errors.get("404") or {"errors": ["There is no such submission for download"]}
        raise Refused(recorded["errors"][0], 404)
    name = f'attachment; filename="{acronym.lower()}.{wanted}"'
    return Response(_RDF, headers={"Content-Disposition": name}, content_type="application/rdf+xml")


def _metrics(portal: Recorded, acronym: str, submissions: list[Json]) -> Response:
    for submission in submissions:
        if isinstance(submission.get("metrics"), dict):
            return json_answer(submission["metrics"])
    for path, item in portal.singles.items():
        if path.startswith(f"/ontologies/{acronym}/") and path.endswith("/metrics"):
            return json_answer(item)
    raise Refused(f"There are no metrics for {acronym}", 404)


def _items(portal: Recorded, request: Request, acronym: str, rest: list[str]) -> Response:
    kind = rest[0]
    if len(rest) == 1:
        known = portal.pages.get(f"/ontologies/{acronym}/{kind}")
        items = [chosen(one, request) for one in (known["collection"] if known else portal.items(kind, acronym))]
        return json_answer(page_of(items, request, link_of(portal, request), known))
    place = quote(rest[1], safe="")
    item = portal.singles.get(f"/ontologies/{acronym}/{kind}/{place}") or portal.singles.get(
        f"/ontologies/*/{kind}/{place}"
    )
    if item is None:
        raise Refused(f"Resource '{rest[1]}' not found in ontology {acronym}", 404)
    if rest[2:] == ["parents"]:
        above = [
            portal.singles.get(f"/ontologies/{acronym}/{kind}/{quote(one, safe='')}")
            for one in item.get("subClassOf", [])
        ]
        return json_answer([chosen(one, request) for one in above if one])
    if len(rest) > 2:
        raise Refused("Not found", 404)
    return json_answer(chosen(item, request))


def _display(request: Request) -> str:
    return request.values.get("display") or request.values.get("include") or ""
