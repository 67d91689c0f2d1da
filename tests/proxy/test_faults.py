"""A portal that is down, slow, broken, too large, or sends its callers away."""

import json
import threading
import time

import pytest

from chalicelib.errors import SourceUnreachable
from chalicelib.http.client import Source
from chalicelib.http.transport import Limits
from chalicelib.proxy.forward import ConcurrencyLimiter, target_of
from chalicelib.proxy.portals import PORTALS
from tests.proxy.conftest import ask, error_of, proxy_over

FORM = {"content-type": "application/x-www-form-urlencoded"}
QUICK = Limits(connect=1.0, read=0.5, whole=1.0, size=200_000, tries=2)


def test_a_portal_that_is_down_is_a_503_that_says_when_to_come_back(upstream):
    upstream.misbehave(path="/portals/", reset=True)
    answer = ask(proxy_over(upstream.url), "/ontologies")
    assert (answer.status, answer.headers["Retry-After"]) == (503, "60")
    assert "does not answer" in error_of(answer)


def test_a_portal_that_takes_too_long_is_a_503(upstream):
    upstream.misbehave(path="/portals/", delay=1.0)
    began = time.monotonic()
    assert ask(proxy_over(upstream.url, limits=QUICK), "/ontologies").status == 503
    assert time.monotonic() - began < 3


def test_a_get_is_asked_twice_a_post_once(upstream):
    upstream.misbehave(path="/portals/", reset=True, times=1)
    assert ask(proxy_over(upstream.url), "/ontologies").status == 200
    upstream.misbehave(path="/portals/", reset=True)
    before = len(upstream.log.all())
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert ask(proxy_over(upstream.url), "/annotator", "POST", body=b"text=a", headers=form).status == 503
    assert len(upstream.log.all()) == before + 1


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "<html>",
        '{"a": NaN}',
        "[" * 100_000,
        "[" * 900 + "]" * 900,
        '{"a":' * 200 + "1" + "}" * 200,
        "[1e400]",
        "[-1E+999]",
    ],
)
@pytest.mark.parametrize("kind", ["application/json", "text/plain", "text/html"])
def test_what_cannot_be_read_as_json_is_a_502(upstream, body, kind):
    upstream.misbehave(path="/portals/", status=200, body=body, headers={"Content-Type": kind})
    answer = ask(proxy_over(upstream.url), "/ontologies")
    assert answer.status == 502
    assert "not valid JSON" in error_of(answer)


@pytest.mark.parametrize("format", [None, "omtd-share"])
@pytest.mark.parametrize("levels", [99, 101, 500, 980])
def test_no_depth_of_an_answer_breaks_a_step(upstream, levels, format):
    body = '{"links":' * levels + "1" + "}" * levels
    upstream.misbehave(path="/portals/", status=200, body=body, headers={"Content-Type": "application/json"})
    query = {} if format is None else {"format": format}
    answer = ask(proxy_over(upstream.url, rewrite_links=True), "/ontologies/GO", **query)
    assert answer.status == (200 if levels < 100 else 502)


def test_json_under_a_vague_name_is_read(upstream):
    upstream.misbehave(path="/portals/", status=200, body="[1]", headers={"Content-Type": "text/plain"})
    assert ask(proxy_over(upstream.url), "/ontologies").body == "[1]"


@pytest.mark.parametrize("body", ["[12345678901234567890123]", '["\\ud800"]', '{"a": 1e3}'])
def test_numbers_and_letters_beyond_the_usual_stay_the_same(upstream, body):
    upstream.misbehave(path="/portals/", status=200, body=body, headers={"Content-Type": "application/json"})
    assert json.loads(ask(proxy_over(upstream.url), "/ontologies").body) == json.loads(body)


def test_an_error_in_plain_text_gets_the_form_and_keeps_status_and_limits(upstream):
    headers = {"Content-Type": "text/plain", "RateLimit-Remaining": "0", "Retry-After": "3", "Set-Cookie": "a=b"}
    upstream.misbehave(path="/portals/", status=429, body="You have made 16 requests", headers=headers)
    answer = ask(proxy_over(upstream.url), "/ontologies")
    assert (answer.status, error_of(answer)) == (429, "You have made 16 requests")
    assert (answer.headers["Ratelimit-Remaining"], answer.headers["Retry-After"]) == ("0", "3")
    assert "Set-Cookie" not in answer.headers


def test_a_page_for_people_is_not_shown_as_an_error(upstream):
    upstream.misbehave(path="/portals/", status=502, body="<html>nginx", headers={"Content-Type": "text/html"})
    assert error_of(ask(proxy_over(upstream.url), "/ontologies")) == "Bad Gateway"


def test_an_error_inside_a_200_gets_the_status_that_it_names(upstream):
    body = '[{"error":{"error":"No text","status":400}}]'
    upstream.misbehave(path="/portals/", status=200, body=body, headers={"Content-Type": "application/json"})
    answer = ask(proxy_over(upstream.url), "/annotator", text="x")
    assert (answer.status, answer.body) == (400, body)


@pytest.mark.parametrize("status", [600, 999])
@pytest.mark.parametrize("kind", ["application/json", "text/plain"])
def test_a_status_that_no_gateway_sends_on_is_a_502(upstream, status, kind):
    upstream.misbehave(path="/portals/", status=status, body="{}", headers={"Content-Type": kind})
    assert ask(proxy_over(upstream.url), "/ontologies").status == 502


def test_an_answer_beyond_the_limit_is_left_at_the_portal(upstream):
    upstream.misbehave(path="/portals/", status=200, body="[" + "1," * 150_000 + "1]")
    answer = ask(proxy_over(upstream.url, limits=QUICK), "/ontologies", apikey="callers-own-key")
    assert answer.status == 302
    assert answer.headers["Location"].endswith("/portals/ncbo/ontologies")


def test_an_answer_too_large_for_the_gateway_is_kept_and_linked(upstream):
    kept = {}

    def keep(body, kind):
        kept[kind] = json.loads(body)
        return "https://files.example/1"

    big = ["apikey=callers-own-key " + "x" * 1000] * 6000
    upstream.misbehave(path="/portals/", mutate=lambda _: big)
    answer = ask(proxy_over(upstream.url, keep=keep), "/ontologies", apikey="callers-own-key")
    assert (answer.status, answer.headers["Location"]) == (302, "https://files.example/1")
    assert len(kept["application/json; charset=utf-8"]) == 6000
    assert "callers-own-key" not in json.dumps(kept)


def test_quotation_marks_count_twice_on_the_way_through_the_gateway(upstream):
    upstream.misbehave(path="/portals/", mutate=lambda _: ['"' * 1000] * 2300)  # 4.6 MB, 9.2 MB in an envelope of JSON
    assert ask(proxy_over(upstream.url, keep=lambda *_: "https://files.example/1"), "/ontologies").status == 302


XML = {"Content-Type": "application/xml; charset=iso-8859-1"}


def test_what_a_post_gave_that_is_no_json_is_stored_and_linked(upstream):
    kept = []

    def keep(body, kind):
        kept.append((body, kind))
        return "https://files.example/1"

    proxy = proxy_over(upstream.url, keep=keep)
    upstream.misbehave(path="/annotator", status=200, body="<a>callers-own-key</a>", headers=XML)
    answer = ask(proxy, "/annotator", "POST", body=b"text=a&format=xml&apikey=callers-own-key", headers=FORM)
    assert (answer.status, answer.headers["Location"]) == (303, "https://files.example/1")
    assert kept == [(b"<a>***</a>", "application/xml; charset=utf-8")]


def test_without_a_place_to_store_it_such_a_post_is_an_error(upstream):
    upstream.misbehave(path="/annotator", status=200, body="<a/>", headers=XML)
    answer = ask(proxy_over(upstream.url), "/annotator", "POST", body=b"text=a&format=xml", headers=FORM)
    assert answer.status == 502
    assert "no JSON" in error_of(answer)


def test_a_portal_that_is_down_is_logged_without_what_was_asked(upstream, caplog):
    upstream.misbehave(path="/portals/", reset=True)
    ask(proxy_over(upstream.url), "/search", q="what somebody is looking for", ontologies="SECRETPROJECT")
    assert "ncbo" in caplog.text
    assert "somebody" not in caplog.text
    assert "SECRETPROJECT" not in caplog.text


@pytest.mark.parametrize("body", ["", "  \n", "\ufeff"])
def test_an_empty_answer_that_should_be_json_is_a_502(upstream, body):
    upstream.misbehave(path="/portals/", status=200, body=body, headers={"Content-Type": "application/json"})
    answer = ask(proxy_over(upstream.url), "/ontologies")
    assert answer.status == 502
    error_of(answer)
    assert ask(proxy_over(upstream.url), "/annotator", "POST", body=b"text=a", headers=FORM).status == 502


def test_an_empty_answer_without_a_type_is_a_502_too(upstream):
    upstream.misbehave(path="/portals/", status=200, body="", headers={"Content-Type": "text/plain"})
    assert ask(proxy_over(upstream.url), "/ontologies").status == 502
    assert ask(proxy_over(upstream.url), "/ontologies", format="csv").status == 200, "no JSON was asked for"


@pytest.mark.parametrize("value", ["caf\u00e9", "a\x01b", "\x7f", "\xff"])
def test_a_header_that_no_gateway_sends_on_is_dropped_with_a_note(upstream, value):
    headers = {"Content-Type": "application/json", "RateLimit-Limit": value, "RateLimit-Remaining": "3"}
    upstream.misbehave(path="/portals/", status=200, body="[]", headers=headers)
    answer = ask(proxy_over(upstream.url), "/ontologies")
    assert answer.status == 200
    assert "Ratelimit-Limit" not in answer.headers
    assert answer.headers["Ratelimit-Remaining"] == "3"
    assert answer.headers["X-Notes"] == "Ratelimit-Limit: left out, it holds characters that a header cannot"


@pytest.mark.parametrize(
    "limits",
    [
        {"RateLimit-Limit": "9" * 20_000},
        {f"X-RateLimit-{number}": "1" * 300 for number in range(60)},
        {"RateLimit-Policy": "a" * 3000, "RateLimit-Limit": "b" * 3900, "RateLimit-Reset": "c" * 3900},
    ],
)
def test_headers_that_no_gateway_has_room_for_are_dropped_with_a_note(upstream, limits):
    headers = {"Content-Type": "application/json", "RateLimit-Remaining": "3", **limits}
    upstream.misbehave(path="/portals/", status=200, body="[]", headers=headers)
    answer = ask(proxy_over(upstream.url), "/ontologies")
    assert (answer.status, answer.headers["Ratelimit-Remaining"]) == (200, "3")
    assert "left out" in answer.headers["X-Notes"]
    assert sum(len(name) + len(str(value)) + 4 for name, value in answer.headers.items()) < 9000
    assert all(name.isascii() for name in answer.headers)


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("/ontologies/A%2BB", "/ontologies/A%2BB"),
        ("/ontologies/A+B", "/ontologies/A+B"),
        ("/ontologies/A%3DB%26C", "/ontologies/A%3DB%26C"),
        ("/ontologies/A%3dB=C", "/ontologies/A%3DB=C"),
        ("/ontologies/%41%2d%7E", "/ontologies/A-~"),
        ("/ontologies/A%3A%2F%2FB", "/ontologies/A%3A%2F%2FB"),
        ("/ontologies/A B%", "/ontologies/A%20B%25"),
    ],
)
def test_a_path_keeps_its_spelling(asked, path):
    assert target_of(asked, {}) == path


def test_no_content_stays_none(upstream):
    upstream.misbehave(path="/portals/", status=204)
    answer = ask(proxy_over(upstream.url), "/ontologies")
    assert (answer.status, answer.body) == (204, "")


def test_no_more_requests_at_a_time_than_there_are_places(upstream):
    upstream.misbehave(path="/portals/", delay=0.3)
    portal = PORTALS["ncbo"]
    source = Source(portal.terms, base=f"{upstream.url}/portals/ncbo", pauses=False, user_agent="test")
    limiter, refused = ConcurrencyLimiter(portal, source, limit=2, timeout=0.1), []

    def go():
        try:
            limiter.exchange("GET", "/ontologies", {"Authorization": "apikey token=any-key"}, None)
        except SourceUnreachable as error:
            refused.append(error)

    threads = [threading.Thread(target=go) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(refused), len(upstream.log.all())) == (3, 2)
