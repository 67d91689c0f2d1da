"""Papers as records show them: identifiers recognised in any spelling, and the link that follows from them.

Recognition  https://idutils.readthedocs.io (DOI, PMID, PMCID, with and without prefix or resolver)
idutils is imported where it is used: it costs a second, and only a harvest needs it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

from chalicelib.records import Paper

_RESOLVER = re.compile(r"^(?:https?://)?(?:www\.|dx\.)*doi\.org/", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:doi|pmcid|pmid|pubmed)\s*[:=]?\s+|^(?:pmcid)\s*:\s*", re.IGNORECASE)
_NCBI = re.compile(r"^https?://(?:\w+\.)*(?:ncbi\.nlm\.nih\.gov|europepmc\.org)/\S*?(PMC\d+|\d{3,})/?$", re.IGNORECASE)


@dataclass(frozen=True)
class Identifiers:
    """What a text identifies, bare: `10.1093/cercor/bhaa123`, `16946239`, `PMC1234567`."""

    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None

    @property
    def url(self) -> str | None:
        """DOI, else PubMed, else PubMed Central."""
        if self.doi:
            return f"https://doi.org/{quote(self.doi)}"
        if self.pmid:
            return pubmed_url(self.pmid)
        return f"https://www.ncbi.nlm.nih.gov/pmc/articles/{self.pmcid}/" if self.pmcid else None

    @property
    def fields(self) -> dict[str, str | None]:
        """As a paper holds them; a DOI in lower case, because case says nothing in one."""
        return {"doi": self.doi and self.doi.lower(), "pmid": self.pmid, "pmcid": self.pmcid}

    @property
    def label(self) -> str | None:
        named = (("DOI", self.doi), ("PMID", self.pmid), ("PMCID", self.pmcid))
        return next((f"{kind} {one}" for kind, one in named if one), None)


@lru_cache(maxsize=4096)
def identify(text: str) -> Identifiers:
    """The identifier in a text that is nothing else but one."""
    if re.fullmatch(r"[1-9]\d{0,7}", text):  # the bare forms, which most sources use, need no library
        return Identifiers(pmid=text)
    if re.fullmatch(r"10\.\d{4,9}/[\x21-\x24\x26-\x7e]*[A-Za-z0-9]", text):
        return Identifiers(doi=text)
    from idutils.normalizers import normalize_doi, normalize_pmid
    from idutils.validators import is_doi, is_pmcid, is_pmid

    bare = _RESOLVER.sub("", _PREFIX.sub("", text.strip()))
    if found := _NCBI.match(bare):
        bare = found[1]
    whole = bare.replace(" ", "%20")  # a DOI may hold blanks, which the library takes for its end
    if is_doi(whole):
        return Identifiers(doi=unquote(normalize_doi(whole)).rstrip(".,;"))
    if is_pmcid(bare.upper()):
        return Identifiers(pmcid=bare.upper())
    if re.search(r"\d", bare) and is_pmid(bare):
        return Identifiers(pmid=normalize_pmid(bare).lstrip("0")) if int(normalize_pmid(bare)) else Identifiers()
    return Identifiers()


def paper_of(text: str) -> Paper:
    """The paper that a text identifies; a text that identifies none is kept as it is, without a link."""
    found = identify(text)
    label = found.label or text
    return Paper(label=label, url=found.url, **found.fields)


def pubmed_url(pmid: str) -> str:
    return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"


def pair_papers(first: list[str], second: list[str]) -> list[Paper]:
    """The papers of two lists of identifiers (PMIDs and DOIs, say): pairs where both name as many papers, else each
    alone.
    """
    if len(first) != len(second):
        return distinct([paper_of(text) for text in (*first, *second)])
    return distinct([_of_pair(paper_of(one), paper_of(other)) for one, other in zip(first, second, strict=True)])


def _of_pair(one: Paper, other: Paper) -> Paper:
    """One paper with the identifiers of both; its label is the first's, its link the DOI's where there is one."""
    doi, pmid, pmcid = (getattr(one, name) or getattr(other, name) for name in ("doi", "pmid", "pmcid"))
    link = Identifiers(doi, pmid, pmcid).url
    return one.model_copy(update={"doi": doi, "pmid": pmid, "pmcid": pmcid, "url": link})


def distinct(papers: list[Paper]) -> list[Paper]:
    """Each paper once, the first of each address or label."""
    first: dict[str, Paper] = {}
    for paper in papers:
        first.setdefault(paper.url or paper.label, paper)
    return list(first.values())
