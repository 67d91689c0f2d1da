"""The formats of an export, over records that come one after the other."""

import json
import shutil
import subprocess
import tracemalloc

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from chalicelib.export.formats import FORMATS, Scope
from chalicelib.export.linked_data import data_catalog, data_set
from tests.citation.records import PAIRED, record

SCOPE = Scope(("dataset",), "https://hub.example", {"neuromorpho": "https://neuromorpho.org/useterm.jsp"})
FEW, MANY = 1_000, 6_000
MOST_BYTES = 400  # that a record may leave behind in memory


def written(name, records):
    return b"".join(FORMATS[name].write(records, SCOPE)).decode("utf-8-sig")


@pytest.mark.parametrize("name", FORMATS)
def test_no_record_is_a_document_too(name):
    text = written(name, [])
    if name in ("jsonld", "csl"):
        json.loads(text)


@pytest.mark.parametrize("name", list(FORMATS))
def test_memory_does_not_grow_with_the_number_of_records(name):
    few, many = peak_of(name, FEW), peak_of(name, MANY)
    assert many < 8_000_000
    assert many - few < (MANY - FEW) * MOST_BYTES


def peak_of(name, count):
    """The most bytes that a process holds while it writes so many records."""
    tracemalloc.start()
    for _ in FORMATS[name].write((record(number % 7, papers=[PAIRED]) for number in range(count)), SCOPE):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def test_ndjson_is_each_record_whole_on_a_line():
    records = [record(1), record(2, description="a\nb")]
    assert [json.loads(line) for line in written("ndjson", records).splitlines()] == records


def test_jsonld_is_one_graph_of_data_sets():
    document = json.loads(written("jsonld", [record(1), record(2)]))
    assert document["@context"] == "https://schema.org/"
    assert [one["identifier"] for one in document["@graph"]] == ["neuromorpho-1", "neuromorpho-2"]


@pytest.mark.parametrize("name", FORMATS)
def test_another_process_goes_on_where_one_stopped(name):
    records = [record(number, papers=[PAIRED] * (number % 2)) for number in range(8)]
    format = FORMATS[name]
    first = format.writer(SCOPE, None)
    pieces = [first.start(), first.page(records[:3])]
    state = json.loads(json.dumps(first.state))
    other = format.writer(SCOPE, state)
    pieces += [other.page(records[3:]), other.finish()]
    assert b"".join(pieces) == b"".join(format.write(records, SCOPE))


def test_citations_have_each_paper_once():
    records = [record(number, papers=[PAIRED]) for number in range(5)]
    library = parse_string(written("bibtex", records))
    assert [one["doi"] for one in library.entries if "doi" in one].count(PAIRED["doi"]) == 1
    assert len(rispy.loads(written("ris", records))) == len(json.loads(written("csl", records))) == len(library.entries)


def test_a_data_set_has_licence_papers_concepts_and_files():
    record_ = record(
        papers=[PAIRED], concepts=["UBERON:0003881", "no concept"], download_link="https://hub.example/f/n.swc"
    )
    told = data_set(record_, SCOPE.base, SCOPE.terms_pages)
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert told["citation"][0]["@id"] == f"https://doi.org/{PAIRED['doi']}"
    assert [one["@id"] for one in told["about"]] == ["http://purl.obolibrary.org/obo/UBERON_0003881"]
    assert told["distribution"][0]["contentUrl"] == "https://hub.example/f/n.swc"
    assert {"name": "soma_surface", "value": 672.16, "unitText": "µm²", "@type": "PropertyValue"} in told[
        "variableMeasured"
    ]
    assert len(told["description"]) >= 50


def test_only_the_narrowest_concepts_are_told_and_only_what_resolves_has_an_address():
    told = data_set(record(concepts=["UBERON:0003881", "UBERON:0002421", "hub:excitatory", "ILX:0739568"]), SCOPE.base)
    assert {one["termCode"]: one.get("@id") for one in told["about"]} == {
        "UBERON:0003881": "http://purl.obolibrary.org/obo/UBERON_0003881",
        "hub:excitatory": None,
        "ILX:0739568": "http://uri.interlex.org/base/ilx_0739568",
    }


def test_a_record_of_which_little_is_known_is_described_in_a_sentence():
    told = data_set({**record(), "species": None, "region": None, "cell_type": None}, SCOPE.base)["description"]
    assert told.endswith(".") and ": ." not in told


def test_without_a_stated_licence_the_terms_page_stands_in_its_place():
    known = record()
    known["provenance"] = {**known["provenance"], "licence": "none stated"}
    assert data_set(known, SCOPE.base, SCOPE.terms_pages)["license"] == "https://neuromorpho.org/useterm.jsp"


def test_the_catalogue_counts_its_sources():
    told = data_catalog("https://hub.example", {"Neuromorpho": 3})
    assert told["@type"] == "DataCatalog"
    assert "3 records" in told["dataset"][0]["description"]


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
def test_curl_reads_the_list_and_saves_each_file_under_a_name_of_its_own(tmp_path):
    file = tmp_path / 'it "is" one.swc'
    file.write_text("1 1 0 0 0 1 -1\n")
    records = [record(n, download_link=file.as_uri(), download_filename=file.name) for n in (1, 2)]
    (tmp_path / "files.curl").write_text(written("curl", [*records, {**record(3), "download_link": None}]))
    subprocess.run(["curl", "-sS", "-K", "files.curl"], cwd=tmp_path, check=True, timeout=30)
    assert sorted(one.name for one in tmp_path.glob("neuro*")) == [f"neuromorpho-{n}_it _is_ one.swc" for n in (1, 2)]
