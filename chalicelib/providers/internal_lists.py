"""The curated lists of the hub's internal collections: which records there are, and where their files are today.

They come from the server that stands in for Nexus, where it has them (`/curated`), else from the package's own table
(`data/internal.csv`). Lists differ in age: the portal's newer lists take precedence over the older static ones.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from chalicelib.errors import SourceChanged, SourceRefused
from chalicelib.http.client import Source
from chalicelib.json_types import Json
from chalicelib.providers.normalise import Fields, address_of, excerpt, list_of
from chalicelib.records import Reject

Kind = Literal["morphology", "electrophysiology"]
Item = tuple[Any, Json]  # a name as it is written, and what the list says of it
INDEX = "/curated"
TABLE = Path(__file__).parent / "data" / "internal.csv"


@dataclass(frozen=True)
class Listed:
    """What the lists say of one record; `place` is as written, CA1-SP or CA1; `label` is an m-type or e-type."""

    name: str
    place: str | None = None
    layer: str | None = None
    label: str | None = None
    species: str | None = None
    nexus_id: str | None = None
    download: str | None = None
    image: str | None = None
    page: str | None = None


def fetch_lists(source: Source, kind: Kind) -> tuple[dict[str, Listed], list[Reject]] | None:
    """The lists that the source has, joined by name, and a reject for each item that cannot be read.

    None where it has no lists at all. Raises SourceError.
    """
    try:
        index = source.get_json(INDEX)
    except SourceRefused as error:
        if error.source_status in (401, 403, 404):  # how a Nexus of today answers for a path that it does not know
            return None
        raise
    names = index.get("lists") if isinstance(index, dict) else None
    if not isinstance(names, list):
        raise SourceChanged(f"{INDEX} names no lists: {excerpt(index)}")
    joined: dict[str, Listed] = {}
    rejects: list[Reject] = []
    for name, read in _READERS[kind].items():
        if name in names:
            items = list(read(name, source.get_json(f"{INDEX}/{name}.json")))
            odd = list(_join(joined, name, items))
            if items and len(odd) == len(items):
                raise SourceChanged(f"The list {name} has another shape: {odd[0].detail}")
            rejects += odd
    return joined, rejects


def read_table(kind: Kind) -> dict[str, Listed]:
    """The package's own table."""
    with TABLE.open(encoding="utf-8", newline="") as rows:
        return {row["name"]: _of_row(row) for row in csv.DictReader(rows) if row["type"] == kind}


def _of_row(row: dict[str, str]) -> Listed:
    fields = {key: row[key] or None for key in ("layer", "species", "nexus_id", "download", "image", "page")}
    return Listed(name=row["name"], place=row["region"] or None, label=row["kind"] or None, **fields)


def _join(joined: dict[str, Listed], list_name: str, items: Iterable[Item]) -> Iterator[Reject]:
    """Add a list's items to `joined`; what a later list leaves open stays as an earlier one says."""
    for position, (name, item) in enumerate(items):
        try:
            one = _read_item(name, item)
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            yield Reject(id=f"{list_name}, position {position}", reason="odd item of a list", detail=str(error)[:300])
            continue
        known = {key: value for key, value in asdict(one).items() if value}
        joined[one.name] = replace(joined.get(one.name, Listed(one.name)), **known)


def _read_item(name: Any, item: Json) -> Listed:
    of = Fields({**item, "name": name})
    named = of.name("name")
    if not named:
        raise ValueError("an item without a name")
    links = {key: address_of(item.get(key)) for key in ("nexus_id", "download", "image", "page")}
    return Listed(named, **{key: of.text(key) for key in ("place", "layer", "label", "species")}, **links)


def _static(name: str, content: Any) -> Iterator[Item]:
    for one in list_of(content, name=name):
        names = {"place": "secondary_region", "label": "cell_type"}
        raw = one if isinstance(one, dict) else {}
        species = raw.get("species")
        species = species[0] if isinstance(species, list) and species else species
        yield (
            raw.get("neuron_name") or raw.get("name"),
            {**{ours: raw.get(theirs) for ours, theirs in names.items()}, "species": species},
        )


def _portal(name: str, content: Any) -> Iterator[Item]:
    """Its region is a layer alone."""
    names = {"layer": "region", "label": "mtype", "nexus_id": "id"}
    for one in list_of(content, name=name):
        raw = one if isinstance(one, dict) else {}
        yield raw.get("name"), {ours: raw.get(theirs) for ours, theirs in names.items()}


def _by_label(name: str, content: Any) -> Iterator[Item]:
    for label, names in _object(name, content).items():
        for one in names if isinstance(names, list) else [names] if names else []:
            yield one, {"label": label}


def _links(name: str, content: Any) -> Iterator[Item]:
    names = {"download": "download_url", "image": "image_url", "page": "page_url"}
    for one, raw in _object(name, content).items():
        links = raw if isinstance(raw, dict) else {}
        yield (one if isinstance(raw, dict) else None), {ours: links.get(theirs) for ours, theirs in names.items()}


def _object(name: str, content: Any) -> Json:
    if not isinstance(content, dict):
        raise SourceChanged(f"The list {name} has another shape: {excerpt(content)}")
    return content


# Later lists go before earlier ones.
_READERS: dict[Kind, dict[str, Callable[[str, Any], Iterator[Item]]]] = {
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
