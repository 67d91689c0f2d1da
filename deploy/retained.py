"""Removes what the template retains: the buckets, with all versions of all objects, and the search engine's domain or
serverless collection.

CloudFormation deletes no bucket that holds an object, and neither of these when a stack goes by mistake.
"""

from collections.abc import Callable
from time import sleep as sleep_for
from typing import Any

from botocore.exceptions import ClientError

EVERY = 10.0  # seconds between two looks at an engine that is being deleted; a domain takes a quarter of an hour
GONE = ("NoSuchBucket", "ResourceNotFoundException")


def empty_bucket(client: Any, bucket: str) -> int:
    """Delete all objects with all their versions, and say how many; a bucket that is gone has none."""
    deleted = 0
    try:
        for page in client.get_paginator("list_object_versions").paginate(Bucket=bucket):
            found = [*page.get("Versions", ()), *page.get("DeleteMarkers", ())]
            objects = [{"Key": one["Key"], "VersionId": one["VersionId"]} for one in found]
            if objects:
                client.delete_objects(Bucket=bucket, Delete={"Objects": objects, "Quiet": True})
            deleted += len(objects)
    except ClientError as error:
        _raise_unless_gone(error)
    return deleted


def delete_bucket(client: Any, bucket: str) -> None:
    """Delete an empty bucket, if it is there."""
    try:
        client.delete_bucket(Bucket=bucket)
    except ClientError as error:
        _raise_unless_gone(error)


def delete_domain(client: Any, domain: str, *, sleep: Callable[[float], None] = sleep_for) -> bool:
    """Delete a domain and wait until it is gone; False where there is none."""
    try:
        client.delete_domain(DomainName=domain)
        while True:
            client.describe_domain(DomainName=domain)
            sleep(EVERY)
    except ClientError as error:
        _raise_unless_gone(error)
        return str(error.operation_name) != "DeleteDomain"


def delete_collection(client: Any, name: str, *, sleep: Callable[[float], None] = sleep_for) -> bool:
    """Delete a collection, wait until it is gone, then delete its encryption policy; False where there is none."""
    found = _collections(client, name)
    for one in found:
        client.delete_collection(id=one["id"])
    while _collections(client, name):
        sleep(EVERY)
    try:
        client.delete_security_policy(name=name, type="encryption")
    except ClientError as error:
        _raise_unless_gone(error)
    return bool(found)


def _collections(client: Any, name: str) -> Any:
    return client.batch_get_collection(names=[name])["collectionDetails"]


def _raise_unless_gone(error: ClientError) -> None:
    if error.response["Error"]["Code"] not in GONE:
        raise error
