"""How an archive is answered: the way to it when it is ready, else where and when to ask again.

A browser that follows a link gets a page that asks again by itself; a script gets JSON with the same address.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from chalice.app import Request, Response

from chalicelib.routes.responses import GENERATION, is_followed_link, json_response, redirect, text_response
from chalicelib.routes.security import hash_of, policy

if TYPE_CHECKING:
    from chalicelib.jobs.engine import Pending, Ready

RETRY = 2  # seconds
_STYLE = (
    "body { font: 1rem/1.5 sans-serif; margin: 15vh auto; max-width: 30rem; padding: 0 1rem } progress { width: 100% }"
)
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="{retry};url={url}">
<title>Preparing your download</title>
<style>{style}</style>
</head>
<body>
<h1>Preparing your download</h1>
<p>The files are being fetched from their sources: {done} of {total} so far. The download starts by itself.</p>
<progress max="{total}" value="{done}"></progress>
<p><a href="{url}">Ask now</a></p>
</body>
</html>
"""


def archive_response(request: Request, outcome: Ready | Pending, base: str, generation: str = "") -> Response:
    """302 (303 after a POST) to the archive, or 202 with the address of its state; `generation` is what it is made of."""
    from chalicelib.jobs.engine import Ready

    headers = {"Cache-Control": "no-store", **({GENERATION: generation} if generation else {})}
    if isinstance(outcome, Ready):
        return redirect(outcome.link, status=303 if request.method == "POST" else 302, headers=headers)
    url = f"{base}/archives/{outcome.key}" + (f"?release={generation}" if generation else "")
    headers["Retry-After"] = str(RETRY)
    if not is_followed_link(request):
        content = {"status": "pending", "status_url": url, "done": outcome.done, "total": outcome.total}
        content |= {"generation": generation} if generation else {}
        return json_response(content, status=202, headers={**headers, "Location": url})
    page = _PAGE.format(style=_STYLE, retry=RETRY, url=escape(url), done=outcome.done, total=outcome.total)
    headers |= {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": policy(style_src=hash_of(_STYLE)),
    }
    return text_response(page, status=202, headers=headers)
