"""`hub`, the command line: it works on the stack of HUB_HOME, running or not, or on the engine that OPENSEARCH_URL names.

Exit codes: 0 done; 1 refused or failed; 2 wrong usage; 3 the stack itself cannot start.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from chalicelib.config import from_environment as configured
from chalicelib.errors import HubError
from chalicelib.vocabulary.concepts import FILE, read, written
from chalicelib.vocabulary.refresh import applied, changes, check
from chalicelib.wiring import Services, now
from local.errors import LocalStackError
from local.harvests import harvest, ready
from local.omtd import omtd
from local.progress import line
from local.serve import serve as serve_stack
from local.settings import from_environment
from local.stack import running

hub = typer.Typer(
    no_args_is_help=True,
    help="The Hippocampus Hub on this machine.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
harvests = typer.Typer(no_args_is_help=True, help="Harvest the sources and see what came of it.")
hub.add_typer(harvests, name="harvest")
vocabulary = typer.Typer(no_args_is_help=True, help="The concepts that records are described with.")
hub.add_typer(vocabulary, name="vocabulary")
hub.add_typer(omtd, name="omtd")
Provider = Annotated[str | None, typer.Argument(help="one provider; without it, all")]


@hub.command()
def serve(with_parent: Annotated[bool, typer.Option(help="end with the process that started it")] = False) -> None:
    """Start everything and answer at PORT until told to end."""
    serve_stack(from_environment(), with_parent=with_parent)


@harvests.command()
def run(provider: Provider = None) -> None:
    """Harvest anew, or go on with a run that stopped half way."""
    with _services() as services:
        names = _chosen(services, provider)
        states = [harvest(services, name)["state"] for name in names]
    if any(state != "published" for state in states):
        raise typer.Exit(1)


@harvests.command()
def status(provider: Provider = None) -> None:
    """Each provider's latest run, and what is served."""
    with _services() as services:
        names = _chosen(services, provider)
        for report in services.reports.latest():
            if report["provider"] in names:
                print(line(report["latest"]) if report["latest"] else f"{report['provider']:13} never harvested")
                for reason, entry in (report["latest"] or {"rejects": {}})["rejects"].items():
                    print(f"{'':13} {entry['count']} rejected: {reason}")


@vocabulary.command()
def refresh(
    portal: Annotated[str, typer.Option(help="the ontology portal to ask")] = "ncbo",
    synonyms: Annotated[bool, typer.Option(help="take over its new synonyms too, exact or not")] = False,
    dry_run: Annotated[bool, typer.Option(help="only show what would change")] = False,
    file: Annotated[Path, typer.Option(help="the table to bring up to date")] = FILE,
) -> None:
    """Compare the concepts with a portal, and take over what changed unless it is too much."""
    with _services() as services:
        if portal not in services.proxy.portals:
            print(f"hub: no portal {portal!r}; there are {', '.join(services.proxy.portals)}", file=sys.stderr)
            raise typer.Exit(2)
        concepts = read(file)
        found = changes(concepts, services.proxy.client(portal), synonyms=synonyms)
    print("\n".join([*map(str, found), f"{len(concepts)} concepts, {len(found)} differ"]))
    check(concepts, found)
    if found and not dry_run:
        file.write_text(written(applied(concepts, found, f"{portal} {now():%Y-%m-%d}")), encoding="utf-8")


def main() -> None:
    """Run the command; an error that has a sentence prints that sentence and nothing else."""
    try:
        hub()
    except LocalStackError as error:
        print(f"hub: {error}", file=sys.stderr)
        sys.exit(3)
    except HubError as error:
        print(f"hub: {error.detail}", file=sys.stderr)
        sys.exit(1)


@contextlib.contextmanager
def _services() -> Iterator[Services]:
    with running(from_environment()) as stack:
        os.environ.update(stack.environment)
        services = Services(configured(stack.environment))
        ready(services)
        yield services


def _chosen(services: Services, provider: str | None) -> list[str]:
    if provider is None:
        return list(services.providers)
    if provider not in services.providers:
        print(f"hub: no provider {provider!r}; there are {', '.join(services.providers)}", file=sys.stderr)
        raise typer.Exit(2)
    return [provider]


if __name__ == "__main__":
    main()
