"""Runs and their steps: read the cursor, fetch the page, index it, save progress; after the last page, publish.

A step is written once and driven two ways: in process, page after page (`drive`), and one page per queue message on
Lambda. A step that was interrupted can be repeated without harm: identifiers are deterministic, progress is saved after
the records, and publishing is one alias update that may be repeated.
"""

import logging
import traceback
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from chalicelib.errors import HarvestRefused, HubError, RunBusy, StepCrashed
from chalicelib.harvest.pages import PageLoader
from chalicelib.harvest.rebuild import Rebuild
from chalicelib.harvest.run import OVER, UNDER_WAY, LoadedPage, advance_run, end_run, new_run, run_name
from chalicelib.json_types import Json
from chalicelib.providers.base import Provider
from chalicelib.store.opensearch.mappings import VERSION
from chalicelib.store.opensearch.runs import RunStore, Stored
from chalicelib.telemetry.metrics import MetricSink, null_sink

_LOG = logging.getLogger(__name__)


class Publishing(Protocol):
    def finish(self, stored: Stored) -> Json: ...

    def drop(self, run: str) -> Json: ...


def drive(
    harvest: "Harvest", provider: str, show: Callable[[Json], None], *, dry: bool = False, rebuilds: str | None = None
) -> Json:
    """Run a harvest to its end in this process: resume the provider's unfinished run, or start one.

    `show` receives the run after every step. A step that fails leaves the run `failed` with its reason and its cursor:
    calling again resumes there. A `dry` run does everything but publish; `rebuilds` names a served run that is copied
    instead of asking the source.
    """
    run = harvest.begin(provider, dry=dry, rebuilds=rebuilds)
    show(run)
    while run["state"] not in OVER:
        run = harvest.step(run["run"])
        show(run)
    return run


class Harvest:
    """Starts runs and advances them, one step at a time."""

    def __init__(
        self,
        providers: Mapping[str, Provider],
        loader: PageLoader,
        runs: RunStore,
        publishing: Publishing,
        now: Callable[[], datetime],
        *,
        rebuild: Rebuild | None = None,
        metrics: MetricSink = null_sink,
    ) -> None:
        self._providers, self._loader, self._rebuild, self._now = providers, loader, rebuild, now
        self._runs, self._publishing, self._metrics = runs, publishing, metrics

    def begin(self, provider: str, *, dry: bool = False, rebuilds: str | None = None) -> Json:
        """Resume the unfinished run of this kind, or start one; an unfinished run of another kind is dropped."""
        run = self.unfinished_run(provider)
        if run and (run["dry"], run["rebuilds"]) != (dry, rebuilds):
            self._publishing.drop(run["run"])
            run = None
        return run or self.start(provider, dry=dry, rebuilds=rebuilds)

    def start(
        self, provider: str, *, dry: bool = False, rebuilds: str | None = None, mapped_from: str | None = None
    ) -> Json:
        """Start a run; raises RunBusy while another run of this provider is under way.

        `mapped_from` names an earlier run whose stored responses are mapped again; the source is not asked then.
        The run's document is written before it is claimed: a claim without a document would look abandoned, and two
        simultaneous starts would both succeed.
        """
        last = self.latest(provider)
        held = last["run"] if last else None
        if last and last["state"] in UNDER_WAY:
            raise RunBusy(f"{provider} is being harvested: run {held}.", run=held)
        now, index = self._now(), self._providers[provider].index
        run = new_run(provider, index, run_name(now), now, dry=dry, rebuilds=rebuilds)
        run["mapping"] = VERSION
        if rebuilds:
            old = self._runs.read(rebuilds).run
            run |= {name: old.get(name) for name in ("read_at", "mapping")}
            run |= {"total": old["counts"]["indexed"], "kinds": old.get("kinds", {})}
        if mapped_from is not None:
            run["mapped_from"] = self._runs.read(mapped_from).run["run"]
        stored = self._runs.create(run)
        try:
            self._runs.claim(provider, stored.run["run"], instead_of=held)
        except RunBusy:
            self._runs.save(stored, end_run(stored.run, "dropped", now, ["another start was faster"]))
            raise
        return stored.run

    def unfinished_run(self, provider: str) -> Json | None:
        """The provider's run that has not ended, if there is one."""
        run = self.latest(provider)
        return run if run and run["state"] in UNDER_WAY else None

    def latest(self, provider: str) -> Json | None:
        """The run that was started last, in any state."""
        held = self._runs.under_way(provider)
        return self._runs.read(held).run if held else None

    def read(self, run: str) -> Json:
        """A run as it stands now; raises RecordMissing."""
        return self._runs.read(run).run

    def step(self, name: str) -> Json:
        """Advance the run by one page, or publish it. May be repeated; raises SourceError, EngineDown, RunBusy,
        StepCrashed.

        A step that fails leaves the run `failed` with its reason and its cursor: the next step resumes there.
        """
        stored = self._runs.read(name)
        if stored.run["state"] not in UNDER_WAY:
            raise HarvestRefused(f"Run {name} is over: {stored.run['state']}.", run=name)
        try:
            return self._take_step(stored)
        except (RunBusy, HarvestRefused):
            raise
        except HubError as error:
            self._fail(stored, error.detail)
            raise
        except Exception as error:  # one of the two edges where nothing may pass: the run must say why it ended
            crash = StepCrashed(f"An unforeseen error: {_class_and_place(error)}. The log has the traceback.")
            _LOG.exception("%s, run %s, step %s", stored.run["provider"], name, stored.run["step"])
            self._fail(stored, crash.detail)
            raise crash from error

    def _take_step(self, stored: Stored) -> Json:
        if stored.run["state"] == "publishing" or stored.run["complete"]:
            return self._publishing.finish(stored)
        if stored.run["rebuilds"] and self._rebuild:
            return self._runs.save(stored, self._rebuild.copy_page(stored.run)).run
        return self._runs.save(stored, self._page(stored.run)).run

    def _fail(self, stored: Stored, reason: str) -> None:
        state = stored.run["state"] if stored.run["state"] == "publishing" else "failed"
        failed = {**stored.run, "state": state, "reasons": [reason]}
        self._metrics("failed", self._runs.save(stored, failed).run)

    def _page(self, run: Json) -> Json:
        loaded = self._loader.load(run)
        self._runs.save_rejects(run["run"], run["provider"], run["step"], loaded.rejects)
        return advance_run(run, loaded, self._now(), is_new=self._is_new(run, loaded))

    def _is_new(self, run: Json, loaded: LoadedPage) -> bool:
        """Whether a page brought a record, or a reject that no page before it brought."""
        rejected = loaded.rejected
        return loaded.loaded > 0 or bool(rejected - self._runs.rejected_before(run, rejected))


def _class_and_place(error: BaseException) -> str:
    """`KeyError in chalicelib/providers/neuromorpho.py, line 120`: the innermost line of this package."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [one for one in frames if "chalicelib" in one.filename] or list(frames)
    where = own[-1].filename.replace("\\", "/").rpartition("/chalicelib/")[2]
    return f"{type(error).__name__} in {where}, line {own[-1].lineno}"
