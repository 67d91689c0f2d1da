"""`hub sources probe`: a healthy source, and each kind of change in one."""

import pytest

from chalicelib.harvest.probe import probe
from chalicelib.harvest.runner import drive
from chalicelib.providers import PROVIDERS


@pytest.fixture(scope="module")
def quiet(sources):
    """A hub that serves a harvest of NeuroMorpho, and its sources."""
    from replay.server import Upstream
    from tests.support import engine

    played = Upstream(sources).start()
    hub = engine.hub(played.url)
    hub.prepare()
    drive(hub.harvest, "neuromorpho", lambda run: None)
    yield hub, played
    played.stop()


@pytest.fixture
def probed(quiet):
    hub, played = quiet

    def run(name):
        provider = hub.providers[name]
        return probe(provider, hub.source(name), hub.publishing.served_run(provider.index, name))

    yield run, played
    played.faults.clear()


def kinds(report):
    return {kind.name: kind for kind in report.kinds}


@pytest.mark.parametrize("name", PROVIDERS)
def test_a_healthy_source_looks_as_expected_after_a_few_requests(probed, name):
    run, played = probed
    played.log.clear()
    report = run(name)
    assert report.is_healthy, report
    assert sum(kind.count for kind in report.kinds if kind.name[:3] in ("GET", "POS")) == len(played.log.all()) < 25
    assert [kind for kind in report.kinds if kind.name.endswith("records") and kind.count]


def each(change):
    def mutate(answer):
        answer["_embedded"]["neuronResources"] = [change(one) for one in answer["_embedded"]["neuronResources"]]
        return answer

    return mutate


@pytest.mark.parametrize(
    ("change", "kind", "finding"),
    [
        (lambda one: one | {"novelty": "x"}, "raw fields", ("new", "novelty")),
        (lambda one: {key: one[key] for key in one if key != "species"}, "raw fields", ("gone", "species")),
        (
            lambda one: one | {"brain_region": "hippocampus"},
            "raw fields",
            ("changed", "brain_region was list and is text"),
        ),
        (lambda one: one | {"protocol": None}, "morphology records", ("gone", "protocol")),
        (lambda one: one | {"stain": {"a": 1}}, "rejects: value does not fit", ("changed", "stain: an object")),
    ],
    ids=["a new field", "a field gone", "another kind of value", "a field emptied", "a value that cannot be read"],
)
def test_each_kind_of_change_is_named(probed, change, kind, finding):
    run, played = probed
    played.misbehave(path="select", mutate=each(change))
    report = run("neuromorpho")
    where, what = finding
    assert what in " ".join(getattr(kinds(report)[kind], where))
    assert report.is_healthy == (where == "new")


@pytest.mark.parametrize(
    "fault",
    [{"status": 404}, {"body": "<html>moved</html>"}, {"body": '{"error": "x"}'}],
    ids=["gone", "HTML", "an error"],
)
def test_a_request_that_fails_is_named_with_its_reason(probed, fault):
    run, played = probed
    played.misbehave(path="select", **fault)
    report = run("neuromorpho")
    assert not report.is_healthy
    assert kinds(report)["POST /api/neuron/select"].error
