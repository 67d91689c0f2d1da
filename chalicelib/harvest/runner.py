"""The step of a harvest: take the cursor, fetch the page, index it, save progress; and what follows the last one.

It is written once and driven two ways: in process, page after page (`drive.py`), and one page per queue message on
Lambda. Whatever stops a step, doing it again changes nothing: identifiers are deterministic, progress is saved after the
records, and publishing is one alias update that may be repeated.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from chalicelib.errors import HarvestRefused, HubError, RunBusy
from chalicelib.harvest.pages import Pages
from chalicelib.harvest.rebuild import Rebuild
from chalicelib.harvest.run import UNDER_WAY, after, begun, ended, run_name
from chalicelib.json_types import Json
from chalicelib.providers.base import Provider
from chalicelib.store.opensearch.runs import RunStore, Stored
from chalicelib.telemetry.metrics import MetricSink, null_sink


class Publishing(Protocol):
    def finish(self, stored: Stored) -> Json: ...

    def drop(self, run: str) -> Json: ...


class Harvest:
    """Starts runs and takes them on, one step at a time."""

    def __init__(
        self,
        providers: Mapping[str, Provider],
        pages: Pages,
        runs: RunStore,
        publishing: Publishing,
        now: Callable[[], datetime],
        *,
        rebuild: Rebuild | None = None,
        metrics: MetricSink = null_sink,
    ) -> None:
        self._providers, self._pages, self._rebuild, self._now = providers, pages, rebuild, now
        self._runs, self._publishing, self._metrics = runs, publishing, metrics

    def begin(self, provider: str, *, dry: bool = False, rebuilds: str | None = None) -> Json:
        """Take up the unfinished run of this kind, or start one; an unfinished one of another kind is dropped."""
        run = self.unfinished(provider)
        if run and (run["dry"], run["rebuilds"]) != (dry, rebuilds):
            self._publishing.drop(run["run"])
            run = None
        return run or self.start(provider, dry=dry, rebuilds=rebuilds)

    def start(
        self, provider: str, *, dry: bool = False, rebuilds: str | None = None, mapped_from: str | None = None
    ) -> Json:
        """Begin a run; raises RunBusy while another one of this provider is under way.

        `mapped_from` names an earlier run whose kept answers are mapped again; the source is not asked then.
        Its document is there before it is claimed: a claim without a document would look like one that was given up, and
        two starts at once would both succeed.
        """
        last = self.latest(provider)
        held = last["run"] if last else None
        if last and last["state"] in UNDER_WAY:
            raise RunBusy(f"{provider} is being harvested: run {held}.", run=held)
        now, index = self._now(), self._providers[provider].index
        run = begun(provider, index, run_name(now), now, dry=dry, rebuilds=rebuilds)
        if rebuilds:
            old = self._runs.read(rebuilds).run
            run |= {"total": old["counts"]["indexed"], "read_at": old.get("read_at"), "kinds": old.get("kinds", {})}
        if mapped_from is not None:
            run["mapped_from"] = self._runs.read(mapped_from).run["run"]
        stored = self._runs.create(run)
        try:
            self._runs.claim(provider, stored.run["run"], instead_of=held)
        except RunBusy:
            self._runs.save(stored, ended(stored.run, "dropped", now, ["another start was faster"]))
            raise
        return stored.run

    def unfinished(self, provider: str) -> Json | None:
        """The provider's run that stopped half way, if there is one."""
        run = self.latest(provider)
        return run if run and run["state"] in UNDER_WAY else None

    def latest(self, provider: str) -> Json | None:
        """The run that was started last, whatever became of it."""
        held = self._runs.under_way(provider)
        return self._runs.read(held).run if held else None

    def read(self, run: str) -> Json:
        """A run as it stands now; raises RecordMissing."""
        return self._runs.read(run).run

    def step(self, name: str) -> Json:
        """Take the run one page further, or to its end. May be repeated; raises SourceError, EngineDown, RunBusy.

        A step that fails leaves the run `failed` with its reason, its cursor kept: the next step goes on from there.
        """
        stored = self._runs.read(name)
        if stored.run["state"] not in UNDER_WAY:
            raise HarvestRefused(f"Run {name} is over: {stored.run['state']}.", run=name)
        try:
            return self._taken(stored)
        except (RunBusy, HarvestRefused):
            raise
        except HubError as error:
            self._failed(stored, error)
            raise

    def _taken(self, stored: Stored) -> Json:
        if stored.run["state"] == "publishing" or stored.run["complete"]:
            return self._publishing.finish(stored)
        if stored.run["rebuilds"] and self._rebuild:
            return self._runs.save(stored, self._rebuild.taken(stored.run)).run
        return self._runs.save(stored, self._page(stored.run)).run

    def _failed(self, stored: Stored, error: HubError) -> None:
        state = stored.run["state"] if stored.run["state"] == "publishing" else "failed"
        failed = {**stored.run, "state": state, "reasons": [error.detail]}
        self._metrics("failed", self._runs.save(stored, failed).run)

    def _page(self, run: Json) -> Json:
        taken = self._pages.take(run)
        self._runs.save_rejects(run["run"], run["provider"], run["step"], [*taken.page.rejects, *taken.late])
        return after(run, taken.page, taken.late, taken.asked, self._now(), unchanged=taken.unchanged)
