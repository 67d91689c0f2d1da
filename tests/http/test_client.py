"""The polite client, against servers that are slow, broken, redirecting or hostile."""

import gzip
import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from werkzeug.wrappers import Response

from chalicelib.errors import ForbiddenRequest, SourceChanged, SourceError, SourceRefused, SourceUnreachable
from chalicelib.http.client import Source
from chalicelib.http.response import HttpResponse
from chalicelib.http.terms import Terms
from chalicelib.http.transport import Limits

HOME = "https://cells.example"
TERMS = Terms(
    home=HOME,
    paths=("/api/", "/files/"),
    elsewhere=("https://files.example/public/",),
    pause=0.5,
    licence="CC0-1.0",
    citation="Cells",
)


class Waits(list[float]):
    """A sleep that remembers instead; its clock goes on by as much."""

    def __call__(self, seconds):
        self.append(seconds)

    def clock(self):
        return sum(self)


@pytest.fixture
def waits():
    return Waits()


@pytest.fixture
def source(httpserver, waits):
    def made(**more):
        given = {"pauses": False, "base": httpserver.url_for("").rstrip("/"), **more}
        return Source(TERMS, user_agent="tests", sleep=waits, **given)

    return made


def fails(httpserver, path, *statuses, headers=None):
    for status in statuses:
        httpserver.expect_ordered_request(path).respond_with_data("broken", status=status, headers=headers or {})
    httpserver.expect_ordered_request(path).respond_with_json({"ok": True})


def test_paths_are_asked_at_the_base_that_stands_in(source, httpserver):
    httpserver.expect_request("/api/a", query_string="x=1&y=a+b", headers={"User-Agent": "tests"}).respond_with_json(
        [1]
    )
    assert source().get_json("/api/a", x=1, y="a b") == [1]


@pytest.mark.parametrize("scheme", ["https", "http"])
def test_addresses_at_home_are_asked_at_the_base_too(source, httpserver, scheme):
    httpserver.expect_request("/files/a.swc").respond_with_data(b"1 1 0 0 0 1 -1")
    assert source().get_bytes(f"{scheme}://cells.example/files/a.swc") == b"1 1 0 0 0 1 -1"


def test_other_hosts_are_asked_through_the_mirror(source, httpserver):
    httpserver.expect_request("/mirror/files.example/public/a.abf").respond_with_data(b"ABF2")
    assert source(mirror=httpserver.url_for("/mirror")).get_bytes("https://files.example/public/a.abf") == b"ABF2"


@pytest.mark.parametrize(
    "path",
    [
        "/neuron_info.jsp",
        "/",
        "/api/../private",
        "/api/%2e%2e/private",
        "/api/..%2fprivate",
        "https://files.example/private/a",
        "https://files.example/public/..%2f..%2fa",
        "https://elsewhere.example/api/a",
        "https://user:secret@cells.example/api/a",
        "https://cells.example:8443/api/a",
        "ftp://cells.example/api/a",
        "file:///etc/passwd",
        "gopher://cells.example/api/",
        "https://cells.example\\@evil.example/api/a",
        "https://169.254.169.254/api/a",
        "https://cells.example.evil.example/api/a",
        "https://cells.example:99999/api/a",
        "http://[::1/api/a",
        "//evil.example/api/a",
        "https://2130706433/api/a",
        "https://0x7f.1/api/a",
        "/api/%5c..%5cprivate",
        "javascript:alert(1)",
    ],
)
def test_what_the_terms_do_not_allow_never_leaves_the_process(source, httpserver, path):
    with pytest.raises(ForbiddenRequest):
        source().get_text(path)
    assert httpserver.log == []


@pytest.mark.parametrize(
    "target",
    [
        "/private",
        "https://evil.example/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::ffff:169.254.169.254]/",
        "http://[fd00:ec2::254]/latest/meta-data",
        "//10.0.0.1/api/",
        "http://2852039166/latest/meta-data",
        "https://user@cells.example/api/b",
        "file:///etc/passwd",
    ],
)
def test_a_redirect_is_held_to_the_terms_again(source, httpserver, target):
    httpserver.expect_request("/api/a").respond_with_data("", status=302, headers={"Location": target})
    with pytest.raises(ForbiddenRequest):
        source().get_text("/api/a")
    assert len(httpserver.log) == 1


def test_a_redirect_within_the_terms_is_followed(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_data("", status=301, headers={"Location": "/api/b"})
    httpserver.expect_request("/api/b").respond_with_data("here")
    assert source().get_text("/api/a") == "here"


def test_redirects_end(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_data("", status=302, headers={"Location": "/api/a"})
    with pytest.raises(SourceRefused, match="redirects"):
        source().get_text("/api/a")


def test_a_private_address_is_not_connected_to_unless_a_setting_names_it(httpserver, waits):
    local = Terms(home=httpserver.url_for("").rstrip("/"), paths=("/api/",), pause=0, licence="", citation="")
    with pytest.raises(ForbiddenRequest, match="not a public address"):
        Source(local, user_agent="tests", sleep=waits).get_text("/api/a")
    assert httpserver.log == []


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again_after_growing_waits(source, httpserver, waits, status):
    fails(httpserver, "/api/a", status, status)
    asked = source()
    assert asked.get_json("/api/a") == {"ok": True}
    assert (asked.stats.requests, asked.stats.retries) == (3, 2)
    assert 0 <= waits[0] <= 1
    assert 0 <= waits[1] <= 2


def test_it_waits_as_long_as_it_is_told(source, httpserver, waits):
    fails(httpserver, "/api/a", 429, headers={"Retry-After": "7"})
    source().get_json("/api/a")
    assert waits == [7]


def test_a_date_says_how_long_too(source, httpserver, waits):
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    fails(httpserver, "/api/a", 503, headers={"Retry-After": then})
    source().get_json("/api/a")
    assert 25 < waits[0] <= 30


def test_nobody_can_make_it_wait_for_ever(source, httpserver, waits):
    fails(httpserver, "/api/a", 503, headers={"Retry-After": "86400"})
    source(limits=Limits(longest_wait=60)).get_json("/api/a")
    assert waits == [60]


def test_it_gives_up_and_says_why(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_data("", status=503)
    with pytest.raises(SourceUnreachable, match=r"after 3 tries \(status 503\)"):
        source(limits=Limits(tries=3)).get_json("/api/a")
    assert len(httpserver.log) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 410])
def test_a_refusal_is_final_and_keeps_its_status(source, httpserver, status):
    httpserver.expect_request("/api/a").respond_with_data("no", status=status)
    with pytest.raises(SourceRefused) as caught:
        source().get_json("/api/a")
    assert caught.value.source_status == status
    assert len(httpserver.log) == 1


def test_requests_keep_their_distance(httpserver, waits):
    httpserver.expect_request("/api/a").respond_with_data("x")
    asked = Source(TERMS, user_agent="tests", base=httpserver.url_for("").rstrip("/"), sleep=waits, clock=waits.clock)
    for _ in range(4):
        asked.get_text("/api/a")
    assert waits == [0.5, 0.5, 0.5]


def test_an_answer_that_is_no_json_is_named(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_data("<html>Maintenance</html>")
    with pytest.raises(SourceChanged, match="Maintenance"):
        source().get_json("/api/a")


@pytest.mark.parametrize("claimed", ["utf-8", "iso-8859-1", "ascii", "utf-16", "nonsense"])
def test_json_is_utf_8_whatever_its_header_claims(source, httpserver, claimed):
    body = json.dumps(["Ménard, 5 µm"], ensure_ascii=False).encode()
    httpserver.expect_request("/api/a").respond_with_data(body, content_type=f"application/json; charset={claimed}")
    assert source().get_json("/api/a") == ["Ménard, 5 µm"]


def test_json_that_is_no_utf_8_is_read_as_it_claims(source, httpserver):
    body = json.dumps(["Ménard"], ensure_ascii=False).encode("latin-1")
    httpserver.expect_request("/api/a").respond_with_data(body, content_type="application/json; charset=iso-8859-1")
    assert source().get_json("/api/a") == ["Ménard"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("µ".encode(), "text/plain; charset=utf-8"),
        ("µ".encode("latin-1"), "text/plain; charset=iso-8859-1"),
        ("µ".encode("latin-1"), "text/plain"),
        ("µ".encode(), "text/plain"),
        (b"\xef\xbb\xbf" + "µ".encode(), "text/plain"),
        ("µ".encode("latin-1"), "text/plain; charset=utf-8"),
        (b"\xef\xbb\xbf" + "µ".encode(), "text/plain; charset=utf-8"),
        ("µ".encode(), "text/plain; charset=nonsense"),
        ("µ".encode(), "text/plain; charset=undefined"),
        ("µ".encode(), "text/plain; charset=hex"),
    ],
)
def test_text_is_read_in_whatever_charset_it_came(source, httpserver, body, kind):
    httpserver.expect_request("/api/a").respond_with_data(body, content_type=kind)
    assert source().get_text("/api/a") == "µ"


def test_json_may_begin_with_a_mark(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_data(b'\xef\xbb\xbf{"a": 1}', content_type="application/json")
    assert source().get_json("/api/a") == {"a": 1}


def test_compressed_answers_are_read_and_their_real_size_counts(source, httpserver):
    body = gzip.compress(json.dumps(["x" * 100_000]).encode())
    httpserver.expect_request("/api/a").respond_with_data(body, headers={"Content-Encoding": "gzip"})
    with pytest.raises(SourceUnreachable, match="larger than 50000 bytes"):
        source(limits=Limits(size=50_000, tries=1)).get_json("/api/a")
    assert len(source().get_json("/api/a")[0]) == 100_000


def test_a_body_that_drips_for_too_long_is_given_up(source, httpserver):
    ticks = iter(range(0, 10_000, 40))  # seconds that pass at each look at the clock

    def drip(request):
        return Response((b"x" * 100_000 for _ in range(5)), direct_passthrough=True)

    httpserver.expect_request("/api/a").respond_with_handler(drip)
    with pytest.raises(SourceUnreachable, match="longer than 100 s"):
        source(limits=Limits(whole=100, tries=1), clock=lambda: next(ticks)).get_text("/api/a")


def test_keys_are_in_no_error(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_data("no", status=403)
    with pytest.raises(SourceRefused) as caught:
        source().get_json("/api/a", apikey="canary-1", q="x")
    assert "canary-1" not in str(caught.value)
    assert "q=x" in str(caught.value)


def test_an_exchange_hands_every_status_and_redirect_back(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_data("gone", status=410, headers={"X-Limit": "3"})
    httpserver.expect_request("/api/b").respond_with_data("", status=302, headers={"Location": "https://evil.example/"})
    answer = source().exchange("GET", "/api/a", headers={"Accept": "text/plain"})
    assert (answer.status, answer.body, answer.headers["x-limit"]) == (410, b"gone", "3")
    assert source().exchange("GET", "/api/b").status == 302


class Kept(dict[str, HttpResponse]):
    """Answers kept in memory, by question."""

    closed = False

    def find(self, question):
        return self.get(question.key)

    def keep(self, question, answer):
        self[question.key] = answer


def test_what_has_not_changed_is_not_sent_again(source, httpserver):
    httpserver.expect_request("/api/a", headers={"If-None-Match": '"1"'}).respond_with_data("", status=304)
    httpserver.expect_request("/api/a").respond_with_data("new", headers={"ETag": '"1"'})
    asked = source().with_cache(Kept())
    assert [asked.get_text("/api/a") for _ in range(3)] == ["new"] * 3
    assert asked.stats.bytes == 3


def test_a_date_of_change_does_where_there_is_no_other_mark(source, httpserver):
    date = "Tue, 24 Nov 2026 12:00:00 GMT"
    httpserver.expect_request("/api/a", headers={"If-Modified-Since": date}).respond_with_data("", status=304)
    httpserver.expect_request("/api/a").respond_with_data("new", headers={"Last-Modified": date})
    asked = source().with_cache(Kept())
    assert [asked.get_text("/api/a") for _ in range(2)] == ["new"] * 2


def test_under_the_same_version_nothing_is_asked(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_json([1])
    asked = source().with_cache(Kept())
    assert [asked.get_json("/api/a", version=version) for version in ("1", "1", "2", "1")] == [[1]] * 4
    assert len(httpserver.log) == 2


def test_what_is_gone_is_gone_under_its_version(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_data("", status=404)
    asked = source().with_cache(Kept())
    for _ in range(2):
        with pytest.raises(SourceRefused) as caught:
            asked.get_json("/api/a", version="1")
        assert caught.value.source_status == 404
    assert len(httpserver.log) == 1


@pytest.mark.parametrize(("body", "status"), [("<html>maintenance</html>", 200), ("no", 403)])
def test_what_was_not_understood_or_refused_for_now_is_asked_again(source, httpserver, body, status):
    httpserver.expect_ordered_request("/api/a").respond_with_data(body, status=status)
    httpserver.expect_ordered_request("/api/a").respond_with_json([1])
    asked = source().with_cache(Kept())
    with pytest.raises(SourceError):
        asked.get_json("/api/a", version="1")
    assert asked.get_json("/api/a", version="1") == [1]


def test_nothing_changed_since_nothing_is_no_answer(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_data("", status=304)
    for asked in (source(), source().with_cache(Kept())):
        with pytest.raises(SourceChanged, match="answered 304 to a request without a condition"):
            asked.get_text("/api/a")


def test_one_question_is_another_than_the_next(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_handler(
        lambda request: Response(f"{request.method} {request.query_string.decode()} {request.get_data(as_text=True)}")
    )
    kept = Kept()
    asked = source().with_cache(kept)
    for body in ([1], [2]):
        with pytest.raises(SourceChanged):
            asked.post_json("/api/a", body)
    texts = {asked.get_text("/api/a", x=x) for x in (1, 2)}
    assert texts == {"GET x=1 ", "GET x=2 "}
    assert len(kept) == 2


def test_what_was_asked_is_counted(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_data("12345")
    asked = source()
    before = asked.stats
    asked.get_text("/api/a")
    assert ((asked.stats - before).requests, (asked.stats - before).bytes) == (1, 5)
