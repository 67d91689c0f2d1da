"""The API's description (OpenAPI 3.1), made of the tables and models that check what comes in and shape what goes out."""

from functools import cache

from pydantic.json_schema import models_json_schema

from chalicelib.records import Connection, Electrophysiology, Json, Model, Morphology
from chalicelib.routes.openapi_parts import TEXT, answers, in_path, in_query, problems
from chalicelib.routes.openapi_proxy import PORTAL, SECURITY, proxy_paths
from chalicelib.search.filters import SIDES, TYPES, Filter
from chalicelib.search.query import LARGEST_PAGE, MOST_VALUES, SORTS
from chalicelib.store.opensearch.names import GENERATIONS

RECORDS = (Morphology, Electrophysiology, Connection, Model)
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
            " and the hub's own collections; ask ontology portals of the BioPortal family.",
        },
        "paths": {
            **_with_tag("Search", {**_search_paths(), **_choice_paths()}),
            **_with_tag("Files", _download_paths()),
            **_with_tag("Ontology portals", proxy_paths()),
            **_with_tag("Service", _other_paths()),
        },
        "components": {"schemas": _schemas(definitions), "securitySchemes": SECURITY},
    }


def _schemas(definitions: Json) -> Json:
    return {"Problem": _PROBLEM, "Page": _page(), "Portal": PORTAL, **definitions.get("$defs", {})}


def _with_tag(tag: str, paths: Json) -> Json:
    """The same paths in one group of the page that shows them."""
    return {
        path: {method: {**one, "tags": [tag]} for method, one in methods.items()} for path, methods in paths.items()
    }


def _search_paths() -> Json:
    index, page = in_path("index", {"enum": list(TYPES)}), in_path("page", {"type": "integer", "minimum": 0})
    size = in_path("size", {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE})
    post = {"requestBody": _body(_search_body()), "responses": answers("#/components/schemas/Page")}
    whole = {"requestBody": _body(_ids_body()), "responses": answers(None)}
    pin = [_release(), _cursor()]
    return {
        "/search/{index}": {
            "post": {"summary": "Search", "parameters": [index, *pin], **post},
            "get": {
                "summary": "Search by a link",
                "parameters": [index, *_parameters(), *pin],
                "responses": {**answers("#/components/schemas/Page"), "304": {"description": "as you have it"}},
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
    index, kind = in_path("index", {"enum": list(TYPES)}), in_path("type", {"enum": _types()})
    return {
        "/types/{index}": {"get": {"summary": "Types", "parameters": [index], "responses": answers(None)}},
        "/filters/{index}": {
            "get": {"summary": "Filters", "parameters": [index, _release()], "responses": answers(None)}
        },
        "/filters/{index}/{type}": {
            "get": {
                "summary": "Filters of a type",
                "parameters": [index, kind, _release()],
                "responses": answers(None),
            }
        },
    }


def _download_paths() -> Json:
    index, one = in_path("index", {"enum": list(TYPES)}), in_path("id", {"type": "string"})
    name = in_path("name", {"type": "string", "description": "any: it is for people"})
    ids = in_query("ids", {"type": "string", "description": "identifiers with commas between them"})
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
                "parameters": [in_path("key", {"type": "string"}), _release()],
                "responses": _redirects(),
            }
        },
        "/files/{id}/{name}": {"get": {"summary": "A file", "parameters": [one, name], "responses": _redirects()}},
        "/icons/{id}/{name}": {"get": {"summary": "A picture", "parameters": [one, name], "responses": _redirects()}},
    }


def _other_paths() -> Json:
    run = in_path("run", {"type": "string"})
    return {
        "/": {"get": {"summary": "Is the server up?", "responses": answers(None)}},
        "/health": {"get": {"summary": "Does the function run?", "responses": answers(None)}},
        "/ready": {"get": {"summary": "Engine, storage, freshness: can we be relied on?", "responses": answers(None)}},
        "/releases": {"get": {"summary": "What can be pinned", "responses": answers(None)}},
        "/changes": {
            "get": {
                "summary": "What was added, changed and removed",
                "parameters": [
                    in_query("since", {"type": "string", "description": "a time (ISO 8601) or a generation"}),
                    in_query("provider", {"type": "string"}),
                    in_query("format", {"enum": ["json", "atom"]}),
                ],
                "responses": _changes(),
            }
        },
        "/harvests": {"get": {"summary": "How fresh the data are", "responses": answers(None)}},
        "/harvests/{run}": {"get": {"summary": "One harvest", "parameters": [run], "responses": answers(None)}},
    }


def _changes() -> Json:
    feed: Json = {"application/atom+xml": {"schema": {"type": "string"}}}
    found = {"description": "found", "content": {"application/json": {"schema": {"type": "object"}}, **feed}}
    return {**answers(None), "200": found, "303": {"description": "too large: where it is"}}


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
            "query": {"anyOf": [TEXT, {"type": "null"}]},
            "filters": {"anyOf": [_object({**plain, **sides}), {"type": "null"}]},
        }
    )


def _ids_body() -> Json:
    return _object({"ids": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}})


def _choice() -> Json:
    many = {"type": "array", "items": TEXT, "maxItems": MOST_VALUES}
    return {"anyOf": [TEXT, many, {"type": "null"}]}


def _parameters() -> list[Json]:
    leaves: dict[str, Filter] = {
        one.key: one for filters in TYPES.values() for known in filters.values() for one in known
    }
    size = {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE}
    return [
        in_query("q", TEXT),
        in_query("data_type", {"enum": _types()}),
        in_query("page", {"type": "integer", "minimum": 0}),
        in_query("size", size),
        in_query("sort", {"enum": list(SORTS)}),
        *(in_query(path, {"type": "array", "items": TEXT}) for path in leaves),
    ]


def _release() -> Json:
    return in_query("release", {"type": "string", "pattern": f"^{GENERATIONS}$", "description": "a generation"})


def _cursor() -> Json:
    return in_query("cursor", {"type": "string", "description": "`next` of the page before"})


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


def _body(schema: Json) -> Json:
    return {"content": {"application/json": {"schema": schema}}}


def _redirects() -> Json:
    headers = {"Location": {"schema": {"type": "string"}, "description": "a presigned link, short-lived"}}
    return {
        "302": {"description": "the file, or the ZIP", "headers": headers},
        "303": {"description": "the same after a POST", "headers": headers},
        "202": {"description": "the ZIP is being made; ask again"},
        **problems(),
    }
