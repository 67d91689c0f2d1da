"""The configured key goes with reads only, whatever method, parameter or header a caller tries."""

import pytest

from chalicelib.errors import UnknownName
from chalicelib.proxy.credentials import READ_BY_POST
from chalicelib.proxy.dispatch import Handler
from chalicelib.proxy.model import create
from chalicelib.proxy.registries import HANDLERS, Registries
from tests.proxy.conftest import ask, proxy_over
from tests.support.secret_canary import CANARY

JSON = {"content-type": "application/json"}
FORM = {"content-type": "application/x-www-form-urlencoded"}
LENT = f"apikey token={CANARY}"


def sent(upstream):
    return upstream.log.all(source="portals")[-1]


@pytest.mark.parametrize(
    "path",
    [
        "/mappings",
        "/mappings/some-id",
        "/mappings/load",
        "/ontologies",
        "/ontologies/UBERON/submissions",
        "/annotator/anything",
        "/projects",
        "/%6dappings",
    ],
)
def test_a_write_goes_out_without_the_key(proxy, upstream, path):
    try:
        ask(proxy, f"/portals/ncbo{path}", "POST", body=b"{}", headers=JSON)
    except UnknownName:
        return
    assert "authorization" not in sent(upstream).headers


@pytest.mark.parametrize("path", sorted(READ_BY_POST))
@pytest.mark.parametrize("spelled", [str, lambda path: "/%" + f"{ord(path[1]):02x}" + path[2:]])
def test_what_a_portal_only_computes_from_a_post_is_lent_the_key(proxy, upstream, path, spelled):
    try:
        ask(proxy, f"/portals/ncbo{spelled(path)}", "POST", body=b"text=CA1", headers=FORM)
    except UnknownName:  # an address in another spelling is no resource of ours
        return
    assert sent(upstream).headers["authorization"] == LENT


@pytest.mark.parametrize("name", ["_method", "_METHOD", " _method"])
@pytest.mark.parametrize("path", ["/mappings/some-id", "/annotator"])
def test_a_method_override_never_goes_on(proxy, upstream, name, path):
    headers = {**FORM, "x-http-method-override": "DELETE", "x-method-override": "DELETE"}
    ask(proxy, f"/portals/ncbo{path}", "POST", body=f"{name}=DELETE&text=a".encode(), headers=headers, _method="DELETE")
    request = sent(upstream)
    assert request.method == "POST"
    assert "ethod" not in (request.query + request.body + "".join(request.headers)).replace("ethod_", "")


def test_a_body_without_a_type_is_not_read_as_a_form(proxy, upstream):
    ask(proxy, "/portals/ncbo/mappings/some-id", "POST", body=b"_method=DELETE")
    assert sent(upstream).headers["content-type"] == "application/json"


def test_a_handler_that_only_reads_is_lent_the_key_whatever_its_own_method(upstream):
    def read(call):
        return create(call.client.get("/ontologies/UBERON").raw)

    reading = Handler("read", ("/ontologies/{acronym}/read",), read)
    proxy = proxy_over(upstream.url, registries=Registries(handlers=(reading, *HANDLERS)))
    assert ask(proxy, "/ontologies/UBERON/read", "POST", body=b"{}", headers=JSON).status == 200
    assert sent(upstream).headers["authorization"] == LENT


def test_a_handler_that_writes_is_not(upstream):
    def write(call):
        return create(call.client.send("POST", "/mappings", body=b"{}").status)

    writing = Handler("write", ("/ontologies/{acronym}/write",), write)
    proxy = proxy_over(upstream.url, registries=Registries(handlers=(writing, *HANDLERS)))
    ask(proxy, "/ontologies/UBERON/write")
    assert "authorization" not in sent(upstream).headers


@pytest.mark.parametrize(
    ("kind", "encode"),
    [
        ("text/csv", str.encode),
        ("application/n-triples", str.encode),
        ("application/octet-stream", str.encode),
        ("application/pdf", lambda text: b"%PDF\x00\xff" + text.encode()),
        ("text/html; charset=utf-16", lambda text: text.encode("utf-16")),
        ("application/octet-stream", lambda text: text.encode("utf-16-le")),
    ],
)
def test_a_stored_answer_holds_no_key_in_any_media_type(upstream, kind, encode):
    kept: list[bytes] = []

    def keep(body: bytes, kind: str) -> str:
        kept.append(body)
        return "https://files.example/1"

    proxy = proxy_over(upstream.url, keep=keep)
    text = f"see https://x.example/a?q=1&apikey={CANARY}&b=2 and {CANARY}"
    upstream.misbehave(path="/annotator", status=200, body=encode(text), headers={"Content-Type": kind})
    ask(proxy, "/annotator", "POST", body=b"text=a&format=other", headers=FORM)
    assert len(kept) == 1
    assert CANARY.encode() not in kept[0].replace(b"\x00", b"")
    assert b"b=2" in kept[0].replace(b"\x00", b"")
