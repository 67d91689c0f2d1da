"""The replay of NeuroMorpho, asked over HTTP: the API's pages, selections, errors, files."""

import hashlib
import json

import pytest
import requests

from replay.growth import grow_neuron
from replay.server import Upstream

ROOT = "/neuromorpho/api/neuron"


def get(upstream, path, **query):
    return requests.get(upstream.url + path, params=query, timeout=60)


def select(upstream, body, **query):
    return requests.post(upstream.url + ROOT + "/select", json=body, params=query, timeout=60)


def test_neurons_come_in_pages_of_fifty_and_five_hundred_at_most(upstream):
    first = get(upstream, ROOT).json()
    assert (first["page"]["size"], len(first["_embedded"]["neuronResources"])) == (50, 50)
    assert get(upstream, ROOT, size=5000).json()["page"]["size"] == 500


def test_pages_follow_each_other_and_a_page_past_the_end_is_empty(upstream):
    pages = [get(upstream, ROOT, page=number, size=60).json() for number in range(4)]
    ids = [
        one["neuron_id"] for page in pages for one in page.get("_embedded", {"neuronResources": []})["neuronResources"]
    ]
    assert len(ids) == len(set(ids)) == pages[0]["page"]["totalElements"]
    assert "_embedded" not in pages[3]


def test_a_record_has_the_fields_of_the_api_and_can_be_asked_by_name_and_number(upstream):
    record = get(upstream, f"{ROOT}/id/227").json()
    assert record == get(upstream, f"{ROOT}/name/c91662").json()
    assert len(record) == 45
    assert record["note"].startswith("Synthetic")


def test_what_is_unknown_is_not_found_in_the_words_of_the_api(upstream):
    answer = get(upstream, f"{ROOT}/name/AA1544")
    assert (answer.status_code, answer.json()["message"]) == (404, "Requested neuron not found")
    assert get(upstream, f"{ROOT}/fields/nonsense").status_code == 404


def test_a_selection_is_either_within_a_field_and_both_over_fields(upstream):
    body = {"brain_region": ["CA1", "CA3"], "species": ["RAT"]}
    found = select(upstream, body, size=500).json()["_embedded"]["neuronResources"]
    assert found
    assert all(one["species"] == "rat" and {"CA1", "CA3"} & set(one["brain_region"]) for one in found)


def test_a_query_may_quote_repeat_and_abbreviate(upstream):
    plain = get(upstream, f"{ROOT}/select", q='brain_region:"dentate gyrus"', size=500).json()
    assert plain["page"]["totalElements"] > 5
    narrow = get(upstream, f"{ROOT}/select", q='brain_region:"dentate gyrus"', fq="species:mouse", size=500).json()
    assert 0 < narrow["page"]["totalElements"] < plain["page"]["totalElements"]
    assert get(upstream, f"{ROOT}/select", q="neuron_name:c916*").json()["page"]["totalElements"] == 1


@pytest.mark.parametrize(
    "query",
    [{"page": "x"}, {"size": 0}, {"page": -1}, {"size": "1.5"}, {"sort": "nonsense"}, {"sort": "nonsense,desc"}],
)
def test_wrong_parameters_are_refused(upstream, query):
    answer = get(upstream, ROOT, **query)
    assert (answer.status_code, answer.json()["status"], answer.json()["error"]) == (400, 400, "Bad Request")
    assert answer.json()["path"].endswith("/api/neuron")


def test_a_list_of_values_takes_pages_too(upstream):
    whole = get(upstream, f"{ROOT}/fields/species", size=500).json()
    second = get(upstream, f"{ROOT}/fields/species", size=1, page=1).json()
    assert second["fields"] == whole["fields"][1:2]
    assert second["page"]["totalElements"] == len(whole["fields"]) > 1
    assert get(upstream, f"{ROOT}/fields/species", page="x").status_code == 400


def test_the_fields_are_listed_as_the_api_spells_them(upstream):
    names = get(upstream, f"{ROOT}/fields").json()["Neuron Fields"]
    assert len(names) == 44
    assert "Physical_Integrity" in names
    assert "physical_Integrity" in get(upstream, f"{ROOT}/id/227").json()


def test_a_partition_counts_the_neurons_of_each_value(upstream):
    counts = get(upstream, f"{ROOT}/partition/species").json()["fields"]
    assert sum(counts.values()) == get(upstream, ROOT).json()["page"]["totalElements"]


@pytest.mark.parametrize("sort", ["neuron_name", "neuron_name,desc", "scientific_name", "brain_region,desc"])
def test_any_field_sorts_whatever_is_missing_in_it(upstream, sort):
    found = get(upstream, ROOT, size=500, sort=sort).json()["_embedded"]["neuronResources"]
    values = [one[sort.partition(",")[0]] for one in found if one[sort.partition(",")[0]] is not None]
    assert values == sorted(values, reverse=sort.endswith("desc"))


@pytest.mark.parametrize("body", [[], "text", {"species": "rat"}, None])
def test_a_selection_that_is_no_object_of_lists_is_refused(upstream, body):
    assert select(upstream, body).status_code == 400


@pytest.mark.parametrize("query", [{}, {"q": "nonsense"}])
def test_a_query_that_is_none_is_refused(upstream, query):
    assert get(upstream, f"{ROOT}/select", **query).status_code == 400


@pytest.mark.parametrize("path", ["", "/id/227", "/fields", "/partition/species"])
@pytest.mark.parametrize("method", ["DELETE", "PUT", "POST"])
def test_a_wrong_method_is_refused(upstream, method, path):
    answer = requests.request(method, upstream.url + ROOT + path, timeout=60)
    assert (answer.status_code, answer.json()["error"]) == (405, "Method Not Allowed")


def test_nothing_found_is_a_page_without_records(upstream):
    assert list(select(upstream, {"species": ["unicorn"]}).json()) == ["page"]


def test_pages_for_people_are_refused(upstream):
    assert get(upstream, "/neuromorpho/neuron_info.jsp", neuron_id=1).status_code == 403


def test_a_sample_has_a_file_that_says_that_it_is_synthetic(upstream):
    file = get(upstream, "/neuromorpho/dableFiles/amaral/CNG version/c91662.CNG.swc")
    assert file.text.splitlines()[0] == "# c91662: synthetic, not a reconstruction of any neuron"
    assert get(upstream, "/neuromorpho/dableFiles/amaral/CNG version/nothing.CNG.swc").status_code == 404


def test_a_morphology_grows_the_same_from_the_same_seed():
    assert grow_neuron(1, "a") == grow_neuron(1, "a") != grow_neuron(2, "a")
    points = [line.split() for line in grow_neuron(1, "a").splitlines() if not line.startswith("#")]
    assert all(int(parent) < int(number) for number, _, _, _, _, _, parent in points)


def test_every_sample_has_a_file(upstream):
    found = get(upstream, ROOT, size=500).json()["_embedded"]["neuronResources"]
    for one in found[::25]:
        path = f"/neuromorpho/dableFiles/{one['archive'].lower()}/CNG version/{one['neuron_name']}.CNG.swc"
        assert get(upstream, path).content == grow_neuron(one["neuron_id"], one["neuron_name"]).encode()


@pytest.fixture(scope="module")
def recorded(recordings):
    played = Upstream(recordings).start()
    yield played
    played.stop()


def test_recorded_files_are_served_byte_for_byte(recorded, recordings):
    folder = recordings / "neuromorpho" / "morphologies"
    entries = [one for one in json.loads((folder / "index.json").read_text()) if one.get("standardized_path")]
    assert len(entries) > 20
    for entry in entries:
        answer = get(recorded, "/neuromorpho/" + entry["standardized_path"])
        assert hashlib.sha256(answer.content).hexdigest() == entry["sha256"]
        assert answer.content == (folder / entry["file"]).read_bytes()


def test_recorded_neurons_come_back_as_they_were_recorded(recorded, recordings):
    with (recordings / "neuromorpho" / "neurons.jsonl").open(encoding="utf-8") as lines:
        neurons = [json.loads(line) for line in lines]
    assert neurons
    assert all(get(recorded, f"{ROOT}/id/{one['neuron_id']}").json() == one for one in neurons)


def test_a_recorded_refusal_is_the_one_we_play(recorded, recordings):
    known = json.loads((recordings / "neuromorpho" / "errors" / "neuron_name_404.json").read_text())
    played = get(recorded, f"{ROOT}/name/AA1544").json()
    assert {**played, "path": played["path"].removeprefix("/neuromorpho")} == known


def test_all_hippocampal_neurons_of_the_recordings_are_found_page_by_page(recorded, recordings):
    files = sorted((recordings / "neuromorpho").glob("neurons*.jsonl"))
    records = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    wanted = {one["neuron_id"] for one in records if "hippocampus" in one["brain_region"]}
    pages = [select(recorded, {"brain_region": ["hippocampus"]}, size=5000, page=number).json() for number in range(3)]
    found = [one["neuron_id"] for page in pages for one in page["_embedded"]["neuronResources"]]
    assert [len(page["_embedded"]["neuronResources"]) for page in pages] == [500, 500, len(wanted) - 1000]
    assert found == sorted(wanted)


def test_measurements_are_numbers_by_id_and_by_name(recorded, recordings):
    with (recordings / "neuromorpho" / "morphometry" / "pages_verbatim_twins.jsonl").open(encoding="utf-8") as lines:
        known = json.loads(next(lines))
    by_id = get(recorded, f"/neuromorpho/api/morphometry/id/{known['neuron_id']}").json()
    assert by_id == get(recorded, f"/neuromorpho/api/morphometry/name/{by_id['neuron_name']}").json()
    assert any(isinstance(value, float) for value in by_id.values())
    assert get(recorded, "/neuromorpho/api/morphometry/id/999999999").status_code == 404


@pytest.fixture
def part(tmp_path):
    """Two neurons, a value list that names less than they hold, and files that are listed without their path."""
    shared = {"domain": "Dendrites, Soma", "physical_Integrity": None, "note": "two\u2028lines"}
    neurons = [
        {"neuron_id": 1, "neuron_name": "a 1", "archive": "Some Lab", "original_format": "Neurolucida.asc", **shared},
        {"neuron_id": 2, "neuron_name": "b", "archive": "Lab", "original_format": "CVAPP.swc", **shared},
    ]
    files = [{"file": f"{one['neuron_id']}.swc", "neuron_id": one["neuron_id"]} for one in neurons]
    home = tmp_path / "neuromorpho"
    (home / "morphologies").mkdir(parents=True)
    (home / "fields").mkdir()
    (home / "neurons.jsonl").write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in neurons))
    (home / "fields" / "domain.json").write_text('{"fields": ["Axon"]}')
    lost = {"file": "lost.swc", "neuron_id": 1, "standardized_path": "dableFiles/lab/CNG version/lost.CNG.swc"}
    (home / "morphologies" / "index.json").write_text(json.dumps({"files": [*files, lost]}))
    for one in files:
        (home / "morphologies" / one["file"]).write_text(f"# {one['file']}")
    played = Upstream(tmp_path).start()
    yield played
    played.stop()


def test_a_value_that_a_neuron_holds_is_listed_even_where_the_recorded_list_lacks_it(part):
    assert get(part, f"{ROOT}/fields/domain").json()["fields"] == ["Axon", "Dendrites, Soma"]


def test_a_file_listed_without_its_path_is_where_the_source_would_have_it(part):
    files = f"{part.url}/neuromorpho/dableFiles"
    assert requests.get(f"{files}/some%20lab/CNG%20version/a%201.CNG.swc", timeout=60).text == "# 1.swc"
    assert requests.get(f"{files}/lab/Source-Version/b.swc", timeout=60).text == "# 2.swc"
    assert requests.get(f"{files}/lab/CNG%20version/lost.CNG.swc", timeout=60).status_code == 404
