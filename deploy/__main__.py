"""`python -m deploy up|down|package`: what `make deploy`, `make destroy` and `make package` run. STAGE says which
stage.
"""

import argparse
import sys
from typing import Any

import boto3
import click

from deploy import engine, harvests, layer, retained, secrets
from deploy.application import Application, address, throttle
from deploy.package import build, require_python
from deploy.settings import CHECKOUT, Settings, from_environment, stage_of_api
from deploy.stack import Stack

READERS = ("api_handler", "publish_freshness_metrics")  # functions that change nothing in the engine
ENGINE_TRIES = {"es": 1, "aoss": 12}  # a serverless engine needs up to a minute to know a new data access policy


def main() -> int:
    commands = {"up": up, "down": down, "package": package}
    parser = argparse.ArgumentParser(prog="python -m deploy", description=__doc__)
    parser.add_argument("command", choices=commands)
    command = commands[parser.parse_args().command]
    try:
        require_python()
        command(from_environment())
    except click.ClickException as error:
        print(f"deploy: {error.message}", file=sys.stderr)
        return 1
    return 0


def up(settings: Settings) -> None:
    """Put the stage up, or bring it up to date; then one run per provider, where nothing is served yet."""
    stack = Stack(_client("cloudformation"), settings.stage)
    given = {"RestApiStage": stage_of_api(settings.stage), **settings.engine}
    if settings.alarm_email is not None:
        given["AlarmEmail"] = settings.alarm_email
    print(f"template: {stack.name}", flush=True)
    outputs = stack.put(given)
    environment = {**secrets.keep(_client("ssm"), settings.stage), **settings.fed(outputs)}
    environment.setdefault("MEASURE_LAYER_ARN", _layer(settings, outputs["HubBucket"]))
    made = Application(_client("s3"), outputs["HubBucket"], settings.stage).deploy(environment)
    api = made["rest_api"]["rest_api_id"]
    url = address(made["rest_api"], settings.environ.get("AWS_ENDPOINT_URL"))
    rate, burst = outputs["RequestRate"], outputs["RequestBurst"]
    throttle(_client("apigateway"), api, stage_of_api(settings.stage), rate=rate, burst=burst)
    stack.put({"RestApiId": api})
    _give_roles(outputs, environment, settings, made)
    _first_harvests(settings, made, url, tries=ENGINE_TRIES[outputs["OpensearchService"]])


def _layer(settings: Settings, bucket: str) -> str:
    """What the function that measures carries; one given by hand wins."""
    given = settings.environ.get("MEASURE_LAYER_ARN")
    return given or layer.publish(_client("lambda"), _client("s3"), bucket, settings.stage, CHECKOUT)


def package(settings: Settings) -> None:
    """Make the package that would be deployed, and say where it lies, how large it is and its digest."""
    print(build(CHECKOUT))


def down(settings: Settings) -> None:
    """Take the stage down with all that it holds; raises NotDeployable for prod without its CONFIRM."""
    settings.require_confirmed()
    stack = Stack(_client("cloudformation"), settings.stage)
    outputs, s3 = stack.outputs(), _client("s3")
    Application(s3, outputs["HubBucket"], settings.stage).delete(settings.fed(outputs))
    print(f"layer: {layer.delete(_client('lambda'), settings.stage)} versions deleted", flush=True)
    buckets = [outputs[name] for name in ("HubBucket", "SnapshotsBucket") if name in outputs]
    for bucket in buckets:
        print(f"{bucket}: {retained.empty_bucket(s3, bucket)} objects deleted", flush=True)
    secrets.forget(_client("ssm"), settings.stage)
    stack.delete()
    for bucket in buckets:
        retained.delete_bucket(s3, bucket)
    if retained.delete_domain(_client("opensearch"), stack.name):
        print(f"{stack.name}: the search engine's domain is deleted", flush=True)
    if outputs["OpensearchService"] == "aoss" and retained.delete_collection(
        _client("opensearchserverless"), stack.name
    ):
        print(f"{stack.name}: the search engine's collection is deleted", flush=True)
    print(f"{stack.name} is gone", flush=True)


def _give_roles(outputs: dict[str, str], environment: dict[str, str], settings: Settings, made: Any) -> None:
    if outputs["OpensearchService"] == "aoss":
        print("engine: serverless; the template gives the functions their access", flush=True)
        return
    client = _client("sts")
    url, prefix = environment["OPENSEARCH_URL"], environment.get("HUB_INDEX_PREFIX", "")
    master = engine.as_master(client, outputs["EngineAdminArn"], url, client.meta.region_name)
    arns = {name.removesuffix("_role"): one["role_arn"] for name, one in made.items() if name.endswith("_role")}
    owners = {
        "hub_reader": [arn for function, arn in arns.items() if function in READERS],
        "hub_harvester": [arn for function, arn in arns.items() if function not in READERS],
    }
    if not engine.give_roles(master, owners, prefix):
        print("engine: it has no security plugin, so no roles are given", flush=True)
        return
    snapshots = outputs["SnapshotsBucket"], client.meta.region_name, outputs["EngineSnapshotsArn"]
    engine.schedule_snapshots(master, *snapshots, prefix)
    print("engine: roles given, daily snapshots scheduled", flush=True)


def _first_harvests(settings: Settings, made: Any, url: str, *, tries: int) -> None:
    if harvests.all_served(url):
        print(f"harvests: every source is served already, the schedule goes on\nready: {url}", flush=True)
        return
    harvests.start(_client("lambda"), made["start_harvests"]["lambda_arn"], tries=tries)
    print(f"harvests: started; {url}harvests tells how far they are", flush=True)
    if settings.wait and not harvests.watch(url, settings.wait, lambda line: print(line, flush=True)):
        print("harvests: nothing is published yet; they go on by themselves", flush=True)
    print(f"ready: {url}", flush=True)


def _client(service: str) -> Any:
    return boto3.client(service)  # region, profile and endpoint are those of the AWS command line


if __name__ == "__main__":
    sys.exit(main())
