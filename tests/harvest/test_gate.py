"""The quality gate: harvests over sources whose answers were changed on the way, and what becomes of each."""

import pytest

from chalicelib.errors import HarvestRefused
from chalicelib.harvest.gate import State, judge, objections
from chalicelib.harvest.runner import drive
from chalicelib.providers.base import PublishingRules
from chalicelib.search.query import Query
from replay.server import Upstream
from tests.harvest.conftest import NEURONS, report_of
from tests.support import engine


@pytest.fixture
def good(hub):
    """A hub that serves a good harvest of NeuroMorpho; the run of it."""
    return harvest(hub)


@pytest.fixture(scope="module")
def harmless(sources):
    """A hub that serves a good harvest, its sources, and the run: for tests that leave it so."""
    played = Upstream(sources).start()
    hub = engine.hub(played.url)
    yield hub, played, harvest(hub)
    played.stop()


@pytest.fixture
def serving(harmless):
    yield harmless
    harmless[1].faults.clear()


def harvest(hub, provider="neuromorpho"):
    return drive(hub.harvest, provider, lambda run: None)


def served(hub):
    return {record["id"]: record["name"] for record in hub.search.matching(Query(index="dataset"))}


def each(change):
    """A mutation of all neurons of an answer: `change` may change one in place, or say False to leave it out."""

    def mutate(answer):
        neurons = answer["_embedded"]["neuronResources"]
        kept = [one for number, one in enumerate(neurons) if change(number, one) is not False]
        answer["_embedded"]["neuronResources"] = kept
        answer["page"]["totalElements"] -= len(neurons) - len(kept)
        return answer

    return mutate


def losing(share, before=NEURONS):
    return each(lambda number, one: number >= round(before * share))


def emptied(number, one):
    one["protocol"] = "Not reported" if number % 3 else one["protocol"]


def listless(number, one):
    one["brain_region"] = ",".join(one["brain_region"]).replace(" ", "_")


def numeric(number, one):
    one["soma_surface"] = float(one["soma_surface"])


def test_a_loss_within_the_limit_is_published(samples):
    played = Upstream(samples).start()
    hub = engine.hub(played.url)
    assert harvest(hub)["counts"]["indexed"] == 147
    played.misbehave(path="select", mutate=losing(0.01, 147))
    run = harvest(hub)
    played.stop()
    assert (run["state"], run["counts"]["indexed"], run["diff"]["removed"]["count"]) == ("published", 146, 1)


@pytest.mark.parametrize(
    ("mutate", "reason"),
    [
        (losing(0.2), "the run brought 42 records, 53 are served: more than 10% would be lost"),
        (losing(0.6), "the run brought 21 records, 53 are served: more than 10% would be lost"),
        (losing(1.0), "the run brought no record"),
        (each(emptied), r"morphology.protocol was filled in 100% of the records and is in 34%"),
        (each(listless), "the source's brain_region was a list and is text now"),
        (each(numeric), "the source's soma_surface was text and is a number now"),
    ],
    ids=["20 % gone", "60 % gone", "all gone", "a field emptied", "a list that is text", "text that is a number"],
)
def test_a_run_that_would_do_harm_is_refused_and_what_is_served_stays(serving, mutate, reason):
    hub, upstream, good = serving
    before = served(hub)
    upstream.misbehave(path="select", mutate=mutate)
    run = harvest(hub)
    assert run["state"] == "refused"
    assert reason in run["reasons"]
    assert served(hub) == before
    assert report_of(hub)["served"]["run"] == good["run"]


def test_a_refused_run_tells_what_it_would_have_changed(hub, good, upstream):
    def worse(number, one):
        if number == 0:
            one["species"] = "unicorn"
        if number == 1:
            one["neuron_id"] = 999_999
        return number < 40

    upstream.misbehave(path="select", mutate=each(worse))
    run = harvest(hub)
    found = hub.reports.of(run["run"])["diff"]
    assert found["against"] == good["run"]
    assert {kind: found[kind]["count"] for kind in ("added", "changed", "removed")} == {
        "added": 1,
        "changed": 1,
        "removed": 14,
    }
    assert found["unchanged"] == 38
    assert found["changed"]["samples"][0]["fields"]["species"]["after"] == "unicorn"
    assert found["added"]["samples"][0]["id"] == "neuromorpho-999999"
    assert len(found["removed"]["samples"]) == 10


def test_a_refused_run_can_be_published_by_hand_or_dropped(hub, good, upstream):
    upstream.misbehave(path="select", mutate=losing(0.6))
    first, second = harvest(hub)["run"], harvest(hub)["run"]
    hub.publishing.drop(second)
    with pytest.raises(HarvestRefused):
        hub.publishing.publish(second)
    assert hub.publishing.publish(first)["state"] == "published"
    assert len(served(hub)) == 21
    assert hub.harvest.read(good["run"])["state"] == "replaced"


def test_of_records_with_one_identifier_the_first_is_kept_and_the_run_published(hub, good, upstream):
    def twice(answer):
        neurons = answer["_embedded"]["neuronResources"]
        neurons += [{**one, "neuron_name": "again"} for one in neurons[:5]]
        return answer

    upstream.misbehave(path="select", mutate=twice)
    run = harvest(hub)
    assert (run["state"], run["rejects"]["duplicate identifier"]["count"]) == ("published", 5)
    assert "again" not in served(hub).values()


@pytest.mark.parametrize(
    ("old", "new"),
    [("<td", "<th"), ("property_page_markers.php", "markers.php")],
    ids=["other elements", "other links of markers"],
)
def test_a_changed_layout_of_hippocampomes_pages_is_refused(hub, upstream, old, new):
    harvest(hub, "hippocampome")
    before = served(hub)
    upstream.misbehave(path="neuron_page", edit=lambda page: page.replace(old, new))
    run = harvest(hub, "hippocampome")
    assert (run["state"], served(hub)) == ("refused", before)


def test_limits_are_the_providers_own():
    run, before = ({"counts": {"indexed": count, "read": count}, "total": None} for count in (70, 100))
    assert objections(State(run), State(before), PublishingRules(most_lost=0.3)) == []
    assert objections(State(run), State(before), PublishingRules(most_lost=0.2))


def test_a_type_of_record_that_is_gone_altogether_is_refused():
    def profile(**records):
        return {kind: {"records": count, "fields": {}} for kind, count in records.items()}

    run = {"counts": {"indexed": 99, "read": 99}, "total": 99, "profile": profile(connection=99)}
    before = {"counts": {"indexed": 100}, "profile": profile(connection=99, electrophysiology=1)}
    assert objections(State(run), State(before), PublishingRules()) == ["no electrophysiology came, 1 are served"]


def test_a_source_that_announces_more_than_it_gives_is_refused():
    run = {"counts": {"indexed": 60, "read": 80}, "total": 100}
    assert judge(State(run), [], PublishingRules()).reasons == ["the source announced 100 records and gave 80"]
