"""One deployment for all tests of this folder, put up by `make deploy` and taken down by the last of them."""

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from chalicelib.proxy.portals import PORTALS
from replay.server import Upstream
from tests.conftest import SAMPLES
from tests.deploy import localstack
from tests.deploy.deployed.stage import STAGE, Stage
from tests.deploy.recorder import Recorder
from tests.support import engine

LINK_SECONDS = "20"
PARAMETER = f"/hippocampus-hub/{STAGE}/portal-key"


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    recorder = Recorder(engine.url()).start()
    upstream = Upstream(SAMPLES).start()
    with TemporaryDirectory(prefix="hub-localstack-") as folder:
        aws = localstack.start(Path(folder), recorder.url)
        aws.client("ssm").put_parameter(Name=PARAMETER, Value="key-in-the-store", Type="SecureString")
        made = Stage(aws, upstream, recorder, {**aws.environment, **_settings(recorder.url, upstream.url)})
        try:
            made.make("deploy")
            yield made
        finally:
            aws.process.stop()
            shutil.copy(aws.process.log, Path(".deploy") / "localstack.log")
            upstream.stop()
            recorder.stop()


def _settings(engine_url: str, upstream: str) -> dict[str, str]:
    """What differs from a deployment to AWS: where engine and sources are, and how patient we are."""
    return {
        "OPENSEARCH_URL": engine_url,
        "HUB_INDEX_PREFIX": f"deploy{uuid.uuid4().hex[:6]}-",
        "HUB_REFRESH_INTERVAL": "100ms",
        "HUB_LINK_SECONDS": LINK_SECONDS,
        "HUB_PAUSES": "0",
        "HUB_SOURCE_TRIES": "2",
        "HUB_MIRROR_URL": f"{upstream}/nexus/hosts",
        "NEUROMORPHO_URL": f"{upstream}/neuromorpho",
        "HIPPOCAMPOME_URL": f"{upstream}/hippocampome",
        "MODELDB_URL": f"{upstream}/modeldb",
        "NEXUS_URL": f"{upstream}/nexus",
        **{f"PORTAL_URL_{name.upper()}": f"{upstream}/portals/{name}" for name in PORTALS},
        **{f"PORTAL_KEY_{name.upper()}": f"ssm:{PARAMETER}" for name in PORTALS},
        "DEPLOY_WAIT": "300",
    }
