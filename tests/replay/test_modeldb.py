"""The replay of ModelDB, asked over HTTP: the API's rules, pages, archives."""

import io
import json
import zipfile
from pathlib import Path

import pytest
import requests

from replay.server import Upstream

SAMPLE = Path(__file__).parents[1] / "recorded"
WHOLE = ("models_verbatim_2022", "models_verbatim_2023", "models_reassembled_2025")


@pytest.fixture(scope="module")
def sample():
    upstream = Upstream(SAMPLE).start()
    yield lambda path: requests.get(f"{upstream.url}/modeldb{path}", timeout=60)
    upstream.stop()


@pytest.fixture(scope="module")
def recorded(recordings):
    upstream = Upstream(recordings).start()
    yield lambda path: requests.get(f"{upstream.url}/modeldb{path}", timeout=60)
    upstream.stop()


@pytest.fixture(scope="module")
def models(recordings):
    files = [(recordings / "modeldb" / f"{name}.jsonl").read_text(encoding="utf-8") for name in WHOLE]
    return {one["id"]: one for text in files for one in map(json.loads, text.splitlines())}


def test_a_recorded_model_comes_back_as_it_was_recorded(recorded, models):
    assert all(recorded(f"/api/v1/models/{number}").json() == models[number] for number in (2796, 147757, 66268))


def test_the_lists_of_all_keys_are_in_one_order_with_null_for_what_is_absent(recorded, models):
    ids, neurons = recorded("/api/v1/models/id").json(), recorded("/api/v1/models/neurons").json()
    assert ids == recorded("/api/v1/models").json()
    assert dict(zip(ids, neurons, strict=True)) == {number: one.get("neurons") for number, one in models.items()}


def test_records_that_lack_most_keys_are_not_served(recorded, recordings):
    with (recordings / "modeldb" / "models_partial_2024.jsonl").open(encoding="utf-8") as lines:
        partial = json.loads(next(lines))["id"]
    assert recorded(f"/api/v1/models/{partial}").status_code == 404


@pytest.mark.parametrize(
    "query, chosen",
    [
        ("modeling_application=NEURON", lambda names: "NEURON" in names),
        ("modeling_application=1882", lambda names: "NEURON" in names),
        ("modeling_application=neuron", lambda names: False),
        ("no_such_key=1", lambda names: False),
    ],
)
def test_a_filter_takes_an_id_or_an_exact_name(recorded, models, query, chosen):
    of = {
        number: [two["object_name"] for two in one["modeling_application"]["value"]] for number, one in models.items()
    }
    assert set(recorded(f"/api/v1/models?{query}").json()) == {number for number, names in of.items() if chosen(names)}


def test_several_filters_all_hold(sample):
    both = sample("/api/v1/models/id?modeling_application=NEURON&region=Hippocampus").json()
    assert set(both) == set(sample("/api/v1/models?modeling_application=NEURON").json()) & set(
        sample("/api/v1/models?region=115946").json()
    )


@pytest.mark.parametrize("key", ["id", "name", "notes"])
def test_a_key_of_one_value_as_filter_fails_as_the_site_does(sample, key):
    assert sample(f"/api/v1/models?{key}=1").status_code == 500


@pytest.mark.parametrize("path", ["/api/v1/models/1", "/api/v1/papers/1", "/api/v1/nothing", "/api/v1/nothing/name"])
def test_what_is_unknown_is_404_with_a_text(sample, path):
    answer = sample(path)
    assert (answer.status_code, answer.text) == (404, "404 Not Found")


def test_indent_is_no_filter(sample):
    assert sample("/api/v1/models?indent=2").json() == sample("/api/v1/models").json()
    assert "\n  " in sample("/api/v1/models?indent=2").text


def test_other_collections_list_their_keys_as_text(sample):
    assert all(isinstance(key, str) for key in sample("/api/v1/papers").json())
    assert "Hippocampus" in sample("/api/v1/regions/name").json()


def test_an_archive_holds_the_recorded_names_nested_ones_too_under_one_folder(recorded, recordings):
    tree = json.loads((recordings / "modeldb" / "model_files" / "github_trees.json").read_text())["147757"]
    with zipfile.ZipFile(io.BytesIO(recorded("/download/147757").content)) as archive:
        assert set(archive.namelist()) == {f"m147757/{one['path']}" for one in tree["files"]}


def test_a_recorded_listing_is_rebuilt_entry_by_entry(recorded, recordings):
    listings = json.loads((recordings / "modeldb" / "model_files" / "zip_listings.json").read_text())
    for number, listing in listings.items():
        with zipfile.ZipFile(io.BytesIO(recorded(f"/download/{number}").content)) as archive:
            assert archive.namelist() == [one["path"] for one in listing["entries"]]


def test_an_archive_is_the_same_bytes_each_time_and_each_file_says_that_it_stands_in(sample):
    first = sample("/download/7509").content
    assert first == sample("/download/7509").content
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert all(b"STAND-IN" in archive.read(name) for name in archive.namelist())


def test_a_model_whose_files_were_not_recorded_says_so_in_its_archive(sample):
    with zipfile.ZipFile(io.BytesIO(sample("/download/20007").content)) as archive:
        assert archive.namelist() == ["m20007/NOT-RECORDED.txt"]


@pytest.mark.parametrize("path", ["/download/1", "/getModelFile?model=7509&file=m7509/no.mod", "/getModelFile"])
def test_what_may_not_be_had_is_403(sample, path):
    assert (sample(path).status_code, sample(path).text) == (403, "Forbidden")


def test_a_model_with_an_empty_tree_cannot_be_sent(tmp_path):
    folder = tmp_path / "modeldb" / "model_files"
    folder.mkdir(parents=True)
    (folder / "zip_listings.json").write_text('{"5": {"entries": []}}')
    upstream = Upstream(tmp_path).start()
    answer = requests.get(f"{upstream.url}/modeldb/download/5", timeout=60)
    upstream.stop()
    assert (answer.status_code, answer.text) == (500, "Error reading file")


def test_rendered_pages_come_where_they_are_recorded(recorded, recordings):
    page = (recordings / "modeldb" / "pages_rendered" / "147757_tab2.html").read_text(encoding="utf-8")
    assert recorded("/147757?tab=2").text == page
    assert "cad.mod" in recorded("/147757?tab=2&file=m147757/experiment/cad.mod").text
    assert recorded("/20007?tab=1").status_code == 404


def test_an_empty_folder_is_a_site_without_models(tmp_path):
    upstream = Upstream(tmp_path).start()
    answer = requests.get(f"{upstream.url}/modeldb/api/v1/models/neurons", timeout=60)
    upstream.stop()
    assert answer.json() == []
