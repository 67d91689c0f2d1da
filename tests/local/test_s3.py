"""The real S3 server on this machine: signatures, expiry, browsers, and objects that stay."""

import stat
import uuid
from datetime import UTC, datetime, timedelta

import boto3
import pytest
import requests
from botocore.auth import S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from local import s3 as local_s3
from tests.support import s3


@pytest.fixture(scope="module")
def place():
    """Where one object lies: bucket and key."""
    made, bucket = s3.client(), f"test-{uuid.uuid4().hex[:12]}"
    made.create_bucket(Bucket=bucket)
    made.put_object(Bucket=bucket, Key="a b/µ.swc", Body=b"1 1 0 0 0 1 -1\n")
    return {"Bucket": bucket, "Key": "a b/µ.swc"}


@pytest.fixture
def link(place):
    return s3.client().generate_presigned_url("get_object", Params=place, ExpiresIn=300)


def test_a_signed_link_gives_the_object(link):
    assert requests.get(link, timeout=60).content == b"1 1 0 0 0 1 -1\n"


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ("Signature=", "Signature=0"),
        ("Expires=300", "Expires=3000"),
        ("a%20b", "c"),
        ("X-Amz-Algorithm", "response-content-type=text%2Fhtml&X-Amz-Algorithm"),
    ],
)
def test_a_link_that_was_changed_is_refused(link, part, other):
    assert part in link
    assert requests.get(link.replace(part, other), timeout=60).status_code == 403


def test_a_link_that_has_expired_is_refused(link):
    plain = link.split("?")[0]
    assert requests.get(_signed_an_hour_ago(plain, seconds=7200), timeout=60).status_code == 200
    assert requests.get(_signed_an_hour_ago(plain, seconds=60), timeout=60).status_code == 403


def test_without_a_signature_nothing_is_given(link):
    assert requests.get(link.split("?")[0], timeout=60).status_code == 403


def test_a_wrong_key_is_refused():
    there = s3.server()
    stranger = _client(there, secret="wrong")
    with pytest.raises(ClientError, match=r"403|SignatureDoesNotMatch"):
        stranger.list_buckets()


@pytest.mark.parametrize("origin", ["null", "https://hub.example"])
def test_a_browser_may_read_it_from_anywhere(link, origin):
    answer = requests.get(link, headers={"Origin": origin}, timeout=60)
    assert answer.headers["Access-Control-Allow-Origin"] in ("*", origin)


def test_a_part_of_an_object_can_be_asked(link):
    answer = requests.get(link, headers={"Range": "bytes=2-4"}, timeout=60)
    assert (answer.status_code, answer.content) == (206, b"1 0")


@pytest.mark.slow
def test_objects_and_keys_stay_over_a_restart_and_keys_are_for_their_owner_alone(tmp_path):
    first = local_s3.start(tmp_path)
    _client(first).create_bucket(Bucket="stays")
    _client(first).put_object(Bucket="stays", Key="a", Body=b"here", ContentType="text/plain")
    first.stop()
    again = local_s3.start(tmp_path)
    found = _client(again).get_object(Bucket="stays", Key="a")
    assert (found["Body"].read(), found["ContentType"]) == (b"here", "text/plain")
    again.stop()
    assert (again.access_key, again.secret_key) == (first.access_key, first.secret_key)
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("keys.json", "s3proxy.properties")}
    assert modes == {0o600}


def _client(server, secret=None):
    return boto3.client(
        "s3",
        endpoint_url=server.url,
        aws_access_key_id=server.access_key,
        aws_secret_access_key=secret or server.secret_key,
        region_name="us-east-1",
        config=Config(signature_version="s3v4", s3={"addressing_style": "path"}, retries={"max_attempts": 1}),
    )


class _Earlier(S3SigV4QueryAuth):  # type: ignore[misc]
    """Signs as an hour ago, so that nobody waits for a link to expire."""

    def _modify_request_before_signing(self, request):
        request.context["timestamp"] = (datetime.now(UTC) - timedelta(hours=1)).strftime("%Y%m%dT%H%M%SZ")
        super()._modify_request_before_signing(request)


def _signed_an_hour_ago(url, seconds):
    there, request = s3.server(), AWSRequest("GET", url)
    _Earlier(Credentials(there.access_key, there.secret_key), "s3", "us-east-1", expires=seconds).add_auth(request)
    return request.url
