"""What is said about each provider's freshness, and what the alarms are told of it."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from chalice.test import Client

import app as deployed
from chalicelib.harvest.reports import assess_freshness
from chalicelib.harvest.run import timestamp

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def report(*, read=timedelta(hours=1), state="published", touched=timedelta(hours=1)):
    """What `Reports.latest()` says of a provider: served records read so long ago, the latest run in this state."""
    served = {"started_at": timestamp(NOW - read)} if read is not None else None
    latest = {"state": state, "updated_at": timestamp(NOW - touched)} if state else None
    return {"provider": "neurons", "index": "dataset", "served": served, "latest": latest}


@pytest.mark.parametrize(
    ("given", "concerns"),
    [
        ({}, ()),
        ({"read": timedelta(days=7, hours=23)}, ()),
        ({"read": timedelta(days=8, hours=1)}, ("stale",)),
        ({"read": None, "state": None}, ("stale",)),
        ({"state": "refused"}, ("refused",)),
        ({"state": "stalled"}, ("stalled",)),
        ({"state": "running", "touched": timedelta(hours=1)}, ()),
        ({"state": "running", "touched": timedelta(hours=3)}, ("stuck",)),
        ({"state": "failed", "touched": timedelta(hours=3), "read": timedelta(days=9)}, ("stale", "stuck", "failed")),
        ({"state": "failed", "touched": timedelta()}, ("failed",)),
    ],
)
def test_what_somebody_should_look_at_is_named(given, concerns):
    [found] = assess_freshness([report(**given)], NOW)
    assert found.concerns == concerns


def test_only_records_that_are_old_or_missing_are_a_reason_not_to_rely_on_us():
    reports = [
        report(state="refused"),
        report(read=timedelta(days=10)),
        report(read=None, state="running", touched=timedelta()),
    ]
    assert [found.reason for found in assess_freshness(reports, NOW)] == [
        None,
        "neurons was read 10 days ago",
        "neurons serves nothing yet",
    ]


def test_the_alarms_are_told_once_an_hour(full_hub, capsys):
    with Client(deployed.app) as client:
        client.lambda_.invoke(
            "publish_freshness_metrics", client.events.generate_cw_event("aws.events", "tick", {}, [])
        )
    told = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    [described] = told["_aws"]["CloudWatchMetrics"]
    assert described["Namespace"] == "HippocampusHub"
    names = {metric["Name"] for metric in described["Metrics"]}
    assert names == {"StaleSources", "StuckSources", "RefusedSources", "StalledSources", "FailedSources", "OldestHours"}
    assert [told[name] for name in sorted(names - {"OldestHours"})] == [[0.0]] * 5
    assert told["stale"] == []
