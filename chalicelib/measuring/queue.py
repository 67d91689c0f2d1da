"""Measuring by messages: one batch each, of one provider, so that a source is never asked by two workers at once.

The queue is FIFO with the provider as message group. A message that a request sent names the record, which is measured
first, and does one batch; one that a publish or the watch sent is followed by the next as long as records are pending.
"""

import hashlib
import time
from collections.abc import Callable
from typing import Any, Final

import orjson

from chalicelib.errors import BadInput
from chalicelib.json_types import Json
from chalicelib.measuring.work import Measuring, drive

ASKED_EVERY: Final = 60  # seconds in which a record is asked for once
SECONDS: Final = 120.0  # a batch; the function that takes it may run for five minutes


class MeasureQueue:
    """Sends and takes the messages of one queue."""

    def __init__(
        self,
        measuring: Callable[[], Measuring],
        client: Callable[[], Any],
        url: str,
        finish: Callable[[Json], object],
        *,
        dead_url: str = "",
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._measuring, self._client, self._url, self._finish, self._clock = measuring, client, url, finish, clock
        self._dead_url = dead_url

    def send(self, provider: str) -> None:
        """Queue a batch; the same within a second is one. Without a queue a worker of its own looks for what is
        pending.
        """
        if self._url:
            self._send({"provider": provider}, f"{provider}-{int(self._clock())}")

    def ask(self, document: Json) -> None:
        """Have a record measured next: somebody waits for it."""
        provider, record = document["provenance"]["provider"], document["id"]
        if self._url:
            name = hashlib.sha256(record.encode()).hexdigest()[:32]
            self._send({"provider": provider, "record": record}, f"{name}-{int(self._clock()) // ASKED_EVERY}")
        else:
            self._want(provider, record)

    def step(self, body: str) -> Json:
        """Do what a message says, queue what follows, and say what was done."""
        message = _parse(body)
        measuring, provider = self._measuring(), message["provider"]
        if message["record"]:
            self._want(provider, message["record"])
        done = drive(measuring, provider, self._finish, seconds=SECONDS, first=message["record"])
        counts = measuring.counts(provider)
        if done and counts["pending"] and not message["record"]:
            self.send(provider)
        return {"provider": provider, "done": done, **counts}

    def redrive(self) -> list[str]:
        """Empty the dead-letter queue and queue a batch of each provider that it names.

        What is to be measured is kept elsewhere.
        """
        client, providers = self._client(), set()
        while messages := client.receive_message(QueueUrl=self._dead_url, MaxNumberOfMessages=10).get("Messages"):
            for message in messages:
                providers.add(_provider_of(message["Body"]))
                client.delete_message(QueueUrl=self._dead_url, ReceiptHandle=message["ReceiptHandle"])
        known = sorted(providers & self._measuring().providers)
        for provider in known:
            self.send(provider)
        return known

    def _want(self, provider: str, record: str) -> None:
        self._measuring().want_id(provider, record)
        self._measuring().again(record)

    def _send(self, body: Json, name: str) -> None:
        self._client().send_message(
            QueueUrl=self._url,
            MessageBody=orjson.dumps(body).decode(),
            MessageGroupId=body["provider"],
            MessageDeduplicationId=name,
        )

    def watch(self, provider: str) -> None:
        """Queue a batch where something is left: records that are pending or due again, results that are not
        published.
        """
        measuring = self._measuring()
        if measuring.has_work(provider):
            self.send(provider)


def _provider_of(body: str) -> str:
    """The provider that a message names; "" where it names none."""
    try:
        return str(_parse(body)["provider"])
    except BadInput:
        return ""


def _parse(body: str) -> Json:
    try:
        message: Any = orjson.loads(body)
        return {"provider": str(message["provider"]), "record": str(message.get("record") or "")}
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(f"A measuring message names a provider, not {body[:100]!r}.") from error
