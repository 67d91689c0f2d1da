"""The front door: what browsers, scripts, crawlers and catalogues find at the addresses that they know beforehand."""

import json
import re
import xml.etree.ElementTree as ET
from html import unescape
from urllib.parse import urlsplit

import pytest

from chalicelib.providers import PROVIDERS

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Sec-Fetch-Mode": "navigate"}
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def path_of(address):
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


@pytest.fixture(scope="module")
def page(api):
    answer = api.get("/", headers=BROWSER)
    assert answer.status_code == 200
    return answer


def test_scripts_get_json_as_before(api):
    assert api.get("/").json["status"] == "up"
    assert "Accept" in api.get("/").headers["Vary"]


def test_a_browser_gets_a_page_with_what_is_here(api, page):
    assert page.content_type.startswith("text/html")
    total = sum(api.get(f"/search/{index}").json["total"] for index in ("dataset", "model"))
    assert f"{total:,} records in all" in page.text
    assert all(source in page.text for source in ("Neuromorpho", "Hippocampome", "ModelDB", "INTERNAL"))


def test_its_search_field_works_without_scripts(page):
    assert 'action="http://localhost/explore/search"' in page.text
    assert "form-action http://localhost/" in page.headers["Content-Security-Policy"]
    assert re.findall(r"<script(?! type=\"application/ld\+json\")", page.text) == []


def test_every_link_of_ours_leads_somewhere(api, page):
    links = {path_of(one.replace("&amp;", "&")) for one in re.findall(r'href="(http://localhost[^"]+)"', page.text)}
    assert len(links) >= 10
    answers = {link: api.get(link).status_code for link in links if not link.startswith("/explore")}
    assert set(answers.values()) == {200}, answers


def test_it_names_the_licence_of_each_source_and_where_its_terms_are_read(page):
    licences = unescape(page.text.partition('<h2 id="licences">')[2].partition("<h2>")[0])
    for provider in PROVIDERS.values():
        assert provider.terms.licence in licences
        assert not provider.terms.page or f'href="{provider.terms.page}"' in licences


def test_its_examples_show_what_they_say(api):
    record = api.get("/records/hippocampome-1000").json
    assert record["papers"] and record["related"]["connections_out"]["total"] > 0


def test_it_is_a_data_catalog(page):
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL)
    assert json.loads(found)["@type"] == "DataCatalog"


def test_every_record_is_in_the_map_of_the_site(api):
    maps = [path_of(one.text) for one in ET.fromstring(api.get("/sitemap.xml").data).iter(f"{MAP}loc")]
    pages = [one.text for path in maps for one in ET.fromstring(api.get(path).data).iter(f"{MAP}loc")]
    total = sum(api.get(f"/search/{index}").json["total"] for index in ("dataset", "model"))
    assert len(set(pages)) == len(pages) == total
    assert api.get(path_of(pages[0])).status_code == 200
    assert api.get(maps[0].rpartition("/")[0] + "/99").status_code == 404


def test_robots_icon_and_catalogue_are_where_programs_look(api):
    assert "Sitemap: http://localhost/sitemap.xml" in api.get("/robots.txt").text
    assert api.get("/favicon.ico").content_type == "image/svg+xml"
    (catalog,) = json.loads(api.get("/.well-known/api-catalog").text)["linkset"]
    assert api.get("/.well-known/api-catalog").content_type.startswith("application/linkset+json")
    assert api.get(path_of(catalog["service-desc"][0]["href"])).json["openapi"].startswith("3.1")


def test_errors_share_the_style(api):
    answer = api.get("/records/nobody-1", headers=BROWSER)
    assert (answer.status_code, answer.headers["Content-Language"]) == (404, "en")
    assert "prefers-color-scheme: dark" in answer.text and "There is no record" in answer.text
