"""The real S3 server, one a run, and a bucket for whoever asks."""

import atexit
import uuid
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import boto3
from botocore.config import Config

from chalicelib.store.files import Files
from local.s3 import S3Server, start


@cache
def folder() -> Path:
    """Where the objects of the whole run lie."""
    made = TemporaryDirectory(prefix="hub-s3-")
    atexit.register(made.cleanup)
    return Path(made.name)


@cache
def server() -> S3Server:
    made = start(folder())
    atexit.register(made.stop)
    return made


def client(url: str | None = None) -> Any:
    there = server()
    return boto3.client(
        "s3",
        endpoint_url=url or there.url,
        aws_access_key_id=there.access_key,
        aws_secret_access_key=there.secret_key,
        region_name="us-east-1",
        config=Config(
            signature_version="s3v4", s3={"addressing_style": "path"}, connect_timeout=2, retries={"max_attempts": 1}
        ),
    )


@cache
def files(name: str) -> Files:
    """The bucket of this name, which exists then."""
    made = client()
    made.create_bucket(Bucket=name)
    return Files(made, name)


def bucket(*, link_seconds: int = 900) -> Files:
    """A bucket of one's own."""
    name = f"test-{uuid.uuid4().hex[:12]}"
    made = client()
    made.create_bucket(Bucket=name)
    return Files(made, name, link_seconds=link_seconds)
