"""A table written page by page: resumed by another process after any piece, whole or not at all."""

import time

import pytest
import requests

from chalicelib.jobs import stream
from chalicelib.jobs.engine import JobFolder, Pending, Ready, advance
from chalicelib.jobs.stream import Chunk, StreamTask
from tests.support import s3

ROWS = [f"{number}\n".encode() for number in range(40)]
WHOLE = b"".join(ROWS)


class Clock:
    """Moves on by a second whenever a row is read."""

    now = 1_800_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(clock):
    return JobFolder(s3.bucket(), "tables/one", result="table.csv", clock=clock, sleep=lambda seconds: None)


def table(folder, clock, read=None, **more):
    """The task as another process would build it: nothing is shared but the storage."""

    def produce(cursor):
        for number in range(cursor or 0, len(ROWS)):
            clock.now += 1
            if read is not None:
                read.append(number)
            yield Chunk(ROWS[number], number + 1, 1)

    return StreamTask(folder, produce, len(ROWS), "text/csv", {"name": "table.csv"}, **more)


def fetched(outcome):
    assert isinstance(outcome, Ready), outcome
    return requests.get(outcome.link, timeout=60)


def test_a_table_is_served_whole_under_its_name_and_type(folder, clock):
    answer = fetched(advance(folder, table(folder, clock), clock.now + 100))
    assert answer.content == WHOLE
    assert answer.headers["Content-Type"] == "text/csv"
    assert 'filename="table.csv"' in answer.headers["Content-Disposition"]


def test_the_next_turn_resumes_after_the_last_row_and_reads_none_twice(folder, clock):
    read: list[int] = []
    done: list[int] = []
    while isinstance(outcome := advance(folder, table(folder, clock, read), clock.now + 7), Pending):
        done.append(outcome.done)
        assert outcome.total == len(ROWS)
    assert done == sorted(done)
    assert len(done) > 3
    assert read == list(range(len(ROWS)))
    assert fetched(outcome).content == WHOLE


def test_large_tables_are_stored_piece_by_piece(folder, clock, monkeypatch):
    monkeypatch.setattr(stream, "PIECE", 10)
    assert isinstance(advance(folder, table(folder, clock), clock.now + 12), Pending)
    assert len(folder.load(stream.STATE)["pieces"]) > 1
    assert fetched(advance(folder, table(folder, clock), clock.now + 100)).content == WHOLE
    assert folder.load(stream.STATE) is None


def test_stored_bytes_may_be_assembled_to_another_form(folder, clock):
    upper = table(folder, clock, assemble=lambda stored: (piece.replace(b"\n", b";") for piece in stored))
    assert fetched(advance(folder, upper, clock.now + 100)).content == WHOLE.replace(b"\n", b";")


def test_a_piece_that_vanished_begins_the_job_again(folder, clock):
    assert isinstance(advance(folder, table(folder, clock), clock.now + 7), Pending)
    folder.forget(*folder.load(stream.STATE)["pieces"])
    again = advance(folder, table(folder, clock), clock.now + 100)
    assert isinstance(again, Pending)
    assert again.done == 0
    assert fetched(advance(folder, table(folder, clock), clock.now + 100)).content == WHOLE


def test_what_a_producer_raises_leaves_no_result_and_no_lease(folder, clock):
    def broken(cursor):
        yield Chunk(b"1\n", 1, 1)
        raise ConnectionError

    task = StreamTask(folder, broken, 2, "text/csv", {"name": "table.csv"})
    with pytest.raises(ConnectionError):
        advance(folder, task, clock.now + 100)
    assert folder.ready() is None
    assert folder.lease.claim()


def test_another_process_at_work_is_waited_for_until_the_deadline(clock):
    folder = JobFolder(s3.bucket(), "tables/two", clock=time.time, sleep=lambda seconds: None)
    assert folder.lease.claim()
    assert advance(folder, table(folder, clock), time.time()) == Pending("two", 0, len(ROWS))
