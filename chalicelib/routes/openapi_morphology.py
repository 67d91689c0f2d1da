"""What the API's description says of a neuron's shape."""

from chalicelib.json_types import Json
from chalicelib.routes.openapi_parts import answers, in_path, in_query, problems

MEASURES = (
    "`morphometry.*` are the hub's own measures, by NeuroM's definitions; `source_morphometry.*` are those that NeuroMorpho.Org"
    " publishes, by L-Measure's, which differ (extents are cut to 95 %, volumes are those of cylinders): never compare one with"
    " the other. docs/morphology.md has each definition and a table of the deviations."
)


def morphology_paths() -> Json:
    one, theme = in_path("id", {"type": "string"}), in_query("theme", {"enum": ["auto", "light", "dark"]})
    size = in_query("size", {"type": "integer", "minimum": 1, "maximum": 100, "default": 10})
    moved = {"302": {"description": "where it is"}}
    return {
        "/records/{id}/preview.svg": {
            "get": {"summary": "A drawing", "parameters": [one, theme], "responses": _responses("image/svg+xml")}
        },
        "/records/{id}/preview.png": {
            "get": {"summary": "A drawing for lists", "parameters": [one], "responses": {**moved, **_waiting()}}
        },
        "/records/{id}/morphology.swc": {
            "get": {
                "summary": "The neuron as normalised SWC",
                "parameters": [one],
                "responses": {**moved, **_responses("text/plain")},
            }
        },
        "/records/{id}/morphology.json": {
            "get": {
                "summary": "The neuron for viewers",
                "parameters": [one],
                "responses": _responses("application/json"),
            }
        },
        "/records/{id}/similar": {
            "get": {
                "summary": "Cells like this one",
                "description": f"By standardised measures among records of the same cell type. {MEASURES}",
                "parameters": [one, size],
                "responses": {**answers(None), **_waiting()},
            }
        },
    }


def _responses(kind: str) -> Json:
    schema: Json = {"type": "object" if kind == "application/json" else "string"}
    return {
        "200": {"description": "found", "content": {kind: {"schema": schema}}},
        "304": {"description": "as you have it"},
        **_waiting(),
    }


def _waiting() -> Json:
    status: Json = {"type": "object", "properties": {"status": {"const": "pending"}, "detail": {"type": "string"}}}
    content = {"application/json": {"schema": status}}
    return {"202": {"description": "not measured yet: ask again after Retry-After", "content": content}, **problems()}
