"""From a loaded run to what readers see: the gate, the alias update, the pruning, and the way back."""

from collections.abc import Callable, Mapping
from datetime import datetime

from chalicelib.errors import HarvestRefused, NothingToRollBackTo
from chalicelib.harvest.gate import objections
from chalicelib.harvest.state import State, ended
from chalicelib.plain import Json
from chalicelib.store.publish import Publisher
from chalicelib.store.releases import Releases
from chalicelib.store.runs import RunStore, Stored

KEPT = 2  # published indices a provider: the one served and the one before
MOST_LOST = 0.1  # share of records that a run may have less than what is served
READY = ("refused", "replaced", "withdrawn")  # may be published by hand


class Publishing:
    """Decides about loaded runs and shows them. What is served is what the alias says; run documents only tell of it."""

    def __init__(
        self,
        runs: RunStore,
        publisher: Publisher,
        releases: Releases,
        now: Callable[[], datetime],
        *,
        most_lost: Mapping[str, float],
    ) -> None:
        self._runs, self._publisher, self._now, self._most_lost = runs, publisher, now, most_lost
        self._releases = releases

    def finish(self, stored: Stored) -> Json:
        """Publish a loaded run, or refuse it with reasons; what is served changes in one moment, or not at all."""
        run = stored.run
        index, provider = run["index"], run["provider"]
        counted = self._publisher.await_count(index, provider, run["run"], least=run["counts"]["indexed"])
        run = {**run, "counts": {**run["counts"], "indexed": counted}}
        served = self.served(index, provider)
        before = served if served and served["run"] != run["run"] else None
        reasons = objections(run, before, most_lost=self._most_lost.get(provider, MOST_LOST))
        if reasons:
            return self._runs.save(stored, ended(run, "refused", self._now(), reasons)).run
        return self._show(Stored(run, stored.seq_no, stored.primary_term))

    def publish(self, run: str) -> Json:
        """Serve a refused or earlier run by hand; raises HarvestRefused when it has no whole index."""
        stored = self._runs.read(run)
        if stored.run["state"] not in READY or run not in self._built(stored.run):
            raise HarvestRefused(f"Run {run} cannot be published: it is {stored.run['state']}.", run=run)
        return self._show(stored)

    def drop(self, run: str) -> Json:
        """Delete the index of a run that is not served, and close it."""
        stored = self._runs.read(run)
        served = self.served(stored.run["index"], stored.run["provider"])
        if served and served["run"] == run:
            raise HarvestRefused(f"Run {run} is served; publish another or roll back first.", run=run)
        self._publisher.drop(stored.run["index"], stored.run["provider"], run)
        return self._runs.save(stored, ended(stored.run, "dropped", self._now())).run

    def rollback(self, index: str, provider: str) -> Json:
        """Serve the run that was served before; raises NothingToRollBackTo."""
        served = self.served(index, provider)
        built = [self._runs.read(run) for run in self._publisher.built(index, provider)]
        earlier = [one for one in built if served and one.run["run"] < served["run"] and one.run["state"] == "replaced"]
        if not earlier:
            raise NothingToRollBackTo(f"{provider} has no earlier run to go back to.")
        return self._show(earlier[-1], becomes="withdrawn")

    def served(self, index: str, provider: str) -> Json | None:
        """The run that readers see now."""
        run = self._publisher.served_run(index, provider)
        return self._runs.read(run).run if run else None

    def _show(self, stored: Stored, becomes: State = "replaced") -> Json:
        run = stored.run
        with self._releases.changing(run["index"], run["provider"], run["run"]):
            self._publisher.show(run["index"], run["provider"], run["run"])
        shown = self._runs.save(stored, ended(run, "published", self._now())).run
        past = [self._runs.read(name) for name in self._built(run) if name != run["run"]]
        for other in past:
            if other.run["state"] == "published":
                self._runs.save(other, {**other.run, "state": becomes})
        self._prune(run, [other.run for other in past])
        return shown

    def _prune(self, shown: Json, past: list[Json]) -> None:
        """Keep what is served, what was served before, and the newest refused run; nobody reads the others any more."""
        older = [run for run in past if run["state"] in ("published", "replaced", "withdrawn")]
        refused = [run for run in past if run["state"] == "refused"]
        for run in [*older[: -(KEPT - 1)], *refused[:-1]]:
            self._publisher.drop(shown["index"], shown["provider"], run["run"])

    def _built(self, run: Json) -> list[str]:
        return self._publisher.built(run["index"], run["provider"])
