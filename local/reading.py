"""How runs and their differences read in a terminal."""

from collections.abc import Iterator

from chalicelib.json_types import Json
from chalicelib.store.opensearch.diff import KINDS, Diff


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
