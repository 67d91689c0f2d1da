"""Records and papers as CSL-JSON items, the form from which all others are written.

Schema  https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from chalicelib.citation.papers import CitedPaper, Paper, PaperIndex, papers_of
from chalicelib.citation.references import references_of
from chalicelib.json_types import Json

NO_PAPER = "Paper not stated by the source"
NO_TITLE = "[Title not stated by the source]"
KINDS = {
    "morphology": "neuron morphology",
    "electrophysiology": "electrophysiology",
    "connection": "connection of neuron types",
    "single": "computational model",
}
_INITIALS = re.compile(r"(?P<family>.+?)\s(?P<given>(?:[A-Z]\.?[ -]?){1,4})")
_FAMILY_FIRST = re.compile(r"(?P<family>[^,]+),\s*(?P<given>.+)")


def record_citation(record: Json, address: str) -> list[Json]:
    """What to cite for one record: the record at its `address`, its papers, and what its provider's terms ask for."""
    papers = papers_of(record)
    own = record_item(record, address, has_papers=bool(papers))
    return [own, *map(paper_item, papers), *references_of(record["provenance"])]


def record_item(record: Json, address: str, *, has_papers: bool) -> Json:
    """The record itself, as a data set with the day on which its source was read."""
    origin = record["provenance"]
    day = str(origin["harvested_at"])[:10]
    kind = KINDS.get(record["type"], record["type"])
    notes = [f"{record['id']}, harvested from {origin['source_url']}", f"Licence: {origin['licence']}"]
    return {
        "id": record["id"],
        "type": "software" if record["type"] == "single" else "dataset",
        "title": f"{record['name']} ({kind})",
        "publisher": record["source"],
        "URL": address,
        "issued": _date_of(day),
        "accessed": _date_of(day),
        "note": ". ".join([*notes, *([] if has_papers else [NO_PAPER])]),
    }


def paper_item(paper: Paper, note: str = "") -> Json:
    """One paper; what its source does not tell is left out."""
    book = paper.isbn and not (paper.doi or paper.pmid)
    item: Json = {
        "id": paper.id,
        "type": "book" if book else "article-journal",
        "title": paper.title.rstrip(".") or (NO_TITLE if paper.authors else paper.label),
        "author": [name_of(one) for one in paper.authors],
        "issued": {"date-parts": [[paper.year]]} if paper.year else None,
        "container-title": paper.journal,
        "DOI": paper.doi,
        "PMID": paper.pmid,
        "PMCID": paper.pmcid,
        "ISBN": paper.isbn,
        "URL": paper.address,
        "note": note,
    }
    return {name: value for name, value in item.items() if value}


def name_of(author: str) -> Json:
    """An author's name in parts: `Migliore M`, `Migliore, Michele`; any other form is kept as it is."""
    parts = _FAMILY_FIRST.fullmatch(author) or _INITIALS.fullmatch(author)
    return parts.groupdict() if parts else {"literal": author}


class Bibliography:
    """What to cite for many records; it holds papers and counts, not records. `state` can be stored, to go on with
    later.
    """

    def __init__(self, state: Json | None = None) -> None:
        known = state or {"papers": [], "references": {}, "without": []}
        self._papers = PaperIndex(_from_json(one) for one in known["papers"])
        self._references: dict[str, list[Json]] = known["references"]
        self._without = {(provider, collection): _from_json(one) for provider, collection, one in known["without"]}

    @property
    def state(self) -> Json:
        without = [[*group, asdict(one)] for group, one in self._without.items()]
        return {"papers": [asdict(one) for one in self._papers], "references": self._references, "without": without}

    def add(self, record: Json) -> None:
        papers = papers_of(record)
        for paper in papers:
            self._papers.add(paper, record["id"])
        if not papers:
            self._note_without_paper(record)
        origin = record["provenance"]
        if origin["provider"] not in self._references:
            self._references[origin["provider"]] = references_of(origin)

    def items(self) -> Iterator[Json]:
        """Each paper once, then what the providers ask for, then collections of records whose source names no paper."""
        references = {item["id"]: item for items in self._references.values() for item in items}
        dois = {item["DOI"].lower() for item in references.values() if "DOI" in item}
        for one in self._papers:
            if one.paper.doi.lower() not in dois:
                yield paper_item(one.paper, f"Named by {_paper_count(one)}")
        yield from references.values()
        for (provider, collection), one in self._without.items():
            yield _without_paper(provider, collection, one)

    def _note_without_paper(self, record: Json) -> None:
        group = record["provenance"]["provider"], str(record.get("archive") or record["source"])
        self._without.setdefault(group, CitedPaper(Paper(label=record["name"]))).note(record["id"])


def bibliography(records: Iterable[Json]) -> Iterator[Json]:
    """The CSL items for all these records, which are read once."""
    made = Bibliography()
    for record in records:
        made.add(record)
    return made.items()


def _without_paper(provider: str, collection: str, one: CitedPaper) -> Json:
    single = one.records == 1
    return {
        "id": f"{provider}-{re.sub(r'[^A-Za-z0-9]+', '-', collection)}-without-paper",
        "type": "dataset",
        "title": one.paper.label if single else f"{collection}: {one.records} records",
        "publisher": collection,
        "note": f"{NO_PAPER}: {_paper_count(one)}",
    }


def _paper_count(one: CitedPaper) -> str:
    more = one.records - len(one.first)
    return ", ".join(one.first) + (f" and {more} more records" if more > 0 else "")


def _date_of(day: str) -> Json:
    return {"date-parts": [[int(part) for part in day.split("-")]]}


def _from_json(known: Json) -> CitedPaper:
    paper = Paper(**{**known["paper"], "authors": tuple(known["paper"]["authors"])})
    return CitedPaper(paper, known["records"], list(known["first"]))
