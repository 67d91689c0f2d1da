"""The methods of every path: HEAD wherever GET is, and 405 with `Allow` for the rest (RFC 9110, 9.3.2 and 15.5.6).

API Gateway answers a method without a route by 403 "Missing Authentication Token"; so each path has a route for every
method, and those that it does not offer say so.
"""

from collections.abc import Callable, Mapping
from typing import Any

from chalice.app import Chalice, Response

from chalicelib.errors import MethodNotAllowed

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")


def complete_methods(app: Chalice) -> None:
    """Add the missing methods to all routes that are registered so far; a preflight names the offered ones only."""
    for path, methods in list(app.routes.items()):
        offered = offered_methods(methods)
        if "HEAD" in offered and "HEAD" not in methods:
            types = methods["GET"].content_types
            app.route(path, methods=["HEAD"], name=f"head {path}", content_types=types)(methods["GET"].view_function)
        if refused := [method for method in METHODS if method not in offered]:
            view = _refusal(path, ", ".join([*offered, "OPTIONS"]))
            app.route(path, methods=refused, name=f"refuse {path}", cors=False, content_types=[])(view)


def offered_methods(methods: Mapping[str, Any]) -> list[str]:
    """The methods that a path with these routes answers, HEAD with every GET; refusals are none."""
    given = {method for method, route in methods.items() if not hasattr(route.view_function, "refuses")}
    return [method for method in METHODS if method in given or (method == "HEAD" and "GET" in given)]


def _refusal(path: str, allowed: str) -> Callable[..., Response]:
    def refuse(**parameters: str) -> Response:
        raise MethodNotAllowed(f"This address takes {allowed}.", allowed=allowed.split(", "))

    refuse.refuses = True  # type: ignore[attr-defined]
    return refuse
