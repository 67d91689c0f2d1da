"""What readers see while runs are published, refused, killed and rolled back: one whole set after the other, never
less.
"""

import os
import sys
import threading
import time

import pytest

from chalicelib.config import from_environment
from chalicelib.errors import HubError, NothingToRollBackTo
from chalicelib.harvest import publishing
from chalicelib.harvest.publishing import Publishing
from chalicelib.harvest.run import new_run, run_name
from chalicelib.providers.base import PublishingRules
from chalicelib.records import fingerprint
from chalicelib.search.query import Query
from chalicelib.store.opensearch import aliases as publisher
from chalicelib.store.opensearch.bulk import bulk_load
from chalicelib.store.opensearch.diff import Comparer
from chalicelib.wiring import now
from tests.harvest.killing import killing
from tests.support import engine

READERS, SIZE = 8, 12  # a run of SIZE records
RUNS = int(os.environ.get("HUB_TEST_PUBLISHES", "8"))
PROVIDER = "neuromorpho"


def document(identifier, run, page=0):
    content = {"id": identifier, "source_id": identifier, "type": "morphology", "name": identifier}
    content["description"] = f"{identifier} of {run}"
    origin = {"provider": PROVIDER, "page": page, "run": run, "licence": "CC-BY-4.0", "harvested_at": now().isoformat()}
    return {**content, "provenance": {**origin, "fingerprint": fingerprint(content)}}


def loaded(hub, ids):
    """A run that has read `ids`, and waits for its publishing."""
    run = new_run(PROVIDER, "dataset", run_name(now()), now())
    index = hub.publisher.create_index("dataset", PROVIDER, run["run"])
    assert bulk_load(hub.client, index, [document(one, run["run"]) for one in ids]) == []
    counts = {"read": len(ids), "indexed": len(ids), "rejected": 0, "unchanged": 0}
    return hub.runs.create({**run, "state": "loaded", "complete": True, "total": len(ids), "counts": counts})


def publish(hub, ids):
    return hub.publishing.finish(loaded(hub, ids))


def served(hub):
    page = hub.search.page(Query(index="dataset", size=50), base="")
    assert page["total"] == len(page["items"])
    return frozenset((item["id"], item["description"]) for item in page["items"])


def names(run, ids):
    return frozenset((one, f"{one} of {run}") for one in ids)


class Readers:
    """Threads that ask without a pause, and keep every error and every wrong answer.

    `sets` grows by the set that is about to be published; right is the one served when the question was asked, or a
    later one.
    """

    def __init__(self, hub, sets):
        self.answers, self.wrong, self._hub, self._sets = 0, [], hub, sets
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._read) for _ in range(READERS)]

    def _read(self):
        while not self._over.is_set():
            served_before = max(0, len(self._sets) - 2)
            try:
                seen = served(self._hub)
            except HubError as error:
                self.wrong.append(error.detail)
                continue
            self.answers += 1
            if seen not in self._sets[served_before:]:
                self.wrong.append(sorted(seen))

    def __enter__(self):
        self._interval = sys.getswitchinterval()
        sys.setswitchinterval(0.0005)  # or the publisher would wait for all of them, each time
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error):
        self._over.set()
        for thread in self._threads:
            thread.join()
        sys.setswitchinterval(self._interval)


@pytest.fixture
def given(upstream):
    """Readers and publisher speak to the engine itself: all of them through the proxy would mostly wait for each
    other.
    """
    return engine.environment(upstream.url, engine.bucket(), OPENSEARCH_URL=engine.url())


@pytest.fixture
def lone(given):
    """A hub that deletes what it replaces as soon as its rules let it."""
    hub = engine.over(from_environment(given))
    hub.prepare()
    hub.publishing = publishing_of(hub, now, kept_minutes=0)
    return hub


def publishing_of(hub, clock, **rules):
    parts = hub.runs, hub.publisher, Comparer(hub.client), hub.changes, hub.releases
    return Publishing(*parts, clock, rules={PROVIDER: PublishingRules(**rules)})


@pytest.mark.slow
def test_readers_see_the_old_or_the_new_set_while_runs_are_published(lone):
    sets = []

    def show(ids):
        waiting = loaded(lone, ids)
        sets.append(names(waiting.run["run"], ids))
        return lone.publishing.finish(waiting)

    show([f"n{number}" for number in range(SIZE)])
    with Readers(lone, sets) as readers:
        for turn in range(1, RUNS + 1):
            assert show([f"n{number}" for number in range(turn, SIZE + turn)])["state"] == "published"
    print(f"{RUNS} publishes, {READERS} readers, {readers.answers} answers, {len(readers.wrong)} wrong ones or errors")
    assert readers.wrong == []
    assert readers.answers > RUNS
    assert len(lone.publisher.built_runs("dataset", PROVIDER)) == 2


@pytest.mark.slow
def test_readers_see_a_whole_set_while_a_run_is_refused_and_a_publisher_killed_at_the_alias_update(lone, given):
    ids = [f"n{number}" for number in range(SIZE)]
    first = publish(lone, ids)["run"]
    waiting = loaded(lone, ids[1:])
    sets = [names(first, ids), names(waiting.run["run"], ids[1:])]
    with killing(given) as killer, Readers(lone, sets) as readers:
        assert publish(lone, ids[:3])["state"] == "refused"
        for place in _alias_update():
            assert killer.order("finish", run=waiting.run["run"], at=place)["killed"]
        shown = lone.publishing.finish(lone.runs.read(waiting.run["run"]))
        assert served(lone) == sets[1]
    print(f"{readers.answers} answers, {len(readers.wrong)} wrong ones or errors")
    assert (shown["state"], readers.wrong) == ("published", [])
    assert lone.harvest.read(first)["state"] == "replaced"
    assert shown["replaces"] == first


def _alias_update():
    """The statements of the alias update and those around it, from the first to the last."""
    wanted = {
        publisher.__file__: ("self._warm(new)", "self._update_aliases([*actions", "self._indices.update_aliases"),
        publishing.__file__: ("self._changes.keep(", "self._retire(run)", "shown = self._runs.save("),
    }
    for file, texts in wanted.items():
        with open(file, encoding="utf-8") as source:  # noqa: PTH123
            lines = source.readlines()
        for text in texts:
            yield [file, next(number for number, line in enumerate(lines, 1) if text in line), 1]


def test_a_way_back_is_quick_and_tells_what_it_undoes(lone):
    first = publish(lone, ["a", "b"])["run"]
    publish(lone, ["b", "c"])
    back = lone.publishing.rollback("dataset", PROVIDER)
    assert back["run"] == first
    assert served(lone) == names(first, ["a", "b"])
    engine.refresh(lone.names.changes)
    kept = [(one["added"], one["changed"], one["removed"]) for one in lone.changes.of(first)]
    assert kept == [(["a", "b"], [], []), (["a"], ["b"], ["c"])]
    with pytest.raises(NothingToRollBackTo):
        lone.publishing.rollback("dataset", PROVIDER)


def test_an_index_that_was_served_until_now_is_kept_for_those_who_are_reading_it(lone):
    clock = [now()]
    lone.publishing = publishing_of(lone, lambda: clock[0], kept=3, kept_minutes=15)
    runs = []
    for _ in range(5):
        runs.append(publish(lone, ["a"])["run"])
        time.sleep(0.002)  # a run's name is its time
    assert lone.publisher.built_runs("dataset", PROVIDER) == runs
    clock[0] = now().replace(year=now().year + 1)
    lone.publishing.prune("dataset", PROVIDER)
    assert lone.publisher.built_runs("dataset", PROVIDER) == runs[-3:]


def test_an_index_of_nobody_is_deleted_and_stops_no_publish(lone):
    lone.publisher.create_index("dataset", PROVIDER, "20200101t000000000000z")
    run = publish(lone, ["a"])["run"]
    assert lone.publisher.built_runs("dataset", PROVIDER) == [run]
