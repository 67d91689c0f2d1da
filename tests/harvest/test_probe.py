"""`hub sources probe`: healthy sources, and each kind of change in each of them."""

import pytest

from chalicelib.harvest.probe import probe
from chalicelib.harvest.runner import drive
from chalicelib.providers import PROVIDERS


@pytest.fixture(scope="module")
def quiet(sources):
    """A hub that serves a harvest of every provider, and its sources."""
    from replay.server import Upstream
    from tests.support import engine

    played = Upstream(sources).start()
    hub = engine.hub(played.url)
    hub.prepare()
    for name in PROVIDERS:
        assert drive(hub.harvest, name, lambda run: None)["state"] == "published"
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


def fields(**more):
    return lambda raw: {**raw, **more}


def without(*names):
    return lambda raw: {name: value for name, value in raw.items() if name not in names}


def without_traces(answer):
    """A view, or a list, that knows no recording any more."""
    if isinstance(answer, dict) and "hits" in answer:
        hits = [one for one in answer["hits"]["hits"] if "Trace" not in str(one["_source"].get("@type"))]
        return {"hits": {"hits": hits}}
    return type(answer)()


MODEL, RECORDINGS = r"/modeldb/api/v1/models/\d", "_search|electrophysiology|etype|etraces"
VIEW = "POST /views/public/hippocampus-hub/https://bbp.epfl.ch/neurosciencegraph/data/views/es/dataset/_search"
CHANGES = {  # provider, faults, the kind that names it, what it says
    "a page without markers": (
        "hippocampome",
        {"path": "neuron_page", "edit": lambda page: page.replace("Molecular markers", "Proteins")},
        "rejects: page not recognised",
        ("changed", "Molecular markers"),
    ),
    "pages without a class": (
        "hippocampome",
        {"path": "neuron_page", "edit": lambda page: page.replace("val_property=", "value=")},
        "rejects: page not recognised",
        ("changed", "name no property"),
    ),
    "no connections": (
        "hippocampome",
        {"path": "search_engine.*Connection", "mutate": lambda answer: []},
        "connection records",
        ("gone", "all of them"),
    ),
    "a list of another shape": (
        "hippocampome",
        {"path": "search_engine", "mutate": lambda answer: "moved"},
        "GET /php/search_engine_json.php",
        ("error", "another shape"),
    ),
    "a new key of models": (
        "model_db",
        {"path": MODEL, "mutate": fields(novelty={"value": 1})},
        "raw fields",
        ("new", "novelty"),
    ),
    "a key of models gone": (
        "model_db",
        {"path": MODEL, "mutate": without("neurons")},
        "raw fields",
        ("gone", "neurons"),
    ),
    "a key of models of another kind": (
        "model_db",
        {"path": MODEL, "mutate": fields(created=["2001"])},
        "raw fields",
        ("changed", "created was text and is list"),
    ),
    "models without a date": (
        "model_db",
        {"path": MODEL, "mutate": without("ver_date")},
        "rejects: missing field",
        ("changed", "ver_date"),
    ),
    "recordings gone": (
        "internal",
        {"path": RECORDINGS, "mutate": without_traces},
        "electrophysiology records",
        ("gone", "all of them"),
    ),
    "a view of another shape": (
        "internal",
        {"path": "_search", "mutate": lambda answer: {"results": []}},
        VIEW,
        ("error", "without hits"),
    ),
    "a list of items that are none": (
        "internal",
        {"path": "exp-morphology-list", "mutate": lambda items: [7, *items]},
        "rejects: odd item of a list",
        ("changed", "without a name"),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_kind_of_change_of_the_other_sources_is_named(probed, name):
    run, played = probed
    provider, fault, kind, (where, what) = CHANGES[name]
    played.misbehave(**fault)
    report = run(provider)
    assert kind in kinds(report), report
    assert what in str(getattr(kinds(report)[kind], where))
    assert report.is_healthy == (where == "new")


def test_every_provider_has_changes_to_be_named():
    assert {"neuromorpho", *(provider for provider, *_ in CHANGES.values())} == set(PROVIDERS)
