"""GET /harvests and GET /harvests/{run}: how fresh the data are, what was rejected and why, what changed."""

from datetime import UTC, datetime

import pytest


@pytest.fixture(scope="module")
def harvests(api):
    return {one["provider"]: one for one in api.get("/harvests").json["harvests"]}


def test_the_latest_run_of_every_provider_is_shown_with_what_it_came_to(harvests, full_hub):
    assert list(harvests) == list(full_hub.providers)
    for one in harvests.values():
        latest = one["latest"]
        assert (latest["state"], latest["outcome"], latest["progress"]) == ("published", "published", 1.0)
        assert latest["counts"]["read"] == latest["counts"]["indexed"] + latest["counts"]["rejected"] > 0
        assert latest["started_at"] <= latest["published_at"] <= latest["finished_at"]
        assert latest["requests"] >= 1
        assert one["served"]["run"] == latest["run"]


def test_freshness_says_when_the_source_was_asked(harvests):
    for one in harvests.values():
        age = datetime.now(UTC) - datetime.fromisoformat(one["freshness"]["read_at"])
        assert 0 <= one["freshness"]["age_seconds"] <= age.total_seconds() + 1


def test_one_run_tells_its_rejects_with_their_reasons_and_what_it_changed(api, harvests):
    run = harvests["model_db"]["latest"]
    found = api.get(f"/harvests/{run['run']}").json
    assert len(found["rejected"]) == run["counts"]["rejected"]
    assert {one["reason"] for one in found["rejected"]} == set(found["rejects"])
    assert sum(entry["count"] for entry in found["rejects"].values()) == run["counts"]["rejected"]
    assert found["diff"]["against"] is None
    assert found["diff"]["added"]["count"] == run["counts"]["indexed"]


def test_what_people_can_do_nothing_with_stays_inside(api, harvests):
    run = harvests["hippocampome"]["latest"]["run"]
    assert not {"cursor", "profile", "kinds"} & set(api.get(f"/harvests/{run}").json)


def test_there_is_no_run_of_that_name(api):
    assert api.get("/harvests/20200101t000000000000z").status_code == 404
    assert api.get("/harvests/under-way-neuromorpho").status_code == 404


@pytest.mark.parametrize("path", ["/harvests", "/harvests/neuromorpho"])
def test_nothing_is_started_or_published_over_http(api, path):
    assert api.post(path).status_code in (403, 404, 405)
