"""The API's description (OpenAPI 3.1), made of the tables and models that check what comes in and shape what goes out."""

from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from chalicelib.proxy.portals import PORTALS
from chalicelib.proxy.registries import Registries
from chalicelib.records import Connection, Electrophysiology, Json, Model, Morphology
from chalicelib.search.filters import SIDES, TYPES, Filter
from chalicelib.search.query import LARGEST_PAGE, LONGEST_TEXT, MOST_VALUES, SORTS
from chalicelib.store.names import GENERATIONS

RECORDS = (Morphology, Electrophysiology, Connection, Model)
_TEXT: Json = {"type": "string", "maxLength": LONGEST_TEXT}
_PROBLEM: Json = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "field": {"type": "string", "description": "what is wrong"},
        "allowed": {"type": "array", "items": {"type": "string"}, "description": "the names that exist"},
    },
}


def description(base: str) -> Json:
    """The whole document for the API at `base`."""
    return {**_document(), "servers": [{"url": base}]}


@cache
def _document() -> Json:
    _, definitions = models_json_schema(
        [(made, "serialization") for made in RECORDS], ref_template="#/components/schemas/{model}"
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Hippocampus Hub API",
            "version": "0.1.0",
            "description": "Search, filter and download hippocampus data of NeuroMorpho.Org, Hippocampome.org, ModelDB"
            " and the hub's own collections.",
        },
        "paths": {**_search_paths(), **_choice_paths(), **_download_paths(), **_proxy_paths(), **_other_paths()},
        "components": {"schemas": {"Problem": _PROBLEM, "Page": _page(), **definitions.get("$defs", {})}},
    }


def _search_paths() -> Json:
    index, page = _in_path("index", {"enum": list(TYPES)}), _in_path("page", {"type": "integer", "minimum": 0})
    size = _in_path("size", {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE})
    post = {"requestBody": _body(_search_body()), "responses": _answers("#/components/schemas/Page")}
    whole = {"requestBody": _body(_ids_body()), "responses": _answers(None)}
    pin = [_release(), _cursor()]
    return {
        "/search/{index}": {
            "post": {"summary": "Search", "parameters": [index, *pin], **post},
            "get": {
                "summary": "Search by a link",
                "parameters": [index, *_parameters(), *pin],
                "responses": {**_answers("#/components/schemas/Page"), "304": {"description": "as you have it"}},
            },
        },
        "/search/{index}/{page}": {
            "post": {"summary": "One page of a search", "parameters": [index, page, *pin], **post}
        },
        "/search/{index}/{page}/{size}": {
            "post": {"summary": "One page of a chosen size", "parameters": [index, page, size, *pin], **post}
        },
        "/search/{index}/all": {
            "post": {"summary": "Records by identifier", "parameters": [index, _release()], **whole}
        },
    }


def _choice_paths() -> Json:
    index, kind = _in_path("index", {"enum": list(TYPES)}), _in_path("type", {"enum": _types()})
    return {
        "/types/{index}": {"get": {"summary": "Types", "parameters": [index], "responses": _answers(None)}},
        "/filters/{index}": {
            "get": {"summary": "Filters", "parameters": [index, _release()], "responses": _answers(None)}
        },
        "/filters/{index}/{type}": {
            "get": {
                "summary": "Filters of a type",
                "parameters": [index, kind, _release()],
                "responses": _answers(None),
            }
        },
    }


def _download_paths() -> Json:
    index, one = _in_path("index", {"enum": list(TYPES)}), _in_path("id", {"type": "string"})
    name = _in_path("name", {"type": "string", "description": "any: it is for people"})
    ids = _in_query("ids", {"type": "string", "description": "identifiers with commas between them"})
    search = {"requestBody": _body(_search_body()), "responses": _redirects()}
    found = [one for one in (*_parameters(), _release()) if one["name"] not in ("page", "size", "sort")]
    return {
        "/download/{index}": {
            "get": {"summary": "A ZIP of files", "parameters": [index, ids, _release()], "responses": _redirects()},
            "post": {
                "summary": "A ZIP of files",
                "parameters": [index, _release()],
                "requestBody": _body(_ids_body()),
                "responses": _redirects(),
            },
        },
        "/download/{index}/all": {
            "get": {"summary": "A ZIP of all found", "parameters": [index, *found], "responses": _redirects()},
            "post": {"summary": "A ZIP of all found", "parameters": [index, _release()], **search},
        },
        "/download/{index}/{id}": {
            "get": {"summary": "A file", "parameters": [index, one, _release()], "responses": _redirects()}
        },
        "/archives/{key}": {
            "get": {
                "summary": "How far a ZIP is",
                "parameters": [_in_path("key", {"type": "string"}), _release()],
                "responses": _redirects(),
            }
        },
        "/files/{id}/{name}": {"get": {"summary": "A file", "parameters": [one, name], "responses": _redirects()}},
        "/icons/{id}/{name}": {"get": {"summary": "A picture", "parameters": [one, name], "responses": _redirects()}},
    }


def _proxy_paths() -> Json:
    """The ontology portals: what they answer is theirs to describe (data.bioontology.org/documentation)."""
    portal, path = _in_path("portal", {"enum": list(PORTALS)}), _in_path("path", {"type": "string"})
    places = {
        "/ontologies": ("Ontologies of the default portal", []),
        "/ontologies/{path}": ("What belongs to an ontology of the default portal, at any depth", [path]),
        "/submissions": ("Latest submissions at the default portal", []),
        "/submissions/{path}": ("What belongs to submissions at the default portal", [path]),
        "/portals/{portal}/{path}": ("Any resource of a portal, at any depth", [portal, path]),
        **{f"/{root}/{{path}}": (f"The same at its old address: {root}", [path]) for root in _old_roots()},
    }
    listed = {"get": {"summary": "Ontology portals", "responses": _answers(None)}}
    one = {"get": {"summary": "One ontology portal", "parameters": [portal], "responses": _answers(None)}}
    return {
        "/portals": listed,
        "/portals/{portal}": one,
        **{place: _passed_on(summary, parameters) for place, (summary, parameters) in places.items()},
    }


def _old_roots() -> list[str]:
    return [one.deployment_root for one in PORTALS.values() if one.deployment_root]


def _passed_on(summary: str, parameters: list[Json]) -> Json:
    """GET and POST with any parameter: the portals' own, and `format`."""
    query = _in_query("format", {"enum": sorted(Registries().formats())})
    anything: Json = {"application/json": {"schema": {}}}
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    error = {"description": "the portal's error, or why we did not ask it", "content": {**anything, **problem}}
    responses = {
        "200": {"description": "the portal's answer", "content": anything},
        "302": {"description": "no JSON, or too large: where it is", "headers": {"Location": {"schema": _TEXT}}},
        "303": {"description": "the same after a POST", "headers": {"Location": {"schema": _TEXT}}},
        "4XX": error,
        "5XX": error,
    }
    form = {"content": {"application/x-www-form-urlencoded": {"schema": {"type": "object"}}, **anything}}
    return {
        "get": {"summary": summary, "parameters": [*parameters, query], "responses": responses},
        "post": {"summary": summary, "parameters": parameters, "requestBody": form, "responses": responses},
    }


def _other_paths() -> Json:
    run = _in_path("run", {"type": "string"})
    return {
        "/": {"get": {"summary": "Is the server up?", "responses": _answers(None)}},
        "/health": {"get": {"summary": "Does the function run?", "responses": _answers(None)}},
        "/ready": {"get": {"summary": "Engine, storage, freshness: can we be relied on?", "responses": _answers(None)}},
        "/releases": {"get": {"summary": "What can be pinned", "responses": _answers(None)}},
        "/changes": {
            "get": {
                "summary": "What was added, changed and removed",
                "parameters": [
                    _in_query("since", {"type": "string", "description": "a time (ISO 8601) or a generation"}),
                    _in_query("provider", {"type": "string"}),
                    _in_query("format", {"enum": ["json", "atom"]}),
                ],
                "responses": _changes(),
            }
        },
        "/harvests": {"get": {"summary": "How fresh the data are", "responses": _answers(None)}},
        "/harvests/{run}": {"get": {"summary": "One harvest", "parameters": [run], "responses": _answers(None)}},
    }


def _changes() -> Json:
    feed: Json = {"application/atom+xml": {"schema": {"type": "string"}}}
    found = {"description": "found", "content": {"application/json": {"schema": {"type": "object"}}, **feed}}
    return {**_answers(None), "200": found, "303": {"description": "too large: where it is"}}


def _search_body() -> Json:
    leaves = {made.key: made for filters in TYPES.values() for known in filters.values() for made in known}
    sides = {
        side: _object({one.key.split(".")[1]: _choice() for one in leaves.values() if one.side == side})
        for side in SIDES
    }
    plain = {path: _choice() for path in leaves if "." not in path}
    return _object(
        {
            "data_type": {"anyOf": [{"enum": [*_types(), ""]}, {"type": "null"}]},
            "query": {"anyOf": [_TEXT, {"type": "null"}]},
            "filters": {"anyOf": [_object({**plain, **sides}), {"type": "null"}]},
        }
    )


def _ids_body() -> Json:
    return _object({"ids": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}})


def _choice() -> Json:
    many = {"type": "array", "items": _TEXT, "maxItems": MOST_VALUES}
    return {"anyOf": [_TEXT, many, {"type": "null"}]}


def _parameters() -> list[Json]:
    leaves: dict[str, Filter] = {
        one.key: one for filters in TYPES.values() for known in filters.values() for one in known
    }
    size = {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE}
    return [
        _in_query("q", _TEXT),
        _in_query("data_type", {"enum": _types()}),
        _in_query("page", {"type": "integer", "minimum": 0}),
        _in_query("size", size),
        _in_query("sort", {"enum": list(SORTS)}),
        *(_in_query(path, {"type": "array", "items": _TEXT}) for path in leaves),
    ]


def _release() -> Json:
    return _in_query("release", {"type": "string", "pattern": f"^{GENERATIONS}$", "description": "a generation"})


def _cursor() -> Json:
    return _in_query("cursor", {"type": "string", "description": "`next` of the page before"})


def _page() -> Json:
    records = [{"$ref": f"#/components/schemas/{made.__name__}"} for made in RECORDS]
    counted = {"type": "object", "properties": {"value": {"type": "string"}, "count": {"type": "integer"}}}
    whole: Json = {"type": "integer", "minimum": 0}
    return {
        "type": "object",
        "required": ["total", "total_page", "items", "page", "size"],
        "properties": {
            **dict.fromkeys(("total", "total_page", "page", "size"), whole),
            "items": {"type": "array", "items": {"type": "object", "description": "a record", "x-one-of": records}},
            "facets": {"type": "object", "additionalProperties": {"type": "array", "items": counted}},
            "generation": {"type": "string", "description": "what the answer was made from; give it back as `release`"},
            "next": {"type": ["string", "null"], "description": "give it back as `cursor` for the page that follows"},
        },
    }


def _types() -> list[str]:
    return [name for types in TYPES.values() for name in types]


def _object(properties: Json) -> Json:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _in_path(name: str, schema: Json) -> Json:
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _in_query(name: str, schema: Json) -> Json:
    return {"name": name, "in": "query", "schema": schema}


def _body(schema: Json) -> Json:
    return {"content": {"application/json": {"schema": schema}}}


def _answers(reference: str | None) -> Json:
    schema: Any = {"$ref": reference} if reference else {"type": "object"}
    return {"200": {"description": "found", "content": {"application/json": {"schema": schema}}}, **_problems()}


def _redirects() -> Json:
    headers = {"Location": {"schema": {"type": "string"}, "description": "a presigned link, short-lived"}}
    return {
        "302": {"description": "the file, or the ZIP", "headers": headers},
        "303": {"description": "the same after a POST", "headers": headers},
        "202": {"description": "the ZIP is being made; ask again"},
        **_problems(),
    }


def _problems() -> Json:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "4XX": {"description": "what was wrong with the request", "content": content},
        "5XX": {"description": "what is wrong on our side or at a source", "content": content},
    }
