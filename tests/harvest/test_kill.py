"""Harvests of all providers, killed with `kill -9` again and again in the middle of a step, come to what undisturbed
ones do.

The suite kills at each named place and at some others, the same ones each time. Fifty kills at places drawn anew:
HUB_TEST_KILLS=50 HUB_TEST_SEED=$RANDOM .venv/bin/pytest -n0 -s tests/harvest/test_kill.py
"""

import os
import random
import uuid

import pytest

from chalicelib.config import from_environment
from chalicelib.harvest.runner import drive
from chalicelib.store.opensearch.indices import scan_documents
from tests.harvest.conftest import FEW
from tests.harvest.killing import killing
from tests.support import engine, s3
from tests.support.cut_samples import cut

KILLS = int(os.environ.get("HUB_TEST_KILLS", "12"))
# A harvest that is done over some twenty times; two steps of Hippocampome and of ModelDB are enough.
FEWER = {**FEW, "neuromorpho/neurons.csv": 20, "hippocampome/types.csv": 27}
# Statements that only wait for the engine, which not every harvest has to; others are drawn for them.
MOST_MISSED = max(1, KILLS // 16)
MOST_WHOLE = 3  # harvests until a statement is met that the present one has passed
# What must be among the statements that a harvest dies at, whatever the seed: module, and what the line says
PLACES = {
    "between fetch and bulk": ("harvest/pages.py", "cost ="),
    "inside the bulk request": ("store/opensearch/bulk.py", "if not taken"),
    "between bulk and save": ("harvest/runner.py", "save_rejects"),
    "before the save": ("store/opensearch/runs.py", "answer = self._client.index(index=self._names.runs"),
    "after the save": ("store/opensearch/runs.py", "return Stored(run, answer"),
    "before the alias update": ("store/opensearch/aliases.py", "self._update_aliases([*actions"),
    "inside the alias update": ("store/opensearch/aliases.py", "self._indices.update_aliases"),
    "after the alias update": ("harvest/publishing.py", "self._changes.keep"),
}


@pytest.fixture(scope="session")
def sources(tmp_path_factory):
    return cut(tmp_path_factory.mktemp("fewer"), FEWER)


@pytest.fixture
def seed():
    chosen = int(os.environ.get("HUB_TEST_SEED", "1"))
    print(f"seed {chosen}: repeat with HUB_TEST_SEED={chosen}")
    return chosen


def stored(hub):
    """All that is served, without what tells one run from another."""
    found = {}
    for index in ("dataset", "model"):
        for name in hub.publisher.all_served(index):
            for document in scan_documents(hub.client, name):
                for own in ("harvested_at", "run"):
                    del document["provenance"][own]
                found[document["id"]] = document
    return found


def drawn(statements, dice):
    """KILLS points: one at each place that is named above, the others anywhere, each at a time of its own."""
    points = []
    for name, place in PLACES.items():
        there = [one for one in statements if _says(one, *place)]
        assert there, f"no statement {name}"
        points.append(dice.choice(there))
    points += dice.sample(statements, KILLS - len(points))
    # A harvest meets them one after the other, and is seldom done over for one that it passed.
    points.sort(key=statements.index)
    return [point(one, dice) for one in points]


def point(statement, dice):
    """A provider, and the file, line and time at which its harvest shall die."""
    provider, file, line, times = statement
    return provider, [file, line, dice.randint(1, min(times, 3))]


def killed(killer, provider, at):
    return any(killer.order("kill", provider=provider, at=at)["killed"] for _ in range(MOST_WHOLE))


def _says(statement, module, text):
    _, file, line, _ = statement
    with open(file, encoding="utf-8") as source:  # noqa: PTH123
        return file.endswith(module) and text in source.readlines()[line - 1]


@pytest.mark.slow
def test_kills_change_nothing(upstream, seed):
    dice = random.Random(seed)
    quiet, disturbed = (of_its_own(upstream) for _ in range(2))
    undisturbed = statements(quiet)
    upstream.log.clear()
    hub = hub_of(disturbed)
    with killing(disturbed) as killer:
        points = drawn(undisturbed, dice)
        missed = [one for one in points if not killed(killer, *one)]
        assert len(missed) <= MOST_MISSED, missed
        spare = (point(one, dice) for one in dice.sample(undisturbed, KILLS))
        assert all(any(killed(killer, *one) for one in spare) for _ in missed)
    for provider in hub.providers:
        drive(hub.harvest, provider, lambda run: None)
    assert stored(hub) == stored(hub_of(quiet))
    tell(hub, len(upstream.log.all()))


def of_its_own(upstream):
    """The environment of a hub with indices and a bucket of its own; it speaks to the engine itself, without the
    proxy.
    """
    bucket = f"kill-{uuid.uuid4().hex[:12]}"
    s3.files(bucket)
    return engine.environment(upstream.url, bucket, OPENSEARCH_URL=engine.url())


def hub_of(environment):
    hub = engine.over(from_environment(environment))
    hub.prepare()
    return hub


def statements(environment):
    """(provider, file, line, times) of all statements that every provider's second harvest goes through, none
    killed.
    """
    hub = hub_of(environment)
    for provider in hub.providers:
        drive(hub.harvest, provider, lambda run: None)
    with killing(environment) as killer:
        return [
            (provider, *statement)
            for provider in hub.providers
            for statement in killer.order("trace", provider=provider)["statements"]
        ]


def tell(hub, asked):
    """How many pages were asked for again: a run counts what its saved steps asked for, the source's log counts all."""
    engine.refresh(hub.names.runs)
    runs = [run for provider in hub.providers for run in hub.runs.history(provider, most=100)]
    ended = sum(run["state"] in ("published", "replaced") for run in runs)
    saved = sum(run["requests"] for run in runs)
    print(
        f"{KILLS} kills, {ended} harvests came to their end: {saved} pages asked for, and {asked - saved} of them again"
    )
    assert asked - saved >= 0
