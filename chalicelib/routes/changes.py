"""GET /changes?since=: the records that were added, changed and removed, as JSON or as an Atom feed (RFC 4287)."""

from xml.etree import ElementTree as ET

import orjson
from chalice.app import Blueprint, Request, Response

from chalicelib.json_types import Json
from chalicelib.request_params import parse_text, read_parameters, unknown_name
from chalicelib.routes.requests import base_url_of, parameters_of
from chalicelib.routes.responses import GENERATION, JSON_HEADERS, offload_large_body
from chalicelib.wiring import services

change_routes = Blueprint(__name__)
FORMATS = ("json", "atom")
ATOM = "application/atom+xml"
KINDS = ("added", "changed", "removed")


@change_routes.route("/changes", methods=["GET"])
def changes() -> Response:
    """What each publish since a time (ISO 8601) or a generation changed, oldest first; `until` is the next `since`."""
    request = change_routes.current_request
    given = read_parameters(parameters_of(request), ("since", "provider", "format"))
    hub, provider = services(), given.get("provider") or None
    if provider and provider not in hub.providers:
        raise unknown_name("provider", provider, hub.providers, "provider")
    news = hub.change_feed.since(parse_text(given.get("since"), "since"), provider=provider)
    headers = {GENERATION: news["generation"], "Cache-Control": "no-cache"}
    if _format(request, given.get("format", "")) == "json":
        return offload_large_body(orjson.dumps(news), {**JSON_HEADERS, **headers})
    feed = _feed(news, base_url_of(request, hub.config))
    return offload_large_body(feed, {"Content-Type": f"{ATOM}; charset=utf-8", **headers})


def _format(request: Request, asked: str) -> str:
    if asked and asked not in FORMATS:
        raise unknown_name("format", asked, FORMATS, "format")
    return asked or ("atom" if ATOM in request.headers.get("accept", "") else "json")


def _feed(news: Json, base: str) -> bytes:
    """One entry a publish, newest first; its text names each record with what became of it."""
    published = news["changes"]
    feed = ET.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    _add(feed, "title", "Hippocampus Hub: what changed")
    _add(feed, "id", f"{base}/changes")
    _add(feed, "updated", published[-1]["published_at"] if published else "1970-01-01T00:00:00Z")
    _add(_add(feed, "author"), "name", "Hippocampus Hub")
    _add(feed, "link", rel="self", href=f"{base}/changes?format=atom")
    _add(feed, "link", rel="next", href=f"{base}/changes?format=atom&since={news['until']}")
    for one in reversed(published):
        _entry(feed, one, base)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode").encode()


def _entry(feed: ET.Element, publish: Json, base: str) -> None:
    entry = _add(feed, "entry")
    counts = ", ".join(f"{len(publish[kind])} {kind}" for kind in KINDS)
    _add(entry, "title", f"{publish['provider']}: {counts}")
    _add(entry, "id", f"{base}/harvests/{publish['run']}#{publish['published_at']}")
    _add(entry, "updated", publish["published_at"])
    _add(entry, "link", rel="alternate", href=f"{base}/harvests/{publish['run']}")
    _add(entry, "category", term=publish["provider"])
    lines = [f"{kind} {id}" for kind in KINDS for id in publish[kind]]
    _add(entry, "content", "\n".join(lines), type="text")


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, name, attributes)
    made.text = text or None
    return made
