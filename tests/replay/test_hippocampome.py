"""The replay of Hippocampome.org: what is rendered is what was recorded, and its search behaves as the site's does."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from werkzeug.test import Client

from replay.hippocampome import application
from replay.hippocampome.pages import render
from replay.hippocampome.recordings import Recordings

SAMPLE = Path(__file__).parents[1] / "recorded" / "hippocampome"
EVERYTHING = "Soma:DG:????"
OLD_HALF = f"Markers:(D±:CB OR I±:GABAa\\alpha 6) OR Morphology:(Axons:CA3:????? OR {EVERYTHING})"
OLD = f"(Presynaptic:({OLD_HALF}) AND Postsynaptic:(Markers:(D±:PV) OR Morphology:({EVERYTHING})))"


@pytest.fixture(scope="module")
def recorded(recordings):
    return recordings / "hippocampome"


@pytest.fixture(scope="module")
def site(recorded):
    return Client(application(recorded))


@pytest.fixture(scope="module")
def sample():
    return Client(application(SAMPLE))


@pytest.fixture
def bare(recorded, tmp_path):
    """The recorded facts without any recorded body."""
    for name in ("neuron_types.jsonl", "conndata.jsonl"):
        (tmp_path / name).symlink_to(recorded / name)
    return Client(application(tmp_path))


def ask(site, query, prefix="/php"):
    return site.get(f"{prefix}/search_engine_json.php", query_string={"query_str": query})


def sections(page):
    """Heading to rows of (text, link targets), for every row of a page that holds anything."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    heading = ""
    for row in nodes(html.document_fromstring(page), "//table[@class='body_table']//table//tr"):
        heads = [
            tidy(cell) for cell in nodes(row, "td[contains(@class, 'page1') or contains(@class, 'page3')][not(div)]")
        ]
        heading = " ".join(filter(None, heads)) or heading
        if nodes(row, "td[contains(@class, 'page2')] | td[div] | td[.//img]"):
            text = tidy(row)
            links = [re.sub(r"\s+", " ", link) for link in nodes(row, ".//a[normalize-space()]/@href | .//img/@src")]
            found.setdefault(heading, []).append((text, links))
        else:
            found.setdefault(heading, [])
    return found


def nodes(element: Any, path: str) -> list[Any]:
    return list(element.xpath(path))


def tidy(element):
    return re.sub(r"\s+([,.])", r"\1", " ".join(element.text_content().split()))


@pytest.mark.parametrize("layout", ["2021", "2025"])
def test_a_rendered_page_says_what_the_recorded_one_says_section_by_section(recorded, layout):
    facts = Recordings.read(recorded)
    pages = sorted((recorded / f"pages_layout_{layout}").glob("*.html"))
    assert pages
    for path in pages:
        number = int(path.stem.rpartition("_")[2])
        was, now = sections(path.read_text(encoding="utf-8")), sections(render(facts, number, layout, articles=6))
        assert list(was) == list(now), path
        for heading, rows in was.items():
            assert rows == now[heading], (path, heading)


@pytest.mark.parametrize("version", [1, 2])
def test_the_old_queries_get_the_recorded_answers_byte_for_byte(recorded, site, version):
    prefix = "/v1/php" if version == 1 else "/csv2db"
    neurons = ask(site, "Neuron:" + OLD, prefix).data
    connections = ask(site, "Connection:" + OLD, prefix).data
    assert neurons == (recorded / f"answer_neuron_query_v{version}.json").read_bytes()
    assert connections == (recorded / f"answer_connection_query_v{version}.json").read_bytes()


@pytest.mark.parametrize(("version", "prefix"), [(1, "/v1/php"), (2, "/php")])
def test_a_computed_answer_is_the_recorded_one(recorded, bare, version, prefix):
    was = json.loads((recorded / f"answer_connection_query_v{version}.json").read_text())
    assert ask(bare, "Connection:" + OLD, prefix).json == was
    neurons = json.loads((recorded / f"answer_neuron_query_v{version}.json").read_text()).values()
    computed = list(ask(bare, "Neuron:" + OLD, prefix).json.values())
    assert computed == [row for row in neurons if row in computed]
    assert len(computed) >= len(neurons) - 2  # two are sources only of pairs that were not recorded


def test_an_answer_numbers_its_results_and_holds_identifiers_as_text(sample):
    answer = ask(sample, "Connection:(Presynaptic:(Include:(1000)), Postsynaptic:(Name:(HICAP)))")
    granule, hicap = "DG (e)2201p-CA3_00110-CA2_0010 Granule", "DG (i)2322 HICAP"
    one = {"source_id": "1000", "source_name": granule, "destination_id": "1009", "destination_name": hicap}
    assert answer.json == {"1": one}
    assert answer.content_type == "application/json;charset=utf-8"


def test_version_one_had_no_names_and_a_destination_that_is_null(sample):
    assert ask(sample, "Neuron:(Include:(1000))", "/v1/php").json == {
        "1": {"source_id": "1000", "destination_id": None}
    }


@pytest.mark.parametrize(
    ("query", "regions"),
    [
        ("Neuron:(Morphology:(Soma:CA2:??1?))", {"CA2"}),
        ("Neuron:(Morphology:(Soma:CA2:??1? OR Soma:DG:??1?))", {"CA2", "DG"}),
        ("Neuron:(Morphology:(Soma:DG:??1? AND Dendrites:CA2:??1?))", set()),
        ("Neuron:(Morphology:(Soma:CA2:??1? OR Soma:DG:??1?) NOT Name:(DG))", {"CA2"}),
    ],
)
def test_morphology_is_searched_by_layer(sample, query, regions):
    found = ask(sample, query).json
    assert {row["source_name"].split()[0] for row in found.values()} == regions if found else not regions


def test_markers_are_searched_by_evidence_and_level(sample):
    direct, inferred = (len(ask(sample, f"Neuron:(Markers:({kind}-:SOM))").json) for kind in "DI")
    assert direct and inferred and direct != inferred
    assert ask(sample, "Neuron:(Markers:(D+:GABAa\\alpha 4))").json == []  # cut at the blank, as on the site


def test_no_match_is_an_empty_list_and_no_query_an_empty_body(sample):
    assert ask(sample, "Neuron:(Name:(nobody))").data == b"[]"
    assert ask(sample, "").data == b""
    assert sample.get("/php/search_engine_json.php").data == b""


@pytest.mark.parametrize(
    "query",
    ["Neuron:(Morphology:(Soma:CA2:???))", "Neuron:(Morphology:(Leg:CA2:????))", "Neuron:(Markers:(X:PV))", "Cells"],
)
def test_an_error_is_html_before_the_json_of_a_200(sample, query):
    answer = ask(sample, query)
    assert answer.status_code == 200
    assert answer.data.startswith(b"<")
    with pytest.raises(ValueError, match="Expecting value"):
        json.loads(answer.data)


def test_a_recorded_page_is_served_as_it_is(recorded, site):
    for layout, prefix in (("2025", "/php"), ("2021", "/v1/php")):
        was = (recorded / f"pages_layout_{layout}" / "neuron_page_1000.html").read_bytes()
        assert site.get(f"{prefix}/neuron_page.php?id=1000").data == was


def test_an_unknown_neuron_type_is_a_page_with_empty_values(sample):
    answer = sample.get("/php/neuron_page.php?id=77")
    found = sections(answer.text)
    assert answer.status_code == 200
    assert found["Name Supertype (ID:Family:Type:Subregion)"] == [("", [])]
    assert found["Positive"] == [("None known", [])]
    assert "Representative figure" not in found


def test_a_page_that_has_not_changed_is_not_sent_again(sample):
    first = sample.get("/php/neuron_page.php?id=1000")
    again = sample.get("/php/neuron_page.php?id=1000", headers={"If-None-Match": first.headers["ETag"]})
    later = sample.get("/php/neuron_page.php?id=1000", headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert (first.status_code, again.status_code, later.status_code) == (200, 304, 304)
    assert first.data and not again.data


def test_a_figure_of_a_page_is_an_image_and_other_addresses_are_not_found(sample):
    page = sample.get("/php/neuron_page.php?id=1000").text
    figure = nodes(html.document_fromstring(page), "//img/@src")[0]
    answer = sample.get(f"/php/{figure}")
    assert (answer.content_type, answer.data[:3]) == ("image/jpeg", b"\xff\xd8\xff")
    missing = ("/php/attachment/morph/none.jpeg", "/robots.txt", "/", "/php/connectivity.php")
    assert [sample.get(path).status_code for path in missing] == [404] * 4


def test_an_empty_folder_plays_a_site_without_records(tmp_path):
    empty = Client(application(tmp_path))
    assert ask(empty, f"Neuron:(Morphology:({EVERYTHING}))").data == b"[]"
    assert empty.get("/php/neuron_page.php?id=1000").status_code == 200


def test_the_sample_is_large_enough_to_be_searched_in_earnest(sample):
    assert len(ask(sample, f"Neuron:(Morphology:({EVERYTHING}))").json) >= 50
    assert len(ask(sample, "Connection:" + OLD).json) >= 100
    assert len(Recordings.read(SAMPLE).types) >= 60


def test_a_type_of_which_little_was_recorded_has_a_page_all_the_same(tmp_path):
    parts = {"soma": ["CA1:SP"], "axons": None, "markers": {"positive": None}, "synonyms": None, "articles": None}
    (tmp_path / "neuron_types.jsonl").write_text(json.dumps({"id": 4000, "name": "CA1 (e)0000 Odd & new", **parts}))
    page = Client(application(tmp_path)).get("/php/neuron_page.php?id=4000").text
    assert "CA1 (e)0000 Odd &amp; new" in page and "val_property=CA1_SP" in page
    assert page.count("None known") == 3
