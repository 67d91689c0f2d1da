"""The CloudFormation stack of a stage: put up, changed, read, taken down."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

from deploy.settings import NotDeployable

TEMPLATE = Path(__file__).with_name("template.yaml")
EVERY = 2.0  # seconds between two looks; a domain takes a quarter of an hour, everything else a minute
PROTECTED = ("prod",)  # stages whose stack is protected from deletion
UNFINISHED = (  # a first attempt that failed
    "ROLLBACK_COMPLETE",
    "ROLLBACK_FAILED",
    "CREATE_FAILED",
    "REVIEW_IN_PROGRESS",
)


class Stack:
    """One stage's stack. Everything raises NotDeployable with what CloudFormation says about a failure."""

    def __init__(self, client: Any, stage: str, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._client, self._stage, self._sleep = client, stage, sleep
        self.name = f"hippocampus-hub-{stage}"

    def put(self, parameters: Mapping[str, str]) -> dict[str, str]:
        """Make the stack what the template says, and hand out its outputs; parameters not given stay as they are."""
        found = self.describe()
        if found and found["StackStatus"] in UNFINISHED:
            self.delete()
            found = None
        request = {
            "StackName": self.name,
            "TemplateBody": TEMPLATE.read_text(encoding="utf-8"),
            "Capabilities": ["CAPABILITY_NAMED_IAM"],
            "Parameters": _parameters({"Stage": self._stage, **parameters}, found),
            "Tags": [{"Key": "application", "Value": "hippocampus-hub"}, {"Key": "stage", "Value": self._stage}],
        }
        if found is None:
            self._client.create_stack(**request, OnFailure="ROLLBACK")
            self._await("CREATE_COMPLETE")
        elif self._update(request):
            self._await("UPDATE_COMPLETE")
        if self._stage in PROTECTED:
            self._protect(enabled=True)
        return self.outputs()

    def outputs(self) -> dict[str, str]:
        """The outputs by name; raises NotDeployable where there is no such stack."""
        found = self.describe()
        if found is None:
            raise NotDeployable(f"There is no stack {self.name} here; `make deploy STAGE={self._stage}` makes it.")
        return {one["OutputKey"]: one["OutputValue"] for one in found.get("Outputs", ())}

    def describe(self) -> dict[str, Any] | None:
        try:
            stacks: list[dict[str, Any]] = self._client.describe_stacks(StackName=self.name)["Stacks"]
        except ClientError as error:
            if "does not exist" in str(error):
                return None
            raise
        return next((one for one in stacks if one["StackStatus"] != "DELETE_COMPLETE"), None)

    def resources(self) -> dict[str, str]:
        """What the stack is made of: physical identifiers by logical ones."""
        pages = self._client.get_paginator("list_stack_resources").paginate(StackName=self.name)
        listed = [one for page in pages for one in page["StackResourceSummaries"]]
        return {one["LogicalResourceId"]: one.get("PhysicalResourceId", "") for one in listed}

    def delete(self) -> None:
        """Take the stack down, if there is one; what its template retains stays (retained.py)."""
        if self._stage in PROTECTED and self.describe():
            self._protect(enabled=False)
        self._client.delete_stack(StackName=self.name)
        self._await("DELETE_COMPLETE")

    def _protect(self, *, enabled: bool) -> None:
        self._client.update_termination_protection(StackName=self.name, EnableTerminationProtection=enabled)

    def _update(self, request: dict[str, Any]) -> bool:
        """Begin an update; False where nothing is to be changed."""
        try:
            self._client.update_stack(**request)
        except ClientError as error:
            if "No updates are to be performed" in str(error):
                return False
            raise
        return True

    def _await(self, *wanted: str) -> None:
        while (status := (self.describe() or {"StackStatus": "DELETE_COMPLETE"})["StackStatus"]).endswith(
            "_IN_PROGRESS"
        ):
            self._sleep(EVERY)
        if status not in wanted:
            raise NotDeployable(f"Stack {self.name}: {status}\n{self._reasons()}")

    def _reasons(self) -> str:
        events = self._client.describe_stack_events(StackName=self.name)["StackEvents"]
        failed = [one for one in events if one["ResourceStatus"].endswith("_FAILED")]
        return "\n".join(f"  {one['LogicalResourceId']}: {one.get('ResourceStatusReason', '?')}" for one in failed[:8])


def _parameters(given: Mapping[str, str], found: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    kept = {one["ParameterKey"] for one in (found or {}).get("Parameters", ())} - set(given)
    return [
        *({"ParameterKey": name, "ParameterValue": value} for name, value in given.items()),
        *({"ParameterKey": name, "UsePreviousValue": True} for name in sorted(kept)),
    ]
