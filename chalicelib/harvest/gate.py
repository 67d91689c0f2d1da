"""The quality gate: why a finished run must not replace what is served now."""

from chalicelib.plain import Json


def objections(run: Json, served: Json | None, *, most_lost: float) -> list[str]:
    """The reasons against publishing `run` in place of `served` (None: nothing is); `most_lost` is a share, 0.1 = 10 %."""
    indexed = run["counts"]["indexed"]
    if indexed == 0:
        return ["the run brought no record"]
    before = served["counts"]["indexed"] if served else 0
    if indexed < before * (1 - most_lost):
        return [f"the run brought {indexed} records, {before} are served: more than {most_lost:.0%} would be lost"]
    return []
