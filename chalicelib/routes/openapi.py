"""The API's description (OpenAPI 3.1), made of the tables and models that check what comes in and shape what goes out."""

from functools import cache

from pydantic.json_schema import models_json_schema

from chalicelib import VERSION
from chalicelib.records import Connection, Electrophysiology, Json, Model, Morphology
from chalicelib.routes.openapi_morphology import MEASURES, morphology_paths
from chalicelib.routes.openapi_parts import answers, in_path, in_query, json_body, problems
from chalicelib.routes.openapi_proxy import PORTAL, SECURITY, proxy_paths
from chalicelib.routes.openapi_search import (
    choice_paths,
    help_paths,
    ids_body,
    page_schema,
    release,
    search_body,
    search_parameters,
    search_paths,
)
from chalicelib.search.filters import TYPES

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
            "version": VERSION,
            "description": "Search, filter and download hippocampus data of NeuroMorpho.Org, Hippocampome.org, ModelDB"
            f" and the hub's own collections; ask ontology portals of the BioPortal family. {MEASURES}",
        },
        "paths": {
            **_with_tag("Search", {**search_paths(), **choice_paths(), **help_paths()}),
            **_with_tag("Files", _download_paths()),
            **_with_tag("Morphologies", morphology_paths()),
            **_with_tag("Ontology portals", proxy_paths()),
            **_with_tag("Service", _other_paths()),
        },
        "components": {"schemas": _schemas(definitions), "securitySchemes": SECURITY},
    }


def _schemas(definitions: Json) -> Json:
    return {
        "Problem": _PROBLEM,
        "Page": page_schema([made.__name__ for made in RECORDS]),
        "Portal": PORTAL,
        **definitions.get("$defs", {}),
    }


def _with_tag(tag: str, paths: Json) -> Json:
    """The same paths in one group of the page that shows them."""
    return {
        path: {method: {**one, "tags": [tag]} for method, one in methods.items()} for path, methods in paths.items()
    }


def _download_paths() -> Json:
    index, one = in_path("index", {"enum": list(TYPES)}), in_path("id", {"type": "string"})
    name = in_path("name", {"type": "string", "description": "any: it is for people"})
    ids = in_query("ids", {"type": "string", "description": "identifiers with commas between them"})
    search = {"requestBody": json_body(search_body()), "responses": _redirects()}
    found = [
        one
        for one in (*search_parameters(), release())
        if one["name"] not in ("page", "size", "sort", "facets", "explain")
    ]
    return {
        "/download/{index}": {
            "get": {"summary": "A ZIP of files", "parameters": [index, ids, release()], "responses": _redirects()},
            "post": {
                "summary": "A ZIP of files",
                "parameters": [index, release()],
                "requestBody": json_body(ids_body()),
                "responses": _redirects(),
            },
        },
        "/download/{index}/all": {
            "get": {"summary": "A ZIP of all found", "parameters": [index, *found], "responses": _redirects()},
            "post": {"summary": "A ZIP of all found", "parameters": [index, release()], **search},
        },
        "/download/{index}/{id}": {
            "get": {"summary": "A file", "parameters": [index, one, release()], "responses": _redirects()}
        },
        "/archives/{key}": {
            "get": {
                "summary": "How far a ZIP is",
                "parameters": [in_path("key", {"type": "string"}), release()],
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


def _redirects() -> Json:
    headers = {"Location": {"schema": {"type": "string"}, "description": "a presigned link, short-lived"}}
    return {
        "302": {"description": "the file, or the ZIP", "headers": headers},
        "303": {"description": "the same after a POST", "headers": headers},
        "202": {"description": "the ZIP is being made; ask again"},
        **problems(),
    }
