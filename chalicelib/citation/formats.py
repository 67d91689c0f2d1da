"""CSL items as BibTeX, RIS, CSL-JSON and plain text, entry after entry.

BibTeX by bibtexparser (entries) and pylatexenc (letters outside ASCII, signs of TeX), RIS by rispy, text by citeproc-py
with the style in hub.csl. Addresses and identifiers stand in BibTeX as they are: programs read them, and links must
work.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from chalicelib.json_types import Json

STYLE = Path(__file__).parent / "hub.csl"
_BIBTEX_TYPES = {"article-journal": "article", "book": "book", "software": "software"}
_RIS_TYPES = {"article-journal": "JOUR", "book": "BOOK", "dataset": "DATA", "software": "COMP"}


def bibtex(items: Iterable[Json]) -> Iterator[str]:
    """One entry an item, in ASCII; types are article, book, software and misc."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Entry, Field

    for item in items:
        fields = [Field(name, value) for name, value in _bibtex_fields(item).items() if value]
        yield write_string(Library([Entry(_BIBTEX_TYPES.get(item["type"], "misc"), item["id"], fields)])) + "\n"


def ris(items: Iterable[Json]) -> Iterator[str]:
    """One reference an item, as RIS (lines of a two-letter tag and a value)."""
    from rispy import RisWriter

    writer = RisWriter()
    writer.set_header = lambda count: ""  # no running numbers between references: they are not part of the format
    for item in items:
        yield writer.formats([_ris_fields(item)]).strip("\n") + "\n\n"


def csl(items: Iterable[Json]) -> Iterator[str]:
    """A JSON array of the items."""
    before = "["
    for item in items:
        yield before + orjson.dumps(item).decode()
        before = ",\n"
    yield "[]" if before == "[" else "]\n"


def text(items: Iterable[Json]) -> Iterator[str]:
    """One line an item, for people to paste."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    for item in items:
        cited = CitationStylesBibliography(_style(), CiteProcJSON([{**item, "id": "it"}]), formatter.plain)
        cited.register(Citation([CitationItem("it")]))
        yield " ".join(str(cited.bibliography()[0]).split()) + "\n"


FORMATS: dict[str, Callable[[Iterable[Json]], Iterator[str]]] = {"bibtex": bibtex, "ris": ris, "csl": csl, "text": text}


@cache
def _style() -> Any:
    from citeproc import CitationStylesStyle

    return CitationStylesStyle(str(STYLE), validate=False)


def _bibtex_fields(item: Json) -> dict[str, str]:
    from pylatexenc.latexencode import unicode_to_latex

    def encode(value: object) -> str:
        return str(unicode_to_latex(str(value), unknown_char_policy="replace")) if value else ""

    return {
        "title": f"{{{encode(item.get('title'))}}}",
        "author": " and ".join(_bibtex_name(one, encode) for one in item.get("author", ())),
        "year": _year(item),
        "journal": encode(item.get("container-title")),
        "volume": encode(item.get("volume")),
        "number": encode(item.get("issue")),
        "pages": encode(item.get("page")).replace("-", "--"),
        "publisher": encode(item.get("publisher")),
        "doi": str(item.get("DOI", "")),
        "pmid": str(item.get("PMID", "")),
        "isbn": str(item.get("ISBN", "")),
        "url": str(item.get("URL", "")),
        "note": encode(item.get("note")),
    }


def _bibtex_name(name: Json, encode: Callable[[object], str]) -> str:
    if "literal" not in name:
        return f"{encode(name['family'])}, {encode(name.get('given', ''))}"
    return f"{{{encode(name['literal'])}}}"


def _ris_fields(item: Json) -> Json:
    names = [one.get("literal") or f"{one['family']}, {one.get('given', '')}" for one in item.get("author", ())]
    first_page, _, last_page = str(item.get("page", "")).partition("-")
    fields: Json = {
        "type_of_reference": _RIS_TYPES.get(item["type"], "GEN"),
        "id": item["id"],
        "title": item.get("title"),
        "authors": names,
        "year": _year(item),
        "secondary_title": item.get("container-title"),
        "volume": item.get("volume"),
        "number": item.get("issue"),
        "start_page": first_page,
        "end_page": last_page,
        "publisher": item.get("publisher"),
        "doi": item.get("DOI"),
        "accession_number": item.get("PMID"),
        "issn": item.get("ISBN"),
        "urls": [item["URL"]] if item.get("URL") else [],
        "notes": [item["note"]] if item.get("note") else [],
    }
    return {name: value for name, value in fields.items() if value}


def _year(item: Json) -> str:
    parts = (item.get("issued") or {}).get("date-parts") or [[]]
    return str(parts[0][0]) if parts[0] else ""
