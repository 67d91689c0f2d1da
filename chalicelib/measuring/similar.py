"""Cells like this one: the nearest by standardised measures among the records of the same cell type.

Every measure of the whole neuron counts alike: its difference is divided by its standard deviation among these records.
The distance is the root of the mean square over the measures that both records have, so that records with fewer are
comparable.
"""

import math
from collections.abc import Iterable
from typing import Final

from chalicelib.json_types import Json
from chalicelib.morphology.names import MEASURES

SHOWN: Final = ("id", "name", "source", "species", "region", "secondary_region", "cell_type", "icon", "morphometry")
READ: Final = (*SHOWN[:-1], *(f"morphometry.{name}" for name in MEASURES))  # fields of each record of the group
LEAST: Final = 3  # measures that two records must share


def group_query(document: Json) -> Json:
    """The measured records that the document is compared with: of its cell type, or all where it names none."""
    measured = [{"term": {"type": "morphology"}}, {"exists": {"field": "morphometry.length"}}]
    kind = document.get("cell_type")
    return {"bool": {"filter": [*measured, *([{"term": {"cell_type": kind}}] if kind else [])]}}


def nearest(document: Json, group: Iterable[Json], count: int) -> list[Json]:
    """The `count` nearest records of the group, the document itself not among them, each with its `distance`."""
    others = [one for one in group if one["id"] != document["id"]]
    spreads = _spreads([document, *others])
    mine = document["morphometry"]
    found = [
        {**{name: one[name] for name in SHOWN if name in one}, "distance": round(distance, 6)}
        for one in others
        if (distance := _distance(mine, one["morphometry"], spreads)) is not None
    ]
    return sorted(found, key=lambda one: (one["distance"], one["id"]))[:count]


def _spreads(records: list[Json]) -> dict[str, float]:
    """Each measure's standard deviation; what is the same in all records tells nothing and is left out."""
    spreads = {}
    for name in MEASURES:
        values = [one["morphometry"][name] for one in records if name in one["morphometry"]]
        if len(values) > 1:
            mean = sum(values) / len(values)
            spread = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
            if spread > 1e-12 * max(1.0, abs(mean)):
                spreads[name] = spread
    return spreads


def _distance(mine: Json, other: Json, spreads: dict[str, float]) -> float | None:
    differences = [
        (mine[name] - other[name]) / spread for name, spread in spreads.items() if name in mine and name in other
    ]
    if len(differences) < min(LEAST, len(spreads)):
        return None
    return math.sqrt(sum(one**2 for one in differences) / len(differences)) if differences else 0.0
