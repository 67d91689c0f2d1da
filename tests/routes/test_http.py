"""HTTP as people expect it: links between pages, forms that are offered, places for parameters, all records in
pieces.
"""

import json
import re
from urllib.parse import urlsplit

import pytest


def links_of(answer):
    return {relation: address for address, relation in re.findall(r'<([^>]+)>; rel="(\w+)"', answer.headers["Link"])}


def path_of(address):
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def test_pages_are_linked_to_each_other(api):
    first = api.get("/search/dataset?data_type=morphology&size=40")
    assert set(links_of(first)) == {"self", "next"}
    seen, answer = [], first
    while True:
        seen += [one["id"] for one in answer.json["items"]]
        if "next" not in (links := links_of(answer)):
            break
        answer = api.get(path_of(links["next"]))
    assert len(set(seen)) == len(seen) == first.json["total"]
    second = links_of(api.get("/search/dataset?data_type=morphology&size=40&page=1"))
    assert api.get(path_of(second["prev"])).json["items"] == first.json["items"]


def test_posted_pages_are_linked_by_their_numbers(api):
    search = {"data_type": "morphology"}
    links = links_of(api.post("/search/dataset/1/40", json=search))
    assert [path_of(links[name]) for name in ("self", "next", "prev")] == [f"/search/dataset/{n}/40" for n in (1, 2, 0)]
    last = api.post("/search/dataset/0/1000", json=search)
    assert set(links_of(last)) == {"self"}


@pytest.mark.parametrize("name", ["size", "page", "cursor", "release"])
def test_a_place_in_the_body_is_refused_with_where_it_goes(api, name):
    answer = api.post("/search/dataset", json={name: "5"})
    assert answer.status_code == 400
    assert "goes into the address: POST /search/{index}" in answer.json["detail"]


def test_what_varies_by_accept_says_so(api):
    first = api.get("/search/model")
    again = api.get("/search/model", headers={"If-None-Match": first.headers["ETag"]})
    for answer in (first, again, api.post("/search/model"), api.get("/search/model", headers={"Accept": "text/csv"})):
        assert "Accept" in answer.headers["Vary"]


def test_who_wants_a_table_is_told_where_it_is(api):
    for answer in (
        api.get("/search/dataset", headers={"Accept": "text/csv"}),
        api.post("/search/dataset/0/20", json={}, headers={"Accept": "text/csv"}),
    ):
        assert (answer.status_code, answer.json["export"]) == (406, "http://localhost/export/dataset?format=csv")
    assert api.get("/search/dataset", headers={"Accept": "text/csv, */*;q=0.1"}).status_code == 200


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("text/csv", "csv"),
        ("text/tab-separated-values", "tsv"),
        ("application/x-bibtex", "bibtex"),
        ("image/png, application/x-research-info-systems;q=0.5", "ris"),
    ],
)
def test_that_table_is_the_same_search_in_the_form_that_was_asked_for(api, accept, name):
    search = "q=CA1&species=rat&species=mouse&data_type=morphology"
    answer = api.get(f"/search/dataset?{search}&page=1&size=5&sort=name&facets=all", headers={"Accept": accept})
    address = answer.json["export"].removeprefix("http://localhost")
    assert (answer.status_code, address) == (406, f"/export/dataset?{search}&format={name}")
    assert api.get(address).content_type.partition(";")[0] in accept


@pytest.mark.parametrize("body", [None, {}, {"ids": None}, {"ids": []}, {"ids": ""}])
def test_without_identifiers_all_records_come(api, body):
    answer = api.post("/search/model/all", json=body) if body is not None else api.post("/search/model/all")
    assert len(answer.json["items"]) == api.get("/search/model").json["total"]
    assert (answer.json["missing"], answer.json["next"]) == ([], None)


def test_all_records_come_in_pieces_that_an_answer_holds(api, monkeypatch):
    """Without a redirect, which a client that follows it with POST cannot take: storage refuses that."""
    monkeypatch.setattr("chalicelib.routes.responses.LARGEST_BODY", 150_000)
    monkeypatch.setattr("chalicelib.routes.responses.ENVELOPE", 160_000)
    link, seen, pieces = "/search/dataset/all", [], 0
    while True:
        answer = api.post(link, json={})
        assert answer.status_code == 200
        assert len(json.dumps(answer.text)) <= 160_000 + 100
        seen += [one["id"] for one in answer.json["items"]]
        pieces += 1
        if not answer.json["next"]:
            break
        link = f"/search/dataset/all?cursor={answer.json['next']}"
    assert 3 < pieces < 60
    assert len(set(seen)) == len(seen) == api.get("/search/dataset").json["total"]


def test_a_page_of_all_connections_comes_at_once(api):
    answer = api.post("/search/dataset/0/500", json={"data_type": "connection"})
    assert (answer.status_code, answer.json["total"]) == (200, len(answer.json["items"]))
    sides = [item[side] for item in answer.json["items"] for side in ("presynaptic", "postsynaptic")]
    assert not [side for side in sides if "concepts" in side]  # they are searched, and would make a page too large
    assert api.get("/search/dataset?q=from+cornu+ammonis+3+to+CA1&data_type=connection").json["total"] > 0


def test_a_cursor_does_not_go_with_identifiers(api):
    assert api.post("/search/dataset/all?cursor=x", json={"ids": ["a"]}).status_code == 400
