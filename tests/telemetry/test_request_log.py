"""What a running deployment writes: JSON on every line, ids to follow, nothing personal; and what it tells X-Ray."""

import json
import socket
import subprocess
import sys

import pytest

PERSONAL = ("203.0.113.77", "Mozilla/5.0 (Secret)", "parkinson", "jane.doe", "key-of-mine", "cookie-of-mine")
ASKED = """
import json, logging
from werkzeug.test import Client
from local.workers import wsgi
client = Client(wsgi)
who = {"X-Forwarded-For": "203.0.113.77", "User-Agent": "Mozilla/5.0 (Secret)", "Cookie": "a=cookie-of-mine",
       "Authorization": "apikey token=key-of-mine"}
def ask(path, **more):
    client.open(path, headers=who, environ_base={"REMOTE_ADDR": "203.0.113.77"}, **more)
ask("/search/dataset?q=parkinson")
ask("/search/dataset", method="POST", data=json.dumps({"query": "parkinson jane.doe"}))
ask("/search/dataset?parkinson=jane.doe")
ask("/download/dataset/neuromorpho-227")
ask("/download/dataset/jane.doe@example.org")
ask("/harvests/20261124t101500123456z")
ask("/portals/ncbo/search?q=parkinson&apikey=key-of-mine")
ask("/portals/sifr/search?q=parkinson")
logging.getLogger("anybody").warning("asked %s", "https://data.example/search?q=parkinson&apikey=key-of-mine")
try:
    raise ValueError("see https://data.example/x?q=parkinson")
except ValueError:
    logging.getLogger("anybody").exception("broken")
"""
TRACE = "1-67891233-abcdef012345678912345678"


@pytest.fixture(scope="module")
def traces():
    """X-Ray's daemon: what arrives there."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as daemon:
        daemon.bind(("127.0.0.1", 0))
        daemon.settimeout(10)
        yield daemon


@pytest.fixture(scope="module")
def lines(full_hub, traces):
    """What a process writes that is set up as on Lambda, with a portal that does not answer."""
    environment = {
        **full_hub.config.environ,
        "PORTAL_URL_SIFR": "http://127.0.0.1:9",
        "HUB_JSON_LOGS": "1",
        "HUB_TRACES": "1",
        "LAMBDA_TASK_ROOT": "/var/task",
        "_X_AMZN_TRACE_ID": f"Root={TRACE};Parent=53995c3f42cd8ad8;Sampled=1",
        "AWS_XRAY_DAEMON_ADDRESS": f"127.0.0.1:{traces.getsockname()[1]}",
    }
    done = subprocess.run(
        [sys.executable, "-c", ASKED], check=False, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def answered(lines):
    return [line for line in map(json.loads, lines) if line["message"] == "answered"]


def test_every_line_is_json_with_its_time_and_service(lines):
    for line in map(json.loads, lines):
        assert {"timestamp", "level", "message", "service"} <= set(line)


def test_every_request_has_one_line_with_its_id_route_and_outcome(answered):
    assert [(line["method"], line["route"], line["status"]) for line in answered] == [
        ("GET", "/search/{index}", 200),
        ("POST", "/search/{index}", 200),
        ("GET", "/search/{index}", 400),
        ("GET", "/download/{index}/{id}", 302),
        ("GET", "/download/{index}/{id}", 404),
        ("GET", "/harvests/{run}", 404),
        ("GET", "/portals/{portal}/{proxy+}", 200),
        ("GET", "/portals/{portal}/{proxy+}", 503),
    ]
    assert len({line["request"] for line in answered}) == len(answered)
    assert all(isinstance(line["milliseconds"], int) for line in answered)


def test_records_and_runs_are_named_and_what_only_looks_like_one_is_not(answered):
    assert [line.get("record") for line in answered if "{id}" in line["route"]] == ["neuromorpho-227", None]
    assert [line.get("run") for line in answered if "{run}" in line["route"]] == ["20261124t101500123456z"]


@pytest.mark.parametrize("secret", PERSONAL)
def test_nothing_personal_and_no_key_is_written(lines, secret):
    assert [line for line in lines if secret in line] == []


def test_a_line_of_anybody_keeps_the_address_and_loses_what_was_asked(lines):
    messages = [json.loads(line)["message"] for line in lines]
    assert "asked https://data.example/search?..." in messages


def test_each_request_is_a_part_of_its_trace(lines, traces):
    first = json.loads(traces.recv(65536).split(b"\n", 1)[1])
    assert first["name"].startswith("## GET")
    assert first["trace_id"] == TRACE
