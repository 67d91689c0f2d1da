"""What people are told about harvests: the latest run of each provider, and one run with its rejects."""

from collections.abc import Mapping

from chalicelib.plain import Json
from chalicelib.providers.base import Provider
from chalicelib.store.publish import Publisher
from chalicelib.store.runs import RunStore


class Reports:
    """Reads run documents for people."""

    def __init__(self, providers: Mapping[str, Provider], runs: RunStore, publisher: Publisher) -> None:
        self._providers, self._runs, self._publisher = providers, runs, publisher

    def latest(self) -> list[Json]:
        """Per provider: its latest run (None before the first) and the run whose records are served."""
        return [self._of_provider(name, provider.index) for name, provider in self._providers.items()]

    def of(self, run: str) -> Json:
        """One run with all records that it rejected; raises RecordMissing."""
        found = self._runs.read(run).run
        return {**found, "rejected": self._runs.rejects(found)}

    def _of_provider(self, provider: str, index: str) -> Json:
        latest = self._runs.under_way(provider)
        served = self._publisher.served_run(index, provider)
        return {
            "provider": provider,
            "index": index,
            "latest": self._runs.read(latest).run if latest else None,
            "served": self._runs.read(served).run if served else None,
        }
