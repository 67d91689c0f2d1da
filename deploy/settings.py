"""What the outside may set for a deployment: read once, here and nowhere else in `deploy/` (but for Chalice's own
environment).
"""

import json
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click

CHECKOUT = Path(__file__).resolve().parents[1]
STAGES = ("dev", "prod")
ENGINES = ("domain", "serverless")
NODES = ("1", "2", "3", "4", "6", "9")  # two zones hold an even number, three a multiple of three; t3 takes ten at most
CHALICE = Path(sys.executable).with_name("chalice")
OUTPUTS = {
    "OPENSEARCH_URL": "OpensearchUrl",
    "OPENSEARCH_SERVICE": "OpensearchService",
    "ENGINE_ARN": "EngineArn",
    "HUB_BUCKET": "HubBucket",
    "HARVEST_QUEUE_URL": "HarvestQueueUrl",
    "HARVEST_QUEUE_ARN": "HarvestQueueArn",
    "HARVEST_DEAD_QUEUE_URL": "DeadLettersUrl",
    "MEASURE_QUEUE_URL": "MeasureQueueUrl",
    "MEASURE_QUEUE_ARN": "MeasureQueueArn",
    "MEASURE_DEAD_QUEUE_URL": "MeasureDeadLettersUrl",
}


class NotDeployable(click.ClickException):
    """The reason why this cannot be deployed as it is; Chalice's command line prints it without a traceback."""


@dataclass(frozen=True)
class Settings:
    """One deployment. `environ` is what Chalice's command line inherits."""

    stage: str
    environ: Mapping[str, str]
    alarm_email: str | None
    wait: float  # seconds until we no longer watch the first harvests
    confirmed: str = ""  # the stage that may be destroyed
    engine: Mapping[str, str] = field(default_factory=dict)  # the template's parameters, if any is given

    def require_confirmed(self) -> None:
        """Raises NotDeployable without confirmation; dev can be recreated at any time."""
        if self.stage not in ("dev", self.confirmed):
            raise NotDeployable(
                f"This deletes all of {self.stage}. If you mean it: make destroy STAGE={self.stage}"
                f" CONFIRM={self.stage}"
            )

    def fed(self, outputs: Mapping[str, str]) -> dict[str, str]:
        """The environment of `chalice deploy`: the stack's outputs, but what was given by hand wins."""
        read = {name: outputs[output] for name, output in OUTPUTS.items()}
        given = {name: value for name, value in self.environ.items() if value}
        return {**read, **given, "PYTHONDONTWRITEBYTECODE": "1"}


def from_environment(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings; raises NotDeployable naming the variable that cannot be used."""
    env = os.environ if environ is None else environ
    stage = env.get("STAGE") or "dev"
    if stage not in STAGES:
        raise NotDeployable(f"STAGE: {stage!r} is none of {', '.join(STAGES)}.")
    wait = env.get("DEPLOY_WAIT") or "600"
    if not re.fullmatch(r"\d{1,5}", wait):
        raise NotDeployable(f"DEPLOY_WAIT: {wait!r} is not a number of seconds.")
    return Settings(
        stage=stage,
        environ=dict(env),
        alarm_email=env.get("ALARM_EMAIL"),
        wait=float(wait),
        confirmed=env.get("CONFIRM") or "",
        engine=_engine(env),
    )


def _engine(env: Mapping[str, str]) -> dict[str, str]:
    """Parameters of the template; what is not given stays as the stack has it."""
    kind, nodes = env.get("ENGINE"), env.get("ENGINE_NODES")
    if kind and kind not in ENGINES:
        raise NotDeployable(f"ENGINE: {kind!r} is none of {', '.join(ENGINES)}.")
    if nodes and kind == "serverless":
        raise NotDeployable("ENGINE_NODES: a serverless engine has no nodes; leave it out.")
    if nodes and nodes not in NODES:
        raise NotDeployable(f"ENGINE_NODES: {nodes!r} is none of {', '.join(NODES)}: each zone has as many.")
    given = {"EngineKind": kind, "EngineNodes": nodes}
    return {name: value for name, value in given.items() if value}


def stage_of_api(stage: str) -> str:
    """How the API's own stage is called."""
    config = json.loads((CHECKOUT / ".chalice" / "config.json").read_text(encoding="utf-8"))
    return str(config["stages"][stage]["api_gateway_stage"])
