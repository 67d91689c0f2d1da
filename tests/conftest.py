"""What all tests share: recordings, the replayed sources, the engine, and one hub that has harvested all samples."""

import fcntl
import logging
import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from werkzeug.test import Client

from chalicelib import wiring
from chalicelib.wiring import Services
from local.hub import harvest_missing, prepare
from replay.server import Upstream
from tests.support import engine, index_prefixes, s3, secret_canary

SAMPLES = Path(__file__).parent / "recorded"
# The longest first, so that none is left at the end.
LONGEST = (
    "tests/explorer/",
    "tests/routes/test_openapi.py",
    "tests/harvest/test_faults.py",
    "tests/harvest/test_kill.py",
    "tests/local/test_stack.py",
    "tests/harvest/",
)
# How long an example takes is the machine's affair, never a reason to fail.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """One engine and one storage a run, however many workers share its tests."""
    if getattr(config.option, "numprocesses", None) and not hasattr(config, "workerinput"):
        engine.share()
        s3.share()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """A file's tests run on one worker; all of the explorer's on the same, which serves and opens a browser once."""
    if config.getvalue("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class ByServedStack(LoadFileScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            return "tests/explorer" if nodeid.startswith("tests/explorer/") else str(super()._split_scope(nodeid))

    return ByServedStack(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files come first; what opens a browser is slow."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("slow")
    items.sort(key=lambda item: [not item.nodeid.startswith(one) for one in LONGEST])


@pytest.fixture(scope="session", autouse=True)
def no_key_stays_behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """After the whole suite: the key of all portals is in no log line and in no stored object."""
    folder = tmp_path_factory.mktemp("log")
    handler = secret_canary.log_to(folder / "everything.log")
    yield
    logging.getLogger().removeHandler(handler)
    handler.close()
    assert list(secret_canary.places(folder, Path(s3.server().folder))) == []


@pytest.fixture(autouse=True)
def indices_go_with_their_test() -> Iterator[None]:
    """What a test put on the shared engine is deleted some time after it; what whole modules share stays."""
    before = set(index_prefixes.given)
    yield
    index_prefixes.forget([one for one in index_prefixes.given if one not in before], engine.url)


@pytest.fixture(scope="session")
def recordings() -> Path:
    """The folder of recorded sources, beside the checkout or where UPSTREAM says."""
    folder = Path(os.environ.get("UPSTREAM") or Path(__file__).parents[2] / "shared" / "upstream")
    if not folder.is_dir():
        pytest.skip(f"no recordings at {folder}")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """Our own tables of facts, laid out as recordings."""
    return SAMPLES


@pytest.fixture(scope="session")
def sources(samples: Path) -> Path:
    """What `upstream` plays; the tests of a folder may want less."""
    return samples


@pytest.fixture
def upstream(sources: Path) -> Iterator[Upstream]:
    """The played sources, well behaved until told otherwise."""
    played = Upstream(sources).start()
    yield played
    played.stop()


@pytest.fixture
def hub(upstream: Upstream) -> Services:
    """A hub that has harvested nothing yet, over `upstream`."""
    return engine.hub(upstream.url)


@pytest.fixture(scope="session")
def full_hub() -> Iterator[Services]:
    """The process's own hub, with all samples harvested; nobody changes it. The first worker of a run harvests for
    all.
    """
    played = Upstream(SAMPLES).start()
    kept = dict(os.environ)
    prefix = f"full-{os.environ.get('PYTEST_XDIST_TESTRUNUID', uuid.uuid4().hex)[:8]}-"
    os.environ.update(engine.environment(played.url, f"full-{uuid.uuid4().hex[:8]}", HUB_INDEX_PREFIX=prefix))
    wiring.services.cache_clear()
    hub = wiring.services()
    with (Path(s3.server().folder) / "full-hub.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        prepare(hub)
        assert harvest_missing(hub) == {}
    yield hub
    wiring.services.cache_clear()
    os.environ.clear()
    os.environ.update(kept)
    played.stop()


@pytest.fixture(scope="session")
def api(full_hub: Services) -> Client:
    """The API over all samples, through the gateway's emulation."""
    from local.workers import wsgi

    return Client(wsgi)
