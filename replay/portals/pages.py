"""Pages, chosen fields, and JSON as a portal writes it."""

import json
import re
from typing import Any
from urllib.parse import urlencode

from werkzeug.wrappers import Request, Response

from replay.portals.recordings import Recorded
from replay.portals.tables import Json

PAGE_SIZE, LARGEST_PAGE = 50, 5000
TOO_LARGE = f"Page size limit is {LARGEST_PAGE}. Page size in request exceeds this."


def json_answer(content: Any, status: int = 200) -> Response:
    return Response(
        json.dumps(content, indent=1, ensure_ascii=False), status, content_type="application/json;charset=utf-8"
    )


def key_of(request: Request) -> str:
    given = request.values.get("apikey") or request.values.get("userapikey")
    found = re.fullmatch(r"apikey token=(\S+)", request.headers.get("Authorization", ""))
    return given or (found.group(1) if found else "")


def link_of(portal: Recorded, request: Request) -> str:
    """The address of this list without its page, the caller's key in it."""
    query = [(name, value) for name, value in request.args.items(multi=True) if name not in ("page", "apikey")]
    raw = str(request.environ["RAW_URI"]).split("?", 1)[0].split(f"/{portal.name}", 1)[1]
    return f"{portal.home}{raw}?{urlencode([*query, ('apikey', key_of(request))])}"


def chosen(item: Json, request: Request) -> Json:
    """The fields that `display` asks for; what an item says of itself always, links and context unless declined."""
    asked = request.values.get("display") or request.values.get("include") or "all"
    names = None if asked == "all" else set(asked.split(","))
    declined = {
        key
        for key, switch in (("links", "display_links"), ("@context", "display_context"))
        if request.values.get(switch) == "false"
    }
    kept = {"@id", "@type", "@context", "links"}
    return {
        key: value
        for key, value in item.items()
        if key not in declined and (names is None or key in names or key in kept)
    }


def page_of(items: list[Json], request: Request, link: str, known: Json | None = None) -> Json:
    """One page; of a recorded list its numbers stay as they were, and what was not recorded is missing."""
    number, size = _whole(request, "page", 1), min(_whole(request, "pagesize", PAGE_SIZE), LARGEST_PAGE)
    total = known["totalCount"] if known else len(items)
    count = known["pageCount"] if known else max(1, -(-total // size))
    first = (number - 1) * size
    before, after = (number - 1 or None), (number + 1 if number < count else None)
    return {
        "page": number,
        "pageCount": count,
        "totalCount": total,
        "prevPage": before,
        "nextPage": after,
        "links": {"nextPage": _at(link, after), "prevPage": _at(link, before)},
        "collection": items[first : first + size],
    }


def _whole(request: Request, name: str, default: int) -> int:
    text = request.values.get(name, "")
    return max(1, int(text)) if text.isdecimal() else default


def _at(link: str, page: int | None) -> str | None:
    return None if page is None else f"{link}{'&' if '?' in link else '?'}page={page}"
