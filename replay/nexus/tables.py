"""Our own table of facts about internal records as the answers that Nexus and the curated lists would give.

records.csv     a record a row: type, name, region, layer, kind (m-type or e-type), species, nexus_id, listed (in the
                older list), download, image, page, shape (whether Nexus gives its annotation and distribution as
                `object` or `list`)
"""

from collections import defaultdict
from pathlib import Path
from typing import Any

from replay.reading import rows

Json = dict[str, Any]
Row = dict[str, str]
PROJECT = "https://bbp.epfl.ch/nexus/v1/projects/public/hippocampus-hub"


def resources(folder: Path) -> list[Json]:
    """A Nexus resource a row."""
    return [_morphology(row) if row["type"] == "morphology" else _trace(row) for row in _rows(folder)]


def lists(folder: Path) -> dict[str, Any]:
    """The curated lists and download maps, those that hold nothing left out."""
    records = _rows(folder)
    morphologies = [row for row in records if row["type"] == "morphology"]
    traces = [row for row in records if row["type"] == "electrophysiology"]
    by_kind: dict[str, list[str]] = defaultdict(list)
    for row in traces:
        by_kind[row["kind"]].append(row["name"])
    named = {
        "internal_morphology": [_listed_morphology(row) for row in morphologies if row["listed"]],
        "internal_electrophysiology": [_listed_trace(row) for row in traces if row["listed"]],
        "exp-morphology-list": [
            {"name": row["name"], "id": row["nexus_id"], "region": row["layer"], "mtype": row["kind"]}
            for row in morphologies
            if row["nexus_id"]
        ],
        "traces_by_etype": dict(by_kind),
        "morph_download_map": {row["name"]: _links(row) for row in morphologies if row["download"]},
        "etraces_download_map": {row["name"]: _links(row) for row in traces if row["download"]},
    }
    return {name: content for name, content in named.items() if content}


def _morphology(row: Row) -> Json:
    files = [_file(row, "application/asc")] if row["download"] else []
    place = f"{row['region']}_{row['layer']}"
    return _resource(row, ["Entity", "Dataset", "NeuronMorphology", "ReconstructedCell"], "MType", place, files)


def _trace(row: Row) -> Json:
    files = [{"@type": "DataDownload", "encodingFormat": "application/nwb", "name": f"{row['name']}.nwb"}]
    files += [_file(row, "application/abf")] if row["download"] else []
    return _resource(row, ["Entity", "Dataset", "Trace"], "EType", row["region"], files)


def _resource(row: Row, types: list[str], kind: str, place: str, files: list[Json]) -> Json:
    annotation = {
        "@type": [f"{kind}Annotation", "Annotation"],
        "hasBody": {"@type": [kind, "AnnotationBody"], "label": row["kind"]},
        "name": f"{kind[0]}-type Annotation",
    }
    held: Json = {"distribution": files[0] if row["shape"] == "object" and len(files) == 1 else files} if files else {}
    return {
        "@id": row["nexus_id"] or f"urn:replay:{row['type']}:{row['name']}",
        "@type": types,
        "name": row["name"],
        "annotation": annotation if row["shape"] == "object" else [annotation],
        "brainLocation": {"@type": "BrainLocation", "brainRegion": {"label": place}},
        "_deprecated": False,
        "_project": PROJECT,
        **held,
    }


def _file(row: Row, media_type: str) -> Json:
    name = row["download"].rpartition("/")[2]
    return {"@type": "DataDownload", "contentUrl": row["download"], "encodingFormat": media_type, "name": name}


def _listed_morphology(row: Row) -> Json:
    return {
        "neuron_id": row["name"],
        "neuron_name": row["name"],
        "secondary_region": f"{row['region']}-{row['layer']}",
        "cell_type": row["kind"],
        "species": [row["species"]],
        "region": "hippocampus",
    }


def _listed_trace(row: Row) -> Json:
    names = {"neuron_id": row["name"], "neuron_name": row["name"]}
    return {**names, "secondary_region": row["region"], "cell_type": row["kind"]}


def _links(row: Row) -> Json:
    return {"download_url": row["download"], "image_url": row["image"], "page_url": row["page"], "source": "EBRAINS"}


def _rows(folder: Path) -> list[Row]:
    return list(rows(folder / "records.csv"))
