"""Retention of a provider's indices: deletes those that are neither served nor needed for a rollback."""

from collections.abc import Callable
from datetime import datetime, timedelta

from chalicelib.harvest.run import timestamp
from chalicelib.providers.base import PublishingRules
from chalicelib.store.opensearch.aliases import RunIndices
from chalicelib.store.opensearch.runs import RunStore

GONE = ("dropped", "dry_run")
WAS_SERVED = ("replaced", "rolled_back")


class Retention:
    """Keeps the served index, those served before it, and the newest refused run."""

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
