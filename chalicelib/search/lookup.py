"""What is indexed of a record to find it by and never served: the field `lookup`, and the concepts that records do
show.

All of it follows from the record, so that an index can be built anew without its source. Words that a person may type
are gathered by where they stand: `headline` (what the record is), `also` (the rest that it shows), `papers` (one value
a paper).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b

from chalicelib.json_types import Json, is_empty
from chalicelib.search.facet_terms import facet_terms
from chalicelib.search.filters import LAYERS_OF_PARTS
from chalicelib.search.ranges import DAYS
from chalicelib.search.text.parts import bare_address
from chalicelib.vocabulary.records import KINDS, SIDES, Description, describe, texts_in
from chalicelib.vocabulary.vocabulary import PACK
from chalicelib.vocabulary.words import fold, transcribe

LONGEST_ORDER = 100  # characters of a name that its place in a list depends on
_HEADLINE = "name cell_class cell_type cell_types secondary_cell_type mtype etype synonyms soma_region".split()
_HOME = ("secondary_region", "region")  # where a record stands whose source tells no home apart from what it reaches
_ALSO = (
    "gender age_classification age_scale protocol stain synaptic_effect original_format reconstruction_software"
    " physical_integrity structural_domains morphologies objective_type slicing_direction scientific_name"
    " download_filename model_types modeling_application"
).split()
_PMID = re.compile(r"pubmed[^\d]*/(\d+)")
_DOI = re.compile(r"doi\.org/(10\..+)")


def with_lookup(document: Json) -> Json:
    """The document with its concepts and all that it is found by."""
    sides = {side: describe(document[side]) for side in SIDES if side in document}
    descriptions = [describe(document), *sides.values()]
    concepts = list(dict.fromkeys(one for found in descriptions for one in found.concepts))
    lookup = _without_empty({**_lookup(document, descriptions, concepts), **_sides(document, sides)})
    provenance = {**document["provenance"], "vocabulary": vocabulary_version()}
    counted = {"facets": facet_terms({**document, "lookup": lookup})}
    return {**document, "concepts": concepts, "provenance": provenance, "lookup": {**lookup, **counted}}


@cache
def vocabulary_version() -> str:
    """A mark of the vocabulary that concepts were read with: records read with another one are indexed anew."""
    return blake2b(PACK.read_bytes(), digest_size=6).hexdigest()


def order_of(name: str) -> str:
    """A name's place in natural order, as letters: n2 before n10, without case and accents."""
    parts = re.split(r"(\d+)", fold(name)[:LONGEST_ORDER])
    return "".join(_number(part) if part.isdecimal() else part for part in parts)


def _number(digits: str) -> str:
    bare = digits.lstrip("0") or "0"
    return f"{len(bare):03d}{bare}"


def _lookup(document: Json, descriptions: list[Description], concepts: list[str]) -> Json:
    whole = Description(tuple(concepts)) if len(descriptions) > 1 else descriptions[0]
    texts = list(dict.fromkeys(_headline(document)))
    papers = _papers_of(document)
    described = [_describe_paper(one) for one in papers]
    return {
        **{kind.replace(" ", "_"): whole.of_facet(kind) for kind in KINDS},
        "reach": _all(found.reach for found in descriptions),
        "absent": _all(found.absent for found in descriptions),
        "pairs": _all(found.pairs for found in descriptions),
        "headline": [*texts, *_transcriptions(texts)],
        "also": _also(document),
        "papers": [*described, *_transcriptions(described)],
        "identifiers": list(
            dict.fromkeys((*_identifiers(document), *(one for paper in papers for one in _numbers(paper))))
        ),
        "order": order_of(document["name"]),
        "dead_end": not (document.get("page_link") or document.get("download_link")),
        "has_file": document.get("has_file", "download_link" in document),  # what was learnt of the file comes first
        **_ages(document),
        **{field: _layers(document, field) for field in LAYERS_OF_PARTS if document.get(field)},
    }


def _layers(document: Json, field: str) -> list[str]:
    """The layers, with all that are broader, in which one part of a neuron type lies."""
    home = {"soma_region": document.get("soma_region")}
    return describe({**home, "layers": document[field]}).of_facet("layer")


def _headline(document: Json) -> Iterator[str]:
    for field in (*_HEADLINE, *(() if "soma_region" in document else _HOME)):
        yield from texts_in(document, field)
    for side in SIDES:
        yield from _headline(document[side]) if side in document else ()


def _also(document: Json) -> list[str]:
    values = [one for field in _ALSO for one in texts_in(document, field)]
    prose = [*texts_in(document, "description"), *texts_in(document, "implementers"), *texts_in(document, "archive")]
    return list(dict.fromkeys([*values, *_transcriptions(prose)]))


def _describe_paper(paper: Json) -> str:
    """One text: title, authors, year, journal as far as the source tells them."""
    parts = [paper.get("title") or "", *(paper.get("authors") or ()), str(paper.get("year") or "")]
    label = paper.get("label") or ""
    return " ".join(dict.fromkeys(one for one in (label, *parts) if one and (one not in label or one == label)))


def _papers_of(document: Json) -> list[Json]:
    papers = [*document.get("papers", ()), *(one for side in SIDES for one in document.get(side, {}).get("papers", ()))]
    known: dict[str, Json] = {}
    for one in papers:  # a side may know of a paper's address alone
        known_parts = {name: value for name, value in one.items() if value}
        name = one.get("url") or one.get("label") or ""
        known[name] = {**known_parts, **known.get(name, {})}
    return list(known.values())


def _identifiers(document: Json) -> Iterator[str]:
    """Every mark that stands for this record alone: identifiers, addresses, file names."""
    identifier = document["id"]
    tail = identifier.partition("-")[2]
    yield from (identifier, tail, document["provenance"]["source_url"])  # the last: old identifiers hold it
    pages = (document["provenance"]["source_url"], document.get("page_link"))
    yield from (bare_address(one) for one in pages if one)
    if identifier.startswith("neuromorpho-"):
        yield from (f"nmo_{tail}", f"nmo_{tail.zfill(5)}")
    if document["type"] == "morphology":
        name = document["name"]
        yield from (name, f"{name}.swc", f"{name}.CNG.swc", f"{name}.asc")
    if filename := document.get("download_filename"):
        yield from (filename, filename.rpartition(".")[0])
    yield from (one["label"] for one in document.get("model_files", ()))


def _numbers(paper: Json) -> Iterator[str]:
    url = paper.get("url") or ""
    if pmid := paper.get("pmid") or next(iter(_PMID.findall(url)), None):
        yield f"pmid:{pmid}"
    if doi := paper.get("doi") or next(iter(_DOI.findall(url)), None):
        yield f"doi:{doi.lower()}"
    if pmcid := paper.get("pmcid"):
        yield f"pmcid:{pmcid.lower()}"


def _ages(document: Json) -> Json:
    days = DAYS.get(fold(document.get("age_scale") or "").rstrip("s"))
    if days is None:
        return {}
    return {f"{name}_days": document[name] * days for name in ("min_age", "max_age") if name in document}


def _sides(document: Json, descriptions: dict[str, Description]) -> Json:
    """Each side's own words and concepts, and the regions that it reaches."""
    return {
        side: _without_empty(
            {
                "words": [*_headline(document[side]), *texts_in(document[side], "layers")],
                "concepts": list(found.concepts),
                "reach": list(found.reach),
                "absent": list(found.absent),
            }
        )
        for side, found in descriptions.items()
    }


def _transcriptions(texts: Iterable[str]) -> list[str]:
    return [other for one in texts if (other := transcribe(one)) != one]


def _all(lists: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(one for values in lists for one in values))


def _without_empty(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if not is_empty(value)}
