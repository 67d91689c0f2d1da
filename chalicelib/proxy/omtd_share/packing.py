"""The archive of a portal's documents as a stream: each as it was made, then the report."""

from collections.abc import Iterable, Iterator, Mapping
from zipfile import ZIP_DEFLATED

from zipstream import ZipStream

from chalicelib.json_types import Json
from chalicelib.store.s3.csv_table import to_csv
from chalicelib.store.s3.file_names import UniqueNames

REPORT = "REPORT.csv"
_COLUMNS = ("acronym", "exported", "reason", "defaults", "notes")


def packed(outcomes: Mapping[str, str], documents: Iterable[tuple[str, Json]]) -> Iterator[bytes]:
    """The archive piece by piece; a document is forgotten once it is packed."""
    archive, names, about = ZipStream(compress_type=ZIP_DEFLATED), UniqueNames(REPORT), dict[str, Json]()
    for acronym, made in documents:
        archive.add(made.pop("xml"), names.of(f"{acronym}.xml", instead="ontology.xml"))
        about[acronym] = made
        yield from archive.all_files()
    archive.add(_report(outcomes, about), REPORT)
    yield from archive.finalize()


def _report(outcomes: Mapping[str, str], about: Mapping[str, Json]) -> bytes:
    rows = []
    for acronym, reason in sorted(outcomes.items()):
        said = about.get(acronym, {"defaults": [], "notes": []})
        done = "no" if reason else "yes"
        rows.append([acronym, done, reason, "; ".join(said["defaults"]), "; ".join(said["notes"])])
    return to_csv(_COLUMNS, rows)
