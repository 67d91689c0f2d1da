"""The papers of records, each once: a DOI and a PMID are one paper where a source pairs them.

A record's `papers` are objects with a `label` and a `url`, and, where the source tells more, `title`, `authors`,
`year`, `doi` and `pmid`. Identifiers that stand only in label or address are read from there:
DOI   https://www.doi.org/doi-handbook/HTML/doi-syntax.html (case does not count)
PMID  https://pubmed.ncbi.nlm.nih.gov/help/#pmid
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any
from urllib.parse import quote, unquote

from chalicelib.json_types import Json

SIDES = ("presynaptic", "postsynaptic")
_ALLOWED_IN_DOI = "/:;()!$&'*+,=@"
_ALLOWED_IN_ADDRESS = f"{_ALLOWED_IN_DOI}%?#[]"  # what is encoded already stays so
NAMED = 10  # identifiers of records that an entry names; more are counted

_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>]+)")
_PMID = re.compile(r"(?:\bPMID:?\s*|pubmed(?:\.ncbi\.nlm\.nih\.gov)?/)(\d{1,9})\b", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN:?\s*([\dXx-]{10,17})|openlibrary\.org/isbn/([\dXx]{10,13})", re.IGNORECASE)
_AUTHORS_AND_YEAR = re.compile(r"(?P<authors>[^()]{2,})\s\((?P<year>1[89]\d\d|20\d\d)[a-z]?\)")
_ONLY_IDENTIFIER = re.compile(r"\s*(?:(?:PMID|DOI|ISBN)\b.*|10\.\d{4,9}/\S+|https?://\S+)", re.IGNORECASE)


@dataclass(frozen=True)
class Paper:
    """One publication, as far as the sources describe it; `authors` are written "Family Given" or "Family, Given"."""

    label: str
    title: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    journal: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    url: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """What tells this paper from others: all its identifiers, or its label where it has none."""
        named = {"doi": self.doi.lower(), "pmid": self.pmid, "pmcid": self.pmcid.lower()}
        named["isbn"] = self.isbn.replace("-", "").upper()
        known = tuple(f"{name}:{value}" for name, value in named.items() if value)
        return known or (f"label:{' '.join(self.label.casefold().split())}",)

    @property
    def id(self) -> str:
        """A stable key for reference managers, of characters that BibTeX allows."""
        kind, _, value = self.keys[0].partition(":")
        if kind == "label":
            return f"paper-{blake2b(value.encode(), digest_size=6).hexdigest()}"
        return f"{kind}-" + re.sub(r"[^A-Za-z0-9.:/-]", lambda found: f"-{ord(found[0]):x}-", value)

    @property
    def address(self) -> str:
        """Where it can be read, as a valid URI; "" where its source tells none."""
        return doi_address(self.doi) if self.doi else quote(self.url, safe=_ALLOWED_IN_ADDRESS)

    def merge(self, other: "Paper") -> "Paper":
        """This paper, with what only the other description of it tells."""
        missing = {name: value for name, value in vars(other).items() if value and not getattr(self, name)}
        if _ONLY_IDENTIFIER.fullmatch(self.label) and not _ONLY_IDENTIFIER.fullmatch(other.label):
            missing["label"] = other.label
        return replace(self, **missing)


def doi_address(doi: str) -> str:
    """The address that resolves a DOI; what no address may hold (`<`, `#`) is percent-encoded, as the handbook asks."""
    return f"https://doi.org/{quote(doi, safe=_ALLOWED_IN_DOI)}"


@dataclass
class CitedPaper:
    """A paper with the records that name it: their number, and the identifiers of the first."""

    paper: Paper
    records: int = 0
    first: list[str] = field(default_factory=list)

    def note(self, record: str) -> None:
        self.records += 1
        if len(self.first) < NAMED:
            self.first.append(record)


class PaperIndex:
    """Collects papers; its size grows with the number of papers, not with that of records."""

    def __init__(self, known: Iterable[CitedPaper] = ()) -> None:
        self._by_key = {key: one for one in known for key in one.paper.keys}

    def add(self, paper: Paper, record: str) -> None:
        """Note that this record names the paper; descriptions that share an identifier become one."""
        same = list({id(one): one for key in paper.keys if (one := self._by_key.get(key))}.values())
        kept = same[0] if same else CitedPaper(paper)
        for other in same[1:]:
            kept.paper, kept.records = kept.paper.merge(other.paper), kept.records + other.records
            kept.first = list(dict.fromkeys([*kept.first, *other.first]))[:NAMED]
        kept.paper = kept.paper.merge(paper)
        kept.note(record)
        self._by_key.update(dict.fromkeys((*paper.keys, *kept.paper.keys), kept))
        if same[1:]:
            self._by_key |= {key: kept for key, one in self._by_key.items() if any(one is old for old in same[1:])}

    def __iter__(self) -> Iterator[CitedPaper]:
        """Each paper once, in the order in which it was first named."""
        return iter({id(one): one for one in self._by_key.values()}.values())

    def __len__(self) -> int:
        return len({id(one) for one in self._by_key.values()})


def papers_of(record: Json) -> list[Paper]:
    """The papers of a record, those of a connection's two sides included; each once."""
    holders = [record, *(record.get(side) or {} for side in SIDES)]
    named = [one for holder in holders for one in holder.get("papers") or ()]
    found = PaperIndex()
    for one in named:
        found.add(paper_of(one), "")
    return [one.paper for one in found]


def paper_of(named: Json) -> Paper:
    """A paper as a record names it; identifiers are looked for in label and address where no field holds them."""
    label, url = str(named.get("label") or named.get("title") or named.get("url") or ""), str(named.get("url") or "")
    text = f"{label} {unquote(url)}"
    described = _AUTHORS_AND_YEAR.fullmatch(label.strip())
    title = str(named.get("title") or ("" if described or _ONLY_IDENTIFIER.fullmatch(label) else label))
    authors = _authors(named.get("authors")) or (_authors(described["authors"]) if described else ())
    year = named.get("year") or (described["year"] if described else None)
    return Paper(
        label=label,
        title=title,
        authors=authors,
        year=int(year) if year and str(year).isdigit() else None,
        journal=str(named.get("journal") or ""),
        doi=str(named.get("doi") or _first(_DOI, text)).removeprefix("https://doi.org/").rstrip(".,;"),
        pmid=str(named.get("pmid") or _first(_PMID, text)),
        pmcid=str(named.get("pmcid") or ""),
        isbn=_first(_ISBN, text),
        url=url,
    )


def _authors(given: Any) -> tuple[str, ...]:
    text = str(given or "")
    parts: Iterable[Any] = given if isinstance(given, list | tuple) else text.split(";" if ";" in text else ", ")
    return tuple(text for one in parts if (text := " ".join(str(one).split())))


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return next((group for group in found.groups() if group), "") if found else ""
