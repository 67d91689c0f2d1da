"""What becomes of a run that makes no progress: it is queued again, and given up after the third time.

Each attempt has a number of its own, counted through the run's whole life, so that no two messages are taken for one.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from chalicelib.errors import RunBusy
from chalicelib.harvest.run import UNDER_WAY, ended, stamp
from chalicelib.json_types import Json
from chalicelib.store.opensearch.runs import RunStore, Stored
from chalicelib.telemetry.metrics import MetricSink, null_sink

PATIENCE = timedelta(minutes=15)  # without progress; longer than any step may take
MOST = 3  # times that a run is queued again without progress


class Attempts:
    """Counts attempts in the run's document."""

    def __init__(self, runs: RunStore, now: Callable[[], datetime], *, metrics: MetricSink = null_sink) -> None:
        self._runs, self._now, self._metrics = runs, now, metrics

    def look(self, provider: str) -> list[Json]:
        """The provider's runs that have made no progress for long, each with a new attempt, or stalled."""
        moment = stamp(self._now() - PATIENCE)
        found = []
        for stored in self._open(provider):
            if stored.run["state"] in UNDER_WAY and stored.run["updated_at"] <= moment:
                found += self._tried(stored)
        return found

    def again(self, run: str, reason: str) -> Json:
        """The run with a new attempt at its step, or stalled; raises RunBusy."""
        return self._next(self._runs.read(run), reason)

    def revive(self, run: str) -> Json | None:
        """The run ready for its next step although it failed or stalled; None when it is over."""
        stored = self._runs.read(run)
        if stored.run["state"] == "stalled":
            failed = {**stored.run, "state": "failed", "outcome": None, "requeued": 0}
            return self._next(Stored(failed, stored.seq_no, stored.primary_term), "taken from the dead-letter queue")
        if stored.run["state"] not in UNDER_WAY:
            return None
        fresh = {**stored.run, "requeued": 0}
        return self._next(Stored(fresh, stored.seq_no, stored.primary_term), "taken from the dead-letter queue")

    def _next(self, stored: Stored, reason: str) -> Json:
        run = stored.run
        if run["requeued"] >= MOST:
            stalled = self._runs.save(stored, ended(run, "stalled", self._now(), _reasons(run, reason))).run
            self._metrics("stalled", stalled)
            return stalled
        counted = {"attempt": run["attempt"] + 1, "requeued": run["requeued"] + 1, "updated_at": stamp(self._now())}
        queued = self._runs.save(stored, {**run, **counted, "reasons": _reasons(run, reason)}).run
        self._metrics("requeued", queued)
        return queued

    def _tried(self, stored: Stored) -> list[Json]:
        try:
            return [self._next(stored, "no progress for 15 minutes")]
        except RunBusy:
            return []  # it has just made some

    def _open(self, provider: str) -> list[Stored]:
        """The run that was started last, and those that died while they were being published by hand."""
        latest = self._runs.under_way(provider)
        publishing = [run["run"] for run in self._runs.history(provider) if run["state"] == "publishing"]
        return self._runs.read_many(list(dict.fromkeys([*([latest] if latest else []), *publishing])))


def _reasons(run: Json, reason: str) -> list[str]:
    """Why the step failed says more than that it was tried again."""
    return [*(one for one in run["reasons"] if one != reason), reason][-5:]
