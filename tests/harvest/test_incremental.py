"""A second harvest asks a source for what has changed and for nothing else; what was asked is read in the replay's
log.
"""

import gzip

import pytest

from chalicelib.errors import SourceUnreachable
from chalicelib.harvest.pages import PageLoader
from chalicelib.harvest.runner import drive
from chalicelib.store.opensearch.searcher import Searcher
from chalicelib.wiring import now
from replay.server import Upstream
from tests.harvest.conftest import FEW, NEURONS
from tests.harvest.test_serving import publishing_of
from tests.support import engine, index_prefixes, s3
from tests.support.cut_samples import cut
from tests.test_contract import PLAYED

TYPES, LATER = 8, "2026-11-24T12:00:00"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Our samples with a few neuron types and models only."""
    return cut(tmp_path_factory.mktemp("small"), {**FEW, "hippocampome/types.csv": TYPES})


def copies():
    """The engine with its `_reindex`, which the serverless kind has not."""
    return {"OPENSEARCH_URL": engine.url(), "HUB_ENGINE_COPIES": "1"}


@pytest.fixture
def played(small):
    upstream = Upstream(small).start()
    yield upstream
    upstream.stop()


@pytest.fixture
def hub(played):
    return engine.hub(played.url, **copies())


def harvest(hub, name, **more):
    """A harvest by a process of its own, as on Lambda: what is known of earlier ones is in the engine and in S3."""
    fresh = engine.over(hub.config)
    if more:
        fresh.harvest.start(name, **more)
    return drive(fresh.harvest, name, lambda run: None)


def again(hub, upstream, name):
    """A second harvest, and what was asked of the source for it."""
    upstream.log.clear()
    return harvest(hub, name), upstream.log.all(source=PLAYED[name])


def served(hub, name):
    index = hub.providers[name].index
    return {
        one["id"]: one for one in Searcher(hub.client, hub.names).walk(index, {"term": {"provenance.provider": name}})
    }


def said(documents):
    """What records say, without the run and the step that found them."""
    return {
        one: {**document, "provenance": {**document["provenance"], "run": None, "page": None}}
        for one, document in documents.items()
    }


def test_an_engine_that_cannot_copy_is_sent_the_same_records(played):
    hub = engine.hub(played.url)
    harvest(hub, "neuromorpho")
    before = served(hub, "neuromorpho")
    assert harvest(hub, "neuromorpho")["counts"]["unchanged"] == len(before)
    assert said(served(hub, "neuromorpho")) == said(before)


@pytest.mark.parametrize("name", ["neuromorpho", "internal"])
def test_an_unchanged_record_is_the_same_one_and_only_its_run_is_new(hub, played, name):
    harvest(hub, name)
    before = served(hub, name)
    run, asked = again(hub, played, name)
    assert run["counts"]["unchanged"] == run["counts"]["indexed"] == len(before)
    after = served(hub, name)
    assert said(after) == said(before)
    assert {one["provenance"]["run"] for one in after.values()} == {run["run"]}
    assert not [one.path for one in asked if one.path.endswith((".swc", ".asc", ".abf", ".png"))]


def test_of_an_unchanged_neuromorpho_the_metadata_pages_are_asked(hub, played):
    requests = harvest(hub, "neuromorpho")["requests"]
    _, asked = again(hub, played, "neuromorpho")
    assert len(asked) == requests
    assert {one.path.split("/")[2] for one in asked} == {"api"}


def test_of_an_unchanged_modeldb_two_lists_are_asked_and_what_changes_then_alone(hub, played):
    harvest(hub, "model_db")
    before = served(hub, "model_db")
    run, asked = again(hub, played, "model_db")
    assert [one.path for one in asked] == ["/modeldb/api/v1/models/id", "/modeldb/api/v1/models/ver_date"]
    assert run["counts"]["unchanged"] == len(before)
    assert said(served(hub, "model_db")) == said(before)

    change(played, before, "7509")
    run, asked = again(hub, played, "model_db")
    lists = [f"/modeldb/api/v1/models/{key}" for key in "id ver_date modeling_application neurons region id".split()]
    items = [f"/modeldb/{path}" for path in ("api/v1/models/7509", "api/v1/papers/4002", "download/7509")]
    assert [one.path for one in asked] == [*lists, *items]
    after = served(hub, "model_db")
    assert changed(before, after) == {"model_db-7509"}
    assert after["model_db-7509"]["provenance"]["harvested_at"] > before["model_db-7509"]["provenance"]["harvested_at"]


def test_of_an_unchanged_hippocampome_every_page_is_asked_once_and_none_is_sent(hub, played):
    first = harvest(hub, "hippocampome")
    before = served(hub, "hippocampome")
    run, asked = again(hub, played, "hippocampome")
    pages = [one.query for one in asked if one.path.endswith("neuron_page.php")]
    assert len(set(pages)) == len(pages) == first["requests"] - 2
    assert {one.status for one in asked} == {304}
    assert (run["bytes"], run["counts"]["unchanged"]) == (0, len(before))
    assert said(served(hub, "hippocampome")) == said(before)


def test_what_a_source_removed_disappears_and_what_it_added_is_there(hub, played):
    harvest(hub, "neuromorpho")
    before = served(hub, "neuromorpho")
    played.misbehave(path="select", mutate=_one_gone_and_one_new)
    run, _ = again(hub, played, "neuromorpho")
    after = served(hub, "neuromorpho")
    assert (len(before.keys() - after.keys()), after.keys() - before.keys()) == (1, {"neuromorpho-999999"})
    assert run["counts"]["unchanged"] == len(before) - 1


def test_a_step_that_is_repeated_carries_the_same_over_again(hub, played):
    harvest(hub, "neuromorpho")
    fresh = engine.over(hub.config)
    run = fresh.harvest.start("neuromorpho")
    pages = PageLoader(fresh.providers, fresh.source, fresh.bodies, fresh.publisher, fresh.client, now)
    from_scratch = [pages.load(run) for _ in range(2)]
    assert [one.refused for one in from_scratch] == [[], []]
    assert {one.unchanged for one in from_scratch} == {NEURONS}
    assert drive(fresh.harvest, "neuromorpho", lambda run: None)["counts"]["rejected"] == 0


def test_a_file_that_is_cached_is_not_fetched_again_for_an_unchanged_record(hub, played):
    harvest(hub, "neuromorpho")
    document = next(one for one in served(hub, "neuromorpho").values() if "file" in one)
    first_file = hub.file_cache.ensure(document)
    _, asked = again(hub, played, "neuromorpho")
    assert hub.file_cache.ensure(served(hub, "neuromorpho")[document["id"]]) == first_file
    assert not [one.path for one in asked if one.path.endswith(".swc")]


def test_a_run_is_mapped_again_from_what_was_kept_and_nothing_is_asked(hub, played):
    first_run = harvest(hub, "model_db")
    before = served(hub, "model_db")
    played.misbehave(status=500)
    played.log.clear()
    run = harvest(hub, "model_db", mapped_from=first_run["run"])
    assert (run["state"], run["requests"], played.log.all()) == ("published", 0, [])
    assert said(served(hub, "model_db")) == said(before)


def test_a_run_whose_answers_are_gone_cannot_be_mapped_again(hub, played):
    run = harvest(hub, "neuromorpho")["run"]
    hub.bodies.keep_only("neuromorpho", [])
    with pytest.raises(SourceUnreachable, match="was not kept"):
        harvest(hub, "neuromorpho", mapped_from=run)


def test_every_answer_is_kept_with_its_run_as_long_as_the_run_has_an_index(played):
    hub = engine.hub(played.url, **copies(), HUB_BUCKET=(bucket := f"raw-{index_prefixes.new_prefix()}0"))
    s3.files(bucket)
    runs = [harvest(hub, "neuromorpho") for _ in range(3)]
    publishing_of(hub, now, kept_minutes=0).prune("dataset", "neuromorpho")
    harvest(hub, "neuromorpho")
    kept = hub.files.folders("raw/neuromorpho/")
    assert kept == [run["run"] for run in runs[1:]] + [hub.publisher.built_runs("dataset", "neuromorpho")[-1]]
    objects = s3.client().list_objects_v2(Bucket=bucket, Prefix=f"raw/neuromorpho/{kept[-1]}/")["Contents"]
    assert len(objects) == runs[0]["requests"]
    bodies = [gzip.decompress(hub.files.read(one["Key"]) or b"").partition(b"\n")[2] for one in objects]
    assert sum(len(body) for body in bodies) == runs[0]["bytes"]


def change(played, before, number):
    """Let the source say that a model has changed."""
    date = before[f"model_db-{number}"]["version"]
    later = {"path": f"/modeldb/api/v1/models/{number}", "mutate": lambda raw: {**raw, "ver_date": LATER}}
    played.misbehave(**later)
    played.misbehave(
        path="/modeldb/api/v1/models/ver_date",
        mutate=lambda dates: [LATER if one == date else one for one in dates],
    )


def changed(before, after):
    then, now_said = said(before), said(after)
    return {one for one in now_said if now_said[one] != then.get(one)}


def _one_gone_and_one_new(answer):
    neurons = answer["_embedded"]["neuronResources"]
    neurons[0] = {**neurons[0], "neuron_id": 999999}
    return answer
