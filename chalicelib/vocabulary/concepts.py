"""The concepts, kept in `concepts.csv`: facet, id, label, parent (is_a or part_of, empty where not verified), synonyms, source.

Sources  UBERON (CC BY 3.0), Cell Ontology (CC BY 4.0), NCBI taxonomy (public domain); the column `source` names file and commit
Quirks   Latin, narrow and broad synonyms are left out on purpose: "hippocampus" is a narrow one of the hippocampal formation
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "concepts.csv"
COLUMNS = ("facet", "id", "label", "parent", "synonyms", "source")
_PLACES = {  # prefix: acronym at a portal, beginning of an identifier there
    "UBERON": ("UBERON", "http://purl.obolibrary.org/obo/UBERON_"),
    "CL": ("CL", "http://purl.obolibrary.org/obo/CL_"),
    "NCBITaxon": ("NCBITAXON", "http://purl.bioontology.org/ontology/NCBITAXON/"),
}


@dataclass(frozen=True)
class Concept:
    """One concept; `id` and `parent` are compact ("UBERON:0003881")."""

    facet: str
    id: str
    label: str
    parent: str | None
    synonyms: tuple[str, ...]
    source: str

    @property
    def ontology(self) -> str:
        return _PLACES[self.id.split(":")[0]][0]

    @property
    def iri(self) -> str:
        prefix, number = self.id.split(":")
        return _PLACES[prefix][1] + number


def compact(iri: str) -> str | None:
    """The compact form of an identifier; None for one of another ontology."""
    for prefix, (_, start) in _PLACES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return None


def read(file: Path = FILE) -> list[Concept]:
    with file.open(encoding="utf-8", newline="") as rows:
        return [_concept(row) for row in csv.DictReader(rows)]


def written(concepts: list[Concept]) -> str:
    """The file's content for these concepts, in their order."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in concepts:
        writer.writerow([one.facet, one.id, one.label, one.parent or "", "|".join(one.synonyms), one.source])
    return out.getvalue()


def _concept(row: dict[str, str]) -> Concept:
    synonyms = tuple(one for one in row["synonyms"].split("|") if one)
    return Concept(row["facet"], row["id"], row["label"], row["parent"] or None, synonyms, row["source"])
