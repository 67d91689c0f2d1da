"""A stage that was deployed as ops deploy it: what the tests ask it, and what they do to it."""

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import requests

from local.settings import CHECKOUT
from replay.server import Upstream
from tests.deploy.localstack import LocalStack
from tests.deploy.recorder import Recorder

STAGE = "dev"
PROVIDERS = ("neuromorpho", "hippocampome", "model_db", "internal")
QUICK_RULE = "every-minute"
REQUEST_BUDGET = 240.0  # seconds; everything waited for here takes a few, on a busy machine a minute


@dataclass
class Stage:
    """The deployed stage and everything around it."""

    aws: LocalStack
    upstream: Upstream
    engine: Recorder
    environment: dict[str, str]
    said: list[str] = field(default_factory=list)
    first: dict[str, str | None] = field(default_factory=dict)  # the runs served when the schedule was quickened

    def make(self, target: str) -> str:
        """Run a make target as ops do, and hand out what it said."""
        inherited = {
            name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "MAKE", "OPENS"))
        }
        command = ["make", "--no-print-directory", target, f"STAGE={STAGE}"]
        environment = {**inherited, **self.environment}
        done = subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False)
        self.said.append(done.stdout + done.stderr)
        assert done.returncode == 0, self.said[-1]
        return self.said[-1]

    @cached_property
    def url(self) -> str:
        api = self.aws.client("apigateway").get_rest_apis()["items"]
        return f"{self.aws.url}/_aws/execute-api/{api[0]['id']}/{STAGE}"

    def get(self, path: str, **more: Any) -> requests.Response:
        return requests.get(self.url + path, timeout=60, **more)

    def post(self, path: str, body: Any) -> requests.Response:
        return requests.post(self.url + path, json=body, timeout=60)

    def served(self, provider: str) -> str | None:
        """The run of `provider` that is served."""
        found = next(one for one in self.get("/harvests").json()["harvests"] if one["provider"] == provider)
        return found["served"]["run"] if found["served"] else None

    def quicken(self) -> None:
        """Send the schedule's event to the schedule's target every minute instead of every Sunday."""
        events = self.aws.client("events")
        rule = next(one["Name"] for one in events.list_rules()["Rules"] if "start_harvests" in one["Name"])
        self.first = {provider: self.served(provider) for provider in PROVIDERS}
        events.put_rule(Name=QUICK_RULE, ScheduleExpression="rate(1 minute)")
        events.put_targets(Rule=QUICK_RULE, Targets=events.list_targets_by_rule(Rule=rule)["Targets"])

    def calm(self) -> None:
        """Back to every Sunday; what was started ends by itself."""
        events = self.aws.client("events")
        targets = events.list_targets_by_rule(Rule=QUICK_RULE)["Targets"]
        events.remove_targets(Rule=QUICK_RULE, Ids=[one["Id"] for one in targets])
        events.delete_rule(Name=QUICK_RULE)
        until(lambda: all(one["latest"]["state"] == "published" for one in self.get("/harvests").json()["harvests"]))

    def outputs(self) -> dict[str, str]:
        stacks = self.aws.client("cloudformation").describe_stacks(StackName=f"hippocampus-hub-{STAGE}")["Stacks"]
        return {one["OutputKey"]: one["OutputValue"] for one in stacks[0]["Outputs"]}


def until(look: Callable[[], Any], *, within: float = REQUEST_BUDGET) -> Any:
    """What `look` says as soon as it is something; fails when it never is."""
    end = time.monotonic() + within
    while not (seen := look()):
        assert time.monotonic() < end, f"nothing came of it within {within:.0f} s"
        time.sleep(0.5)
    return seen
