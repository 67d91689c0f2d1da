"""`hub omtd`: what becomes of a portal's ontologies as OMTD-SHARE."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from chalicelib.proxy.forward import PortalClient
from chalicelib.proxy.model import Failure
from chalicelib.proxy.omtd_share.coverage import Coverage, coverage_of
from chalicelib.proxy.omtd_share.exporter import Exporter, validator
from local.hub import open_hub

omtd = typer.Typer(no_args_is_help=True, help="Ontologies as OMTD-SHARE.")


@omtd.callback()
def main() -> None:
    """Ontologies as OMTD-SHARE."""


@omtd.command()
def coverage(
    portal: Annotated[str | None, typer.Argument(help="one portal; without it, all")] = None,
    schema: Annotated[Path | None, typer.Option(help="the official schema's entry file; else OMTD_SHARE_XSD")] = None,
) -> None:
    """Export all ontologies; print how many documents are valid, and what of the portals' data is in them."""
    with open_hub() as services:
        known = services.proxy.portals
        if portal is not None and portal not in known:
            print(f"hub: no portal {portal!r}; there are {', '.join(known)}", file=sys.stderr)
            raise typer.Exit(2)
        given = str(schema or services.config.omtd_share_xsd or "")
        if not given:
            print("No schema is given: documents are checked by our own table only.")
        counted = {name: _measure(services.proxy.client(name), given) for name in ([portal] if portal else known)}
    for name, found in counted.items():
        print(f"\n{name}: " + "\n".join(found.lines()))
    if any(found.invalid or found.losses() for found in counted.values()):
        raise typer.Exit(1)


def _measure(client: PortalClient, schema: str) -> Coverage:
    """Raises WrongSettings for a schema that cannot be read."""
    found = coverage_of(client, Exporter(client, validator(Path(schema)) if schema else None))
    if isinstance(found, Failure):
        print(f"hub: {client.portal.name}: {' '.join(found.messages)}", file=sys.stderr)
        raise typer.Exit(1)
    return found
