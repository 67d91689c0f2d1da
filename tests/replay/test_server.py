"""The replay server around the sources: what it remembers, and how it goes wrong when told to."""

import json
import time

import pytest
import requests

from replay.server import Upstream
from replay.sources import SOURCES

HEALTH = "/neuromorpho/api/health"
SELECT = "/neuromorpho/api/neuron/select"


def get(upstream, path, **more):
    return requests.get(upstream.url + path, timeout=60, **more)


def control(upstream, method, path="/_faults", **more):
    return requests.request(method, upstream.url + path, timeout=60, **more)


def statuses(upstream, count, path=HEALTH):
    return [get(upstream, path).status_code for _ in range(count)]


def test_every_request_is_remembered(upstream):
    requests.post(f"{upstream.url}{SELECT}?page=0", json={"species": ["rat"]}, headers={"X-Note": "µ"}, timeout=60)
    [asked] = upstream.log.all(source="neuromorpho")
    assert (asked.method, asked.path, asked.query, asked.status) == ("POST", SELECT, "page=0", 200)
    assert json.loads(asked.body) == {"species": ["rat"]}
    assert asked.headers["content-type"] == "application/json"
    assert asked.sent > 1000


def test_the_log_can_be_asked_and_emptied_over_http_and_keeps_silent_about_itself(upstream):
    statuses(upstream, 2)
    get(upstream, "/modeldb/api/v1/models")
    by_path = control(upstream, "GET", "/_log", params={"path": HEALTH}).json()
    assert [one["path"] for one in by_path] == [HEALTH, HEALTH]
    assert len(control(upstream, "GET", "/_log", params={"source": "modeldb"}).json()) == 1
    assert control(upstream, "DELETE", "/_log").status_code == 204
    assert upstream.log.all() == []


def test_the_log_is_written_to_a_file_line_by_line(samples, tmp_path):
    played = Upstream(samples, log=tmp_path / "asked.jsonl").start()
    statuses(played, 2)
    played.stop()
    lines = (tmp_path / "asked.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["path"] for line in lines] == [HEALTH, HEALTH]


def test_outside_of_all_sources_it_says_which_there_are(upstream):
    answer = get(upstream, "/nowhere")
    assert answer.status_code == 404
    assert all(name in answer.text for name in SOURCES)


def test_it_goes_wrong_as_often_as_told_and_not_before(upstream):
    control(upstream, "POST", json={"path": "health", "status": 503, "after": 1, "times": 2})
    assert statuses(upstream, 5) == [200, 503, 503, 200, 200]
    assert [one.status for one in upstream.log.all()] == [200, 503, 503, 200, 200]


def test_rules_follow_each_other_and_can_be_listed_and_cleared(upstream):
    upstream.misbehave(path="health", status=500, times=1)
    upstream.misbehave(path="health", status=502)
    assert statuses(upstream, 3) == [500, 502, 502]
    assert [one["status"] for one in control(upstream, "GET").json()] == [500, 502]
    assert control(upstream, "DELETE").status_code == 204
    assert statuses(upstream, 1) == [200]


def test_a_rule_is_for_its_path_query_and_method_only(upstream):
    upstream.misbehave(path=r"select\?page=1$", method="POST", status=500)
    answers = [
        requests.request(method, f"{upstream.url}{SELECT}?{query}", json={"species": ["rat"]}, timeout=60).status_code
        for method, query in (("POST", "page=0"), ("POST", "page=1"), ("GET", "page=1&q=species:rat"))
    ]
    assert answers == [200, 500, 200]


@pytest.mark.parametrize("rule", [{"pth": "x"}, {"mutate": "x"}])
def test_an_unknown_fault_is_refused_by_name(upstream, rule):
    answer = control(upstream, "POST", json=rule)
    assert (answer.status_code, answer.text.startswith(f"Unknown: {next(iter(rule))};")) == (400, True)
    assert upstream.faults.all() == []


def test_an_answer_can_be_replaced_whole(upstream):
    upstream.misbehave(path="health", status=429, headers={"Retry-After": "7"}, body="slowly")
    answer = get(upstream, HEALTH)
    assert (answer.status_code, answer.headers["Retry-After"], answer.text) == (429, "7", "slowly")


def test_headers_and_body_can_be_changed_under_the_real_status(upstream):
    upstream.misbehave(path="health", headers={"Content-Type": "text/html"}, body="<html>")
    answer = get(upstream, HEALTH)
    assert (answer.status_code, answer.headers["Content-Type"], answer.text) == (200, "text/html", "<html>")


def test_a_connection_can_be_reset_with_nothing_sent(upstream):
    upstream.misbehave(path="health", reset=True, times=1)
    with pytest.raises(requests.ConnectionError, match="reset by peer"):
        get(upstream, HEALTH)
    assert [one.status for one in upstream.log.all()] == [0]
    assert get(upstream, HEALTH).ok


def test_a_body_can_be_cut_short_of_what_was_announced(upstream):
    upstream.misbehave(path="health", truncate=5, times=1)
    with pytest.raises(requests.exceptions.ChunkedEncodingError, match="5 bytes read, 11 more expected"):
        get(upstream, HEALTH)


def test_a_body_can_drip_and_is_whole_in_the_end(upstream):
    whole = get(upstream, "/neuromorpho/api/neuron").content
    upstream.misbehave(path="neuron", drip=0.001)
    dripped = get(upstream, "/neuromorpho/api/neuron", stream=True)
    assert dripped.raw.read(512) + dripped.raw.read() == whole
    assert dripped.elapsed.total_seconds() < 5


def test_an_answer_can_be_late(upstream):
    upstream.misbehave(path="health", delay=0.2)
    began = time.monotonic()
    assert get(upstream, HEALTH).ok
    assert time.monotonic() - began >= 0.2


def test_a_json_answer_can_be_changed(upstream):
    upstream.misbehave(path="neuromorpho", mutate=lambda answer: {**answer, "status": "DOWN"})
    assert get(upstream, HEALTH).json() == {"status": "DOWN"}
    assert get(upstream, "/neuromorpho/neuron_info.jsp").status_code == 403


def test_two_servers_share_neither_log_nor_rules(upstream, samples):
    other = Upstream(samples).start()
    upstream.misbehave(path="health", status=500)
    assert (statuses(upstream, 1), statuses(other, 1)) == ([500], [200])
    assert len(other.log.all()) == 1
    other.stop()


def test_a_source_whose_recordings_cannot_be_read_fails_alone_and_says_why(tmp_path):
    for path, text in {"neuromorpho/neurons.jsonl": "", "modeldb/models_verbatim_2023.jsonl": '{"id": 1\n'}.items():
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text(text)
    played = Upstream(tmp_path).start()
    broken = get(played, "/modeldb/api/v1/models")
    assert (broken.status_code, get(played, HEALTH).status_code) == (501, 200)
    assert "models_verbatim_2023.jsonl, line 1 is not JSON" in broken.text
    played.stop()
