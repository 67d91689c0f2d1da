"""Measuring by messages: one batch each, of one provider, so that a source is never asked by two workers at once.

The queue is FIFO with the provider as message group. A message that somebody's request sent (`"asked": true`) does one batch;
one that a publish or the watch sent is followed by the next as long as records are pending.
"""

import time
from collections.abc import Callable
from typing import Any, Final

import orjson

from chalicelib.errors import BadInput
from chalicelib.json_types import Json
from chalicelib.measuring.work import Measuring, drive

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
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._measuring, self._client, self._url, self._finish, self._clock = measuring, client, url, finish, clock

    def send(self, provider: str, *, asked: bool = False) -> None:
        """Queue a batch; the same within a second is one."""
        if not self._url:
            return  # no queue: a worker of its own looks for what is pending
        body = {"provider": provider, "asked": asked}
        self._client().send_message(
            QueueUrl=self._url,
            MessageBody=orjson.dumps(body).decode(),
            MessageGroupId=provider,
            MessageDeduplicationId=f"{provider}-{asked}-{int(self._clock())}",
        )

    def step(self, body: str) -> Json:
        """Do what a message says, queue what follows, and say what was done."""
        message = _parsed(body)
        measuring = self._measuring()
        done = drive(measuring, message["provider"], self._finish, seconds=SECONDS)
        counts = measuring.counts(message["provider"])
        if done and counts["pending"] and not message["asked"]:
            self.send(message["provider"])
        return {"provider": message["provider"], "done": done, **counts}

    def watch(self, provider: str) -> None:
        """Queue a batch where something is left: records that are pending or due again, results that nobody published."""
        measuring = self._measuring()
        if measuring.has_work(provider):
            self.send(provider)


def _parsed(body: str) -> Json:
    try:
        message: Any = orjson.loads(body)
        return {"provider": str(message["provider"]), "asked": bool(message.get("asked"))}
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(f"A measuring message names a provider, not {body[:100]!r}.") from error
