"""The hub's parts on a local stack, and harvests with them, for `make serve` and for the command line."""

import contextlib
import os
import time
from collections.abc import Iterator

import boto3
from botocore.config import Config as BotoConfig

from chalicelib.config import from_environment as configured
from chalicelib.errors import EngineDown, HubError, StorageDown
from chalicelib.harvest.runner import drive
from chalicelib.json_types import Json
from chalicelib.wiring import Services
from local.progress import show_progress
from local.settings import from_environment
from local.stack import running

PAUSES = (1.0, 5.0)  # seconds before a run resumes that engine or storage, starting or busy, held up; then it fails


@contextlib.contextmanager
def open_hub() -> Iterator[Services]:
    """The parts on the stack of HUB_HOME, running or not, or on the engine that OPENSEARCH_URL names; raises
    LocalStackError.
    """
    with running(from_environment()) as stack:
        os.environ.update(stack.environment)
        services = Services(configured(stack.environment))
        prepare(services)
        yield services


def prepare(hub: Services) -> None:
    """Make aliases, run store and bucket exist."""
    hub.prepare()
    client = boto3.client("s3", config=BotoConfig(s3={"addressing_style": "path"}))
    held = [bucket["Name"] for bucket in client.list_buckets()["Buckets"]]
    if hub.config.bucket not in held:
        client.create_bucket(Bucket=hub.config.bucket)


def harvest(hub: Services, provider: str, *, dry: bool = False, rebuilds: str | None = None) -> Json:
    """Harvest one provider to the end, with progress; raises HubError."""
    with show_progress(provider) as seen:
        for pause in PAUSES:
            try:
                return drive(hub.harvest, provider, seen, dry=dry, rebuilds=rebuilds)
            except (EngineDown, StorageDown):
                time.sleep(pause)
        return drive(hub.harvest, provider, seen, dry=dry, rebuilds=rebuilds)


def rebuild_outdated(hub: Services, provider: str) -> Json | None:
    """Rebuild what the provider serves under an older mapping, from its stored records; None when there is no such."""
    outdated = hub.rebuild.outdated_run(hub.providers[provider].index, provider)
    return harvest(hub, provider, rebuilds=outdated) if outdated else None


def harvest_missing(hub: Services) -> dict[str, str]:
    """Harvest every provider that serves nothing yet, rebuild what has an older mapping; a failure delays no other."""
    failed = {}
    for name, provider in hub.providers.items():
        try:
            empty = hub.publisher.served_run(provider.index, name) is None
            run = harvest(hub, name) if empty else rebuild_outdated(hub, name)
            if run and run["state"] != "published":
                failed[name] = "; ".join(run["reasons"])
        except HubError as error:
            failed[name] = error.detail
    return failed
