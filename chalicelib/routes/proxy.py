"""The ontology portals: /ontologies and /submissions of the default one, /portals/{portal}/... of each, and the old
addresses.

Paths reach the proxy raw, as the caller wrote them: an identifier in a path stays percent-encoded until a portal reads
it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice.app import Blueprint, Request, Response

from chalicelib.config import from_environment
from chalicelib.errors import UnknownName
from chalicelib.proxy.portals import old_roots
from chalicelib.routes.requests import base_url_of, body_of, decode_segment, own_path, parameters_of
from chalicelib.routes.responses import json_response
from chalicelib.wiring import services

if TYPE_CHECKING:
    from chalicelib.proxy.portals import Portal
    from chalicelib.proxy.request import ProxyResponse

proxy_routes = Blueprint(__name__)
_FORM = ["application/json", "application/x-www-form-urlencoded", "text/plain"]
_BOTH: dict[str, Any] = {"methods": ["GET", "POST"], "content_types": _FORM}


@proxy_routes.route("/portals", methods=["GET"])
def portals() -> Response:
    """All portals, with their addresses."""
    return json_response({"portals": [_description_of(one) for one in services().proxy.portals.values()]})


@proxy_routes.route("/portals/{portal}", methods=["GET"])
def portal_itself(portal: str) -> Response:
    known = services().proxy.portals
    name = decode_segment(portal, "portal")
    if name not in known:
        raise UnknownName(f"There is no portal {name!r}.", field="portal", allowed=list(known))
    return json_response(_description_of(known[name]))


@proxy_routes.route("/ontologies", **_BOTH)
@proxy_routes.route("/ontologies/{proxy+}", **_BOTH)
@proxy_routes.route("/submissions", **_BOTH)
@proxy_routes.route("/submissions/{proxy+}", **_BOTH)
def default_portal() -> Response:
    return _forward(proxy_routes.current_request)


for root in old_roots(from_environment().portal_roots):
    proxy_routes.route(f"/{root}/{{proxy+}}", **_BOTH)(default_portal)


@proxy_routes.route("/portals/{portal}/{proxy+}", **_BOTH)
def one_portal(portal: str) -> Response:
    return _forward(proxy_routes.current_request)


def _description_of(portal: Portal) -> dict[str, str]:
    base = base_url_of(proxy_routes.current_request, services().config)
    shown = {name: getattr(portal, name) for name in ("name", "title", "kind", "language", "home")}
    return {**shown, "url": f"{base}/portals/{portal.name}"}


def _forward(request: Request) -> Response:
    from chalicelib.proxy.request import ProxyRequest

    hub = services()
    asked = ProxyRequest(
        method="GET" if request.method == "HEAD" else request.method,
        path=own_path(request),
        query=parameters_of(request),
        headers={name.lower(): value for name, value in request.headers.items()},
        body=body_of(request) or b"",
        base_url=base_url_of(request, hub.config),
    )
    return _response(hub.proxy.answer(asked))


def _response(answer: ProxyResponse) -> Response:
    return Response(answer.body, status_code=answer.status, headers=dict(answer.headers))
