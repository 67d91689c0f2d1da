"""One search is one request to the engine, and an answer that the caller still holds is none."""

import json

import pytest
from werkzeug.test import Client

from chalicelib.wiring import Services
from local import workers
from local.harvests import harvest
from tests.support import engine
from tests.support.counting_proxy import Counting


@pytest.fixture
def counted(full_hub, api, monkeypatch):
    """The API with a counting proxy between it and the engine."""
    proxy = Counting(full_hub.config.opensearch_url)
    config = full_hub.config.__class__(**{**vars(full_hub.config), "opensearch_url": proxy.url})
    hub = Services(config)
    monkeypatch.setattr("chalicelib.routes.search.services", lambda: hub)
    yield api, proxy
    proxy.stop()


def post(api, body):
    return api.post("/search/dataset", data=json.dumps(body), content_type="application/json")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"query": "pyram | granule CA3"},
        {"data_type": "morphology", "filters": {"species": ["rat"], "cell_type": ["principal cell"]}},
        {"data_type": "connection", "filters": {"presynaptic": {"secondary_region": ["CA3"]}}},
    ],
)
def test_hits_total_and_all_facets_take_one_request(counted, body):
    api, proxy = counted
    answer = post(api, {**body, "facets": "all"}).json
    assert answer["facets"]
    assert [asked.split("/")[-1] for asked in proxy.asked] == ["_search"]


def test_a_link_whose_answer_is_held_asks_nothing_again(counted):
    api, proxy = counted
    mark = api.get("/search/dataset?q=pyramidal").headers["ETag"]
    proxy.asked.clear()
    assert api.get("/search/dataset?q=pyramidal", headers={"If-None-Match": mark}).status_code == 304
    assert proxy.asked == []


def test_a_publish_changes_the_generation_of_answers(upstream, monkeypatch):
    hub = engine.hub(upstream.url)
    wsgi = Client(workers.wsgi)
    monkeypatch.setattr("chalicelib.routes.search.services", lambda: hub)
    before = post(wsgi, {}).json["generation"]
    harvest(hub, "neuromorpho")
    after = post(wsgi, {}).json["generation"]
    assert before != after
    assert after == Services(hub.config).search.generation("dataset")
