"""The front door: what is here, for people (HTML) and scripts (JSON), and what crawlers and programs look for at fixed
addresses.

/                          a page with counts, freshness and ways in; JSON unless a browser asks
/robots.txt, /favicon.ico  https://www.rfc-editor.org/rfc/rfc9309
/sitemap.xml               https://www.sitemaps.org/protocol.html: an index of the maps of each release's record pages
/.well-known/api-catalog   https://www.rfc-editor.org/rfc/rfc9727
"""

from __future__ import annotations

from html import escape

import orjson
from chalice.app import Blueprint, Request, Response

from chalicelib.errors import EngineDown
from chalicelib.json_types import Json
from chalicelib.request_params import parse_release, read_parameters
from chalicelib.routes.negotiation import choose_format
from chalicelib.routes.requests import base_url_of, decode_segment, parameters_of
from chalicelib.routes.responses import json_response, text_response
from chalicelib.routes.security import page_headers
from chalicelib.store.opensearch.names import INDICES
from chalicelib.wiring import Services, services

front_routes = Blueprint(__name__)
FORMATS = {"json": "application/json", "html": "text/html; charset=utf-8"}
CACHED = {"Cache-Control": "public, max-age=300"}
LONG = {"Cache-Control": "public, max-age=86400"}
_EXAMPLES = (  # name, address below ours
    ("CA1 pyramidal cells of the rat, as a page of the explorer", "/explore/search?q=CA1+pyramidal+rat"),
    ("One neuron type with its papers, connections and how to cite it", "/records/hippocampome-1000"),
    ("From where to where: the connection matrix", "/explore/connections?by=soma_region"),
    ("All models of CA1 as a table", "/export/model?q=CA1&format=csv"),
    ("What was added, changed and removed", "/changes?format=atom"),
)
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5f8a"/>'
    '<path d="M25 8C12 4 4 14 10 21s15 4 14-3-9-7-11-2" fill="none" stroke="#fff" stroke-width="3"'
    ' stroke-linecap="round"/></svg>'
)


@front_routes.route("/", methods=["GET"])
def front() -> Response:
    """Says that the server is up, and to a browser what is here."""
    request = front_routes.current_request
    given = read_parameters(parameters_of(request), ("format",))
    form = choose_format(given.get("format", ""), request.headers.get("accept", ""), FORMATS)
    if form == "json":
        status = {"status": "up", "name": "Hippocampus Hub API", "description": "/swagger.json"}
        return json_response(status, headers={"Vary": "Accept"})
    from chalicelib.pages.front_page import front_page
    from chalicelib.pages.html import style

    hub, base = services(), _base(request)
    counts, read_at = _counts(hub)
    licences = {name: (one.terms.licence, hub.terms_pages[name]) for name, one in hub.providers.items()}
    page = front_page(base, counts, read_at, licences, [(name, base + link) for name, link in _EXAMPLES])
    headers = page_headers(style(), img_src=f"{base}/", form_action=f"{base}/")
    return text_response(page, headers={**headers, "Vary": "Accept", **CACHED})


@front_routes.route("/robots.txt", methods=["GET"])
def robots() -> Response:
    """Crawlers may read record pages; what costs the engine or the sources much they leave alone."""
    closed = ("/search/", "/filters/", "/download/", "/files/", "/export/", "/portals/", "/changes", "/explore/")
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), "", f"Sitemap: {_base()}/sitemap.xml", ""]
    return text_response("\n".join(lines), headers={"Content-Type": "text/plain; charset=utf-8", **LONG})


@front_routes.route("/favicon.ico", methods=["GET"])
def favicon() -> Response:
    return text_response(_ICON, headers={"Content-Type": "image/svg+xml", **LONG})


@front_routes.route("/sitemap.xml", methods=["GET"])
def sitemap_index() -> Response:
    """The maps of the record pages that are served now."""
    hub, base = services(), _base()
    maps = [
        f"<sitemap><loc>{base}/sitemaps/{release.generation}/{number}</loc><lastmod>{release.served_at}</lastmod></sitemap>"
        for release in (hub.releases.current(index) for index in INDICES)
        for number in range(hub.record_reader.count_pages(release))
    ]
    return _xml("sitemapindex", maps)


@front_routes.route("/sitemaps/{generation}/{page}", methods=["GET"])
def sitemap(generation: str, page: str) -> Response:
    """The addresses of the records of one release, of which each page holds a share."""
    hub, base = services(), _base()
    release = hub.releases.find(parse_release(decode_segment(generation, "generation")))
    found = hub.record_reader.page_of_ids(release, decode_segment(page, "page"))
    return _xml(
        "urlset",
        [f"<url><loc>{base}/records/{escape(id)}</loc><lastmod>{day}</lastmod></url>" for id, day in found],
    )


@front_routes.route("/.well-known/api-catalog", methods=["GET"])
def api_catalog() -> Response:
    base = _base()
    described: Json = {
        "anchor": f"{base}/",
        "service-desc": [{"href": f"{base}/swagger.json", "type": "application/json"}],
        "service-doc": [{"href": f"{base}/apidocs", "type": "text/html"}],
        "status": [{"href": f"{base}/ready", "type": "application/json"}],
        "item": [{"href": f"{base}/sitemap.xml", "type": "application/xml"}],
    }
    kind = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"'
    return text_response(orjson.dumps({"linkset": [described]}).decode(), headers={"Content-Type": kind, **LONG})


def _counts(hub: Services) -> tuple[dict[str, dict[str, int]], dict[str, str]]:
    """Records per source and type, and when each provider was read; nothing where the engine does not answer."""
    try:
        counts = hub.record_reader.count()
        reports = hub.reports.latest()
    except EngineDown:
        return {}, {}
    return counts, {one["provider"]: one["freshness"]["read_at"] for one in reports if one["freshness"]}


def _xml(root: str, entries: list[str]) -> Response:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    text = "\n".join([*lines, *entries, f"</{root}>", ""])
    return text_response(text, headers={"Content-Type": "application/xml; charset=utf-8", **CACHED})


def _base(request: Request | None = None) -> str:
    return base_url_of(request or front_routes.current_request, services().config)
