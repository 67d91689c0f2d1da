"""Our own table of neurons as the records that NeuroMorpho's API would give."""

from pathlib import Path
from typing import Any

from replay.reading import rows

Json = dict[str, Any]
NOTE = "Synthetic stand-in file: the facts are of the neuron named, the morphology was grown by a generator."
LISTS = ("brain_region", "cell_type", "experiment_condition", "reference_pmid", "reference_doi")
FIELDS = (
    "neuron_id neuron_name archive note age_scale gender age_classification brain_region cell_type species strain"
    " scientific_name stain experiment_condition protocol slicing_direction reconstruction_software objective_type"
    " original_format domain attributes magnification upload_date deposition_date shrinkage_reported"
    " shrinkage_corrected reported_value reported_xy reported_z corrected_value corrected_xy corrected_z soma_surface"
    " surface volume slicing_thickness min_age max_age min_weight max_weight png_url reference_pmid reference_doi"
    " physical_Integrity"
).split()


def neurons_of(table: Path) -> list[Json]:
    """The records of a table, none when there is no table; an empty cell is null, lists are cut at `|`."""
    return [_record(row) for row in rows(table)]


def _record(row: dict[str, str]) -> Json:
    record: Json = {field: _value(field, row.get(field, "")) for field in FIELDS}
    number = int(row["neuron_id"])
    links = {"self": f"neuron/id/{number}", "measurements": f"morphometry/id/{number}"}
    return {
        **record,
        "neuron_id": number,
        "note": NOTE,
        "shrinkage_corrected": record["shrinkage_corrected"] or "",
        "_links": {name: {"href": f"http://neuromorpho.org/api/{path}"} for name, path in links.items()},
    }


def _value(field: str, text: str) -> str | list[str] | None:
    if field in LISTS:
        return [part for part in text.split("|") if part] or None
    return text or None
