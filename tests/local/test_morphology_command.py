"""`hub morphology ...` as it is typed: what it says, its exit codes, and what `/harvests` counts then."""

import time

import pytest

from chalicelib.measuring.work import HELD, WAITED
from chalicelib.search.query import Query
from local.hub import open_hub
from local.morphology_command import GIVE_UP
from tests.support import engine
from tests.support.cut_samples import cut

FILES = "dableFiles"
ROWS, NEURONS = 20, 19  # one of them is no neuron of the hub


@pytest.fixture(scope="session")
def sources(tmp_path_factory):
    return cut(tmp_path_factory.mktemp("few"), {"neuromorpho/neurons.csv": ROWS})


def hold_one(provider, seconds):
    """A worker began one record and died: it is held for so many seconds more."""
    with open_hub() as hub:
        work, measurements = hub.measuring.work, hub.measuring.measurements
        work.step(provider, seconds=-1)  # plans alone
        engine.refresh(hub.names.measurements)
        (chosen,) = measurements.next(provider, time.time(), 1)
        entry = measurements.read([chosen])[chosen]
        measurements.save(entry, {**entry.content, "attempts": 1, "not_before": int(time.time() + seconds)})


def morphologies(provider):
    with open_hub() as hub:
        engine.refresh(hub.names.measurements)
        return next(one["morphologies"] for one in hub.reports.latest() if one["provider"] == provider)


@pytest.mark.slow
def test_run_waits_for_what_a_dead_worker_holds_and_for_readers(typed):
    typed("run", "neuromorpho")
    hold_one("neuromorpho", seconds=6)
    code, said, _ = typed("run", "neuromorpho", group="morphology")
    assert (code, said) == (0, f"neuromorpho   {NEURONS} measured, 0 unreadable, 0 missing, 0 pending\n")
    assert typed("status", "neuromorpho", group="morphology")[:2] == (0, said)
    assert morphologies("neuromorpho") == {"measured": NEURONS, "unreadable": 0, "missing": 0, "pending": 0}
    with open_hub() as hub:
        assert not hub.measuring.work.has_work("neuromorpho")


def test_run_gives_up_after_what_others_hold_has_come_free_and_what_waits_is_published():
    assert max(HELD, WAITED) < GIVE_UP


@pytest.mark.slow
def test_retry_measures_what_the_source_did_not_have(typed, upstream):
    typed("run", "neuromorpho")
    upstream.misbehave(path=FILES, status=404)
    code, said, _ = typed("run", "neuromorpho", group="morphology")
    assert (code, said) == (0, f"neuromorpho   0 measured, 0 unreadable, {NEURONS} missing, 0 pending\n")
    upstream.faults.clear()
    code, said, _ = typed("retry", "neuromorpho", group="morphology")
    lines = [f"{NEURONS} to be tried again", f"{NEURONS} measured, 0 unreadable, 0 missing, 0 pending"]
    assert (code, said.splitlines()) == (0, [f"neuromorpho   {line}" for line in lines])


@pytest.mark.slow
def test_records_without_a_file_are_counted_as_missing(typed):
    typed("run", "internal")
    assert typed("run", "internal", group="morphology")[0] == 0
    with open_hub() as hub:
        found = hub.search.page(Query(index="dataset", data_type="morphology"), base="")["total"]
    counts = morphologies("internal")
    assert sum(counts.values()) == found
    assert counts["pending"] == 0


def test_what_is_not_there_is_said(typed):
    code, _, said = typed("status", "nowhere", group="morphology")
    assert (code, "no provider 'nowhere' with morphologies" in said) == (2, True)
