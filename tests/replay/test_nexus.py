"""The replay of the hub's internal collections, asked over HTTP: searches, lists, files of any host."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
import requests

from replay.server import Upstream

SAMPLE = Path(__file__).parents[1] / "recorded"
VIEW = quote("https://bbp.epfl.ch/neurosciencegraph/data/views/es/dataset", safe="")
SEARCH = f"/nexus/views/public/hippocampus-hub/{VIEW}/_search"
TRACES = {"term": {"@type": "Trace"}}


@pytest.fixture(scope="module")
def sample():
    upstream = Upstream(SAMPLE).start()
    yield upstream.url
    upstream.stop()


@pytest.fixture(scope="module")
def recorded(recordings):
    upstream = Upstream(recordings).start()
    yield upstream.url
    upstream.stop()


@pytest.fixture
def many(tmp_path):
    """A view of 2,345 recordings."""
    folder = tmp_path / "nexus"
    folder.mkdir()
    resources = [{"@id": f"urn:{number:05}", "@type": ["Trace"], "name": str(number)} for number in range(2345)]
    hits = {"hits": {"hits": [{"_source": one} for one in resources]}}
    (folder / "es_reply_traces.json").write_text(json.dumps(hits))
    upstream = Upstream(tmp_path).start()
    yield upstream.url
    upstream.stop()


def search(url, body):
    return requests.post(url + SEARCH, json=body, timeout=60)


def names(answer):
    return {hit["_source"]["name"] for hit in answer.json()["hits"]["hits"]}


@pytest.mark.parametrize(
    "query, reply",
    [
        ("consumer_morphology", "es_reply_morphologies_reshaped"),
        ("consumer_electrophysiology", "es_reply_traces_reshaped"),
    ],
)
def test_the_queries_of_the_old_consumer_find_what_was_recorded(recorded, recordings, query, reply):
    body = json.loads((recordings / "nexus" / "es_request_bodies.json").read_text())[query]
    kept = json.loads((recordings / "nexus" / f"{reply}.json").read_text())["hits"]["hits"]
    assert names(search(recorded, body)) == {hit["_source"]["name"] for hit in kept}


def test_the_portals_query_finds_the_recordings_of_one_type(recorded, recordings):
    body = json.loads((recordings / "nexus" / "es_request_bodies.json").read_text())["portal_trace_by_etype"]
    by_type = json.loads((recordings / "nexus" / "traces_by_etype.json").read_text())
    assert names(search(recorded, body)) == set(by_type["bAC"])


def test_a_thousand_and_more_are_paged_by_their_sort_values(many):
    body, found = {"query": TRACES, "size": 1000, "sort": [{"@id": "asc"}]}, []
    while hits := search(many, body).json()["hits"]["hits"]:
        found += [hit["_source"]["name"] for hit in hits]
        body["search_after"] = hits[-1]["sort"]
    assert found == [str(number) for number in range(2345)]


def test_from_and_size_page_too_and_the_total_is_whole(many):
    answer = search(many, {"query": TRACES, "from": 2340, "size": 1000}).json()["hits"]
    assert (len(answer["hits"]), answer["total"]["value"]) == (5, 2345)


def test_a_window_over_ten_thousand_is_refused(many):
    answer = search(many, {"query": TRACES, "from": 9500, "size": 1000})
    assert (answer.status_code, answer.json()["error"]["type"]) == (400, "illegal_argument_exception")


def test_a_clause_that_is_not_known_is_refused_not_ignored(sample):
    assert search(sample, {"query": {"prefix": {"name": "9"}}}).status_code == 400


@pytest.mark.parametrize(
    "query, found",
    [
        ({"terms": {"name.raw": ["980120A", "011127HP1", "nobody"]}}, 2),
        ({"bool": {"filter": {"term": {"name.raw": "980120A"}}, "must_not": {"term": {"_deprecated": False}}}}, 0),
        ({"bool": {"should": [{"term": {"name": "980120A"}}, {"term": {"name": "011127HP1"}}]}}, 2),
        ({"bool": {"must": [{"exists": {"field": "nothing"}}]}}, 0),
    ],
)
def test_filters_hold(sample, query, found):
    assert search(sample, {"query": query}).json()["hits"]["total"]["value"] == found


def test_a_nested_clause_holds_for_one_object_not_across_two(tmp_path):
    (tmp_path / "nexus").mkdir()
    held = [{"encodingFormat": "application/nwb", "name": "a"}, {"encodingFormat": "application/abf", "name": "b"}]
    hits = {"hits": {"hits": [{"_source": {"@id": "urn:1", "name": "1", "distribution": held}}]}}
    (tmp_path / "nexus" / "es_reply_x.json").write_text(json.dumps(hits))
    upstream = Upstream(tmp_path).start()
    both = [{"term": {"distribution.encodingFormat": "application/nwb"}}, {"term": {"distribution.name": "b"}}]
    asked = {"query": {"nested": {"path": "distribution", "query": {"bool": {"must": both}}}}}
    answer = search(upstream.url, asked)
    upstream.stop()
    assert answer.json()["hits"]["total"]["value"] == 0


def test_an_unknown_view_is_an_error_in_the_words_of_nexus(sample):
    answer = requests.post(sample + SEARCH.replace("dataset", "other"), json={}, timeout=60)
    assert answer.status_code == 404
    assert answer.json()["@type"].endswith("NotFound")


def test_lists_come_as_recorded_and_the_index_names_those_that_are(recorded, recordings):
    listed = requests.get(f"{recorded}/nexus/curated", timeout=60).json()["lists"]
    kept = {name: json.loads((recordings / "nexus" / f"{name}.json").read_text()) for name in listed}
    assert all(
        requests.get(f"{recorded}/nexus/curated/{name}.json", timeout=60).json() == kept[name] for name in listed
    )
    assert len(listed) == 6


@pytest.mark.parametrize("place, magic", [("morph_download_map", b"; STAND-IN"), ("etraces_download_map", b"ABF2")])
def test_every_address_of_a_map_answers_a_file_of_its_kind(recorded, recordings, place, magic):
    links = json.loads((recordings / "nexus" / f"{place}.json").read_text()).values()
    for url in (one["download_url"] for one in links):
        answer = requests.get(f"{recorded}/nexus/hosts/{url.removeprefix('https://')}", timeout=60)
        assert (answer.status_code, answer.content[: len(magic)]) == (200, magic)


def test_a_file_of_nexus_answers_by_its_own_address_and_through_the_mirror(recorded, recordings):
    [url] = json.loads((recordings / "nexus" / "known_nexus_content_urls.json").read_text()).values()
    tail = url.removeprefix("https://bbp.epfl.ch/nexus/v1")
    own = requests.get(f"{recorded}/nexus{tail}", timeout=60)
    assert own.status_code == 200
    assert own.content == requests.get(f"{recorded}/nexus/hosts/bbp.epfl.ch/nexus/v1{tail}", timeout=60).content


@pytest.mark.parametrize("place", ["example.org/a.asc", "rgw.cscs.ch/ebrains:x/none.asc", ""])
def test_an_address_that_no_recording_names_is_unknown(sample, place):
    assert requests.get(f"{sample}/nexus/hosts/{place}", timeout=60).status_code == 404


def test_an_empty_folder_holds_nothing(tmp_path):
    upstream = Upstream(tmp_path).start()
    found, listed = search(upstream.url, {}), requests.get(f"{upstream.url}/nexus/curated", timeout=60)
    upstream.stop()
    assert (found.json()["hits"]["hits"], listed.json()) == ([], {"lists": []})
