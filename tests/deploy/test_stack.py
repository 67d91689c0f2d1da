"""Stacks and what they retain: prod is protected, and `make destroy` removes what CloudFormation leaves."""

from typing import Any

import boto3
import pytest
from botocore.stub import Stubber
from moto import mock_aws

from deploy.retained import delete_bucket, delete_collection, delete_domain, empty_bucket
from deploy.stack import Stack

TEMPLATE = """
Resources:
  Topic: {Type: AWS::SNS::Topic}
Parameters:
  Stage: {Type: String}
Outputs:
  Name: {Value: !Ref Topic}
"""


@pytest.fixture
def aws(monkeypatch, tmp_path):
    for name, value in {
        "AWS_ACCESS_KEY_ID": "a",
        "AWS_SECRET_ACCESS_KEY": "b",
        "AWS_DEFAULT_REGION": "eu-west-1",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("AWS_ENDPOINT_URL_S3", raising=False)
    template = tmp_path / "template.yaml"
    template.write_text(TEMPLATE)
    monkeypatch.setattr("deploy.stack.TEMPLATE", template)
    with mock_aws():
        yield boto3.client


class Protections:
    """A CloudFormation client that notes each change of the protection."""

    def __init__(self, client):
        self._client, self.told = client, []

    def __getattr__(self, name):
        return getattr(self._client, name)

    def update_termination_protection(self, **request):
        self.told.append(request["EnableTerminationProtection"])


@pytest.mark.parametrize(("stage", "told"), [("prod", [True, True, False]), ("dev", [])])
def test_prod_is_protected_from_termination_until_it_is_destroyed(aws, stage, told):
    client = Protections(aws("cloudformation"))
    stack = Stack(client, stage, sleep=lambda seconds: None)
    assert stack.put({})["Name"]
    assert stack.put({})["Name"]
    stack.delete()
    assert client.told == told
    assert stack.describe() is None


def test_a_bucket_goes_with_all_versions_of_its_objects(aws):
    s3 = aws("s3")
    s3.create_bucket(Bucket="kept", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    s3.put_bucket_versioning(Bucket="kept", VersioningConfiguration={"Status": "Enabled"})
    for body in (b"1", b"2"):
        s3.put_object(Bucket="kept", Key="a", Body=body)
    s3.delete_object(Bucket="kept", Key="a")
    assert empty_bucket(s3, "kept") == 3
    delete_bucket(s3, "kept")
    assert s3.list_buckets()["Buckets"] == []
    assert empty_bucket(s3, "kept") == 0
    delete_bucket(s3, "kept")


def test_a_domain_goes_and_is_waited_for(aws):
    client = aws("opensearch")
    client.create_domain(DomainName="hippocampus-hub-dev")
    assert delete_domain(client, "hippocampus-hub-dev", sleep=lambda seconds: None)
    assert not delete_domain(client, "hippocampus-hub-dev", sleep=lambda seconds: None)


def test_a_collection_goes_with_its_encryption_policy():
    keys = {"aws_access_key_id": "a", "aws_secret_access_key": "b"}
    client, name = boto3.client("opensearchserverless", region_name="eu-west-1", **keys), "hippocampus-hub-dev"
    there: dict[str, Any] = {"collectionDetails": [{"id": "a" * 20}]}
    gone: dict[str, Any] = {"collectionDetails": []}
    waited: list[float] = []
    with Stubber(client) as stub:
        stub.add_response("batch_get_collection", there, {"names": [name]})
        stub.add_response("delete_collection", {}, {"id": "a" * 20})
        stub.add_response("batch_get_collection", there, {"names": [name]})
        stub.add_response("batch_get_collection", gone, {"names": [name]})
        stub.add_response("delete_security_policy", {}, {"name": name, "type": "encryption"})
        assert delete_collection(client, name, sleep=waited.append)
        stub.assert_no_pending_responses()
    assert waited == [10.0]


def test_a_collection_that_is_gone_is_no_error():
    keys = {"aws_access_key_id": "a", "aws_secret_access_key": "b"}
    client = boto3.client("opensearchserverless", region_name="eu-west-1", **keys)
    with Stubber(client) as stub:
        stub.add_response("batch_get_collection", {"collectionDetails": []})
        stub.add_response("batch_get_collection", {"collectionDetails": []})
        stub.add_client_error("delete_security_policy", "ResourceNotFoundException")
        assert not delete_collection(client, "hippocampus-hub-dev")
