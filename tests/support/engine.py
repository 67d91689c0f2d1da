"""The real engine: one node a test run, or the one that OPENSEARCH_URL names; each caller gets index names of its
own.
"""

import atexit
import os
import uuid
from functools import cache
from pathlib import Path

import requests

from chalicelib.config import BASE_URLS, Config, from_environment
from chalicelib.proxy.portals import PORTALS
from chalicelib.wiring import Services
from local.opensearch import start
from local.stack import SOURCES
from tests.support import s3, serverless_engine
from tests.support.index_prefixes import new_prefix, prepared_prefix
from tests.support.ram_folder import folder
from tests.support.secret_canary import CANARY

SOON = "50ms"  # how often a hub's indices are refreshed that speaks to the engine itself
SHARED = "HUB_TESTS_ENGINE"  # where the workers of one run find its node


def share() -> None:
    """Start the engine now, and name it to the processes that this one starts."""
    os.environ[SHARED] = url()


@cache
def url() -> str:
    """Where the engine answers; started at the first call, ended with the run."""
    if given := os.environ.get(SHARED) or os.environ.get("OPENSEARCH_URL"):
        return given
    home = folder("hub-engine-")
    node = start(Path(home.name), heap="1g")
    atexit.register(home.cleanup)
    atexit.register(node.stop)
    return node.url


def refresh(index: str) -> None:
    """Make what was written findable now, as the engine does by itself a second later."""
    requests.post(f"{url()}/{index}/_refresh", timeout=60).raise_for_status()


def environment(upstream: str, bucket: str, **more: str) -> dict[str, str]:
    """Settings of a hub of its own on the shared engine and storage, over the sources played at `upstream`.

    The engine is as its serverless kind shows it.
    """
    storage = s3.server()
    return {
        "OPENSEARCH_URL": serverless_engine.in_front_of(url()).url,
        "HUB_INDEX_PREFIX": more.get("HUB_INDEX_PREFIX") or new_prefix(),
        **({"HUB_REFRESH_INTERVAL": SOON} if "OPENSEARCH_URL" in more else {}),
        "HUB_BUCKET": bucket,
        "HUB_PAUSES": "0",
        "HUB_ENGINE_COPIES": "0",
        "HUB_MIRROR_URL": f"{upstream}/nexus/hosts",
        **{name: f"{upstream}/{SOURCES[name]}" for name in BASE_URLS.values()},
        **{f"PORTAL_URL_{name.upper()}": f"{upstream}/portals/{name}" for name in PORTALS},
        **{f"PORTAL_KEY_{name.upper()}": CANARY for name in PORTALS},
        "AWS_ENDPOINT_URL_S3": storage.url,
        "AWS_ACCESS_KEY_ID": storage.access_key,
        "AWS_SECRET_ACCESS_KEY": storage.secret_key,
        "AWS_DEFAULT_REGION": "us-east-1",
        **more,
    }


def hub(upstream: str, **more: str) -> Services:
    """A hub that has harvested nothing yet."""
    made = over(configured(upstream, HUB_INDEX_PREFIX=prepared_prefix(), **more))
    made.prepare()
    return made


def over(config: Config) -> Services:
    """The hub of these settings, as another process would have it; its storage is that of the tests."""
    made = Services(config)
    made.files = s3.files(config.bucket)
    return made


@cache
def bucket() -> str:
    """What the hubs of this process share."""
    return f"tests-{uuid.uuid4().hex[:8]}"


def configured(upstream: str, **more: str) -> Config:
    return from_environment(environment(upstream, bucket(), **more))
