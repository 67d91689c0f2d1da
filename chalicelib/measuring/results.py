"""Measures become fields of a record, before it is loaded into an index; an index that is served is never written to.

A record's fingerprint says what its source tells; with measures it is followed by a dot and a mark of these, so that
all who compare fingerprints (unchanged records, the feed of changes) see a new measure as a change.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import orjson

from chalicelib.downloads.fetch import file_key, none_offered
from chalicelib.json_types import Json
from chalicelib.store.opensearch.measurements import Measurements

FIELDS: Final = ("morphometry", "source_morphometry", "quality_flags", "quality", "has_file", "no_file_reason")
PREVIEW: Final = "/records/{id}/preview.png"


class Results:
    """Adds what was measured to documents on their way into an index."""

    def __init__(self, measurements: Measurements) -> None:
        self._measurements = measurements

    def add(self, documents: Sequence[Json]) -> list[Json]:
        """The documents with the measures that are known now, in place of those they had; raises EngineDown."""
        ids = [document["id"] for document in documents if document["type"] == "morphology"]
        entries = self._measurements.read(ids)
        return [
            with_results(document, entries[document["id"]].content if document["id"] in entries else None)
            if document["type"] == "morphology"
            else document
            for document in documents
        ]


def with_results(document: Json, known: Json | None) -> Json:
    """The document with what `known`, its document among the measurements, says of its present file."""
    bare = {name: value for name, value in document.items() if name not in FIELDS}
    if not document.get("preview"):
        bare.pop("icon", None)
    fields = _fields(document, known if known and known.get("key") == file_key(document) else None)
    if "morphometry" in document:
        bare["morphometry"] = {}
    source = document["provenance"]["fingerprint"].partition(".")[0]
    mark = f".{blake2b(orjson.dumps(fields, option=orjson.OPT_SORT_KEYS), digest_size=6).hexdigest()}" if fields else ""
    return {**bare, **fields, "provenance": {**document["provenance"], "fingerprint": source + mark}}


def _fields(document: Json, known: Json | None) -> Json:
    fields = dict(known.get("result") or {}) if known else {}
    if not document.get("file"):
        fields |= {"has_file": False, "no_file_reason": none_offered("file")}
    if fields.get("morphometry") and not document.get("preview"):
        fields["icon"] = PREVIEW.format(id=document["id"])
    return fields
