"""Every error in one shape: `application/problem+json` (RFC 9457), with CORS, so that a browser may read it.

The same middleware adds the security headers of `security.py`.
"""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

import orjson
from chalice.app import CORSConfig, Request, Response

from chalicelib.errors import HubError
from chalicelib.http.headers import writable
from chalicelib.routes.requests import base_url_of
from chalicelib.routes.responses import is_followed_link
from chalicelib.routes.security import add_security_headers, page_headers
from chalicelib.telemetry import request_log
from chalicelib.wiring import services

PROBLEM = "application/problem+json"
HEADERS = {"Cache-Control": "no-store"}


def problem_responses(cors: CORSConfig) -> Callable[[Any, Callable[[Any], Response]], Response]:
    """The middleware that makes them; it adds the CORS headers, which Chalice leaves off what middleware answers."""
    allowed = cors.get_access_control_headers()

    def answer(event: Any, get_response: Callable[[Any], Response]) -> Response:
        try:
            response = get_response(event)
        except HubError as error:
            if error.status >= 500:
                request_log.log_error(event, error)
            response = problem(error.status, error.title, error.detail, error.members, error.headers)
        else:
            response = _in_our_shape(response)
        response = _render_page(event, response)
        for name, value in allowed.items():
            response.headers.setdefault(name, value)
        add_security_headers(response)
        response.headers = writable(response.headers)
        return response

    return answer


def problem(
    status: int, title: str, detail: str, members: Mapping[str, Any] = {}, headers: Mapping[str, str] = {}
) -> Response:
    body = document(title, detail, status=status, members=members)
    return Response(body, status_code=status, headers={**HEADERS, **headers, "Content-Type": PROBLEM})


def document(title: str, detail: str, *, status: int | None, members: Mapping[str, Any] = {}) -> str:
    """The text of a problem document (RFC 9457), whose status may be left out where it is not known beforehand."""
    known = {} if status is None else {"status": status}
    return orjson.dumps({**members, "type": "about:blank", "title": title, **known, "detail": detail}).decode()


def _in_our_shape(response: Response) -> Response:
    """Chalice's own errors (an unhandled exception, an unknown method) say `{"Code", "Message"}`."""
    body = response.body
    if response.status_code < 400 or not isinstance(body, dict) or "Code" not in body:
        return response
    title = HTTPStatus(response.status_code).phrase
    detail = (
        "The service failed unexpectedly; try again later."
        if response.status_code >= 500
        else str(body.get("Message", title))
    )
    return problem(response.status_code, title, detail)


def _render_page(request: Request, response: Response) -> Response:
    """The same problem, with the same status, as a page where a browser opened it; else as it is."""
    if response.headers.get("Content-Type") != PROBLEM or request.method != "GET" or not is_followed_link(request):
        return response
    from chalicelib.pages.html import render, style

    problem = orjson.loads(response.body)
    base = base_url_of(request, services().config)
    links = _ways_on(request, problem, base)
    page = render("problem", base=base, links=links, **{name: problem[name] for name in ("title", "detail", "status")})
    headers = {**response.headers, **page_headers(style())}
    return Response(page, status_code=response.status_code, headers=headers)


def _ways_on(request: Request, problem: Mapping[str, Any], base: str) -> list[tuple[str, str]]:
    """Where a person may go from a record that is gone, or whose release is: to the release that has it, or to
    today's.
    """
    id = (request.uri_params or {}).get("id")
    if problem["status"] != HTTPStatus.GONE or not id:
        return []
    if "release" in problem:
        return [("See it as it was", f"{base}/records/{id}?release={problem['release']}")]
    return [("See it as it is today", f"{base}/records/{id}")] if "removed_at" not in problem else []
