"""A pace that several processes keep together: no two requests leave closer to each other than the pause."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from chalicelib.errors import EngineDown, SourceBusy
from chalicelib.http.client import Source
from chalicelib.http.rate_limiter import ALONE, RateLimiter
from chalicelib.http.terms import Terms
from chalicelib.store.opensearch.names import Names
from chalicelib.store.opensearch.pace import MOST_AHEAD, SharedPace
from tests.support import engine

PAUSE = 1 / 15  # seconds: fifteen requests a second
WORKER = """
import sys, time
from chalicelib.http.rate_limiter import RateLimiter
from chalicelib.store.opensearch.client import connect
from chalicelib.store.opensearch.names import Names
from chalicelib.store.opensearch.pace import SharedPace
url, prefix, pause = sys.argv[1], sys.argv[2], float(sys.argv[3])
pace = SharedPace(connect(url, service="", region="us-east-1"), Names(prefix))
limiter = RateLimiter(pause, time.monotonic, reserve=lambda pause, count: pace.reserve("portal.example", pause, count))
for _ in range(12):
    moment = limiter.wait() + time.time()
    print(moment, flush=True)  # what it was given: a busy machine may wake it later
    time.sleep(max(0.0, moment - time.time()))
"""


@pytest.fixture
def hub(upstream):
    made = engine.hub(upstream.url)
    made.prepare()
    return made


@pytest.mark.slow
def test_four_workers_together_ask_no_more_often_than_one_may(hub):
    command = [sys.executable, "-c", WORKER, engine.url(), hub.config.index_prefix, str(PAUSE)]
    root = Path(__file__).parents[2]
    workers = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    sent = sorted(float(line) for worker in workers for line in worker.communicate(timeout=120)[0].split())
    assert len(sent) == 48
    rate = (len(sent) - 1) / (sent[-1] - sent[0])
    print(f"{rate:.1f} requests a second by four workers, 15 are allowed")
    assert rate <= 16  # four processes that each kept the pause by themselves: 60


def test_moments_are_reserved_once_whoever_asks(hub):
    pace = SharedPace(hub.client, hub.names, clock=lambda: 1000.0)
    found = []
    threads = [threading.Thread(target=lambda: found.append(pace.reserve("a.example", 0.5, 2))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
    assert pace.reserve("b.example", 0.5, 1) == 0.0


def test_a_flood_of_requests_is_turned_away_and_closes_a_host_for_seconds_only(hub):
    ticks = [1000.0]
    pace = SharedPace(hub.client, hub.names, clock=lambda: ticks[0])
    waits = []
    with pytest.raises(SourceBusy, match="as often as it may be"):
        for _ in range(100):
            waits.append(pace.reserve("flooded.example", 0.5, 1))
    assert max(waits) <= MOST_AHEAD
    ticks[0] += MOST_AHEAD + 0.5
    assert pace.reserve("flooded.example", 0.5, 1) == 0.0


def test_a_clock_an_hour_ahead_keeps_no_other_process_waiting(hub):
    ahead = SharedPace(hub.client, hub.names, clock=lambda: 4600.0)
    right = SharedPace(hub.client, hub.names, clock=lambda: 1000.0)
    assert ahead.reserve("skewed.example", 0.5, 1) == 0.0
    assert right.reserve("skewed.example", 0.5, 1) == 0.5, "the pause is kept all the same"
    assert right.reserve("skewed.example", 0.5, 1) == 1.0


def test_who_is_turned_away_waits_for_a_moment_unless_a_reader_waits_too(upstream):
    told = [SourceBusy("busy")] * 3

    def reserve(host, pause, count):
        if told:
            raise told.pop()
        return 0.0

    waits: list[float] = []
    terms = Terms(home="https://h.example", paths=("/",), pause=0.2, licence="l", citation="c")
    source = Source(terms, user_agent="tests", base=f"{upstream.url}/neuromorpho", reserve=reserve, sleep=waits.append)
    with pytest.raises(SourceBusy):
        source.exchange("GET", "/api/neuron/fields/domain")
    assert waits == []
    assert "fields" in source.get_json("/api/neuron/fields/domain", page=0, size=5)
    assert len(waits) == 2
    assert source.stats.retries == 0, "a pace of our own is no failure of the source"


def test_an_engine_that_is_not_prepared_is_not_written_to(hub):
    with pytest.raises(EngineDown, match="not been prepared"):
        SharedPace(hub.client, Names("never-prepared-")).reserve("a.example", 1, 1)


def test_a_process_keeps_its_own_pause_while_there_is_no_shared_one():
    ticks, asked = [0.0], []

    def fail(pause, count):
        asked.append(count)
        raise EngineDown("no engine")

    limiter = RateLimiter(0.5, lambda: ticks[0], reserve=fail)
    assert [limiter.wait() for _ in range(3)] == [0.0, 0.5, 1.0]
    assert len(asked) == 1
    ticks[0] = ALONE + 1
    limiter.wait()
    assert len(asked) == 2


def test_a_reserved_moment_that_passed_unused_is_not_used_later():
    ticks = [0.0]
    limiter = RateLimiter(0.05, lambda: ticks[0], reserve=lambda pause, count: 0.0)
    assert limiter.wait() == 0.0
    ticks[0] = 10.0
    assert limiter.wait() == 0.0
    assert limiter.wait() == pytest.approx(0.05)
