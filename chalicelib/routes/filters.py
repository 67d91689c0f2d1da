"""What can be chosen: GET /types/{index}, GET /filters/{index}[/{type}]."""

from chalice.app import Blueprint, Response

from chalicelib.routes.requests import GENERATION, decoded, json_answer, parameters_of
from chalicelib.search.filters import filters_of
from chalicelib.search.query import once, release_of
from chalicelib.search.results import types_label
from chalicelib.wiring import services

filter_routes = Blueprint(__name__)


@filter_routes.route("/types/{index}", methods=["GET"])
def types(index: str) -> Response:
    """All types of an index, in the order of the frontend's buttons, whether there are records or not."""
    once(parameters_of(filter_routes.current_request), ())
    return json_answer(types_label(decoded(index, "index")))


@filter_routes.route("/filters/{index}", methods=["GET"])
def filters(index: str) -> Response:
    return _tree(decoded(index, "index"), None)


@filter_routes.route("/filters/{index}/{type}", methods=["GET"])
def filters_of_type(index: str, type: str) -> Response:
    index, name = decoded(index, "index"), decoded(type, "type")
    filters_of(index, name)
    return _tree(index, name)


def _tree(index: str, data_type: str | None) -> Response:
    """The tree has no place for its generation (every key in it is a filter): a header says it."""
    given = once(parameters_of(filter_routes.current_request), ("release",))
    choices = services().search.tree(index, data_type, release_of(given.get("release", "")))
    return json_answer(choices.tree, headers={GENERATION: choices.generation})
