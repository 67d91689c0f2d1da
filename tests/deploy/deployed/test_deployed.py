"""The deployed stage through its REST API, from the first harvest to the last trace of it. The tests need this
order.
"""

import json
from contextlib import contextmanager

import pytest
import requests

from chalicelib.config import from_environment
from chalicelib.wiring import Services
from deploy.chalice_cli import fill_in
from deploy.harvests import start
from local.settings import CHECKOUT
from tests.deploy.deployed.stage import PROVIDERS, STAGE, Stage, until
from tests.deploy.localstack import ACCOUNT, REGION
from tests.deploy.permissions import Used, actions, allows, used

PREFIX = f"hippocampus-hub-{STAGE}"
LAMBDA = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{PREFIX}"
STARTS = f"{LAMBDA}-start_harvests"
SCHEDULED = ("start_harvests", "requeue_stalled_runs", "publish_freshness_metrics")
FUNCTIONS = {PREFIX: "api_handler", **{f"{PREFIX}-{name}": name for name in (*SCHEDULED, "take_step")}}
UNTRIED = {  # what a policy holds and no call of a function needed, with the reason
    "logs:CreateLogStream": "asked by Lambda itself, in the function's name",
    "logs:PutLogEvents": "asked by Lambda itself, in the function's name",
    "sqs:ReceiveMessage": "asked by Lambda's poller, in the function's name",
    "sqs:DeleteMessage": "asked by Lambda's poller, in the function's name",
    "sqs:GetQueueAttributes": "asked by Lambda's poller, in the function's name",
    "s3:AbortMultipartUpload": "asked only when an archive's upload breaks off",
}

UNTRIED_OF = {  # the same, of one function
    "api_handler": {"sqs:SendMessage": "a neuron's shape is asked for before its file is measured"},
    "start_harvests": {"es:ESHttpPost": "aliases are made by whichever function of a new stage runs first"},
    "take_step": {
        "s3:DeleteObject": "answers of sources are deleted when nothing that is kept was made of them",
        "es:ESHttpDelete": "indices are deleted when they are older than all that may be asked for",
    },
    "requeue_stalled_runs": {
        "es:ESHttpDelete": "indices are deleted when they are older than all that may be asked for",
        "sqs:SendMessage": "a run is queued again when it has stood still for a quarter of an hour",
    },
}


def test_the_first_harvests_are_published_by_themselves(stage: Stage):
    assert "ready: " in stage.said[0]
    until(lambda: all(stage.served(provider) for provider in PROVIDERS))
    stage.quicken()  # looked at below: the schedule's event comes within a minute


def test_searches_and_filters_answer_from_the_harvest(stage: Stage):
    found = stage.post("/search/dataset/0/5", {"data_type": "morphology", "query": "pyram"}).json()
    assert 0 < len(found["items"]) <= found["total"]
    assert all(one["type"] == "morphology" for one in found["items"])
    assert stage.get("/types/dataset").json()["values"] == ["morphology", "electrophysiology", "connection"]
    assert stage.get("/filters/dataset/morphology").json()
    assert stage.post("/search/dataset", {"filters": {"specie": "rat"}}).status_code == 400


def test_pages_go_on_by_a_cursor_that_nobody_can_make(stage: Stage):
    first = stage.get("/search/dataset?data_type=morphology&size=2").json()
    following = stage.get("/search/dataset", params={"data_type": "morphology", "size": "2", "cursor": first["next"]})
    assert {one["id"] for one in first["items"]}.isdisjoint(one["id"] for one in following.json()["items"])
    wrong = {"data_type": "morphology", "size": "2", "cursor": first["next"][:-3] + "AAA"}
    assert stage.get("/search/dataset", params=wrong).status_code == 400


def test_a_portal_is_asked_with_a_key_of_the_parameter_store(stage: Stage):
    assert stage.get("/ontologies").status_code == 200
    asked = [one for one in stage.upstream.log.all() if one.path.startswith("/portals/ncbo")]
    assert "key-in-the-store" in asked[-1].headers["authorization"]


def test_a_file_is_a_link_that_nobody_can_change(stage: Stage):
    link = _link(stage)
    assert requests.get(link, timeout=60).status_code == 200
    for wrong in (link.replace("attachment", "inline"), link[:-4] + "0000", link.replace("/files/", "/file/")):
        assert wrong != link
        assert requests.get(wrong, timeout=60).status_code == 403


def test_a_link_ends(stage: Stage):
    link = _link(stage)
    until(lambda: requests.get(link, timeout=60).status_code == 403)


def test_several_files_are_an_archive(stage: Stage):
    found = stage.get("/search/dataset?data_type=morphology&size=3").json()["items"]
    answer = until(lambda: _archive(stage, [one["id"] for one in found]))
    assert answer.content.startswith(b"PK")


def test_browsers_of_the_frontend_may_ask(stage: Stage):
    asks = {"Origin": "https://www.hippocampushub.eu", "Access-Control-Request-Method": "POST"}
    answer = requests.options(f"{stage.url}/search/dataset", headers=asks, timeout=60)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]


def test_the_schedule_starts_harvests_that_replace_what_is_served(stage: Stage):
    until(lambda: all(stage.served(provider) != stage.first[provider] for provider in PROVIDERS), within=240)
    stage.calm()


def test_the_hub_says_that_it_is_ready(stage: Stage):
    assert stage.get("/health").status_code == 200
    answer = until(lambda: stage.get("/ready"))
    assert answer.status_code == 200, answer.text


def test_the_hourly_look_writes_what_the_alarms_read(stage: Stage):
    for name in ("publish_freshness_metrics", "requeue_stalled_runs"):
        start(stage.aws.client("lambda"), f"{LAMBDA}-{name}")
    lines = [
        json.loads(line)
        for line in _logs(stage, f"{PREFIX}-publish_freshness_metrics").splitlines()
        if "StaleSources" in line
    ]
    assert lines[0]["StaleSources"] == [0]


def test_a_function_that_takes_too_long_is_cut_off_and_answers_the_next_request(stage: Stage):
    functions = stage.aws.client("lambda")
    _allow(functions, PREFIX, seconds=6)
    stage.upstream.misbehave(path="^/portals/ncbo", times=1, delay=12)
    assert stage.get("/ontologies").status_code in (502, 504)
    until(lambda: "Task timed out after 6.00 seconds" in _logs(stage, PREFIX))
    _allow(functions, PREFIX, seconds=29)
    assert stage.get("/ontologies").status_code == 200


def test_a_message_that_cannot_be_done_ends_among_the_dead_letters(stage: Stage):
    sqs, outputs = stage.aws.client("sqs"), stage.outputs()
    sent = {"MessageBody": "no step at all", "MessageGroupId": "poison", "MessageDeduplicationId": "poison"}
    with _impatient(stage):
        sqs.send_message(QueueUrl=outputs["HarvestQueueUrl"], **sent)
        until(lambda: _waiting(stage, "DeadLettersUrl") == 1)
    taken = sqs.receive_message(QueueUrl=outputs["DeadLettersUrl"])["Messages"][0]
    assert taken["Body"] == "no step at all"
    sqs.delete_message(QueueUrl=outputs["DeadLettersUrl"], ReceiptHandle=taken["ReceiptHandle"])


def test_steps_that_died_of_a_fault_are_redriven_when_it_is_mended(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    before = {provider: stage.served(provider) for provider in PROVIDERS}
    functions = stage.aws.client("lambda")
    mapping = functions.list_event_source_mappings()["EventSourceMappings"][0]["UUID"]
    _switch(functions, mapping, on=False)
    start(functions, STARTS)
    with _impatient(stage):
        stage.engine.shut = True
        _switch(functions, mapping, on=True)
        until(lambda: _waiting(stage, "DeadLettersUrl") == len(PROVIDERS))
        stage.engine.shut = False
    assert {run["provider"] for run in _redriven(stage, monkeypatch)} == set(PROVIDERS)
    until(lambda: all(stage.served(provider) != before[provider] for provider in PROVIDERS))
    assert _waiting(stage, "DeadLettersUrl") == 0


def test_deploying_again_loses_nothing_and_makes_nothing_twice(stage: Stage):
    apis, found = stage.aws.client("apigateway"), stage.get("/search/dataset?size=1").json()["total"]
    before = [one["id"] for one in apis.get_rest_apis()["items"]]
    link = _link(stage)
    stage.make("deploy")
    assert [one["id"] for one in apis.get_rest_apis()["items"]] == before
    assert stage.get("/search/dataset?size=1").json()["total"] == found
    assert (
        len(stage.aws.client("lambda").list_event_source_mappings()["EventSourceMappings"]) == 2
    )  # steps and measures
    assert requests.head(link, timeout=60).status_code == 403  # signed for GET only, and the object is there:
    assert requests.get(_link(stage), timeout=60).status_code == 200


def test_requests_are_throttled(stage: Stage):
    apis = stage.aws.client("apigateway")
    one = apis.get_stage(restApiId=apis.get_rest_apis()["items"][0]["id"], stageName=STAGE)
    assert one["methodSettings"]["*/*"]["throttlingRateLimit"] == float(stage.outputs()["RequestRate"])


def test_functions_did_only_what_their_policies_allow(stage: Stage):
    policies = {function: _policy(stage, name) for function, name in FUNCTIONS.items()}
    known = [did for did in _used(stage) if did.function in policies]  # measure_files needs its layer, not tried here
    forbidden = [did for did in known if not allows(policies[did.function], did)]
    assert forbidden == []


@pytest.mark.parametrize("function", FUNCTIONS)
def test_policies_allow_nothing_that_no_test_needed(stage: Stage, function: str):
    needed = {did.action for did in _used(stage) if did.function == function}
    assert needed
    allowed = set(actions(_policy(stage, FUNCTIONS[function])))
    assert allowed - needed - set(UNTRIED) - set(UNTRIED_OF.get(FUNCTIONS[function], ())) == set()


def test_destroying_leaves_nothing(stage: Stage):
    stage.make("destroy")
    client = stage.aws.client
    assert (
        client("cloudformation").list_stacks(StackStatusFilter=["CREATE_COMPLETE", "UPDATE_COMPLETE"])["StackSummaries"]
        == []
    )
    assert client("lambda").list_functions()["Functions"] == []
    assert client("apigateway").get_rest_apis()["items"] == []
    assert client("s3").list_buckets()["Buckets"] == []
    assert client("sqs").list_queues().get("QueueUrls", []) == []
    assert client("events").list_rules()["Rules"] == []
    assert client("iam").list_roles()["Roles"] == []
    assert client("logs").describe_log_groups()["logGroups"] == []
    assert client("opensearch").list_domain_names()["DomainNames"] == []
    assert client("cloudwatch").describe_alarms()["MetricAlarms"] == []
    assert client("sns").list_topics()["Topics"] == []


@contextmanager
def _impatient(stage: Stage):
    """A step that failed is taken again after two seconds instead of a quarter of an hour."""
    sqs, url = stage.aws.client("sqs"), stage.outputs()["HarvestQueueUrl"]
    kept = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["VisibilityTimeout"])["Attributes"]
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "2"})
    yield
    sqs.set_queue_attributes(QueueUrl=url, Attributes=kept)


def _link(stage: Stage) -> str:
    """A fresh link to the file of a record that has one."""
    found = stage.get("/search/dataset?data_type=morphology&size=50").json()["items"]
    for one in found:
        answer = stage.get(f"/download/dataset/{one['id']}", allow_redirects=False)
        if answer.status_code == 302:
            return answer.headers["Location"]
    raise AssertionError([one["id"] for one in found])


def _archive(stage: Stage, ids: list[str]) -> requests.Response | None:
    answer = stage.get(f"/download/dataset?ids={','.join(ids)}", allow_redirects=True)
    return answer if answer.status_code == 200 and "json" not in answer.headers["Content-Type"] else None


def _logs(stage: Stage, function: str) -> str:
    pages = stage.aws.client("logs").get_paginator("filter_log_events").paginate(logGroupName=f"/aws/lambda/{function}")
    return "\n".join(event["message"] for page in pages for event in page["events"])


def _waiting(stage: Stage, queue: str) -> int:
    asked = {"QueueUrl": stage.outputs()[queue], "AttributeNames": ["ApproximateNumberOfMessages"]}
    return int(stage.aws.client("sqs").get_queue_attributes(**asked)["Attributes"]["ApproximateNumberOfMessages"])


def _redriven(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    """What `hub harvest redrive` does; SQS's own redrive would lose messages that were sent less than five minutes
    ago.
    """
    for name, value in stage.aws.environment.items():
        monkeypatch.setenv(name, value)
    outputs = stage.outputs()
    queues = {"HARVEST_QUEUE_URL": outputs["HarvestQueueUrl"], "HARVEST_DEAD_QUEUE_URL": outputs["DeadLettersUrl"]}
    return Services(from_environment({**stage.environment, **queues})).queue.redrive()


def _allow(functions, name: str, *, seconds: int) -> None:
    functions.update_function_configuration(FunctionName=name, Timeout=seconds)
    functions.get_waiter("function_updated_v2").wait(FunctionName=name, WaiterConfig={"Delay": 1})


def _switch(functions, mapping: str, *, on: bool) -> None:
    functions.update_event_source_mapping(UUID=mapping, Enabled=on)
    wanted = "Enabled" if on else "Disabled"
    until(lambda: functions.get_event_source_mapping(UUID=mapping)["State"] == wanted)


def _used(stage: Stage) -> set[Used]:
    return used(stage.aws.recorded(), stage.engine.asked)


def _policy(stage: Stage, name: str):
    outputs = stage.outputs()
    config = json.loads((CHECKOUT / ".chalice" / "config.json").read_text())
    text = (CHECKOUT / ".chalice" / config["lambda_functions"][name]["iam_policy_file"]).read_text()
    given = {
        "OPENSEARCH_URL": "-",
        "OPENSEARCH_SERVICE": outputs["OpensearchService"],
        "ENGINE_ARN": outputs["EngineArn"],
        "HUB_BUCKET": outputs["HubBucket"],
        "HARVEST_QUEUE_URL": "-",
        "HARVEST_QUEUE_ARN": outputs["HarvestQueueArn"],
        "MEASURE_QUEUE_ARN": outputs["MeasureQueueArn"],
    }
    return json.loads(fill_in(text, STAGE, given))
