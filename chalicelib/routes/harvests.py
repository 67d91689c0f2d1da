"""How fresh the data are, and which releases can be read: GET /harvests, GET /harvests/{run}, GET /releases."""

from chalice.app import Blueprint, Response

from chalicelib.json_types import Json
from chalicelib.request_params import read_parameters
from chalicelib.routes.requests import decode_segment, parameters_of
from chalicelib.routes.responses import json_response
from chalicelib.store.opensearch.names import INDICES, NOTHING
from chalicelib.store.opensearch.releases import Release
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


@harvest_routes.route("/releases", methods=["GET"])
def releases() -> Response:
    """Per index: what is served now, then what was served before and still can be read, newest first."""
    read_parameters(parameters_of(harvest_routes.current_request), ())
    kept = {index: services().releases.list_readable(index) for index in INDICES}
    shown = [_release_json(one, current=one is kept[index][0]) for index in INDICES for one in kept[index]]
    return json_response({"releases": shown}, headers={"Cache-Control": "no-cache"})


def _release_json(release: Release, *, current: bool) -> Json:
    names = services().names
    parts = [part for name in release.indices if (part := names.parse(name)).provider != NOTHING]
    changed = {"provider": release.provider, "run": release.run} if release.provider else None
    return {
        "generation": release.generation,
        "index": release.index,
        "current": current,
        "served_at": release.served_at,
        "changed": changed,
        "runs": {part.provider: part.run for part in parts},
    }
