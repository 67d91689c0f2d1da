"""What people are told about harvests: the latest run of each provider, and one run with its rejects and its diff."""

from collections.abc import Callable, Mapping
from datetime import datetime

from chalicelib.json_types import Json
from chalicelib.providers.base import Provider
from chalicelib.store.opensearch.aliases import RunIndices
from chalicelib.store.opensearch.runs import RunStore

INNER = frozenset({"cursor", "profile", "kinds", "attempt", "requeued", "becomes"})  # nothing that people could use
DETAILS = frozenset({"rejects", "unfamiliar", "diff"})  # of one run only


class Reports:
    """Reads run documents for people."""

    def __init__(
        self,
        providers: Mapping[str, Provider],
        runs: RunStore,
        publisher: RunIndices,
        now: Callable[[], datetime],
    ) -> None:
        self._providers, self._runs, self._publisher, self._now = providers, runs, publisher, now

    def latest(self) -> list[Json]:
        """Per provider: its latest run (None before the first), the run whose records are served, and their age."""
        return [self._of_provider(name, provider.index) for name, provider in self._providers.items()]

    def of(self, run: str) -> Json:
        """One run with its diff and all records that it rejected; raises RecordMissing."""
        found = self._runs.read(run).run
        return {**_told(found, INNER), "rejected": self._runs.rejects(found)}

    def _of_provider(self, provider: str, index: str) -> Json:
        latest, served = self._runs.under_way(provider), self._publisher.served_run(index, provider)
        shown = self._runs.read(served).run if served else None
        return {
            "provider": provider,
            "index": index,
            "latest": _told(self._runs.read(latest).run, INNER | DETAILS) if latest else None,
            "served": _told(shown, INNER | DETAILS) if shown else None,
            "freshness": self._freshness(shown) if shown else None,
        }

    def _freshness(self, served: Json) -> Json:
        """When the source was asked for what is served, and how many seconds ago that was."""
        read_at = served.get("read_at") or served["updated_at"]
        age = self._now() - datetime.fromisoformat(read_at)
        return {"read_at": read_at, "age_seconds": round(age.total_seconds())}


def _told(run: Json, hidden: frozenset[str]) -> Json:
    shown = {name: value for name, value in run.items() if name not in hidden}
    counts = {reason: entry["count"] for reason, entry in run["rejects"].items()}
    return {**shown, "progress": _progress(run), "rejects": run["rejects"] if "rejects" not in hidden else counts}


def _progress(run: Json) -> float | None:
    """The share of the source that was read, None while its size is not known."""
    if run.get("complete") or run["state"] == "published":
        return 1.0
    return round(min(1.0, run["counts"]["read"] / run["total"]), 3) if run["total"] else None
