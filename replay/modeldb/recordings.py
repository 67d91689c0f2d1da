"""What a folder of recordings of ModelDB knows: models, papers, vocabularies, file trees, pages.

Two kinds of folder are read: recordings (`models_*.jsonl`, `papers_*.jsonl`, `model_files/`, `pages_rendered/`) and the
project's own sample, tables of facts (`tables.py`). Any file may be absent. Records without neurons, receptors and
papers (`models_partial_*`) are not read: an API that served them would deny what the site has.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from replay.modeldb.tables import models as tabled_models
from replay.modeldb.tables import papers as tabled_papers
from replay.modeldb.tables import trees as tabled_trees
from replay.modeldb.tables import vocabularies as tabled_vocabularies
from replay.reading import content, lines

Json = dict[str, Any]
WHOLE = re.compile(r"models_(verbatim|reassembled)_(\d+)\.jsonl")


@dataclass(frozen=True)
class Tree:
    """The files of one model in the order of its archive: path and date, folders with a trailing slash."""

    entries: tuple[tuple[str, str | None], ...]

    @property
    def files(self) -> dict[str, str | None]:
        return {path: date for path, date in self.entries if not path.endswith("/")}


@dataclass(frozen=True)
class Recordings:
    folder: Path
    models: dict[int, Json]  # in the API's order
    papers: dict[int, Json]
    vocabularies: dict[str, dict[int, Json]]
    trees: dict[int, Tree]

    @classmethod
    def read(cls, folder: Path) -> "Recordings":
        models = {**_models(folder), **tabled_models(folder)}
        papers = {one["id"]: one for path in sorted(folder.glob("papers_*.jsonl")) for one in lines(path)}
        return cls(
            folder=folder,
            models={number: models[number] for number in _api_order(folder, set(models))},
            papers={**papers, **tabled_papers(folder)},
            vocabularies={**_vocabularies(folder), **tabled_vocabularies(folder)},
            trees={**_trees(folder), **{number: Tree(rows) for number, rows in tabled_trees(folder).items()}},
        )

    def page(self, name: str) -> str | None:
        """A rendered page, where it is recorded."""
        path = self.folder / "pages_rendered" / f"{name}.html"
        return path.read_text(encoding="utf-8") if path.exists() else None


def _models(folder: Path) -> dict[int, Json]:
    """All whole records; of one recorded more than once, the latest year's."""
    years = {path: int(found[2]) for path in folder.glob("models_*.jsonl") if (found := WHOLE.fullmatch(path.name))}
    return {one["id"]: one for path in sorted(years, key=lambda path: years[path]) for one in lines(path)}


def _api_order(folder: Path, numbers: set[int]) -> list[int]:
    """The recorded order first, then by number, as newer models are appended."""
    recorded = [number for number in content(folder / "ids_first_1304.json", []) if number in numbers]
    return [*recorded, *sorted(numbers - set(recorded))]


def _vocabularies(folder: Path) -> dict[str, dict[int, Json]]:
    return {
        collection: {one["object_id"]: {"id": one["object_id"], "name": one["object_name"]} for one in objects}
        for collection, objects in content(folder / "vocabularies.json", {}).items()
    }


def _trees(folder: Path) -> dict[int, Tree]:
    """Real listings as they are; trees of the GitHub mirror under the top folder that only the real archive has."""
    mirrored = content(folder / "model_files" / "github_trees.json", {})
    listed = content(folder / "model_files" / "zip_listings.json", {})
    return {
        **{
            int(number): Tree(tuple((f"m{number}/{file['path']}", tree.get("date")) for file in tree["files"]))
            for number, tree in mirrored.items()
        },
        **{
            int(number): Tree(tuple((entry["path"], entry.get("date")) for entry in listing["entries"]))
            for number, listing in listed.items()
        },
    }
