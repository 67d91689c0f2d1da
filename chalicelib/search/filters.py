"""What can be filtered, per index and type: the one table behind the filter tree, the facets and the check of input.

Keys, labels and orders of the first filters of a type are the frontend's contract; those after them are our own.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from chalicelib.errors import UnknownName
from chalicelib.request_params import suggest_near

SIDES = ("presynaptic", "postsynaptic")


@dataclass(frozen=True)
class Filter:
    """One filter: `key` is the field's path ("presynaptic.layers"), `depends_on` the path whose values narrow it."""

    key: str
    label: str
    order: int
    depends_on: str | None = None

    @property
    def side(self) -> str | None:
        return self.key.split(".")[0] if "." in self.key else None


_MORPHOLOGY = (
    Filter("species", "species", 1),
    Filter("secondary_region", "region", 2),
    Filter("cell_type", "cell type", 3),
    Filter("archive", "archive", 4),
    Filter("physical_integrities", "physical integrity", 5),
    Filter("structural_domains", "structural domains", 6),
    Filter("morphologies", "morphological attributes", 7),
)
_ELECTROPHYSIOLOGY = (Filter("secondary_region", "region", 1), Filter("layers", "layers", 2, "secondary_region"))
_CONNECTION = tuple(
    made
    for side in SIDES
    for made in (
        Filter(f"{side}.secondary_region", "region", 1),
        Filter(f"{side}.layers", "layers", 2, f"{side}.secondary_region"),
    )
)
_MODEL = (
    Filter("cell_types", "cell types", 1),
    Filter("channels", "channels", 1),
    Filter("receptors", "receptors", 2),
    Filter("model_concepts", "model concepts", 3),
    Filter("implementers", "implementers", 4),
)
TYPES: Mapping[str, Mapping[str, tuple[Filter, ...]]] = {
    "dataset": {"morphology": _MORPHOLOGY, "electrophysiology": _ELECTROPHYSIOLOGY, "connection": _CONNECTION},
    "model": {"single": _MODEL},
}


def types_of(index: str) -> Mapping[str, tuple[Filter, ...]]:
    """The types of `index` with their filters; raises UnknownName (404) naming the indices."""
    if index not in TYPES:
        raise UnknownName(f"There is no index {index[:80]!r}.{suggest_near(index, TYPES)}", allowed=list(TYPES))
    return TYPES[index]


def filters_of(index: str, data_type: str | None) -> tuple[Filter, ...]:
    """The filters of a type, or of all types of the index, each once; raises UnknownName naming the types."""
    types = types_of(index)
    if data_type is None:
        return tuple({made.key: made for filters in types.values() for made in filters}.values())
    if data_type not in types:
        raise UnknownName(
            f"{index} has no type {data_type[:80]!r}.{suggest_near(data_type, types)}",
            field="data_type",
            allowed=list(types),
        )
    return types[data_type]
