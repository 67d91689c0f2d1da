"""The template, the stages and the policies, as far as reading tells; `make test-deploy` tries them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app import app
from deploy.chalice_cli import NEEDED, fill_in
from deploy.settings import OUTPUTS, STAGES, NotDeployable

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "deploy" / "template.yaml"
CONFIG = json.loads((ROOT / ".chalice" / "config.json").read_text())
ENVIRONMENT = {
    "OPENSEARCH_URL": "https://engine.example",
    "OPENSEARCH_SERVICE": "es",
    "ENGINE_ARN": "arn:aws:es:eu-west-1:111122223333:domain/hippocampus-hub-dev",
    "HUB_BUCKET": "hippocampus-hub-dev-111122223333-eu-west-1",
    "HARVEST_QUEUE_URL": "https://sqs.eu-west-1.amazonaws.com/111122223333/hippocampus-hub-dev-harvest.fifo",
    "HARVEST_QUEUE_ARN": "arn:aws:sqs:eu-west-1:111122223333:hippocampus-hub-dev-harvest.fifo",
    "MEASURE_QUEUE_ARN": "arn:aws:sqs:eu-west-1:111122223333:hippocampus-hub-dev-measure.fifo",
}
EVENTS: list[Any] = [*app.pure_lambda_functions, *app.event_sources]
FUNCTIONS = ["api_handler", *(one.name for one in EVENTS)]


def policy(function, stage="dev"):
    file = ROOT / ".chalice" / CONFIG["lambda_functions"][function]["iam_policy_file"]
    return json.loads(fill_in(file.read_text(), stage, ENVIRONMENT))


def read_template():
    from cfnlint.decode import cfn_yaml  # slow to import, and only one worker needs it

    return cfn_yaml.load(str(TEMPLATE))


@pytest.fixture(scope="module")
def template():
    return read_template()


@pytest.mark.slow
def test_the_template_is_clean_of_errors_and_warnings_in_all_regions_we_may_use():
    from cfnlint.api import ManualArgs, lint_file

    found = lint_file(TEMPLATE, config=ManualArgs(regions=["us-east-1", "eu-west-1", "eu-central-1"]))
    assert [str(one) for one in found] == []


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_function_has_a_policy_of_its_own_without_a_wildcard_in_what_it_names(function):
    statements = policy(function)["Statement"]
    assert len({one["Sid"] for one in statements}) == len(statements), "IAM refuses a policy with two of one name"
    for statement in statements:
        resources = statement["Resource"] if isinstance(statement["Resource"], list) else [statement["Resource"]]
        assert all(re.fullmatch(r"arn:aws:[a-z0-9]+:[a-z0-9-]*:\d*:[^*]+(/\*|:\*)?", one) for one in resources)
        assert not any("*" in action for action in statement["Action"])


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_function_has_a_log_that_is_not_kept_for_ever(function, template):
    suffix = "" if function == "api_handler" else f"-{function}"
    name = f"/aws/lambda/hippocampus-hub-${{Stage}}{suffix}"
    logs = [one["Properties"] for one in template["Resources"].values() if one["Type"] == "AWS::Logs::LogGroup"]
    assert [log["RetentionInDays"] for log in logs if log["LogGroupName"] == {"Fn::Sub": name}]


def test_a_policy_is_not_filled_in_with_nothing():
    with pytest.raises(NotDeployable, match=r"HUB_BUCKET.*make deploy STAGE=prod"):
        fill_in("{}", "prod", {**ENVIRONMENT, "HUB_BUCKET": ""})


def test_what_a_deployment_needs_are_outputs_of_the_template(template):
    assert set(NEEDED) <= set(OUTPUTS)
    assert set(OUTPUTS.values()) <= set(template["Outputs"])


def test_stages_are_the_same_everywhere(template):
    assert set(STAGES) == set(CONFIG["stages"]) == set(template["Parameters"]["Stage"]["AllowedValues"])


def test_every_setting_is_either_written_or_given_never_both():
    written = set()
    for stage in CONFIG["stages"].values():
        written |= set(stage["environment_variables"])
    assert not written & set(CONFIG["from_environment"])
