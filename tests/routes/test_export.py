"""Exports of whole results: every format, every size, by search and by identifier."""

import csv
import io
import json
import time
import zipfile
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
import requests
import rispy
from bibtexparser.entrypoint import parse_string

from chalicelib.errors import ResultIncomplete, UnknownName
from chalicelib.export.formats import FORMATS
from chalicelib.export.jobs import LAYOUT, REQUEST, ExportRequest
from chalicelib.jobs.stream import STATE
from chalicelib.routes import export as export_route
from chalicelib.search.query import Query

MIXED = "neuromorpho-198,model_db-2796,hippocampome-1000"


def path_of(address):
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def table(answer):
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "query", ["", "data_type=morphology&species=rat", "q=pyramidal", "secondary_region=CA1&species=mouse"]
)
def test_a_table_holds_every_record_that_the_search_finds(api, query):
    total = api.get(f"/search/dataset?{query}").json["total"]
    rows = table(api.get(f"/export/dataset?{query}&format=csv"))
    assert len(rows) == total > 20
    assert len({row["id"] for row in rows}) == total
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)


def test_a_post_takes_the_search_of_the_frontend(api):
    search = {"data_type": "morphology", "query": "", "filters": {"species": ["rat"], "secondary_region": []}}
    rows = table(api.post("/export/dataset?format=csv", json=search))
    assert len(rows) == api.post("/search/dataset", json=search).json["total"]
    assert {row["species"] for row in rows} == {"rat"}
    assert table(api.post("/export/dataset", json={**search, "format": "csv"})) == rows


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_comes_by_name_and_by_accept(api, name):
    by_name = api.get(f"/export/model?format={name}")
    assert by_name.status_code == 200
    assert by_name.content_type.partition(";")[0] == FORMATS[name].media_type.partition(";")[0]
    assert f'{FORMATS[name].ending}"' in by_name.headers["Content-Disposition"]
    if name != "curl":
        assert api.get("/export/model", headers={"Accept": FORMATS[name].media_type}).data == by_name.data


def test_without_a_wish_it_is_csv_for_browsers_and_scripts(api):
    for accept in ("*/*", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"):
        assert api.get("/export/model", headers={"Accept": accept}).content_type.startswith("text/csv")


def test_identifiers_of_either_index_make_one_table_with_the_columns_of_both(api):
    answer = api.get(f"/export/dataset?ids={MIXED},nobody-1&format=csv")
    rows = table(answer)
    assert [row["id"] for row in rows] == MIXED.split(",")
    assert {"species", "presynaptic.name", "channels", "class_id"} <= rows[0].keys()
    assert answer.headers["Hub-Missing"] == "nobody-1"
    assert table(api.post("/export/model", json={"ids": MIXED.split(","), "format": "csv"})) == rows


def test_no_known_identifier_is_404(api):
    assert api.get("/export/dataset?ids=nobody-1").status_code == 404


def test_tables_of_types_have_the_same_columns(api):
    columns = {
        tuple(table(api.get(f"/export/dataset?data_type={kind}&format=csv"))[0])
        for kind in ("morphology", "electrophysiology", "connection")
    }
    assert len(columns) == 1


def test_records_in_ndjson_are_those_of_the_search(api):
    lines = api.get("/export/model?format=ndjson").text.splitlines()
    found = {one["id"]: one for one in api.get("/search/model?size=1000").json["items"]}
    assert {one["id"]: one for one in map(json.loads, lines)} == found


def test_each_paper_of_many_neurons_is_cited_once(api):
    dois = [one["doi"] for one in parse_string(api.get("/export/dataset?format=bibtex").text).entries if "doi" in one]
    assert dois.count("10.1002/cne.903620103") == 1
    assert len(dois) == len(set(dois))
    references = rispy.loads(api.get("/export/dataset?archive=Amaral&data_type=morphology&format=ris").text)
    assert [one["doi"] for one in references if "doi" in one] == ["10.1002/cne.903620103", "10.1096/fba.2024-00048"]


def test_neurons_without_a_paper_say_so(api):
    assert "Paper not stated by the source" in api.get("/export/dataset?ids=neuromorpho-81&format=bibtex").text


def test_the_companion_is_linked_and_tells_what_the_table_is(api):
    answer = api.get("/export/dataset?data_type=morphology&species=rat&format=csv")
    link = answer.headers["Link"]
    assert 'rel="describedby"; type="application/csvm+json"' in link
    told = api.get(path_of(link[1 : link.index(">")]))
    assert told.content_type == "application/csvm+json"
    assert told.json["count"] == len(table(answer))
    assert told.json["release"] == answer.headers["Hub-Generation"]
    assert told.json["query"] == {"data_type": ["morphology"], "species": ["rat"]}
    header = answer.data.decode("utf-8-sig").splitlines()[0]
    assert next(csv.reader([header])) == [one["header"] for one in told.json["columns"]]


def test_a_table_of_a_relaxed_search_says_how_it_was_relaxed(api):
    relaxed = api.get("/search/dataset?q=Turner+zebrafishes&size=1").json
    assert relaxed["relaxed"] and relaxed["total"] > 0
    answer = api.get("/export/dataset?q=Turner+zebrafishes&format=csv")
    assert len(table(answer)) == relaxed["total"]
    assert all(one in answer.headers["X-Notes"] for one in relaxed["relaxed"])
    link = answer.headers["Link"]
    told = api.get(path_of(link[1 : link.index(">")])).json
    for name in ("interpreted", "relaxed", "notes"):
        assert told[name] == relaxed[name]


def test_a_table_of_values_that_no_record_holds_says_which_are_near(api):
    answer = api.get("/export/dataset?data_type=morphology&species=ratt&format=csv")
    assert table(answer) == []
    assert "species: no record holds 'ratt'. Did you mean 'rat'" in answer.headers["X-Notes"]
    none = api.get("/download/dataset/all?data_type=morphology&species=ratt")
    assert (none.status_code, none.json["notes"][0]["value"]) == (404, "ratt")


def test_an_archive_of_a_relaxed_search_says_how_it_was_relaxed(api):
    answer = api.get("/download/dataset/all?q=c91662+zebrafishes")
    assert answer.status_code == 302
    assert "without zebrafishes" in answer.headers["X-Notes"]
    archive = zipfile.ZipFile(io.BytesIO(requests.get(answer.headers["Location"], timeout=30).content))
    assert "without zebrafishes" in archive.read("README.txt").decode()


def test_the_companion_names_the_table_that_it_describes(api):
    for name, delimiter, ends in (("csv", ",", "\r\n"), ("tsv", "\t", "\n")):
        answer = api.get(f"/export/model?q=CA1&format={name}")
        link = answer.headers["Link"]
        told = api.get(path_of(link[1 : link.index(">")])).json
        assert (told["dialect"]["delimiter"], told["dialect"]["lineTerminators"]) == (delimiter, [ends])
        assert f"release={answer.headers['Hub-Generation']}" in told["url"]
        assert api.get(path_of(told["url"])).data == answer.data


@pytest.mark.parametrize("name", ["ndjson", "jsonld", "bibtex", "ris", "csl", "curl"])
def test_what_is_no_table_has_no_companion(api, name):
    assert "Link" not in api.get(f"/export/model?format={name}").headers


def test_a_large_export_is_redirected_to_and_is_whole(api, monkeypatch):
    monkeypatch.setattr(export_route, "MANY", 10)
    answer = api.get("/export/dataset?format=tsv")
    assert answer.status_code == 303
    stored = requests.get(answer.headers["Location"], timeout=30)
    assert stored.headers["Content-Type"].startswith("text/tab-separated-values")
    assert "hippocampus-hub-dataset-" in stored.headers["Content-Disposition"]
    monkeypatch.setattr(export_route, "MANY", 5000)
    assert stored.content == api.get("/export/dataset?format=tsv").data


def test_what_the_gateway_could_not_carry_for_its_quotation_marks_is_stored(api, monkeypatch):
    whole = api.get("/export/model?format=jsonld").data
    monkeypatch.setattr("chalicelib.routes.responses.ENVELOPE", len(whole) + 100)
    answer = api.get("/export/model?format=jsonld")
    assert answer.status_code == 303
    assert requests.get(answer.headers["Location"], timeout=30).content == whole


@pytest.mark.parametrize("name", ["csv", "jsonld", "bibtex", "curl"])
@pytest.mark.parametrize("ids", ["", MIXED])
def test_an_export_that_takes_long_is_a_job_that_any_request_goes_on_with(api, monkeypatch, name, ids):
    chosen = f"ids={ids}&" if ids else "q=pyramidal&"
    whole = api.get(f"/export/dataset?{chosen}format={name}").data
    monkeypatch.setattr(export_route, "MANY", 0)
    monkeypatch.setattr(export_route, "REQUEST_BUDGET", 0.0)
    answer = api.get(f"/export/dataset?{chosen}format={name}")
    assert answer.status_code == 202
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.json["total"] > 0
    for _ in range(20):
        state = api.get(path_of(answer.json["status_url"]))
        if state.status_code != 202:
            break
        monkeypatch.setattr(export_route, "REQUEST_BUDGET", 20.0)
    assert state.status_code == 302
    assert requests.get(state.headers["Location"], timeout=30).content == whole


def test_a_result_of_which_a_record_is_lost_is_no_result(full_hub):
    found = full_hub.search.whole(Query(index="model"))
    more = replace(found, total=found.total + 1)
    by_search = ExportRequest("csv", "model", ("model",), found.release, "http://localhost", more.total, whole=more)
    ids = ("model_db-2796", "nobody-1")
    by_ids = ExportRequest("csv", "model", ("model",), found.release, "http://localhost", 2, ids=ids)
    for request, read in ((by_search, found.total), (by_ids, 1)):
        with pytest.raises(ResultIncomplete, match=f"Of {request.total} records {read} could be read"):
            full_hub.exports.whole(request, 10**7, time.time() + 60)
        with pytest.raises(ResultIncomplete):
            full_hub.exports.request(request, time.time() + 60)
        folder = full_hub.exports.folder(request.key)
        assert (folder.ready(), folder.load(STATE)) == (None, None)
    with pytest.raises(ResultIncomplete):
        list(full_hub.search.read_whole(more))


def test_an_export_of_another_layout_is_asked_for_again(full_hub):
    """An older deployment's request says less, or something else, than is read today."""
    folder = full_hub.exports.folder("f" * 32)
    folder.save(REQUEST, {"format": "csv", "layout": LAYOUT - 1})
    with pytest.raises(UnknownName, match="ask for it again"):
        full_hub.exports.status("f" * 32, time.time())


def test_a_browser_waits_on_a_page_in_our_style(api, monkeypatch):
    monkeypatch.setattr(export_route, "MANY", 0)
    monkeypatch.setattr(export_route, "REQUEST_BUDGET", 0.0)
    answer = api.get(
        "/export/dataset?q=dendrite&format=ris", headers={"Sec-Fetch-Mode": "navigate", "Accept": "text/html,*/*"}
    )
    assert (answer.status_code, answer.headers["Content-Language"]) == (202, "en")
    assert 'http-equiv="refresh"' in answer.text and "prefers-color-scheme: dark" in answer.text


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("page=1", 400),
        ("cursor=x", 400),
        ("sort=name", 400),
        ("facets=all", 400),
        ("format=xlsx", 400),
        ("format=csv&format=tsv", 400),
        ("colour=red", 400),
        ("ids=a&q=x", 400),
        ("release=0123456789abcdef", 404),
        ("data_type=nothing", 404),
    ],
)
def test_a_wrong_export_is_refused(api, query, status):
    answer = api.get(f"/export/dataset?{query}")
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"


@pytest.mark.parametrize("more", [{"sort": "name"}, {"size": 5}, {"page": 1}, {"facets": ["species"]}])
def test_a_body_that_asks_for_a_part_is_refused_and_says_why(api, more):
    for path in ("/export/dataset", "/download/dataset/all"):
        answer = api.post(path, json={"data_type": "morphology", **more})
        assert (answer.status_code, answer.json["field"]) == (400, next(iter(more)))
        assert "in the order of identifiers" in answer.json["detail"]
    assert api.post("/export/model?format=csv", json={**dict.fromkeys(more), "query": "CA1"}).status_code == 200


def test_an_unknown_export_is_404(api):
    assert api.get("/exports/" + "0" * 32).status_code == 404
    assert api.get("/exports/..").status_code == 404
