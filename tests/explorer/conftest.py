"""The explorer over all samples, in a real browser; skipped with a reason where it is not built or there is none."""

import threading
from collections.abc import Iterator

import pytest
from werkzeug.serving import make_server

from chalicelib.routes.explorer import BUILT
from tests.support.chromium import BROWSER, DRIVER, WIDE, Page, chromium


@pytest.fixture(scope="session")
def built() -> None:
    if not (BUILT / "index.html").is_file():
        pytest.skip("the explorer is not built: `make explorer`")


@pytest.fixture(scope="session")
def served(full_hub) -> Iterator[str]:
    """The API at an address of its own, over HTTP; browsers hold idle connections open, so each has a thread."""
    from local.workers import wsgi

    lock = threading.Lock()  # Chalice answers one request at a time

    def one_at_a_time(environ, start_response):
        with lock:
            return wsgi(environ, start_response)

    server = make_server("127.0.0.1", 0, one_at_a_time, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser(built, served) -> Iterator[Page]:
    if not (BROWSER and DRIVER):
        pytest.skip("no Chromium with its driver on this machine")
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
