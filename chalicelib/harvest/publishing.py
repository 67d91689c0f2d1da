"""From a loaded run to what readers see: the gate, the alias update, the pruning, and the way back."""

from collections.abc import Callable, Mapping
from datetime import datetime

from chalicelib.errors import HarvestRefused, NothingToRollBackTo
from chalicelib.harvest.gate import objections
from chalicelib.harvest.state import ended
from chalicelib.records import Json
from chalicelib.store.publish import Publisher
from chalicelib.store.runs import RunStore, Stored

KEPT = 2  # published indices a provider: the one served and the one before
READY = ("refused", "replaced", "withdrawn")  # may be published by hand


class Publishing:
    """Decides about loaded runs and shows them."""

    def __init__(
        self,
        runs: RunStore,
        publisher: Publisher,
        now: Callable[[], datetime],
        *,
        most_lost: Mapping[str, float],
    ) -> None:
        self._runs, self._publisher, self._now, self._most_lost = runs, publisher, now, most_lost

    def finish(self, stored: Stored) -> Json:
        """Publish a loaded run, or refuse it with reasons; what is served changes in one moment, or not at all."""
        run = stored.run
        run["counts"]["indexed"] = self._publisher.await_count(
            run["index"], run["provider"], run["run"], least=run["counts"]["indexed"]
        )
        served = self.served(run["provider"])
        before = served if served and served["run"] != run["run"] else None
        reasons = objections(run, before, most_lost=self._most_lost.get(run["provider"], 0.1))
        if reasons:
            return self._runs.save(stored, ended(run, "refused", self._now(), reasons)).run
        return self._show(stored, before)

    def publish(self, run: str) -> Json:
        """Serve a refused or earlier run by hand; raises HarvestRefused when it has no whole index."""
        stored = self._runs.read(run)
        if stored.run["state"] not in READY or run not in self._built(stored.run):
            raise HarvestRefused(f"Run {run} cannot be published: it is {stored.run['state']}.", run=run)
        return self._show(stored, self.served(stored.run["provider"]))

    def drop(self, run: str) -> Json:
        """Delete the index of a run that is not served, and close it."""
        stored = self._runs.read(run)
        if stored.run["state"] == "published":
            raise HarvestRefused(f"Run {run} is served; publish another or roll back first.", run=run)
        self._publisher.drop(stored.run["index"], stored.run["provider"], run)
        return self._runs.save(stored, ended(stored.run, "dropped", self._now())).run

    def rollback(self, provider: str) -> Json:
        """Serve the run that was served before; raises NothingToRollBackTo."""
        served = self.served(provider)
        earlier = [run for run in self._runs.latest(provider, states=("replaced",), most=20) if self._is_built(run)]
        if not served or not earlier:
            raise NothingToRollBackTo(f"{provider} has no earlier run to go back to.")
        return self._show(self._runs.read(earlier[0]["run"]), served, becomes="withdrawn")

    def served(self, provider: str) -> Json | None:
        """The run that readers see now."""
        published = self._runs.latest(provider, states=("published",))
        return published[0] if published else None

    def _show(self, stored: Stored, before: Json | None, becomes: str = "replaced") -> Json:
        run = stored.run
        self._publisher.show(run["index"], run["provider"], run["run"])
        shown = self._runs.save(stored, ended(run, "published", self._now())).run
        for other in self._runs.latest(run["provider"], states=("published",), most=20):
            if other["run"] != run["run"]:
                old = self._runs.read(other["run"])
                self._runs.save(old, {**old.run, "state": becomes})
        if before:
            self._prune(run)
        return shown

    def _prune(self, run: Json) -> None:
        """Keep what is served, what was served before and the newest refused run; of the others nothing is read any more."""
        provider = run["provider"]
        past = self._runs.latest(provider, states=("replaced", "withdrawn"), most=100)
        refused = self._runs.latest(provider, states=("refused",), most=100)
        for old in [*past[KEPT - 1 :], *refused[1:]]:
            self._publisher.drop(run["index"], provider, old["run"])

    def _built(self, run: Json) -> list[str]:
        return self._publisher.built(run["index"], run["provider"])

    def _is_built(self, run: Json) -> bool:
        return run["run"] in self._built(run)
