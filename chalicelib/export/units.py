"""The units of numeric fields, by their dotted names; numbers that are not here have none."""

from chalicelib.json_types import Json
from chalicelib.morphology import names

SHRINKAGE = ("reported_value", "reported_xy", "reported_z", "corrected_value", "corrected_xy", "corrected_z")
UNITS: dict[str, str] = {
    "soma_surface": "µm²",
    "surface": "µm²",
    "volume": "µm³",
    "slicing_thickness": "µm",
    "min_weight": "g",
    "max_weight": "g",
    "min_age_days": "days",
    "max_age_days": "days",
    **{f"shrinkage.{name}": "%" for name in SHRINKAGE},
    **{f"morphometry.{name}": measure.unit for name, measure in names.fields().items()},
    **{f"source_morphometry.{name}": measure.unit for name, measure in names.source_fields().items()},
}
MEMBERS: dict[str, tuple[str, ...]] = {"shrinkage": SHRINKAGE}  # of objects that hold numbers by name


def number_fields(field: str) -> Json | None:
    """The schema of an object whose numbers are known by name; None for any other field."""
    known = MEMBERS.get(field)
    return {name: {"type": "number"} for name in known} if known else None
