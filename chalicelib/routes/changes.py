"""GET /changes?since=: the records that were added, changed and removed, as JSON or as a feed.

Asked with a search, it tells of that search's records only.

Atom   https://www.rfc-editor.org/rfc/rfc4287; a long feed has pages (RFC 5005, section 3): `next` leads to older ones
"""

from collections.abc import Mapping
from urllib.parse import urlencode

import orjson
from chalice.app import Blueprint, Request, Response

from chalicelib.json_types import Json
from chalicelib.request_params import parse_text, parse_whole_number, read_parameters, unknown_name
from chalicelib.routes.feed import ATOM, write_feed
from chalicelib.routes.requests import base_url_of, parameters_of, require_whole_result
from chalicelib.routes.responses import GENERATION, JSON_HEADERS, offload_large_body
from chalicelib.search.query import Query
from chalicelib.store.opensearch.names import INDICES
from chalicelib.wiring import Services, services

change_routes = Blueprint(__name__)
FORMATS = ("json", "atom")
OWN = ("since", "provider", "format", "index", "page")
LATEST_PAGE = 100_000


@change_routes.route("/changes", methods=["GET"])
def changes() -> Response:
    """What each publish since a time (ISO 8601) or a generation changed, oldest first; `until` is the next `since`."""
    request, hub = change_routes.current_request, services()
    given = parameters_of(request)
    own = read_parameters({name: values for name, values in given.items() if name in OWN}, OWN)
    form, page = _format(request, own.get("format", "")), _page(own.get("page", "0"))
    searched = {name: values for name, values in given.items() if name not in OWN}
    require_whole_result(searched, {})
    query = _query(searched, own.get("index", ""))
    provider = own.get("provider") or None
    if provider and provider not in hub.providers:
        raise unknown_name("provider", provider, hub.providers, "provider")
    news = hub.change_feed.since(parse_text(own.get("since"), "since"), provider=provider)
    if query:
        news["changes"] = _matching_publishes(hub, news["changes"], query, bool(searched))
    headers = {GENERATION: news["generation"], "Cache-Control": "no-cache", "Vary": "Accept"}
    if form == "json":
        return offload_large_body(orjson.dumps(news), {**JSON_HEADERS, **headers})
    base = base_url_of(request, hub.config)
    updated = max(hub.releases.current(index).served_at for index in INDICES)
    feed = write_feed(news["changes"], base, f"{base}/changes", _parameters(given), page, updated)
    return offload_large_body(feed, {"Content-Type": f"{ATOM}; charset=utf-8", **headers})


def _query(searched: Mapping[str, list[str]], index: str) -> Query | None:
    """The search whose records are told of; None for all records. Raises BadInput, UnknownName."""
    if not (searched or index):
        return None
    return Query.parse_parameters(searched, index=index or "dataset")


def _matching_publishes(hub: Services, publishes: list[Json], query: Query, narrowed: bool) -> list[Json]:
    """Of each publish the records that the search finds: in the index that it published, for removed ones in that
    before.
    """
    mine = [one for one in publishes if one["index"] == query.index]
    if not narrowed:
        return mine
    told = [hub.change_filter.narrow(one, query) for one in mine]
    return [one for one in told if one["added"] or one["changed"] or one["removed"]]


def _format(request: Request, asked: str) -> str:
    if asked and asked not in FORMATS:
        raise unknown_name("format", asked, FORMATS, "format")
    return asked or ("atom" if ATOM in request.headers.get("accept", "") else "json")


def _page(text: str) -> int:
    return parse_whole_number(text, "page", least=0, most=LATEST_PAGE)


def _parameters(given: Mapping[str, list[str]]) -> str:
    """What a feed is asked for by, without form and page: the same each time that somebody follows it."""
    return urlencode({name: values for name, values in given.items() if name not in ("page", "format")}, doseq=True)
