"""The API's description (OpenAPI 3.1), made of the tables and models that check what comes in and shape what goes
out.
"""

import re
from functools import cache

from chalicelib import VERSION
from chalicelib.json_types import Json
from chalicelib.routes.openapi_morphology import MEASURES, morphology_paths
from chalicelib.routes.openapi_parts import LOCATION, found, in_path, in_query, json_body, operation
from chalicelib.routes.openapi_proxy import PORTAL, SECURITY, proxy_paths
from chalicelib.routes.openapi_schemas import ref, schemas
from chalicelib.routes.openapi_search import (
    IDENTIFIER,
    IDS,
    INDEX,
    RELEASE,
    SEARCH,
    choice_paths,
    export_paths,
    help_paths,
    ids_body,
    query_parameters,
    record_paths,
    search_paths,
    whole_search_body,
)
from chalicelib.routes.requests import PARTS

ABOUT = (
    "Search, filter, export, cite and download hippocampus data of NeuroMorpho.Org, Hippocampome.org, ModelDB and the"
    " hub's own collections; ask ontology portals of the BioPortal family."
)


def description(base: str) -> Json:
    """The whole document for the API at `base`."""
    return {**_document(), "servers": [{"url": base}]}


@cache
def _document() -> Json:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Hippocampus Hub API", "version": VERSION, "description": f"{ABOUT} {MEASURES}"},
        "paths": {
            **_with_tag("Search", {**search_paths(), **choice_paths(), **help_paths()}),
            **_with_tag("Records", {**record_paths(), **morphology_paths()}),
            **_with_tag("Export", export_paths()),
            **_with_tag("Files", _download_paths()),
            **_with_tag("Ontology portals", proxy_paths()),
            **_with_tag("Service", _service_paths()),
        },
        "components": {"schemas": {**schemas(), "Portal": PORTAL}, "securitySchemes": SECURITY},
    }


def _with_tag(tag: str, paths: Json) -> Json:
    """The same paths in one group of the page that shows them; each operation has a name that generators can use."""
    return {
        path: {method: {"operationId": _name_of(method, path), **one, "tags": [tag]} for method, one in methods.items()}
        for path, methods in paths.items()
    }


def _name_of(method: str, path: str) -> str:
    """`getPortalsSearch` for GET /portals/{portal}/search."""
    words = re.findall(r"[A-Za-z]+", path.replace("{", "by {"))
    return method + "".join(word.capitalize() for word in words)


def _download_paths() -> Json:
    name = in_path("name", {"type": "string", "description": "a display name; ignored"}, "c91662.CNG.swc")
    ids = in_query("ids", {"type": "string"}, IDS, "identifiers of either index with commas between them")
    searched = [one for one in query_parameters() if one["name"] not in PARTS]
    body, listed = json_body(whole_search_body(), SEARCH), json_body(ids_body(), {"ids": IDS.split(",")})
    key = in_path("key", {"type": "string"})
    icon = in_path("name", {"type": "string"}, "picture.png")
    picture: Json = {
        "200": {"description": "the picture", "content": {"image/*": {"schema": {}}}},
        **_file("the picture"),
    }
    errors = ("400", "404", "410", "502", "503")
    return {
        "/download/{index}": {
            "get": operation("download", "Files as a ZIP", _archive(), INDEX, ids, RELEASE),
            "post": operation(
                "downloadByBody", "Files as a ZIP, for long lists", _archive(), INDEX, RELEASE, body=listed
            ),
        },
        "/download/{index}/all": {
            "get": operation(
                "downloadFound", "Files of all matching records as a ZIP", _archive(), INDEX, *searched, RELEASE
            ),
            "post": operation(
                "downloadFoundByBody", "Files of all matching records as a ZIP", _archive(), INDEX, RELEASE, body=body
            ),
        },
        "/download/{index}/{id}": {
            "get": operation("downloadFile", "One file", _file("the file"), INDEX, IDENTIFIER, RELEASE, errors=errors)
        },
        "/archives/{key}": {"get": operation("getArchive", "Progress of a ZIP", _archive(), key, RELEASE)},
        "/files/{id}/{name}": {
            "get": operation("getFile", "One file", _file("the file"), IDENTIFIER, name, errors=errors)
        },
        "/icons/{id}/{name}": {"get": operation("getIcon", "A picture", picture, IDENTIFIER, icon, errors=errors)},
    }


def _service_paths() -> Json:
    run = in_path("run", {"type": "string"})
    since = in_query("since", {"type": "string"}, "2026-01-01", "a time (ISO 8601) or a generation")
    form = in_query("format", {"enum": ["json", "atom"]})
    searched = [one for one in query_parameters() if one["name"] not in PARTS]
    for one in searched:
        one.pop("example", None)
    index = in_query(
        "index",
        {"enum": ["dataset", "model"]},
        description="of the search; else the provider's, else each with such filters",
    )
    number = in_query("page", {"type": "integer", "minimum": 0}, description="of the feed; 0 is the newest")
    provider = in_query("provider", {"type": "string"}, "neuromorpho")
    feed = {**found("Changes", ("application/json", "application/atom+xml")), "303": {"description": "where it is"}}
    return {
        "/": {
            "get": operation(
                "getFront", "Overview of the hub", found("Status", ("application/json", "text/html")), errors=()
            )
        },
        "/health": {"get": operation("getHealth", "Liveness", found("Status"), errors=())},
        "/ready": {"get": operation("getReady", "Readiness", found("Status"), errors=("503",))},
        "/releases": {"get": operation("listReleases", "Readable releases", found("Releases"))},
        "/changes": {
            "get": operation(
                "listChanges",
                "What was added, changed and removed",
                feed,
                since,
                provider,
                form,
                index,
                number,
                *searched,
            )
        },
        "/harvests": {"get": operation("listHarvests", "How fresh the data are", found("Harvests"))},
        "/harvests/{run}": {"get": operation("getHarvest", "One harvest", found("Harvests"), run)},
    }


def _archive() -> Json:
    pending = {"application/json": {"schema": ref("Pending")}}
    return {
        "302": {"description": "the ZIP", "headers": LOCATION},
        "303": {"description": "the same after a POST", "headers": LOCATION},
        "202": {"description": "the ZIP is being made; ask again", "content": pending},
    }


def _file(what: str) -> Json:
    return {"302": {"description": what, "headers": LOCATION}}
