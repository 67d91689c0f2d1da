"""Measuring driven by messages, over a real FIFO queue (moto's server)."""

import uuid

import orjson
import pytest

from chalicelib.errors import BadInput
from chalicelib.measuring.queue import MeasureQueue
from local.measurer import finish
from tests.measuring.conftest import documents
from tests.support import engine
from tests.support.sqs import serve_queues


@pytest.fixture(scope="module")
def sqs():
    with serve_queues() as client:
        yield client


@pytest.fixture
def urls(sqs):
    """Of a queue and of its dead letters."""
    name = uuid.uuid4().hex
    names = f"{name}.fifo", f"{name}-dead.fifo"
    return [sqs.create_queue(QueueName=one, Attributes={"FifoQueue": "true"})["QueueUrl"] for one in names]


@pytest.fixture
def queue(harvested, sqs, urls):
    finished = lambda run: finish(harvested, run)  # noqa: E731 - what a deployment sends to the harvest's queue
    return MeasureQueue(lambda: harvested.measuring.work, lambda: sqs, urls[0], finished, dead_url=urls[1])


def take(sqs, url):
    """What the next message says, which is gone from the queue then; None when there is none."""
    for message in sqs.receive_message(QueueUrl=url).get("Messages", []):
        sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        return message["Body"]
    return None


def test_a_message_measures_a_batch_and_publishes_it(harvested, queue, sqs, urls):
    harvested.measuring.work.step("neuromorpho", seconds=-1)  # plans alone
    engine.refresh(harvested.names.measurements)
    queue.watch("neuromorpho")
    assert queue.step(take(sqs, urls[0]))["done"] == len(documents(harvested))
    for _ in range(3):  # results are published, and the run that serves them is planned
        engine.refresh(harvested.names.measurements)
        queue.watch("neuromorpho")
        if (body := take(sqs, urls[0])) is None:
            break
        queue.step(body)
    assert all(one["morphometry"] for one in documents(harvested).values())
    assert body is None, "nothing is left"


def test_a_record_that_is_asked_for_is_measured_first_and_asked_for_once(harvested, queue, sqs, urls):
    chosen = min(documents(harvested).values(), key=lambda one: int(one["id"].rpartition("-")[2]))
    queue.ask(chosen)
    queue.ask(chosen)
    body = take(sqs, urls[0])
    assert orjson.loads(body) == {"provider": "neuromorpho", "record": chosen["id"]}
    assert take(sqs, urls[0]) is None
    queue.step(body)
    assert harvested.measuring.work.find_state(chosen)["state"] == "measured"


def test_a_message_that_names_no_provider_is_refused(queue):
    with pytest.raises(BadInput, match="names a provider"):
        queue.step("{}")


def test_dead_letters_are_put_away_and_their_providers_go_on(queue, sqs, urls):
    bodies = [
        '{"provider": "neuromorpho", "record": "neuromorpho-1"}',
        '{"provider": "neuromorpho"}',
        '{"provider": "x"}',
        "?",
    ]
    for number, body in enumerate(bodies):
        sqs.send_message(QueueUrl=urls[1], MessageBody=body, MessageGroupId="x", MessageDeduplicationId=str(number))
    assert queue.redrive() == ["neuromorpho"]
    assert take(sqs, urls[1]) is None
    assert orjson.loads(take(sqs, urls[0])) == {"provider": "neuromorpho"}
    assert take(sqs, urls[0]) is None
