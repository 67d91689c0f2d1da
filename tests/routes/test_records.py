"""Records by identifier, as people, programs, crawlers and reference managers ask for them."""

import csv
import io
import json
import re
from urllib.parse import unquote

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from chalicelib.pages.record_page import record_page

MORPHOLOGY, WITHOUT_PAPER = "neuromorpho-198", "neuromorpho-81"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "Sec-Fetch-Mode": "navigate"}
MEDIA_TYPES = {
    "json": "application/json",
    "jsonld": "application/ld+json",
    "bibtex": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl": "application/vnd.citationstyles.csl+json",
    "csv": "text/csv",
    "html": "text/html",
}
NEXUS = (
    "https%3A%2F%2Fbbp.epfl.ch%2Fneurosciencegraph%2Fdata%2Fneuronmorphologies%2F86861506-74c4-40f9-80ac-464f551ce8f9"
)
IDS = (MORPHOLOGY, "hippocampome-1000", "hippocampome-1000-1009", "model_db-2796", "internal-morphology-011017HP2")


def get(api, id, **more):
    return api.get(f"/records/{id}", **more)


@pytest.mark.parametrize("id", IDS)
def test_the_json_is_the_record_as_search_gives_it_and_more(api, id):
    told = get(api, id).json
    (found,) = api.post("/search/dataset/all", json={"ids": [id]}).json["items"]
    assert {name: told[name] for name in found} == found
    assert told.keys() - found.keys() == {"related", "file_state", "cite", "generation"}
    assert set(told["cite"]) == {"text", "bibtex"}


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("name", MEDIA_TYPES)
def test_every_form_comes_by_name_and_by_accept(api, id, name):
    by_name = api.get(f"/records/{id}?format={name}")
    by_accept = get(api, id, headers={"Accept": MEDIA_TYPES[name]})
    assert by_name.status_code == by_accept.status_code == 200
    assert by_name.content_type.startswith(MEDIA_TYPES[name])
    assert by_name.data == by_accept.data
    assert "Accept" in by_accept.headers["Vary"]


def test_a_browser_gets_a_page_and_a_script_json(api):
    assert get(api, MORPHOLOGY, headers=BROWSER).content_type.startswith("text/html")
    assert get(api, MORPHOLOGY, headers={"Accept": "*/*"}).content_type == "application/json"


def test_what_is_not_offered_is_refused_with_what_is(api):
    answer = get(api, MORPHOLOGY, headers={"Accept": "image/png"})
    assert (answer.status_code, answer.json["allowed"]) == (
        406,
        ["json", "html", "jsonld", "bibtex", "ris", "csl", "csv"],
    )
    answer = api.get(f"/records/{MORPHOLOGY}?format=bibtexx")
    assert answer.status_code == 400
    assert "Did you mean 'bibtex'" in answer.json["detail"]


def test_citations_are_read_by_reference_managers(api):
    entries = parse_string(api.get(f"/records/{MORPHOLOGY}?format=bibtex").text).entries
    assert {entry["doi"] for entry in entries if "doi" in entry} >= {"10.1002/cne.903620103", "10.1096/fba.2024-00048"}
    references = rispy.loads(api.get(f"/records/{MORPHOLOGY}?format=ris").text)
    assert len(references) == len(entries) == len(api.get(f"/records/{MORPHOLOGY}?format=csl").json)


def test_a_record_without_a_paper_says_so(api):
    assert "Paper not stated by the source" in get(api, WITHOUT_PAPER).json["cite"]["text"]
    assert "Paper not stated by the source" not in get(api, MORPHOLOGY).json["cite"]["text"]


def test_one_row_is_a_table(api):
    (row,) = csv.DictReader(io.StringIO(api.get(f"/records/{MORPHOLOGY}?format=csv").data.decode("utf-8-sig")))
    assert (row["id"], row["species"]) == (MORPHOLOGY, "rat")


def test_linked_data_say_licence_papers_and_file(api):
    told = get(api, MORPHOLOGY, headers={"Accept": "application/ld+json"}).json
    assert told["@type"] == "Dataset"
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert told["citation"][0]["@type"] == "ScholarlyArticle"
    assert told["distribution"][0]["contentUrl"].startswith("http")


@pytest.mark.parametrize("id", IDS)
def test_every_record_has_a_licence_to_read(api, id):
    links = get(api, id).headers["Link"]
    assert re.search(r'<https?://[^>]+>; rel="license"', links)


def test_headers_lead_programs_on(api):
    links = get(api, MORPHOLOGY).headers["Link"]
    relations = re.findall(r'<([^>]+)>; rel="([\w-]+)"', links)
    assert {relation for _, relation in relations} >= {"alternate", "license", "cite-as", "describedby", "item"}
    for address in (address for address, relation in relations if relation in ("alternate", "describedby", "cite-as")):
        assert api.get(address.removeprefix("http://localhost")).status_code == 200


def test_who_has_it_already_is_told_so(api):
    first = get(api, MORPHOLOGY)
    again = get(api, MORPHOLOGY, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = get(api, MORPHOLOGY, headers={"If-None-Match": first.headers["ETag"], "Accept": "text/csv"})
    assert other.status_code == 200


def test_relations_are_counted_and_named(api):
    related = get(api, MORPHOLOGY).json["related"]
    assert related["same_archive"]["total"] >= 4
    assert MORPHOLOGY not in [one["id"] for one in related["same_archive"]["items"]]
    assert api.get(related["same_archive"]["search"].removeprefix("http://localhost")).json["total"] >= 5
    assert related["same_archive"]["items"][0]["link"].startswith("http://localhost/records/neuromorpho-")


@pytest.mark.parametrize("id", [*IDS, "hippocampome-4078", "model_db-2796", "internal-morphology-011127HP1"])
def test_a_relation_counts_what_its_search_finds_besides_the_record_itself(api, id):
    related = get(api, id).json["related"]
    listed = {kind: one for kind, one in related.items() if "search" in one}
    for kind, one in listed.items():
        page = api.get(f"{one['search'].removeprefix('http://localhost')}&size=1000").json
        assert one["total"] == len({item["id"] for item in page["items"]} - {id}), kind
        assert page["relaxed"] == []


def test_a_neuron_type_has_its_morphologies_and_models_whatever_words_its_source_uses(api):
    related = get(api, "hippocampome-4000").json["related"]  # CA1 Pyramidal
    assert "neuromorpho-227" in {
        one["id"]
        for one in api.get(f"{related['morphologies']['search'].removeprefix('http://localhost')}&size=1000").json[
            "items"
        ]
    }
    assert related["models"]["total"] > 0
    generation = get(api, "hippocampome-4000").json["generation"]
    pinned = api.get(f"/records/hippocampome-4000?release={generation}").json["related"]["morphologies"]
    assert api.get(pinned["search"].removeprefix("http://localhost")).json["total"] == pinned["total"]


def test_a_neuron_type_has_its_connections(api):
    related = get(api, "hippocampome-1000").json["related"]
    outgoing, incoming = related["connections_out"], related["connections_in"]
    assert outgoing["total"] > 0
    assert all(one["id"].startswith("hippocampome-1000-") for one in outgoing["items"])
    assert all(one["id"].endswith("-1000") for one in incoming["items"])


def test_the_state_of_a_file_is_told_before_and_after_it_was_asked_for(api, full_hub):
    id = "neuromorpho-222"
    full_hub.files.delete_all(f"files/neuromorpho/{id}/")  # another test may have asked for it
    before = get(api, id).json["file_state"]
    assert api.get(f"/download/dataset/{id}").status_code == 302
    after = get(api, id).json["file_state"]
    assert (before["cached"], after["cached"]) == (False, True)
    assert re.fullmatch("[0-9a-f]{64}", after["sha256"])
    assert after["size"] > 0
    assert after["tried_at"].endswith("Z")


def test_a_page_works_without_scripts_and_carries_its_linked_data(api):
    answer = get(api, MORPHOLOGY, headers=BROWSER)
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", answer.text, re.DOTALL)
    assert [attributes for attributes, _ in scripts] == [' type="application/ld+json"']
    assert json.loads(scripts[0][1])["identifier"] == MORPHOLOGY
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert f'href="http://localhost/explore/records/{MORPHOLOGY}"' in answer.text
    assert answer.headers["Content-Language"] == "en"


@pytest.mark.parametrize("id", IDS)
def test_every_type_has_a_page(api, id):
    page = get(api, id, headers=BROWSER).text
    assert "How to cite" in page and "Where it comes from" in page and "Licence" in page


def test_a_page_shows_no_identifiers_of_concepts_and_no_paper_twice(api):
    page = get(api, "hippocampome-1000-1009", headers=BROWSER).text
    facts = page[: page.index("<h2>Papers</h2>")].partition("<main>")[2]
    assert "presynaptic soma region" in facts and "UBERON:" not in facts
    papers = get(api, MORPHOLOGY, headers=BROWSER).text.partition("<h2>Papers</h2>")[2].partition("<h2>")[0]
    assert papers.count("DOI 10.1002/cne.903620103") == 1 and papers.count("PMID 8576427") == 1


def test_a_record_whose_file_is_known_to_be_missing_offers_none(api):
    told = {**get(api, "neuromorpho-81").json, "file_state": {"cached": False}}
    missing = {**told, "has_file": False, "no_file_reason": "The source answers 404."}
    pages = [record_page(one, "http://localhost", {}) for one in (told, missing)]
    assert ["Download " in page for page in pages] == ['"DataDownload"' in page for page in pages] == [True, False]
    assert "The source answers 404." in pages[1]


@pytest.mark.parametrize("index", ["dataset", "model"])
def test_records_that_nobody_asked_for_have_a_file_where_they_have_a_link(api, index):
    records = [json.loads(line) for line in api.get(f"/export/{index}?format=ndjson").text.splitlines()]
    for value in (True, False):
        expected = {one["id"] for one in records if one.get("has_file", "download_link" in one) is value}
        answer = api.get(f"/export/{index}?has_file={str(value).lower()}&format=ndjson")
        assert {json.loads(line)["id"] for line in answer.text.splitlines()} == expected


def test_a_page_with_measures_of_both_kinds_says_that_they_differ(api):
    told = get(api, MORPHOLOGY).json
    ours = record_page({**told, "morphometry": {"length": 900.0}}, "http://localhost", {})
    both = record_page({**told, "source_morphometry": {"length": 910.0}}, "http://localhost", {})
    assert "L-Measure" not in ours
    assert "source morphometry length" in both
    assert "never compare" in both.lower()


@pytest.mark.parametrize(
    "old",
    [
        "internal_morphologies-011127HP1",
        f"internal_morphologies-{NEXUS}",
        NEXUS,
    ],
)
def test_old_identifiers_lead_to_the_record(api, old):
    assert get(api, old).json["id"] == "internal-morphology-011127HP1"
    assert (
        api.post("/search/dataset/all", json={"ids": [old.replace("%3A", ":").replace("%2F", "/")]}).json["missing"]
        == []
    )
    assert api.get(f"/download/dataset/{old}").status_code in (302, 303)


@pytest.mark.parametrize("slashes", ["//", "/"])
@pytest.mark.parametrize("below", ["", "/preview.svg", "/similar", "/files"])
def test_an_address_that_nobody_encoded_leads_to_the_record_and_what_is_below_it(api, below, slashes):
    address = unquote(NEXUS).replace("//", slashes)
    answer = api.get(f"/records/{address}{below}?format=csv")
    expected = f"http://localhost/records/internal-morphology-011127HP1{below}?format=csv"
    assert (answer.status_code, answer.headers["Location"]) == (301, expected)
    if not below:
        assert (
            api.get(f"/download/dataset/{address}")
            .headers["Location"]
            .endswith("/dataset/internal-morphology-011127HP1")
        )


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("/records/https://bbp.epfl.ch/nobody", "There is no record 'https://bbp.epfl.ch/nobody'."),
        ("/download/dataset/https://bbp.epfl.ch/nobody", "There is no record 'https://bbp.epfl.ch/nobody'."),
        (f"/records/{MORPHOLOGY}/previews/1", f"There is nothing at /records/{MORPHOLOGY}/previews/1."),
    ],
)
def test_a_path_that_leads_nowhere_says_so(api, path, detail):
    answer = api.get(path)
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
    assert answer.json["detail"] == detail


@pytest.mark.parametrize("printed", ["NMO_00227", "nmo_227", "NMO-227", "nmo00227"])
def test_a_number_as_its_source_prints_it_leads_to_the_record_that_search_finds(api, printed):
    (found,) = api.get("/search/dataset", query_string={"q": printed}).json["items"]
    assert get(api, printed).json["id"] == found["id"] == "neuromorpho-227"
    told = api.post("/search/dataset/all", json={"ids": [printed, "NMO_00198", "nmo_99999999"]}).json
    assert [one["id"] for one in told["items"]] == ["neuromorpho-227", "neuromorpho-198"]
    assert told["missing"] == ["neuromorpho-99999999"]
    assert json.loads(api.get(f"/export/dataset?ids={printed}&format=ndjson").text)["id"] == "neuromorpho-227"
    assert api.get(f"/download/dataset/{printed}").status_code == 302


def test_unknown_records_and_releases_are_404_and_410_like_everywhere(api):
    assert get(api, "nobody-1").status_code == 404
    assert api.get(f"/records/{MORPHOLOGY}?release=0123456789abcdef").status_code == 404
    assert api.get(f"/records/{MORPHOLOGY}?release=x").status_code == 400
    assert api.get(f"/records/{MORPHOLOGY}?colour=red").status_code == 400


def test_the_forms_of_a_pinned_record_are_those_of_its_release(api):
    generation = get(api, MORPHOLOGY).json["generation"]
    links = api.get(f"/records/{MORPHOLOGY}?release={generation}").headers["Link"]
    forms = [address for address, rel in re.findall(r'<([^>]+)>; rel="([\w-]+)"', links) if "format=" in address]
    assert len(forms) == 8
    assert all(
        f"release={generation}" in one and api.get(one.removeprefix("http://localhost")).status_code == 200
        for one in forms
    )


def test_a_pinned_record_is_read_from_its_release(api):
    generation = get(api, MORPHOLOGY).json["generation"]
    assert api.get(f"/records/{MORPHOLOGY}?release={generation}").json["id"] == MORPHOLOGY
