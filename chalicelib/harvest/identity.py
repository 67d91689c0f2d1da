"""Whether records are still what they were: two runs' samples compared, record by record.

Fields that identify a record must stay as they are, but for a few corrections. Fields that describe it may change, as a
source curates anew, but must not take over each other's values, as they do where a source (or its mapping) joins the
wrong rows.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from chalicelib.harvest.inspection import DESCRIBING, IDENTIFYING, mark_of
from chalicelib.json_types import Json
from chalicelib.providers.base import PublishingRules

Values = dict[str, list[str | None]]  # by identifier: what a sample holds of a record, field by field
FEW = 2  # records: a source corrects a pair that it had mixed up


def identity_objections(new: Json, old: Json, rules: PublishingRules) -> Iterator[str]:
    """The reasons against the records of the sample `new` in place of those of `old`."""
    pair = _Pair.of(new, old)
    if not pair.common:
        return
    for name in IDENTIFYING:
        count = len(_moved_oddly(pair) if name == "file" else pair.changes_of(name))
        if count > max(FEW, len(pair.common) * rules.most_changed):
            share = f"{count / len(pair.common):.0%} of the records"
            yield f"{name} changed in {share} with the same identifier: more than {rules.most_changed:.0%}"
    for name in DESCRIBING:
        count = pair.count_exchanges(name)
        if count > max(FEW, len(pair.common) * rules.most_mixed):
            share = f"{count / len(pair.common):.0%} of the records"
            yield f"{name} is in {share} what another record had before: more than {rules.most_mixed:.0%}"
    moved = pair.share_of_moved()
    if moved > rules.most_reassigned:
        yield f"{moved:.0%} of the identifiers belong to another record now: more than {rules.most_reassigned:.0%}"


def comparable_parts(new: Json, old: Json) -> tuple[Values, Values]:
    """Both samples, cut to the hashes for which both are complete."""
    bounds = [one["bound"] for one in (new, old) if one["bound"] is not None]
    if not bounds:
        return new["records"], old["records"]
    cut = min(bounds)
    now, before = (
        {one: values for one, values in sample["records"].items() if mark_of(one) <= cut} for sample in (new, old)
    )
    return now, before


@dataclass(frozen=True)
class _Pair:
    """Two comparable samples: what a record had `before` and has `now`; `size` is the number of records before."""

    now: Values
    before: Values
    size: int
    places: dict[str, tuple[int, int]]  # of the fields that both have

    @classmethod
    def of(cls, new: Json, old: Json) -> "_Pair":
        now, before = comparable_parts(new, old)
        names = (sample.get("fields", []) for sample in (new, old))  # samples of older runs do not name theirs
        here, there = ({name: place for place, name in enumerate(fields)} for fields in names)
        places = {name: (here[name], there[name]) for name in here if name in there}
        return cls(now, before, max(old["size"], len(before)), places)

    @cached_property
    def common(self) -> list[str]:
        """The identifiers that both have, where there is something to compare."""
        return sorted(self.before.keys() & self.now.keys()) if self.places else []

    def old(self, name: str, one: str) -> str | None:
        return self.before[one][self.places[name][1]]

    def new(self, name: str, one: str) -> str | None:
        return self.now[one][self.places[name][0]]

    def changes_of(self, name: str) -> list[str]:
        """The records whose field is another than the one that it was."""
        if name not in self.places:
            return []
        return [one for one in self.common if self.old(name, one) not in (None, self.new(name, one))]

    def count_exchanges(self, name: str) -> int:
        """How many records have a value now that another one had before."""
        changed = self.changes_of(name)
        held = {self.old(name, one) for one in self.before} if changed else set()
        return sum(self.new(name, one) is not None and self.new(name, one) in held for one in changed)

    def share_of_moved(self) -> float:
        """The share of identifiers that another record had before, by its name, or name and file where names repeat.

        Of two records that changed places, a sample shows this only if it holds both: what it finds is scaled up.
        """
        names = Counter(self.old("name", one) for one in self.before)
        holders = {self._key(self.old, one, names): one for one in self.before}
        moved = 0
        for one in {*self.changes_of("name"), *self.changes_of("file")}:
            was, key = self._key(self.old, one, names), self._key(self.new, one, names)
            moved += key != was and holders.get(key, one) != one
        return moved / len(self.common) * self.size / len(self.before) if moved > FEW else 0.0

    @staticmethod
    def _key(value: Callable[[str, str], str | None], one: str, names: Counter[str | None]) -> tuple[str | None, str]:
        name = value("name", one)
        return name, _file(value("file", one)) if names[name] > 1 else ""


def _moved_oddly(pair: _Pair) -> list[str]:
    """Those whose file did not simply move with its folder to a new one of the same host, as when an archive is
    renamed.
    """
    changed = pair.changes_of("file")
    known = {_folder(pair.old("file", one)) for one in pair.before} if changed else set()
    folders: dict[str, set[str]] = {}
    for one in changed:
        folders.setdefault(_folder(pair.old("file", one)), set()).add(_folder(pair.new("file", one)))

    def is_odd(one: str) -> bool:
        before, now = pair.old("file", one), pair.new("file", one)
        there, here = _folder(before), _folder(now)
        return (
            len(folders[there]) > 1
            or (here != there and here in known)
            or (_host(before), _file(before)) != (_host(now), _file(now))
        )

    return [one for one in changed if is_odd(one)]


def _host(address: str | None) -> str:
    return urlsplit(address or "").netloc


def _file(address: str | None) -> str:
    return PurePosixPath(urlsplit(address or "").path).name


def _folder(address: str | None) -> str:
    return str(PurePosixPath(urlsplit(address or "").path).parent.parent) if address and address.count("/") > 4 else ""
