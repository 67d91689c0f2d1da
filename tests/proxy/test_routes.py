"""The proxy's routes, as API Gateway calls them."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from werkzeug.test import Client

from chalicelib import wiring
from chalicelib.errors import WrongSettings
from chalicelib.proxy.portals import PORTALS, configured_portals, resolve_path
from local.gateway import Gateway
from local.settings import CHECKOUT

IRI = "http%3A%2F%2Fpurl.obolibrary.org%2Fobo%2FUBERON_0003881"


@pytest.fixture
def portals(upstream, monkeypatch):
    """The API with nothing behind it but the played portals."""
    from local.workers import wsgi

    for name in ("ncbo", "agroportal", "sifr", "biblioportal"):
        monkeypatch.setenv(f"PORTAL_URL_{name.upper()}", f"{upstream.url}/portals/{name}")
        monkeypatch.setenv(f"PORTAL_KEY_{name.upper()}", "lent-key-of-the-service")
    monkeypatch.setenv("HUB_PAUSES", "0")
    wiring.services.cache_clear()
    yield Client(wsgi)
    wiring.services.cache_clear()


@pytest.fixture
def below_a_path(portals, monkeypatch):
    """The same behind a gateway that takes off /api/sub, with rewritten links."""
    monkeypatch.setenv("HUB_PUBLIC_URL", "https://hub.example/api/sub")
    monkeypatch.setenv("HUB_PORTAL_LINKS", "1")
    wiring.services.cache_clear()
    return portals


@pytest.mark.parametrize(
    "path",
    [
        "/ontologies/UBERON",
        "/ontologies/UBERON/",
        "/portals/ncbo/ontologies/UBERON",
        "/ncbobioportal/ontologies/UBERON",
        "/ncbobioportal/ontologies/UBERON/",
    ],
)
def test_every_address_of_an_ontology_answers(portals, path):
    answer = portals.get(path)
    assert (answer.status_code, answer.json["acronym"]) == (200, "UBERON")


@pytest.mark.parametrize("start", ["/ontologies", "/portals/sifr/ontologies", "/biblioportal/ontologies"])
@pytest.mark.parametrize("end", ["", "/", "/parents", "/parents/"])
def test_an_encoded_identifier_survives_at_any_depth(portals, start, end):
    answer = portals.get(f"{start}/UBERON/classes/{IRI}{end}")
    found = answer.json[0] if "parents" in end else answer.json
    assert found["@id"].startswith("http://purl.obolibrary.org/obo/UBERON_")


def test_submissions_and_search_answer_by_get_and_post(portals):
    assert portals.get("/submissions?page=1").json["page"] == 1
    assert portals.get("/portals/ncbo/search?q=CA1").json["totalCount"] == 10
    assert portals.post("/portals/ncbo/search", data={"q": "CA1"}).json["totalCount"] == 10
    assert portals.post("/portals/ncbo/annotator", json={"text": "CA1"}).json == []


def test_the_portals_are_listed_and_described(portals):
    listed = portals.get("/portals").json["portals"]
    assert [one["name"] for one in listed] == ["ncbo", "agroportal", "sifr", "biblioportal"]
    assert portals.get("/portals/sifr").json == listed[2]
    assert listed[2]["language"] == "fr"
    assert "key" not in json.dumps(listed)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/portals/nonsense", 404),
        ("/portals/nonsense/ontologies", 404),
        ("/portals/ncbo/users/me", 404),
        ("/ontologies/A/../../etc/passwd", 400),
        ("/portals/agroportal/http%3A%2F%2F169.254.169.254%2F", 404),
    ],
)
def test_what_never_reaches_a_portal_is_our_own_problem(portals, upstream, path, status):
    answer = portals.get("/", environ_overrides={"RAW_URI": path, "PATH_INFO": path})
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert upstream.log.all() == []


def test_a_portals_error_is_the_portals(portals):
    answer = portals.get("/ontologies/NO_SUCH")
    assert (answer.status_code, answer.mimetype, answer.json["status"]) == (404, "application/json", 404)


def test_links_and_redirects_keep_the_path_that_we_are_below(below_a_path, upstream):
    found = below_a_path.get("/ncbobioportal/ontologies/UBERON").json
    assert found["links"]["classes"] == "https://hub.example/api/sub/ncbobioportal/ontologies/UBERON/classes"
    there = {"Location": f"{upstream.url}/portals/sifr/ontologies/X"}
    upstream.misbehave(path="/portals/sifr", status=303, headers=there)
    answer = below_a_path.post("/portals/sifr/annotator", data={"text": "x"})
    assert answer.headers["Location"] == "https://hub.example/api/sub/portals/sifr/ontologies/X"
    assert below_a_path.get("/portals/sifr").json["url"] == "https://hub.example/api/sub/portals/sifr"


def test_the_local_gateway_answers_below_a_path_too(below_a_path):
    from app import app

    client = Client(Gateway(app, below="/api/sub"))
    for path in ("/api/sub/portals/ncbo/ontologies/UBERON/", "/ontologies/UBERON"):
        answer = client.get("/", environ_overrides={"RAW_URI": path, "PATH_INFO": path})
        assert (answer.status_code, (answer.json or {})["acronym"]) == (200, "UBERON")


def event(path, route, given, before):
    """What API Gateway hands over for a path behind a stage or a base path."""
    headers = {"host": "hub.example", "x-forwarded-proto": "https"}
    context = {"domainName": "hub.example", "path": before + path, "httpMethod": "GET", "resourcePath": route}
    parts = {"resource": route, "path": path, "httpMethod": "GET", "headers": headers, "multiValueHeaders": {}}
    more = {"multiValueQueryStringParameters": None, "body": None, "isBase64Encoded": False, "stageVariables": None}
    return {**parts, **more, "pathParameters": given, "requestContext": context}


@pytest.mark.parametrize("before", ["", "/api", "/api/sub"])
def test_our_own_address_has_the_stage_or_base_path_that_a_gateway_adds(portals, before):
    from app import app

    for path in ("/portals/sifr", f"{before}/portals/sifr"):  # a base path stands in the event's own path as well
        asked = {**event("/portals/sifr", "/portals/{portal}", {"portal": "sifr"}, before), "path": path}
        answer: Any = app(asked, None)
        assert json.loads(answer["body"])["url"] == f"https://hub.example{before}/portals/sifr"


@pytest.mark.parametrize("root", ["", "old/place", "ncbi-proxy"])
def test_an_old_address_is_a_setting(upstream, monkeypatch, root):
    """Routes are made when the application is loaded, so it is loaded by a process of its own."""
    show = "from app import app; print(*[path for path in app.routes if path.endswith('/{proxy+}')])"
    environment = {**os.environ, "PORTAL_ROOT_NCBO": root or "/", "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run([sys.executable, "-c", show], env=environment, capture_output=True, text=True, check=True)
    routes = done.stdout.split()
    assert ("/ncbobioportal/{proxy+}" in routes) is False
    assert "/biblioportal/{proxy+}" in routes
    assert not root or f"/{root}/{{proxy+}}" in routes
    portals = configured_portals((), "ncbo", {"ncbo": root or "/"})
    if root:
        found = resolve_path(f"/{root}/ontologies/GO", portals)
        assert (found.portal.name, found.path, found.prefix) == ("ncbo", "/ontologies/GO", f"/{root}")


@pytest.mark.parametrize("root", ["portals/x", "ontologies", "a b", "a//b", "../x", "{x}"])
def test_an_old_address_that_would_hide_another_is_refused(root):
    with pytest.raises(WrongSettings, match="PORTAL_ROOT_NCBO"):
        configured_portals((), "ncbo", {"ncbo": root})


def test_every_old_address_has_a_route():
    from app import app

    roots = {one.deployment_root for one in PORTALS.values() if one.deployment_root}
    assert {f"/{root}/{{proxy+}}" for root in roots} <= set(app.routes)


def test_a_key_for_a_portal_that_is_none_is_refused(portals, monkeypatch):
    monkeypatch.setenv("PORTAL_KEY_NCBI", "a-misspelt-key")
    wiring.services.cache_clear()
    with pytest.raises(WrongSettings, match="ncbi"):
        wiring.services().proxy  # noqa: B018


def test_an_unknown_portal_in_the_settings_is_named(portals, monkeypatch):
    monkeypatch.setenv("HUB_DEFAULT_PORTAL", "nonsense")
    wiring.services.cache_clear()
    assert portals.get("/ontologies").status_code == 500
