"""The harvest driven by messages, over a real FIFO queue (moto's server): lost, repeated and concurrent ones included."""

import uuid
from types import SimpleNamespace

import boto3
import pytest
from chalice.test import Client
from moto.server import ThreadedMotoServer

import app as deployed
from chalicelib.errors import BadInput
from chalicelib.harvest.queue import StepQueue


@pytest.fixture(scope="module")
def sqs():
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    keys = {"aws_access_key_id": "x", "aws_secret_access_key": "x", "region_name": "us-east-1"}
    yield boto3.client("sqs", endpoint_url=f"http://{host}:{port}", **keys)
    server.stop()


@pytest.fixture
def queue(hub, sqs):
    url = sqs.create_queue(QueueName=f"{uuid.uuid4().hex}.fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]
    return StepQueue(hub.harvest, sqs, url)


def take(queue):
    """The next message's body, which is gone from the queue then; None when there is none."""
    messages = queue._client.receive_message(QueueUrl=queue._url).get("Messages", [])
    for message in messages:
        queue._client.delete_message(QueueUrl=queue._url, ReceiptHandle=message["ReceiptHandle"])
    return messages[0]["Body"] if messages else None


def work_off(queue):
    steps = 0
    while (body := take(queue)) is not None:
        queue.step(body)
        steps += 1
    return steps


def test_one_message_takes_one_step_and_queues_the_next(hub, queue):
    run = queue.start("hippocampome")
    assert work_off(queue) == 4  # three pages, and publishing
    assert hub.harvest.read(run["run"])["state"] == "published"


def test_a_message_delivered_twice_is_taken_once(hub, queue):
    queue.start("hippocampome")
    body = take(queue)
    assert queue.step(body) is not None
    assert queue.step(body) is None
    assert hub.harvest.unfinished("hippocampome")["step"] == 1


def test_a_message_of_a_finished_run_does_nothing(hub, queue):
    run = queue.start("neuromorpho")
    body = take(queue)
    queue.send(run)
    while work_off(queue):
        pass
    queue.step(body)
    assert take(queue) is None


def test_a_start_while_a_run_is_under_way_takes_that_run_up(hub, queue):
    assert queue.start("neuromorpho")["run"] == queue.start("neuromorpho")["run"]


@pytest.mark.parametrize("body", ["", "{}", "[]", '{"run": 1}', "not json"])
def test_a_message_that_names_no_step_is_refused(queue, body):
    with pytest.raises(BadInput):
        queue.step(body)


def test_the_schedule_starts_every_provider_and_the_consumer_takes_their_steps(hub, queue, monkeypatch):
    whole = SimpleNamespace(prepare=hub.prepare, providers=hub.providers, queue=queue)
    monkeypatch.setattr(deployed, "services", lambda: whole)
    with Client(deployed.app) as client:
        client.lambda_.invoke("start_harvests", client.events.generate_cw_event("aws.events", "tick", {}, []))
        while (body := take(queue)) is not None:
            client.lambda_.invoke("take_step", client.events.generate_sqs_event([body]))
    assert [one["latest"]["state"] for one in hub.reports.latest()] == ["published"] * len(hub.providers)
