"""Drives runs by queue messages, one page each, so that a Lambda invocation takes no longer than a page.

The queue is FIFO with the provider as message group: a source is never asked by two steps at once. A message names a
run, a step (a run has one cursor per step) and the attempt at it. These three make its deduplication id, so that a
retry is never dropped as a duplicate. A message that fails several receives goes to the dead-letter queue; `redrive`
returns it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import orjson

from chalicelib.errors import BadInput, RecordMissing, RunBusy, StepTooLong
from chalicelib.harvest.run import OVER, UNDER_WAY, end_run, timestamp
from chalicelib.harvest.runner import Harvest
from chalicelib.json_types import Json
from chalicelib.store.opensearch.runs import RunStore, Stored
from chalicelib.telemetry.metrics import MetricSink, null_sink

IDLE_AFTER = timedelta(minutes=15)  # without progress; longer than any step may take
MAX_REQUEUES = 3  # without progress in between


class RetryPolicy:
    """Decides whether a run without progress is tried again or stalls; counts attempts in the run's document.

    The attempt number rises over the whole life of a run, so that no two messages share a deduplication id.
    """

    def __init__(self, runs: RunStore, now: Callable[[], datetime], *, metrics: MetricSink = null_sink) -> None:
        self._runs, self._now, self._metrics = runs, now, metrics

    def retry_idle(self, provider: str) -> list[Json]:
        """The provider's runs without progress for `IDLE_AFTER`, each with a new attempt, or stalled."""
        moment = timestamp(self._now() - IDLE_AFTER)
        found = []
        for stored in self._open(provider):
            if stored.run["state"] in UNDER_WAY and stored.run["updated_at"] <= moment:
                found += self._retry_unless_busy(stored)
        return found

    def retry(self, run: str, reason: str) -> Json:
        """The run with a new attempt at its step, or stalled; raises RunBusy."""
        return self._count_attempt(self._runs.read(run), reason)

    def revive(self, run: str) -> Json | None:
        """The run, ready for its next step although it failed or stalled; None when it has ended."""
        stored = self._runs.read(run)
        if stored.run["state"] == "stalled":
            failed = {**stored.run, "state": "failed", "outcome": None, "requeued": 0}
            return self._count_attempt(
                Stored(failed, stored.seq_no, stored.primary_term), "returned from the dead-letter queue"
            )
        if stored.run["state"] not in UNDER_WAY:
            return None
        fresh = {**stored.run, "requeued": 0}
        return self._count_attempt(
            Stored(fresh, stored.seq_no, stored.primary_term), "returned from the dead-letter queue"
        )

    def _count_attempt(self, stored: Stored, reason: str) -> Json:
        run = stored.run
        if run["requeued"] >= MAX_REQUEUES:
            stalled = self._runs.save(stored, end_run(run, "stalled", self._now(), _reasons(run, reason))).run
            self._metrics("stalled", stalled)
            return stalled
        counted = {"attempt": run["attempt"] + 1, "requeued": run["requeued"] + 1, "updated_at": timestamp(self._now())}
        queued = self._runs.save(stored, {**run, **counted, "reasons": _reasons(run, reason)}).run
        self._metrics("requeued", queued)
        return queued

    def _retry_unless_busy(self, stored: Stored) -> list[Json]:
        try:
            return [self._count_attempt(stored, "no progress for 15 minutes")]
        except RunBusy:
            return []  # it has just made progress

    def _open(self, provider: str) -> list[Stored]:
        """The latest run, and runs whose publication by hand was interrupted."""
        latest = self._runs.under_way(provider)
        publishing = [run["run"] for run in self._runs.history(provider) if run["state"] == "publishing"]
        return self._runs.read_many(list(dict.fromkeys([*([latest] if latest else []), *publishing])))


class StepQueue:
    """Sends and handles the messages of one queue."""

    def __init__(self, harvest: Harvest, retries: RetryPolicy, client: Any, url: str, *, dead_url: str = "") -> None:
        self._harvest, self._retries = harvest, retries
        self._client, self._url, self._dead_url = client, url, dead_url

    def start(self, provider: str) -> Json:
        """Start a run, or resume the one under way, and queue its next step."""
        try:
            run: Json | None = self._harvest.begin(provider)
        except RunBusy:
            run = self._harvest.unfinished_run(provider)  # another process has just started one: use it
        if run is None:
            raise RunBusy(f"Another harvest of {provider} has just been started.")
        self.send(run)
        return run

    def step(self, body: str) -> Json | None:
        """Take the step that a message names, and queue the next one; a message about an earlier step does nothing.

        A step that ran out of time (StepTooLong) is queued again, as often as RetryPolicy allows.
        """
        message = _parse(body)
        run = self._harvest.read(message["run"])
        if run["state"] in OVER or run["step"] != message["step"]:
            self._queue_lost_step(run, message)
            return None
        try:
            run = self._harvest.step(run["run"])
        except RunBusy:
            return None  # the message was delivered twice; the other delivery takes the step and queues the next
        except StepTooLong as error:
            run = self._retries.retry(run["run"], error.detail)
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

    def requeue_idle(self, provider: str) -> list[Json]:
        """Queue the provider's idle runs again, or let them stall; returns these runs."""
        found = self._retries.retry_idle(provider)
        for run in found:
            if run["state"] not in OVER:
                self.send(run)
        return found

    def redrive(self) -> list[Json]:
        """Return the dead-letter queue's messages: each run that has not ended resumes at its cursor."""
        back: dict[str, Json] = {}
        while messages := self._client.receive_message(QueueUrl=self._dead_url, MaxNumberOfMessages=10).get("Messages"):
            for message in messages:
                run = self._revive(message["Body"])
                if run and run["run"] not in back:
                    self.send(run)
                    back[run["run"]] = run
                self._client.delete_message(QueueUrl=self._dead_url, ReceiptHandle=message["ReceiptHandle"])
        return list(back.values())

    def _revive(self, body: str) -> Json | None:
        try:
            return self._retries.revive(_parse(body)["run"])
        except (BadInput, RecordMissing):
            return None  # a message that names no known run can never be handled

    def _queue_lost_step(self, run: Json, message: Json) -> None:
        """Queue the step after `message` where a process died between saving one and queueing the next."""
        if run["state"] not in OVER and run["step"] == message["step"] + 1:
            self.send(run)


def _reasons(run: Json, reason: str) -> list[str]:
    """The last five reasons: why a step failed says more than that it was retried."""
    return [*(one for one in run["reasons"] if one != reason), reason][-5:]


def _parse(body: str) -> Json:
    try:
        message: Any = orjson.loads(body)
        return {"run": str(message["run"]), "step": int(message["step"])}
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadInput(f"A harvest message names a run and a step, not {body[:100]!r}.") from error
