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

    def make(self, provider: str, run: str, index: str, now: float, *, without_file: bool) -> None:
        """Note every record of the physical index `index` that is to be measured; planning a run twice changes nothing.

        `without_file`: records without a file have something to be asked for too.
        """
        mark = self._measurements.read([f"plan-{provider}"]).get(f"plan-{provider}")
        if mark and mark.content["run"] == run:
            return
        documents = scan_documents(self._client, index, fields=_READ)
        wanted = (one for one in documents if one.get("type") == "morphology" and (one.get("file") or without_file))
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

    def find_state(self, document: Json) -> Json:
        """What is known of a record's present file; nothing is written."""
        entry = self._measurements.read([document["id"]]).get(document["id"])
        if entry is None or is_outdated(entry.content, document, now=None):
            return pending(document, entry.content if entry else None)
        return entry.content

    def want(self, document: Json) -> Json:
        """Record that a client waits for this record's measures, and return what is known of them."""
        entry = self._measurements.read([document["id"]]).get(document["id"])
        known = self.find_state(document)
        if known["state"] != "pending":
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
            if (entry := entries.get(one["id"])) and is_outdated(entry.content, one, now)
        }
        self._measurements.replace(again)


def pending(document: Json, known: Json | None = None, *, asked: int = 0) -> Json:
    """A record's document before it is measured; what its source published of it stays."""
    number = re.search(r"(\d+)$", document["id"])
    kept = {name: value for name, value in ((known or {}).get("result") or {}).items() if name == "source_morphometry"}
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
        "result": kept,
        "reason": "",
    }


def is_outdated(known: Json, document: Json, now: float | None) -> bool:
    """Whether it speaks of another file or recipe, or of a file that was missing and is due again at `now`."""
    if known["key"] != file_key(document):
        return True
    if known["state"] in ("measured", "unreadable"):
        return bool(known["recipe"] != RECIPE)
    return now is not None and known["state"] == "missing" and 0 < known["not_before"] <= now


def _pages(documents: Iterable[Json]) -> Iterator[list[Json]]:
    documents = iter(documents)
    while page := list(islice(documents, _PAGE)):
        yield page
