"""The curated lists of the hub's internal collections: which records there are, and where their files are today.

They come from the server that stands in for Nexus, where it has them (`/curated`), else from the package's own table
(`data/internal.csv`). Lists differ in age: what the portal's newer lists say of a type goes before the older static ones.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from chalicelib.errors import SourceChanged, SourceRefused
from chalicelib.http.client import Source
from chalicelib.json_types import Json

Kind = Literal["morphology", "electrophysiology"]
INDEX = "/curated"
TABLE = Path(__file__).parent / "data" / "internal.csv"


@dataclass(frozen=True)
class Listed:
    """What the lists tell of one record; `place` is as written, CA1-SP or CA1; `label` is an m-type or e-type."""

    name: str
    place: str | None = None
    layer: str | None = None
    label: str | None = None
    species: str | None = None
    nexus_id: str | None = None
    download: str | None = None
    image: str | None = None
    page: str | None = None


def fetch_lists(source: Source, kind: Kind) -> dict[str, Listed] | None:
    """The lists that the source has, joined by name; None where it has no lists at all. Raises SourceError."""
    try:
        names = source.get_json(INDEX)["lists"]
    except SourceRefused as error:
        if error.source_status in (401, 403, 404):  # a Nexus of today says one of these of what it does not know
            return None
        raise
    joined: dict[str, Listed] = {}
    for name, read in _READERS[kind].items():
        if name not in names:
            continue
        content = source.get_json(f"{INDEX}/{name}.json")
        try:
            found = read(content)
        except (KeyError, IndexError, TypeError, AttributeError) as error:
            raise SourceChanged(f"The list {name} has another shape: {type(error).__name__} {error}") from error
        for one in found:
            told = {
                key: value for key, value in one.items() if value
            }  # what a later list leaves open, an earlier one tells
            joined[one["name"]] = replace(joined.get(one["name"], Listed(one["name"])), **told)
    return joined


def read_table(kind: Kind) -> dict[str, Listed]:
    """The package's own table."""
    with TABLE.open(encoding="utf-8", newline="") as rows:
        return {row["name"]: _of_row(row) for row in csv.DictReader(rows) if row["type"] == kind}


def _of_row(row: dict[str, str]) -> Listed:
    told = {key: row[key] or None for key in ("layer", "species", "nexus_id", "download", "image", "page")}
    return Listed(name=row["name"], place=row["region"] or None, label=row["kind"] or None, **told)


def _static(content: Any) -> list[Json]:
    return [
        {
            "name": one.get("neuron_name") or one["name"],
            "place": one.get("secondary_region"),
            "label": one.get("cell_type"),
            "species": _first(one.get("species")),
        }
        for one in content
    ]


def _portal(content: Any) -> list[Json]:
    """Its region is a layer alone."""
    names = {"layer": "region", "label": "mtype", "nexus_id": "id"}
    return [{"name": one["name"], **{ours: one.get(theirs) for ours, theirs in names.items()}} for one in content]


def _by_label(content: Any) -> list[Json]:
    return [{"name": name, "label": label} for label, names in content.items() for name in names or ()]


def _links(content: Any) -> list[Json]:
    names = {"download": "download_url", "image": "image_url", "page": "page_url"}
    return [
        {"name": name, **{ours: one.get(theirs) for ours, theirs in names.items()}} for name, one in content.items()
    ]


def _first(value: Any) -> str | None:
    """One of several, or the one that stands alone."""
    found = value if isinstance(value, list) else [value]
    return found[0] if found else None


# Later lists go before earlier ones.
_READERS: dict[Kind, dict[str, Callable[[Any], list[Json]]]] = {
    "morphology": {
        "internal_morphology": _static,
        "exp-morphology-list": _portal,
        "morph_download_map": _links,
    },
    "electrophysiology": {
        "internal_electrophysiology": _static,
        "traces_by_etype": _by_label,
        "etraces_download_map": _links,
    },
}
