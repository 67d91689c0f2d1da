"""Every outcome of a harvest is a metric: one line of log in CloudWatch's embedded format."""

import json

import pytest

from chalicelib.errors import HubError
from chalicelib.harvest.runner import drive
from tests.harvest.conftest import NEURONS
from tests.support import engine


@pytest.fixture
def counted(upstream):
    return engine.hub(upstream.url, HUB_METRICS="1", HUB_STAGE="dev", HUB_SOURCE_TRIES="1")


def outcomes(capsys):
    """Provider, outcome, and what else was counted, of each line."""
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {line["_aws"]["CloudWatchMetrics"][0]["Namespace"] for line in lines} <= {"HippocampusHub"}
    assert {line["stage"] for line in lines} <= {"dev"}
    return [(line["provider"], line["outcome"], line.get("RecordsIndexed"), line["HarvestOutcomes"]) for line in lines]


def test_each_outcome_is_counted_with_its_provider(counted, upstream, capsys):
    run = drive(counted.harvest, "neuromorpho", lambda state: None)
    upstream.misbehave(path="select", times=1, status=500)
    with pytest.raises(HubError):
        drive(counted.harvest, "neuromorpho", lambda state: None)
    upstream.misbehave(path="select", body='{"page":{"size":500,"totalElements":0,"totalPages":0,"number":0}}')
    refused = drive(counted.harvest, "neuromorpho", lambda state: None)
    counted.publishing.drop(refused["run"])
    upstream.faults.clear()
    drive(counted.harvest, "neuromorpho", lambda state: None, dry=True)
    drive(counted.harvest, "neuromorpho", lambda state: None)
    counted.publishing.rollback("dataset", "neuromorpho")
    assert outcomes(capsys) == [
        ("neuromorpho", "published", [NEURONS], [1]),
        ("neuromorpho", "failed", None, [1]),
        ("neuromorpho", "refused", [0], [1]),
        ("neuromorpho", "dropped", [0], [1]),
        ("neuromorpho", "dry_run", [NEURONS], [1]),
        ("neuromorpho", "published", [NEURONS], [1]),
        ("neuromorpho", "rolled_back", [NEURONS], [1]),
    ]
    assert run["state"] == "published"


def test_a_run_that_is_queued_again_and_one_that_stalls_are_counted(counted, capsys):
    from chalicelib.harvest.queue import RetryPolicy
    from chalicelib.wiring import now

    attempts = RetryPolicy(counted.runs, now, metrics=counted.metric_sink)
    run = counted.harvest.start("neuromorpho")["run"]
    for _ in range(4):
        attempts.retry(run, "no time left")
    assert [outcome for _, outcome, *_ in outcomes(capsys)] == ["requeued"] * 3 + ["stalled"]


def test_nobody_is_told_where_nobody_collects(hub, capsys):
    drive(hub.harvest, "neuromorpho", lambda state: None)
    assert capsys.readouterr().out == ""
