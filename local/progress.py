"""How a harvest looks to the person who waits for it: a bar on a terminal, plain lines otherwise."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

Seen = Callable[[dict[str, Any]], None]


@contextmanager
def show_progress(provider: str) -> Iterator[Seen]:
    """A function to show each state of a run with."""
    console = Console(file=sys.stderr)
    if not console.is_terminal:
        yield lambda run: print(f"  {line(run)}", file=sys.stderr, flush=True)
        return
    columns = (
        TextColumn("  {task.description:13}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[state]}"),
    )
    with Progress(*columns, TimeElapsedColumn(), console=console) as bar:
        task = bar.add_task(provider, total=None, state="")
        yield lambda run: bar.update(
            task, total=run["total"], completed=run["counts"]["read"], state=f"{run['state']}, {_counts(run)}"
        )


def line(run: dict[str, Any]) -> str:
    """One run in one line."""
    whole = f" of {run['total']}" if run["total"] is not None else ""
    why = f": {'; '.join(run['reasons'])}" if run["reasons"] else ""
    return f"{run['provider']:13} {run['state']:10} {run['counts']['read']}{whole} read, {_counts(run)}{why}"


def _counts(run: dict[str, Any]) -> str:
    return f"{run['counts']['indexed']} kept, {run['counts']['rejected']} rejected"
