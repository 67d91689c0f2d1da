"""A headless Chromium and what a page in it offers to those who cannot see it: roles and accessible names."""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

BROWSER, DRIVER = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)
LONGEST_WAIT = 60  # seconds: a loaded machine is slow
WIDE, PHONE = (1280, 900), (375, 800)
# Elements that have a role by themselves; any other must say it.
NATIVE = {
    "article": "article",
    "button": "button",
    "checkbox": "input[type=checkbox]",
    "heading": "h1,h2,h3",
    "link": "a[href]",
    "list": "ul,ol",
    "main": "main",
    "region": "section",
    "searchbox": "input[type=search]",
    "slider": "input[type=range]",
    "table": "table",
}

ALSO = {"img": "image"}  # what Chromium calls a role


class Page:
    """A page as assistive technology finds it; everything waits until it is there."""

    def __init__(self, driver: Any, base: str, downloads: Path) -> None:
        self.driver, self.base, self.downloads = driver, base, downloads

    def open(self, path: str) -> None:
        self.driver.get(self.base + path)

    def all(self, role: str, name: str = "", within: Any = None) -> list[Any]:
        """What has this role and a name that matches the whole of `name`, a regular expression, and can be seen."""
        css = ",".join(filter(None, (NATIVE.get(role), f"[role={role}]")))
        found = (within or self.driver).find_elements(By.CSS_SELECTOR, css)
        wanted = re.compile(name)
        return [
            one
            for one in found
            if one.aria_role in (role, ALSO.get(role))
            and (not name or wanted.fullmatch(one.accessible_name))
            and one.is_displayed()
        ]

    def find(self, role: str, name: str = "", within: Any = None) -> Any:
        return self.wait(lambda: next(iter(self.all(role, name, within)), None), f"{role} {name!r}")

    def click(self, role: str, name: str = "", within: Any = None) -> None:
        one = self.find(role, name, within)
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", one)
        one.click()

    def wait(self, condition: Callable[[], Any], what: str = "") -> Any:
        """What the condition gives as soon as that is something; elements that went meanwhile are looked for anew."""
        from selenium.common.exceptions import StaleElementReferenceException, WebDriverException

        waiting = WebDriverWait(self.driver, LONGEST_WAIT, ignored_exceptions=(StaleElementReferenceException,))
        try:
            return waiting.until(lambda _: condition())
        except WebDriverException as error:
            shown = self.driver.find_element(By.TAG_NAME, "body").text[:800]
            raise AssertionError(f"{what}: not on the page {self.driver.current_url}\n{shown}") from error

    def wait_for_text(self, pattern: str) -> str:
        return str(self.wait(lambda: re.search(pattern, self.text) and self.text, pattern))

    @property
    def text(self) -> str:
        return str(self.driver.find_element(By.TAG_NAME, "body").text)

    @property
    def address(self) -> str:
        return str(self.driver.current_url).removeprefix(self.base)

    def total(self) -> int:
        """The number of records found, once it is there."""
        heading = self.find("heading", r"[\d,]+ records?")
        return int(heading.text.split()[0].replace(",", ""))

    def keys(self, *keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(*keys)

    def downloaded(self, pattern: str) -> Path:
        return Path(self.wait(lambda: next(self.downloads.glob(pattern), None), f"a file {pattern}"))

    def refusals(self) -> list[str]:
        """What the policies of pages refused since it was asked last; not the icon that the browser itself asks for."""
        lines = [str(line["message"]) for line in self.driver.get_log("browser")]
        refused = [line for line in lines if "Content Security Policy" in line or "TrustedHTML" in line]
        return [line for line in refused if "/favicon.ico'" not in line]

    def use_theme(self, name: str) -> None:
        features = [{"name": "prefers-color-scheme", "value": name}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def resize(self, size: tuple[int, int]) -> None:
        shape = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size[0] < 500}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", shape)


@contextmanager
def chromium(base: str) -> Iterator[Page]:
    """A browser of its own, with a profile and a folder of downloads that go with it."""
    with TemporaryDirectory(prefix="hub-browser-", ignore_cleanup_errors=True) as folder:
        options = Options()
        options.binary_location = str(BROWSER)
        for flag in (*FLAGS, f"--user-data-dir={folder}/profile"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        driver = webdriver.Chrome(options=options, service=Service(DRIVER, env={**os.environ, "HOME": folder}))
        downloads = Path(folder) / "downloads"
        downloads.mkdir()
        allowed = {"behavior": "allow", "downloadPath": str(downloads)}
        driver.execute_cdp_cmd("Browser.setDownloadBehavior", allowed)
        page = Page(driver, base, downloads)
        page.resize(WIDE)
        try:
            yield page
        finally:
            driver.quit()


def wait_until(condition: Callable[[], Any]) -> None:
    """Ask until the condition holds; raises TimeoutException after three minutes."""
    WebDriverWait(None, 180, poll_frequency=0.2).until(lambda _: condition())


def settle(page: Page, *, quiet: float = 0.4) -> None:
    """Wait until nothing on the page is loading any more, and pictures are there."""
    script = (
        "const seen = box => box.height && box.bottom > 0 && box.top < innerHeight;"  # others are left for later
        "return !document.querySelector('[aria-busy=true], .thin-bar')"
        " && !/Loading|…\\s*$/m.test(document.querySelector('main')?.innerText ?? 'Loading')"
        " && [...document.images].every(i => i.complete || !seen(i.getBoundingClientRect()))"
    )
    page.wait(lambda: page.driver.execute_script(script), "a page at rest")
    until = time.monotonic() + quiet
    page.wait(lambda: time.monotonic() > until)
