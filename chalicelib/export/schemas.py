"""JSON schemas of records as they are served: the one description behind tables, OpenAPI and generated clients.

They follow the models of chalicelib/records.py: what a model excludes from its document is left out, what is added to
it (links, provenance) is there, and what is unknown is absent, never null.
"""

from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from chalicelib.json_types import Json
from chalicelib.morphology import names
from chalicelib.records import Connection, Electrophysiology, Model, Morphology, Provenance

MODELS: dict[str, type[BaseModel]] = {
    "Morphology": Morphology,
    "Electrophysiology": Electrophysiology,
    "Connection": Connection,
    "Model": Model,
}
TYPES_OF_INDEX = {"dataset": ("Morphology", "Electrophysiology", "Connection"), "model": ("Model",)}
REFERENCE = "#/components/schemas/"
_SERVED: Json = {
    "source_id": {"type": "string", "description": "the same as `id`"},
    "download_link": {"type": "string", "format": "uri", "description": "a stable link to the record's file"},
    "download_filename": {"type": "string"},
    "icon": {"type": "string", "format": "uri", "description": "a stable link to the record's picture"},
    "provenance": {"$ref": f"{REFERENCE}Provenance"},
}
_FROM_STORAGE: Json = {
    "fingerprint": {"type": "string", "description": "changes with the content of the record"},
    "vocabulary": {"type": "string", "description": "the vocabulary by which its words were given concepts"},
    "page": {"type": "integer", "description": "the page of the harvest on which it was read"},
}
_NUMBER: Json = {"type": "number"}
_PART: Json = {name: _NUMBER for name, measure in names.MEASURES.items() if measure.per_compartment}
_MEASURED: Json = {  # what is added to a morphology once its file is measured (chalicelib/measuring/results.py)
    "morphometry": {
        "type": "object",
        "additionalProperties": False,
        "description": "measured by the hub; definitions are in docs/morphology.md",
        "properties": {
            **dict.fromkeys(names.MEASURES, _NUMBER),
            **{
                part: {"type": "object", "additionalProperties": False, "properties": _PART}
                for part in names.COMPARTMENTS
            },
        },
    },
    "source_morphometry": {
        "type": "object",
        "additionalProperties": False,
        "description": "as the source publishes it; its definitions differ",
        "properties": dict.fromkeys(names.source_fields(), _NUMBER),
    },
    "quality_flags": {"type": "array", "items": {"type": "string", "enum": list(names.FLAGS)}},
    "quality": {
        "type": "object",
        "additionalProperties": {"type": "object", "additionalProperties": True},
        "description": "per flag how often, and on which line first",
    },
    "has_file": {
        "type": "boolean",
        "description": "whether its source gave the file when asked; absent before that, where `download_link` counts",
    },
    "no_file_reason": {"type": "string", "description": "why it has none, where `has_file` is false"},
}


@cache
def record_schemas() -> dict[str, Json]:
    """Every schema by its name: the four types of records, and what they are made of."""
    models: list[type[BaseModel]] = [*MODELS.values(), Provenance]
    modes: list[tuple[type[BaseModel], JsonSchemaMode]] = [(model, "serialization") for model in models]
    _, generated = models_json_schema(modes, ref_template=REFERENCE + "{model}")
    schemas = {name: _as_served(one) for name, one in generated["$defs"].items()}
    for name in MODELS:
        schemas[name]["properties"] |= _SERVED
        schemas[name]["required"] += ["source_id", "provenance"]
    schemas["Morphology"]["properties"] |= _MEASURED
    schemas["Provenance"]["properties"] |= _FROM_STORAGE
    return schemas


def type_of(name: str) -> str:
    """The value of `type` of the records that the schema `name` describes."""
    kind: str = record_schemas()[name]["properties"]["type"]["const"]
    return kind


def dereference(schema: Json) -> Json:
    """The schema itself, or that to which it refers."""
    reference = schema.get("$ref")
    return record_schemas()[reference.removeprefix(REFERENCE)] if reference else schema


def _as_served(schema: Json) -> Json:
    """A model's schema without nulls and defaults: lists and objects are always there, the unknown is absent."""
    properties = {name: _without_null(one) for name, one in schema["properties"].items()}
    filled = [
        name
        for name, one in schema["properties"].items()
        if name in schema.get("required", ()) or one.get("default") not in (None, schema)
    ]
    return {**schema, "properties": properties, "required": filled}


def _without_null(schema: Json) -> Json:
    kept: dict[str, Any] = {name: value for name, value in schema.items() if name not in ("default", "title")}
    choices = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    if "anyOf" not in schema:
        return kept
    del kept["anyOf"]
    return {**kept, **choices[0]} if len(choices) == 1 else {**kept, "anyOf": choices}
