"""What the front page shows: how many records of each source and type there are, how fresh they are, and ways in."""

from collections.abc import Mapping, Sequence

import orjson

from chalicelib.citation.csl import KINDS
from chalicelib.export.linked_data import data_catalog
from chalicelib.pages.html import embed_json, render

_PROVIDERS = {
    "Neuromorpho": "neuromorpho",
    "Hippocampome": "hippocampome",
    "ModelDB": "model_db",
    "INTERNAL": "internal",
}


def front_page(
    base: str,
    counts: Mapping[str, Mapping[str, int]],
    read_at: Mapping[str, str],
    licences: Mapping[str, tuple[str, str]],
    examples: Sequence[tuple[str, str]],
) -> str:
    """The HTML; `counts` are records per source and type, `read_at` when each provider was read, `licences` what its
    terms state and where they are read, `examples` names and links.
    """
    totals = {source: sum(types.values()) for source, types in counts.items()}
    named = {source: _PROVIDERS.get(source, source.lower()) for source in counts}
    rows = [
        {
            "source": source,
            "type": KINDS.get(kind, kind),
            "count": count,
            "fresh": read_at.get(named[source], "")[:16].replace("T", " "),
        }
        for source, types in counts.items()
        for kind, count in types.items()
    ]
    return render(
        "front",
        base=base,
        rows=rows,
        licences=[(source, *licences[name]) for source, name in named.items() if name in licences],
        total=sum(totals.values()),
        examples=examples,
        linked_data=embed_json(orjson.dumps(data_catalog(base, totals)).decode()),
    )
