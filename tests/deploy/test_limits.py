"""What AWS refuses and emulators let pass: names, sizes, unique identifiers, references, over template and Chalice's
output.

Limits  https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html and the API reference of each service
"""

import json
import os
import re
import subprocess
import sys
from collections import Counter

import pytest

from chalicelib.proxy.forward import LARGEST
from deploy.chalice_cli import fill_in
from deploy.settings import CHECKOUT, ENGINES, STAGES
from tests.deploy.synthesis import Template
from tests.deploy.test_template import CONFIG, ENVIRONMENT, TEMPLATE, read_template

BUILD = """
import json, os, sys
from chalice.cli.factory import CLIFactory
from chalice.deploy.appgraph import ApplicationGraphBuilder
from chalice.deploy import models
from chalice.deploy.swagger import SwaggerGenerator
config = CLIFactory('.', environ=os.environ).create_config_obj(sys.argv[1])
functions = {}
def walk(resource):
    if isinstance(resource, models.LambdaFunction):
        functions[resource.resource_name] = {
            'name': resource.function_name, 'timeout': resource.timeout, 'memory': resource.memory_size,
            'environment': resource.environment_variables, 'reserved': resource.reserved_concurrency,
            'policy': resource.role.policy.filename,
        }
    for one in resource.dependencies():
        walk(one)
application = ApplicationGraphBuilder().build(config, sys.argv[1])
for resource in application.resources:
    walk(resource)
deployed = {'api_handler_arn': 'arn:aws:lambda:eu-central-1:111122223333:function:hub', 'api_handler_name': 'hub'}
api = SwaggerGenerator('eu-central-1', deployed).generate_swagger(config.chalice_app)
events = [one.schedule_expression for one in application.resources if isinstance(one, models.ScheduledEvent)]
print(json.dumps({'functions': functions, 'api': api, 'schedules': [str(one) for one in events]}))
"""


@pytest.fixture(scope="module", params=STAGES)
def stage(request):
    return request.param


@pytest.fixture(scope="module")
def built(stage):
    """What Chalice would deploy for the stage: functions, the API's definition, schedules."""
    environment = {"PATH": os.environ["PATH"], "AWS_CHALICE_CLI_MODE": "true", **ENVIRONMENT}
    command = [sys.executable, "-c", BUILD, stage]
    done = subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def template():
    return read_template()


@pytest.fixture(scope="module", params=ENGINES)
def resources(template, stage, request):
    """The template's resources as this stage has them with either engine, references filled in."""
    given = {"Stage": stage, "EngineKind": request.param, "RestApiId": "a1b2c3"}
    return Template(template, given).resources()


def of_type(resources, kind):
    return {name: one["Properties"] for name, one in resources.items() if one["Type"] == kind}


def twice(values):
    return [value for value, count in Counter(values).items() if count > 1]


def test_a_buckets_lifecycle_rules_have_ids_and_prefixes_of_their_own(resources):
    for bucket in of_type(resources, "AWS::S3::Bucket").values():
        rules = bucket["LifecycleConfiguration"]["Rules"]
        assert twice(rule["Id"] for rule in rules) == []
        assert twice(rule["Prefix"] for rule in rules if "Prefix" in rule) == []
        assert len(rules) <= 1000
        assert all(len(rule["Id"]) <= 255 for rule in rules)


NAMES = {  # the property that names a resource, and what its service takes
    "AWS::S3::Bucket": ("BucketName", r"(?!xn--)(?!.*-s3alias$)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]"),
    "AWS::SQS::Queue": ("QueueName", r"[A-Za-z0-9_-]{1,75}\.fifo"),
    "AWS::OpenSearchService::Domain": ("DomainName", r"[a-z][a-z0-9-]{2,27}"),
    "AWS::OpenSearchServerless::Collection": ("Name", r"[a-z][a-z0-9-]{2,31}"),
    "AWS::OpenSearchServerless::AccessPolicy": ("Name", r"[a-z][a-z0-9-]{2,31}"),
    "AWS::IAM::Role": ("RoleName", r"[\w+=,.@-]{1,64}"),
    "AWS::Logs::LogGroup": ("LogGroupName", r"[.\-_/#A-Za-z0-9]{1,512}"),
    "AWS::SNS::Topic": ("TopicName", r"[A-Za-z0-9_-]{1,256}"),
    "AWS::CloudWatch::Alarm": ("AlarmName", r"[\x20-\x7e]{1,255}"),
    "AWS::WAFv2::WebACL": ("Name", r"[\w-]{1,128}"),
}


@pytest.mark.parametrize("kind", NAMES)
def test_names_have_the_length_and_the_characters_that_their_service_takes(resources, kind):
    key, pattern = NAMES[kind]
    found = [one[key] for one in of_type(resources, kind).values()]
    assert found or "OpenSearch" in kind or kind == "AWS::IAM::Role", "those are of one kind of engine"
    assert [name for name in found if not re.fullmatch(pattern, name)] == []
    assert twice(found) == []


def test_the_template_is_small_enough_to_be_sent_whole(resources):
    assert TEMPLATE.stat().st_size <= 51_200
    assert len(resources) <= 500
    assert all(len(one.get("Description", "")) <= 1024 for one in read_template()["Parameters"].values())


def test_data_outlives_a_stack_that_is_deleted_by_mistake(resources):
    for kind in ("AWS::S3::Bucket", "AWS::OpenSearchService::Domain", "AWS::OpenSearchServerless::Collection"):
        for name, one in resources.items():
            if one["Type"] == kind:
                assert one["DeletionPolicy"].startswith("Retain"), name
                assert one["UpdateReplacePolicy"] == "Retain", name


def test_every_alarm_tells_somebody_and_its_metric_exists_here(resources, built):
    functions = {one["name"] for one in built["functions"].values()}
    for name, alarm in of_type(resources, "AWS::CloudWatch::Alarm").items():
        assert alarm["AlarmActions"] == [{"Ref": "Alarms"}], name
        queries = [one["MetricStat"]["Metric"] for one in alarm.get("Metrics", ()) if "MetricStat" in one] or [alarm]
        named = [
            one["Value"] for query in queries for one in query.get("Dimensions", ()) if one["Name"] == "FunctionName"
        ]
        assert set(named) <= functions, name


def test_functions_stay_within_lambdas_limits(built):
    for function in built["functions"].values():
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", function["name"])
        assert 128 <= function["memory"] <= 10_240
        assert function["timeout"] <= 900
        assert len(json.dumps(function["environment"])) <= 4096
    assert built["functions"]["api_handler"]["timeout"] <= 29, "API Gateway waits no longer"


PEAK = 55  # bytes of memory for each byte of a portal's answer, at worst: benchmarks/proxy_memory.py
BASE = 200  # MB of a function that has loaded everything


def test_the_api_has_the_memory_for_the_largest_body_that_it_reads(built):
    assert built["functions"]["api_handler"]["memory"] >= BASE + LARGEST * PEAK / 1e6


def test_a_step_has_a_queue_that_waits_for_it_and_a_concurrency_of_its_own_in_prod(built, resources, stage):
    step = built["functions"]["take_step"]
    queue = of_type(resources, "AWS::SQS::Queue")["HarvestQueue"]
    assert queue["VisibilityTimeout"] >= step["timeout"], "Lambda refuses the queue otherwise"
    assert queue["RedrivePolicy"]["maxReceiveCount"] >= 1
    assert bool(step["reserved"]) == (stage == "prod")


def test_schedules_are_ones_that_eventbridge_reads(built):
    assert built["schedules"]
    for schedule in built["schedules"]:
        rate = re.fullmatch(r"rate\((\d+) (minutes?|hours?|days?)\)", schedule)
        assert rate or re.fullmatch(r"cron\((\S+ ){5}\S+\)", schedule), schedule
        assert not rate or (rate[1] == "1") != rate[2].endswith("s"), f"{schedule}: singular for one, plural for more"


def documents(stage):
    for function in CONFIG["lambda_functions"]:
        file = CHECKOUT / ".chalice" / CONFIG["lambda_functions"][function]["iam_policy_file"]
        yield function, json.loads(fill_in(file.read_text(), stage, {**ENVIRONMENT, **_environment(stage)}))


def _environment(stage):
    """As the template's outputs feed Chalice."""
    return {name: re.sub(r"-dev\b", f"-{stage}", text) for name, text in ENVIRONMENT.items()}


def test_every_function_has_a_policy_and_every_policy_a_function(built):
    assert set(built["functions"]) == set(CONFIG["lambda_functions"])
    files = {path.name for path in (CHECKOUT / ".chalice").glob("policy-*.json")}
    assert files == {one["iam_policy_file"] for one in CONFIG["lambda_functions"].values()}


def test_policies_stay_within_iams_limits(stage):
    for function, policy in documents(stage):
        assert len(re.sub(r"\s", "", json.dumps(policy))) <= 10_240, function
        assert all(re.fullmatch(r"[A-Za-z0-9]+", one["Sid"]) for one in policy["Statement"]), function
        assert twice(one["Sid"] for one in policy["Statement"]) == [], function


def test_each_policy_refers_to_what_exists(stage, resources):
    queues = {one["QueueName"] for one in of_type(resources, "AWS::SQS::Queue").values()}
    logs = {one["LogGroupName"] for one in of_type(resources, "AWS::Logs::LogGroup").values()}
    bucket = _environment(stage)["HUB_BUCKET"]
    for function, policy in documents(stage):
        for statement in policy["Statement"]:
            for arn in statement["Resource"] if isinstance(statement["Resource"], list) else [statement["Resource"]]:
                _, _, service, _, _, name = arn.split(":", 5)
                known = {
                    "sqs": name in queues,
                    "logs": name.removeprefix("log-group:").removesuffix(":*") in logs,
                    "es": name == f"domain/hippocampus-hub-{stage}/*",
                    "s3": name.split("/")[0] == bucket,
                    "ssm": name == f"parameter/hippocampus-hub/{stage}/*",
                }
                assert known[service], f"{function}: {arn}"


def test_what_functions_write_for_a_while_has_a_lifecycle_rule(resources):
    rules = of_type(resources, "AWS::S3::Bucket")["Files"]["LifecycleConfiguration"]["Rules"]
    ending = {rule["Prefix"] for rule in rules if "Prefix" in rule}
    policy = json.loads((CHECKOUT / ".chalice" / "policy-api_handler.json").read_text())
    written = [one for one in policy["Statement"] if "s3:DeleteObject" in one["Action"]]
    assert {arn.split("/", 1)[1].rstrip("*") for one in written for arn in one["Resource"]} <= ending


def test_the_api_stays_within_api_gateways_limits(built):
    paths = built["api"]["paths"]
    segments = {path.rsplit("/", depth)[0] for path in paths for depth in range(path.count("/"))} | set(paths)
    assert len(segments) <= 300, "resources an API"
    assert len(json.dumps(built["api"])) <= 6_000_000
    for answer in built["api"]["x-amazon-apigateway-gateway-responses"].values():
        names = [name.removeprefix("gatewayresponse.header.") for name in answer["responseParameters"]]
        assert all(re.fullmatch(r"[A-Za-z0-9-]{1,}", name) for name in names)


def test_every_path_answers_every_method_in_the_cloud_too(built):
    """A method without a route would be a 403 of API Gateway, `Missing Authentication Token`."""
    for path, methods in built["api"]["paths"].items():
        assert {"get", "head", "post", "put", "patch", "delete", "options"} <= set(methods), path
        preflight = json.dumps(methods["options"])
        offered = re.search(r"Access-Control-Allow-Methods\": \"'([A-Z,]+)'", preflight)
        assert offered, path
        assert not {"PUT", "PATCH", "DELETE"} & set(offered[1].split(",")), path
