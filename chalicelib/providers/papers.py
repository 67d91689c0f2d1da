"""Papers as records show them: identifiers recognised in any spelling, and the link that follows from them.

Recognition  https://idutils.readthedocs.io (DOI, PMID, PMCID, with and without prefix or resolver)
idutils is imported where it is used: it costs a second, and only a harvest needs it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

from chalicelib.records import Paper

LONGEST = 1000  # characters of an identifier, or a list of some
_SEPARATED = re.compile(  # several identifiers in one text: each but the first begins after a separator
    r"[;,|\s]+(?=10\.\d{4,9}/|https?://|(?:info:|urn:)?doi\b|pmc?id\b|pmc\s?\d|pubmed\b)", re.IGNORECASE | re.ASCII
)
_NUMBERS = re.compile(r"\d{3,8}(?:[;,|\s]+\d{3,8})+")
_DOI_PREFIX = re.compile(
    r"(?:https?://)?(?:www\.|dx\.)*doi\.org/|(?:info:|urn:)?doi(?:\s*[:=/]\s*(?=\S)|\s+(?=\S)|(?=10\.))",
    re.IGNORECASE | re.ASCII,
)
_PUBMED_PREFIX = re.compile(r"^(?:pmid|pubmed(?:\s?id)?)\s*[:=#]?\s*(?=\d)", re.IGNORECASE | re.ASCII)
_PMC_PREFIX = re.compile(r"(?:pmc\s?id\s*[:=#]?\s*(?:pmc)?|pmc)\s*[:=#]?\s*(?=\d)", re.IGNORECASE | re.ASCII)
_NCBI = r"(?:https?://)?(?:[\w-]+\.)*"
_PUBMED_PAGE = re.compile(
    rf"{_NCBI}(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed|europepmc\.org/(?:article|abstract)/med)"
    r"/?(?:\?term=)?(\d{1,8})(?:[/?#&[].*)?",
    re.IGNORECASE | re.ASCII,
)
_PMC_PAGE = re.compile(
    rf"{_NCBI}(?:ncbi\.nlm\.nih\.gov|europepmc\.org)/(?:\w+/)*pmc/?(\d+)(?:[/?#].*)?", re.IGNORECASE | re.ASCII
)
_TAIL = re.compile(r"\?[\w.-]+=\S*$|#[\w.:/=&-]+$")  # of an address; "2-#" at the end of an old DOI is its own
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_QUOTES = " \t\"'“”‘’"


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

    def agrees(self, other: "Identifiers") -> bool:
        """Whether both may be of one paper: no kind of identifier stands in both, unless it is the same."""
        pairs = zip(self.fields.values(), other.fields.values(), strict=True)
        return all(one is None or two is None or one == two for one, two in pairs)

    def with_more(self, other: "Identifiers") -> "Identifiers":
        return Identifiers(self.doi or other.doi, self.pmid or other.pmid, self.pmcid or other.pmcid)

    @property
    def label(self) -> str | None:
        named = (("DOI", self.doi), ("PMID", self.pmid), ("PMCID", self.pmcid))
        return next((f"{kind} {one}" for kind, one in named if one), None)


@lru_cache(maxsize=4096)
def identify(text: str) -> Identifiers:
    """The identifier in a text that is nothing else but one."""
    if re.fullmatch(r"[1-9][0-9]{0,7}", text):  # the bare forms, which most sources use, need no library
        return Identifiers(pmid=text)
    if re.fullmatch(r"10\.[0-9]{4,9}/[A-Za-z0-9._/()-]*[A-Za-z0-9]", text):
        return Identifiers(doi=text)
    bare = _unwrap(text)
    return _pubmed_of(bare) or Identifiers(doi=_doi_of(bare))


def _pubmed_of(text: str) -> Identifiers | None:
    """A PubMed or PubMed Central number, bare, after its name, or in the address of its page."""
    from idutils.validators import is_pmcid, is_pmid

    page, article = _PUBMED_PAGE.fullmatch(text), _PMC_PAGE.fullmatch(text)
    prefix = _PMC_PREFIX.match(text)
    pmcid = f"PMC{article[1] if article else text[prefix.end() :] if prefix else ''}"
    if is_pmcid(pmcid):
        return Identifiers(pmcid=pmcid)
    pmid = page[1] if page else _PUBMED_PREFIX.sub("", text, count=1)
    number = pmid.lstrip("0") if re.fullmatch(r"[0-9]{1,8}", pmid) and is_pmid(pmid) else ""
    return Identifiers(pmid=number) if number else None


def _doi_of(text: str) -> str | None:
    from idutils.validators import is_doi

    doi = _bare_doi(text)
    return doi if is_doi(doi) and not re.search(r"\s", doi) and not _SEPARATED.search(doi) else None


def _unwrap(text: str) -> str:
    """The text without the brackets and quotes around it, and without what ends a sentence."""
    before = ""
    while text != before and len(text) <= LONGEST:
        before, text = text, text.strip(_QUOTES).rstrip(".,;:")
        closing = _BRACKETS.get(text[:1])
        if closing:
            text = text[1:-1] if text.endswith(closing) else text[1:]
        elif text[-1:] in _BRACKETS.values():
            opening = next(one for one, other in _BRACKETS.items() if other == text[-1])
            text = text[:-1] if text.count(opening) < text.count(text[-1]) else text
    return text


def _bare_doi(text: str) -> str:
    """What follows resolvers and prefixes, however many, decoded once, without the address's query and fragment."""
    while prefix := _DOI_PREFIX.match(text):
        text = text[prefix.end() :]
    return _unwrap(unquote(_TAIL.sub("", text)))


def parts_of(text: str) -> list[str]:
    """The identifiers that a text lists, each in its own spelling; the whole text where it is not a list of them."""
    stripped = _unwrap(text)
    parts = re.split(r"[;,|\s]+", stripped) if _NUMBERS.fullmatch(stripped) else _SEPARATED.split(stripped)
    return parts if len(parts) > 1 and all(identify(one).url for one in parts) else [text]


def paper_of(text: str) -> Paper:
    """The paper that a text identifies; a text that identifies none is kept as it is, without a link."""
    found = identify(text)
    label = found.label or text
    return Paper(label=label, url=found.url, **found.fields)


def papers_in(text: str) -> list[Paper]:
    """The papers that a text identifies, one or several; a text that identifies none is kept as it is."""
    return [paper_of(one) for one in parts_of(text)]


def pubmed_url(pmid: str) -> str:
    return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"


def pair_papers(first: list[str], second: list[str]) -> list[Paper]:
    """The papers of two lists of identifiers (PMIDs and DOIs, say): pairs where both name as many papers, else each
    alone.
    """
    ones, others = ([paper for text in texts for paper in papers_in(text)] for texts in (first, second))
    if len(ones) != len(others):
        return distinct([*ones, *others])
    return distinct([paper for pair in zip(ones, others, strict=True) for paper in _of_pair(*pair)])


def _of_pair(one: Paper, other: Paper) -> list[Paper]:
    """One paper with the identifiers of both; two where one of them is a text that identifies none, lest it be lost."""
    if not (one.url and other.url):
        return [one, other]
    return [_join(one, other)]


def _join(one: Paper, other: Paper) -> Paper:
    """The first with what only the other tells; its link is the DOI's where there is one."""
    found = _identifiers_of(one).with_more(_identifiers_of(other))
    more = {name: getattr(one, name) or getattr(other, name) for name in ("title", "year", "authors")}
    link = one.url if one.doi else found.url or one.url
    return one.model_copy(update={**more, **found.fields, "url": link})


def distinct(papers: list[Paper]) -> list[Paper]:
    """Each paper once, at its first place; those that share an identifier (and differ in none), an address or a label
    are one.
    """
    found: list[tuple[frozenset[str], Paper]] = []
    for paper in papers:
        keys = _keys(paper)
        same = [
            one
            for one in found
            if not keys.isdisjoint(one[0]) and _identifiers_of(one[1]).agrees(_identifiers_of(paper))
        ]
        for known in reversed(same):
            keys, paper = keys | known[0], _join(known[1], paper)  # noqa: PLW2901  grows by what is the same
        place = found.index(same[0]) if same else len(found)
        found = [*found[:place], (keys, paper), *(one for one in found[place:] if one not in same)]
    return [paper for _, paper in found]


def _identifiers_of(paper: Paper) -> Identifiers:
    return Identifiers(paper.doi, paper.pmid, paper.pmcid)


def _keys(paper: Paper) -> frozenset[str]:
    return frozenset(f"{name}:{one}" for name, one in _identifiers_of(paper).fields.items() if one) or frozenset(
        [paper.url or paper.label]
    )
