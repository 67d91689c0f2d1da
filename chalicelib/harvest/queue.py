"""Drives runs by messages, one page each: on Lambda no invocation harvests for longer than a page takes.

The queue is FIFO with the provider as message group, so that a source is never asked twice at once. A message names a run,
the step it means and the attempt at it; its deduplication id is made of these three, so that a step that is tried again is
never swallowed as a repetition.
"""

from typing import Any

import orjson

from chalicelib.errors import BadInput, RunBusy
from chalicelib.harvest.harvest import Harvest
from chalicelib.plain import Json

OVER = ("published", "refused", "dropped", "stalled", "replaced", "withdrawn")


class StepQueue:
    """Sends and takes the messages of one queue."""

    def __init__(self, harvest: Harvest, client: Any, url: str) -> None:
        self._harvest, self._client, self._url = harvest, client, url

    def start(self, provider: str) -> Json:
        """Begin a run, or take up the one that is under way, and queue its next step."""
        run = self._harvest.unfinished(provider)
        if run is None:
            run = self._harvest.start(provider)
        self.send(run)
        return run

    def step(self, body: str) -> Json | None:
        """Do what a message says, and queue what follows; a message about a step that is done already does nothing."""
        message = _parsed(body)
        run = self._harvest.read(message["run"])
        if run["state"] in OVER or run["step"] != message["step"]:
            return None
        try:
            run = self._harvest.step(run["run"])
        except RunBusy:
            return None  # the same message, delivered twice: the other one has taken the step and queues the next
        if run["state"] not in OVER:
            self.send(run)
        return run

    def send(self, run: Json) -> None:
        """Queue the run's next step."""
        attempt = run.get("attempt", 0)
        body = {"run": run["run"], "provider": run["provider"], "step": run["step"], "state": run["state"]}
        self._client.send_message(
            QueueUrl=self._url,
            MessageBody=orjson.dumps({**body, "attempt": attempt}).decode(),
            MessageGroupId=run["provider"],
            MessageDeduplicationId=f"{run['run']}-{run['step']}-{run['state']}-{attempt}",
        )


def _parsed(body: str) -> Json:
    try:
        message: Any = orjson.loads(body)
        return {"run": str(message["run"]), "step": int(message["step"])}
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadInput(f"A harvest message names a run and a step, not {body[:100]!r}.") from error
