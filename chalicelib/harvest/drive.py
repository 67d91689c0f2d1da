"""Drives a run in this process, page after page, until it is published or refused."""

from collections.abc import Callable

from chalicelib.harvest.run import OVER
from chalicelib.harvest.runner import Harvest
from chalicelib.json_types import Json


def drive(
    harvest: Harvest, provider: str, seen: Callable[[Json], None], *, dry: bool = False, rebuilds: str | None = None
) -> Json:
    """Take up the provider's unfinished run, or begin one, and go on to its end; `seen` is shown each state.

    A step that fails leaves the run `failed` with its reason, its cursor kept: driving again goes on from there. A `dry` run
    does all but publish; `rebuilds` is a served run that is copied instead of asking the source.
    """
    run = harvest.begin(provider, dry=dry, rebuilds=rebuilds)
    seen(run)
    while run["state"] not in OVER:
        run = harvest.step(run["run"])
        seen(run)
    return run
