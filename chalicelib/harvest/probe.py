"""Probes a living source: the few requests of each kind that a harvest makes, mapped, and compared with what is
expected.

Expected is what the mapping knows, and what the served run's records and raw fields nearly always had.
"""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import unquote

from chalicelib.errors import SourceError
from chalicelib.harvest.inspection import Profile
from chalicelib.http.client import Source
from chalicelib.json_types import Json
from chalicelib.providers.base import Provider
from chalicelib.providers.page import Page
from chalicelib.records import Reject

USUAL = 0.95  # share of the records in which a field is expected
SHOWN = 5  # rejects of each reason
EXPECTED_REJECTS = ("not of a chosen region", "not for a chosen simulator", "outside the settings", "chosen")


@dataclass
class Kind:
    """One kind of request, of raw record or of mapped record: as expected, or what is new, gone or wrong with it."""

    name: str
    count: int = 0
    new: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    error: str | None = None

    @property
    def is_expected(self) -> bool:
        return not (self.new or self.gone or self.changed or self.error)


@dataclass(frozen=True)
class Report:
    """What a probe found; a source that only has something new is as expected, but worth a look."""

    provider: str
    seconds: float
    kinds: list[Kind]

    @property
    def is_healthy(self) -> bool:
        return not any(kind.gone or kind.changed or kind.error for kind in self.kinds)

    def as_json(self) -> Json:
        return {**asdict(self), "healthy": self.is_healthy}


def probe(
    provider: Provider, source: Source, served: Json | None, *, clock: Callable[[], float] = time.monotonic
) -> Report:
    """Ask, map and compare; `served` is the document of the served run. An error of the source is part of the
    report.
    """
    watched, began = _Watched(source), clock()
    page: Page | None = None
    try:
        page = _first_page(provider, watched)
    except SourceError as error:
        watched.note_error(error.detail)
    kinds = list(watched.kinds.values())
    if page:
        kinds += [_raw_kind(page, served), *_record_kinds(page, served), *_reject_kinds(page.rejects)]
    return Report(provider.name, round(clock() - began, 1), kinds)


class _Watched:
    """A source whose requests are counted by kind: method and path, numbers left out."""

    def __init__(self, source: Source) -> None:
        self._source, self._last = source, ""
        self.kinds: dict[str, Kind] = {}

    def __getattr__(self, name: str) -> Any:
        ask = getattr(self._source, name)
        if name not in ("get_json", "get_bytes", "get_text", "post_json", "read"):
            return ask

        def count(path: str, *given: Any, **named: Any) -> Any:
            verb = "POST" if name == "post_json" else "GET"
            self._last = f"{verb} {re.sub(r'[0-9]+', 'N', unquote(path.partition('?')[0]))}"
            self.kinds.setdefault(self._last, Kind(self._last)).count += 1
            return ask(path, *given, **named)

        return count

    def note_error(self, detail: str) -> None:
        self.kinds.setdefault(self._last, Kind(self._last or "settings")).error = detail


def _first_page(provider: Provider, source: Any) -> Page:
    """The provider's own choice of a few requests, where a first page is not that."""
    few: Callable[[Any], Page] | None = getattr(provider, "probe", None)
    return few(source) if few else provider.page(source, None)


def _raw_kind(page: Page, served: Json | None) -> Kind:
    """Fields of the source: those that no mapping knows, and those that the served run nearly always had."""
    kind = Kind("raw fields", len(page.kinds), new=sorted(page.unfamiliar))
    was = (served or {}).get("kinds") or {}
    most = max((sum(counts.values()) for counts in was.values()), default=0)
    for name, counts in was.items():
        if sum(counts.values()) < most * USUAL:
            continue
        now = page.kinds.get(name)
        if now is None and page.kinds:
            kind.gone.append(name)
        elif now and (usual := max(counts, key=counts.__getitem__)) not in now:
            kind.changed.append(f"{name} was {usual} and is {', '.join(now)}")
    return kind


def _record_kinds(page: Page, served: Json | None) -> Iterable[Kind]:
    """Mapped fields that nearly every served record has, by type of record."""
    profile = Profile()
    for record in page.records:
        profile.add({"type": record.type, **record.model_dump(mode="json", exclude_none=True)})
    now, was = profile.as_json(), (served or {}).get("profile") or {}
    for name, found in now.items():
        old = was.get(name, {"records": 0, "fields": {}})
        usual = [one for one, entry in old["fields"].items() if entry["filled"] >= old["records"] * USUAL]
        gone = [one for one in usual if one in type_fields(page, name) and one not in found["fields"]]
        yield Kind(f"{name} records", found["records"], gone=sorted(gone))
    is_choosy = any(reject.reason in EXPECTED_REJECTS for reject in page.rejects)  # a few may all be left out
    for name in was.keys() - now.keys() if not (is_choosy and page.records) else ():
        yield Kind(f"{name} records", gone=["all of them"])
    if not page.records:
        yield Kind("records", gone=["all records"])


def type_fields(page: Page, name: str) -> set[str]:
    """The fields that a type of record has; links that only a served document has are none of them."""
    fields = {one for record in page.records if record.type == name for one in type(record).model_fields}
    return fields - {"concepts"}  # filled in when a record is indexed


def _reject_kinds(rejects: Iterable[Reject]) -> Iterable[Kind]:
    listed = list(rejects)
    counts = Counter(reject.reason for reject in listed)
    for reason, count in counts.items():
        if reason in EXPECTED_REJECTS:
            continue
        samples = [f"{one.id}: {one.detail}" for one in listed if one.reason == reason][:SHOWN]
        yield Kind(f"rejects: {reason}", count, changed=samples)
