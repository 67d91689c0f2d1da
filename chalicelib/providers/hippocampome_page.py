"""Reads one neuron page of Hippocampome.org (neuron_page.php) into its facts.

Sections are found by heading and link target, never by position: the site has added, moved and doubled tables over the
years, and a type without a figure lacks three of them. A section heading is a cell of class `table_neuron_page3`, a
heading within it `table_neuron_page1`, a value `table_neuron_page2`.
Quirks  the page claims ISO-8859-1 and is UTF-8; a soma in the subiculum reads `Sub:SP`, its axons `SUB:SP`;
        a marker's link holds its bare name, its text a suffix; the link of a mixed marker stands inside another one;
        "None known" has no link; a star after a name marks a type that is new in version 2.0 of the site
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

from lxml import html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from chalicelib.errors import SourceChanged
from chalicelib.providers.markup import fold, without_markup
from chalicelib.providers.normalise import UNKNOWN, is_unknown
from chalicelib.providers.papers import Identifiers, distinct, identify, papers_in, pubmed_url
from chalicelib.records import Paper

_COMPARTMENTS = ("Soma", "Axons", "Dendrites")
_EXPRESSIONS = ("Positive", "Negative", "Mixed expression")
_NEEDED = ("Name", "Morphology", *_COMPARTMENTS, "Molecular markers", *_EXPRESSIONS)
_SECTION, _HEADING, _VALUE = "table_neuron_page3", "table_neuron_page1", "table_neuron_page2"
UNKNOWN_HERE = UNKNOWN | {"none known"}
_NOT_PAPER_TITLES = ("PMID", "ISBN", "DOI", "Tags")


class Marker(NamedTuple):
    """A marker as a page lists it; `note` is its suffix, such as "inference"."""

    name: str
    note: str | None
    unvetted: bool


class Figure(NamedTuple):
    file: str
    caption: str | None


@dataclass(frozen=True)
class NeuronPage:
    """The facts of one page in its own words; parcels are REGION:LAYER with the region in capitals."""

    name: str  # empty where the site does not know the identifier
    nickname: str
    new: bool  # in version 2.0 of the site
    supertype: str | None
    derivation: str | None
    synonyms: list[str]
    parcels: dict[str, list[str]]  # by compartment: Soma, Axons, Dendrites
    markers: dict[str, list[Marker]]  # by heading: Positive, Negative, Mixed expression
    figure: Figure | None
    papers: list[Paper]  # the figure's first, then the list of articles, then the supplemental ones
    models: list[dict[str, str]]  # ModelDB accession and PMID
    unvetted_parcels: list[str]
    others: dict[str, list[list[str]]] = field(default_factory=dict)  # every other section: heading to rows of cells


def parse_page(body: bytes) -> NeuronPage:
    """The facts of a neuron page; raises SourceChanged where it is not laid out as one."""
    document = _document(body)
    sections = _Sections(document)
    if missing := [heading for heading in _NEEDED if heading not in sections.headings]:
        raise SourceChanged(f"A neuron page without {', '.join(missing)}.")
    name, supertype = _name(sections)
    return NeuronPage(
        name=name.rstrip("*"),
        nickname=_without_unknown(_nickname(document)),
        new=name.endswith("*"),
        supertype=_without_unknown(supertype) or None,
        derivation=" ".join(_texts(sections.take("Name derivation"))) or None,
        synonyms=_texts(sections.take("Synonym(s)")),
        parcels={part: _parcels(sections.rows("Morphology", part)) for part in _COMPARTMENTS},
        markers={kind: _markers(sections.take(kind)) for kind in _EXPRESSIONS},
        figure=_figure(document),
        papers=_papers(sections),
        models=_models(document),
        unvetted_parcels=_unvetted_parcels(sections),
        others=sections.rest(),
    )


class _Sections:
    """The rows of values under each (section, heading), in the page's order; the rows not taken are the rest."""

    def __init__(self, document: HtmlElement) -> None:
        self._rows: dict[tuple[str, str], list[list[HtmlElement]]] = {}
        self._taken: set[tuple[str, str]] = set()
        self.headings: set[str] = set()
        section = heading = ""
        for row in document.iter("tr"):
            cells = [cell for cell in row.iterchildren("td") if "table_neuron_page" in cell.get("class", "")]
            headings = [_text(cell) for cell in cells if not _is_value(cell)]
            if any(cell.get("class") == _SECTION for cell in cells):
                section, heading = " ".join(headings).strip(), ""
            elif any(headings):
                heading = " / ".join(filter(None, headings))
            self.headings |= {section, *headings}
            if values := [cell for cell in cells if _is_value(cell)]:
                self._rows.setdefault((section, heading), []).append(values)

    def rows(self, section: str, heading: str) -> list[list[HtmlElement]]:
        self._taken.add((section, heading))
        return self._rows.get((section, heading), [])

    def take(self, heading: str) -> list[list[HtmlElement]]:
        """The rows under a heading, in whichever section it stands."""
        return [row for key in self._rows if key[1].split(" / ")[0] == heading for row in self.rows(*key)]

    def take_section(self, section: str) -> list[list[HtmlElement]]:
        return [row for key in self._rows if key[0] == section for row in self.rows(*key)]

    def rest(self) -> dict[str, list[list[str]]]:
        """The texts of all rows that were not taken, under "Section: heading"."""
        found = {
            ": ".join(filter(None, key)): [texts for row in rows if any(texts := [_text(cell) for cell in row])]
            for key, rows in self._rows.items()
            if key not in self._taken and not key[0].startswith("ModelDB")
        }
        return {heading: rows for heading, rows in found.items() if rows}


def _document(body: bytes) -> HtmlElement:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("cp1252", errors="replace")  # what a browser makes of the page's own claim
    try:
        return html.document_fromstring(text)
    except (LxmlError, ValueError) as error:  # ParserError: an empty page; ValueError: a NUL or a lone surrogate
        raise SourceChanged(f"No page in place of a neuron page: {error}") from error


def _is_value(cell: HtmlElement) -> bool:
    """A value, or the list of articles, whose cell has a heading's class."""
    return cell.get("class") == _VALUE or (cell.get("class") == _HEADING and cell.find(".//div") is not None)


def _name(sections: _Sections) -> tuple[str, str]:
    name, supertype, *_ = [*(_text(cell) for row in sections.take("Name")[:1] for cell in row), "", ""]
    return name, supertype


def _nickname(document: HtmlElement) -> str:
    area = document.find(".//div[@class='title_area']")
    return _text(area).rstrip("*") if area is not None else ""


def _parcels(rows: list[list[HtmlElement]]) -> list[str]:
    """The parcels that a compartment's links point at: val_property=CA1_SP is CA1:SP."""
    parts = [name.partition("_") for name, _ in _properties(rows, "property_page_morphology.php")]
    return list(dict.fromkeys(f"{region.upper()}:{layer}" for region, _, layer in parts if region and layer))


def _markers(rows: list[list[HtmlElement]]) -> list[Marker]:
    """Each marker once: the site has printed the negative ones twice."""
    found = {}
    for name, link in _properties(rows, "property_page_markers.php"):
        note = _without_unknown(_text(link).removeprefix(name).strip(" ()"))
        found[name] = Marker(name, note or None, "unvetted" in link.get("class", ""))
    return list(found.values())


def _unvetted_parcels(sections: _Sections) -> list[str]:
    rows = [row for part in _COMPARTMENTS for row in sections.rows("Morphology", part)]
    links = _links(rows, "property_page_morphology.php")
    return list(dict.fromkeys(_text(one) for one in links if one.xpath(".//*[contains(@class, 'unvetted')]")))


def _figure(document: HtmlElement) -> Figure | None:
    for link in document.xpath("//a[starts-with(@href, 'attachment/morph/')]"):
        caption = " ".join(_text(part) for part in link.getparent().iterchildren("em"))
        if file := link.get("href").rpartition("/")[2].strip():
            return Figure(file, _without_unknown(caption.strip()) or None)
    return None


def _papers(sections: _Sections) -> list[Paper]:
    """Each paper once, the one of the figure first."""
    figure = [cell for row in sections.take_section("Representative figure") for cell in row]
    supplemental = [_without_unknown(_text(link)) for link in _links(sections.take("Supplemental PMIDs"), "pubmed")]
    lists = [cell for row in sections.take_section("List of articles") for cell in row]
    articles = [part for cell in lists for part in cell.xpath(".//div[@class='table_neuron_page2'][.//strong]")]
    entries = [part for part in articles if part.find(".//div[@class='table_neuron_page2']") is None]
    papers = [_paper(part) for part in [*figure, *entries]]
    papers += [paper for one in supplemental if one for paper in papers_in(one)]
    return distinct([paper for paper in papers if paper])


def _paper(part: HtmlElement) -> Paper | None:
    """An article under its title, linked to PubMed by its number, or to its ISBN where it is a book."""
    text = _text(part)
    titles = [_without_unknown(_text(strong)) for strong in part.iter("strong")]
    title = next((one for one in titles if one and not one.startswith(_NOT_PAPER_TITLES)), None)
    pmid, isbn = re.search(r"PMID:\s*(\d+)", text), re.search(r"ISBN:\s*([\dXx-]{10,17})", text)
    doi = re.search(r"DOI:\s*(\S+)", text)
    found = identify(doi[1]) if doi else Identifiers()
    year = re.search(r",\s*((?:18|19|20)\d\d)\b", text.removeprefix(title or ""))
    label, url = title, found.url
    if pmid:
        label, url = title or f"PMID {pmid[1]}", pubmed_url(pmid[1])
    elif isbn:
        label, url = title or f"ISBN {isbn[1]}", f"https://openlibrary.org/isbn/{isbn[1].replace('-', '')}"
    if not (label := label or found.label):
        return None
    return Paper(
        label=label,
        url=url,
        title=title,
        authors=_authors(part),
        year=int(year[1]) if year else None,
        **{**found.fields, "pmid": pmid[1] if pmid else found.pmid},
    )


def _authors(part: HtmlElement) -> list[str]:
    links = (link for link in part.iter("a") if "find_author" in link.get("href", ""))
    return [name for link in links if (name := _without_unknown(_text(link)))]


def _models(document: HtmlElement) -> list[dict[str, str]]:
    """The rows that link to ModelDB, each pair of accession and PMID once: the site prints some of them again."""
    pairs = {}
    for row in document.xpath("//tr[td/a[contains(@href, 'modeldb')]]"):
        accession, pmid, *_ = [*(_without_unknown(_text(cell)) for cell in row.iterchildren("td")), ""]
        pairs[accession, pmid] = {"accession": accession, "pmid": pmid}
    known = ({name: text for name, text in pair.items() if text} for pair in pairs.values())
    return [pair for pair in known if pair]


def _links(rows: list[list[HtmlElement]], target: str) -> Iterator[HtmlElement]:
    for row in rows:
        for cell in row:
            yield from (link for link in cell.iter("a") if target in link.get("href", "") and _text(link))


def _properties(rows: list[list[HtmlElement]], target: str) -> list[tuple[str, HtmlElement]]:
    """The links to properties, each with its property; one whose property is empty or unknown is no item of the list.

    Raises SourceChanged where no link names one at all.
    """
    links = list(_links(rows, target))
    values = [re.search(r"val_property=([^&]*)", link.get("href", "")) for link in links]
    if links and not any(values):
        raise SourceChanged(f"Links that name no property: {links[0].get('href')}")
    names = [_without_unknown(without_markup(fold(unquote(value[1])))) if value else "" for value in values]
    return [(name, link) for name, link in zip(names, links, strict=True) if name]


def _texts(rows: list[list[HtmlElement]]) -> list[str]:
    return list(dict.fromkeys(text for row in rows for cell in row if (text := _without_unknown(_text(cell)))))


def _without_unknown(text: str) -> str:
    """The text, empty where the site says that it does not know."""
    return "" if is_unknown(text, UNKNOWN_HERE) else text


def _text(element: HtmlElement) -> str:
    return without_markup(fold(element.text_content()))
