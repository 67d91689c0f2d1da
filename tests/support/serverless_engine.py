"""The engine as its serverless kind shows it: a proxy in front of the real node that refuses what that kind lacks.

Source  docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-genref.html ("Supported OpenSearch API
        operations"); the allowed calls are a part of that table, those that an application may come to need.
All hubs of the tests speak to the engine through it, so that the whole suite shows what would work there.
"""

import atexit
import re
from functools import cache
from urllib.parse import parse_qs

from tests.support.counting_proxy import Counting

_INDEX, _ID = r"/[^/_][^/]*", r"/[^/]+"
ALLOWED = {
    "GET": (
        _INDEX,
        rf"{_INDEX}/_(mapping|mappings|settings)",
        rf"{_INDEX}/_doc{_ID}",
        rf"{_INDEX}/_source{_ID}",
        rf"({_INDEX})?/_alias({_ID})?",
        "/_cat/(indices|aliases)",
    ),
    "HEAD": (_INDEX, rf"{_INDEX}/_doc{_ID}", rf"/_alias{_ID}"),
    "PUT": (_INDEX, rf"{_INDEX}/_(doc|create){_ID}", rf"{_INDEX}/_(mapping|settings)", rf"{_INDEX}/_alias{_ID}"),
    "POST": (
        rf"({_INDEX})?/_(bulk|search|msearch|mget|count|field_caps|analyze)",
        rf"{_INDEX}/_doc",
        rf"{_INDEX}/_(doc|create|update){_ID}",
        "/_aliases",
    ),
    "DELETE": (_INDEX, rf"{_INDEX}/_doc{_ID}", rf"{_INDEX}/_alias{_ID}"),
}
REFUSED_PARAMETERS = {"refresh", "scroll", "timeout", "master_timeout", "cluster_manager_timeout"}


def allowed(method: str, path: str, query: str) -> bool:
    known = any(re.fullmatch(pattern, path) for pattern in ALLOWED.get(method, ()))
    return known and REFUSED_PARAMETERS.isdisjoint(parse_qs(query, keep_blank_values=True))


class Serverless(Counting):
    """Refreshes an index before it counts it: whatever is written is found a second later, as in production, and what
    waits for that by counting need not wait for the clock.
    """

    def pass_on(self, method: str, path: str, content_type: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        if counted := re.match(rf"({_INDEX})/_count\b", path):
            self.ask("POST", f"{counted[1]}/_refresh")
        return super().pass_on(method, path, content_type, body)


@cache
def in_front_of(url: str) -> Counting:
    """The proxy for the engine at `url`, one a run."""
    proxy = Serverless(url, allowed)
    atexit.register(proxy.stop)
    return proxy
