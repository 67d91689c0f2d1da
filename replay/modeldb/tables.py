"""Our own tables of facts about models as the records that ModelDB's API would give.

models.csv      a model a row: id, name, created, ver_number, ver_date
values.csv      a value a row: the model, the record's key, object_id and object_name
papers.csv      a paper a row; authors are cut at `;`
files.csv       a file a row: the model, the path inside its archive
Notes are made up: what the site has is its authors' prose.
"""

from collections import defaultdict
from pathlib import Path
from typing import Any

from replay.reading import rows

Json = dict[str, Any]
ATTRIBUTES = {
    "currents": 27,
    "gene": 476,
    "implemented_by": 299,
    "model_concept": 113,
    "model_paper": 155,
    "model_type": 112,
    "modeling_application": 114,
    "neurons": 25,
    "neurotransmitters": 28,
    "receptors": 26,
    "region": 471,
    "species": 689,
}
PAPER_ATTRIBUTES = {"title": 139, "journal": 158, "year": 154, "volume": 149, "pubmed_id": 153, "doi": 339}
COLLECTIONS = {
    "neurons": "celltypes",
    "currents": "currents",
    "gene": "genes",
    "model_concept": "modelconcepts",
    "model_type": "modeltypes",
    "receptors": "receptors",
    "region": "regions",
    "modeling_application": "simenvironments",
    "neurotransmitters": "transmitters",
}
MODEL_CLASS, PAPER_CLASS = 19, 42


def models(folder: Path) -> dict[int, Json]:
    """The records of models.csv with their values; a key without a value is absent, as it is at the source."""
    values = _values(folder)
    return {int(row["id"]): _model(row, values[row["id"]]) for row in rows(folder / "models.csv")}


def papers(folder: Path) -> dict[int, Json]:
    return {int(row["id"]): _paper(row) for row in rows(folder / "papers.csv")}


def vocabularies(folder: Path) -> dict[str, dict[int, Json]]:
    """Every object that a model of the tables names, by its collection."""
    found: dict[str, dict[int, Json]] = defaultdict(dict)
    for row in rows(folder / "values.csv"):
        if collection := COLLECTIONS.get(row["key"]):
            found[collection][int(row["object_id"])] = {"id": int(row["object_id"]), "name": row["object_name"]}
    return dict(found)


def trees(folder: Path) -> dict[int, tuple[tuple[str, str | None], ...]]:
    found: dict[int, list[tuple[str, str | None]]] = defaultdict(list)
    for row in rows(folder / "files.csv"):
        found[int(row["model"])].append((row["path"], None))
    return {number: tuple(entries) for number, entries in found.items()}


def _values(folder: Path) -> dict[str, dict[str, list[Json]]]:
    found: dict[str, dict[str, list[Json]]] = defaultdict(lambda: defaultdict(list))
    for row in rows(folder / "values.csv"):
        found[row["model"]][row["key"]].append({"object_id": int(row["object_id"]), "object_name": row["object_name"]})
    return found


def _model(row: dict[str, str], values: dict[str, list[Json]]) -> Json:
    notes = f"Stand-in for the notes of model {row['id']}.\r\n\r\nThe authors' own text is on the model's page."
    return {
        "id": int(row["id"]),
        "name": row["name"],
        "created": row["created"],
        "ver_number": int(row["ver_number"]),
        "ver_date": row["ver_date"],
        "class_id": MODEL_CLASS,
        "notes": {"value": notes, "attr_id": 24},
        **{key: {"value": objects, "attr_id": ATTRIBUTES[key]} for key, objects in values.items()},
        "gitrepo": False,
    }


def _paper(row: dict[str, str]) -> Json:
    authors = [{"object_id": 0, "object_name": name} for name in row["authors"].split(";") if name]
    return {
        "id": int(row["id"]),
        "name": row["name"],
        "created": row["created"],
        "ver_number": 1,
        "ver_date": row["created"],
        "class_id": PAPER_CLASS,
        **{key: {"value": row[key], "attr_id": number} for key, number in PAPER_ATTRIBUTES.items() if row[key]},
        "authors": {"value": authors, "attr_id": 148},
    }
