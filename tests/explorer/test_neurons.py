"""Neurons in 3-D, side by side, and the matrix: what a visitor sees that has no text."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.support.chromium import Page

NEURON = "/explore/records/neuromorpho-227"


def pixels(page: Page, image) -> str:
    return str(page.driver.execute_script("return arguments[0].toDataURL()", image))


def drawing(page: Page, name: str = "c91662"):
    """The canvas once something is drawn on it."""
    image = page.find("img", f"3-D view of {name}")
    script = (
        "const d = arguments[0].getContext('2d').getImageData(0, 0, arguments[0].width, arguments[0].height).data;"
        "return new Set(new Uint32Array(d.buffer)).size"
    )
    page.wait(lambda: page.driver.execute_script(script, image) > 3, "a drawing")
    return image


def test_a_neuron_turns_by_mouse_and_by_keys_and_comes_back(page):
    page.open(NEURON)
    image = drawing(page)
    seen = [pixels(page, image)]
    ActionChains(page.driver).drag_and_drop_by_offset(image, 120, 30).perform()
    page.wait(lambda: pixels(page, image) not in seen)
    page.wait(lambda: "turn=" in page.address)
    seen.append(pixels(page, image))
    image.send_keys(Keys.ARROW_LEFT)
    page.wait(lambda: pixels(page, image) not in seen)
    page.click("button", "Reset view")
    page.wait(lambda: pixels(page, image) == seen[0])


def test_compartments_go_off_and_on_and_stand_in_the_address(page):
    page.open(NEURON)
    image = drawing(page)
    whole = pixels(page, image)
    part = page.all("button", "Basal dendrites|Apical dendrites|Axon")[0].accessible_name
    page.click("button", part)
    page.wait(lambda: pixels(page, image) != whole)
    assert "hide=" in page.address
    page.driver.refresh()
    image = drawing(page)
    assert page.find("button", part).get_attribute("aria-pressed") == "false"
    page.click("button", part)
    page.wait(lambda: pixels(page, image) == whole)


def test_a_picture_is_saved(page):
    page.open(NEURON)
    drawing(page)
    page.click("button", "Save picture")
    assert page.downloaded("c91662.png").read_bytes().startswith(b"\x89PNG")


def test_measures_stand_beside_the_neuron(page):
    page.open(NEURON)
    table = page.find("table", "Measures")
    page.wait(lambda: "Total length" in table.text)


def test_two_neurons_are_compared_to_one_scale_and_turn_together(page):
    page.open("/explore/search?data_type=morphology&morphometry.length=1..&sort=name")
    found = page.wait(lambda: page.all("article", within=page.find("list", "Results")))
    ids = [one.find_element("css selector", "h2 a").get_attribute("href").rpartition("/")[2] for one in found[:2]]
    page.open(f"/explore/compare?ids={','.join(ids)}")
    images = page.wait(lambda: len(page.all("img", "3-D view of .+")) == 2 and page.all("img", "3-D view of .+"))
    for image in images:
        drawing(page, image.accessible_name.removeprefix("3-D view of "))
    before = [pixels(page, image) for image in images]
    images[0].send_keys(Keys.ARROW_RIGHT)
    page.wait(lambda: all(pixels(page, image) != one for image, one in zip(images, before, strict=True)))
    header = page.find("table", "Measures").find_elements("css selector", "thead th")
    assert len(header) == 4


def test_a_cell_of_the_matrix_leads_to_what_it_counts(page):
    page.open("/explore/connections")
    table = page.find("table", "Connections")
    link = page.find("link", "CA3 to CA1: .+", within=table)
    count = int(link.accessible_name.rpartition(" ")[2])
    link.click()
    assert page.total() == count
    page.driver.back()
    page.find("table", "Connections")


def test_the_matrix_has_one_tab_stop_and_arrows_within(page):
    page.open("/explore/connections?by=soma_region")
    table = page.find("table", "Connections")
    stops = table.find_elements("css selector", "a[tabindex='0']")
    assert len(stops) == 1
    page.driver.execute_script("arguments[0].focus()", stops[0])
    page.keys(Keys.ARROW_DOWN)
    now = page.driver.switch_to.active_element
    assert now.accessible_name != stops[0].accessible_name
    assert len(table.find_elements("css selector", "a[tabindex='0']")) == 1
    name, count = now.accessible_name.rsplit(": ", 1)
    page.keys(Keys.ENTER)
    assert page.total() == int(count), name
