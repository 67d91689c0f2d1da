"""`hub sources ...`: look at the living sources without harvesting them.

Exit codes: 0 every source looks as expected; 1 one of them does not; 2 wrong usage; 3 the stack itself cannot start.
"""

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from chalicelib.harvest.probe import Kind, Report, probe
from chalicelib.wiring import Services
from local.harvest_command import Provider, choose_providers
from local.hub import open_hub

sources = typer.Typer(no_args_is_help=True, help="Look at the sources without harvesting them.")


@sources.callback()
def main() -> None:
    """Look at the sources without harvesting them."""


@sources.command(name="probe")
def probe_sources(
    provider: Provider = None,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object per source")] = False,
) -> None:
    """Ask each source the few requests of each kind that a harvest makes, and compare what comes with what is
    expected.
    """
    with open_hub() as hub:
        reports = [_probe(hub, name) for name in choose_providers(hub, provider)]
    for report in reports:
        print(json.dumps(report.as_json()) if as_json else "\n".join(_lines(report)))
    if not all(report.is_healthy for report in reports):
        raise typer.Exit(1)


def _probe(hub: Services, name: str) -> Report:
    provider = hub.providers[name]
    return probe(provider, hub.source(name), hub.publishing.served_run(provider.index, name))


def _lines(report: Report) -> Iterator[str]:
    verdict = "as expected" if report.is_healthy else "CHANGED"
    yield f"{report.provider:13} {verdict}, {report.seconds} s"
    for kind in report.kinds:
        yield f"{'':13} {kind.name}: {_finding(kind)}"


def _finding(kind: Kind) -> str:
    parts = [f"{label} {', '.join(found)}" for label, found in (("new:", kind.new), ("gone:", kind.gone)) if found]
    parts += [f"changed: {'; '.join(kind.changed)}"] if kind.changed else []
    parts += [f"failed: {kind.error}"] if kind.error else []
    return f"{kind.count}, {'; '.join(parts) or 'as expected'}"
