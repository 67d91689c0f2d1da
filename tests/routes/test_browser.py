"""A real browser on another origin: it searches, narrows down and downloads, as the frontend does."""

import functools
import os
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from tests.support.chromium import BROWSER, DRIVER, FLAGS
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
def browser():
    with TemporaryDirectory(prefix="hub-browser-") as folder:
        options = Options()
        options.binary_location = str(BROWSER)
        for flag in (*FLAGS, f"--user-data-dir={folder}/profile"):
            options.add_argument(flag)
        driver = webdriver.Chrome(options=options, service=Service(DRIVER, env={**os.environ, "HOME": folder}))
        driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": folder})
        yield driver, Path(folder)
        driver.quit()


@pytest.fixture
def done(browser, page, served):
    """The page after one action: the result that it shows."""

    driver, _ = browser

    def act(what):
        driver.get(f"{page}?api={served}&do={what}")
        WebDriverWait(driver, 20).until(lambda one: one.find_element("id", "done").text)
        return driver.find_element("id", "done").text

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
    driver, folder = browser
    driver.find_element("id", "link").click()
    WebDriverWait(driver, 20).until(lambda _: list(folder.glob("*.zip")))
    [file] = folder.glob("*.zip")
    assert file.name.startswith("hippocampus-hub-")


def test_the_terms_can_be_framed_by_another_origin_and_no_other_page_can(done, browser):
    driver, _ = browser
    shown = {}
    for path in ("/neuro_morpho/useterm.jsp", "/apidocs"):
        done(f"frame&path={path}")
        driver.switch_to.frame(driver.find_element("tag name", "iframe"))
        shown[path] = "Data of NeuroMorpho" in driver.page_source or "swagger" in driver.page_source
        driver.switch_to.default_content()
    assert shown == {"/neuro_morpho/useterm.jsp": True, "/apidocs": False}


def test_the_page_to_try_the_api_works_under_its_policy(browser, served):
    driver, _ = browser
    driver.get_log("browser")  # what earlier pages left there
    driver.get(f"{served}/apidocs")
    WebDriverWait(driver, 20).until(lambda one: one.find_elements("css selector", ".swagger-ui .opblock-summary-path"))
    assert driver.find_element("css selector", ".swagger-ui .title").text.startswith("Hippocampus Hub API")
    refused = [line["message"] for line in driver.get_log("browser") if "Content Security Policy" in line["message"]]
    assert refused == []


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        """Say nothing."""
