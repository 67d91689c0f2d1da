"""What a folder of recordings of Hippocampome.org knows: neuron types, their articles, pairs, models, recorded bodies.

Two kinds of folder are read: recordings (`neuron_types.jsonl`, `articles.jsonl`, `conndata.jsonl`, ...) and the
project's own sample, tables of facts (`types.csv`, `markers.csv`, `articles.csv`, `connections.csv`, `models.csv`). Any
file may be absent. In the tables a list is separated by semicolons.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from replay.reading import lines, rows

Row = dict[str, Any]
_EXPRESSIONS = {"Positive": "positive", "Negative": "negative", "Mixed expression": "mixed"}


class Marker(NamedTuple):
    name: str
    label: str  # as the page prints it, suffix included
    expression: tuple[str, ...]


@dataclass(frozen=True)
class NeuronType:
    id: int
    name: str
    nickname: str
    effect: str  # e or i
    supertype: str
    derivation: str
    synonyms: list[str]
    parcels: dict[str, list[str]]  # Soma, Axons, Dendrites
    markers: dict[str, list[Marker]]  # Positive, Negative, Mixed expression
    figure: str | None
    figure_paper: str | None  # PMID or ISBN
    articles: list[tuple[str, str]]  # PMID or ISBN, tags
    supplemental: list[str]


class Pair(NamedTuple):
    source: int
    destination: int
    statuses: tuple[str, ...]


@dataclass(frozen=True)
class Recordings:
    folder: Path
    types: dict[int, NeuronType]
    articles: dict[str, Row]
    pairs: list[Pair]
    models: dict[int, list[tuple[str, str]]]  # ModelDB accession and PMID

    @classmethod
    def read(cls, folder: Path) -> "Recordings":
        types = [*_recorded_types(folder), *_tabled_types(folder)]
        return cls(
            folder=folder,
            types={one.id: one for one in types},
            articles={row["pmid_isbn"]: row for row in _articles(folder)},
            pairs=sorted([*_recorded_pairs(folder), *_tabled_pairs(folder)]),
            models=_models(folder),
        )

    def page(self, layout: str, number: int) -> Path | None:
        """The recorded page of a neuron type, where there is one."""
        path = self.folder / f"pages_layout_{layout}" / f"neuron_page_{number}.html"
        return path if path.exists() else None

    def answer(self, kind: str, version: int) -> bytes | None:
        """The recorded answer to the query that restricts nothing: `kind` neuron or connection."""
        path = self.folder / f"answer_{kind}_query_v{version}.json"
        return path.read_bytes() if path.exists() else None

    def last_modified(self) -> float:
        """When the facts changed last, in seconds since 1970."""
        files = [path for path in self.folder.glob("*") if path.suffix in (".jsonl", ".csv")]
        return max((path.stat().st_mtime for path in files), default=0)


def _recorded_types(folder: Path) -> Iterator[NeuronType]:
    for row in lines(folder / "neuron_types.jsonl"):
        figure, markers = row.get("representative_figure") or {}, row.get("markers") or {}
        yield NeuronType(
            id=int(row["id"]),
            name=row["name"],
            nickname=row.get("page_title") or row.get("nickname") or "",
            effect=row.get("excit_inhib") or "",
            supertype=row.get("supertype") or "",
            derivation=row.get("name_derivation") or "",
            synonyms=row.get("synonyms") or [],
            parcels={part: row.get(part.lower()) or [] for part in ("Soma", "Axons", "Dendrites")},
            markers={kind: _recorded_markers(markers.get(key) or []) for kind, key in _EXPRESSIONS.items()},
            figure=figure.get("file"),
            figure_paper=figure.get("pmid_isbn"),
            articles=[(one["pmid_isbn"], ", ".join(one.get("tags") or [])) for one in row.get("articles") or []],
            supplemental=[text for one in (row.get("supplemental_pmids") or "").split(",") if (text := one.strip())],
        )


def _recorded_markers(found: list[Row]) -> list[Marker]:
    return [Marker(one["marker"], one["label_on_page"], tuple(one.get("expression") or ())) for one in found]


def _articles(folder: Path) -> Iterator[Row]:
    """The articles; what is not known of one is an empty text, as its page prints it."""
    for row in [*lines(folder / "articles.jsonl"), *_table(folder, "articles")]:
        yield {key: "" if value is None else value for key, value in row.items()}


def _tabled_types(folder: Path) -> Iterator[NeuronType]:
    markers = list(_table(folder, "markers"))
    for row in _table(folder, "types"):
        own = [one for one in markers if one["id"] == row["id"]]
        yield NeuronType(
            id=int(row["id"]),
            name=row["name"],
            nickname=row["nickname"],
            effect=row["effect"],
            supertype=row["supertype"],
            derivation="",
            synonyms=_list(row["synonyms"]),
            parcels={part: _list(row[part.lower()]) for part in ("Soma", "Axons", "Dendrites")},
            markers={kind: _tabled_markers(own, kind) for kind in ("Positive", "Negative", "Mixed expression")},
            figure=row["figure"] or None,
            figure_paper=row["figure_paper"] or None,
            articles=[(number, tags) for number, _, tags in (one.partition("=") for one in _list(row["articles"]))],
            supplemental=_list(row["supplemental"]),
        )


def _tabled_markers(found: list[Row], kind: str) -> list[Marker]:
    own = [row for row in found if row["expression"] == kind]
    return [Marker(row["marker"], row["label"], tuple(_list(row["evidence"]))) for row in own]


def _recorded_pairs(folder: Path) -> Iterator[Pair]:
    for row in lines(folder / "conndata.jsonl"):
        yield Pair(int(row["source_id"]), int(row["destination_id"]), tuple(row["statuses"]))


def _tabled_pairs(folder: Path) -> Iterator[Pair]:
    for row in _table(folder, "connections"):
        yield Pair(int(row["source"]), int(row["destination"]), (row["status"],))


def _models(folder: Path) -> dict[int, list[tuple[str, str]]]:
    models: dict[int, list[tuple[str, str]]] = {}
    for row in rows(folder / "raw_csv" / "ModelDB_mapping.csv"):
        if row["Unique_ID"].isdigit():
            models.setdefault(int(row["Unique_ID"]), []).append((row["ModelDB_Accession"], row["PMID"]))
    for row in _table(folder, "models"):
        models.setdefault(int(row["id"]), []).append((row["accession"], row["pmid"]))
    return models


def _table(folder: Path, name: str) -> Iterator[Row]:
    return rows(folder / f"{name}.csv")


def _list(text: str) -> list[str]:
    return [one.strip() for one in text.split(";") if one.strip()]
