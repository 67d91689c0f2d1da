"""The harvest driven by messages, over a real FIFO queue (moto's server): lost, repeated, dead and concurrent ones
included.
"""

import threading
import uuid
from datetime import timedelta
from types import SimpleNamespace

import orjson
import pytest
from chalice.test import Client

import app as deployed
from chalicelib.errors import BadInput, HubError, RunBusy
from chalicelib.harvest.deadline import Deadline
from chalicelib.harvest.queue import RetryPolicy, StepQueue
from chalicelib.harvest.watchdog import Watchdog
from chalicelib.wiring import now
from tests.harvest.conftest import report_of
from tests.support import engine
from tests.support.sqs import serve_queues

RECEIVES = 3  # before a message is dead


@pytest.fixture(scope="module")
def sqs():
    with serve_queues() as client:
        yield client


class Clock:
    """The hub's time, which a test may move on."""

    def __init__(self):
        self.ahead = timedelta()

    def __call__(self):
        return now() + self.ahead

    def wait(self, **time):
        self.ahead += timedelta(**time)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def queue(hub, sqs, clock):
    return made(hub, sqs, clock)


def made(hub, sqs, clock):
    name = uuid.uuid4().hex
    dead = sqs.create_queue(QueueName=f"{name}-dead.fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    policy = orjson.dumps({"deadLetterTargetArn": arn, "maxReceiveCount": RECEIVES}).decode()
    attributes = {"FifoQueue": "true", "RedrivePolicy": policy, "VisibilityTimeout": "0"}
    url = sqs.create_queue(QueueName=f"{name}.fifo", Attributes=attributes)["QueueUrl"]
    return StepQueue(hub.harvest, RetryPolicy(hub.runs, clock), sqs, url, dead_url=dead)


def receive(queue):
    messages = queue._client.receive_message(QueueUrl=queue._url).get("Messages", [])
    return messages[0] if messages else None


def take(queue):
    """The next message's body, which is gone from the queue then; None when there is none."""
    message = receive(queue)
    if message:
        queue._client.delete_message(QueueUrl=queue._url, ReceiptHandle=message["ReceiptHandle"])
    return message["Body"] if message else None


def work_off(queue):
    steps = 0
    while (body := take(queue)) is not None:
        queue.step(body)
        steps += 1
    return steps


def fail_until_dead(queue):
    """Do as Lambda does: a message whose step fails stays in the queue, until the queue itself sets it aside."""
    failures = 0
    while message := receive(queue):
        with pytest.raises(HubError):
            queue.step(message["Body"])
        failures += 1
    return failures


def test_one_message_takes_one_step_and_queues_the_next(hub, queue):
    run = queue.start("model_db")
    assert work_off(queue) == 4  # three pages, and publishing
    assert hub.harvest.read(run["run"])["state"] == "published"


def test_a_message_delivered_twice_takes_one_step(hub, queue, upstream):
    queue.start("neuromorpho")
    body = take(queue)
    assert queue.step(body) is not None
    asked = len(upstream.log.all())
    assert queue.step(body) is None
    assert (hub.harvest.unfinished_run("neuromorpho")["step"], len(upstream.log.all())) == (1, asked)


def test_a_process_that_dies_before_it_queues_the_next_step_leaves_it_to_the_message_that_comes_again(hub, queue):
    run = queue.start("neuromorpho")
    body = take(queue)
    hub.harvest.step(run["run"])  # and the process is gone; its message was not deleted
    queue.step(body)
    assert work_off(queue) == 1
    assert hub.harvest.read(run["run"])["state"] == "published"


def test_a_lost_message_is_queued_again_after_a_quarter_of_an_hour(hub, queue, clock):
    run = queue.start("neuromorpho")
    assert take(queue)  # and nobody has it
    clock.wait(minutes=14)
    assert queue.requeue_idle("neuromorpho") == []
    clock.wait(minutes=2)
    assert [one["attempt"] for one in queue.requeue_idle("neuromorpho")] == [1]
    assert work_off(queue) == 2
    assert hub.harvest.read(run["run"])["state"] == "published"


def test_a_run_that_three_messages_did_not_move_is_stalled(hub, queue, clock):
    run = queue.start("neuromorpho")["run"]
    for attempt in range(3):
        assert take(queue), f"the queue has swallowed attempt {attempt}"
        clock.wait(minutes=16)
        queue.requeue_idle("neuromorpho")
    assert take(queue)
    clock.wait(minutes=16)
    [stalled] = queue.requeue_idle("neuromorpho")
    assert (stalled["state"], stalled["reasons"]) == ("stalled", ["no progress for 15 minutes"])
    assert (take(queue), queue.requeue_idle("neuromorpho")) == (None, [])
    assert queue.start("neuromorpho")["run"] != run


def test_progress_gives_a_run_new_patience(hub, queue, clock):
    queue.start("model_db")
    for _ in range(3):
        assert take(queue)
        clock.wait(minutes=16)
        [run] = queue.requeue_idle("model_db")
        queue.step(take(queue))
        assert hub.harvest.read(run["run"])["requeued"] == 0
        clock.ahead = timedelta()


def test_a_message_that_fails_too_often_is_dead_and_comes_back_by_redrive(sqs, clock, upstream):
    hub = engine.hub(upstream.url, HUB_SOURCE_TRIES="1")
    queue = made(hub, sqs, clock)
    upstream.misbehave(path="select", status=500)
    run = queue.start("neuromorpho")["run"]
    assert fail_until_dead(queue) == RECEIVES
    assert "status 500" in hub.harvest.read(run)["reasons"][0]
    assert work_off(queue) == 0
    upstream.faults.clear()
    assert [one["run"] for one in queue.redrive()] == [run]
    assert work_off(queue) == 2
    assert hub.harvest.read(run)["state"] == "published"
    assert queue.redrive() == []


def test_a_dead_message_of_a_run_that_is_over_or_unknown_is_put_away(hub, queue, sqs):
    run = queue.start("neuromorpho")
    work_off(queue)
    for number, name in enumerate((run["run"], "nobody")):
        body = orjson.dumps({"run": name, "step": 0}).decode()
        sqs.send_message(
            QueueUrl=queue._dead_url, MessageBody=body, MessageGroupId="x", MessageDeduplicationId=str(number)
        )
    assert (queue.redrive(), take(queue)) == ([], None)


def test_a_stalled_run_is_taken_up_where_it_stood_by_redrive(hub, queue, clock, sqs):
    run = queue.start("model_db")["run"]
    queue.step(take(queue))
    body = take(queue)
    for _ in range(4):
        clock.wait(minutes=16)
        queue.requeue_idle("model_db")
        take(queue)
    assert hub.harvest.read(run)["state"] == "stalled"
    sqs.send_message(QueueUrl=queue._dead_url, MessageBody=body, MessageGroupId="x", MessageDeduplicationId="x")
    [back] = queue.redrive()
    assert (back["state"], back["step"]) == ("failed", 1)
    assert work_off(queue) == 3
    assert hub.harvest.read(run)["state"] == "published"


def test_two_starts_at_once_are_one_run(hub, queue):
    started, both = [], threading.Barrier(2)

    def start():
        both.wait()
        try:
            started.append(queue.start("neuromorpho")["run"])
        except RunBusy as error:
            started.append(error)

    threads = [threading.Thread(target=start) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one for one in started if isinstance(one, str)}) == 1
    assert work_off(queue) == 2
    assert report_of(hub)["served"]["run"] in started


def test_a_step_without_time_left_stops_itself_and_is_queued_again(hub, queue, upstream):
    run = queue.start("hippocampome")["run"]
    left = iter([500.0] * 10 + [20.0] * 1000)  # ten requests fit
    with hub.deadline.within(lambda: next(left)):
        stopped = queue.step(take(queue))
    assert (stopped["step"], stopped["attempt"]) == (0, 1)
    assert "does not fit into the 20 s" in stopped["reasons"][0]
    assert len(upstream.log.all()) <= 10
    assert work_off(queue) == 3  # two pages, and publishing
    assert hub.harvest.read(run)["state"] == "published"


def test_a_step_that_never_fits_stalls(hub, queue):
    run = queue.start("neuromorpho")["run"]
    with hub.deadline.within(lambda: 1.0):
        assert work_off(queue) == 4
    assert hub.harvest.read(run)["state"] == "stalled"


def test_the_schedule_of_the_watchdog_looks_after_every_provider(hub, queue, clock, monkeypatch):
    for provider in hub.providers:
        queue.start(provider)
        assert take(queue)
    clock.wait(minutes=16)
    watchdog = Watchdog(hub.providers, hub.harvest, queue, hub.rebuild, hub.publishing)
    deploy(monkeypatch, hub, queue, watchdog=watchdog)
    with Client(deployed.app) as client:
        client.lambda_.invoke("requeue_stalled_runs", client.events.generate_cw_event("aws.events", "tick", {}, []))
    assert sum(1 for _ in iter(lambda: take(queue), None)) == len(hub.providers)


@pytest.mark.parametrize("body", ["", "{}", "[]", '{"run": 1}', "not json"])
def test_a_message_that_names_no_step_is_refused(full_hub, sqs, clock, body):
    with pytest.raises(BadInput):
        made(full_hub, sqs, clock).step(body)


def test_the_schedule_starts_every_provider_and_the_consumer_takes_their_steps(hub, queue, monkeypatch):
    deploy(monkeypatch, hub, queue)
    with Client(deployed.app) as client:
        client.lambda_.invoke("start_harvests", client.events.generate_cw_event("aws.events", "tick", {}, []))
        while (body := take(queue)) is not None:
            client.lambda_.invoke("take_step", client.events.generate_sqs_event([body]))
    assert [one["latest"]["state"] for one in hub.reports.latest()] == ["published"] * len(hub.providers)


def deploy(monkeypatch, hub, queue, **more):
    parts = {"providers": hub.providers, "queue": queue, "deadline": Deadline(), "measuring": hub.measuring}
    whole = SimpleNamespace(prepare=hub.prepare, **parts, **more)
    monkeypatch.setattr(deployed, "services", lambda: whole)
