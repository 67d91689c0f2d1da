"""The description of what is derived from a morphology's file: pictures, one format, neurons like it."""

from chalicelib.json_types import Json
from chalicelib.routes.openapi_parts import LOCATION, found, in_query, operation
from chalicelib.routes.openapi_schemas import ref
from chalicelib.routes.openapi_search import IDENTIFIER

MEASURES = (
    "`morphometry.*` are the hub's own measures, by NeuroM's definitions; `source_morphometry.*` are those that"
    " NeuroMorpho.Org"
    " publishes, by L-Measure's definitions, which differ (extents are cut to 95 %, volumes are those of cylinders):"
    " never compare one with the other. docs/morphology.md has each definition and a table of the deviations."
)
_ERRORS = ("400", "404", "422", "503")


def morphology_paths() -> Json:
    theme = in_query("theme", {"enum": ["auto", "light", "dark"]})
    size = in_query("size", {"type": "integer", "minimum": 1, "maximum": 100})
    similar = {**found("Similar"), **_not_yet()}
    return {
        "/records/{id}/preview.svg": _get("getPreview", "A drawing", _text("image/svg+xml"), theme),
        "/records/{id}/preview.png": _get("getPreviewImage", "A drawing for lists", _link()),
        "/records/{id}/morphology.swc": _get("getSwc", "The neuron as normalised SWC", _text("text/plain")),
        "/records/{id}/morphology.json": _get("getPoints", "The neuron for viewers", _text("application/json")),
        "/records/{id}/similar": _get("getSimilar", "The nearest neurons of the same cell type", similar, size),
    }


def _get(id: str, summary: str, responses: Json, *parameters: Json) -> Json:
    return {"get": operation(id, summary, responses, IDENTIFIER, *parameters, errors=_ERRORS)}


def _text(media_type: str) -> Json:
    schema: Json = {"type": "object", "additionalProperties": True} if "json" in media_type else {"type": "string"}
    ok: Json = {"200": {"description": "found", "content": {media_type: {"schema": schema}}}}
    return {**ok, "304": {"description": "not modified"}, **_link()}


def _link() -> Json:
    return {"302": {"description": "where it is", "headers": LOCATION}, **_not_yet()}


def _not_yet() -> Json:
    content = {"application/json": {"schema": ref("Status")}}
    return {"202": {"description": "the file is being fetched and measured; ask again", "content": content}}
