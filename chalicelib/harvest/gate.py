"""The quality gate: why a finished run must not replace what is served now."""

from collections.abc import Iterator

from chalicelib.json_types import Json
from chalicelib.providers.base import PublishingRules

Counts = dict[str, int]
_A = {
    "truth": "true or false",
    "number": "a number",
    "text": "text",
    "list": "a list",
    "object": "an object",
    "other": "else",
}


def objections(run: Json, served: Json | None, rules: PublishingRules) -> list[str]:
    """The reasons against publishing `run` in place of `served` (None: nothing is), by the provider's rules."""
    if run["counts"]["indexed"] == 0:
        return ["the run brought no record"]
    found = list(_total_objections(run, rules))
    if served:
        found += _loss_objections(run, served, rules)
        found += _source_kind_objections(run.get("kinds") or {}, served.get("kinds") or {}, rules)
        found += _field_objections(run.get("profile") or {}, served.get("profile") or {}, rules)
    return found


def _total_objections(run: Json, rules: PublishingRules) -> Iterator[str]:
    total, read = run["total"] or 0, run["counts"]["read"]
    if read < total * (1 - rules.most_lost):
        yield f"the source announced {total} records and gave {read}"


def _loss_objections(run: Json, served: Json, rules: PublishingRules) -> Iterator[str]:
    indexed, before = run["counts"]["indexed"], served["counts"]["indexed"]
    if indexed < before * (1 - rules.most_lost):
        yield (f"the run brought {indexed} records, {before} are served: more than {rules.most_lost:.0%} would be lost")


def _source_kind_objections(now: Json, before: Json, rules: PublishingRules) -> Iterator[str]:
    """Objections to what the source itself sent: text is as iterable as a list, so a record would not tell."""
    for name, was in before.items():
        yield from _kind_objections(f"the source's {name}", was, now.get(name, {}), rules)


def _field_objections(now: Json, before: Json, rules: PublishingRules) -> Iterator[str]:
    """Objections to how the fields of each type of record look; both are profiles."""
    for kind, old in before.items():
        new = now.get(kind)
        if new is None:
            yield f"no {kind} came, {old['records']} are served"
            continue
        for name, was in old["fields"].items():
            entry = new["fields"].get(name, {"filled": 0, "kinds": {}})
            yield from _fill_objections(
                f"{kind}.{name}", was["filled"] / old["records"], entry["filled"] / new["records"], rules
            )
            yield from _kind_objections(f"{kind}.{name}", was["kinds"], entry["kinds"], rules)


def _fill_objections(name: str, before: float, now: float, rules: PublishingRules) -> Iterator[str]:
    if before >= rules.filled_before and now < rules.filled_now:
        yield f"{name} was filled in {before:.0%} of the records and is in {now:.0%}"


def _kind_objections(name: str, was: Counts, now: Counts, rules: PublishingRules) -> Iterator[str]:
    """A field that nearly always held one kind of value and mostly holds another one now."""
    if not was or not now:
        return
    kind, other = max(was, key=was.__getitem__), max(now, key=now.__getitem__)
    settled = was[kind] / sum(was.values()) >= rules.filled_before
    if settled and now.get(kind, 0) / sum(now.values()) < rules.filled_now:
        yield f"{name} was {_A[kind]} and is {_A[other]} now"
