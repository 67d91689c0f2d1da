"""The quality gate: why a finished run must not replace what is served, judged by what the last published runs held.

A run is compared with the served one first. If that speaks against it, it may still be the familiar state of a source
that has recovered from a bad run: then it is as close to an earlier published run, in both directions, as the limits
ask for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from chalicelib.harvest.identity import FEW, comparable_parts, identity_objections
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
_JUDGED = 8  # records of which one value is not yet most


@dataclass(frozen=True)
class State:
    """What a run's records are like: its document (with its profile), and the sample of its records (None: not
    kept).
    """

    run: Json
    sample: Json | None = None


@dataclass(frozen=True)
class Verdict:
    """`reasons` against publishing; `familiar` is the earlier run that the run was recognised by, although
    `overruled`.
    """

    reasons: list[str]
    familiar: Json | None = None
    overruled: list[str] = field(default_factory=list)


def judge(new: State, published: Sequence[State], rules: PublishingRules) -> Verdict:
    """Whether `new` may replace the first of `published`, the served run; the others are the ones before it."""
    reasons = list(_own_objections(new.run, rules))
    if reasons or not published:
        return Verdict(reasons)
    served, *earlier = published
    reasons = objections(new, served, rules)
    if reasons:
        for state in earlier:
            if not objections(new, state, rules) and not objections(state, new, rules):
                return Verdict([], familiar=state.run, overruled=reasons)
    return Verdict(reasons)


def objections(new: State, old: State, rules: PublishingRules) -> list[str]:
    """The reasons against `new` in place of `old`, by the provider's rules."""
    run, before = new.run, old.run
    same_mapping = run.get("mapping") == before.get("mapping")
    found = [*_loss_objections(run, before, rules)]
    found += _source_kind_objections(run.get("kinds") or {}, before.get("kinds") or {}, rules)
    found += _field_objections(run.get("profile") or {}, before.get("profile") or {}, rules, same_mapping=same_mapping)
    if new.sample and old.sample:
        found += _identifier_objections(new.sample, old.sample, rules)
        if same_mapping:  # a new mapping changes fields of every record, and is no fault of the source
            found += identity_objections(new.sample, old.sample, rules)
    return found


def _own_objections(run: Json, rules: PublishingRules) -> Iterator[str]:
    if run["counts"]["indexed"] == 0:
        yield "the run brought no record"
        return
    if run["total"] is None:
        return
    total, read = run["total"], run["counts"]["read"]
    distinct = read - run.get("rejects", {}).get("duplicate identifier", {}).get("count", 0)
    most = max(total, run.get("most_announced") or 0)
    if read < total * (1 - rules.most_lost) or distinct > most * (1 + rules.most_lost):
        yield f"the source announced {total} records and gave {read}"


def _loss_objections(run: Json, before: Json, rules: PublishingRules) -> Iterator[str]:
    indexed, held = run["counts"]["indexed"], before["counts"]["indexed"]
    if indexed < held * (1 - rules.most_lost):
        yield f"the run brought {indexed} records, {held} are served: more than {rules.most_lost:.0%} would be lost"


def _source_kind_objections(now: Json, before: Json, rules: PublishingRules) -> Iterator[str]:
    """Objections to what the source itself sent: text is as iterable as a list, so a record may not show it."""
    for name, was in before.items():
        yield from _kind_objections(f"the source's {name}", was, now.get(name, {}), rules)


def _field_objections(now: Json, before: Json, rules: PublishingRules, *, same_mapping: bool) -> Iterator[str]:
    """Objections to how the fields of each type of record look; both are profiles."""
    for kind, old in before.items():
        new = now.get(kind)
        if new is None:
            yield f"no {kind} came, {old['records']} are served"
            continue
        for name in {**old["fields"], **new["fields"]}:
            was, entry = (profile["fields"].get(name, {"filled": 0, "kinds": {}}) for profile in (old, new))
            filled = was["filled"] / old["records"], entry["filled"] / new["records"]
            yield from _fill_objections(f"{kind}.{name}", *filled, rules)
            if same_mapping:
                yield from _kind_objections(f"{kind}.{name}", was["kinds"], entry["kinds"], rules)
                yield from _value_objections(f"{kind}.{name}", was, entry, (old["records"], new["records"]), rules)


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


def _value_objections(
    name: str, was: Json, now: Json, records: tuple[int, int], rules: PublishingRules
) -> Iterator[str]:
    """One value that suddenly stands in most records, of a field that had many values, or none."""
    before, after = records
    if after < _JUDGED or not now.get("top") or (was["filled"] and "top" not in was):
        return
    value, count = now["top"][0]
    share, old_share = count / after, dict(was.get("top", ())).get(value, 0) / before
    if share >= rules.filled_now and share - old_share > rules.most_same:
        yield f"{name} is {value!r} in {share:.0%} of the records; before, it was in {old_share:.0%}"


def _identifier_objections(new: Json, old: Json, rules: PublishingRules) -> Iterator[str]:
    now, before = comparable_parts(new, old)
    gone = len(before.keys() - now.keys())
    if gone > max(FEW, len(before) * rules.most_lost):
        yield f"{gone / len(before):.0%} of the served identifiers are gone: more than {rules.most_lost:.0%}"
