"""Harvests over replayed sources: what is published, what is not, and what a failure leaves behind."""

import contextlib

import pytest

from chalicelib.errors import HarvestRefused, HubError, NothingToRollBackTo, RunBusy, StepCrashed
from chalicelib.harvest.reports import assess_freshness
from chalicelib.harvest.runner import drive
from chalicelib.providers.neuromorpho import NeuroMorpho
from chalicelib.search.query import Query
from chalicelib.wiring import now
from tests.harvest.conftest import NEURONS, report_of
from tests.support import engine


def harvest(hub, provider="neuromorpho"):
    return drive(hub.harvest, provider, lambda run: None)


def served(hub, index="dataset"):
    return {record["id"] for record in hub.search.matching(Query(index=index))}


def test_a_harvest_publishes_what_it_read(hub):
    run = harvest(hub)
    assert (run["state"], run["counts"]) == (
        "published",
        {"read": NEURONS, "indexed": NEURONS, "rejected": 0, "unchanged": 0},
    )
    assert len(served(hub)) == NEURONS


def test_a_harvest_tells_what_it_cost(hub, upstream):
    run = harvest(hub)
    assert run["requests"] == len(upstream.log.all(source="neuromorpho")) == 3
    assert run["bytes"] == sum(asked.sent for asked in upstream.log.all(source="neuromorpho"))


def test_no_jsp_page_is_ever_asked(hub, upstream):
    harvest(hub)
    assert [asked.path for asked in upstream.log.all() if ".jsp" in asked.path] == []


def test_a_record_that_does_not_fit_is_rejected_with_its_reason(hub, upstream):
    def without_species(answer):
        del answer["_embedded"]["neuronResources"][0]["species"]
        answer["_embedded"]["neuronResources"][1]["brain_region"] = []
        return answer

    upstream.misbehave(path="select", mutate=without_species)
    run = harvest(hub)
    assert run["counts"] == {"read": NEURONS, "indexed": NEURONS - 2, "rejected": 2, "unchanged": 0}
    assert {one["reason"] for one in hub.reports.of(run["run"])["rejected"]} <= {"missing field", "value does not fit"}
    assert run["rejects"]["missing field"]["samples"][0]["detail"] == "species"


def test_a_source_that_is_down_leaves_what_is_served(hub, upstream):
    harvest(hub)
    before = served(hub)
    upstream.misbehave(path="select", status=404)
    with pytest.raises(HubError):
        harvest(hub)
    assert served(hub) == before
    assert report_of(hub)["latest"]["state"] == "failed"


def test_one_source_that_is_down_leaves_the_others_fresh(upstream):
    hub = engine.hub(upstream.url, HUB_SOURCE_TRIES="1")
    first = {name: harvest(hub, name)["run"] for name in hub.providers}
    before = served(hub)
    upstream.misbehave(path="/hippocampome/", status=503)
    for name in hub.providers:
        with contextlib.suppress(HubError):
            harvest(hub, name)
    now_served = {one["provider"]: one["served"]["run"] for one in hub.reports.latest()}
    assert [name for name in first if now_served[name] == first[name]] == ["hippocampome"]
    assert served(hub) == before


def test_a_run_that_brings_nothing_is_refused(hub, upstream):
    harvest(hub)
    before = served(hub)
    upstream.misbehave(path="select", body='{"page":{"size":500,"totalElements":0,"totalPages":0,"number":0}}')
    run = harvest(hub)
    assert (run["state"], run["reasons"]) == ("refused", ["the run brought no record"])
    assert served(hub) == before


def test_an_error_inside_a_200_is_no_empty_page(hub, upstream):
    upstream.misbehave(path="select", body='{"status":500,"error":"Internal Server Error"}')
    with pytest.raises(HubError, match="without a page"):
        harvest(hub)


def test_a_run_that_failed_goes_on_from_its_cursor(upstream):
    hub = engine.hub(upstream.url, HUB_SOURCE_TRIES="1")
    upstream.misbehave(path="neuron_page", after=26, status=500)
    with pytest.raises(HubError, match="status 500"):
        harvest(hub, "hippocampome")
    asked = {one.query for one in upstream.log.all(path="/hippocampome/php/neuron_page") if one.status == 200}
    upstream.faults.clear()
    upstream.log.clear()
    assert harvest(hub, "hippocampome")["state"] == "published"
    again = {one.query for one in upstream.log.all(path="/hippocampome/php/neuron_page")}
    assert len(asked & again) < 25  # the step that failed, no more


def test_another_start_while_a_run_is_under_way_is_refused(hub):
    hub.harvest.start("neuromorpho")
    with pytest.raises(RunBusy):
        hub.harvest.start("neuromorpho")


def test_rolling_back_serves_the_run_before(hub, upstream):
    first = harvest(hub)
    upstream.misbehave(path="select", mutate=_renamed)
    harvest(hub)
    assert "renamed" in {record["name"] for record in hub.search.matching(Query(index="dataset"))}
    assert hub.publishing.rollback("dataset", "neuromorpho")["run"] == first["run"]
    assert "renamed" not in {record["name"] for record in hub.search.matching(Query(index="dataset"))}


def test_there_is_no_way_back_from_the_first_run(hub):
    harvest(hub)
    with pytest.raises(NothingToRollBackTo):
        hub.publishing.rollback("dataset", "neuromorpho")


def test_a_finished_run_takes_no_further_step(hub):
    run = harvest(hub)
    with pytest.raises(HarvestRefused):
        hub.harvest.step(run["run"])


def test_an_engine_that_is_down_is_said_to_be_down(upstream):
    hub = engine.hub(upstream.url)
    hub.config = engine.configured(upstream.url, OPENSEARCH_URL="http://127.0.0.1:9")
    del hub.client
    with pytest.raises(HubError) as caught:
        hub.search.page(Query(index="dataset"), base="")
    assert (caught.value.status, caught.value.headers["Retry-After"]) == (503, "10")


def _renamed(answer):
    answer["_embedded"]["neuronResources"][0]["neuron_name"] = "renamed"
    return answer


def test_an_unforeseen_error_ends_the_run_with_its_class_and_place(hub, monkeypatch, caplog):
    def broken(self, source, cursor):
        raise ZeroDivisionError("nobody thought of this")

    monkeypatch.setattr(NeuroMorpho, "page", broken)
    with pytest.raises(StepCrashed, match=r"ZeroDivisionError in .*pages\.py, line \d+"):
        harvest(hub)
    latest = report_of(hub)["latest"]
    assert (latest["state"], "ZeroDivisionError" in latest["reasons"][0]) == ("failed", True)
    assert "nobody thought of this" not in latest["reasons"][0]
    assert "nobody thought of this" in caplog.text, "the traceback is in the log"
    [concerned] = [one for one in assess_freshness(hub.reports.latest(), now()) if one.provider == "neuromorpho"]
    assert "failed" in concerned.concerns


@pytest.mark.parametrize("malformed", [0, 1, 2])
def test_pages_that_bring_nothing_new_end_the_run(hub, upstream, malformed):
    """A source that announces thousands of pages and gives the same one again and again, whatever is wrong in it."""

    def endless(answer):
        for one in answer["_embedded"]["neuronResources"][:malformed]:
            one["stain"] = {"odd": True}
        count = len(answer["_embedded"]["neuronResources"])
        answer["page"] = {"totalElements": count * 1000, "size": count, "totalPages": 1000, "number": 0}
        return answer

    provider, pages = hub.providers["neuromorpho"], []

    class Stuck:
        """The source, whatever page it is asked for."""

        def __init__(self, source):
            self._source = source

        def __getattr__(self, name):
            return getattr(self._source, name)

        def post_json(self, path, body, **query):
            pages.append(query["page"])
            return self._source.post_json(path, body, **{**query, "page": 0})

    upstream.misbehave(path="select", mutate=endless)
    hub.__dict__["providers"] = {**hub.providers, "neuromorpho": _Through(provider, Stuck)}
    run = harvest(hub)
    assert (run["state"], pages) == ("stalled", [0, 1, 2, 3])
    assert "3 pages in a row brought nothing new" in run["reasons"][0]
    assert run["counts"]["indexed"] == NEURONS - malformed


class _Through:
    """A provider that asks its source through `wrap`."""

    def __init__(self, provider, wrap):
        self._provider, self._wrap = provider, wrap

    def __getattr__(self, name):
        return getattr(self._provider, name)

    def page(self, source, cursor):
        return self._provider.page(self._wrap(source), cursor)


def test_a_run_that_was_under_way_at_a_rollback_is_not_published(hub, upstream):
    first = harvest(hub)["run"]
    harvest(hub)
    under_way = hub.harvest.start("neuromorpho")["run"]
    assert hub.publishing.rollback("dataset", "neuromorpho")["run"] == first
    with pytest.raises(HarvestRefused, match="dropped"):
        hub.harvest.step(under_way)
    assert hub.harvest.read(under_way)["reasons"] == ["rolled back while it was under way"]
    assert report_of(hub)["served"]["run"] == first


def test_a_step_that_ends_after_a_rollback_saves_nothing(hub):
    harvest(hub)
    second = harvest(hub)["run"]
    stored = hub.runs.read(hub.harvest.start("neuromorpho")["run"])
    hub.publishing.rollback("dataset", "neuromorpho")
    with pytest.raises(RunBusy):
        hub.runs.save(stored, {**stored.run, "state": "loaded"})
    assert hub.harvest.read(second)["state"] == hub.harvest.read(second)["outcome"] == "rolled_back"


def test_a_source_that_recovers_is_served_again_without_a_person(hub, upstream):
    good = harvest(hub)
    upstream.misbehave(path="select", mutate=_all_of_one_species)
    bad = harvest(hub)
    assert bad["state"] == "refused"
    hub.publishing.publish(bad["run"])
    upstream.faults.clear()
    back = harvest(hub)
    assert back["state"] == "published"
    assert back["familiar"]["run"] == good["run"]
    assert any("species" in reason for reason in back["familiar"]["overruled"])
    assert hub.reports.of(back["run"])["familiar"] == back["familiar"]
    upstream.misbehave(path="select", mutate=_all_of_one_species)
    assert harvest(hub)["state"] == "refused", "the bad state has not become familiar"


def _all_of_one_species(answer):
    for one in answer["_embedded"]["neuronResources"]:
        one["species"] = "unicorn"
    return answer
