"""The project's table of concepts, `concepts.csv`: one vocabulary for the words of all providers.

Columns  facet, id, label, parents (is_a or part_of), synonyms (of the ontology), words (as sources write them and
         people type them), source, licence. Of the words `=SO` counts with exactly these letters (`so` is another
         word), and `!Vip` says that this synonym is never taken.
Sources  UBERON, PATO, ZFA (CC BY 3.0), Cell Ontology, ChEBI, FBbt, Gene Ontology, NIF (CC BY 4.0), NCBI taxonomy, HGNC
         (CC0), EFO (Apache-2.0), ModelDB's object ids, terms of our own (`hub:`); the row names file and commit
         (docs/search.md)
Quirks   Latin, narrow and broad synonyms are left out on purpose: "hippocampus" is a narrow one of the hippocampal
         formation
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "concepts.csv"
COLUMNS = ("facet", "id", "label", "parents", "synonyms", "words", "source", "licence")
_PLACES = {  # prefix: acronym at a portal, beginning of an identifier there
    "UBERON": ("UBERON", "http://purl.obolibrary.org/obo/UBERON_"),
    "CL": ("CL", "http://purl.obolibrary.org/obo/CL_"),
    "NCBITaxon": ("NCBITAXON", "http://purl.bioontology.org/ontology/NCBITAXON/"),
}


@dataclass(frozen=True)
class Concept:
    """One concept; `id` and `parents` are compact ("UBERON:0003881")."""

    facet: str
    id: str
    label: str
    parents: tuple[str, ...]
    synonyms: tuple[str, ...]
    words: tuple[str, ...]
    source: str
    licence: str

    @property
    def at_portals(self) -> bool:
        """Whether it is of an ontology that portals are asked for."""
        return self.id.split(":")[0] in _PLACES

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


def to_table(concepts: list[Concept]) -> str:
    """The file's content for these concepts, in their order."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in concepts:
        lists = ("|".join(values) for values in (one.parents, one.synonyms, one.words))
        writer.writerow([one.facet, one.id, one.label, *lists, one.source, one.licence])
    return out.getvalue()


def _concept(row: dict[str, str]) -> Concept:
    parents, synonyms, words = (
        tuple(one for one in row[name].split("|") if one) for name in ("parents", "synonyms", "words")
    )
    return Concept(row["facet"], row["id"], row["label"], parents, synonyms, words, row["source"], row["licence"])
