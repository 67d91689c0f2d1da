"""What the parts of the API's description share."""

from typing import Any

from chalicelib.json_types import Json
from chalicelib.request_params import LONGEST_TEXT

TEXT: Json = {"type": "string", "maxLength": LONGEST_TEXT}


def in_path(name: str, schema: Json) -> Json:
    return {"name": name, "in": "path", "required": True, "schema": schema}


def in_query(name: str, schema: Json) -> Json:
    return {"name": name, "in": "query", "schema": schema}


def answers(reference: str | None) -> Json:
    schema: Any = {"$ref": reference} if reference else {"type": "object"}
    return {"200": {"description": "found", "content": {"application/json": {"schema": schema}}}, **problems()}


def problems() -> Json:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "4XX": {"description": "what was wrong with the request", "content": content},
        "5XX": {"description": "what is wrong on our side or at a source", "content": content},
    }


def object_of(properties: Json) -> Json:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def json_body(schema: Json) -> Json:
    return {"content": {"application/json": {"schema": schema}}}
