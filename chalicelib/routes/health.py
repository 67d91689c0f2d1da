"""Whether we are up (GET /health, asks nothing) and whether what we serve can be relied on (GET /ready)."""

from chalice.app import Blueprint, Response

from chalicelib.errors import EngineDown, NotReady, StorageDown
from chalicelib.json_types import Json
from chalicelib.routes.responses import json_response
from chalicelib.wiring import Services, now, services

health_routes = Blueprint(__name__)
_NOT_STORED = {"Cache-Control": "no-store"}


@health_routes.route("/health", methods=["GET"])
def health() -> Response:
    """This function runs; neither engine nor storage is asked."""
    return json_response({"status": "up"}, headers=_NOT_STORED)


@health_routes.route("/ready", methods=["GET"])
def ready() -> Response:
    """Engine, storage and freshness per provider; 503 with the reasons when one of them is not as it should be."""
    from chalicelib.harvest.reports import assess_freshness

    hub = services()
    reasons: list[str] = []
    parts = {"engine": "ok", "storage": "ok"}
    providers: list[Json] = []
    try:
        found = assess_freshness(hub.reports.latest(), now())
    except EngineDown as error:
        parts["engine"] = error.detail
        reasons.append(error.detail)
    else:
        providers = [one.as_json() for one in found]
        reasons += [one.reason for one in found if one.reason]
    if detail := _storage(hub):
        parts["storage"] = detail
        reasons.append(detail)
    if reasons:
        raise NotReady("; ".join(reasons), reasons=reasons, parts=parts, providers=providers)
    return json_response({"status": "ready", "parts": parts, "providers": providers}, headers=_NOT_STORED)


def _storage(hub: Services) -> str | None:
    """What is wrong with the storage, if anything is."""
    try:
        hub.files.require_bucket()
    except StorageDown as error:
        return error.detail
    return None
