"""The step of a harvest: take the cursor, fetch the page, index it, save progress; and what follows the last one.

It is written once and driven two ways: in process, page after page (`drive.py`), and one page per queue message on
Lambda. Whatever stops a step, doing it again changes nothing: identifiers are deterministic, progress is saved after the
records, and publishing is one alias update that may be repeated.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from chalicelib.errors import HarvestRefused, RecordMissing, RunBusy
from chalicelib.harvest.pages import Pages
from chalicelib.harvest.state import after, begun, run_name
from chalicelib.plain import Json
from chalicelib.providers.base import Provider
from chalicelib.store.publish import Publisher
from chalicelib.store.runs import RunStore, Stored

UNDER_WAY = ("running", "loaded", "failed")


class Publishing(Protocol):
    def finish(self, stored: Stored) -> Json: ...


class Harvest:
    """Starts runs and takes them on, one step at a time."""

    def __init__(
        self,
        providers: Mapping[str, Provider],
        pages: Pages,
        runs: RunStore,
        publisher: Publisher,
        publishing: Publishing,
        now: Callable[[], datetime],
    ) -> None:
        self._providers, self._pages, self._now = providers, pages, now
        self._runs, self._publisher, self._publishing = runs, publisher, publishing

    def start(self, provider: str, *, mapped_from: str | None = None) -> Json:
        """Begin a run; raises RunBusy while another one of this provider is under way.

        `mapped_from` names an earlier run whose kept answers are mapped again; the source is not asked then.
        """
        held = self._runs.under_way(provider)
        if held and self._is_under_way(held):
            raise RunBusy(f"{provider} is being harvested: run {held}.", run=held)
        now = self._now()
        run = begun(provider, self._providers[provider].index, run_name(now), now)
        if mapped_from is not None:
            run["mapped_from"] = self._runs.read(mapped_from).run["run"]
        self._runs.claim(provider, run["run"], instead_of=held)
        self._publisher.start(run["index"], provider, run["run"])
        return self._runs.create(run).run

    def unfinished(self, provider: str) -> Json | None:
        """The provider's run that stopped half way, if there is one."""
        held = self._runs.under_way(provider)
        return self._runs.read(held).run if held and self._is_under_way(held) else None

    def read(self, run: str) -> Json:
        """A run as it stands now; raises RecordMissing."""
        return self._runs.read(run).run

    def step(self, name: str) -> Json:
        """Take the run one page further, or to its end; raises SourceError, EngineDown, RunBusy. May be repeated."""
        stored = self._runs.read(name)
        if stored.run["state"] == "loaded":
            return self._publishing.finish(stored)
        if stored.run["state"] not in UNDER_WAY:
            raise HarvestRefused(f"Run {name} is over: {stored.run['state']}.", run=name)
        return self._runs.save(stored, self._page(stored.run)).run

    def _page(self, run: Json) -> Json:
        taken = self._pages.take(run)
        self._runs.keep_rejects(run["run"], run["provider"], run["step"], [*taken.page.rejects, *taken.late])
        return after(run, taken.page, taken.late, taken.asked, self._now(), unchanged=taken.unchanged)

    def _is_under_way(self, run: str) -> bool:
        try:
            return self._runs.read(run).run["state"] in UNDER_WAY
        except RecordMissing:
            return False
