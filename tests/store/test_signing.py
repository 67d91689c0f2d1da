"""Requests to the managed engine as they arrive there: signed (SigV4), and signed for what was really sent."""

import hashlib
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from chalicelib.errors import WrongSettings
from chalicelib.store.opensearch.client import connect

KEYS = Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "a/token+of=the/role")
REGION = "eu-central-1"


@dataclass(frozen=True)
class Received:
    method: str
    url: str
    headers: dict[str, str]
    body: bytes


@pytest.fixture
def service():
    """What a service of AWS's would read: the address and all that was sent to it, byte for byte."""
    received = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            received.append(Received(self.command, f"http://{headers['host']}{self.path}", headers, body))
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", "2")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(b"{}")

        do_POST = do_PUT = do_DELETE = do_HEAD = do_GET  # noqa: N815

        def log_message(self, format, *args):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", received
    server.shutdown()
    server.server_close()


@pytest.fixture
def role(monkeypatch):
    """The keys of a function's role, where its runtime puts them."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEYS.access_key)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", KEYS.secret_key)
    monkeypatch.setenv("AWS_SESSION_TOKEN", KEYS.token)


CALLS = {
    "a search": lambda client: client.search(
        index="dataset,model",
        body={"query": {"match": {"name": "Zelle µ & 細胞"}}},
        params={"request_cache": "true", "filter_path": "hits.*,-hits.hits._score"},
    ),
    "a bulk load": lambda client: client.bulk(body=[{"create": {"_index": "a", "_id": "x:1"}}, {"name": "ä" * 9000}]),
    "a document with a colon": lambda client: client.index(index="runs", id="nexus:a+b c", body={"a": 1}),
    "an alias": lambda client: client.indices.exists_alias(name="dataset"),
    "a pattern of indices": lambda client: client.indices.get(index="dataset-neuromorpho-*"),
    "an alias update": lambda client: client.indices.update_aliases(body={"actions": []}),
    "a deletion": lambda client: client.indices.delete(index="a", params={"ignore_unavailable": "true"}),
}


@pytest.mark.parametrize("service_name", ["es", "aoss"])
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_each_request_is_signed_for_what_arrives(service, role, service_name, call):
    url, received = service
    call(connect(url, service=service_name, region=REGION))
    [request] = received
    scope, signed, signature = _authorization(request)
    assert scope == f"{KEYS.access_key}/{request.headers['x-amz-date'][:8]}/{REGION}/{service_name}/aws4_request"
    assert {"host", "x-amz-date", "x-amz-security-token"} <= set(signed)
    assert request.headers["x-amz-security-token"] == KEYS.token
    assert request.headers["x-amz-content-sha256"] == hashlib.sha256(request.body).hexdigest()
    assert signature == _computed(request, signed, service_name)


def test_a_changed_body_or_address_no_longer_fits_its_signature(service, role):
    """So that the computation above is known to notice."""
    url, received = service
    CALLS["a search"](connect(url, service="es", region=REGION))
    request = received[0]
    _, signed, signature = _authorization(request)
    other_body = Received(request.method, request.url, request.headers, request.body + b" ")
    other_address = Received(request.method, request.url + "x", request.headers, request.body)
    assert signature not in (_computed(other_body, signed, "es"), _computed(other_address, signed, "es"))


def test_a_local_engine_is_sent_no_signature(service, role):
    url, received = service
    connect(url).indices.get(index="a")
    assert not {"authorization", "x-amz-date", "x-amz-security-token"} & set(received[0].headers)


def test_without_credentials_it_is_said_what_is_missing(monkeypatch, tmp_path):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    with pytest.raises(WrongSettings, match=r"OPENSEARCH_SERVICE: .* credentials"):
        connect("http://127.0.0.1:9", service="es", region=REGION)


def _authorization(request):
    """Credential scope, names of the signed headers, signature."""
    scheme, _, rest = request.headers["authorization"].partition(" ")
    assert scheme == "AWS4-HMAC-SHA256"
    parts = dict(part.strip().split("=", 1) for part in rest.split(","))
    return parts["Credential"], parts["SignedHeaders"].split(";"), parts["Signature"]


def _computed(request, signed, service_name):
    """The signature that fits the request as it arrived."""
    headers = {name: request.headers[name] for name in signed}
    asked = AWSRequest(method=request.method, url=request.url, data=request.body, headers=headers)
    asked.context["timestamp"] = request.headers["x-amz-date"]
    signer = SigV4Auth(KEYS, service_name, REGION)
    return signer.signature(signer.string_to_sign(asked, signer.canonical_request(asked)), asked)
