"""What the parts of the API's description share: parameters with examples that find something, answers and problems."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.json_types import Json
from chalicelib.request_params import LONGEST_TEXT
from chalicelib.routes.openapi_schemas import ref

TEXT: Json = {"type": "string", "maxLength": LONGEST_TEXT}
LOCATION: Json = {"Location": {"schema": {"type": "string"}, "description": "a presigned link, short-lived"}}
_PROBLEMS = {
    "400": "a parameter, or the body, is not what the interface takes; `field` names it",
    "404": "there is no such record, type, index or release",
    "405": "the address takes other methods; `Allow` names them",
    "406": "not available in the form that `Accept` asks for; `allowed` lists those that are",
    "410": "the release, or the record, is no longer served",
    "422": "the file is not what it should be",
    "502": "the source sent something else",
    "503": "the engine, the storage or the source does not answer; `Retry-After` says when to ask again",
}


def in_path(name: str, schema: Json, example: Any = None) -> Json:
    return {"name": name, "in": "path", "required": True, "schema": schema, **_example(example)}


def in_query(name: str, schema: Json, example: Any = None, description: str = "") -> Json:
    described = {"description": description} if description else {}
    return {"name": name, "in": "query", "schema": schema, **described, **_example(example)}


def operation(
    id: str,
    summary: str,
    responses: Json,
    *parameters: Json,
    body: Json | None = None,
    errors: Sequence[str] = ("400", "404", "410", "503"),
) -> Json:
    """One operation; `errors` are the statuses of problems that it documents beside the general ones."""
    made: Json = {"operationId": id, "summary": summary}
    made |= {"parameters": list(parameters)} if parameters else {}
    made |= {"requestBody": body} if body else {}
    return {**made, "responses": {**responses, **problems(*errors)}}


def found(schema: str, media_types: Sequence[str] = ("application/json",), **headers: str) -> Json:
    """A 200 with this schema as JSON, and as text in other media types."""
    content: Json = {kind: {"schema": ref(schema) if "json" in kind else {"type": "string"}} for kind in media_types}
    documented = {
        name.replace("_", "-"): {"schema": {"type": "string"}, "description": text} for name, text in headers.items()
    }
    return {"200": {"description": "found", "content": content, **({"headers": documented} if documented else {})}}


def json_body(schema: Json, example: Any) -> Json:
    return {"content": {"application/json": {"schema": schema, "example": example}}}


def answers(reference: str | None) -> Json:
    """A 200 of a schema's name or reference; used for what portals answer in a shape of their own."""
    schema: Any = {"$ref": reference} if reference else {"type": "object", "additionalProperties": True}
    return {"200": {"description": "found", "content": {"application/json": {"schema": schema}}}, **problems()}


def problems(*statuses: str) -> Json:
    content = {"application/problem+json": {"schema": ref("Problem")}}
    named: Mapping[str, Json] = {one: {"description": _PROBLEMS[one], "content": content} for one in sorted(statuses)}
    return {**named, "default": {"description": "what went wrong", "content": content}}


def _example(example: Any) -> Json:
    return {} if example is None else {"example": example}
