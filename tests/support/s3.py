"""The real S3 server, one a test run, and a bucket for each caller."""

import atexit
import json
import os
import uuid
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config

from chalicelib.store.s3.objects import Files
from local.s3 import start
from tests.support import ram_folder

SHARED = "HUB_TESTS_STORAGE"  # where the workers of one run find it


@dataclass(frozen=True)
class Storage:
    """Where it answers, to whom, and the folder in which the objects of the whole run lie."""

    url: str
    access_key: str
    secret_key: str
    folder: str


def share() -> None:
    """Start the storage now, and name it to the processes that this one starts."""
    os.environ[SHARED] = json.dumps(asdict(server()))


@cache
def server() -> Storage:
    if given := os.environ.get(SHARED):
        return Storage(**json.loads(given))
    folder = ram_folder.folder("hub-s3-")
    made = start(Path(folder.name))
    atexit.register(folder.cleanup)
    atexit.register(made.stop)
    return Storage(made.url, made.access_key, made.secret_key, folder.name)


def client(url: str | None = None) -> Any:
    there = server()
    return boto3.client(
        "s3",
        endpoint_url=url or there.url,
        aws_access_key_id=there.access_key,
        aws_secret_access_key=there.secret_key,
        region_name="us-east-1",
        config=Config(
            signature_version="s3v4", s3={"addressing_style": "path"}, connect_timeout=20, retries={"max_attempts": 1}
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
