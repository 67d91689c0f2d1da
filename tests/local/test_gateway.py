"""The local gateway over real sockets: chunked bodies, slow senders, HEAD, methods, hosts."""

import contextlib
import socket
import subprocess
import sys
import time

import psutil
import pytest
import requests

from local.ports import LOOPBACK, free_port
from local.settings import CHECKOUT, process_environment
from replay.server import Upstream

HALF_OPEN = 200


@pytest.fixture(scope="module")
def played(samples):
    upstream = Upstream(samples).start()
    yield upstream
    upstream.stop()


@pytest.fixture(scope="module")
def server(played):
    """The HTTP server of a stack with the replayed portals and nothing else behind it."""
    port = free_port()
    environment = {
        **process_environment(),
        "PYTHONPATH": str(CHECKOUT),
        "PORTAL_URL_NCBO": f"{played.url}/portals/ncbo",
        "PORTAL_KEY_NCBO": "any-key-opens-the-replay",
        "HUB_PAUSES": "0",
        "HUB_PUBLIC_HOSTS": "hub.example, api.example:8443",
    }
    process = subprocess.Popen([sys.executable, "-m", "local.workers", str(port), "2"], cwd=CHECKOUT, env=environment)
    url = f"http://{LOOPBACK}:{port}"
    try:
        _await(url, process)
        yield url
    finally:
        process.kill()
        process.wait()


def _await(url, process):
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(requests.RequestException):
            if requests.get(f"{url}/health", timeout=60).ok:
                return
        time.sleep(0.1)
    raise AssertionError("the server does not answer")


def connection(url):
    host, port = url.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=60)


@pytest.mark.parametrize(
    "begun", [b"", b"GET /health HTTP/1.1\r\nHost: x\r\n", b"POST /annotator HTTP/1.1\r\nContent-Length: 9\r\n\r\na"]
)
def test_half_open_connections_do_not_stop_the_service(server, begun):
    with contextlib.ExitStack() as opened:
        for _ in range(HALF_OPEN):
            one = opened.enter_context(connection(server))
            one.sendall(begun)
        answer = requests.get(f"{server}/health", timeout=60)
    assert answer.status_code == 200


def test_a_body_in_chunks_is_read(server, played):
    played.log.clear()
    answer = requests.post(
        f"{server}/portals/ncbo/annotator",
        data=iter([b"text=", b"CA1+of+the+", b"hippocampus"]),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        timeout=60,
    )
    assert answer.status_code == 200
    assert played.log.all(source="portals")[-1].body == "text=CA1+of+the+hippocampus"


def test_a_body_in_chunks_that_is_too_large_is_refused(server):
    answer = requests.post(f"{server}/portals/ncbo/annotator", data=iter([b"x" * 1_000_000] * 11), timeout=60)
    assert (answer.status_code, answer.headers["Content-Type"]) == (413, "application/problem+json")


def test_an_encoded_path_arrives_as_it_was_sent(server, played):
    played.log.clear()
    requests.get(f"{server}/ontologies/A%2BB%3DC%26D", timeout=60)
    assert played.log.all()[-1].path.endswith("/ontologies/A+B=C&D"), "decoded by the replay, once"


@pytest.mark.parametrize(
    "path",
    ["/", "/health", "/portals", "/portals/ncbo", "/ontologies", "/ontologies/NO_SUCH", "/nothing/here", "//", "/%00"],
)
def test_head_is_get_without_a_body(server, path):
    get = requests.get(server + path, timeout=60)
    head = requests.head(server + path, timeout=60)
    assert head.status_code == get.status_code
    assert head.content == b""
    ours = {"Date", "Server", "Via", "Connection"}
    assert {n: v for n, v in head.headers.items() if n not in ours} == {
        n: v for n, v in get.headers.items() if n not in ours
    }


@pytest.mark.parametrize("path", ["/health", "/nothing/here", "/ontologies/NO_SUCH", "/files/none/1"])
def test_head_sends_no_byte_after_the_headers(server, path):
    """Over a plain socket: an HTTP client would not even read them."""
    with connection(server) as opened:
        opened.sendall(f"HEAD {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: opened.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 ")
    assert answer.partition(b"\r\n\r\n")[2] == b""


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/health", "GET, HEAD, OPTIONS"),
        ("PUT", "/ontologies/GO", "GET, HEAD, POST, OPTIONS"),
        ("PATCH", "/portals", "GET, HEAD, OPTIONS"),
        ("POST", "/", "GET, HEAD, OPTIONS"),
        ("PROPFIND", "/health", "GET, HEAD, OPTIONS"),
        ("TRACE", "/health", "GET, HEAD, OPTIONS"),
    ],
)
def test_a_method_that_an_address_does_not_take_is_a_405_that_says_which_it_takes(server, method, path, allowed):
    answer = requests.request(method, server + path, timeout=60)
    assert (answer.status_code, answer.headers["Allow"]) == (405, allowed)
    assert answer.json()["status"] == 405
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_an_unknown_address_stays_unknown(server):
    assert requests.delete(f"{server}/nothing/here", timeout=60).status_code == 403


def test_a_preflight_offers_what_the_address_takes(server):
    answer = requests.options(f"{server}/ontologies/GO", timeout=60)
    assert (answer.status_code, answer.headers["Access-Control-Allow-Methods"]) == (200, "GET,HEAD,POST,OPTIONS")


@pytest.mark.parametrize(
    ("headers", "base"),
    [
        ({}, None),
        ({"Host": "hub.example"}, "http://hub.example"),
        ({"Host": "hub.example:81"}, "http://hub.example:81"),
        ({"Host": "api.example:8443", "X-Forwarded-Proto": "https"}, "https://api.example:8443"),
        ({"X-Forwarded-Host": "hub.example"}, "http://hub.example"),
        ({"Host": "evil.example"}, None),
        ({"X-Forwarded-Host": "evil.example"}, None),
        ({"X-Forwarded-Host": "hub.example.evil.example"}, None),
        ({"Host": "api.example:1"}, None),
    ],
)
def test_links_lead_to_hosts_that_are_known(server, headers, base):
    (first, *_) = requests.get(f"{server}/portals", headers=headers, timeout=60).json()["portals"]
    assert first["url"] == f"{base or server}/portals/ncbo"


@pytest.mark.parametrize("scheme", ["javascript", "file", "", "https, http", "HTTPS", "x" * 500])
def test_a_forwarded_scheme_is_http_or_https(server, scheme):
    (first, *_) = requests.get(f"{server}/portals", headers={"X-Forwarded-Proto": scheme}, timeout=60).json()["portals"]
    assert first["url"].split(":")[0] in ("http", "https")


@pytest.mark.parametrize(
    "raw",
    [
        b"GET /health?\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /search/%ff%fe?q=%ff HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /ontologies/%ed%a0%80 HTTP/1.1\r\nHost: x\r\nAccept: \xff\r\n\r\n",
        b"GET /portals/ncbo/ontologies/\xc3\xa9 HTTP/1.1\r\nHost: \xff\r\n\r\n",
    ],
)
def test_bytes_that_are_no_text_are_no_fault_of_ours(server, raw):
    with connection(server) as opened:
        opened.sendall(raw)
        status = int(opened.recv(65_536).split(b" ", 2)[1])
    assert status < 500


def test_a_worker_that_dies_is_replaced(server):
    """All of them here: whichever takes the request finds its pool broken, and the next one a new pool."""
    port = server.rsplit(":", 1)[1]
    (parent,) = [one for one in psutil.Process().children() if {"local.workers", port} <= set(one.cmdline())]
    for worker in parent.children():
        if "resource_tracker" not in " ".join(worker.cmdline()):
            worker.kill()
    found = [requests.get(f"{server}/health", timeout=60).status_code for _ in range(3)]
    assert found[0] in (200, 502)
    assert found[1:] == [200, 200]


def test_no_worker_outlives_its_server(played):
    """A killed process cleans nothing up: its workers notice that it is gone."""
    port = free_port()
    environment = {**process_environment(), "PYTHONPATH": str(CHECKOUT)}
    process = subprocess.Popen([sys.executable, "-m", "local.workers", str(port), "2"], cwd=CHECKOUT, env=environment)
    _await(f"http://{LOOPBACK}:{port}", process)
    workers = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.wait()
    assert workers
    assert psutil.wait_procs(workers, timeout=60)[1] == []
