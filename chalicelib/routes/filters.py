"""What can be chosen: GET /types/{index}, GET /filters/{index}[/{type}]."""

from chalice.app import Blueprint, Response

from chalicelib.routes.requests import decoded, json_answer
from chalicelib.search.answer import types_label
from chalicelib.search.filters import filters_of
from chalicelib.wiring import services

filter_routes = Blueprint(__name__)


@filter_routes.route("/types/{index}", methods=["GET"])
def types(index: str) -> Response:
    """All types of an index, in the order of the frontend's buttons, whether there are records or not."""
    return json_answer(types_label(decoded(index, "index")))


@filter_routes.route("/filters/{index}", methods=["GET"])
def filters(index: str) -> Response:
    return json_answer(services().index.tree(decoded(index, "index"), None))


@filter_routes.route("/filters/{index}/{type}", methods=["GET"])
def filters_of_type(index: str, type: str) -> Response:
    index, name = decoded(index, "index"), decoded(type, "type")
    filters_of(index, name)
    return json_answer(services().index.tree(index, name))
