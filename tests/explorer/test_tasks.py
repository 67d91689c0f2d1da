"""What a visitor does in the explorer, in a real browser, by the names that assistive technology finds."""

import zipfile

from selenium.webdriver.common.keys import Keys

from tests.support.chromium import PHONE, Page, settle

MORPHOLOGIES = "/explore/search?data_type=morphology"


def names(page: Page) -> list[str]:
    return [one.accessible_name for one in page.all("article", within=page.find("list", "Results"))]


def test_a_search_from_the_front_page_ends_at_a_record(page):
    page.open("/explore/")
    page.find("searchbox", "Search").send_keys("c91662", Keys.ENTER)
    assert page.total() == 1
    page.click("link", "c91662")
    page.find("heading", "c91662")
    assert page.address == "/explore/records/neuromorpho-227"
    assert page.refusals() == []


def test_results_are_asked_for_while_one_types_and_once_only(page):
    page.open(MORPHOLOGIES)
    everything = page.total()
    asked = (
        "return performance.getEntriesByType('resource').filter(one => one.responseEnd"
        " && /search.dataset.*q=granule&facets=none/.test(one.name)).length"
    )
    page.find("searchbox", "Search").send_keys("granule")
    page.wait(lambda: page.driver.execute_script(asked) == 1, "results of what stands in the field")
    assert (page.total(), "granule" in page.address) == (everything, False), "they are shown when they are wanted"
    page.keys(Keys.ENTER)
    page.wait(lambda: 0 < page.total() < everything)
    settle(page)
    assert "q=granule" in page.address
    assert page.driver.execute_script(asked) == 1


def test_what_was_understood_is_shown_and_a_removed_piece_stays_as_text(page):
    page.open(f"{MORPHOLOGIES}&q=rat+CA1")
    region = page.find("region", "Understood")
    assert "Region: CA1" in region.text
    page.click("button", "Remove rat.*", within=region)
    page.wait(lambda: "%22rat%22" in page.address)
    page.wait(lambda: "Species" not in page.find("region", "Understood").text)
    assert page.find("searchbox", "Search").get_attribute("value") == '"rat" CA1'
    page.driver.refresh()
    page.wait(lambda: "Region: CA1" in page.find("region", "Understood").text)
    assert "Species" not in page.find("region", "Understood").text
    page.driver.back()
    page.wait(lambda: "Species" in page.find("region", "Understood").text)


def test_a_facet_narrows_and_back_undoes_it(page):
    page.open(MORPHOLOGIES)
    total = page.total()
    group = page.find("group", "species")
    box = page.find("checkbox", r"rat \([\d,]+\)", within=group)
    count = int(box.accessible_name.split("(")[1].rstrip(")"))
    box.click()
    page.wait(lambda: page.total() == count)
    assert "species=rat" in page.address
    page.driver.back()
    page.wait(lambda: page.total() == total)
    assert not page.find("checkbox", r"rat \([\d,]+\)").is_selected()


def test_a_range_narrows(page):
    page.open(MORPHOLOGIES)
    total = page.total()
    page.find("group", "soma surface")
    if not page.all("slider", "Minimum soma surface"):
        page.click("button", "(?i)soma surface.*")
    page.find("slider", "Minimum soma surface").send_keys(Keys.PAGE_UP)
    page.wait(lambda: "soma_surface=" in page.address)
    page.wait(lambda: 0 < page.total() < total)


def test_more_results_are_a_button_and_an_address(page):
    page.open(MORPHOLOGIES)
    first = len(page.wait(lambda: names(page)))
    page.click("button", "More results")
    page.wait(lambda: len(names(page)) > first)
    page.driver.refresh()
    page.wait(lambda: len(names(page)) > first)
    page.driver.back()
    page.wait(lambda: len(names(page)) == first)


def test_the_table_has_chosen_columns_and_sorts(page):
    page.open(MORPHOLOGIES)
    page.click("button", "Table")
    table = page.find("table", "Results")
    page.click("link", "Name", within=table)
    page.wait(lambda: "sort=name" in page.address)
    page.driver.find_element("css selector", "details.menu summary").click()
    page.click("checkbox", "Strain")
    page.wait(lambda: "Strain" in page.find("table", "Results").text)
    assert "columns=" in page.address
    page.click("button", "Cards")
    page.wait(lambda: names(page))


def test_a_permalink_shows_the_same_in_a_new_window(page):
    page.open(f"{MORPHOLOGIES}&q=CA1&species=rat&view=table&columns=name,species&sort=name")
    total, address = page.total(), page.address
    rows = page.find("table", "Results").text
    page.driver.switch_to.new_window("window")
    try:
        page.open(address)
        assert page.total() == total
        page.wait(lambda: page.find("table", "Results").text == rows)
    finally:
        page.driver.close()
        page.driver.switch_to.window(page.driver.window_handles[0])


def test_a_typo_is_offered_as_a_link(page):
    page.open(f"{MORPHOLOGIES}&q=interneruon")
    page.wait_for_text("interneruon → interneuron")
    page.click("link", "interneuron")
    page.wait(lambda: page.address.endswith("q=interneuron"))


def test_nothing_found_says_what_can_be_dropped(page):
    page.open(f"{MORPHOLOGIES}&q=zzzzqqq&species=rat")
    page.wait_for_text("Nothing is found")
    page.click("link", "without .zzzzqqq.")
    page.wait(lambda: page.total() > 0)


def test_the_basket_survives_a_reload_and_comes_home_as_an_archive(page):
    page.open(f"{MORPHOLOGIES}&q=c91662")
    page.click("button", "Add to basket")
    page.driver.refresh()
    page.find("button", "✓ In basket")
    page.click("link", r"Basket \(1\)")
    page.click("link", "Download ZIP")
    with zipfile.ZipFile(page.downloaded("*.zip")) as archive:
        assert any(name.endswith(".swc") for name in archive.namelist())
        assert archive.testzip() is None
    page.click("button", "Remove c91662")
    page.wait_for_text("Nothing is in it yet")


def test_a_call_is_copied_without_the_explorers_own_parameters(page):
    page.driver.execute_cdp_cmd(
        "Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    )
    page.open(f"{MORPHOLOGIES}&q=CA1&view=table&columns=name&shown=48")
    page.total()
    page.click("button", "Copy as curl")
    page.wait_for_text("✓ curl")
    copied = page.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert copied == f"curl -s '{page.base}/search/dataset?data_type=morphology&q=CA1'"


def test_the_keyboard_alone_leads_to_a_record_and_the_basket(page):
    page.open("/explore/")
    page.find("searchbox", "Search")
    for _ in range(12):
        page.keys(Keys.TAB)
        if page.driver.switch_to.active_element.accessible_name == "Search":
            break
    page.keys("c91662", Keys.ENTER)
    page.total()
    reach(page, "c91662")
    page.keys(Keys.ENTER)
    page.find("heading", "c91662")
    reach(page, "Add to basket")
    page.keys(Keys.SPACE)
    page.find("link", r"Basket \(1\)")


def reach(page: Page, name: str) -> None:
    """Press Tab until the focus is on what is called so; it must be seen there."""
    for _ in range(150):
        page.keys(Keys.TAB)
        if page.driver.switch_to.active_element.accessible_name == name:
            return
    raise AssertionError(f"Tab never reaches {name!r}")


def test_on_a_phone_filters_open_as_a_sheet(page):
    page.resize(PHONE)
    page.open(MORPHOLOGIES)
    total = page.total()
    page.click("button", "Filters")
    page.click("checkbox", r"rat \([\d,]+\)")
    page.click("button", "Show results")
    page.wait(lambda: page.total() < total)


def test_when_the_api_is_down_the_page_says_so_and_tries_again(page):
    page.open("/explore/")
    settle(page)
    page.driver.execute_cdp_cmd("Network.enable", {})
    page.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*/search/*"]})
    try:
        page.find("searchbox", "Search").send_keys("CA1", Keys.ENTER)
        assert "Check your connection" in page.find("alert").text
    finally:
        page.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
    page.click("button", "Try again")
    assert page.total() > 0


def test_a_models_files_are_listed_and_read(page):
    page.open("/explore/search?index=model")
    page.total()
    page.click("link", ".+", within=page.find("article"))
    page.find("heading", r"Files.*")
    page.click("link", r".+\.(mod|hoc|txt|html)", within=page.find("region", r"Files.*"))
    assert page.find("region", r".+\.(mod|hoc|txt|html)").text


def test_the_theme_is_kept(page):
    page.open("/explore/")
    switch = page.find("switch", "Dark theme")
    assert switch.get_attribute("aria-checked") == "false"
    switch.click()
    page.driver.refresh()
    assert page.find("switch", "Dark theme").get_attribute("aria-checked") == "true"
    background = page.driver.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(16, 20, 27)"
