"""`hub harvest ...`: harvest the sources, report on runs, and decide about those that the quality gate refused.

Exit codes: 0 done; 1 refused, failed, or not to be done; 2 wrong usage; 3 the stack itself cannot start.
"""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from chalicelib.errors import HubError
from chalicelib.json_types import Json
from chalicelib.store.opensearch.diff import KINDS, Diff
from chalicelib.wiring import Services
from local.hub import harvest, open_hub, rebuild_outdated
from local.progress import line

SHOWN = 20  # identifiers of each kind, unless all are asked for
Provider = Annotated[str | None, typer.Argument(help="one provider; without it, all")]
Run = Annotated[str, typer.Argument(help="a run, as `status` names it")]
Yes = Annotated[bool, typer.Option("--yes", help="do not ask")]

harvests = typer.Typer(no_args_is_help=True, help="Harvest the sources, report on runs, publish and roll back.")


@harvests.command()
def run(provider: Provider = None) -> None:
    """Harvest anew, or go on with a run that stopped half way; exit code 0 only when all were published."""
    with open_hub() as hub:
        _end([_try_harvest(hub, name) for name in choose_providers(hub, provider)], wanted="published")


@harvests.command(name="dry-run")
def dry_run(provider: Provider = None) -> None:
    """Do all of a harvest but publish it; exit code 0 only when it passes the gate."""
    with open_hub() as hub:
        runs = [_try_harvest(hub, name, dry=True) for name in choose_providers(hub, provider)]
        print("\n".join(part for one in runs if one for part in describe_changes(one)))
        _end([one if one and not one["reasons"] else None for one in runs], wanted="dry_run")


@harvests.command()
def status(provider: Provider = None) -> None:
    """Each provider's latest run, what is served, and how old that is."""
    with open_hub() as hub:
        names = choose_providers(hub, provider)
        for report in hub.reports.latest():
            if report["provider"] in names:
                print("\n".join(_status(report)))


@harvests.command()
def remap(run: Run) -> None:
    """Map the answers that a run kept again, without asking its source; for a mapping that changed."""
    with open_hub() as hub:
        provider = hub.harvest.read(run)["provider"]
        hub.harvest.start(provider, mapped_from=run)
        _end([_try_harvest(hub, provider)], wanted="published")


@harvests.command()
def publish(run: Run, yes: Yes = False) -> None:
    """Serve a run that the quality gate refused, or one that was served before."""
    with open_hub() as hub:
        chosen = hub.harvest.read(run)
        _confirm(hub, chosen["provider"], f"Serve run {run} of {chosen['provider']}", yes)
        _report_switch(hub.publishing.publish(run))


@harvests.command()
def drop(run: Run) -> None:
    """Give up a run that is not served, and delete its index."""
    with open_hub() as hub:
        print(line(hub.publishing.drop(run)))


@harvests.command()
def rollback(provider: Annotated[str, typer.Argument(help="a provider")], yes: Yes = False) -> None:
    """Serve again what was served before; one alias update. A run under way is dropped."""
    with open_hub() as hub:
        choose_providers(hub, provider)
        _confirm(hub, provider, f"Serve the previous run of {provider} again", yes)
        _report_switch(hub.publishing.rollback(hub.providers[provider].index, provider))


@harvests.command()
def diff(run: Run, whole: Annotated[bool, typer.Option("--all", help="name every record")] = False) -> None:
    """What a run would change in what is served, or what it changed."""
    with open_hub() as hub:
        before, found = hub.publishing.diff(run)
        print("\n".join(describe_diff(before, found, most=None if whole else SHOWN)))


@harvests.command()
def redrive() -> None:
    """Put the failed steps of the dead-letter queue back into the queue."""
    with open_hub() as hub:
        if not hub.config.harvest_dead_queue_url:
            print("hub: HARVEST_DEAD_QUEUE_URL names the queue to bring them back from", file=sys.stderr)
            raise typer.Exit(2)
        back = hub.queue.redrive()
        print("\n".join([*map(line, back), f"{len(back)} runs go on"]))


@harvests.command()
def rebuild(provider: Provider = None) -> None:
    """Rebuild what is served under an older mapping, from its stored records; no source is asked."""
    with open_hub() as hub:
        done = [run for name in choose_providers(hub, provider) if (run := rebuild_outdated(hub, name))]
        _end(list(done), wanted="published")


def _try_harvest(hub: Services, provider: str, *, dry: bool = False) -> Json | None:
    """One provider's run, or None when it failed: the others are harvested all the same."""
    try:
        return harvest(hub, provider, dry=dry)
    except HubError as error:
        print(f"hub: {provider}: {error.detail}", file=sys.stderr)
        return None


def _confirm(hub: Services, provider: str, action: str, yes: bool) -> None:
    """Ask a person at a terminal; a script has decided by calling."""
    if yes or not sys.stdin.isatty():
        return
    served = hub.publishing.served_run(hub.providers[provider].index, provider)
    instead = f" instead of run {served['run']}, {served['counts']['indexed']} records" if served else ""
    typer.confirm(f"{action}{instead}?", abort=True)


def _report_switch(run: Json) -> None:
    print(
        f"{run['provider']} now serves run {run['run']} (was {run['replaces'] or 'nothing'}), "
        f"{run['counts']['indexed']} records"
    )


def _end(runs: list[Json | None], *, wanted: str) -> None:
    if any(run is None or run["state"] != wanted for run in runs):
        raise typer.Exit(1)


def _status(report: Json) -> Iterator[str]:
    latest, served = report["latest"], report["served"]
    if latest is None:
        yield f"{report['provider']:13} never harvested"
        return
    yield line(latest)
    yield f"{'':13} run {latest['run']}, begun {latest['started_at']}"
    if familiar := latest.get("familiar"):
        yield f"{'':13} recognised as the state of run {familiar['run']}, although: {'; '.join(familiar['overruled'])}"
    for reason, count in latest["rejects"].items():
        yield f"{'':13} {count} rejected: {reason}"
    if served:
        old = age(report["freshness"]["age_seconds"])
        yield f"{'':13} served: run {served['run']}, {served['counts']['indexed']} records, read {old} ago"


def choose_providers(services: Services, provider: str | None) -> list[str]:
    """One provider by name, or all; an unknown name ends the command."""
    if provider is None:
        return list(services.providers)
    if provider not in services.providers:
        print(f"hub: no provider {provider!r}; there are {', '.join(services.providers)}", file=sys.stderr)
        raise typer.Exit(2)
    return [provider]


def describe_changes(run: Json) -> Iterator[str]:
    """What a run would change, with the samples that its report holds."""
    found = run.get("diff") or {kind: {"count": 0, "samples": []} for kind in KINDS}
    counts = ", ".join(f"{found[kind]['count']} {kind}" for kind in KINDS)
    yield f"{run['provider']:13} {counts}"
    for kind in KINDS:
        for sample in found[kind]["samples"]:
            yield f"{'':13} {kind:8} {sample['id']} {sample['name'] or ''}{_fields(sample)}"


def describe_diff(before: str | None, found: Diff, *, most: int | None) -> Iterator[str]:
    """Identifiers that differ, `most` of each kind."""
    yield f"against {before or 'nothing'}: {found.unchanged} unchanged"
    for kind in KINDS:
        ids = found.of(kind)
        yield f"{len(ids)} {kind}"
        yield from (f"  {one}" for one in ids[:most])
        if most is not None and len(ids) > most:
            yield f"  … and {len(ids) - most} more"


def age(seconds: int) -> str:
    """A time span in its largest unit that fits twice."""
    for unit, size in (("d", 86_400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def _fields(sample: Json) -> str:
    return f": {', '.join(sample['fields'])}" if sample.get("fields") else ""
