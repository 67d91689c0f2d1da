"""Downloads as the frontend and others ask for them, over Chalice's own gateway, a real S3 server and a real source."""

import base64
import hashlib
import io
import json
import re
import zipfile
from types import SimpleNamespace
from typing import Any

import pytest
import requests
from chalice.test import Client

from app import app
from chalicelib.config import Config
from chalicelib.downloads.archive import Archives
from chalicelib.errors import RecordMissing
from chalicelib.json_types import Json
from chalicelib.routes import downloads
from chalicelib.routes.downloads import download_routes
from chalicelib.search.query import Query
from chalicelib.search.service import Documents, Whole
from tests.downloads.conftest import HOME, POINTS, asked, cache, clock, document, files, has

__all__ = ["asked", "cache", "clock", "files", "has"]  # fixtures of the downloads' own tests
BESIDE = {"records.csv", "MANIFEST.csv", "CITATION.bib", "CITATION.txt", "README.txt"}
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20
BROWSER = {"Accept": "text/html,application/xhtml+xml", "Sec-Fetch-Mode": "navigate", "Host": "hub.example"}


class FewRecords:
    """A search over a list; it notes what it was asked."""

    def __init__(self, documents: list[Json]) -> None:
        self._known = {one["id"]: one for one in documents}
        self.queries: list[Query] = []

    def documents(self, ids: list[str], release: str = "") -> Documents:
        missing = tuple(id for id in ids if id not in self._known)
        return Documents([self._known[id] for id in ids if id in self._known], release or "0123456789abcdef", missing)

    def read(self, identifier: str, release: str = "") -> SimpleNamespace:
        if identifier not in self._known:
            raise RecordMissing(f"There is no record {identifier!r}.", id=identifier)
        return SimpleNamespace(document=self._known[identifier])

    def whole(self, query: Query) -> Whole:
        self.queries.append(query)
        ids = [id for id, one in self._known.items() if query.data_type in (None, one["type"])]
        account: Json = {"interpreted": [], "relaxed": [], "notes": []}
        return Whole(query.index, query.release, {"ids": {"values": ids}}, len(ids), account)

    def read_whole(self, whole: Whole) -> Any:
        return iter([self._known[id] for id in whole.clause["ids"]["values"]])


@pytest.fixture
def hub(files, cache, has, monkeypatch):
    has("/files/1.swc")
    has("/files/2.swc")
    has("/files/1.png", PNG)
    picture = {"urls": [f"{HOME}/files/1.png"], "name": "1.png", "kind": "image"}
    known = [document(1, preview=picture), document(2), document(3), {**document("m"), "id": "internal-morphology-x"}]
    known_records = FewRecords(known)
    made = SimpleNamespace(
        files=files,
        file_cache=cache,
        archives=Archives(files, cache),
        search=known_records,
        record_reader=known_records,
        config=Config("http://engine.example", "any", public_hosts=("hub.example",)),
    )
    monkeypatch.setattr(downloads, "services", lambda: made)
    return made


@pytest.fixture
def http(hub):
    if "/download/{index}" not in app.routes:
        app.register_blueprint(download_routes)
    with Client(app) as client:
        yield client.http


def opened(answer: Any) -> set[str]:
    link = requests.get(answer.headers["Location"], timeout=60)
    return set(zipfile.ZipFile(io.BytesIO(link.content)).namelist())


def post(http: Any, path: str, body: Any) -> Any:
    return http.post(path, body=json.dumps(body).encode(), headers={"Content-Type": "application/json"})


@pytest.mark.parametrize(
    "query", ["ids=neurons-1,neurons-2", "ids=neurons-1&ids=neurons-2", "ids=%20neurons-1,,neurons-2,"]
)
@pytest.mark.parametrize("index", ["dataset", "model"])
def test_ids_of_either_index_are_taken_on_either_route(http, index, query):
    answer = http.get(f"/download/{index}?{query}", headers=BROWSER)
    assert answer.status_code == 302
    assert opened(answer) == {"1.swc", "2.swc", *BESIDE}


@pytest.mark.parametrize("ids", [["neurons-1", "neurons-2"], "neurons-1, neurons-2"])
def test_a_post_takes_a_list_or_a_string_and_answers_303(http, ids):
    answer = post(http, "/download/dataset", {"ids": ids})
    assert answer.status_code == 303
    assert opened(answer) == {"1.swc", "2.swc", *BESIDE}


def test_one_identifier_still_is_an_archive_and_an_old_one_is_understood(http):
    assert opened(http.get("/download/dataset?ids=neurons-1")) == {"1.swc", *BESIDE}
    old = http.get("/download/dataset?ids=internal_morphologies-x")
    assert (old.status_code, "answers 404" in old.json_body["detail"]) == (404, True), "known, and without a file"


def test_an_unknown_identifier_is_missing_among_others_and_an_error_alone(http):
    assert "MISSING.csv" in opened(http.get("/download/dataset?ids=neurons-1,nobody-1"))
    answer = http.get("/download/dataset?ids=nobody-1,nobody-2")
    assert (answer.status_code, answer.json_body["ids"]) == (404, ["nobody-1", "nobody-2"])
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/download/dataset", {}, 400),
        ("/download/dataset", {"ids": []}, 400),
        ("/download/dataset", {"ids": 5}, 400),
        ("/download/dataset", {"ids": [1]}, 400),
        ("/download/dataset", {"id": ["neurons-1"]}, 400),
        ("/download/dataset", [], 400),
        ("/download/nothing", {"ids": ["neurons-1"]}, 404),
        ("/download/dataset/all", {"data_type": "nothing"}, 404),
        ("/download/dataset/all", {"filters": {"colour": "red"}}, 400),
    ],
)
def test_bad_input_is_refused_and_named(http, path, body, status):
    answer = post(http, path, body)
    assert answer.status_code == status, answer.json_body
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_no_identifier_in_a_link_is_refused(http):
    for query in ("", "?ids=", "?ids=,,", "?id=neurons-1"):
        assert http.get(f"/download/dataset{query}").status_code == 400


def test_all_takes_every_search_parameter(http, hub):
    answer = http.get("/download/dataset/all?data_type=morphology&q=ca1&species=rat&species=mouse")
    assert {"1.swc", "2.swc", "MISSING.csv"} <= opened(answer)
    asked_for = hub.search.queries[0]
    assert (asked_for.data_type, asked_for.text, asked_for.chosen["species"]) == ("morphology", "ca1", ("rat", "mouse"))
    same = post(
        http, "/download/dataset/all", {"data_type": "morphology", "query": "ca1", "filters": {"species": "rat"}}
    )
    assert same.status_code == 303
    assert http.get("/download/dataset/all?data_type=connection").status_code == 404


def test_one_record_is_its_file_under_its_name(http):
    for path in ("/download/dataset/neurons-1", "/download/model/neurons-1", "/files/neurons-1/1.swc"):
        answer = http.get(path, headers=BROWSER)
        assert answer.status_code == 302
        file = requests.get(answer.headers["Location"], headers={"Origin": "null"}, timeout=60)
        assert 'attachment; filename="1.swc"' in file.headers["Content-Disposition"]
        assert file.headers["Access-Control-Allow-Origin"] in ("*", "null")


def test_a_file_that_is_not_to_be_had_says_why(http):
    answer = http.get("/files/neurons-3/3.swc")
    assert (answer.status_code, answer.json_body["title"]) == (404, "File not available")
    assert "answers 404" in answer.json_body["detail"]
    assert http.get("/files/nobody-1/a.swc").json_body["title"] == "Record not found"


def test_icons_come_as_bytes_that_a_browser_may_keep(http, asked):
    answers = [http.get("/icons/neurons-1/1.png") for _ in range(3)]
    assert {(one.status_code, one.body) for one in answers} == {(200, PNG)}
    assert {one.headers["Cache-Control"] for one in answers} == {"public, max-age=86400"}
    assert answers[0].headers["Content-Type"] == "image/png"
    assert asked().count("/files/1.png") == 1
    assert http.get("/icons/neurons-2/2.png").status_code == 404
    held = http.get("/icons/neurons-1/1.png", headers={"If-None-Match": answers[0].headers["ETag"]})
    assert (held.status_code, held.body) == (304, b"")


def test_an_icon_too_large_for_the_gateway_is_a_redirect(http, monkeypatch):
    monkeypatch.setattr(downloads, "LARGEST_ICON", 10)
    answer = http.get("/icons/neurons-1/1.png")
    assert requests.get(answer.headers["Location"], timeout=60).content == PNG


@pytest.mark.parametrize("ids", ["neurons-3", "neurons-3,nobody-1"])
def test_an_archive_that_would_hold_no_file_says_why_instead(http, ids):
    answer = http.get(f"/download/dataset?ids={ids}")
    assert (answer.status_code, answer.json_body["title"]) == (404, "File not available")
    assert "answers 404" in answer.json_body["detail"]
    page = http.get(f"/download/dataset?ids={ids}", headers=BROWSER)
    assert page.status_code == 404
    assert page.headers["Content-Type"].startswith("text/html")
    assert b"answers 404" in page.body


def test_a_browser_waits_on_a_page_that_asks_again(http, hub, monkeypatch):
    monkeypatch.setattr(downloads, "REQUEST_BUDGET", 0.0)
    answer = http.get("/download/dataset?ids=neurons-1", headers=BROWSER)
    assert answer.status_code == 202
    assert answer.headers["Content-Type"].startswith("text/html")
    again = re.search(
        rb'http-equiv="refresh" content="\d+;url=https://hub.example(/archives/\w+\?release=\w+)"', answer.body
    )
    assert again is not None
    monkeypatch.setattr(downloads, "REQUEST_BUDGET", 20.0)
    assert opened(http.get(again[1].decode(), headers=BROWSER)) == {"1.swc", *BESIDE}


def test_a_script_is_told_where_to_ask_again(http, monkeypatch):
    monkeypatch.setattr(downloads, "REQUEST_BUDGET", 0.0)
    answer = post(http, "/download/dataset", {"ids": ["neurons-1", "neurons-2"]})
    assert answer.status_code == 202
    assert int(answer.headers["Retry-After"]) > 0
    assert (answer.json_body["done"], answer.json_body["total"]) == (0, 2)
    monkeypatch.setattr(downloads, "REQUEST_BUDGET", 20.0)
    state = http.get("/archives/" + answer.json_body["status_url"].rsplit("/", 1)[1])
    assert opened(state) == {"1.swc", "2.swc", *BESIDE}


def test_an_archive_that_nobody_asked_for_is_unknown(http):
    assert http.get("/archives/" + "0" * 32).status_code == 404
    assert http.get("/archives/..%2Ffiles").status_code == 404


@pytest.mark.parametrize("path", ["/files/neurons-1/1.swc", "/download/dataset/neurons-1", "/download/model/neurons-1"])
def test_head_of_a_file_is_what_it_is_and_no_redirect(hub, http, path):
    """A presigned link is for GET alone: download managers that follow it with HEAD would be told 403."""
    answer = http.request("HEAD", path, headers=BROWSER)
    stored = hub.file_cache.ensure(document(1))
    digest = base64.b64encode(hashlib.sha256(POINTS).digest()).decode()
    assert (answer.status_code, answer.body) == (200, b"")
    assert answer.headers["Content-Type"] == stored.content_type == "text/plain"
    assert answer.headers["Content-Length"] == answer.headers["X-File-Size"] == str(len(POINTS))
    assert answer.headers["Repr-Digest"] == f"sha-256=:{digest}:"
    assert 'filename="1.swc"' in answer.headers["Content-Disposition"]


def test_head_of_a_file_that_is_missing_is_gets_status(http):
    assert http.request("HEAD", "/files/neurons-3/3.swc", headers=BROWSER).status_code == 404
