"""Between harvests: requeues idle runs, rebuilds indices of an older mapping, deletes indices that are not needed."""

from collections.abc import Mapping

from chalicelib.harvest.publishing import Publishing
from chalicelib.harvest.queue import StepQueue
from chalicelib.harvest.rebuild import Rebuild
from chalicelib.harvest.run import UNDER_WAY
from chalicelib.harvest.runner import Harvest
from chalicelib.json_types import Json
from chalicelib.providers.base import Provider


class Watchdog:
    """Checks one provider at a time; a schedule calls it every few minutes."""

    def __init__(
        self,
        providers: Mapping[str, Provider],
        harvest: Harvest,
        queue: StepQueue,
        rebuild: Rebuild,
        publishing: Publishing,
    ) -> None:
        self._providers, self._harvest, self._queue = providers, harvest, queue
        self._rebuild, self._publishing = rebuild, publishing

    def check(self, provider: str) -> list[Json]:
        """The runs that it queued or let stall."""
        index = self._providers[provider].index
        found = self._queue.requeue_idle(provider)
        if run := self._start_rebuild(index, provider):
            self._queue.send(run)
            found = [*found, run]
        self._publishing.prune(index, provider)
        return found

    def _start_rebuild(self, index: str, provider: str) -> Json | None:
        """A rebuild that is new_run, where one is due; one that was refused or stalled is for people to look at."""
        outdated = self._rebuild.outdated_run(index, provider)
        latest = self._harvest.latest(provider)
        if outdated is None or (latest and (latest["state"] in UNDER_WAY or latest["rebuilds"] == outdated)):
            return None
        return self._harvest.start(provider, rebuilds=outdated)
