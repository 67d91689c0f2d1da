"""Drives a run in this process, page after page, until it is published or refused."""

from collections.abc import Callable
from datetime import datetime

from chalicelib.errors import HubError
from chalicelib.harvest.harvest import Harvest
from chalicelib.harvest.state import ended
from chalicelib.plain import Json
from chalicelib.store.runs import RunStore

OVER = ("published", "refused", "dropped", "stalled")


def drive(
    harvest: Harvest, runs: RunStore, provider: str, now: Callable[[], datetime], seen: Callable[[Json], None]
) -> Json:
    """Take up the provider's unfinished run, or begin one, and go on to its end; `seen` is shown each state.

    A step that fails leaves the run `failed` with its reason, its cursor kept: driving again goes on from there.
    """
    run = harvest.unfinished(provider) or harvest.start(provider)
    seen(run)
    while run["state"] not in OVER:
        try:
            run = harvest.step(run["run"])
        except HubError as error:
            stored = runs.read(run["run"])
            runs.save(stored, ended(stored.run, "failed", now(), [error.detail]))
            raise
        seen(run)
    return run
