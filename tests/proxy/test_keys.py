"""No key in anything that goes out or is written down."""

import json
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.errors import BadInput, HubError
from chalicelib.proxy.credentials import without_keys
from tests.proxy.conftest import ask, proxy_over
from tests.support.secret_canary import CANARY


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("http://x/a?apikey=K", "http://x/a"),
        ("http://x/a?apikey=K&page=2", "http://x/a?page=2"),
        ("http://x/a?q=1&apikey=K&page=2", "http://x/a?q=1&page=2"),
        ("http://x/a?q=1&userapikey=K", "http://x/a?q=1"),
        ("<a>http://x/a?q=1&amp;apikey=K&amp;page=2</a>", "<a>http://x/a?q=1&amp;page=2</a>"),
        ('"http://x/a?APIKEY=K"', '"http://x/a"'),
        (f"Bearer {CANARY}!", "Bearer ***!"),
        ("nothing of it: apikey", "nothing of it: apikey"),
    ],
)
def test_addresses_lose_their_key(text, clean):
    assert without_keys(text, [CANARY]) == clean


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=8, max_size=40), st.text(max_size=20))
def test_a_secret_is_found_in_every_spelling(secret, around):
    written = json.dumps({"a": f"{around}?apikey={secret}", "b": secret})
    assert json.dumps(secret)[1:-1] not in without_keys(written, [secret]).replace("***", "")


@pytest.mark.parametrize("key", ["a b", "a\r\nX: y", "ü" * 9, "x" * 201])
def test_what_cannot_be_a_key_is_refused_and_not_repeated(proxy, key):
    with pytest.raises(BadInput) as refused:
        ask(proxy, "/ontologies", apikey=key)
    assert key not in refused.value.detail


def answers(upstream, kept):
    """All kinds of answers to a caller with the canary as a key."""
    proxy = proxy_over(
        upstream.url, rewrite_links=True, keep=lambda body, _: kept.append(body) or "https://files.example"
    )
    form, own = {"content-type": "application/x-www-form-urlencoded"}, {"authorization": f"apikey token={CANARY}"}
    for path in ("/search", "/ontologies", "/ontologies/UBERON/download", "/ontologies/NO", "/portals/no/x", "/users"):
        yield lambda path=path: ask(proxy, path, apikey=CANARY, q="CA1", pagesize="2")
        yield lambda path=path: ask(proxy, path, headers=own, q="CA1", pagesize="2")
    yield lambda: ask(proxy, "/annotator", "POST", body=f"text=a&apikey={CANARY}".encode(), headers=form)
    yield lambda: ask(proxy, "/annotator", "POST", body=json.dumps({"text": "a", "apikey": CANARY}).encode())
    echo = {"Content-Type": "text/plain", "Location": f"https://x.example/?k={CANARY}"}
    for status in (200, 201, 302, 404, 500):
        upstream.misbehave(path="/submissions", status=status, body=f"bad key {CANARY}", headers=echo, times=1)
        yield lambda: ask(proxy, "/submissions", apikey=CANARY)
    upstream.misbehave(path="/ontologies", mutate=lambda _: [{"links": {"x": CANARY}, "b": "x" * 6_000_000}], times=1)
    yield lambda: ask(proxy, "/ontologies", apikey=CANARY)
    upstream.misbehave(path="/portals", reset=True)
    yield lambda: ask(proxy, "/ontologies", apikey=CANARY)


def test_the_canary_is_nowhere(upstream, caplog):
    kept: list[bytes] = []
    seen: list[object] = []
    with caplog.at_level(logging.DEBUG):
        for asked in answers(upstream, kept):
            try:
                seen.append(asked())
            except HubError as error:
                seen.append((error.detail, error.members))
    assert len(seen) > 15
    assert len(kept) == 1
    assert CANARY in str(upstream.log.all()), "the portal was given the key"
    for place in (seen, kept, caplog.text, caplog.records):
        assert CANARY not in repr(place)
