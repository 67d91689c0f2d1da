"""The polite client where sources fail in earnest: the replay's faults, stalls, limits, hostile answers."""

import contextlib
import gzip
import socket
import threading
import time

import pytest

from chalicelib.errors import AnswerTooLarge, ForbiddenRequest, SourceChanged, SourceUnreachable
from chalicelib.http.client import Source
from chalicelib.http.terms import Terms
from chalicelib.http.transport import Limits

TERMS = Terms(home="https://cells.example", paths=("/api/",), pause=0.5, licence="CC0-1.0", citation="Cells")
NEURON = "/api/neuron/id/227"


@pytest.fixture
def waits():
    return []


@pytest.fixture
def source(httpserver, waits):
    def made(**more):
        given = {"pauses": False, "base": httpserver.url_for("").rstrip("/"), **more}
        return Source(TERMS, user_agent="tests", sleep=waits.append, **given)

    return made


@pytest.fixture
def played(source, upstream):
    """A client of the replayed source."""
    return source(base=f"{upstream.url}/neuromorpho")


class Rude:
    """A server that writes bytes as told and hangs up."""

    def __init__(self, *answers):
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        threading.Thread(target=self._serve, args=(answers,), daemon=True).start()

    def _serve(self, answers):
        for answer in answers:
            connection, _ = self._server.accept()
            connection.recv(65_536)
            if answer is None:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
            else:
                connection.sendall(answer)
            connection.close()


WHOLE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]"


@pytest.mark.parametrize(
    "broken", [None, b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[1, 2", b"nonsense\r\n\r\n"]
)
def test_a_connection_that_breaks_is_tried_again(source, broken):
    asked = source(base=Rude(broken, WHOLE).url)
    assert asked.get_json("/api/a") == []
    assert asked.stats.retries == 1


def test_a_truncated_body_is_never_taken_for_a_whole_one(source):
    cut = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[1, 2]"
    with pytest.raises(SourceUnreachable):
        source(base=Rude(cut, cut).url, limits=Limits(tries=2)).get_json("/api/a")


def test_only_what_may_be_repeated_is_sent_twice(source):
    with pytest.raises(SourceUnreachable):
        source(base=Rude(None, WHOLE).url).exchange("POST", "/api/a", body=b"x")
    assert source(base=Rude(None, WHOLE).url).exchange("GET", "/api/a").body == b"[]"


@pytest.mark.parametrize(
    "fault",
    [
        {"reset": True},
        {"truncate": 40},
        {"truncate": 0},
        {"status": 500},
        {"status": 429, "headers": {"Retry-After": "1"}},
    ],
    ids=str,
)
def test_a_fault_that_passes_costs_one_retry_and_loses_nothing(played, upstream, fault):
    upstream.misbehave(path=NEURON, times=1, **fault)
    assert played.get_json(NEURON)["neuron_name"] == "c91662"
    assert len(upstream.log.all(source="neuromorpho")) == 2
    assert played.stats.retries == 1


def test_a_posted_question_is_repeated_whole(played, upstream):
    upstream.misbehave(path="select", times=2, reset=True)
    found = played.post_json("/api/neuron/select", {"neuron_name": ["c91662"]}, size=5)
    assert found["page"]["totalElements"] == 1
    assert [(one.status, one.query, one.body) for one in upstream.log.all()] == [
        (status, "size=5", '{"neuron_name": ["c91662"]}') for status in (0, 0, 200)
    ]


def test_an_error_page_in_place_of_json_is_not_asked_again(played, upstream):
    upstream.misbehave(path=NEURON, status=200, body="<html>Sorry</html>")
    with pytest.raises(SourceChanged, match="Sorry"):
        played.get_json(NEURON)
    assert len(upstream.log.all()) == 1


def test_a_slow_but_living_body_is_read_whole(played, upstream):
    upstream.misbehave(path="fields", drip=0.001)
    assert len(played.get_json("/api/neuron/fields")["Neuron Fields"]) == 44


@pytest.mark.parametrize("body", [b"[" * 100_000, b"1" * 5_000, b"", b"{'a': 1}", b'{"a": 1'])
def test_what_cannot_be_read_as_json_is_a_source_that_changed(source, httpserver, body):
    httpserver.expect_request("/api/a").respond_with_data(body)
    with pytest.raises(SourceChanged, match="no JSON"):
        source().get_json("/api/a")


def test_a_silent_server_is_given_up(source):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        base = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(SourceUnreachable, match="Read timed out"):
            source(base=base, limits=Limits(read=0.05, tries=2)).get_json("/api/a")


def test_nobody_listening_is_unreachable(source):
    with socket.create_server(("127.0.0.1", 0)) as gone:
        base = f"http://127.0.0.1:{gone.getsockname()[1]}"
    with pytest.raises(SourceUnreachable, match="after 2 tries"):
        source(base=base, limits=Limits(tries=2)).get_json("/api/a")


def test_a_name_that_nobody_can_resolve_is_unreachable(source):
    with pytest.raises(SourceUnreachable):
        source(base=f"http://{'a' * 70}.example", limits=Limits(tries=1)).get_json("/api/a")


def test_what_is_too_large_is_asked_for_once(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_data(b"x" * 100_000)
    with pytest.raises(AnswerTooLarge, match="larger than 50000 bytes"):
        source(limits=Limits(size=50_000)).get_bytes("/api/a")
    assert len(httpserver.log) == 1


def test_a_small_answer_that_unpacks_to_a_huge_one_is_stopped(source, httpserver):
    bomb = gzip.compress(bytes(50_000_000))
    httpserver.expect_request("/api/a").respond_with_data(bomb, headers={"Content-Encoding": "gzip"})
    with pytest.raises(AnswerTooLarge):
        source(limits=Limits(size=1_000_000)).get_bytes("/api/a")
    assert len(bomb) < 100_000


def test_a_body_that_is_not_packed_as_it_says_is_asked_again(source, httpserver):
    httpserver.expect_ordered_request("/api/a").respond_with_data(b"plain", headers={"Content-Encoding": "gzip"})
    httpserver.expect_ordered_request("/api/a").respond_with_data(b"plain")
    assert source().get_bytes("/api/a") == b"plain"


@pytest.mark.parametrize("given", ["-5", "soon", "", "Thu, 99 Nov 2026 99:00:00 GMT", "Tue, 24 Nov 2026 14:00:00"])
def test_a_wait_that_makes_no_sense_is_our_own_backoff(source, httpserver, waits, given):
    httpserver.expect_ordered_request("/api/a").respond_with_data("", status=503, headers={"Retry-After": given})
    httpserver.expect_ordered_request("/api/a").respond_with_data("x")
    source().get_text("/api/a")
    assert len(waits) == 1
    assert 0 <= waits[0] <= 1


def test_a_date_that_has_passed_means_at_once(source, httpserver, waits):
    past = {"Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"}
    httpserver.expect_ordered_request("/api/a").respond_with_data("", status=503, headers=past)
    httpserver.expect_ordered_request("/api/a").respond_with_data("x")
    source().get_text("/api/a")
    assert waits == [0]


def test_waits_grow_to_thirty_seconds_and_differ(source, httpserver, waits):
    httpserver.expect_request("/api/a").respond_with_data("", status=500)
    with pytest.raises(SourceUnreachable):
        source(limits=Limits(tries=40)).get_text("/api/a")
    assert all(0 <= wait <= min(30, 2**attempt) for attempt, wait in enumerate(waits))
    assert max(waits) > 10
    assert len(set(waits)) == 39


def test_many_threads_keep_one_distance(source, httpserver, waits):
    httpserver.expect_request("/api/a").respond_with_data("x")
    asked = source(pauses=True, clock=lambda: 0.0)
    threads = [threading.Thread(target=asked.get_text, args=("/api/a",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(waits) == [0.5, 1.0, 1.5]


def test_no_key_is_in_the_error_of_a_broken_connection(source):
    with socket.create_server(("127.0.0.1", 0)) as gone:
        base = f"http://127.0.0.1:{gone.getsockname()[1]}"
    for ask in (lambda: source(base=base).get_text("/api/a?token=canary"), lambda: _exchanged(source(base=base))):
        with pytest.raises(SourceUnreachable) as caught:
            ask()
        assert "canary" not in str(caught.value)


def test_no_key_is_in_the_error_of_an_answer_that_repeats_it(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_data("you sent apikey=canary")
    with pytest.raises(SourceChanged) as caught:
        source().get_json("/api/a", api_key="canary")
    assert "canary" not in str(caught.value)


def test_a_query_may_hold_an_address(source, httpserver):
    httpserver.expect_request("/api/a", query_string="iri=http://purl.example/X_1").respond_with_data("x")
    assert source().get_text("/api/a?iri=http://purl.example/X_1") == "x"


def test_a_redirect_to_an_address_that_is_none_is_refused(source):
    lost = b"HTTP/1.1 302 Found\r\nLocation: http://cells.example:99999/\r\nContent-Length: 0\r\n\r\n"
    with pytest.raises(ForbiddenRequest):
        source(base=Rude(lost).url).get_text("/api/a")


def test_an_exchange_leaves_a_body_that_is_declined(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_data(b"x" * 1000, content_type="video/mp4")
    asked = source()
    answer = asked.exchange("GET", "/api/a", reads=lambda status, headers: headers["content-type"] != "video/mp4")
    assert (answer.status, answer.body, asked.stats.bytes) == (200, b"", 0)


def test_an_exchange_that_took_long_is_not_repeated(source):
    ticks = iter(range(0, 100_000, 40))
    with socket.create_server(("127.0.0.1", 0)) as gone:
        base = f"http://127.0.0.1:{gone.getsockname()[1]}"
    asked = source(base=base, clock=lambda: next(ticks))
    with pytest.raises(SourceUnreachable):
        asked.exchange("GET", "/api/a")
    assert asked.stats.requests == 1


def _exchanged(asked):
    return asked.exchange("POST", "/api/a?apikey=canary", body=b"{}")


class Dripping:
    """A server that sends its pieces one after the other, each a moment after the last, until its client is gone."""

    def __init__(self, first, piece):
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self.accepted = 0
        threading.Thread(target=self._serve, args=(first, piece), daemon=True).start()

    def _serve(self, first, piece):
        gone = threading.Event()
        while True:
            connection, _ = self._server.accept()
            self.accepted += 1
            with contextlib.suppress(OSError):
                connection.recv(65_536)
                connection.sendall(first)
                while not gone.wait(0.02):
                    connection.sendall(piece)


@pytest.mark.parametrize(
    ("first", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"X-More: x\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n", b"x"),
    ],
    ids=["headers", "interim answers", "a body"],
)
def test_an_answer_that_never_ends_is_ended_whatever_it_consists_of(source, first, piece):
    server = Dripping(first, piece)
    limits = Limits(request=0.4, tries=2)
    with pytest.raises(SourceUnreachable, match=r"2 tries \(no whole answer in 0 s\)"):
        source(base=server.url, limits=limits).get_json("/api/cells")
    assert server.accepted == 2


def test_a_request_that_is_passed_on_ends_within_the_same_limit(source):
    server = Dripping(b"HTTP/1.1 200 OK\r\n", b"X-More: x\r\n")
    with pytest.raises(SourceUnreachable):
        source(base=server.url, limits=Limits(request=0.4)).exchange("POST", NEURON, body=b"{}")
    assert server.accepted == 1


@contextlib.contextmanager
def dead_addresses(count):
    """A port of this machine that takes no more connections, and a resolver that finds it at so many addresses."""
    with contextlib.ExitStack() as held:
        full = held.enter_context(socket.create_server(("0.0.0.0", 0), backlog=0))
        port = full.getsockname()[1]
        for _ in range(3):
            waiting = held.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(("127.0.0.1", port))
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        found = [(*kind, (f"127.0.0.{number}", port)) for number in range(1, count + 1)]
        yield f"http://cells.test:{port}", lambda *given: found


@pytest.mark.parametrize("limits", [Limits(request=0.4, total=0.8, tries=9), Limits(connect=0.2, tries=2)])
def test_a_name_with_many_dead_addresses_takes_no_longer_than_one(source, limits):
    with dead_addresses(8) as (url, resolve):
        asked = source(base=url, resolve=resolve, limits=limits)
        began = time.monotonic()
        with pytest.raises(SourceUnreachable):
            asked.get_json("/api/a")
        with pytest.raises(SourceUnreachable):
            asked.exchange("GET", "/api/a")
    assert time.monotonic() - began < 2.5


def test_a_dead_address_leaves_time_for_the_next(source, httpserver):
    httpserver.expect_request("/api/a").respond_with_json([1])
    alive = (socket.AF_INET, socket.SOCK_STREAM, 6, "", (httpserver.host, httpserver.port))
    with dead_addresses(1) as (url, resolve):
        given = {"base": url, "resolve": lambda *given: [*resolve(), alive], "limits": Limits(connect=1.0, tries=1)}
        assert source(**given).get_json("/api/a") == [1]


def test_a_name_that_is_not_found_in_time_ends_the_request(source):
    began, asleep = time.monotonic(), threading.Event()
    asked = source(resolve=lambda *given: asleep.wait(5) or [], limits=Limits(request=0.3, tries=1))
    with pytest.raises(SourceUnreachable, match="no whole answer in 0 s"):
        asked.get_json("/api/a")
    asleep.set()
    assert time.monotonic() - began < 2


def test_redirects_share_the_time_of_their_request(source, httpserver):
    ticks = iter(range(0, 10_000, 20))  # every look at the clock is 20 s later
    httpserver.expect_request("/api/a").respond_with_data(status=302, headers={"Location": "/api/a"})
    with pytest.raises(SourceUnreachable, match="no whole answer in 60 s"):
        source(limits=Limits(request=60, tries=1), clock=lambda: next(ticks)).get_json("/api/a")


def test_all_tries_of_a_request_together_have_a_limit(source, httpserver, waits):
    httpserver.expect_request("/api/a").respond_with_data(status=503, headers={"Retry-After": "100"})
    ticks = iter(range(0, 100_000, 30))
    with pytest.raises(SourceUnreachable, match=r"no answer in 300 s \(status 503\)"):
        source(limits=Limits(request=60, total=300, tries=50), clock=lambda: next(ticks)).get_json("/api/a")
    assert len(waits) < 5
