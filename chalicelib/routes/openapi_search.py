"""The part of the API's description that is about searching, made of the tables that check what comes in."""

from collections.abc import Sequence

from chalicelib.json_types import Json
from chalicelib.routes.openapi_parts import TEXT, answers, in_path, in_query, json_body, object_of
from chalicelib.search.filters import RANGES, SIDES, TYPES, Filter, Range
from chalicelib.search.matrix import BY
from chalicelib.search.query import ALL_FACETS, CONCEPT, LARGEST_PAGE, MOST_VALUES, NO_FACETS, SORTS
from chalicelib.search.suggestions import MOST
from chalicelib.store.opensearch.names import GENERATIONS

_FACETS = f"facets to count: `{ALL_FACETS}`, `{NO_FACETS}` (as without it), or names with commas between them"
_CONCEPT = "a concept by identifier, label or synonym; of one facet one is enough, of each facet one is needed"
_LITERAL = "take the text as words alone: nothing in it becomes a filter"
_EXPLAIN = "tell per hit which words matched in which field"
_FLAG: Json = {"type": "boolean"}


def search_paths() -> Json:
    index, page = in_path("index", {"enum": list(TYPES)}), in_path("page", {"type": "integer", "minimum": 0})
    size = in_path("size", {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE})
    post = {"requestBody": json_body(search_body()), "responses": answers("#/components/schemas/Page")}
    whole = {"requestBody": json_body(ids_body()), "responses": answers(None)}
    pin = [release(), _cursor()]
    return {
        "/search/{index}": {
            "post": {"summary": "Search", "parameters": [index, *pin], **post},
            "get": {
                "summary": "Search by a link",
                "parameters": [index, *search_parameters(), *pin],
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
            "post": {"summary": "Records by identifier", "parameters": [index, release()], **whole}
        },
    }


def choice_paths() -> Json:
    index, kind = in_path("index", {"enum": list(TYPES)}), in_path("type", {"enum": _types()})
    extended = in_query("extended", {**_FLAG, "description": "all filters, not only those of the frontend"})
    asked = [release(), extended]
    return {
        "/types/{index}": {"get": {"summary": "Types", "parameters": [index], "responses": answers(None)}},
        "/filters/{index}": {"get": {"summary": "Filters", "parameters": [index, *asked], "responses": answers(None)}},
        "/filters/{index}/{type}": {
            "get": {"summary": "Filters of a type", "parameters": [index, kind, *asked], "responses": answers(None)}
        },
    }


def help_paths() -> Json:
    """Suggestions, and the matrix of connections."""
    index, size = in_path("index", {"enum": list(TYPES)}), {"type": "integer", "minimum": 1, "maximum": MOST}
    typed = [in_query("q", TEXT), in_query("data_type", {"enum": _types()}), in_query("size", size)]
    sides = [one for one in search_parameters() if one["name"].partition(".")[0] in (*SIDES, "q", CONCEPT)]
    own = [in_query("by", {"enum": list(BY)}), in_query("format", {"enum": ["json", "csv"]}), release()]
    table = {"text/csv": {"schema": {"type": "string"}}, "application/json": {"schema": {"type": "object"}}}
    return {
        "/suggest/{index}": {
            "get": {"summary": "Suggestions as one types", "parameters": [index, *typed], "responses": answers(None)}
        },
        "/connections/matrix": {
            "get": {
                "summary": "Connections counted by both of their sides",
                "parameters": [*own, *sides],
                "responses": {**answers(None), "200": {"description": "found", "content": table}},
            }
        },
    }


def search_body() -> Json:
    filters = _filters()
    sides = {
        side: object_of({one.key.split(".")[1]: _choice(one) for one in filters if one.side == side}) for side in SIDES
    }
    plain = {one.key: _choice(one) for one in filters if not one.side}
    spans = {one.key: _span(one) for one in _ranges()}
    text_or_list: Json = {"anyOf": [TEXT, {"type": "array", "items": TEXT}, {"type": "null"}]}
    return object_of(
        {
            "data_type": {"anyOf": [{"enum": [*_types(), ""]}, {"type": "null"}]},
            "query": {"anyOf": [TEXT, {"type": "null"}]},
            "filters": {"anyOf": [object_of({**plain, **spans, CONCEPT: _concepts(), **sides}), {"type": "null"}]},
            "facets": {**text_or_list, "description": _FACETS},
            "literal": {"anyOf": [_FLAG, {"type": "null"}], "description": _LITERAL},
            "explain": {"anyOf": [_FLAG, {"type": "null"}], "description": _EXPLAIN},
            "sort": {"anyOf": [{"enum": [*SORTS, ""]}, {"type": "null"}]},
        }
    )


def search_parameters() -> list[Json]:
    size = {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE}
    return [
        in_query("q", TEXT),
        in_query("data_type", {"enum": _types()}),
        in_query("page", {"type": "integer", "minimum": 0}),
        in_query("size", size),
        in_query("sort", {"enum": list(SORTS)}),
        in_query("facets", {**TEXT, "description": _FACETS}),
        in_query("literal", {**_FLAG, "description": _LITERAL}),
        in_query("explain", {**_FLAG, "description": _EXPLAIN}),
        in_query(CONCEPT, {"type": "array", "items": TEXT, "description": _CONCEPT}),
        *(in_query(one.key, _FLAG if one.is_flag else {"type": "array", "items": TEXT}) for one in _filters()),
        *(in_query(one.key, _span_text(one)) for one in _ranges()),
    ]


def ids_body() -> Json:
    return object_of({"ids": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}})


def release() -> Json:
    return in_query("release", {"type": "string", "pattern": f"^{GENERATIONS}$", "description": "a generation"})


def page_schema(records: Sequence[str]) -> Json:
    """A page of a search; `records` are the names of the records' schemas."""
    shapes = [{"$ref": f"#/components/schemas/{name}"} for name in records]
    whole: Json = {"type": "integer", "minimum": 0}
    told: Json = {"type": "array", "items": {"type": "object"}}
    return {
        "type": "object",
        "required": ["total", "total_page", "items", "page", "size"],
        "properties": {
            **dict.fromkeys(("total", "total_page", "page", "size"), whole),
            "items": {"type": "array", "items": {"type": "object", "description": "a record", "x-one-of": shapes}},
            "facets": {
                "type": "object",
                "description": "those that were asked for: values with counts; concepts with identifier and label;"
                " numbers in bars",
                "additionalProperties": {"type": "array", "items": {"type": "object"}},
            },
            "interpreted": {**told, "description": "each piece of the text that was understood, with its filter"},
            "relaxed": {
                "type": "array",
                "items": {"type": "string"},
                "description": "what was loosened because the text as it stands finds nothing",
            },
            "notes": {**told, "description": "chosen values that no record has, with the nearest"},
            "did_you_mean": {**told, "description": "other texts, with how many records each finds"},
            "explanations": {"type": "object", "description": "with `explain`: by record what matched where"},
            "generation": {"type": "string", "description": "what the answer was made from; give it back as `release`"},
            "next": {"type": ["string", "null"], "description": "give it back as `cursor` for the page that follows"},
        },
    }


def _filters() -> list[Filter]:
    """All filters, each once."""
    return list({made.key: made for types in TYPES.values() for known in types.values() for made in known}.values())


def _ranges() -> list[Range]:
    return list({one.key: one for ranges in RANGES.values() for one in ranges}.values())


def _types() -> list[str]:
    return [name for types in TYPES.values() for name in types]


def _choice(made: Filter) -> Json:
    if made.is_flag:
        return {"anyOf": [_FLAG, {"type": "null"}]}
    many = {"type": "array", "items": TEXT, "maxItems": MOST_VALUES}
    return {"anyOf": [TEXT, many, {"type": "null"}]}


def _concepts() -> Json:
    many = {"type": "array", "items": TEXT, "maxItems": MOST_VALUES}
    return {"anyOf": [TEXT, many, {"type": "null"}], "description": _CONCEPT}


def _span(made: Range) -> Json:
    ends = object_of({"from": {"type": ["number", "null"]}, "to": {"type": ["number", "null"]}})
    return {"anyOf": [_span_text(made), ends, {"type": "null"}]}


def _span_text(made: Range) -> Json:
    unit = f" in {made.unit}" if made.unit else ""
    return {"type": "string", "description": f"{made.label}{unit}: 200..500, ..500 or 200.."}


def _cursor() -> Json:
    return in_query("cursor", {"type": "string", "description": "`next` of the page before"})
