"""A real browser on another origin: it searches, narrows down and downloads, as the frontend does."""

import functools
import re
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.support.chromium import BROWSER, DRIVER, chromium
from tests.support.http_server import serve_application

PAGE = Path(__file__).parent / "browser"

pytestmark = pytest.mark.skipif(not (BROWSER and DRIVER), reason="no Chromium with its driver on this machine")


@pytest.fixture(scope="module")
def served(full_hub):
    """The API at an address of its own, over HTTP; browsers hold idle connections open, so each has a thread."""
    with serve_application() as address:
        yield address


@pytest.fixture(scope="module")
def page():
    """The test page, at another origin."""
    handler = functools.partial(_Quiet, directory=str(PAGE))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/index.html"
    server.shutdown()


@pytest.fixture(scope="module")
def browser(served):
    with chromium(served) as page:
        yield page


@pytest.fixture
def done(browser, page, served):
    """The page after one action: the result that it shows."""

    driver = browser.driver

    def act(what):
        driver.get(f"{page}?api={served}&do={what}")
        return browser.wait(lambda: driver.find_element("id", "done").text, what)

    return act


def test_a_search_is_answered_across_origins(done):
    assert done("search") == "c91662"


def test_a_filter_narrows_a_search(done):
    assert done("filter") == "CA3"


def test_an_error_can_be_read(done):
    assert done("error") == "400 filters: there is no filter 'specie'. Did you mean 'species'?"


def test_a_file_can_be_read_after_the_redirect_to_another_origin(done):
    assert done("read").startswith("# c91662: synthetic")


def test_a_download_opened_as_a_plain_link_ends_in_a_file_with_a_readable_name(done, browser):
    done("link")
    browser.driver.find_element("id", "link").click()
    assert browser.downloaded("*.zip").name.startswith("hippocampus-hub-")


def test_the_terms_can_be_framed_by_another_origin_and_no_other_page_can(done, browser):
    driver = browser.driver
    shown = {}
    for path in ("/neuro_morpho/useterm.jsp", "/apidocs"):
        done(f"frame&path={path}")
        driver.switch_to.frame(driver.find_element("tag name", "iframe"))
        shown[path] = "Data of NeuroMorpho" in driver.page_source or "swagger" in driver.page_source
        driver.switch_to.default_content()
    assert shown == {"/neuro_morpho/useterm.jsp": True, "/apidocs": False}


@pytest.fixture(scope="module")
def operations(browser):
    """The page to try the API with, where each operation can be executed as it is offered."""
    browser.refusals()  # what earlier pages left there
    browser.open("/apidocs")
    assert browser.wait_for_text("Hippocampus Hub API")
    browser.wait(lambda: browser.driver.find_elements("css selector", ".opblock"), "operations")

    def execute(name):
        block = browser.driver.find_element("css selector", f"[id^=operations-][id$='-{name}']")
        block.find_element("css selector", ".opblock-summary-control").click()
        browser.wait(lambda: block.find_elements("css selector", ".execute"), f"{name}: a button")[0].click()
        answer = ".live-responses-table tbody .response"
        shown = browser.wait(lambda: block.find_elements("css selector", answer), f"{name}: an answer")[0].text
        block.find_element("css selector", ".opblock-summary-control").click()
        return shown

    return execute


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        ("search", r"200.*\"total\": [1-9]"),
        ("getRecord", r"200.*\"neuromorpho-227\""),
        ("exportByBody", r"200.*Download file.*hippocampus-hub-dataset"),
        ("downloadFile", r"200.*Download file"),  # after a redirect to the storage
    ],
)
def test_what_the_page_to_try_the_api_offers_finds_something_at_first_touch(operations, operation, expected):
    assert re.match(expected, operations(operation), re.DOTALL)


def test_the_page_to_try_the_api_keeps_to_its_policy(operations, browser):
    assert browser.refusals() == []


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        """Say nothing."""
