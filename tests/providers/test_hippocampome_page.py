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


@pytest.mark.parametrize("value", ["", "%20", "Not%20reported", "N/A", "unknown", "_", "CA1_", "_SP"])
def test_a_link_to_no_property_is_no_item_and_costs_no_other(granule, value):
    """The first link of each list, with this value; `_SP` is a layer of no region, and a marker as any other."""
    good = parse_page(granule.encode())
    page = parse_page(re.sub(r"(val_property=)[^&'\"]*", rf"\g<1>{value}", granule, count=1).encode())
    assert page.parcels["Soma"] == good.parcels["Soma"][1:]
    marker = r"(property_page_markers\.php[^'\"]*val_property=)[^&'\"]*"
    page = parse_page(re.sub(marker, rf"\g<1>{value}", granule, count=1).encode())
    names = [one.name for one in page.markers["Positive"]]
    assert names[-5:] == [one.name for one in good.markers["Positive"]][-5:]
    assert not {"", "Not reported", "N/A", "unknown"} & set(names)


def test_links_that_name_no_property_at_all_are_another_layout(granule):
    with pytest.raises(SourceChanged, match="name no property"):
        parse_page(granule.replace("val_property=", "value=").encode())


def test_what_the_site_does_not_know_is_no_author_no_title_and_no_model(granule):
    author = re.sub(r"(find_author[^>]*>)[^<]*", r"\g<1>Not reported", granule, count=1)
    before, after = (
        [author for paper in parse_page(one.encode()).papers for author in paper.authors] for one in (granule, author)
    )
    assert len(after) == len(before) - 1
    assert "Not reported" not in after
    row = "<tr><td><a href='https://modeldb.science/1'>{}</a></td><td>{}</td></tr>"
    rows = row.format("1", "N/A") + row.format("unknown", "2") + row.format("N/A", "none")
    page = parse_page(granule.replace("</body>", f"<table>{rows}</table></body>").encode())
    assert [one for one in page.models if one in ({"accession": "1"}, {"pmid": "2"})] == page.models[-2:]
