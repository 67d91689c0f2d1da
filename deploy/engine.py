"""Who may do what inside the engine: one role for reading, one for harvesting, given to the functions' own IAM roles.

This is of a domain; a serverless collection has data access policies instead, which are the template's.
The domain's access policy lets signed requests of this account in; fine-grained access then asks the engine's own
roles. They are written by the domain's master, a role of the template that `make deploy` assumes. An engine without the
security plugin (a local one) has no roles. The master also schedules the snapshots.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from botocore.credentials import Credentials
from botocore.exceptions import ClientError
from opensearchpy import OpenSearch, Urllib3AWSV4SignerAuth, Urllib3HttpConnection
from opensearchpy.exceptions import ConflictError, RequestError, TransportError

from deploy.settings import NotDeployable

READ = ["read", "indices:admin/get", "indices:admin/aliases/get", "indices:admin/mappings/get"]
WRITE = [*READ, "crud", "create_index", "delete", "indices:admin/aliases", "indices:admin/mapping/put"]
KINDS = ("dataset", "model", "harvest-")  # how all names begin, chalicelib/store/opensearch/names.py
ROLES: Mapping[str, tuple[list[str], list[str]]] = {  # what each may do to the cluster, and to our indices
    "hub_reader": (["cluster_composite_ops_ro"], READ),
    "hub_harvester": (["cluster_composite_ops", "indices:admin/aliases*"], WRITE),
}
REPOSITORY = "hub"  # of snapshots
TRIES, PAUSE = 10, 3.0  # a role that was just made cannot be taken on everywhere at once; seconds


def give_roles(client: OpenSearch, owners: Mapping[str, Sequence[str]], prefix: str) -> bool:
    """Write both roles and give them to their `owners` (ARNs); False where the engine has no security plugin."""
    patterns = [f"{prefix}{kind}*" for kind in KINDS]
    for role, (cluster, indices) in ROLES.items():
        permissions = [{"index_patterns": patterns, "allowed_actions": indices}]
        body = {"cluster_permissions": cluster, "index_permissions": permissions}
        if not _put(client, f"/_plugins/_security/api/roles/{role}", body):
            return False
        _put(client, f"/_plugins/_security/api/rolesmapping/{role}", {"backend_roles": list(owners[role])})
    return True


def schedule_snapshots(client: OpenSearch, bucket: str, region: str, role: str, prefix: str) -> None:
    """Have the engine write a snapshot of its indices to `bucket` every night, each kept for a month.

    The service's own hourly snapshots end with the domain; these do not. Raises NotDeployable.
    """
    settings = {"bucket": bucket, "region": region, "role_arn": role}
    _put(client, f"/_snapshot/{REPOSITORY}", {"type": "s3", "settings": settings})
    policy = {
        "description": "All indices of the hub, nightly",
        "enabled": True,
        "creation": {"schedule": {"cron": {"expression": "30 1 * * *", "timezone": "UTC"}}},
        "deletion": {
            "schedule": {"cron": {"expression": "0 2 * * *", "timezone": "UTC"}},
            "condition": {"max_age": "30d"},
        },
        "snapshot_config": {
            "repository": REPOSITORY,
            "indices": ",".join(f"{prefix}{kind}*" for kind in KINDS),
            "include_global_state": False,
        },
    }
    try:
        client.transport.perform_request("POST", "/_plugins/_sm/policies/hub-nightly", body=policy)
    except ConflictError:
        return  # a deployment before this one has made it
    except TransportError as error:
        raise NotDeployable(f"The engine refused the schedule of snapshots: {error}") from error


def as_master(sts: Any, role: str, url: str, region: str, *, sleep: Callable[[float], None] = time.sleep) -> OpenSearch:
    """A client that signs as the domain's master; raises NotDeployable when that role cannot be taken on."""
    given = _assume(sts, role, sleep)["Credentials"]
    credentials = Credentials(given["AccessKeyId"], given["SecretAccessKey"], given["SessionToken"])
    signer = Urllib3AWSV4SignerAuth(credentials, region, "es")
    return OpenSearch(hosts=[url], http_auth=signer, connection_class=Urllib3HttpConnection, timeout=30)


def _assume(sts: Any, role: str, sleep: Callable[[float], None]) -> Any:
    for left in range(TRIES - 1, -1, -1):
        try:
            return sts.assume_role(RoleArn=role, RoleSessionName="deploy")
        except ClientError as error:
            if not left or error.response["Error"]["Code"] != "AccessDenied":
                raise NotDeployable(f"The engine's master role cannot be taken on: {error}") from error
            sleep(PAUSE)
    raise AssertionError


def _put(client: OpenSearch, path: str, body: Mapping[str, Any]) -> bool:
    try:
        client.transport.perform_request("PUT", path, body=body)
    except RequestError as error:
        if "no handler found" in str(error):
            return False
        raise NotDeployable(f"The engine refused {path}: {error}") from error
    return True
