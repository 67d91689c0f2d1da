"""An error as a page of text, for whoever opened a link in a browser: a download must never end in a page of JSON."""

from html import escape

import orjson
from chalice.app import Request, Response

from chalicelib.routes.waiting import is_followed_link

PROBLEM = "application/problem+json"
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
<h1>{title}</h1>
<p>{detail}</p>
<p>Close this tab to go back to where you came from. (Status {status}.)</p>
</body>
</html>
"""


def readable(request: Request, response: Response) -> Response:
    """The same problem, with the same status, as a page where a browser opened it; else as it is."""
    if (
        response.headers.get("Content-Type") != PROBLEM
        or request.method not in ("GET", "HEAD")
        or not is_followed_link(request)
    ):
        return response
    told = orjson.loads(response.body)
    page = _PAGE.format(**{name: escape(str(told[name])) for name in ("title", "detail", "status")})
    headers = {**response.headers, "Content-Type": "text/html; charset=utf-8"}
    return Response(page, status_code=response.status_code, headers=headers)
