"""The same deployment on a domain of one node, of several, and on a serverless collection."""

import json
import os
import subprocess
import sys

import pytest

from deploy.__main__ import READERS
from deploy.chalice_cli import fill_in
from deploy.settings import CHECKOUT, ENGINES, NODES, OUTPUTS, STAGES
from tests.deploy.synthesis import Template
from tests.deploy.test_template import CONFIG, ENVIRONMENT, read_template

COLLECTION = "arn:aws:aoss:eu-west-1:111122223333:collection/07tjusf2h91cunochc"
SERVERLESS = {**ENVIRONMENT, "OPENSEARCH_SERVICE": "aoss", "ENGINE_ARN": COLLECTION}
ROLES = """
import json, os, sys
from chalice.cli.factory import CLIFactory
from chalice.deploy.appgraph import ApplicationGraphBuilder
from chalice.deploy import models
config = CLIFactory('.', environ=os.environ).create_config_obj(sys.argv[1])
roles = {}
def walk(resource):
    if isinstance(resource, models.LambdaFunction):
        roles[resource.resource_name] = resource.role.role_name
    for one in resource.dependencies():
        walk(one)
for resource in ApplicationGraphBuilder().build(config, sys.argv[1]).resources:
    walk(resource)
print(json.dumps(roles))
"""


@pytest.fixture(scope="module")
def template():
    return read_template()


@pytest.fixture(scope="module")
def roles():
    """The roles that Chalice makes for dev, by function."""
    environment = {"PATH": os.environ["PATH"], "AWS_CHALICE_CLI_MODE": "true", **ENVIRONMENT}
    command = [sys.executable, "-c", ROLES, "dev"]
    done = subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, check=True)
    return json.loads(done.stdout)


def made(template, stage="dev", **given):
    return Template(template, {"Stage": stage, "RestApiId": "a1b2c3", **given})


def properties(template, kind):
    return [one["Properties"] for one in template.resources().values() if one["Type"] == kind]


def grants(template, access):
    """What a data access policy gives to each role: the permissions, by role name."""
    (statement,) = json.loads(access["Policy"])
    given = {one for rule in statement["Rules"] for one in rule["Permission"]}
    return {arn.rpartition("/")[2]: given for arn in statement["Principal"]}


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("nodes", ["stage", *NODES])
def test_several_nodes_lie_evenly_in_zones_and_survive_the_loss_of_one(template, stage, nodes):
    (domain,) = properties(made(template, stage, EngineNodes=nodes), "AWS::OpenSearchService::Domain")
    config = domain["ClusterConfig"]
    count = int(config["InstanceCount"])
    assert 10 >= count == (int(nodes) if nodes != "stage" else {"dev": 1, "prod": 2}[stage])
    assert config["DedicatedMasterEnabled"] == config["ZoneAwarenessEnabled"] == (count > 1)
    if count > 1:
        assert count % config["ZoneAwarenessConfig"]["AvailabilityZoneCount"] == 0
        assert config["DedicatedMasterCount"] == 3
    else:
        assert not {"ZoneAwarenessConfig", "DedicatedMasterCount", "DedicatedMasterType"} & set(config)


def test_all_numbers_of_nodes_that_may_be_given_are_the_templates(template):
    assert template["Parameters"]["EngineNodes"]["AllowedValues"] == ["stage", *NODES]
    assert tuple(template["Parameters"]["EngineKind"]["AllowedValues"]) == ENGINES


@pytest.mark.parametrize("stage", STAGES)
def test_a_collection_stands_in_place_of_the_domain_and_of_all_that_only_a_domain_has(template, stage):
    domain, serverless = (made(template, stage, EngineKind=kind) for kind in ENGINES)
    only = {kind: set(one.resources()) for kind, one in (("domain", domain), ("serverless", serverless))}
    assert not [one for one in only["serverless"] if one in ("Engine", "EngineAdmin", "Snapshots", "EngineFull")]
    assert not [one for one in only["domain"] if one.startswith("Collection")]
    (collection,) = properties(serverless, "AWS::OpenSearchServerless::Collection")
    assert collection["Type"] == "SEARCH", "others take no identifiers of ours"
    policies = properties(serverless, "AWS::OpenSearchServerless::SecurityPolicy")
    assert {one["Type"] for one in policies} == {"encryption", "network"}
    assert all(f'collection/{collection["Name"]}"' in one["Policy"] for one in policies), "AWS refuses it otherwise"
    assert set(OUTPUTS.values()) <= set(serverless.outputs()) < set(domain.outputs())


def test_nothing_that_is_made_refers_to_what_is_not(template):
    for kind in ENGINES:
        variant = made(template, EngineKind=kind)
        known = {*variant.resources(), *variant.names}
        text = json.dumps([variant.resources(), variant.outputs()])
        named = {one.split('"')[0] for one in text.split('{"Ref": "')[1:]}
        named |= {one.split('"')[0].split(".")[0] for one in text.split('{"Fn::GetAtt": ["')[1:]}
        named |= {one.split("}")[0].split(".")[0] for one in text.split("${")[1:]}
        assert named <= known, kind


def test_the_functions_roles_get_what_their_work_needs_of_the_collection_alone(template, roles):
    access = properties(made(template, EngineKind="serverless"), "AWS::OpenSearchServerless::AccessPolicy")
    given = {role: rights for one in access for role, rights in grants(template, one).items()}
    assert set(given) == set(roles.values())
    writing = {role for role, rights in given.items() if "aoss:WriteDocument" in rights}
    assert writing == {role for function, role in roles.items() if function not in READERS}
    assert all(rights == {"aoss:DescribeCollectionItems", "aoss:DescribeIndex", "aoss:ReadDocument"}
               for role, rights in given.items() if role not in writing)  # fmt: skip
    resources = {
        one for policy in access for rule in json.loads(policy["Policy"])[0]["Rules"] for one in rule["Resource"]
    }
    assert resources == {"collection/hippocampus-hub-dev", "index/hippocampus-hub-dev/*"}


def test_no_role_is_named_before_chalice_has_made_it(template):
    before = Template(template, {"Stage": "dev", "EngineKind": "serverless"})
    assert properties(before, "AWS::OpenSearchServerless::AccessPolicy") == []


@pytest.mark.parametrize("function", CONFIG["lambda_functions"])
def test_a_function_may_ask_its_collection_and_otherwise_the_same_as_with_a_domain(function):
    text = (CHECKOUT / ".chalice" / CONFIG["lambda_functions"][function]["iam_policy_file"]).read_text()
    domain, serverless = (json.loads(fill_in(text, "dev", one))["Statement"] for one in (ENVIRONMENT, SERVERLESS))
    changed = [one for one in serverless if one not in domain]
    assert [(one["Action"], one["Resource"]) for one in changed] == [(["aoss:APIAccessAll"], COLLECTION)]
    assert len(serverless) == len(domain)
    assert '"es:' not in json.dumps(serverless)
