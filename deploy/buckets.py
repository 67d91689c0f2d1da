"""Empties buckets: CloudFormation deletes none that holds an object, or a version of one."""

from typing import Any

from botocore.exceptions import ClientError


def empty(client: Any, bucket: str) -> int:
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
        if error.response["Error"]["Code"] != "NoSuchBucket":
            raise
    return deleted
