"""A portal that sends its callers elsewhere: within its own host, off it, or nowhere."""

import json

import pytest

from tests.proxy.conftest import BASE, ask, error_of, proxy_over


@pytest.mark.parametrize(
    "where", ["http://169.254.169.254/latest", "https://elsewhere.example/x", "//elsewhere.example/x"]
)
def test_a_redirect_off_the_portal_is_handed_on_and_not_followed(upstream, where):
    upstream.misbehave(path="/portals/", status=302, headers={"Location": f"{where}?apikey=callers-own-key"})
    answer = ask(proxy_over(upstream.url), "/ontologies", apikey="callers-own-key")
    assert answer.status == 302
    assert answer.headers["Location"].removeprefix("http:") == where.removeprefix("http:")
    # A test before may have left a slow request.
    assert len([one for one in upstream.log.all() if one.status == 302]) == 1


NO_ADDRESSES = [
    "http://[::1",
    "http://127.0.0.1:99999/x",
    "http://[bad",
    "//[/",
    "javascript:alert(1)",
    "http://x.example/" + "a" * 20_000,
]


@pytest.mark.parametrize("where", NO_ADDRESSES)
def test_an_address_that_is_none_is_dropped_with_a_note(upstream, where):
    headers = {"Location": where, "Content-Type": "application/json"}
    upstream.misbehave(path="/portals/", status=201, body="{}", headers=headers)
    answer = ask(proxy_over(upstream.url), "/ontologies", "POST", body=b"{}", apikey="callers-own-key")
    assert (answer.status, answer.body) == (201, "{}")
    assert "Location" not in answer.headers
    assert answer.headers["X-Notes"].startswith("Location: left out")


@pytest.mark.parametrize("status", [301, 302, 303, 304, 307, 308])
@pytest.mark.parametrize("where", [*NO_ADDRESSES, None])
def test_a_redirect_that_leads_nowhere_is_a_502(upstream, where, status):
    headers = {} if where is None else {"Location": where}
    upstream.misbehave(path="/portals/", status=status, headers=headers)
    answer = ask(proxy_over(upstream.url), "/ontologies")
    assert answer.status == 502
    assert "leads nowhere" in error_of(answer)
    assert "Location" not in answer.headers


def test_a_304_without_a_condition_is_a_502_wherever_it_leads(upstream):
    upstream.misbehave(path="/portals/", status=304, headers={"Location": "https://x.example/", "ETag": '"1"'})
    assert ask(proxy_over(upstream.url), "/ontologies").status == 502


@pytest.mark.parametrize("path", ["/a%5Cb", "/%2E%2E/x", "/a/%2e%2e/b"])
def test_a_redirect_to_a_path_that_nobody_may_ask_for_is_not_followed(upstream, path):
    target = f"{upstream.url}/portals/ncbo{path}"
    upstream.misbehave(path="/portals/", status=302, headers={"Location": target})
    assert ask(proxy_over(upstream.url), "/ontologies").status == 302


@pytest.mark.parametrize("where", NO_ADDRESSES)
def test_a_next_page_that_is_no_address_ends_the_pages(upstream, where):
    page = json.dumps({"page": 1, "links": {"nextPage": where}, "collection": [{}]})
    upstream.misbehave(path="/portals/", status=200, body=page, headers={"Content-Type": "application/json"})
    pages = list(proxy_over(upstream.url).client("ncbo").pages("/submissions", {}))
    assert [one.is_error for one in pages] == [False, True]


def test_a_redirect_within_the_portal_is_followed_and_an_endless_one_ends(upstream):
    path = f"{upstream.url}/portals/ncbo/ontologies/UBERON"
    upstream.misbehave(path="/ontologies$", status=301, headers={"Location": path}, times=1)
    assert json.loads(ask(proxy_over(upstream.url), "/ontologies").body)["acronym"] == "UBERON"
    upstream.misbehave(path="/portals/", status=301, headers={"Location": path})
    answer = ask(proxy_over(upstream.url), "/ontologies")
    assert (answer.status, answer.headers["Location"]) == (301, f"{BASE}/ontologies/UBERON")


def test_what_a_post_made_is_named_by_its_address_here(upstream):
    headers = {"Location": "https://data.bioontology.org/ontologies/X", "Content-Type": "application/json"}
    upstream.misbehave(path="/portals/", status=201, body="{}", headers=headers)
    answer = ask(proxy_over(upstream.url), "/portals/ncbo/ontologies", "POST", body=b"{}", apikey="callers-own-key")
    assert (answer.status, answer.headers["Location"]) == (201, f"{BASE}/portals/ncbo/ontologies/X")
