"""What can be chosen: GET /types/{index}, GET /filters/{index}[/{type}]."""

from chalice.app import Blueprint, Response

from chalicelib.request_params import parse_release, read_parameters
from chalicelib.routes.requests import decode_segment, parameters_of
from chalicelib.routes.responses import GENERATION, json_response
from chalicelib.search.filters import filters_of
from chalicelib.search.query import flag_of
from chalicelib.search.results import types_label
from chalicelib.wiring import services

filter_routes = Blueprint(__name__)


@filter_routes.route("/types/{index}", methods=["GET"])
def types(index: str) -> Response:
    """All types of an index, in the order of the frontend's buttons, whether there are records or not."""
    read_parameters(parameters_of(filter_routes.current_request), ())
    return json_response(types_label(decode_segment(index, "index")))


@filter_routes.route("/filters/{index}", methods=["GET"])
def filters(index: str) -> Response:
    return _tree(decode_segment(index, "index"), None)


@filter_routes.route("/filters/{index}/{type}", methods=["GET"])
def filters_of_type(index: str, type: str) -> Response:
    index, name = decode_segment(index, "index"), decode_segment(type, "type")
    filters_of(index, name)
    return _tree(index, name)


def _tree(index: str, data_type: str | None) -> Response:
    """The tree has no place for its generation (every key in it is a filter): a header says it."""
    given = read_parameters(parameters_of(filter_routes.current_request), ("release", "extended"))
    extended = flag_of(given.get("extended"), "extended")
    choices = services().search.tree(index, data_type, parse_release(given.get("release", "")), extended=extended)
    return json_response(choices.tree, headers={GENERATION: choices.generation})
