"""One record's file: fetched, measured, its pictures and other forms kept in S3 under the hash of its content.

    morphology/<sha256 of the file>/<recipe>-<digest of what the record says of it>/study.json, preview.svg ...

`study.json` is written last: where it is, everything is. A file that two harvests bring is measured once.
"""

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import orjson

from chalicelib.downloads.fetch import ABSENT, FileCache
from chalicelib.downloads.formats import format_of
from chalicelib.errors import FileMissing, NotAFile, SourceError, WrongFile
from chalicelib.http.client import Source
from chalicelib.json_types import Json
from chalicelib.morphology.study import CONTENT_TYPES, RECIPE, Study, Subject, study, unreadable
from chalicelib.store.s3.objects import Files, StoredFile

LARGEST: Final = 150_000_000  # bytes; a million points take 50 million
FetchMeasures = Callable[[Source, str], dict[str, float]]


@dataclass(frozen=True)
class Outcome:
    """`state` is measured, unreadable or missing; `result` are a record's fields; `folder` is where the files are.

    `not_before`: when (seconds since 1970) to ask the source again for what it did not give; 0 for never.
    """

    state: str
    result: Json
    reason: str = ""
    sha256: str = ""
    folder: str = ""
    not_before: float = 0


class FileMeasurer:
    """Measures one record after the other; `fetchers` ask those sources that publish measures of their own."""

    def __init__(
        self,
        cache: FileCache,
        files: Files,
        sources: Callable[[str], Source],
        fetchers: Mapping[str, FetchMeasures],
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._cache, self._files, self._sources, self._fetchers = cache, files, sources, fetchers
        self._clock = clock

    def is_kept(self, folder: str) -> bool:
        """Whether all that a file yielded is still there."""
        return all(self._files.head(f"{folder}/{name}") for name in ("study.json", *CONTENT_TYPES))

    def forget_missing(self, key: str) -> None:
        """Ask the source again for a file that it did not have, where its key is `key`."""
        self._cache.forget_missing(key)

    def measure(self, document: Json, known: Json) -> Outcome:
        """What is said of a record; `known` are its fields so far. Raises SourceUnreachable, StorageDown,
        EngineDown.

        A source that does not give its own measures keeps no file from being measured: it is asked again later.
        """
        outcome = self._of_file(document)
        published, again_at = self._source_measures(document, known)
        return replace(outcome, result={**published, **outcome.result}, not_before=outcome.not_before or again_at)

    def _of_file(self, document: Json) -> Outcome:
        try:
            stored = self._cache.ensure(document)
        except WrongFile as error:
            return unreadable_outcome(error.reason, error.members["line"], retry_at=error.members["retry_at"])
        except FileMissing as error:
            result = {"has_file": False, "no_file_reason": error.reason}
            return Outcome("missing", result, error.reason, not_before=error.members.get("retry_at", 0))
        found, folder = self._kept_or_new(document, stored)
        reason = found["quality"].get("unreadable", {}).get("reason", "")
        result = {**found, "quality_flags": sorted(found["quality"]), "has_file": True}
        return Outcome("unreadable" if reason else "measured", result, reason, stored.sha256, folder)

    def _source_measures(self, document: Json, known: Json) -> tuple[Json, float]:
        """What the source publishes, asked for once; where it refuses, nothing, and when to ask again."""
        if "source_morphometry" in known:
            return {"source_morphometry": known["source_morphometry"]}, 0
        provider = document["provenance"]["provider"]
        fetch = self._fetchers.get(provider)
        if fetch is None:
            return {}, 0
        try:
            return {"source_morphometry": fetch(self._sources(provider), document["id"])}, 0
        except SourceError:
            return {}, self._clock() + ABSENT

    def _kept_or_new(self, document: Json, stored: StoredFile) -> tuple[Json, str]:
        subject = _subject(document)
        folder = f"morphology/{stored.sha256}/{RECIPE}-{_digest(subject)}"
        kept = self._files.read(f"{folder}/study.json")
        found: Json = orjson.loads(kept) if kept else {}
        if found.get("quality", {}).get("unreadable") or (found and self.is_kept(folder)):
            return found, folder
        made = self._study(stored, subject)
        for name, content in made.files.items():
            notes = {"name": f"{document['id']}.{name.rpartition('.')[2]}"}
            self._files.put(f"{folder}/{name}", content, CONTENT_TYPES[name], notes)
        found = {"morphometry": made.morphometry, "quality": made.quality}
        self._files.put(f"{folder}/study.json", orjson.dumps(found), "application/json")
        return found, folder

    def _study(self, stored: StoredFile, subject: Subject) -> Study:
        if stored.size > LARGEST:
            return unreadable(f"The file holds {stored.size:,} bytes, more than {LARGEST:,}.")
        body = self._files.read(stored.key) or b""
        try:
            found = format_of("morphology", body)
        except NotAFile as error:
            return unreadable(error.detail, error.members.get("line"))
        return study(body, found.extensions[0].removeprefix("."), stored.sha256, subject)


def unreadable_outcome(reason: str, line: int | None = None, *, retry_at: float | None = None) -> Outcome:
    """Nothing can be read; `retry_at` says when the source, which has something else, is asked for the file again."""
    quality = unreadable(reason, line).quality
    result: Json = {"morphometry": {}, "quality": quality, "quality_flags": ["unreadable"], "has_file": True}
    if retry_at is not None:
        result |= {"has_file": False, "no_file_reason": reason}
    return Outcome("unreadable", result, reason, not_before=retry_at or 0)


def _subject(document: Json) -> Subject:
    provenance = document["provenance"]
    return Subject(
        record=document["id"],
        name=document["name"],
        source=provenance["source_url"],
        licence=provenance["licence"],
        citation=provenance["citation"],
        structural_domains=tuple(document.get("structural_domains", ())),
    )


def _digest(subject: Subject) -> str:
    return hashlib.sha256(orjson.dumps(subject)).hexdigest()[:12]
