"""Records as schema.org data sets (JSON-LD), as search engines and data catalogues read them.

Vocabulary  https://schema.org/Dataset, https://developers.google.com/search/docs/appearance/structured-data/dataset
Concepts    https://obofoundry.org/id-policy: UBERON:0003881 is http://purl.obolibrary.org/obo/UBERON_0003881; others by
            the resolver that knows their prefix (https://identifiers.org, http://uri.interlex.org), or without one
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from chalicelib.citation.csl import KINDS
from chalicelib.citation.papers import Paper, papers_of
from chalicelib.citation.references import licence_address
from chalicelib.export.columns import UNITS
from chalicelib.json_types import Json
from chalicelib.vocabulary.vocabulary import vocabulary

CONTEXT = "https://schema.org/"
_OBO = ("UBERON", "CL", "NCBITaxon", "PATO", "GO", "CHEBI", "PR", "PCL")
_RESOLVED = ("EFO", "FPLX", "HGNC")  # by identifiers.org
_MEASURED = ("soma_surface", "surface", "volume", "slicing_thickness")
_FORMATS = {
    ".swc": "text/plain",
    ".asc": "text/plain",
    ".zip": "application/zip",
    ".nwb": "application/x-hdf5",
    ".abf": "application/octet-stream",
}


def data_set(record: Json, base: str, terms_pages: Mapping[str, str] = {}) -> Json:
    """A record (links absolute) as a schema.org Dataset; `terms_pages` has each provider's page of terms."""
    origin, address = record["provenance"], f"{base}/records/{record['id']}"
    described: Json = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": address,
        "url": address,
        "identifier": record["id"],
        "name": record["name"],
        "description": _description(record),
        "license": licence_address(record, terms_pages.get(origin["provider"], "")),
        "creator": _creators(record),
        "publisher": {"@type": "Organization", "name": record["source"]},
        "creditText": origin["citation"],
        "citation": [_article(paper) for paper in papers_of(record)],
        "isBasedOn": [one for one in (record.get("page_link"), origin["source_url"]) if one],
        "about": [_defined_term(one) for one in _narrowest(record.get("concepts") or ())],
        "keywords": _keywords(record),
        "variableMeasured": list(_measures(record)),
        "distribution": _distribution(record),
        "image": record.get("icon"),
        "dateModified": origin["harvested_at"],
        "version": record.get("version"),
        "isAccessibleForFree": True,
        "includedInDataCatalog": {"@type": "DataCatalog", "@id": f"{base}/", "name": "Hippocampus Hub"},
    }
    return {name: value for name, value in described.items() if value not in (None, "", [])}


def data_catalog(base: str, counts: Mapping[str, int]) -> Json:
    """The hub itself as a schema.org DataCatalog; `counts` are the records per source."""
    return {
        "@context": CONTEXT,
        "@type": "DataCatalog",
        "@id": f"{base}/",
        "url": f"{base}/",
        "name": "Hippocampus Hub",
        "description": "Morphologies, electrophysiology, connections and models of the hippocampus from several"
        " sources.",
        "keywords": ["hippocampus", "neuroscience", "neuron morphology", "electrophysiology", "computational models"],
        "isAccessibleForFree": True,
        "about": {"@type": "DefinedTerm", "@id": _address_of("UBERON:0001954"), "name": "Ammon's horn"},
        "dataset": [
            {
                "@type": "Dataset",
                "name": f"Records of {source}",
                "description": f"{count} records harvested from {source}.",
            }
            for source, count in counts.items()
        ],
    }


def _description(record: Json) -> str:
    """Fifty characters at least, as search engines want it, of what the record tells."""
    text = " ".join(re.sub(r"<[^>]*>", " ", record.get("description") or "").split())
    facts = [record.get(name) for name in ("species", "region", "cell_type", "etype")]
    places = [*record.get("secondary_region", ()), *record.get("layers", ())]
    known = ", ".join(one for one in [*facts, *places] if one)
    what = f"{KINDS.get(record['type'], record['type'])} {record['name']} of {record['source']}"
    return " ".join(filter(None, [text, f"{what}: {known}." if known else f"{what}."]))


def _creators(record: Json) -> list[Json]:
    people = [{"@type": "Person", "name": name} for name in record.get("implementers", ())]
    return people or [{"@type": "Organization", "name": record.get("archive") or record["source"]}]


def _article(paper: Paper) -> Json:
    article: Json = {
        "@type": "ScholarlyArticle",
        "@id": paper.address,
        "name": paper.title or paper.label,
        "author": [{"@type": "Person", "name": one} for one in paper.authors],
        "datePublished": str(paper.year or ""),
        "identifier": [
            text for text in (f"doi:{paper.doi}" * bool(paper.doi), f"pmid:{paper.pmid}" * bool(paper.pmid)) if text
        ],
    }
    return {name: value for name, value in article.items() if value}


def _narrowest(concepts: Sequence[str]) -> list[str]:
    """The concepts without those that are broader than another of the same kind: CA1 is told, its hippocampal formation
    is not.
    """
    known = vocabulary()
    implied = {above for one in concepts if one in known for above in known.broader(one)}
    return [one for one in concepts if ":" in one and one not in implied]


@cache
def _defined_term(identifier: str) -> Json:
    named = {"name": vocabulary().label(identifier)} if identifier in vocabulary() else {}
    address = _address_of(identifier)
    return {"@type": "DefinedTerm", **({"@id": address} if address else {}), "termCode": identifier, **named}


def _address_of(identifier: str) -> str:
    """Where a concept is defined; "" where nothing resolves its prefix."""
    prefix, _, local = identifier.partition(":")
    if prefix in _OBO:
        return f"http://purl.obolibrary.org/obo/{prefix}_{local}"
    if prefix == "ILX":
        return f"http://uri.interlex.org/base/ilx_{local}"
    return f"https://identifiers.org/{identifier}" if prefix in _RESOLVED else ""


def _keywords(record: Json) -> list[str]:
    sides = [record.get(side) or {} for side in ("presynaptic", "postsynaptic")]
    texts = [
        record.get(name) for one in (record, *sides) for name in ("species", "region", "cell_type", "etype", "mtype")
    ]
    lists = [
        record.get(name, ()) for name in ("secondary_region", "layers", "cell_types", "channels", "model_concepts")
    ]
    return list(dict.fromkeys([*filter(None, texts), *(one for values in lists for one in values)]))


def _measures(record: Json) -> Iterator[Json]:
    flat = {name: record.get(name) for name in _MEASURED}
    flat |= {f"morphometry.{name}": value for name, value in (record.get("morphometry") or {}).items()}
    for name, value in flat.items():
        if isinstance(value, int | float):
            unit = {"unitText": UNITS[name]} if UNITS.get(name) else {}
            yield {"@type": "PropertyValue", "name": name, "value": value, **unit}


def _distribution(record: Json) -> list[Json]:
    """Where the file is; nothing where its source is known not to have it."""
    if not record.get("download_link") or record.get("has_file") is False:
        return []
    name = record.get("download_filename", "")
    kind = _FORMATS.get(name[name.rfind(".") :].lower(), "application/octet-stream")
    return [{"@type": "DataDownload", "contentUrl": record["download_link"], "name": name, "encodingFormat": kind}]
