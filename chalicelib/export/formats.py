"""The formats of an export: how the records of a result are written, page after page, whatever their number.

Adding a format is one writer and one line in FORMATS. A writer holds no record; those of citations hold the papers seen
so far, for each of them is written once. `state` (JSON) is all that a writer must know to go on in another process.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

import orjson

from chalicelib.citation import formats as citation_formats
from chalicelib.citation.csl import Bibliography
from chalicelib.export.columns import Column, columns_of
from chalicelib.export.linked_data import CONTEXT, data_set
from chalicelib.export.tables import COMMA, TAB, header_of, rows_of
from chalicelib.json_types import Json
from chalicelib.store.s3.file_names import safe_name

PAGE = 500  # records
_CURL_OPTIONS = "location\ngloboff\nfail\nretry = 5\nretry-delay = 5\n"


@dataclass(frozen=True)
class Scope:
    """What an export is about: the indices whose columns a table has, this API's address, each provider's page of
    terms.
    """

    indices: tuple[str, ...]
    base: str
    terms_pages: Mapping[str, str] = field(default_factory=dict)


class Writer(Protocol):
    """Writes one export; `start` and `finish` stand around the pages."""

    @property
    def state(self) -> Json | None: ...
    def start(self) -> bytes: ...
    def page(self, records: Sequence[Json]) -> bytes: ...
    def finish(self) -> bytes: ...


@dataclass(frozen=True)
class Format:
    """One way to write records; `media_type` goes into headers, `ending` into names of files."""

    name: str
    media_type: str
    ending: str
    writer: Callable[[Scope, Json | None], Writer]

    def write(self, records: Iterable[Json], scope: Scope) -> Iterator[bytes]:
        """The whole export, piece by piece."""
        writer = self.writer(scope, None)
        yield writer.start()
        for some in batched_records(records):
            yield writer.page(some)
        yield writer.finish()


def batched_records(records: Iterable[Json]) -> Iterator[tuple[Json, ...]]:
    left = iter(records)
    while some := tuple(islice(left, PAGE)):
        yield some


class _Lines:
    """A format whose records are written one by one, without a word before or after."""

    state: Json | None = None

    def __init__(self, scope: Scope, state: Json | None) -> None:
        self._scope = scope

    def start(self) -> bytes:
        return b""

    def page(self, records: Sequence[Json]) -> bytes:
        return b"".join(self._line(record) for record in records)

    def finish(self) -> bytes:
        return b""

    def _line(self, record: Json) -> bytes:
        raise NotImplementedError


class _Ndjson(_Lines):
    def _line(self, record: Json) -> bytes:
        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


class _Curl(_Lines):
    """A file for `curl --config`: each record's file under a name of its own; the links stay valid."""

    def start(self) -> bytes:
        return _CURL_OPTIONS.encode()

    def _line(self, record: Json) -> bytes:
        if not record.get("download_link"):
            return b""
        name = safe_name(f"{record['id']}_{record.get('download_filename', '')}", instead=record["id"])
        return f"url = {_quote(record['download_link'])}\noutput = {_quote(name)}\n".encode()


class _Table(_Lines):
    delimiter = COMMA

    def __init__(self, scope: Scope, state: Json | None) -> None:
        self._columns: tuple[Column, ...] = columns_of(scope.indices)

    def start(self) -> bytes:
        return header_of(self._columns, self.delimiter)

    def page(self, records: Sequence[Json]) -> bytes:
        return rows_of(records, self._columns, self.delimiter)


class _TabTable(_Table):
    delimiter = TAB


class _Jsonld(_Lines):
    def __init__(self, scope: Scope, state: Json | None) -> None:
        self._scope, self._begun = scope, bool(state)

    @property
    def state(self) -> Json | None:  # type: ignore[override] # read only
        return {"begun": True} if self._begun else None

    def start(self) -> bytes:
        return orjson.dumps({"@context": CONTEXT})[:-1] + b',"@graph":['

    def _line(self, record: Json) -> bytes:
        described = data_set(record, self._scope.base, self._scope.terms_pages)
        del described["@context"]
        before, self._begun = b",\n" if self._begun else b"", True
        return before + orjson.dumps(described)

    def finish(self) -> bytes:
        return b"]}\n"


class _Citations:
    """Each paper once: nothing is written before the last record is known."""

    def __init__(self, name: str, state: Json | None) -> None:
        self._write, self._bibliography = citation_formats.FORMATS[name], Bibliography(state)

    @property
    def state(self) -> Json:
        return self._bibliography.state

    def start(self) -> bytes:
        return b""

    def page(self, records: Sequence[Json]) -> bytes:
        for record in records:
            self._bibliography.add(record)
        return b""

    def finish(self) -> bytes:
        return "".join(self._write(self._bibliography.items())).encode()


def _citations(name: str) -> Callable[[Scope, Json | None], Writer]:
    return lambda scope, state: _Citations(name, state)


def _quote(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_ALL = (
    Format("csv", "text/csv; charset=utf-8; header=present", ".csv", _Table),
    Format("tsv", "text/tab-separated-values; charset=utf-8", ".tsv", _TabTable),
    Format("ndjson", "application/x-ndjson", ".ndjson", _Ndjson),
    Format("jsonld", "application/ld+json", ".jsonld", _Jsonld),
    Format("bibtex", "application/x-bibtex; charset=utf-8", ".bib", _citations("bibtex")),
    Format("ris", "application/x-research-info-systems; charset=utf-8", ".ris", _citations("ris")),
    Format("csl", "application/vnd.citationstyles.csl+json", ".json", _citations("csl")),
    Format("curl", "text/plain; charset=utf-8", ".curl", _Curl),
)
FORMATS: Mapping[str, Format] = {one.name: one for one in _ALL}
