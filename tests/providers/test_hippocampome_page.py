"""One neuron page of Hippocampome.org: found by heading and link target, in both layouts, wherever its tables stand."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from werkzeug.test import Client

from chalicelib.errors import SourceChanged
from chalicelib.providers.hippocampome_page import Marker, parse_page
from replay.hippocampome import application

SAMPLE = Path(__file__).parents[1] / "recorded" / "hippocampome"


@pytest.fixture(scope="module")
def granule():
    """The page of the granule cell, rendered from the sample."""
    return Client(application(SAMPLE)).get("/php/neuron_page.php?id=1000").text


def test_recorded_pages_of_both_layouts_are_read_alike(recordings):
    older = sorted((recordings / "hippocampome" / "pages_layout_2021").glob("*.html"))
    assert older
    for path in older:
        before, now = (
            parse_page((path.parents[1] / f"pages_layout_{one}" / path.name).read_bytes()) for one in (2021, 2025)
        )
        assert replace(now, derivation=None, models=[]) == before, path.name


def test_a_section_that_we_do_not_know_is_kept_among_the_facts(granule):
    heading = (
        "<tr><td class='table_neuron_page3'>Izhikevich Model</td></tr><tr><td class='table_neuron_page1'>k</td></tr>"
    )
    value = "<tr><td class='table_neuron_page2'> 0.45 </td><td class='table_neuron_page2'> nS/mV </td></tr>"
    page = granule.replace("</body>", f"<table>{heading}{value}</table></body>")
    assert parse_page(page.encode()).others == {"Izhikevich Model: k": [["0.45", "nS/mV"]]}


def test_sections_are_found_wherever_they_stand(granule):
    extra = "<table><tr><td class='table_neuron_page3'>News</td></tr></table>"
    doubled = granule.replace("<table", extra + "<table", 3)
    assert parse_page(doubled.encode()).parcels == parse_page(granule.encode()).parcels
    assert parse_page(doubled.encode()).markers == parse_page(granule.encode()).markers
    assert parse_page(doubled.encode()).synonyms == ["DG granule cell"]


def test_a_table_that_is_printed_twice_counts_once(granule):
    [negative] = re.findall(r"(?s)<table[^>]*>\s*<tr>\s*<td[^>]*>\s*Negative\s.*?</table>", granule)
    assert parse_page(granule.replace(negative, negative * 2).encode()) == parse_page(granule.encode())


@pytest.mark.parametrize("heading", ["Name", "Morphology", "Axons", "Molecular markers", "Negative"])
def test_a_page_without_a_heading_that_we_read_is_not_recognised(granule, heading):
    page = re.sub(rf"(\s){heading}(\s)", r"\1Renamed\2", granule)
    with pytest.raises(SourceChanged, match=heading):
        parse_page(page.encode())


def test_a_book_is_linked_by_its_isbn(granule):
    page = granule.replace("PMID: </strong>", "ISBN: </strong>").replace("9497429<", "978-0-19-510027-3<")
    assert parse_page(page.encode()).papers[0].url == "https://openlibrary.org/isbn/9780195100273"


def test_a_page_in_the_bytes_that_it_claims_is_read_too(granule):
    page = granule.replace("DG granule cell", "Körnerzelle")
    assert parse_page(page.encode("utf-8")).synonyms == parse_page(page.encode("cp1252")).synonyms == ["Körnerzelle"]


def test_what_nobody_has_vetted_is_told(granule):
    page = granule.replace("&page=markers\" class='font4'", "&page=markers\" class='font4_unvetted'", 1)
    first, second, *_ = parse_page(page.encode()).markers["Positive"]
    assert (first, second) == (Marker("alpha-actinin-2", None, True), Marker("BDNF", None, False))


def test_none_known_is_no_marker(granule):
    none = re.sub(r"(?s)<a [^>]*property_page_markers.*?</a>", "None known", granule)
    assert parse_page(none.encode()).markers == {"Positive": [], "Negative": [], "Mixed expression": []}
