"""What the providers ask of those who use a record: what to cite, and under which licence.

The citation is read from the one that every record carries in its provenance. A provider's terms name the resource, its
RRID where it has one, and DOIs. The papers behind those DOIs are described below, as these pages describe them; a DOI
that is not among them is cited by itself.

NeuroMorpho    https://neuromorpho.org/useterm.jsp
Hippocampome   https://elifesciences.org/articles/09960
ModelDB        https://modeldb.science/help
internal       https://journals.plos.org/ploscompbiol/article?id=10.1371/journal.pcbi.1006423
SPDX           https://spdx.org/licenses/ (identifiers such as CC-BY-4.0)
"""

import re

from chalicelib.citation.papers import doi_address
from chalicelib.json_types import Json

_RRID = re.compile(r"RRID:\s?(\w+)")
_DOI = re.compile(r"doi:\s?(10\.\d{4,9}/[^\s,;]+)", re.IGNORECASE)
_CREATIVE_COMMONS = re.compile(r"CC[- ](BY(?:-NC)?(?:-SA|-ND)?)[- ](\d\.\d)", re.IGNORECASE)
_CC0 = re.compile(r"CC0(?:[- ]1\.0)?", re.IGNORECASE)
_SPDX = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9.]+)*-\d[A-Za-z0-9.-]*")
_ADDRESS = re.compile(r"https?://\S+")

KNOWN: dict[str, Json] = {
    "10.1096/fba.2024-00048": {
        "title": "Accelerating the continuous community sharing of digital neuromorphology data",
        "author": [
            {"family": "Tecuatl", "given": "C."},
            {"family": "Ljungquist", "given": "B."},
            {"family": "Ascoli", "given": "G. A."},
        ],
        "container-title": "FASEB BioAdvances",
        "volume": "6",
        "issue": "7",
        "page": "207-221",
        "issued": {"date-parts": [[2024]]},
    },
    "10.7554/elife.09960": {
        "title": "Hippocampome.org: a knowledge base of neuron types in the rodent hippocampus",
        "author": [
            {"family": "Wheeler", "given": "D. W."},
            {"family": "White", "given": "C. M."},
            {"family": "Rees", "given": "C. L."},
            {"family": "Komendantov", "given": "A. O."},
            {"family": "Hamilton", "given": "D. J."},
            {"family": "Ascoli", "given": "G. A."},
        ],
        "container-title": "eLife",
        "volume": "4",
        "page": "e09960",
        "issued": {"date-parts": [[2015]]},
    },
    "10.1007/s10827-016-0623-7": {
        "title": "Twenty years of ModelDB and beyond: building essential modeling tools for the future of neuroscience",
        "author": [
            {"family": "McDougal", "given": "R. A."},
            {"family": "Morse", "given": "T. M."},
            {"family": "Carnevale", "given": "T."},
            {"family": "Marenco", "given": "L."},
            {"family": "Wang", "given": "R."},
            {"family": "Migliore", "given": "M."},
            {"family": "Miller", "given": "P. L."},
            {"family": "Shepherd", "given": "G. M."},
            {"family": "Hines", "given": "M. L."},
        ],
        "container-title": "Journal of Computational Neuroscience",
        "volume": "42",
        "issue": "1",
        "page": "1-10",
        "issued": {"date-parts": [[2017]]},
    },
    "10.1371/journal.pcbi.1006423": {
        "title": "The physiological variability of channel density in hippocampal CA1 pyramidal cells and interneurons"
        " explored using a unified data-driven modeling workflow",
        "author": [
            {"family": "Migliore", "given": "R."},
            {"family": "Lupascu", "given": "C. A."},
            {"family": "Bologna", "given": "L. L."},
            {"family": "Romani", "given": "A."},
            {"family": "Courcol", "given": "J.-D."},
            {"family": "Antonel", "given": "S."},
            {"family": "Van Geit", "given": "W. A. H."},
            {"family": "Thomson", "given": "A. M."},
            {"family": "Mercer", "given": "A."},
            {"family": "Lange", "given": "S."},
            {"family": "Falck", "given": "J."},
            {"family": "Rössert", "given": "C. A."},
            {"family": "Shi", "given": "Y."},
            {"family": "Hagens", "given": "O."},
            {"family": "Pezzoli", "given": "M."},
            {"family": "Freund", "given": "T. F."},
            {"family": "Kali", "given": "S."},
            {"family": "Muller", "given": "E. B."},
            {"family": "Schürmann", "given": "F."},
            {"family": "Markram", "given": "H."},
            {"family": "Migliore", "given": "M."},
        ],
        "container-title": "PLoS Computational Biology",
        "volume": "14",
        "page": "e1006423",
        "issued": {"date-parts": [[2018]]},
    },
}


def references_of(provenance: Json) -> list[Json]:
    """The CSL items that a provider's terms ask for: the resource itself, then each DOI that they name."""
    provider, citation = str(provenance.get("provider", "source")), str(provenance.get("citation", ""))
    rrid = _RRID.search(citation)
    resource: Json = {
        "id": f"source-{provider}",
        "type": "dataset",
        "title": _resource_of(citation) or provider,
        **({"URL": f"https://identifiers.org/rrid/RRID:{rrid[1]}"} if rrid else {}),
        "note": f"Asked for by the source: {citation}. Licence: {provenance.get('licence', 'not stated')}.",
    }
    return [resource, *(_of_doi(doi) for doi in dict.fromkeys(_DOI.findall(citation)))]


def licence_address(record: Json, terms_page: str = "") -> str:
    """Where the licence of a record can be read; "" where neither a licence nor a page of terms is known."""
    facts, origin = record.get("facts") or {}, record.get("provenance") or {}
    stated = (facts.get("licence"), facts.get("license"), origin.get("licence"))
    known = (_address_of(one) for one in stated if isinstance(one, str))
    page = str(record.get("page_link") or "")
    on_page = page if "record's page" in str(origin.get("licence")) else ""
    return next(filter(None, known), "") or on_page or terms_page or page


def _resource_of(citation: str) -> str:
    """The name that a citation begins with, its RRID included."""
    return re.split(r"[,;]", citation, maxsplit=1)[0].strip()


def _of_doi(doi: str) -> Json:
    known = KNOWN.get(doi.lower(), {"title": f"DOI {doi}"})
    return {"id": f"doi-{doi.lower()}", "type": "article-journal", **known, "DOI": doi, "URL": doi_address(doi)}


def _address_of(licence: str) -> str:
    text = licence.strip()
    if _ADDRESS.fullmatch(text):
        return text
    if creative := _CREATIVE_COMMONS.fullmatch(text):
        return f"https://creativecommons.org/licenses/{creative[1].lower()}/{creative[2]}/"
    if _CC0.fullmatch(text):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return f"https://spdx.org/licenses/{text}.html" if _SPDX.fullmatch(text) else ""
