"""The deployed stage through its REST API: what users see of it. The tests run in this order; the last takes it down."""

from tests.deploy.deployed.stage import Stage, until

PROVIDERS = ("neuromorpho", "hippocampome", "model_db", "internal")


def test_the_first_harvests_are_published_by_themselves(stage: Stage):
    assert "ready: " in stage.said[0]
    assert until(lambda: all(stage.served(provider) for provider in PROVIDERS))


def test_the_schedule_starts_harvests_that_replace_what_is_served(stage: Stage):
    events = stage.aws.client("events")
    rule = next(one for one in events.list_rules()["Rules"] if "start_harvests" in one["Name"])
    before = {provider: stage.served(provider) for provider in PROVIDERS}
    events.put_rule(Name=rule["Name"], ScheduleExpression="rate(1 minute)")
    until(lambda: all(stage.served(provider) != before[provider] for provider in PROVIDERS), within=240)
    events.put_rule(Name=rule["Name"], ScheduleExpression=rule["ScheduleExpression"])


def test_searches_and_filters_answer_from_the_harvest(stage: Stage):
    found = stage.post("/search/dataset/0/5", {"data_type": "morphology", "query": "pyram"}).json()
    assert found["total"] > 0
    assert len(found["items"]) == min(5, found["total"])
    assert stage.get("/filters/dataset/morphology").json()
    assert stage.get("/types/dataset").json()["values"] == ["morphology", "electrophysiology", "connection"]
