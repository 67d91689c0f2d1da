"""The schemas of the API's description: records as they are served, and every answer that has a shape of its own."""

from functools import cache

from chalicelib.export.schemas import MODELS, REFERENCE, record_schemas, type_of
from chalicelib.json_types import Json
from chalicelib.search.filters import TYPES
from chalicelib.search.query import SORTS, orders_of

_TEXT: Json = {"type": "string"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_TEXTS: Json = {"type": "array", "items": _TEXT}
_ANYTHING: Json = {"type": "object", "additionalProperties": True, "description": "fields vary"}


@cache
def schemas() -> Json:
    """All schemas by name."""
    details = {
        f"{name}Detail": {**_detail(one), "title": f"{name}Detail"}
        for name, one in record_schemas().items()
        if name in MODELS
    }
    return {
        **_PROBLEMS,
        **record_schemas(),
        **details,
        **_answers(),
        "Record": one_of(""),
        "RecordDetail": one_of("Detail"),
    }


def ref(name: str) -> Json:
    return {"$ref": f"{REFERENCE}{name}"}


def one_of(suffix: str) -> Json:
    """One of the four types of records; `type` tells which."""
    names = {type_of(name): f"{REFERENCE}{name}{suffix}" for name in MODELS}
    return {
        "oneOf": [{"$ref": reference} for reference in names.values()],
        "discriminator": {"propertyName": "type", "mapping": names},
    }


def closed_object(properties: Json, *, required: tuple[str, ...] | None = None) -> Json:
    """An object with these properties and no others; all are required unless it is said which."""
    wanted = list(properties if required is None else required)
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": wanted}


def array(items: Json) -> Json:
    return {"type": "array", "items": items}


def mapping(values: Json) -> Json:
    return {"type": "object", "additionalProperties": values}


def _detail(record: Json) -> Json:
    more: Json = {
        "related": mapping(ref("Related")),
        "file_state": ref("FileState"),
        "cite": closed_object({"text": _TEXT, "bibtex": _TEXT}),
        "generation": _TEXT,
    }
    return {
        **record,
        "properties": {**record["properties"], **more},
        "required": [*record["required"], *more],
    }


_PROBLEMS: Json = {
    "Problem": {
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "additionalProperties": True,
        "properties": {
            "type": _TEXT,
            "title": _TEXT,
            "status": {"type": "integer"},
            "detail": _TEXT,
            "field": {"type": "string", "description": "what is wrong"},
            "allowed": {**_TEXTS, "description": "the names that exist"},
        },
    }
}


def _answers() -> Json:
    return {
        **_search_answers(),
        "Page": _page(),
        "Records": closed_object(
            {
                "items": array(ref("Record")),
                "missing": _TEXTS,
                "generation": _TEXT,
                "next": {"type": ["string", "null"]},
            },
            required=("items", "missing", "generation"),
        ),
        "Note": closed_object({"field": _TEXT, "value": _TEXT, "did_you_mean": _TEXTS}),
        "Related": closed_object(
            {"total": _COUNT, "items": array(ref("RelatedRecord")), "search": _TEXT}, required=("total", "items")
        ),
        "RelatedRecord": closed_object(
            dict.fromkeys(("id", "type", "name", "source", "icon", "link"), _TEXT),
            required=("id", "type", "name", "source", "link"),
        ),
        "FileState": closed_object(_file_state(), required=("cached",)),
        "Types": closed_object({"label": _TEXT, "values": _TEXTS}),
        "Filter": {**_ANYTHING, "properties": {"label": _TEXT, "order": {"type": "integer"}, "values": _TEXTS}},
        "FilterTree": {
            **mapping({"anyOf": [ref("Filter"), mapping(ref("Filter"))]}),
            "description": "per filter, or per type",
        },
        "Pending": closed_object(
            {"status": {"const": "pending"}, "status_url": _TEXT, "done": _COUNT, "total": _COUNT, "generation": _TEXT},
            required=("status", "status_url", "done", "total"),
        ),
        "TableMetadata": {**_ANYTHING, "required": ["query", "release", "count", "columns", "units"]},
        "Suggestions": closed_object({"q": _TEXT, "suggestions": array(_ANYTHING)}),
        "Matrix": {
            **_ANYTHING,
            "required": ["by", "rows", "columns", "cells"],
            "properties": {"by": _TEXT, "rows": _TEXTS, "columns": _TEXTS, "cells": array(_ANYTHING)},
        },
        "Similar": {**_ANYTHING, "required": ["items"], "properties": {"items": array(_ANYTHING)}},
        "Releases": closed_object({"releases": array(_ANYTHING)}),
        "Change": {
            **_ANYTHING,
            "required": ["provider", "index", "run", "published_at", "added", "changed", "removed"],
            "properties": {"added": _TEXTS, "changed": _TEXTS, "removed": _TEXTS, "published_at": _TEXT},
        },
        "Changes": closed_object({"changes": array(ref("Change")), "until": _TEXT, "generation": _TEXT}),
        "Status": {**_ANYTHING, "required": ["status"], "properties": {"status": _TEXT}},
        "Harvests": _ANYTHING,
        "Members": closed_object({"archive": _TEXT, "items": array(_ANYTHING)}),
    }


def _search_answers() -> Json:
    return {
        "Order": {"enum": [*SORTS, *dict.fromkeys(one for index in TYPES for one in orders_of(index, None))]},
        "Distribution": closed_object(
            {
                "count": {**_COUNT, "description": "records that have this number"},
                "bins": {
                    **array(closed_object({"from": {"type": "number"}, "to": {"type": "number"}, "count": _COUNT})),
                    "description": "ends are values of records; to a fiftieth where a dozen facets are counted, a"
                    " number where two bins meet being in the upper one",
                },
                "quartiles": {**array({"type": "number"}), "description": "three, or none where no record has one"},
            }
        ),
        "Interpretation": {
            **_ANYTHING,
            "required": ["text", "label", "facet", "filter"],
            "properties": {
                **dict.fromkeys(("text", "concept", "label", "facet"), _TEXT),
                "including": _TEXTS,
                "filter": _ANYTHING,
            },
        },
    }


def _file_state() -> Json:
    texts = dict.fromkeys(("name", "sha256", "content_type", "source_url", "reason"), _TEXT)
    times = {name: {"type": ["string", "null"]} for name in ("tried_at", "retry_at")}
    return {"cached": {"type": ["boolean", "null"]}, "size": _COUNT, **texts, **times}


def _page() -> Json:
    facet = {**_ANYTHING, "properties": {"value": _TEXT, "id": _TEXT, "label": _TEXT, "count": _COUNT}}
    return closed_object(
        {
            **dict.fromkeys(("total", "total_page", "page", "size"), _COUNT),
            "items": array(ref("Record")),
            "facets": mapping({"anyOf": [array(facet), ref("Distribution")]}),
            "generation": {
                "type": "string",
                "description": "the generation that was read; pass it as `release` to read it again",
            },
            "next": {"type": ["string", "null"], "description": "the cursor of the next page"},
            "interpreted": {**array(ref("Interpretation")), "description": "pieces of the text that became filters"},
            "relaxed": {**_TEXTS, "description": "words left out because nothing has them all"},
            "notes": {**array(ref("Note")), "description": "values that find nothing"},
            "did_you_mean": array(_ANYTHING),
            "explanations": {**mapping(array(_ANYTHING)), "description": "per record, what matched where"},
        },
        required=("total", "total_page", "items", "page", "size", "generation"),
    )
