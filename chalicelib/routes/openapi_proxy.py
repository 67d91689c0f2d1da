"""The description of the ontology portals' routes; the portals' responses are for the portals to describe.

Common resources have entries of their own, because pages for trying out an API encode the slashes in a parameter; the
last entries cover everything else.
"""

from typing import Any

from chalicelib.config import from_environment
from chalicelib.json_types import Json
from chalicelib.proxy.portals import PORTALS, old_roots
from chalicelib.proxy.registries import Registries
from chalicelib.routes.openapi_parts import TEXT, answers, in_path, in_query

SECURITY: Json = {
    "portalKey": {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": "Your own key for a portal, as `apikey token=KEY`. Without one, the service lends you its own"
        " key for requests that only read.",
    }
}
PORTAL: Json = {
    "type": "object",
    "required": ["name", "title", "kind", "language", "home", "url"],
    "properties": {
        "name": {"enum": list(PORTALS)},
        "title": {"type": "string"},
        "kind": {"type": "string", "description": "which fork of the portal software it runs"},
        "language": {"type": "string", "description": "ISO 639-1"},
        "home": {"type": "string", "description": "the address of its own API"},
        "url": {"type": "string", "description": "its address in this API"},
    },
}
_LOCATION: Json = {"Location": {"schema": {"type": "string"}}}
_WAITS: Json = {"Retry-After": {"schema": {"type": "string"}, "description": "seconds to wait, if known"}}
_LIMITS: Json = {f"RateLimit-{one}": {"schema": {"type": "string"}} for one in ("Limit", "Remaining", "Reset")}


def proxy_paths() -> Json:
    roots = old_roots(from_environment().portal_roots)
    portal, path = in_path("portal", {"enum": list(PORTALS)}), _example("path", "categories")
    acronym, part = _example("acronym", "UBERON"), _example("part", "latest_submission")
    listed: Json = {"type": "object", "required": ["portals"], "properties": {"portals": {"type": "array"}}}
    listed["properties"]["portals"]["items"] = {"$ref": "#/components/schemas/Portal"}
    return {
        "/portals": {"get": {"summary": "Ontology portals", "responses": _found(listed)}},
        "/portals/{portal}": {
            "get": {
                "summary": "One ontology portal",
                "parameters": [portal],
                "responses": answers("#/components/schemas/Portal"),
            }
        },
        **_resources("", "of the default portal", [], acronym, part),
        **_resources("/portals/{portal}", "of a portal", [portal], acronym, part),
        "/portals/{portal}/search": _both("Search the classes of a portal", [portal], q="hippocampus"),
        "/portals/{portal}/annotator": _both(
            "Find the classes that a text mentions", [portal], text="CA1 field of hippocampus"
        ),
        "/portals/{portal}/{path}": _both("Any resource of a portal, at any depth", [portal, path]),
        **{f"/{root}/{{path}}": _both(f"Old address of a portal: /{root}/...", [path]) for root in roots},
    }


def _resources(base: str, whose: str, given: list[Json], acronym: Json, part: Json) -> Json:
    """The entries for /ontologies and /submissions below an address."""
    return {
        f"{base}/ontologies": _read(f"Ontologies {whose}", given),
        f"{base}/ontologies/{{acronym}}": _read(f"One ontology {whose}", [*given, acronym]),
        f"{base}/ontologies/{{acronym}}/{{part}}": _read(f"A part of one ontology {whose}", [*given, acronym, part]),
        f"{base}/submissions": _read(f"Latest submissions {whose}", given),
    }


def _found(schema: Json) -> Json:
    found = answers(None)
    return {**found, "200": {"description": "found", "content": {"application/json": {"schema": schema}}}}


def _both(summary: str, given: list[Json], **query: str) -> Json:
    form: Any = {
        "application/x-www-form-urlencoded": {"schema": {"type": "object", "additionalProperties": True}},
        "application/json": {"schema": {}},
    }
    post = {"parameters": given, "requestBody": {"content": form}, "responses": _portal_responses()}
    return {**_read(summary, given, **query), "post": {"summary": summary, "security": _keys(), **post}}


def _read(summary: str, given: list[Json], **query: str) -> Json:
    """A GET with any of the portals' parameters, among them these (each with an example), and one of our formats."""
    own = [{**in_query(name, TEXT), "example": value} for name, value in query.items()]
    page = [in_query(name, {"type": "integer", "minimum": 1}) for name in ("page", "pagesize")]
    made = in_query("format", {"enum": sorted(Registries().formats())})
    return {
        "get": {
            "summary": summary,
            "security": _keys(),
            "parameters": [*given, *own, in_query("display", TEXT), *page, made],
            "responses": _portal_responses(),
        }
    }


def _portal_responses() -> Json:
    anything: Json = {"application/json": {"schema": {}}}
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    error = {
        "description": "the portal's error, or the reason why the portal was not asked",
        "content": {**anything, **problem},
    }
    written: Json = {kind: {"schema": {}} for kind in ("application/xml", "application/zip")}
    return {
        "200": {"description": "the portal's response", "headers": _LIMITS, "content": {**anything, **written}},
        "202": {"description": "the export is in progress; ask again later", "content": anything},
        "302": {"description": "not JSON, or too large: its address", "headers": _LOCATION},
        "303": {"description": "the same after a POST", "headers": _LOCATION},
        "4XX": {**error, "headers": {**_LIMITS, **_WAITS}},
        "5XX": {**error, "headers": _WAITS},
    }


def _keys() -> list[Json]:
    return [{}, {"portalKey": []}]


def _example(name: str, value: str) -> Json:
    return {**in_path(name, {"type": "string"}), "example": value}
