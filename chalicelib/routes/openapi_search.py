"""The description of searches, records, exports and what can be chosen, made of the tables that check what comes in."""

from chalicelib.export.formats import FORMATS as EXPORTS
from chalicelib.json_types import Json
from chalicelib.routes.export import COMPANIONS
from chalicelib.routes.openapi_parts import LOCATION, TEXT, found, in_path, in_query, json_body, operation
from chalicelib.routes.openapi_schemas import ref
from chalicelib.routes.records import FORMATS
from chalicelib.routes.requests import PARTS
from chalicelib.search.filters import SIDES, TYPES, Filter, Range, filters_of, ranges_of
from chalicelib.search.matrix import BY
from chalicelib.search.query import ALL_FACETS, LARGEST_PAGE, MOST_VALUES, NO_FACETS
from chalicelib.search.suggestions import MOST
from chalicelib.store.opensearch.names import GENERATIONS

RECORD = "neuromorpho-227"  # in the recordings and in the samples, with its file; so are the other examples
IDS = f"{RECORD},hippocampome-1000,model_db-2796"
SEARCH: Json = {"data_type": "morphology", "query": "pyramidal", "filters": {"species": ["rat"]}}
INDEX = in_path("index", {"enum": list(TYPES)}, "dataset")
IDENTIFIER = in_path("id", {"type": "string"}, RECORD)
RELEASE = in_query("release", {"type": "string", "pattern": f"^{GENERATIONS}$"}, description="the generation to read")
_CURSOR = in_query("cursor", {"type": "string"}, description="`next` of the page before")
_LINKS = {"Link": "next, prev and self (RFC 8288)", "Hub_Generation": "what was read"}
_STORED: Json = {"303": {"description": "larger than 5.7 MB: where it is", "headers": LOCATION}}


def search_paths() -> Json:
    page = in_path("page", {"type": "integer", "minimum": 0}, 0)
    size = in_path("size", {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE}, 20)
    body, pin = json_body(search_body(), SEARCH), (RELEASE, _CURSOR)
    pages = {**found("Page", **_LINKS), **_STORED}
    kept: Json = {"304": {"description": "not modified"}}
    return {
        "/search/{index}": {
            "get": operation(
                "searchByLink", "Search by a link", {**pages, **kept}, INDEX, *query_parameters(), *pin, errors=_ERRORS
            ),
            "post": operation("search", "Search", pages, INDEX, *pin, body=body),
        },
        "/search/{index}/{page}": {
            "post": operation("searchPage", "One page of a search", pages, INDEX, page, *pin, body=body)
        },
        "/search/{index}/{page}/{size}": {
            "post": operation(
                "searchPageOfSize", "One page of a chosen size", pages, INDEX, page, size, *pin, body=body
            )
        },
        "/search/{index}/all": {
            "post": operation(
                "getRecords",
                "Records by identifier, or all of an index",
                {**found("Records"), **_STORED},
                INDEX,
                *pin,
                body=json_body(ids_body(), {"ids": IDS.split(",")}),
            )
        },
    }


_ERRORS = ("400", "404", "406", "410", "503")


def record_paths() -> Json:
    form = in_query("format", {"enum": list(FORMATS)}, description="takes precedence over `Accept`")
    forms = [media_type.partition(";")[0] for media_type in FORMATS.values()]
    answer = {
        **found("RecordDetail", forms, ETag="the entity tag", Link="signposting"),
        "304": {"description": "not modified"},
    }
    for kind in ("application/ld+json", "application/vnd.citationstyles.csl+json"):
        answer["200"]["content"][kind] = {"schema": {}}
    path = in_path("path", {"type": "string"}, "m2796/README.txt")
    model = in_path("id", {"type": "string"}, "model_db-2796")
    text: Json = {"200": {"description": "found", "content": {"text/plain": {"schema": {"type": "string"}}}}}
    missing = ("400", "404", "410", "422", "503")
    return {
        "/records/{id}": {
            "get": operation("getRecord", "One record", answer, IDENTIFIER, form, RELEASE, errors=_ERRORS)
        },
        "/records/{id}/files": {
            "get": operation("listFiles", "List an archive's files", found("Members"), model, RELEASE, errors=missing)
        },
        "/records/{id}/files/{path}": {
            "get": operation(
                "getFileText", "Read a text file of an archive", text, model, path, RELEASE, errors=missing
            )
        },
    }


def export_paths() -> Json:
    formats = [*EXPORTS, *COMPANIONS.values()]
    form = in_query("format", {"enum": formats}, "csv", "takes precedence over `Accept`")
    ids = in_query("ids", {"type": "string"}, description="identifiers of either index with commas between them")
    searched = [one for one in query_parameters() if one["name"] not in (*PARTS, "q")]
    text = in_query("q", TEXT, "Amaral")  # an archive: a page can show all of its table
    kinds: Json = {one.media_type.partition(";")[0]: {"schema": {}} for one in EXPORTS.values()}
    written: Json = {
        "description": "the complete export",
        "content": {**kinds, "application/csvm+json": {"schema": ref("TableMetadata")}},
    }
    answer: Json = {"200": written, **_STORED, "202": _pending("the export")}
    searching = whole_search_body()
    searching["properties"] |= {**ids_body()["properties"], "format": {"enum": formats}}
    body = json_body(searching, {**SEARCH, "format": "csv"})
    key = in_path("key", {"type": "string"})
    ready: Json = {"302": {"description": "the export", "headers": LOCATION}, "202": _pending("the export")}
    return {
        "/export/{index}": {
            "get": operation(
                "export",
                "A whole result as a table, citations, …",
                answer,
                INDEX,
                form,
                text,
                ids,
                *searched,
                RELEASE,
                errors=_ERRORS,
            ),
            "post": operation(
                "exportByBody", "Export by POST, for long lists", answer, INDEX, RELEASE, body=body, errors=_ERRORS
            ),
        },
        "/exports/{key}": {"get": operation("getExport", "Progress of an export", ready, key, RELEASE)},
    }


def choice_paths() -> Json:
    kind = in_path("type", {"enum": types()}, "morphology")
    extended = in_query(
        "extended", {"type": "boolean"}, description="with filters that the hub's frontend does not know"
    )
    return {
        "/types/{index}": {"get": operation("getTypes", "Types of an index", found("Types"), INDEX)},
        "/filters/{index}": {
            "get": operation("getFilters", "Filters of an index", found("FilterTree"), INDEX, extended, RELEASE)
        },
        "/filters/{index}/{type}": {
            "get": operation("getTypeFilters", "Filters of a type", found("FilterTree"), INDEX, kind, extended, RELEASE)
        },
    }


def help_paths() -> Json:
    """Suggestions as one types, and the matrix of connections."""
    size = in_query("size", {"type": "integer", "minimum": 1, "maximum": MOST})
    typed = [in_query("q", TEXT, "CA1 pyr"), in_query("data_type", {"enum": types()}), size]
    sides = [one for one in query_parameters() if one["name"].partition(".")[0] in (*SIDES, "concept", "q", "literal")]
    own = [in_query("by", {"enum": list(BY)}, "soma_region"), in_query("format", {"enum": ["json", "csv"]})]
    matrix = found("Matrix", ("application/json", "text/csv"))
    return {
        "/suggest/{index}": {
            "get": operation("suggest", "Suggestions as one types", found("Suggestions"), INDEX, *typed)
        },
        "/connections/matrix": {
            "get": operation("getMatrix", "Connections counted by both sides", matrix, *own, *sides, RELEASE)
        },
    }


def search_body() -> Json:
    """The body of a search, as the hub's frontend sends it."""
    filters, ranges = _filters(), _ranges()
    sides = {side: _open({one.key.split(".")[1]: _choice() for one in filters if one.side == side}) for side in SIDES}
    plain = {one.key: _choice() for one in filters if not one.side}
    spans = {one.key: _span(one) for one in ranges}
    return _open(
        {
            "data_type": {"anyOf": [{"enum": [*types(), ""]}, {"type": "null"}]},
            "query": {"anyOf": [TEXT, {"type": "null"}]},
            "filters": {"anyOf": [_open({**plain, **sides, **spans, "concept": _choice()}), {"type": "null"}]},
            "facets": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}, {"type": "null"}]},
            "literal": {"type": ["boolean", "null"]},
            "explain": {"type": ["boolean", "null"]},
            "sort": {"anyOf": [ref("Order"), {"type": "null"}]},
        }
    )


def whole_search_body() -> Json:
    """The same without what says which part of a result is wanted."""
    body = search_body()
    return {**body, "properties": {name: one for name, one in body["properties"].items() if name not in PARTS}}


def ids_body() -> Json:
    return _open(
        {"ids": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}, {"type": "null"}]}}
    )


def query_parameters() -> list[Json]:
    """A search as parameters of an address."""
    return [
        in_query("q", TEXT, "pyramidal"),
        in_query("data_type", {"enum": types()}),
        in_query("page", {"type": "integer", "minimum": 0}),
        in_query("size", {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE}),
        in_query("sort", ref("Order")),
        *(in_query(one.key, _flag() if one.is_flag else {"type": "array", "items": TEXT}) for one in _filters()),
        *(in_query(one.key, {"type": "string"}, description=_unit(one)) for one in _ranges()),
        in_query("concept", {"type": "array", "items": TEXT}, description="identifier, label or synonym of a concept"),
        in_query("facets", {"type": "string"}, description=f"{NO_FACETS}, {ALL_FACETS}, or names with commas between"),
        in_query("literal", {"type": "boolean"}, description="take the text as words and nothing else"),
        in_query(
            "explain", {"type": "boolean"}, description="explain for each record which words matched in which field"
        ),
    ]


def types() -> list[str]:
    return [name for kinds in TYPES.values() for name in kinds]


def _pending(what: str) -> Json:
    return {
        "description": f"{what} is being made; ask again",
        "content": {"application/json": {"schema": ref("Pending")}},
    }


def _filters() -> list[Filter]:
    return list({one.key: one for index in TYPES for one in filters_of(index, None)}.values())


def _ranges() -> list[Range]:
    return list({one.key: one for index in TYPES for one in ranges_of(index, None)}.values())


def _unit(one: Range) -> str:
    return f"{one.label}{f' in {one.unit}' if one.unit else ''}: from..to, either end may be open"


def _span(one: Range) -> Json:
    ends = _open({"from": {"type": ["number", "null"]}, "to": {"type": ["number", "null"]}})
    return {"anyOf": [{"type": "string"}, ends, {"type": "null"}], "description": _unit(one)}


def _flag() -> Json:
    return {"enum": ["true", "false"]}


def _choice() -> Json:
    many = {"type": "array", "items": TEXT, "maxItems": MOST_VALUES}
    return {"anyOf": [TEXT, many, {"type": "boolean"}, {"type": "null"}]}


def _open(properties: Json) -> Json:
    return {"type": "object", "additionalProperties": False, "properties": properties}
