"""What each publish changed: two sets of records compared, and the lists kept and told in chunks."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.store.opensearch import changes
from chalicelib.store.opensearch.changes import Publish
from chalicelib.store.opensearch.diff import Diff, diff_marks
from tests.support import engine

SETS = st.dictionaries(st.text("ab1_.", min_size=1, max_size=3), st.sampled_from("xy"))


@given(before=SETS, after=SETS)
def test_every_record_is_added_changed_removed_or_the_same(before, after):
    diff = diff_marks(sorted(before.items()), sorted(after.items()))
    assert set(diff.added) == set(after) - set(before)
    assert set(diff.removed) == set(before) - set(after)
    assert set(diff.changed) == {one for one in set(before) & set(after) if before[one] != after[one]}
    assert diff.unchanged == len(set(before) & set(after)) - len(diff.changed)


def test_a_record_without_a_fingerprint_counts_as_changed():
    assert diff_marks([("a", None)], [("a", None)]).changed == ["a"]


def changes_kept(hub, moment, least, **which):
    """What is told once the engine shows as much as was kept."""
    engine.refresh(hub.names.changes)
    found = list(hub.changes.since(moment, **which))
    assert len(found) == least
    return found


def publish(run, at, before=None, provider="neurons"):
    return Publish(run, provider, "dataset", before, f"2026-11-24T{at}:00.000Z")


@pytest.fixture
def since():
    return lambda hour: datetime(2026, 11, 24, hour, tzinfo=UTC)


def test_what_was_published_since_a_moment_is_told_oldest_first(hub, since):
    hub.changes.keep(publish("2", "12:00", "1"), Diff(changed=["a"]))
    hub.changes.keep(publish("1", "11:00"), Diff(added=["a", "b"]))
    first, second = changes_kept(hub, since(10), 2)
    assert (first["run"], first["added"], first["before"]) == ("1", ["a", "b"], None)
    assert (second["run"], second["changed"], second["before"]) == ("2", ["a"], "1")
    assert [one["run"] for one in hub.changes.since(since(11))] == ["2"]
    assert list(hub.changes.since(since(12))) == []


def test_many_records_come_in_chunks_and_none_is_missing(hub, since, monkeypatch):
    monkeypatch.setattr(changes, "CHUNK", 100)
    added, removed = [f"new-{n}" for n in range(2450)], [f"old-{n}" for n in range(75)]
    hub.changes.keep(publish("1", "11:00"), Diff(added=added, removed=removed))
    hub.changes.keep(publish("1", "11:00"), Diff(added=added, removed=removed))  # again, after a crash
    found = changes_kept(hub, since(10), 26)
    assert [(one["chunk"], one["chunks"]) for one in found] == [(n, 26) for n in range(26)]
    assert [one for chunk in found for one in chunk["added"]] == added
    assert [one for chunk in found for one in chunk["removed"]] == removed


def test_a_publish_that_changed_nothing_is_told_of_its_provider_alone(hub, since):
    hub.changes.keep(publish("1", "11:00"), Diff())
    hub.changes.keep(publish("1", "11:00", provider="others"), Diff(added=["x"]))
    assert len(changes_kept(hub, since(10), 2)) == 2
    assert [one["added"] for one in hub.changes.since(since(10), provider="neurons")] == [[]]
