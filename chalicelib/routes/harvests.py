"""How fresh the data are: GET /harvests, GET /harvests/{run}."""

from chalice.app import Blueprint, Response

from chalicelib.request_params import read_parameters
from chalicelib.routes.requests import decode_segment, parameters_of
from chalicelib.routes.responses import json_response
from chalicelib.wiring import services

harvest_routes = Blueprint(__name__)


@harvest_routes.route("/harvests", methods=["GET"])
def harvests() -> Response:
    """The latest run of each provider, and the one that is served."""
    read_parameters(parameters_of(harvest_routes.current_request), ())
    return json_response({"harvests": services().reports.latest()})


@harvest_routes.route("/harvests/{run}", methods=["GET"])
def harvest(run: str) -> Response:
    """One run with the records that it rejected, and why."""
    read_parameters(parameters_of(harvest_routes.current_request), ())
    return json_response(services().reports.of(decode_segment(run, "run")))
