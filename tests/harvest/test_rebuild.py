"""An index of an older mapping is rebuilt from its stored records; its source is not asked."""

from typing import Any

import pytest

from chalicelib.harvest import rebuild
from chalicelib.harvest.run import end_run
from chalicelib.harvest.runner import drive
from chalicelib.harvest.watchdog import Watchdog
from chalicelib.store.opensearch.indices import scan_documents
from chalicelib.store.opensearch.mappings import VERSION
from chalicelib.wiring import now
from local.hub import harvest_missing


@pytest.fixture
def old(hub, upstream):
    """A hub that serves Hippocampome's records in an index of an older mapping; its run."""
    run = drive(hub.harvest, "hippocampome", lambda state: None)
    age(hub)
    upstream.log.clear()
    return run


def age(hub):
    [name] = hub.publisher.served_indices("dataset", "hippocampome")
    hub.client.indices.put_mapping(index=name, body={"_meta": {"version": VERSION - 1}})


def stored(hub):
    [name] = hub.publisher.served_indices("dataset", "hippocampome")
    return hub.publisher.version(name), list(scan_documents(hub.client, name))


def rebuilt(hub):
    outdated = hub.rebuild.outdated_run("dataset", "hippocampome")
    return drive(hub.harvest, "hippocampome", lambda state: None, rebuilds=outdated)


def test_a_rebuilt_index_holds_the_same_records_under_the_present_mapping(hub, old, upstream, monkeypatch):
    monkeypatch.setattr(rebuild, "PAGE", 20)  # several steps
    version, before = stored(hub)
    run = rebuilt(hub)
    assert (run["state"], run["rebuilds"], run["step"]) == ("published", old["run"], len(before) // 20 + 1)
    assert (version, stored(hub)) == (VERSION - 1, (VERSION, before))
    assert upstream.log.all() == []
    assert hub.rebuild.outdated_run("dataset", "hippocampome") is None


def test_records_are_as_old_as_they_were(hub, old):
    age_before = hub.reports.latest()[1]["freshness"]["read_at"]
    run = rebuilt(hub)
    assert run["kinds"] == old["kinds"]  # what the source sent is still what the next harvest is held against
    report = hub.reports.latest()[1]
    assert report["served"]["run"] == run["run"]
    assert report["freshness"]["read_at"] == age_before
    assert run["counts"]["unchanged"] == run["counts"]["indexed"] == old["counts"]["indexed"]


def test_what_is_served_is_rebuilt_when_the_hub_starts(hub, upstream):
    assert harvest_missing(hub) == {}
    age(hub)
    upstream.log.clear()
    assert harvest_missing(hub) == {}
    assert (stored(hub)[0], upstream.log.all()) == (VERSION, [])


def test_a_harvest_begun_while_a_rebuild_lies_half_done_takes_its_place(hub, old, upstream):
    half = hub.harvest.start("hippocampome", rebuilds=old["run"])
    run = drive(hub.harvest, "hippocampome", lambda state: None)
    assert (run["state"], run["rebuilds"]) == ("published", None)
    assert hub.harvest.read(half["run"])["state"] == "dropped"
    assert upstream.log.all()


class Sent:
    """A queue that only remembers what is sent."""

    def __init__(self):
        self.runs = []

    def send(self, run):
        self.runs.append(run)

    def requeue_idle(self, provider):
        return []


def test_the_watchdog_begins_a_rebuild_once_and_leaves_a_refused_one_to_people(hub, old):
    sent: Any = Sent()
    watchdog = Watchdog(hub.providers, hub.harvest, sent, hub.rebuild, hub.publishing)
    [run] = watchdog.check("hippocampome")
    assert (sent.runs, run["rebuilds"]) == ([run], old["run"])
    assert watchdog.check("hippocampome") == []  # it is under way
    stored = hub.runs.read(run["run"])
    hub.runs.save(stored, end_run(stored.run, "refused", now(), ["for a reason"]))
    assert watchdog.check("hippocampome") == []
