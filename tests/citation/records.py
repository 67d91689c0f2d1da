"""Records as they are indexed, as far as citations, tables and pages read them."""

from typing import Any

from chalicelib.json_types import Json

PAIRED: Json = {
    "label": "A model of Müller & Søn's 50 % of {CA1}_x cells.",
    "title": "A model of Müller & Søn's 50 % of {CA1}_x cells.",
    "authors": ["Müller A", "O'Neill, Róisín", "Hippocampus Consortium 2"],
    "year": 1999,
    "doi": "10.1016/S0306-4522(02)00305-6",
    "pmid": "12204204",
    "url": "https://doi.org/10.1016/S0306-4522%2802%2900305-6",
}


def record(number: int | str = 1, **more: Any) -> Json:
    """A morphology of NeuroMorpho without a paper, or with what is given."""
    name = f"n{number}.CNG.swc"
    return {
        "id": f"neuromorpho-{number}",
        "source_id": f"neuromorpho-{number}",
        "type": "morphology",
        "name": f"n{number}",
        "source": "Neuromorpho",
        "page_link": f"https://neuromorpho.org/neuron_info.jsp?neuron_name=n{number}",
        "region": "hippocampus",
        "secondary_region": ["CA1"],
        "species": "rat",
        "archive": "Turner",
        "soma_surface": 672.16,
        "papers": [],
        "file": {"urls": [f"https://neuromorpho.org/dableFiles/turner/{name}"], "name": name, "kind": "morphology"},
        "download_link": f"/files/neuromorpho-{number}/{name}",
        "download_filename": name,
        "provenance": {
            "provider": "neuromorpho",
            "source_url": f"https://neuromorpho.org/api/neuron/id/{number}",
            "harvested_at": "2026-11-24T12:00:00Z",
            "run": "20261124T120000Z",
            "licence": "CC-BY-4.0",
            "citation": "NeuroMorpho.Org (RRID:SCR_002145), doi:10.1096/fba.2024-00048, and the neuron's own paper",
            "fingerprint": "fc740e9c",
        },
        **more,
    }
