"""`hub morphology ...`: which morphology files are measured, measure them now, try those again that failed.

Exit codes: 0 done; 1 failed; 2 wrong usage; 3 the stack itself cannot start.
"""

import sys
import time
from typing import Annotated, Final

import typer

from chalicelib.errors import HubError
from chalicelib.json_types import Json
from chalicelib.measuring.work import HELD, drive
from chalicelib.wiring import Services
from local.hub import open_hub
from local.measurer import finish

BATCH_SECONDS: Final = 10.0
PATIENCE: Final = 1.0  # seconds between two looks while another worker is at it
GIVE_UP: Final = HELD + 60  # seconds without any progress: longer than a worker that died holds what it began
Provider = Annotated[str | None, typer.Argument(help="one provider; without it, all")]

morphology = typer.Typer(no_args_is_help=True, help="Measure morphology files and report the outcome.")


@morphology.command()
def status(provider: Provider = None) -> None:
    """How many files are measured, unreadable, missing or still to be measured."""
    with open_hub() as hub:
        for name in _chosen(hub, provider):
            print(_line(name, hub.measuring.work.counts(name)))


@morphology.command()
def run(provider: Provider = None) -> None:
    """Measure until all is done and readers see it; exit code 1 when a source did not answer."""
    with open_hub() as hub:
        done = [measure_to_end(hub, name) for name in _chosen(hub, provider)]
    if not all(done):
        raise typer.Exit(1)


@morphology.command()
def retry(provider: Provider = None) -> None:
    """Mark files that could not be read or found as to be measured again, and measure them."""
    with open_hub() as hub:
        names = _chosen(hub, provider)
        for name in names:
            print(f"{name:13} {hub.measuring.work.retry(name)} to be tried again")
        done = [measure_to_end(hub, name) for name in names]
    if not all(done):
        raise typer.Exit(1)


@morphology.command()
def redrive() -> None:
    """Empty the dead-letter queue, and queue a batch of each provider that its messages name."""
    with open_hub() as hub:
        if not hub.config.measure_dead_queue_url:
            print("hub: MEASURE_DEAD_QUEUE_URL names the queue to bring them back from", file=sys.stderr)
            raise typer.Exit(2)
        back = hub.measuring.queue.redrive()
        print("\n".join([*back, f"{len(back)} providers go on"]))


def measure_to_end(hub: Services, provider: str) -> bool:
    """Measure and publish until nothing is left to do; False where a source does not answer."""
    work, moved = hub.measuring.work, time.monotonic()
    while not work.is_done(provider):
        counts = work.counts(provider)
        print(_line(provider, counts), file=sys.stderr)
        try:
            done = drive(work, provider, lambda run: finish(hub, run), seconds=BATCH_SECONDS)
        except HubError as error:
            print(f"hub: {provider}: {error.detail}", file=sys.stderr)
            done = 0
        if done or work.counts(provider) != counts:
            moved = time.monotonic()
        elif time.monotonic() - moved > GIVE_UP:
            print(f"hub: {provider}: no progress for {GIVE_UP:.0f} s", file=sys.stderr)
            return False
        else:
            time.sleep(PATIENCE)
    print(_line(provider, work.standing(provider)))
    return True


def _line(provider: str, counts: Json) -> str:
    parts = ", ".join(f"{counts[state]} {state}" for state in ("measured", "unreadable", "missing", "pending"))
    return f"{provider:13} {parts}{', to be published' if counts['to_publish'] else ''}"


def _chosen(hub: Services, provider: str | None) -> list[str]:
    names = [name for name, one in hub.providers.items() if one.index == "dataset"]
    if provider is None:
        return names
    if provider not in names:
        print(f"hub: no provider {provider!r} with morphologies; there are {', '.join(names)}", file=sys.stderr)
        raise typer.Exit(2)
    return [provider]
