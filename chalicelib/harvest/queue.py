"""Drives runs by messages, one page each: on Lambda no invocation harvests for longer than a page takes.

The queue is FIFO with the provider as message group, so that a source is never asked twice at once. A message names a run,
the step it means (which stands for the cursor: a run has one cursor a step) and the attempt at it; its deduplication id is
made of these three, so that a step that is tried again is never swallowed as a repetition. What stays undone after some
receives goes to the dead-letter queue, and comes back by `redrive`.
"""

from collections.abc import Callable
from typing import Any

import orjson

from chalicelib.errors import BadInput, RecordMissing, RunBusy, StepTooLong
from chalicelib.harvest.attempts import Attempts
from chalicelib.harvest.run import OVER
from chalicelib.harvest.runner import Harvest
from chalicelib.json_types import Json

Remaining = Callable[[], float]  # seconds that this process still has


class StepQueue:
    """Sends and takes the messages of one queue."""

    def __init__(self, harvest: Harvest, attempts: Attempts, client: Any, url: str, *, dead_url: str = "") -> None:
        self._harvest, self._attempts = harvest, attempts
        self._client, self._url, self._dead_url = client, url, dead_url

    def start(self, provider: str) -> Json:
        """Begin a run, or take up the one that is under way, and queue its next step."""
        try:
            run: Json | None = self._harvest.begin(provider)
        except RunBusy:
            run = self._harvest.unfinished(provider)  # somebody else has just started one: that is the one
        if run is None:
            raise RunBusy(f"Another harvest of {provider} has just been started.")
        self.send(run)
        return run

    def step(self, body: str) -> Json | None:
        """Do what a message says, and queue what follows; a message about a step that is done already does none.

        Raises StepTooLong never: a step that stopped itself is queued again, as often as Attempts allows.
        """
        message = _parsed(body)
        run = self._harvest.read(message["run"])
        if run["state"] in OVER or run["step"] != message["step"]:
            self._take_up(run, message)
            return None
        try:
            run = self._harvest.step(run["run"])
        except RunBusy:
            return None  # the same message, delivered twice: the other one has taken the step and queues the next
        except StepTooLong as error:
            run = self._attempts.again(run["run"], error.detail)
        if run["state"] not in OVER:
            self.send(run)
        return run

    def send(self, run: Json) -> None:
        """Queue the run's next step."""
        body = {name: run[name] for name in ("run", "provider", "step", "state", "attempt")}
        self._client.send_message(
            QueueUrl=self._url,
            MessageBody=orjson.dumps(body).decode(),
            MessageGroupId=run["provider"],
            MessageDeduplicationId=f"{run['run']}-{run['step']}-{run['attempt']}",
        )

    def watch(self, provider: str) -> list[Json]:
        """Queue the provider's runs again that have made no progress for long, or give them up; names them."""
        found = self._attempts.look(provider)
        for run in found:
            if run["state"] not in OVER:
                self.send(run)
        return found

    def redrive(self) -> list[Json]:
        """Bring back what the dead-letter queue holds: each run that is not over goes on from its cursor."""
        back: dict[str, Json] = {}
        while messages := self._client.receive_message(QueueUrl=self._dead_url, MaxNumberOfMessages=10).get("Messages"):
            for message in messages:
                run = self._revived(message["Body"])
                if run and run["run"] not in back:
                    self.send(run)
                    back[run["run"]] = run
                self._client.delete_message(QueueUrl=self._dead_url, ReceiptHandle=message["ReceiptHandle"])
        return list(back.values())

    def _revived(self, body: str) -> Json | None:
        try:
            return self._attempts.revive(_parsed(body)["run"])
        except (BadInput, RecordMissing):
            return None  # a message that names no run of ours can never be worked off

    def _take_up(self, run: Json, message: Json) -> None:
        """A process that died between saving a step and queueing the next one left only this message behind."""
        if run["state"] not in OVER and run["step"] == message["step"] + 1:
            self.send(run)


def _parsed(body: str) -> Json:
    try:
        message: Any = orjson.loads(body)
        return {"run": str(message["run"]), "step": int(message["step"])}
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadInput(f"A harvest message names a run and a step, not {body[:100]!r}.") from error
