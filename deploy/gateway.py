"""What Chalice cannot say about the API's stage: how many requests it takes, and that it counts them."""

from collections.abc import Mapping
from typing import Any


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
