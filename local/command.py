"""`hub`, the command line: it works on the stack of HUB_HOME, running or not, or on the engine that OPENSEARCH_URL
names.

Exit codes: 0 done; 1 refused or failed; 2 wrong usage; 3 the stack itself cannot start.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from chalicelib.errors import HubError
from chalicelib.json_types import Json
from chalicelib.search.query import Query
from chalicelib.store.opensearch.names import INDICES
from chalicelib.vocabulary.concepts import FILE, read, to_table
from chalicelib.vocabulary.gaps import coverage_of
from chalicelib.vocabulary.packing import PACK, pack_tables
from chalicelib.vocabulary.refresh import apply_changes, changes, check
from chalicelib.wiring import Services, now
from local.harvest_command import harvests
from local.hub import open_hub
from local.morphology_command import morphology
from local.omtd import omtd
from local.serve import serve as serve_stack
from local.settings import LocalStackError, from_environment
from local.sources_command import sources

hub = typer.Typer(
    no_args_is_help=True,
    help="The Hippocampus Hub on this machine.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
hub.add_typer(harvests, name="harvest")
hub.add_typer(morphology, name="morphology")
hub.add_typer(sources, name="sources")
vocabulary = typer.Typer(no_args_is_help=True, help="The concepts that records are described with.")
hub.add_typer(vocabulary, name="vocabulary")
hub.add_typer(omtd, name="omtd")


@hub.command()
def serve(with_parent: Annotated[bool, typer.Option(help="end with the process that started it")] = False) -> None:
    """Start everything and answer at PORT until interrupted."""
    serve_stack(from_environment(), with_parent=with_parent)


@vocabulary.command()
def refresh(
    portal: Annotated[str, typer.Option(help="the ontology portal to ask")] = "ncbo",
    synonyms: Annotated[bool, typer.Option(help="take over its new synonyms too, exact or not")] = False,
    dry_run: Annotated[bool, typer.Option(help="only show what would change")] = False,
    file: Annotated[Path, typer.Option(help="the table to bring up to date")] = FILE,
) -> None:
    """Compare the concepts with a portal, and take over what changed unless it is too much."""
    with open_hub() as services:
        if portal not in services.proxy.portals:
            print(f"hub: no portal {portal!r}; there are {', '.join(services.proxy.portals)}", file=sys.stderr)
            raise typer.Exit(2)
        concepts = read(file)
        found = changes(concepts, services.proxy.client(portal), synonyms=synonyms)
    print("\n".join([*map(str, found), f"{len(concepts)} concepts, {len(found)} differ"]))
    check(concepts, found)
    if found and not dry_run:
        new = file.with_suffix(".new")  # a table that is written by half is none
        new.write_text(to_table(apply_changes(concepts, found, f"{portal} {now():%Y-%m-%d}")), encoding="utf-8")
        new.replace(file)
        if file == FILE:
            PACK.write_bytes(pack_tables())


@vocabulary.command()
def gaps(
    provider: Annotated[str, typer.Option(help="only this provider")] = "",
    only_totals: Annotated[bool, typer.Option("--totals", help="only what is mapped of each field")] = False,
) -> None:
    """List the values of the served records that no rule maps, with counts, by provider and field."""
    with open_hub() as services:
        for (source, name), one in sorted(coverage_of(_served_records(services)).items()):
            if provider in ("", source):
                print(f"{source:14} {name:22} {one.share:7.1%} of {one.uses:6} mapped")
                for value, count in [] if only_totals else one.gaps.most_common():
                    print(f"{'':14} {count:6} {value}")


def _served_records(services: Services) -> Iterator[Json]:
    for index in INDICES:
        yield from services.search.matching(Query(index=index))


@vocabulary.command()
def pack() -> None:
    """Write the pack that searches load anew, after `concepts.csv` or `contexts.csv` was changed."""
    PACK.write_bytes(pack_tables())


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


if __name__ == "__main__":
    main()
