"""The explorer over all samples, in a real browser; skipped with a reason where it is not built or there is none.

Its hub is one of its own, in processes of its own: measuring the samples' files publishes them anew, and other tests
look at what is published.
"""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
import requests

from chalicelib.routes.explorer import BUILT
from chalicelib.wiring import Services
from local.hub import harvest_missing
from local.morphology_command import measure_to_end
from local.ports import LOOPBACK, free_port
from replay.server import Upstream
from tests.support import engine
from tests.support.chromium import BROWSER, DRIVER, WIDE, Page, chromium, wait_until

WORKERS = "2"


@pytest.fixture(scope="session")
def built() -> None:
    if not (BUILT / "index.html").is_file():
        pytest.skip("the explorer is not built: `make explorer`")


@pytest.fixture(scope="session")
def served_hub(built, samples) -> Iterator[Services]:
    """All samples, harvested; NeuroMorpho's neurons are measured, the hub's own are not yet."""
    if os.environ.get("EXPLORE"):
        pytest.skip("EXPLORE names a hub whose parts are out of reach")
    played = Upstream(samples).start()
    hub = engine.hub(played.url)
    assert harvest_missing(hub) == {}
    assert measure_to_end(hub, "neuromorpho")
    yield hub
    played.stop()


@pytest.fixture(scope="session")
def served(request, built) -> Iterator[str]:
    """The API over the samples at an address of its own; or that of EXPLORE, which runs already."""
    if not (BROWSER and DRIVER):
        pytest.skip("no Chromium with its driver on this machine")
    if running := os.environ.get("EXPLORE"):
        yield running.rstrip("/")
        return
    hub, port = request.getfixturevalue("served_hub"), free_port()
    command = [sys.executable, "-m", "local.workers", str(port), WORKERS]
    server = subprocess.Popen(command, env={**os.environ, **hub.config.environ})
    wait_until(lambda: _answers(f"http://{LOOPBACK}:{port}/health"))
    yield f"http://{LOOPBACK}:{port}"
    server.terminate()
    server.wait()


def _answers(url: str) -> bool:
    try:
        return requests.get(url, timeout=60).ok
    except requests.ConnectionError:
        return False


@pytest.fixture(scope="session")
def browser(served) -> Iterator[Page]:
    with chromium(served) as page:
        yield page


@pytest.fixture
def page(browser) -> Page:
    """The browser as a first-time visitor has it: nothing stored, wide, light."""
    browser.open("/explore/assets/none")
    browser.driver.execute_script("localStorage.clear(); sessionStorage.clear()")
    browser.driver.get_log("browser")
    browser.resize(WIDE)
    browser.use_theme("light")
    for file in browser.downloads.iterdir():
        file.unlink()
    return browser
