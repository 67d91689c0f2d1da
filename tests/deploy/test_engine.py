"""Roles inside the engine, as a server sees them that takes the security plugin's part."""

import boto3
import pytest
from botocore.stub import Stubber
from opensearchpy import OpenSearch

from deploy.engine import as_master, give_roles
from deploy.settings import NotDeployable

OWNERS = {
    "hub_reader": ["arn:aws:iam::1:role/api"],
    "hub_harvester": ["arn:aws:iam::1:role/step", "arn:aws:iam::1:role/start"],
}
MASTER = "arn:aws:iam::111122223333:role/hippocampus-hub-dev-engine-admin"


@pytest.fixture
def client(httpserver):
    return OpenSearch(hosts=[httpserver.url_for("/")], max_retries=0)


def asked(httpserver):
    return {request.path.rsplit("/api/")[1]: request.get_json() for request, _ in httpserver.log}


def test_the_api_may_read_and_the_others_may_harvest_in_our_indices_only(httpserver, client):
    httpserver.expect_request("/").respond_with_json({})
    for role in OWNERS:
        for kind in ("roles", "rolesmapping"):
            httpserver.expect_request(f"/_plugins/_security/api/{kind}/{role}", "PUT").respond_with_json(
                {"status": "CREATED"}
            )
    assert give_roles(client, OWNERS, "x-")
    told = asked(httpserver)
    assert told["rolesmapping/hub_reader"] == {"backend_roles": OWNERS["hub_reader"]}
    assert told["rolesmapping/hub_harvester"] == {"backend_roles": OWNERS["hub_harvester"]}
    for role in OWNERS:
        (permission,) = told[f"roles/{role}"]["index_permissions"]
        assert all(one.startswith("x-") for one in permission["index_patterns"])
    (reads,) = told["roles/hub_reader"]["index_permissions"]
    assert not {"crud", "write", "delete", "create_index"} & set(reads["allowed_actions"])


def test_an_engine_without_the_security_plugin_has_nobody_to_give_roles_to(httpserver, client):
    said = {"error": "no handler found for uri [/_plugins/_security/api/roles/hub_reader] and method [PUT]"}
    httpserver.expect_request("/_plugins/_security/api/roles/hub_reader").respond_with_json(said, status=400)
    assert not give_roles(client, OWNERS, "")


def test_roles_that_the_engine_does_not_take_stop_the_deployment(httpserver, client):
    httpserver.expect_request("/_plugins/_security/api/roles/hub_reader").respond_with_json(
        {"status": "error"}, status=400
    )
    with pytest.raises(NotDeployable, match="hub_reader"):
        give_roles(client, OWNERS, "")


def test_a_master_role_that_is_not_known_everywhere_yet_is_asked_for_again():
    sts = boto3.client("sts", region_name="eu-west-1", aws_access_key_id="a", aws_secret_access_key="b")
    given = {"AccessKeyId": "A" * 16, "SecretAccessKey": "s", "SessionToken": "t", "Expiration": "2026-11-24T00:00:00Z"}
    waited: list[float] = []
    with Stubber(sts) as stub:
        stub.add_client_error("assume_role", "AccessDenied")
        stub.add_response("assume_role", {"Credentials": given})
        as_master(sts, MASTER, "https://engine.example", "eu-west-1", sleep=waited.append)
    assert waited == [3.0]


def test_a_master_role_that_is_refused_stops_the_deployment():
    sts = boto3.client("sts", region_name="eu-west-1", aws_access_key_id="a", aws_secret_access_key="b")
    with Stubber(sts) as stub:
        stub.add_client_error("assume_role", "ValidationError")
        with pytest.raises(NotDeployable, match="master role"):
            as_master(sts, MASTER, "https://engine.example", "eu-west-1")
