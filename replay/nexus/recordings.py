"""What a folder of recordings of the hub's internal collections knows: resources, curated lists, addresses of files.

Two kinds of folder are read: recordings (`es_reply_*.json` and the lists) and the project's own sample, one table of
facts (`tables.py`). Any file may be absent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from replay.nexus.tables import lists as listed
from replay.nexus.tables import resources as tabled
from replay.reading import content

Json = dict[str, Any]
LISTS = (
    "internal_morphology",
    "internal_electrophysiology",
    "exp-morphology-list",
    "traces_by_etype",
    "morph_download_map",
    "etraces_download_map",
)
_MEDIA_TYPES = {"application/asc": "asc", "application/swc": "swc", "application/abf": "abf", "application/nwb": "nwb"}


@dataclass(frozen=True)
class Recordings:
    resources: list[Json]
    lists: dict[str, Any]
    addresses: dict[str, tuple[str, str]]  # host and path, decoded: the file's ending and the name of what it shows

    @classmethod
    def read(cls, folder: Path) -> "Recordings":
        resources = [*_recorded_resources(folder), *tabled(folder)]
        recorded = {name: path for name in LISTS if (path := folder / f"{name}.json").exists()}
        lists = {name: content(path, None) for name, path in recorded.items()}
        lists = {**listed(folder), **lists}
        return cls(resources=resources, lists=lists, addresses=dict(_addresses(resources, lists)))


def _recorded_resources(folder: Path) -> Iterator[Json]:
    for path in sorted(folder.glob("es_reply_*.json")):
        for hit in content(path, None)["hits"]["hits"]:
            yield hit["_source"]


def _addresses(resources: list[Json], lists: dict[str, Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Every address that a recording names, for the mirror to answer at."""
    for name in ("morph_download_map", "etraces_download_map"):
        for record, links in lists.get(name, {}).items():
            for url in filter(None, (links.get("download_url"), links.get("image_url"))):
                yield _place(url), (url.rpartition(".")[2].lower(), record)
    for resource in resources:
        held = resource.get("distribution") or []
        for one in held if isinstance(held, list) else [held]:
            if url := one.get("contentUrl"):
                yield _place(url), (_MEDIA_TYPES.get(one.get("encodingFormat"), ""), resource.get("name") or "unnamed")


def _place(url: str) -> str:
    return unquote(url.partition("://")[2])
