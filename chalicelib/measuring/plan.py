"""Which records' files are to be measured: every morphology that is served, once for each of its files and each
recipe.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from opensearchpy import OpenSearch

from chalicelib.downloads.fetch import file_key
from chalicelib.json_types import Json
from chalicelib.morphology.study import RECIPE
from chalicelib.store.opensearch.indices import scan_documents
from chalicelib.store.opensearch.measurements import Entry, Measurements

_READ: Final = ("type", "file", "version", "provenance.provider")
_PAGE: Final = 1000


class Plan:
    """Compares what is served with what was measured."""

    def __init__(self, client: OpenSearch, measurements: Measurements) -> None:
        self._client, self._measurements = client, measurements

    def make(self, provider: str, run: str, index: str, now: float) -> None:
        """Note every record of the physical index `index` that is to be measured; planning a run twice changes nothing.

        Records without a file are noted too: they count among the missing, and may have measures of their source's.
        """
        mark = self._measurements.read([f"plan-{provider}"]).get(f"plan-{provider}")
        if mark and mark.content["run"] == run:
            return
        documents = scan_documents(self._client, index, fields=_READ)
        wanted = (one for one in documents if one.get("type") == "morphology")
        for page in _pages(wanted):
            self._note(page, now)
        done = {"id": f"plan-{provider}", "run": run}
        if mark:
            self._measurements.save(mark, done)
        else:
            self._measurements.create([done])

    def is_made(self, provider: str, run: str) -> bool:
        mark = self._measurements.read([f"plan-{provider}"]).get(f"plan-{provider}")
        return bool(mark and mark.content["run"] == run)

    def entries(self, index: str) -> Iterator[Json]:
        """What is known of each record of the physical index, as it stands now: a search may be seconds behind."""
        documents = scan_documents(self._client, index, fields=("type",))
        for page in _pages(one for one in documents if one.get("type") == "morphology"):
            yield from (entry.content for entry in self._measurements.read([one["id"] for one in page]).values())

    def find_state(self, document: Json, now: float) -> Json:
        """What is known of a record's present file; nothing is written."""
        entry = self._measurements.read([document["id"]]).get(document["id"])
        return _state_of(entry, document, now)

    def want(self, document: Json, now: float) -> Json:
        """Record that a client waits for this record's measures, and return what is known of them.

        A record that a worker holds is left alone: it comes next anyway.
        """
        entry = self._measurements.read([document["id"]]).get(document["id"])
        known = _state_of(entry, document, now)
        if known["state"] != "pending" or is_held(known, now):
            return known
        known = {**known, "asked": known["asked"] + 1}
        if entry is None:
            self._measurements.create([known])
        else:
            self._measurements.save(entry, known)
        return known

    def _note(self, documents: list[Json], now: float) -> None:
        entries = self._measurements.read([one["id"] for one in documents])
        self._measurements.create(pending(one) for one in documents if one["id"] not in entries)
        again: dict[str, tuple[Entry, Json]] = {
            one["id"]: (entry, pending(one, entry.content))
            for one in documents
            if (entry := entries.get(one["id"]))
            and (is_outdated(entry.content, one) or is_due_again(entry.content, now))
        }
        self._measurements.replace(again)


def _state_of(entry: Entry | None, document: Json, now: float) -> Json:
    """What an entry says of the document's present file; what could not be had and is due again is pending."""
    if entry is None:
        return pending(document)
    known = entry.content
    is_had = known["state"] == "measured"
    if is_outdated(known, document) or (not is_had and is_due_again(known, now)):
        return pending(document, known)
    return known


def pending(document: Json, known: Json | None = None, *, asked: int = 0) -> Json:
    """A record's document before it is measured; what is known of the same file stays until then."""
    number = re.search(r"(\d+)$", document["id"])
    is_same = known is not None and known["key"] == file_key(document)
    return {
        "id": document["id"],
        "provider": document["provenance"]["provider"],
        "key": file_key(document),
        "state": "pending",
        "asked": asked,
        "newest": int(number[1]) if number and len(number[1]) < 18 else 0,
        "attempts": 0,
        "not_before": 0,
        "recipe": RECIPE,
        "result": (known.get("result") or {}) if known and is_same else {},
        "reason": "",
    }


def is_outdated(known: Json, document: Json) -> bool:
    """Whether it speaks of another file, or was measured by another recipe."""
    if known["key"] != file_key(document):
        return True
    return bool(known["state"] in ("measured", "unreadable") and known["recipe"] != RECIPE)


def is_due_again(known: Json, now: float) -> bool:
    """Whether something that could not be had at its source is to be asked for again."""
    return bool(known["state"] != "pending" and 0 < known["not_before"] <= now)


def is_held(known: Json, now: float) -> bool:
    """Whether a worker is at it, or ended on it a short time ago."""
    return bool(known["state"] == "pending" and known["attempts"] > 0 and known["not_before"] > now)


def _pages(documents: Iterable[Json]) -> Iterator[list[Json]]:
    documents = iter(documents)
    while page := list(islice(documents, _PAGE)):
        yield page
