"""States that last or pass: pinned and gone releases, files that are not measured yet, answers that never come."""

import json
import time
import zipfile

import pytest
import requests
from selenium.webdriver.common.keys import Keys

from local.morphology_command import measure_to_end
from tests.explorer.test_neurons import NEURON, drawing, pixels
from tests.explorer.test_tasks import MORPHOLOGIES
from tests.support.chromium import Page, settle

MEASURED = f"{MORPHOLOGIES}&morphometry.length=1.."
UNMEASURED = "/explore/search?data_type=morphology&q=011017HP2"


def get(page: Page, path: str) -> requests.Response:
    response = requests.get(page.base + path, timeout=60)
    response.raise_for_status()
    return response


def test_a_release_is_pinned_on_request_and_left_again(page):
    page.open(f"{MORPHOLOGIES}&q=CA1")
    total = page.total()
    page.click("link", "Pin this release")
    generation = get(page, "/search/dataset?size=1").json()["generation"]
    page.wait(lambda: f"release={generation}" in page.address)
    page.wait_for_text(f"Pinned to release {generation}")
    assert page.total() == total
    page.click("link", "Show today’s")
    page.wait(lambda: "release=" not in page.address)


def test_a_pinned_release_that_is_gone_says_so_and_offers_todays(page, served_hub):
    served, *older = served_hub.releases.list_readable("dataset")
    gone = older[0]
    served_hub.client.indices.delete(index=",".join(set(gone.indices) - set(served.indices)))
    path = f"search/dataset?release={gone.generation}"
    assert requests.get(f"{page.base}/{path}", timeout=60).status_code == 410
    page.open(f"{MORPHOLOGIES}&release={gone.generation}")
    assert "This release is gone" in page.find("alert").text
    page.click("link", "Show what is served today")
    assert page.total() > 0
    assert "release=" not in page.address


def test_a_file_that_is_not_measured_is_asked_for_and_its_measures_come_by_themselves(page, served_hub):
    page.open(UNMEASURED)
    page.click("link", "011017HP2")
    page.wait_for_text("The file is being fetched and measured")
    page.wait_for_text("Not measured yet")
    record = page.address.rpartition("/")[2]
    state = served_hub.measuring.work.find_state(served_hub.search.documents([record]).found[0])
    assert state["asked"] > 0
    assert measure_to_end(served_hub, "internal")
    page.wait(lambda: "Total length" in page.find("table", "Measures").text)
    drawing(page, "011017HP2")


@pytest.mark.parametrize("asked_before", [False, True], ids=["at the key", "while one types"])
def test_a_call_that_hangs_is_said_and_given_up(page, asked_before):
    page.open("/explore/")
    settle(page)
    page.driver.execute_cdp_cmd("Fetch.enable", {"patterns": [{"urlPattern": "*/search/dataset?*"}]})
    try:
        page.find("searchbox", "Search").send_keys("CA1" if asked_before else "CA1 hangs")
        if asked_before:
            page.find("option", "CA1.*")
        began = time.monotonic()
        page.keys(Keys.ENTER)
        page.wait_for_text("Still waiting for results")
        page.find("button", "Cancel")
        page.find("button", "try again")
        assert "did not answer within 14 seconds" in page.find("alert").text
        assert time.monotonic() - began < 25, "it is asked once: twice would take 28 s"
    finally:
        page.driver.execute_cdp_cmd("Fetch.disable", {})
    page.click("button", "Try again")
    page.total()


def test_back_undoes_one_step_at_a_time(page):
    page.open(MORPHOLOGIES)
    page.total()
    page.click("checkbox", r"rat \(\d+\)", within=page.find("group", "species"))
    page.wait(lambda: "species=rat" in page.address)
    page.click("button", "Table")
    page.wait(lambda: page.find("table", "Results"))
    page.click("link", "Name", within=page.find("table", "Results"))
    page.wait(lambda: "sort=name" in page.address)
    seen = [page.address]
    for gone in ("sort=name", "view=table", "species=rat"):
        page.driver.back()
        page.wait(lambda gone=gone: gone not in page.address)
        seen.append(page.address)
    assert seen[-1] == MORPHOLOGIES
    assert len(set(seen)) == 4


def test_back_shows_a_compartment_again(page):
    page.open(NEURON)
    image = drawing(page)
    whole = pixels(page, image)
    page.click("button", "Basal dendrites")
    page.wait(lambda: pixels(page, image) != whole)
    page.driver.back()
    page.wait(lambda: pixels(page, image) == whole)
    assert page.find("button", "Basal dendrites").get_attribute("aria-pressed") == "true"


def test_full_detail_draws_the_whole_file(page):
    page.open(NEURON)
    drawing(page)
    lines = get(page, "/records/neuromorpho-227/morphology.swc").text.splitlines()
    points = sum(not line.startswith("#") for line in lines)
    page.click("checkbox", "Full detail")
    page.wait_for_text(f"All {points:,} points")
    assert "detail=full" in page.address
    page.driver.back()
    page.wait(lambda: not page.find("checkbox", "Full detail").is_selected())


def test_a_recorded_trace_is_plotted(page):
    page.open("/explore/search?data_type=electrophysiology&q=95810008")
    page.click("link", "95810008")
    page.wait_for_text(r"Vm \(mV\), 5 sweeps, 0.50 s each, 2.0 kHz")
    plot = page.find("img", "Vm of 95810008")
    script = (
        "const c = arguments[0].querySelector('canvas');"
        "return new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size"
    )
    page.wait(lambda: page.driver.execute_script(script, plot) > 3, "a plot")
    assert page.refusals() == []


def test_four_neurons_are_compared(page):
    found = get(page, "/search/dataset?data_type=morphology&morphometry.length=1..&size=5").json()["items"]
    page.open("/explore/compare?ids=" + ",".join(one["id"] for one in found))
    page.wait(lambda: len(page.all("img", "3-D view of .+")) == 4)
    header = page.find("table", "Measures").find_elements("css selector", "thead th")
    assert [one.text for one in header[1:5]] == [one["name"] for one in found[:4]]
    page.click("button", f"Remove {found[0]['name']}")
    page.wait(lambda: len(page.all("img", "3-D view of .+")) == 3)


def test_a_table_is_sorted_by_a_measure(page):
    page.open(f"{MEASURED}&view=table&columns=name,morphometry.length&sort=-morphometry.length")
    table = page.find("table", "Results")
    cells = page.wait(lambda: table.find_elements("css selector", "td.numeric"))
    lengths = [float(one.text.replace(",", "")) for one in cells]
    assert len(lengths) > 1
    assert lengths == sorted(lengths, reverse=True)
    assert table.find_element("css selector", "th[aria-sort=descending]").text.startswith("Total length")


def test_a_range_of_a_measure_has_two_handles(page):
    page.open(MEASURED)
    total = page.total()
    page.find("slider", "Maximum length")
    page.find("slider", "Minimum length").send_keys(Keys.PAGE_UP, Keys.PAGE_UP)
    page.wait(lambda: "morphometry.length=1.." not in page.address)
    page.wait(lambda: 0 < page.total() < total)


def test_a_basket_too_large_for_an_address_comes_home_by_post(page):
    page.open("/explore/assets/none")
    one = {"name": "c91662", "type": "morphology", "source": "Neuromorpho"}
    kept = [{**one, "id": "neuromorpho-227"}, *({**one, "id": f"neuromorpho-99{n:04}"} for n in range(299))]
    page.driver.execute_script("localStorage.setItem('hub-basket', arguments[0])", json.dumps(kept))
    page.open("/explore/basket")
    page.wait_for_text("no longer served")
    page.click("link", "Download ZIP")
    with zipfile.ZipFile(page.downloaded("*.zip")) as archive:
        assert any(name.endswith(".swc") for name in archive.namelist())
        assert archive.read("MISSING.csv").count(b"neuromorpho-99") == 299
    page.click("link", "Download table")
    assert "neuromorpho-227" in page.downloaded("*.csv").read_text(encoding="utf-8")


def test_without_a_script_a_record_leads_to_its_page(page):
    page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page.open(NEURON)
        page.driver.find_element("link text", "this record").click()
        assert page.driver.find_element("css selector", "h1").text == "c91662"
        links = page.driver.find_elements("css selector", "a[href$='/explore/records/neuromorpho-227']")
    finally:
        page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert links


def test_who_wants_less_motion_gets_none(page):
    features = [{"name": "prefers-reduced-motion", "value": "reduce"}]
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    page.open("/explore/sources")
    switch = page.find("switch", "Dark theme")
    script = "return getComputedStyle(arguments[0].firstElementChild).transitionProperty"
    assert page.driver.execute_script(script, switch) == "none"
