"""The contract with the hub's frontend, section by section: kinds of fields, identifiers, pages, downloads."""

import io
import json
import zipfile

import pytest
import requests

from chalicelib.records import Paper

STRINGS = (
    "physical_integrity",
    "name",
    "species",
    "region",
    "cell_type",
    "etype",
    "source",
    "icon",
    "page_link",
    "download_link",
    "type",
    "id",
    "source_id",
)
LISTS = {
    "morphology": ("secondary_region", "papers", "morphologies", "structural_domains"),
    "electrophysiology": ("secondary_region", "layers", "markers", "papers"),
    "single": (
        "channels",
        "receptors",
        "cell_types",
        "model_types",
        "model_concepts",
        "implementers",
        "modeling_application",
        "papers",
        "model_files",
    ),
}
SIDE = {"name", "papers", "markers", "secondary_region", "layers", "source", "page_link", "source_id", "id"}
SOURCES = {"Neuromorpho", "Hippocampome", "ModelDB", "INTERNAL"}


def post(api, path, body):
    return api.post(path, data=json.dumps(body), content_type="application/json")


def every(api, data_type):
    index = "model" if data_type == "single" else "dataset"
    return post(api, f"/search/{index}/0/1000", {"data_type": data_type}).json["items"]


def archive(answer):
    return zipfile.ZipFile(io.BytesIO(requests.get(answer.headers["Location"], timeout=60).content))


every_type = pytest.mark.parametrize("data_type", ["morphology", "electrophysiology", "connection", "single"])


@every_type
def test_what_the_frontend_shows_as_text_is_text_or_absent(api, data_type):
    for record in every(api, data_type):
        assert all(isinstance(record.get(name, ""), str) for name in STRINGS)
        assert record["id"] == record["source_id"]
        assert record["type"] == data_type
        assert record["source"] in SOURCES


@pytest.mark.parametrize("data_type", LISTS)
def test_what_the_frontend_shows_as_a_list_is_a_list(api, data_type):
    for record in every(api, data_type):
        assert all(isinstance(record[name], list) for name in LISTS[data_type])
        assert all(set(paper) <= set(Paper.model_fields) and paper["label"] for paper in record["papers"])


@every_type
def test_identifiers_go_unescaped_into_addresses(api, data_type):
    assert not [record["id"] for record in every(api, data_type) if set(record["id"]) & set(",&#+%/? ")]


@every_type
def test_links_are_absolute_and_go_whole_into_other_programs(api, data_type):
    links = [record[name] for record in every(api, data_type) for name in ("download_link", "icon") if name in record]
    assert all(link.startswith("http://localhost/") and not set(link) & set("&# ") for link in links)
    assert all("." in link.rsplit("/", 1)[1] for link in links)


def test_both_sides_of_a_connection_are_whole(api):
    for record in every(api, "connection"):
        for side in (record["presynaptic"], record["postsynaptic"]):
            assert set(side) >= SIDE
            assert side["id"] == side["source_id"]


def test_a_layer_begins_with_its_region_letter_for_letter(api):
    sides = [record[side] for record in every(api, "connection") for side in ("presynaptic", "postsynaptic")]
    for one in [*every(api, "electrophysiology"), *sides]:
        assert {layer.partition(":")[0] for layer in one["layers"]} <= set(one["secondary_region"])


def test_models_have_a_page_and_a_safe_description(api):
    for model in every(api, "single"):
        assert model["page_link"].startswith("https://modeldb.science/")
        assert "<script" not in model["description"].lower()


def test_internal_records_keep_their_bare_name(api):
    names = [record["name"] for record in every(api, "morphology") if record["source"] == "INTERNAL"]
    assert "011127HP1" in names
    assert not [name for name in names if "." in name]


@pytest.mark.parametrize("size", [10, 20, 50, 100])
def test_the_pages_of_every_size_add_up(api, size):
    first = post(api, f"/search/dataset/0/{size}", {}).json
    last = post(api, f"/search/dataset/{first['total_page'] - 1}/{size}", {}).json
    assert len(last["items"]) == first["total"] - size * (first["total_page"] - 1) > 0
    assert post(api, f"/search/dataset/{first['total_page']}/{size}", {}).json["items"] == []


def test_a_search_that_finds_nothing_has_no_pages(api):
    answer = post(api, "/search/dataset", {"query": "zzzqqqxxx"}).json
    assert (answer["total"], answer["total_page"], answer["items"]) == (0, 0, [])


def test_old_internal_identifiers_stay_valid(api):
    [record] = post(api, "/search/dataset/all", {"ids": ["internal_morphologies-011127HP1"]}).json["items"]
    assert record["id"] == "internal-morphology-011127HP1"
    assert api.get("/download/dataset/internal_morphologies-011127HP1").status_code == 302


def test_models_are_found_by_identifier_on_either_index(api):
    ids = [model["id"] for model in every(api, "single")][:2]
    assert [one["id"] for one in post(api, "/search/dataset/all", {"ids": ids}).json["items"]] == ids


@pytest.mark.parametrize("index", ["dataset", "model"])
def test_a_basket_of_both_indices_comes_as_one_archive_from_either_route(api, index):
    model = every(api, "single")[0]
    answer = api.get(f"/download/{index}?ids={model['id']},neuromorpho-227")
    assert answer.status_code == 302
    with archive(answer) as files:
        assert {name.rsplit(".", 1)[1] for name in files.namelist()} == {"swc", "zip", "csv", "txt", "bib"}


def test_a_basket_sent_as_a_list_is_the_same_archive(api):
    linked, sent = (
        api.get("/download/dataset?ids=neuromorpho-227"),
        post(api, "/download/dataset", {"ids": ["neuromorpho-227"]}),
    )
    assert (linked.status_code, sent.status_code) == (302, 303)
    assert archive(linked).namelist() == archive(sent).namelist()


def test_all_files_of_a_search_are_those_that_the_filters_leave(api):
    body = {"data_type": "morphology", "query": "Chen", "filters": {"secondary_region": "CA1"}}
    wanted = {one["name"] for one in post(api, "/search/dataset/0/100", body).json["items"]}
    with archive(post(api, "/download/dataset/all", body)) as files:
        names = {name.split(".")[0] for name in files.namelist() if name.endswith((".swc", ".asc"))}
    assert names == wanted != set()


def test_a_file_downloaded_by_a_browser_gets_a_readable_name(api):
    answer = api.get("/download/dataset/neuromorpho-227", headers={"Accept": "text/html", "Sec-Fetch-Mode": "navigate"})
    file = requests.get(answer.headers["Location"], headers={"Origin": "null"}, timeout=60)
    assert file.headers["Content-Disposition"].startswith('attachment; filename="c91662.CNG.swc"')
    assert file.headers["Access-Control-Allow-Origin"] in ("*", "null")
    assert file.text.startswith("# c91662: synthetic")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/download/dataset?ids=nobody-1", 404),
        ("/download/dataset?ids=", 400),
        ("/download/datasets?ids=neuromorpho-227", 404),
        ("/download/dataset/nobody-<b>1", 404),
        ("/archives/nothing", 404),
        ("/search/dataset?specie=rat", 400),
    ],
)
@pytest.mark.parametrize(
    "browser", [{"Sec-Fetch-Mode": "navigate", "Accept": "text/html"}, {"Accept": "text/html,*/*"}]
)
def test_who_opened_a_link_in_a_browser_reads_what_is_wrong_on_a_page(api, path, status, browser):
    answer = api.get(path, headers=browser)
    assert (answer.status_code, answer.content_type) == (status, "text/html; charset=utf-8")
    assert "<h1>" in answer.get_data(as_text=True)
    assert "<b>" not in answer.get_data(as_text=True)
    script = api.get(path, headers={"Sec-Fetch-Mode": "cors", "Accept": "text/html"})
    assert (script.status_code, script.content_type) == (status, "application/problem+json")


def test_redirects_may_be_followed_by_a_script_of_another_origin(api):
    answer = api.get("/download/dataset?ids=neuromorpho-227", headers={"Origin": "https://hub.example"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_an_icon_is_a_picture_that_a_browser_may_keep(api):
    icon = next(one["icon"] for one in every(api, "electrophysiology") if "icon" in one)
    answer = api.get(icon.removeprefix("http://localhost"))
    assert "max-age" in answer.headers["Cache-Control"]
    assert (answer.status_code, answer.headers["Content-Type"].partition("/")[0]) == (200, "image")
    assert answer.data[:4] in (b"\x89PNG", b"\xff\xd8\xff\xe0")


def test_more_records_than_the_gateway_can_carry_come_as_a_file_of_the_same_shape(api, monkeypatch):
    ids = [one["id"] for one in every(api, "connection")]
    monkeypatch.setattr("chalicelib.routes.responses.LARGEST_BODY", 50_000)
    answer = post(api, "/search/dataset/all", {"ids": ids})
    assert answer.status_code == 303
    items = requests.get(answer.headers["Location"], timeout=60).json()["items"]
    assert [one["id"] for one in items] == ids
