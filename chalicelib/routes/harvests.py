"""How fresh the data are: GET /harvests, GET /harvests/{run}."""

from chalice.app import Blueprint, Response

from chalicelib.routes.requests import decoded, json_answer, parameters_of
from chalicelib.search.query import once
from chalicelib.wiring import services

harvest_routes = Blueprint(__name__)


@harvest_routes.route("/harvests", methods=["GET"])
def harvests() -> Response:
    """The latest run of each provider, and the one that is served."""
    once(parameters_of(harvest_routes.current_request), ())
    return json_answer({"harvests": services().reports.latest()})


@harvest_routes.route("/harvests/{run}", methods=["GET"])
def harvest(run: str) -> Response:
    """One run with the records that it rejected, and why."""
    once(parameters_of(harvest_routes.current_request), ())
    return json_answer(services().reports.of(decoded(run, "run")))
