"""A server of queues in this process, with FIFO and dead letters as Amazon's has them (moto's)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
from moto.server import ThreadedMotoServer


@contextmanager
def serve_queues() -> Iterator[Any]:
    """A client of a server that holds no queue yet; `client.meta.endpoint_url` is its address."""
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    keys = {"aws_access_key_id": "x", "aws_secret_access_key": "x", "region_name": "us-east-1"}
    try:
        yield boto3.client("sqs", endpoint_url=f"http://{host}:{port}", **keys)
    finally:
        server.stop()
