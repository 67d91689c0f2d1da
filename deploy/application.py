"""The functions and the API: what Chalice deploys, and what it remembers of it.

Chalice keeps the identifiers of what it made in a file of the checkout. The stage's bucket has a copy, so that any
machine can deploy again, or take down, what another one deployed; without it, Chalice would make a second API beside
the first.
"""

import json
import subprocess
from collections.abc import Callable, Mapping
from typing import Any

from botocore.exceptions import ClientError

from deploy.settings import CHALICE, CHECKOUT, NotDeployable

KEY = "deployment/chalice.json"


class Application:
    """One stage's functions and API."""

    def __init__(self, s3: Any, bucket: str, stage: str, *, run: Callable[..., Any] = subprocess.run) -> None:
        self._s3, self._bucket, self._stage, self._run = s3, bucket, stage, run
        self._file = CHECKOUT / ".chalice" / "deployed" / f"{stage}.json"

    def deploy(self, environment: Mapping[str, str]) -> dict[str, dict[str, Any]]:
        """Deploy, and hand out what there is now, by name; raises NotDeployable."""
        self._recall()
        self._chalice("deploy", environment)
        self._s3.put_object(Bucket=self._bucket, Key=KEY, Body=self._file.read_bytes(), ContentType="application/json")
        return self.resources()

    def delete(self, environment: Mapping[str, str]) -> None:
        """Take down what Chalice made; raises NotDeployable."""
        self._recall()
        if self._file.exists():
            self._chalice("delete", environment)
            self._file.unlink(missing_ok=True)

    def resources(self) -> dict[str, dict[str, Any]]:
        """What Chalice made, by name."""
        return {one["name"]: one for one in json.loads(self._file.read_text(encoding="utf-8"))["resources"]}

    def _recall(self) -> None:
        """Make Chalice's memory what the last deployment wrote, wherever that ran."""
        try:
            body = self._s3.get_object(Bucket=self._bucket, Key=KEY)["Body"].read()
        except ClientError as error:
            if error.response["Error"]["Code"] not in ("NoSuchKey", "NoSuchBucket"):
                raise
            self._file.unlink(missing_ok=True)
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_bytes(body)

    def _chalice(self, command: str, environment: Mapping[str, str]) -> None:
        done = self._run(
            [str(CHALICE), command, "--stage", self._stage], cwd=CHECKOUT, env=dict(environment), check=False
        )
        if done.returncode:
            raise NotDeployable(f"`chalice {command} --stage {self._stage}` failed; what it said is above.")


def throttle(client: Any, api: str, stage: str, *, rate: str, burst: str) -> None:
    """Refuse (429) what is above `rate` requests a second, after a `burst`; over all callers and all routes."""
    limits = {"throttling/rateLimit": rate, "throttling/burstLimit": burst, "metrics/enabled": "true"}
    client.update_stage(
        restApiId=api,
        stageName=stage,
        patchOperations=[{"op": "replace", "path": f"/*/*/{name}", "value": value} for name, value in limits.items()],
    )


def address(api: Mapping[str, str], endpoint: str | None) -> str:
    """Where the API answers; on an AWS of our own (LocalStack) at a path of its endpoint."""
    url = api["rest_api_url"]
    return f"{endpoint.rstrip('/')}/_aws/execute-api/{api['rest_api_id']}/{url.split('/')[3]}/" if endpoint else url
