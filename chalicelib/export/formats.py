"""The formats of an export: how the records of a result are written, piece after piece, whatever their number.

Adding a format is one function and one line in FORMATS. Tables and lists hold a page of records at a time; citations hold the
papers seen so far, for each of them is written once.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import orjson

from chalicelib.citation import formats as citation_formats
from chalicelib.citation.csl import bibliography
from chalicelib.export.columns import columns_of
from chalicelib.export.linked_data import CONTEXT, data_set
from chalicelib.export.tables import csv_table, tsv_table
from chalicelib.json_types import Json
from chalicelib.store.s3.file_names import UniqueNames

_CURL_OPTIONS = "location\ngloboff\nfail\nretry = 5\nretry-delay = 5\n"


@dataclass(frozen=True)
class Scope:
    """What an export is about: the indices whose columns a table has, this API's address, each provider's page of terms."""

    indices: tuple[str, ...]
    base: str
    terms_pages: Mapping[str, str] = field(default_factory=dict)


Write = Callable[[Iterable[Json], Scope], Iterator[bytes]]


@dataclass(frozen=True)
class Format:
    """One way to write records; `media_type` goes into headers, `ending` into names of files."""

    name: str
    media_type: str
    ending: str
    write: Write


def _csv(records: Iterable[Json], scope: Scope) -> Iterator[bytes]:
    return csv_table(records, columns_of(scope.indices))


def _tsv(records: Iterable[Json], scope: Scope) -> Iterator[bytes]:
    return tsv_table(records, columns_of(scope.indices))


def _ndjson(records: Iterable[Json], scope: Scope) -> Iterator[bytes]:
    for record in records:
        yield orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


def _jsonld(records: Iterable[Json], scope: Scope) -> Iterator[bytes]:
    before = orjson.dumps({"@context": CONTEXT})[:-1] + b',"@graph":['
    for record in records:
        described = data_set(record, scope.base, scope.terms_pages)
        del described["@context"]
        yield before + orjson.dumps(described)
        before = b",\n"
    yield b"]}\n" if before == b",\n" else before + b"]}\n"


def _citations(name: str) -> Write:
    write = citation_formats.FORMATS[name]
    return lambda records, scope: (text.encode() for text in write(bibliography(records)))


def _curl(records: Iterable[Json], scope: Scope) -> Iterator[bytes]:
    """A file for `curl --config`: each record's file under a name of its own; the links stay valid."""
    yield _CURL_OPTIONS.encode()
    names = UniqueNames()
    for record in records:
        if record.get("download_link"):
            name = names.of(record.get("download_filename") or record["id"], instead=record["id"])
            yield f"url = {_quoted(record['download_link'])}\noutput = {_quoted(name)}\n".encode()


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_ALL = (
    Format("csv", "text/csv; charset=utf-8; header=present", ".csv", _csv),
    Format("tsv", "text/tab-separated-values; charset=utf-8", ".tsv", _tsv),
    Format("ndjson", "application/x-ndjson", ".ndjson", _ndjson),
    Format("jsonld", "application/ld+json", ".jsonld", _jsonld),
    Format("bibtex", "application/x-bibtex; charset=utf-8", ".bib", _citations("bibtex")),
    Format("ris", "application/x-research-info-systems; charset=utf-8", ".ris", _citations("ris")),
    Format("csl", "application/vnd.citationstyles.csl+json", ".json", _citations("csl")),
    Format("curl", "text/plain; charset=utf-8", ".curl", _curl),
)
FORMATS: Mapping[str, Format] = {one.name: one for one in _ALL}
