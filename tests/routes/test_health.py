"""GET /health says that we run, GET /ready whether what we serve can be relied on."""

from dataclasses import replace

import pytest

from chalicelib.wiring import Services


@pytest.fixture
def with_settings(full_hub, api, monkeypatch):
    """Answers of /ready over the samples, with some settings changed."""

    def ready(**changed):
        hub = Services(replace(full_hub.config, **changed))
        monkeypatch.setattr("chalicelib.routes.health.services", lambda: hub)
        return api.get("/ready")

    return ready


def test_health_asks_neither_engine_nor_storage(api, monkeypatch):
    monkeypatch.setattr("chalicelib.routes.health.services", lambda: pytest.fail("somebody was asked"))
    answer = api.get("/health")
    assert (answer.status_code, answer.json) == (200, {"status": "up"})
    assert answer.headers["Cache-Control"] == "no-store"


def test_ready_tells_of_each_provider_how_fresh_its_records_are(full_hub, api):
    answer = api.get("/ready")
    assert answer.status_code == 200
    assert answer.json["parts"] == {"engine": "ok", "storage": "ok"}
    assert {one["provider"] for one in answer.json["providers"]} == set(full_hub.providers)
    assert all(0 <= one["age_hours"] < 1 and one["concerns"] == [] for one in answer.json["providers"])


def test_an_engine_that_is_down_is_a_reason(with_settings):
    answer = with_settings(opensearch_url="http://127.0.0.1:9")
    assert (answer.status_code, answer.content_type) == (503, "application/problem+json")
    assert answer.json["reasons"] == ["The search engine cannot be reached; try again in a moment."]
    assert answer.json["parts"]["storage"] == "ok"
    assert answer.headers["Retry-After"] == "60"


def test_a_storage_without_our_bucket_is_a_reason(with_settings):
    answer = with_settings(bucket="no-such-bucket")
    assert (answer.status_code, answer.json["reasons"]) == (503, ["The file storage has no such bucket."])
    assert answer.json["parts"]["engine"] == "ok"


def test_a_hub_that_serves_nothing_yet_is_not_ready(with_settings, full_hub):
    answer = with_settings(index_prefix="nothing-here-")
    assert answer.status_code == 503
    assert answer.json["reasons"] == [f"{name} serves nothing yet" for name in full_hub.providers]
