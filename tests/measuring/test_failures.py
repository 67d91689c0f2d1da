"""Files that cannot be had or read: what the records say, how a search counts them, and when they are tried again."""

import threading
import time
import uuid

import pytest

from chalicelib.downloads.fetch import ANOTHER
from chalicelib.measuring.work import Measuring
from chalicelib.search.query import Query
from tests.measuring.conftest import documents, harvest, measure
from tests.support import engine

FILES, MEASURES = "dableFiles", "/api/morphometry/"
POINTS = "1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n"


@pytest.fixture
def harvested(upstream):
    """A hub with a storage of its own, so that no file is there."""
    hub = engine.hub(upstream.url, HUB_BUCKET=f"gone-{uuid.uuid4().hex[:8]}")
    assert harvest(hub)["state"] == "published"
    return hub


def later(hub, seconds):
    """The work of the same hub, so many seconds from now."""
    work = hub.measuring.work
    parts = (work._providers, work._client, work._measurements, work._publisher, work._measurer, work._runs)
    return Measuring(*parts, clock=lambda: time.time() + seconds)


def entries(hub):
    found = hub.measuring.measurements.read(list(documents(hub)))
    return {name: entry.content for name, entry in found.items()}


def asked(upstream, path):
    return [one for one in upstream.log.all(source="neuromorpho") if path in str(one)]


def with_file(hub):
    """How many neurons the filter `has_file` finds with a file and without one; its facet says the same."""
    engine.refresh(hub.names.alias("dataset"))
    found = {}
    for value in ("true", "false"):
        query = Query(index="dataset", data_type="morphology", chosen={"has_file": (value,)})
        found[value] = hub.search.page(query, base="")["total"]
    query = Query(index="dataset", data_type="morphology", facets=("has_file",))
    facet = {one["value"]: one["count"] for one in hub.search.page(query, base="")["facets"]["has_file"]}
    assert facet == {value: count for value, count in found.items() if count}
    return found["true"], found["false"]


def test_a_client_that_polls_while_its_record_is_measured_loses_nothing(harvested, upstream):
    upstream.misbehave(path=FILES, delay=0.3, times=5)
    work = harvested.measuring.work
    work.step("neuromorpho", seconds=-1)  # plans alone
    engine.refresh(harvested.names.measurements)
    neurons, over = list(documents(harvested).values()), threading.Event()

    def poll():
        while not over.wait(0.05):
            for one in neurons:
                work.want(one)

    poller = threading.Thread(target=poll)
    poller.start()
    try:
        work.step("neuromorpho", seconds=60)
    finally:
        over.set()
        poller.join()
    assert {one["state"] for one in entries(harvested).values()} == {"measured"}


def test_a_record_whose_file_is_gone_says_so_and_is_found_by_it(harvested, upstream):
    upstream.misbehave(path=FILES, status=404)
    assert with_file(harvested) == (len(documents(harvested)), 0)
    measure(harvested)
    after = documents(harvested)
    for one in after.values():
        assert one["has_file"] is False
        assert one["no_file_reason"] == "The source answers 404.", "it does not repeat the identifier"
        assert one["download_link"], "the source may recover"
    assert with_file(harvested) == (0, len(after))
    harvest(harvested)
    assert with_file(harvested) == (0, len(after)), "a harvest knows it too"


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        ("<html>404</html>", 1, "an HTML page"),
        ("", None, "empty"),
        ("1 1 x 0 0 5 -1\n", 1, "line 1: 'x' is no number"),
        ("# cell\n\n1 1 0 0 0\n", 3, "line 3: 5 values"),
    ],
    ids=["page", "empty", "word", "short"],
)
def test_what_the_source_has_in_the_files_place_is_unreadable_with_its_line(harvested, upstream, body, line, reason):
    upstream.misbehave(path=FILES, status=200, body=body)
    measure(harvested)
    for one in documents(harvested).values():
        assert one["quality_flags"] == ["unreadable"]
        assert one["quality"]["unreadable"]["line"] == line
        assert reason in one["quality"]["unreadable"]["reason"]
        assert one["has_file"] is False
        assert one["no_file_reason"] == one["quality"]["unreadable"]["reason"]
        assert one["id"] not in one["no_file_reason"]
    assert {one["state"] for one in entries(harvested).values()} == {"unreadable"}


def test_retry_asks_the_source_again(harvested, upstream):
    upstream.misbehave(path=FILES, status=200, body="<html>We are moving house.</html>")
    measure(harvested)
    upstream.faults.clear()
    engine.refresh(harvested.names.measurements)
    assert harvested.measuring.work.retry("neuromorpho") == len(documents(harvested))
    measure(harvested)
    for one in documents(harvested).values():
        assert one["morphometry"]["length"] > 0
        assert (one["has_file"], one["quality_flags"]) == (True, sorted(one["quality"]))
        assert "no_file_reason" not in one


def test_who_asks_after_the_time_of_a_missing_file_has_it_asked_for_again(harvested, upstream):
    upstream.misbehave(path=FILES, status=200, body="<html>We are moving house.</html>")
    measure(harvested)
    one = next(iter(documents(harvested).values()))
    assert harvested.measuring.work.find_state(one)["state"] == "unreadable"
    after = later(harvested, ANOTHER + 60)
    assert after.find_state(one)["state"] == "pending"
    assert after.want(one)["asked"] == 1


def test_a_source_without_measures_of_its_own_keeps_no_file_from_being_measured(harvested, upstream):
    upstream.misbehave(path=MEASURES, status=403)
    measure(harvested)
    for one in documents(harvested).values():
        assert one["morphometry"]["length"] > 0
        assert "source_morphometry" not in one
    before = len(asked(upstream, MEASURES))
    upstream.faults.clear()
    engine.refresh(harvested.names.measurements)
    assert harvested.measuring.work.retry("neuromorpho") == len(documents(harvested))
    measure(harvested)
    assert len(asked(upstream, MEASURES)) == before + len(documents(harvested))
    assert all("source_morphometry" in one for one in documents(harvested).values())


def test_a_new_version_is_asked_for_its_measures_too(harvested, upstream):
    measure(harvested)
    one = next(iter(documents(harvested).values()))
    known = harvested.measuring.measurements.read([one["id"]])[one["id"]].content
    assert known["result"]["source_morphometry"] is not None
    newer = harvested.measuring.work.find_state({**one, "version": "another"})
    assert (newer["state"], newer["result"]) == ("pending", {})
