"""Search as the frontend asks it, and as it may be misused."""

import csv
import json

import pytest

from chalicelib.request_params import LONGEST_TEXT
from chalicelib.search.lookup import order_of
from chalicelib.search.query import LARGEST_PAGE
from tests.conftest import SAMPLES


def _rows(table):
    with (SAMPLES / table).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


NEURONS = [
    row
    for row in _rows("neuromorpho/neurons.csv")
    if row["brain_region"].startswith("hippocampus") and "Soma" in row["domain"] and "3D" in row["attributes"]
]
MORPHOLOGIES = len(NEURONS) + sum(row["type"] == "morphology" for row in _rows("nexus/records.csv"))


def post(api, path, body=None, **headers):
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return api.post(path, data=raw, content_type="application/json", headers=headers)


def found(api, body, index="dataset", size=500):
    answer = post(api, f"/search/{index}/0/{size}", body)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.json["items"]


def test_the_first_page_has_twenty_hits_and_says_how_many_there_are(api):
    answer = post(api, "/search/dataset", {"data_type": "morphology"}).json
    assert (answer["page"], answer["size"], len(answer["items"])) == (0, 20, 20)
    assert answer["total"] == MORPHOLOGIES
    assert answer["total_page"] == -(-MORPHOLOGIES // 20)


@pytest.mark.parametrize(
    "body", [b"", b"null", b"{}", b'{"data_type":null,"query":null,"filters":null}', b'{"query":" "}']
)
def test_what_is_absent_null_or_blank_asks_for_everything(api, body):
    assert post(api, "/search/model", body).json["total"] == post(api, "/search/model", {}).json["total"] > 0


def test_pages_neither_repeat_nor_miss(api):
    ids = [
        item["id"]
        for page in range(-(-MORPHOLOGIES // 20))
        for item in post(api, f"/search/dataset/{page}", {"data_type": "morphology"}).json["items"]
    ]
    assert len(ids) == len(set(ids)) == MORPHOLOGIES


def test_a_page_past_the_end_is_empty(api):
    assert post(api, "/search/dataset/300/20", {}).json["items"] == []


def test_without_text_records_come_by_name(api):
    """In natural order; those that lead to neither a page nor a file come last."""
    items = found(api, {"data_type": "morphology"})
    places = [(not (item.get("page_link") or item.get("download_link")), order_of(item["name"])) for item in items]
    assert places == sorted(places)


def test_a_record_is_what_was_harvested_with_links_that_work_from_anywhere(api):
    [record] = found(api, {"query": "c91662"})
    assert (record["id"], record["source_id"], record["source"]) == (
        "neuromorpho-227",
        "neuromorpho-227",
        "Neuromorpho",
    )
    assert record["download_link"].startswith("http://localhost/files/neuromorpho-227/")
    assert record["provenance"]["licence"] == "CC-BY-4.0"


@pytest.mark.parametrize("text", ["c91662", "C91662", "9166", "  c91662  ", "91662"])
def test_any_part_of_a_name_finds_it_first(api, text):
    assert found(api, {"query": text})[0]["name"] == "c91662"


def test_one_or_the_other_is_what_either_finds(api):
    ids = {text: {item["id"] for item in found(api, {"query": text})} for text in ("CA1 | CA2", "CA1", "CA2")}
    assert ids["CA1 | CA2"] == ids["CA1"] | ids["CA2"] != set()


def test_two_words_must_both_be_found(api):
    ids = {text: {item["id"] for item in found(api, {"query": text})} for text in ("rat CA1", "rat", "CA1")}
    assert ids["rat CA1"] == ids["rat"] & ids["CA1"] != set()


def test_the_same_meaning_finds_the_same_records(api):
    assert (
        {i["id"] for i in found(api, {"query": "CA1:SP"})}
        == {i["id"] for i in found(api, {"query": "ca1 sp"})}
        != set()
    )


@pytest.mark.parametrize("typo", ["pyrmidal", "pyramdial", "pyramidla"])
def test_a_typo_finds_what_was_meant(api, typo):
    assert "pyramidal" in json.dumps(found(api, {"query": typo})[0]).lower()


@pytest.mark.parametrize(
    "text", ['a/b ( "x [ AND', "*", "?", "\\", "name:x", "_exists_:id", "~~", "NOT", "||", "a OR b", '{"match_all":{}}']
)
def test_text_is_never_syntax(api, text):
    total = post(api, "/search/dataset", {"query": text})
    assert total.status_code == 200
    assert text.strip("|") == "" or total.json["total"] < post(api, "/search/dataset", {}).json["total"] / 2


def test_filters_of_one_kind_are_either_and_of_two_kinds_both(api):
    body = {"data_type": "morphology", "filters": {"species": ["rat", "mouse"], "secondary_region": "CA1"}}
    items = found(api, body)
    assert {item["species"] for item in items} == {"rat", "mouse"}
    assert all("CA1" in item["secondary_region"] for item in items)


@pytest.mark.parametrize("empty", [None, "", [], [""]])
def test_an_empty_filter_is_no_filter(api, empty):
    body = {"data_type": "morphology", "filters": {"species": empty}}
    assert post(api, "/search/dataset", body).json["total"] == MORPHOLOGIES


def test_both_sides_of_a_connection_are_filtered(api):
    body = {
        "data_type": "connection",
        "filters": {
            "presynaptic": {"secondary_region": ["CA3"]},
            "postsynaptic": {"secondary_region": "CA1", "layers": []},
        },
    }
    items = found(api, body)
    assert items
    assert all(
        "CA3" in one["presynaptic"]["secondary_region"] and "CA1" in one["postsynaptic"]["secondary_region"]
        for one in items
    )


def test_a_facet_is_counted_without_its_own_filter(api):
    plain = post(api, "/search/dataset", {"data_type": "morphology", "facets": "all"}).json["facets"]["species"]
    chosen = post(
        api, "/search/dataset", {"data_type": "morphology", "filters": {"species": "rat"}, "facets": ["species"]}
    ).json
    assert chosen["facets"]["species"] == plain
    assert chosen["total"] == next(one["count"] for one in plain if one["value"] == "rat")


def test_layers_are_counted_within_the_chosen_region(api):
    body = {"data_type": "electrophysiology", "filters": {"secondary_region": ["CA1"]}, "facets": "layers"}
    layers = post(api, "/search/dataset", body).json["facets"]["layers"]
    assert layers
    assert all(one["value"].startswith("CA1:") for one in layers)


@pytest.mark.parametrize(
    "ids",
    [["neuromorpho-227", "neuromorpho-186"], "neuromorpho-227,neuromorpho-186", " neuromorpho-227 , neuromorpho-186 ,"],
)
def test_records_by_identifier_come_in_the_order_asked(api, ids):
    answer = post(api, "/search/dataset/all", {"ids": ids})
    assert [item["id"] for item in answer.json["items"]] == ["neuromorpho-227", "neuromorpho-186"]


def test_all_identifiers_asked_come_back_whatever_their_number(api):
    ids = [item["id"] for item in found(api, {"data_type": "morphology"})]
    answer = post(api, "/search/dataset/all", {"ids": ids})
    assert [item["id"] for item in answer.json["items"]] == ids


@pytest.mark.parametrize(
    ("path", "body", "status", "said"),
    [
        ("/search/datasets", {}, 404, "Did you mean 'dataset'?"),
        ("/search/dataset/-1", {}, 400, "page"),
        ("/search/dataset/x", {}, 400, "page"),
        ("/search/dataset/0/0", {}, 400, "size"),
        (f"/search/dataset/0/{LARGEST_PAGE + 1}", {}, 400, "size"),
        ("/search/dataset/99999/100", {}, 400, "`next` is a cursor"),
        ("/search/dataset", {"data_type": "morpholgy"}, 404, "Did you mean 'morphology'?"),
        ("/search/dataset", {"filters": {"specie": "rat"}}, 400, "Did you mean 'species'?"),
        ("/search/dataset", {"filters": ["rat"]}, 400, "filters"),
        ("/search/dataset", {"filters": {"species": 3}}, 400, "filters.species"),
        ("/search/dataset", {"filters": {"presynaptic": "CA1"}}, 400, "filters.presynaptic"),
        ("/search/dataset", {"query": 7}, 400, "query"),
        ("/search/dataset", {"query": "a" * (LONGEST_TEXT + 1)}, 400, "characters"),
        ("/search/dataset", {"query": "a\x00b"}, 400, "control characters"),
        ("/search/dataset", {"qurey": "a"}, 400, "Did you mean 'query'?"),
        ("/search/dataset", b"{not json", 400, "JSON"),
        ("/search/dataset", [1], 400, "object"),
        ("/search/dataset/all", {"ids": 7}, 400, "ids"),
        ("/search/dataset/all", {"ids": [7]}, 400, "ids"),
    ],
)
def test_bad_input_is_refused_with_its_status_and_what_is_allowed(api, path, body, status, said):
    answer = post(api, path, body, Origin="https://somewhere.example")
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert said in answer.json["detail"]


def test_a_search_may_be_a_link(api):
    linked = api.get("/search/dataset?data_type=morphology&q=pyramidal&species=rat&species=mouse&page=0&size=5").json
    sent = post(
        api,
        "/search/dataset/0/5",
        {"data_type": "morphology", "query": "pyramidal", "filters": {"species": ["rat", "mouse"]}},
    ).json
    assert linked == sent


def test_a_link_asked_again_with_its_mark_is_answered_without_a_body(api):
    mark = api.get("/search/dataset?q=pyramidal").headers["ETag"]
    again = api.get("/search/dataset?q=pyramidal", headers={"If-None-Match": mark})
    assert (again.status_code, again.data) == (304, b"")
    assert api.get("/search/dataset?q=granule", headers={"If-None-Match": mark}).status_code == 200


def test_a_link_can_turn_the_order_round(api):
    up = [item["name"] for item in api.get("/search/model?sort=name&size=100").json["items"]]
    assert [item["name"] for item in api.get("/search/model?sort=-name&size=100").json["items"]] == up[::-1]


@pytest.mark.parametrize("query", ["speceis=rat", "sort=nme", "page=-1", "size=0", "data_type=nonsense"])
def test_a_wrong_link_is_refused(api, query):
    assert api.get(f"/search/dataset?{query}").status_code in (400, 404)


def test_a_browser_may_ask_from_another_origin(api):
    asked = {
        "Origin": "https://hub.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    answer = api.options("/search/dataset/0/20", headers=asked)
    assert answer.status_code == 200
    assert "content-type" in answer.headers["Access-Control-Allow-Headers"].lower()
    assert answer.headers["Access-Control-Max-Age"] == "86400"
