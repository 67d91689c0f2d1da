"""What lies beside the files of an archive, so that it explains itself without us.

    records.csv     a row for every record that was asked for, with a file or without; columns as in an export
    MANIFEST.csv    a row for every file: where it came from, when, its checksum and licence
    CITATION.bib    what to cite, for reference managers; CITATION.txt for people
    README.txt      what this is, and how to get it again
    MISSING.csv     the records without a file, and why

Those that follow from the records are written when the archive is asked for, and kept in its folder.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from chalicelib.citation.csl import Bibliography
from chalicelib.citation.formats import bibtex, text
from chalicelib.downloads.contents import ArchiveRequest, Progress
from chalicelib.export.columns import columns_of
from chalicelib.export.formats import batched_records
from chalicelib.export.tables import COMMA, header_of, rows_of
from chalicelib.jobs.engine import JobFolder
from chalicelib.json_types import Json
from chalicelib.store.opensearch.names import INDICES
from chalicelib.store.s3.csv_table import to_csv
from chalicelib.store.s3.objects import StoredFile

RECORDS, MANIFEST, MISSING = "records.csv", "MANIFEST.csv", "MISSING.csv"
BIBTEX, CITATION, README = "CITATION.bib", "CITATION.txt", "README.txt"
NAMES = (RECORDS, MANIFEST, MISSING, BIBTEX, CITATION, README)
PREPARED = (RECORDS, BIBTEX, CITATION, README)
_MANIFEST_COLUMNS = "file record bytes sha256 source_url retrieved licence".split()
_MISSING_COLUMNS = ("id", "reason")
_README = """Files of the Hippocampus Hub
============================

{asked}. The files are as their sources hold them; nothing in them was changed.

Release       {release}
Asked for     {query}
To reproduce  {link}
{remarks}
records.csv   a row for every record, with a file or without; lists are joined by "; ", units stand in the header
MANIFEST.csv  a row for every file: record, bytes, SHA-256, address at its source, when it was retrieved, licence
CITATION.bib  what to cite, for reference managers: each paper once, and what the sources ask for
CITATION.txt  the same for people
MISSING.csv   (where something is missing) the records without a file, and why

The data belong to their sources; keep to the licence that MANIFEST.csv and records.csv name for each.
"""


@dataclass(frozen=True)
class Origin:
    """Where an archive comes from: the release it was read from, the search or identifiers, a link that asks for it
    again; `remarks` tell how the search was understood and relaxed, a sentence each.
    """

    release: str = ""
    query: str = "identifiers"
    link: str = ""
    served: Callable[[Json], Json] = lambda record: record  # makes a stored record's links absolute
    remarks: tuple[str, ...] = ()


def prepare_companions(folder: JobFolder, request: ArchiveRequest, documents: Iterable[Json], origin: Origin) -> None:
    """Write what follows from the records; memory grows with the text of the table, not with the records."""
    cited, count = Bibliography(), 0
    held = {"model" if one["type"] == "single" else "dataset" for one in request.records}
    columns = columns_of(tuple(index for index in INDICES if index in held))
    table = bytearray(header_of(columns, COMMA))
    for page in batched_records(documents):
        served = [origin.served(record) for record in page]
        table += rows_of(served, columns, COMMA)
        count += len(served)
        for record in served:
            cited.add(record)
    items = list(cited.items())
    about = {"asked": _number_asked_for(count, len(request.unknown)), "release": origin.release, "query": origin.query}
    about |= {"link": origin.link, "remarks": "".join(f"Note          {one}\n" for one in origin.remarks)}
    folder.put(RECORDS, bytes(table))
    folder.put(BIBTEX, "".join(bibtex(items)).encode())
    folder.put(CITATION, "".join(text(items)).encode())
    folder.put(README, _README.format(**about).encode())


def _number_asked_for(known: int, unknown: int) -> str:
    """How many records were asked for, those that there are not included."""
    asked = known + unknown
    records = f"{asked} record{' was' if asked == 1 else 's were'} asked for"
    return f"{records}, of which {unknown} {'is' if unknown == 1 else 'are'} unknown" if unknown else records


def companions_of(
    folder: JobFolder, request: ArchiveRequest, progress: Progress, files: Sequence[tuple[str, Json, StoredFile]]
) -> Iterator[tuple[str, bytes]]:
    """Name and content of each; `files` are the archive's: name inside, record, file."""
    for name in PREPARED:
        if pieces := folder.open(name):
            yield name, b"".join(pieces)
    yield MANIFEST, to_csv(_MANIFEST_COLUMNS, (_manifest_row(*one) for one in files))
    if missing := _missing_rows(request, progress):
        yield MISSING, to_csv(_MISSING_COLUMNS, missing)


def _manifest_row(name: str, record: Json, file: StoredFile) -> Sequence[str]:
    origin = record["provenance"]
    where = [file.source_url, file.retrieved or origin["harvested_at"], origin["licence"]]
    return [name, record["id"], str(file.size), file.sha256, *where]


def _missing_rows(request: ArchiveRequest, progress: Progress) -> list[Sequence[str]]:
    unknown = [(id, "There is no record with this identifier.") for id in request.unknown]
    left = ((one["id"], progress.missing.get(one["id"])) for one in request.records)
    return [*unknown, *((id, miss.reason) for id, miss in left if miss)]
