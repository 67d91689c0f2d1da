"""GET /changes?since=: the records that were added, changed and removed, as JSON or as a feed.

Asked with a search, it tells of that search's records only: in the index that is named, else in that of the provider,
else in each that has such filters.

Atom   https://www.rfc-editor.org/rfc/rfc4287; a long feed has pages (RFC 5005, section 3): `next` leads to older ones
"""

from collections.abc import Mapping
from urllib.parse import urlencode

import orjson
from chalice.app import Blueprint, Request, Response

from chalicelib.errors import BadInput, UnknownName
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
    if form == "json" and "page" in own:
        raise BadInput("page: the feed has pages; as JSON all changes come at once, from `since` on.", field="page")
    searched = {name: values for name, values in given.items() if name not in OWN}
    require_whole_result(searched, {})
    provider = own.get("provider") or None
    if provider and provider not in hub.providers:
        raise unknown_name("provider", provider, hub.providers, "provider")
    index = own.get("index", "") or (hub.providers[provider].index if provider and searched else "")
    queries = _queries(searched, index)
    news = hub.change_feed.since(parse_text(own.get("since"), "since"), provider=provider)
    if queries:
        news["changes"] = _matching_publishes(hub, news["changes"], queries, bool(searched))
    headers = {GENERATION: news["generation"], "Cache-Control": "no-cache", "Vary": "Accept"}
    if form == "json":
        return offload_large_body(orjson.dumps(news), {**JSON_HEADERS, **headers})
    base = base_url_of(request, hub.config)
    updated = max(hub.releases.current(index).served_at for index in INDICES)
    scope = _parameters({name: values for name, values in given.items() if name != "since"})
    feed = write_feed(news["changes"], base, f"{base}/changes", _parameters(given), page, updated, scope=scope)
    return offload_large_body(feed, {"Content-Type": f"{ATOM}; charset=utf-8", **headers})


def _queries(searched: Mapping[str, list[str]], index: str) -> dict[str, Query]:
    """By index the search whose records are reported; none for all records. Raises BadInput, UnknownName."""
    if index:
        return {index: Query.parse_parameters(searched, index=index)}
    found: dict[str, Query] = {}
    refused: list[BadInput | UnknownName] = []
    for name in INDICES if searched else ():
        try:
            found[name] = Query.parse_parameters(searched, index=name)
        except (BadInput, UnknownName) as error:  # a filter of the other index's types
            refused.append(error)
    if searched and not found:
        raise refused[0]
    return found


def _matching_publishes(
    hub: Services, publishes: list[Json], queries: Mapping[str, Query], narrowed: bool
) -> list[Json]:
    """Of each publish the records that the search finds: in the index that it published, for removed ones in that
    before.
    """
    mine = [one for one in publishes if one["index"] in queries]
    if not narrowed:
        return mine
    matching = [hub.change_filter.narrow(one, queries[one["index"]]) for one in mine]
    return [one for one in matching if one["added"] or one["changed"] or one["removed"]]


def _format(request: Request, asked: str) -> str:
    if asked and asked not in FORMATS:
        raise unknown_name("format", asked, FORMATS, "format")
    return asked or ("atom" if ATOM in request.headers.get("accept", "") else "json")


def _page(text: str) -> int:
    return parse_whole_number(text, "page", least=0, most=LATEST_PAGE)


def _parameters(given: Mapping[str, list[str]]) -> str:
    """What a feed is asked for by, without form and page: the same each time that somebody follows it."""
    return urlencode({name: values for name, values in given.items() if name not in ("page", "format")}, doseq=True)
