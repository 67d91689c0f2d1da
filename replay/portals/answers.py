"""What a portal answers: keys, paths, paging, chosen fields, and errors in the words of the real one.

Error texts are those of github.com/ncbo/ontologies_api. As the real portals do, a list is paged only if `page` is asked
for (classes and search always are), and the link to the next page carries the caller's key.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from werkzeug.wrappers import Request, Response

from replay.portals.ontologies import Refused, ontology_answer
from replay.portals.pages import chosen, json_answer, key_of, link_of, page_of
from replay.portals.recordings import Recorded, number_of
from replay.portals.tables import Json

NO_KEY = "You must provide an API Key either using the query-string parameter `apikey` or the `Authorization` header"
NO_QUERY = "The search query must be provided via /search?q=<query>[&page=<pagenum>&pagesize=<pagesize>]"
NO_TEXT = "A text to be annotated must be supplied using the argument text=<text to be annotated>"
INTERNAL = "Internal server error"
BROKEN = "FMA/classes/roots"  # the recorded call that ended in a plain 500


def respond(portal: Recorded, request: Request, rest: str) -> Response:
    """One answer; `rest` is the raw path below the portal's address."""
    if not key_of(request):
        return json_answer(portal.errors.get("401") or {"status": 401, "error": NO_KEY}, 401)
    if rest.endswith("/"):
        query = request.query_string.decode("latin-1")
        target = f"{request.url_root}{portal.name}/{rest.rstrip('/')}" + (f"?{query}" if query else "")
        return Response(status=301 if request.method in ("GET", "HEAD") else 308, headers={"Location": target})
    try:
        return _negotiate_format(request, _answer(portal, request, [unquote(one) for one in rest.split("/")]))
    except Refused as refusal:
        return json_answer({"errors": [str(refusal)], "status": refusal.status}, refusal.status)


def _answer(portal: Recorded, request: Request, parts: list[str]) -> Response:
    whole = {"search": _search, "annotator": _annotations, "submissions": _submissions, "ontologies": _ontologies}
    match parts:
        case [""]:
            return json_answer({"links": {name: f"{portal.home}/{name}" for name in whole}})
        case [name] if name in whole:
            return whole[name](portal, request)
        case ["ontologies", *_] if "/".join(parts[1:]) == BROKEN:
            return Response(portal.errors.get("500", INTERNAL), 500, mimetype="text/plain")
        case ["ontologies", acronym, *rest]:
            return ontology_answer(portal, request, acronym, rest)
        case ["categories" | "groups" as kind, acronym]:
            return _category(portal, kind, acronym)
    raise Refused("Not found", 404)


def _submissions(portal: Recorded, request: Request) -> Response:
    return _item_list(portal, request, _latest(portal))


def _ontologies(portal: Recorded, request: Request) -> Response:
    return _item_list(portal, request, portal.ontologies or [one["ontology"] for one in _latest(portal)])


def _latest(portal: Recorded) -> list[Json]:
    newest: dict[str, Json] = {}
    for one in portal.submissions:
        known = newest.setdefault(one["ontology"]["acronym"], one)
        if number_of(one) > number_of(known):
            newest[one["ontology"]["acronym"]] = one
    return list(newest.values())


def _item_list(portal: Recorded, request: Request, items: list[Json]) -> Response:
    items = [chosen(one, request) for one in items]
    if "page" not in request.values:
        return json_answer(items)
    return json_answer(page_of(items, request, link_of(portal, request)))


def _search(portal: Recorded, request: Request) -> Response:
    text = request.values.get("q", "").strip()
    if not text:
        raise Refused(NO_QUERY, 400)
    known = portal.pages.get("/search")
    if known and f"?q={quote(text)}&" in known["links"]["nextPage"]:
        return json_answer(page_of(known["collection"], request, link_of(portal, request), known))
    found = [one for one in portal.items("classes") if _matches(one, text.casefold(), request)]
    return json_answer(page_of([chosen(one, request) for one in found], request, link_of(portal, request)))


def _matches(item: Json, text: str, request: Request) -> bool:
    wanted = [one for one in request.values.get("ontologies", "").split(",") if one]
    if wanted and item["links"]["ontology"].rsplit("/", 1)[1] not in wanted:
        return False
    labels = [item["prefLabel"], *item.get("synonym", []), item["@id"]]
    if request.values.get("require_exact_match") == "true":
        return text in [str(one).casefold() for one in labels]
    return any(text in str(one).casefold() for one in labels)


def _annotations(portal: Recorded, request: Request) -> Response:
    given: Any = request.get_json(silent=True) if request.is_json else request.values
    text = str(given.get("text") or "").casefold() if isinstance(given, Mapping) else ""
    if not text.strip():
        raise Refused(NO_TEXT, 400)
    return json_answer(
        [one for one in portal.annotations if any(part["text"].casefold() in text for part in one["annotations"])]
    )


def _category(portal: Recorded, kind: str, acronym: str) -> Response:
    """A category or group: only its address was recorded, so its name is made of that."""
    address = f"/{kind}/{acronym}"
    nested = [one["ontology"] for one in portal.submissions]
    named = [
        url for one in (*portal.ontologies, *nested) for key in ("hasDomain", "group") for url in one.get(key) or []
    ]
    if not any(url.endswith(address) for url in named):
        raise Refused(f"{acronym} not found", 404)
    name = acronym.replace("-", " ").replace("_", " ").title()
    return json_answer({"acronym": acronym, "name": name, "description": None, "@id": portal.home + address})


def _negotiate_format(request: Request, answer: Response) -> Response:
    """JSON in the other two forms that a portal has; of XML only that it is XML."""
    if answer.status_code != 200 or answer.mimetype != "application/json":
        return answer
    if callback := request.values.get("callback"):
        return Response(f"{callback}({answer.get_data(as_text=True)})", mimetype="application/javascript")
    if request.values.get("format") == "xml" or request.accept_mimetypes.best == "application/xml":
        return Response('<?xml version="1.0" encoding="UTF-8"?>\n<replay/>\n', mimetype="application/xml")
    return answer
