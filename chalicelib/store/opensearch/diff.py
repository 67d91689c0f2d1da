"""Compares two sets of records by their fingerprints: what came, what changed, what went, and how a few of them look.

Both are read in the order of identifiers, so that memory holds the differences alone.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from opensearchpy import OpenSearch

from chalicelib.json_types import Json
from chalicelib.store.opensearch.indices import multi_get, scan_documents

KINDS = ("added", "changed", "removed")
SAMPLES = 10  # records shown of each kind
SHOWN = 200  # characters of a value in a sample
Mark = tuple[str, str | None]  # a record's identifier and fingerprint
_END: Mark = ("\U0010ffff", None)  # sorts behind every identifier


@dataclass
class Diff:
    """The identifiers that differ between two sets of records."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: int = 0

    def of(self, kind: str) -> list[str]:
        return {"added": self.added, "changed": self.changed, "removed": self.removed}[kind]

    def inverse(self) -> "Diff":
        """The same differences seen from the other side: what a way back changes."""
        return Diff(added=self.removed, changed=self.changed, removed=self.added, unchanged=self.unchanged)


class Comparer:
    """Compares physical indices."""

    def __init__(self, client: OpenSearch) -> None:
        self._client = client

    def compare(self, before: str | None, after: str, *, seen: Callable[[Json], None] | None = None) -> Diff:
        """From `before` (None: nothing was served) to `after`; `seen` is shown each whole document of `after`."""
        return diff_marks(self._marks(before), self._observe_marks(after, seen) if seen else self._marks(after))

    def samples(self, before: str | None, after: str, diff: Diff) -> Json:
        """The differences as people read them: counts, and a few records of each kind."""
        report: Json = {"unchanged": diff.unchanged}
        for kind in KINDS:
            ids = diff.of(kind)[:SAMPLES]
            old = self._fetch(before, ids) if before and kind != "added" else {}
            new = self._fetch(after, ids) if kind != "removed" else {}
            shown = [_sample(one, old.get(one, {}), new.get(one, {})) for one in ids]
            report[kind] = {"count": len(diff.of(kind)), "samples": shown}
        return report

    def _fetch(self, name: str, ids: list[str]) -> dict[str, Json]:
        return {one: hit["_source"] for one, hit in multi_get(self._client, name, ids).items()}

    def _marks(self, name: str | None) -> Iterator[Mark]:
        if name is not None:
            yield from map(_mark, scan_documents(self._client, name, fields=["provenance.fingerprint"]))

    def _observe_marks(self, name: str, seen: Callable[[Json], None]) -> Iterator[Mark]:
        for document in scan_documents(self._client, name):
            seen(document)
            yield _mark(document)


def diff_marks(before: Iterable[Mark], after: Iterable[Mark]) -> Diff:
    """What differs between two sets of records, both given in the order of their identifiers."""
    diff, olds, news = Diff(), iter(before), iter(after)
    old, new = next(olds, _END), next(news, _END)
    while old is not _END or new is not _END:
        if old[0] == new[0]:
            same = old[1] is not None and old[1] == new[1]
            diff.unchanged += same
            diff.changed += [] if same else [old[0]]
            old, new = next(olds, _END), next(news, _END)
        elif old[0] < new[0]:
            diff.removed.append(old[0])
            old = next(olds, _END)
        else:
            diff.added.append(new[0])
            new = next(news, _END)
    return diff


def _mark(document: Json) -> Mark:
    """An index from before there were fingerprints has none: its records count as changed."""
    return document["id"], document.get("provenance", {}).get("fingerprint")


def _sample(identifier: str, old: Json, new: Json) -> Json:
    sample = {"id": identifier, "name": (new or old).get("name")}
    if old and new:
        names = [name for name in {**old, **new} if name != "provenance" and old.get(name) != new.get(name)]
        sample["fields"] = {name: {"before": _short(old.get(name)), "after": _short(new.get(name))} for name in names}
    return sample


def _short(value: Any) -> Any:
    if value is None or isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
