"""One search is one request to the engine, and an answer that the caller still holds is none."""

import json

import pytest
from werkzeug.test import Client

from chalicelib.wiring import Services
from local import workers
from local.hub import harvest
from tests.support import engine
from tests.support.counting_proxy import Counting


class TooSlowToCount(Counting):
    """An engine that ends counts of a text's variants before they come to anything."""

    def pass_on(self, method, path, content_type, body):
        status, headers, answer = super().pass_on(method, path, content_type, body)
        if not path.partition("?")[0].endswith("_msearch"):
            return status, headers, answer
        nothing = {"timed_out": True, "hits": {"total": {"value": 0, "relation": "gte"}, "hits": []}}
        ended = [{**one, **nothing} for one in json.loads(answer)["responses"]]
        return 200, {"Content-Type": "application/json"}, json.dumps({"responses": ended}).encode()


@pytest.fixture
def proxy_of(full_hub, monkeypatch):
    """Puts a proxy between the API and the engine."""
    started = []

    def start(kind):
        proxy = kind(full_hub.config.opensearch_url)
        started.append(proxy)
        hub = Services(full_hub.config.__class__(**{**vars(full_hub.config), "opensearch_url": proxy.url}))
        for route in ("search", "export", "downloads"):
            monkeypatch.setattr(f"chalicelib.routes.{route}.services", lambda: hub)
        return proxy

    yield start
    for proxy in started:
        proxy.stop()


@pytest.fixture
def counted(api, proxy_of):
    """The API with a counting proxy between it and the engine."""
    return api, proxy_of(Counting)


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


def searches(proxy):
    count = sum(asked.endswith("/_search") for asked in proxy.asked)
    proxy.asked.clear()
    return count


@pytest.mark.parametrize("text", ["pyramidal", "Turner zebrafishes"])
def test_a_whole_result_takes_the_search_and_its_pages(counted, text):
    """How it is understood is not asked anew for its records."""
    api, proxy = counted
    assert api.get(f"/search/dataset?q={text}&size=1").json["total"]
    understood = searches(proxy)
    assert api.get(f"/export/dataset?q={text}&format=csv").status_code == 200
    assert searches(proxy) == understood + 1


def test_an_archive_takes_the_search_and_its_records_twice(counted):
    api, proxy = counted
    answer = api.get("/download/dataset/all?q=pyramidal&data_type=connection")
    assert (answer.status_code, "has a file" in answer.json["detail"]) == (404, True)
    assert searches(proxy) == 1 + 2


def test_what_cannot_be_counted_in_time_is_answered_without_being_relaxed(api, proxy_of):
    proxy_of(TooSlowToCount)
    answer = post(api, {"query": "basket zzzqqq yyyqqq"})
    assert answer.status_code == 200, answer.text
    assert (answer.json["total"], answer.json["relaxed"]) == (0, [])


@pytest.mark.parametrize(
    ("text", "relaxed", "calls"),
    [
        ("pyramidall", ["pyramidall → pyramidal"], ["_search", "_search"]),
        ("basket zzzqqq yyyqqq", ["without yyyqqq", "without zzzqqq"], ["_search", "_msearch", "_search"]),
        ("c91662999", [], ["_search"]),
    ],
)
def test_what_relaxing_cannot_change_is_not_asked_again(counted, text, relaxed, calls):
    api, proxy = counted
    answer = post(api, {"query": text}).json
    assert answer["relaxed"] == relaxed
    assert bool(answer["total"]) is bool(relaxed)
    assert [asked.split("/")[-1] for asked in proxy.asked] == calls


@pytest.mark.parametrize("body", [{"query": "zzzqqq"}, {"query": "!!!"}, {"filters": {"species": ["zzzqqq"]}}])
def test_an_answer_tells_all_that_is_served_whatever_it_finds(api, body):
    found, nothing = (post(api, one).json for one in ({}, {"data_type": "morphology", **body}))
    assert (nothing["total"], nothing["generation"]) == (0, found["generation"])


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
