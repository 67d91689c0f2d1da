"""How a job is answered: the way to its result when it is ready, else where and when to ask again.

A browser that follows a link gets a page that asks again by itself; a script gets JSON with the same address.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from chalice.app import Request, Response

from chalicelib.routes.responses import GENERATION, is_followed_link, json_response, redirect, text_response
from chalicelib.routes.security import page_headers

if TYPE_CHECKING:
    from chalicelib.jobs.engine import Pending, Ready

RETRY = 2  # seconds
_WHAT = {
    "archives": "The files are being fetched from their sources",
    "exports": "The records are being written",
}


def job_response(
    request: Request,
    outcome: Ready | Pending,
    base: str,
    kind: str,
    generation: str = "",
    *,
    status: int | None = None,
    headers: Mapping[str, str] = {},
) -> Response:
    """A redirect to the result, or 202 with the address of its state (`/<kind>/<key>`).

    `generation` is what it is made of; the redirect's `status` is 302, or 303 after a POST, unless given.
    """
    from chalicelib.jobs.engine import Ready

    headers = {**headers, "Cache-Control": "no-store", **({GENERATION: generation} if generation else {})}
    if isinstance(outcome, Ready):
        return redirect(outcome.link, status=status or (303 if request.method == "POST" else 302), headers=headers)
    url = f"{base}/{kind}/{outcome.key}" + (f"?release={generation}" if generation else "")
    headers["Retry-After"] = str(RETRY)
    if not is_followed_link(request):
        content = {"status": "pending", "status_url": url, "done": outcome.done, "total": outcome.total}
        content |= {"generation": generation} if generation else {}
        return json_response(content, status=202, headers={**headers, "Location": url})
    from chalicelib.pages.html import render, style

    what = {"what": _WHAT[kind], "done": outcome.done, "total": outcome.total}
    page = render("waiting", base=base, retry=RETRY, url=url, **what)
    return text_response(page, status=202, headers={**headers, **page_headers(style())})
