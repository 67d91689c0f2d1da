"""From a loaded run to what readers see: the gate, the alias update, the record of what changed, and the way back.

What is served is what the alias says; run documents only tell of it. Showing a run is a row of steps each of which may
be repeated; the run says `publishing` and what it replaces before the first one, and `published` after the last, so
that a process that dies in between leaves a run that the next one finishes.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from chalicelib.errors import HarvestRefused, NothingToRollBackTo, RunBusy
from chalicelib.harvest.gate import State as Baseline
from chalicelib.harvest.gate import judge
from chalicelib.harvest.inspection import Inspection
from chalicelib.harvest.run import UNDER_WAY, State, end_run, timestamp
from chalicelib.json_types import Json
from chalicelib.providers.base import PublishingRules
from chalicelib.store.opensearch.aliases import RunIndices
from chalicelib.store.opensearch.changes import Changes, Publish
from chalicelib.store.opensearch.diff import Comparer, Diff
from chalicelib.store.opensearch.releases import Releases
from chalicelib.store.opensearch.runs import RunStore, Stored
from chalicelib.telemetry.metrics import MetricSink, null_sink

GONE = ("dropped", "dry_run")
WAS_SERVED = ("replaced", "rolled_back")
READY = ("refused", "replaced", "rolled_back", "publishing")  # may be published by hand


class Publishing:
    """Decides about loaded runs and shows them."""

    def __init__(
        self,
        runs: RunStore,
        publisher: RunIndices,
        comparer: Comparer,
        changes: Changes,
        releases: Releases,
        now: Callable[[], datetime],
        *,
        rules: Mapping[str, PublishingRules],
        metrics: MetricSink = null_sink,
    ) -> None:
        self._runs, self._publisher, self._changes, self._releases = runs, publisher, changes, releases
        self._now, self._rules, self._metrics = now, rules, metrics
        self._inspection, self._pruning = Inspection(publisher, comparer), Retention(runs, publisher, now)

    def finish(self, stored: Stored) -> Json:
        """Publish a loaded run, or refuse it with reasons; what is served changes in one moment, or not at all."""
        if stored.run["state"] == "publishing":
            return self._finish_publishing(stored)
        served = self.served_run(stored.run["index"], stored.run["provider"])
        before = served if served and served["run"] != stored.run["run"] else None
        found = self._inspection.inspect(stored.run, before)
        self._runs.save_sample(stored.run["run"], found.sample)
        run, rules = found.run, self._rules_of(stored.run)
        verdict = judge(Baseline(run, found.sample), self._baselines(before, rules), rules)
        if verdict.familiar:
            run |= {"familiar": {"run": verdict.familiar["run"], "overruled": verdict.overruled}}
        if run["dry"]:
            return self._close(stored, run, "dry_run", verdict.reasons)
        if verdict.reasons:
            return self._close(stored, run, "refused", verdict.reasons)
        return self._show(stored, run, diff=found.diff)

    def _baselines(self, served: Json | None, rules: PublishingRules) -> list[Baseline]:
        """The served run, then those published before it; not those that were rolled back, or proved unusual since."""
        if served is None:
            return []
        listed = self._runs.history(served["provider"], most=50)  # by a search, which may be a second behind
        known = [
            run
            for run in (stored.run for stored in self._runs.read_many([one["run"] for one in listed]))
            if run["state"] == "replaced"
            and not run.get("unusual")
            and run.get("profile")
            and run["run"] < served["run"]
        ]
        runs = [served, *known[: rules.baseline - 1]]
        samples = self._runs.samples([run["run"] for run in runs])
        return [Baseline(run, samples.get(run["run"])) for run in runs]

    def publish(self, run: str) -> Json:
        """Serve a refused or earlier run by hand; raises HarvestRefused when it has no whole index."""
        stored = self._runs.read(run)
        if stored.run["state"] not in READY or run not in self._built_runs(stored.run):
            raise HarvestRefused(f"Run {run} cannot be published: it is {stored.run['state']}.", run=run)
        return self._show(stored, stored.run)

    def drop(self, run: str) -> Json:
        """Delete the index of a run that is not served, and close it."""
        stored = self._runs.read(run)
        served = self._publisher.served_run(stored.run["index"], stored.run["provider"])
        if served == run:
            raise HarvestRefused(f"Run {run} is served; publish another or roll back first.", run=run)
        return self._close(stored, stored.run, "dropped", stored.run["reasons"])

    def rollback(self, index: str, provider: str) -> Json:
        """Serve the run that was served before; a run under way is dropped, lest it be published over it.

        Raises NothingToRollBackTo.
        """
        served = self._publisher.served_run(index, provider)
        built = self._runs.read_many(self._publisher.built_runs(index, provider))
        earlier = [one for one in built if served and one.run["run"] < served and one.run["state"] == "replaced"]
        if not earlier:
            raise NothingToRollBackTo(f"{provider} has no earlier run to go back to.")
        self._drop_under_way(provider)
        return self._show(earlier[-1], earlier[-1].run, becomes="rolled_back")

    def _drop_under_way(self, provider: str) -> None:
        """A step that is being taken meanwhile cannot save what it did: the run has another version then."""
        latest = self._runs.under_way(provider)
        stored = self._runs.read(latest) if latest else None
        if stored and stored.run["state"] in UNDER_WAY:
            self._close(stored, stored.run, "dropped", ["rolled back while it was under way"])

    def diff(self, run: str) -> tuple[str | None, Diff]:
        """All that a run changes in what is served now, or changed when it was published itself; names the other
        run.
        """
        found = self._runs.read(run).run
        served = self._publisher.served_run(found["index"], found["provider"])
        before = found.get("replaces") if served == run else served
        built = self._built_runs(found)
        if run not in built or (before and before not in built):
            raise HarvestRefused(f"Run {run} or the one before it, {before}, is no longer kept.", run=run)
        return before, self._inspection.compare(found, before)

    def served_run(self, index: str, provider: str) -> Json | None:
        """The run that readers see now."""
        run = self._publisher.served_run(index, provider)
        return self._runs.read(run).run if run else None

    def prune(self, index: str, provider: str) -> None:
        """Delete the indices that no reader can reach any more."""
        self._pruning.prune(index, provider, self._rules.get(provider, PublishingRules()))

    def _close(self, stored: Stored, run: Json, state: State, reasons: list[str]) -> Json:
        closed = self._runs.save(stored, end_run(run, state, self._now(), reasons)).run
        if state in ("dry_run", "dropped"):
            self._publisher.delete_index(run["index"], run["provider"], run["run"])
        self._metrics(state, closed)
        return closed

    def _show(self, stored: Stored, run: Json, *, becomes: State = "replaced", diff: Diff | None = None) -> Json:
        """Serve `run`; the one served until now `becomes` replaced or rolled back."""
        if run["state"] != "publishing":
            replaces, now = self._publisher.served_run(run["index"], run["provider"]), timestamp(self._now())
            marks = {"replaces": replaces, "becomes": becomes, "published_at": now, "updated_at": now}
            stored = self._runs.save(stored, {**run, **marks, "state": "publishing"})
        return self._finish_publishing(stored, diff)

    def _finish_publishing(self, stored: Stored, diff: Diff | None = None) -> Json:
        """All that publishing means, in steps that may be repeated."""
        run = stored.run
        if self._runs.read(run["run"]).seq_no != stored.seq_no:  # dropped by a rollback since it was read
            raise RunBusy(f"Run {run['run']} was changed by another process.")
        with self._releases.changing(run["index"], run["provider"], run["run"]):
            self._publisher.swap_alias(run["index"], run["provider"], run["run"])
        self._changes.keep(_publish_of(run), diff or self._what_changed(run))
        self._retire(run)
        shown = self._runs.save(stored, end_run(run, "published", self._now())).run
        for old in self._runs.history(run["provider"], most=30)[20:]:
            self._runs.delete_sample(old["run"])
        self._metrics("published" if run["becomes"] == "replaced" else "rolled_back", shown)
        self.prune(run["index"], run["provider"])
        return shown

    def _what_changed(self, run: Json) -> Diff:
        """A way back undoes what the other way changed, without another look at all records."""
        for publish in self._changes.of(run["replaces"]) if run["replaces"] else ():
            if publish["before"] == run["run"] and publish["chunks"] == 1:
                return Diff(publish["added"], publish["changed"], publish["removed"]).inverse()
        return self._inspection.compare(run, run["replaces"])

    def _retire(self, run: Json) -> None:
        for other in self._runs.read_many(self._built_runs(run)):
            if other.run["run"] != run["run"] and other.run["state"] == "published":
                unusual = {"unusual": True} if other.run["run"] > run.get("familiar", {}).get("run", "~") else {}
                marks = {
                    "state": run["becomes"],
                    "outcome": run["becomes"],
                    "replaced_at": run["published_at"],
                    **unusual,
                }
                self._runs.save(other, {**other.run, **marks})

    def _built_runs(self, run: Json) -> list[str]:
        return self._publisher.built_runs(run["index"], run["provider"])

    def _rules_of(self, run: Json) -> PublishingRules:
        return self._rules.get(run["provider"], PublishingRules())


def _publish_of(run: Json) -> Publish:
    return Publish(run["run"], run["provider"], run["index"], run["replaces"], run["published_at"])


class Retention:
    """Which indices of a provider are kept: the served one, those served before it, and the newest refused run's."""

    def __init__(self, runs: RunStore, publisher: RunIndices, now: Callable[[], datetime]) -> None:
        self._runs, self._publisher, self._now = runs, publisher, now

    def prune(self, index: str, provider: str, rules: PublishingRules) -> None:
        """Delete all others; an index that was served is kept for `kept_minutes` after its replacement."""
        served = self._publisher.served_run(index, provider)
        names = [name for name in self._publisher.built_runs(index, provider) if name != served]
        built = [stored.run for stored in self._runs.read_many(names)]
        earlier = [run for run in built if run["state"] in WAS_SERVED]
        refused = [run for run in built if run["state"] in ("refused", "stalled")]
        gone = {run["run"] for run in built if run["state"] in GONE} | (set(names) - {run["run"] for run in built})
        unread = timestamp(self._now() - timedelta(minutes=rules.kept_minutes))
        old = [run for run in earlier[: 1 - rules.kept] if run.get("replaced_at", "") <= unread]
        for name in [*(run["run"] for run in [*old, *refused[:-1]]), *sorted(gone)]:
            self._publisher.delete_index(index, provider, name)
