"""What the engine's serverless kind lacks is refused in all tests, and nothing of ours asks for it."""

import pytest
import urllib3

from chalicelib.search.query import Query
from local.hub import harvest
from tests.support import engine, serverless_engine

LACKING = [
    "GET /",
    "HEAD /",
    "POST /dataset/_refresh",
    "GET /_refresh",
    "POST /dataset/_delete_by_query",
    "POST /_search/scroll",
    "POST /dataset/_search?scroll=1m",
    "PUT /dataset/_doc/1?refresh=true",
    "POST /_bulk?refresh=wait_for",
    "DELETE /dataset?master_timeout=1s",
    "GET /_nodes",
    "GET /_cluster/health",
    "GET /_tasks",
    "POST /_reindex",
    "POST /dataset/_update_by_query",
    "POST /dataset/_forcemerge",
    "PUT /_snapshot/all",
]


@pytest.fixture
def node():
    return serverless_engine.in_front_of(engine.url())


@pytest.mark.parametrize("call", LACKING)
def test_what_the_serverless_kind_lacks_cannot_be_asked(node, call):
    method, path = call.split()
    assert urllib3.request(method, node.url + path, timeout=60).status == 404
    assert node.refused.pop() == call


def test_harvest_publish_search_and_rollback_ask_for_nothing_that_it_lacks(hub, node):
    refused = list(node.refused)
    first = harvest(hub, "neuromorpho")
    second = harvest(hub, "neuromorpho")
    page = hub.search.page(Query(index="dataset", text="pyramidal"), base="")
    assert hub.publishing.rollback("dataset", "neuromorpho")["run"] == first["run"] < second["run"]
    assert page["total"] > 0
    assert hub.config.opensearch_url == node.url
    assert node.refused == refused
