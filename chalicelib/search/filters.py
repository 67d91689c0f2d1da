"""What can be filtered, per index and type: the one table behind the filter tree, the facets and the check of input.

Keys, labels and orders of the first filters of a type are the frontend's contract and all that its tree shows; the
others are shown with `?extended=true`. Values are compared without case and accents.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chalicelib.errors import UnknownName
from chalicelib.morphology import names
from chalicelib.request_params import suggest_near

SIDES = ("presynaptic", "postsynaptic")
LAYERS_OF_PARTS = ("soma_layers", "axon_layers", "dendrite_layers")  # of a neuron type
CONCEPT_FACETS = {  # name of the facet: kind of concept, engine field
    "concepts.region": ("region", "lookup.region"),
    "concepts.layer": ("layer", "lookup.layer"),
    "concepts.species": ("species", "lookup.species"),
    "concepts.cell_type": ("cell type", "lookup.cell_type"),
}


@dataclass(frozen=True)
class Filter:
    """One filter: `key` is the name it is asked by ("presynaptic.layers"), `depends_on` the key whose values narrow it.

    `field` is the engine's where it is another one; `facets` are the kinds of concept that its values may name.
    """

    key: str
    label: str
    order: int
    depends_on: str | None = None
    is_extended: bool = False
    field: str = ""
    facets: tuple[str, ...] = ()

    @property
    def side(self) -> str | None:
        return self.key.split(".")[0] if "." in self.key else None

    @property
    def path(self) -> str:
        return self.field or self.key

    @property
    def is_flag(self) -> bool:
        """True or false, and no text."""
        return self.key == "has_file"


@dataclass(frozen=True)
class Range:
    """A number that can be asked between two ends; `unit` is "" for counts and ratios; a measure is one of very
    many.
    """

    key: str
    label: str
    unit: str
    field: str = ""
    is_measure: bool = False

    @property
    def path(self) -> str:
        return self.field or self.key


_KINDS = {  # the facets of concepts that a filter's values may name
    "species": ("species",),
    "secondary_region": ("region",),
    "soma_region": ("region",),
    "regions": ("region",),
    "subregions": ("region", "layer", "position"),
    "layers": ("layer",),
    **dict.fromkeys(LAYERS_OF_PARTS, ("layer",)),
    "cell_type": ("cell type", "marker"),
    "cell_types": ("cell type", "marker"),
    "strain": ("strain",),
    "stain": ("stain",),
    "gender": ("sex",),
    "age_classification": ("stage",),
    "protocol": ("preparation",),
    "etype": ("e-type",),
    "markers": ("marker",),
    "negative_markers": ("marker",),
    "synaptic_effect": ("synaptic effect",),
    "channels": ("channel",),
    "receptors": ("receptor",),
    "transmitters": ("transmitter",),
    "genes": ("marker",),
    "model_concepts": ("topic",),
    "model_types": ("model type",),
}


def _filter(key: str, order: int, label: str = "", *, within: str | None = None, field: str = "") -> Filter:
    name = key.rpartition(".")[2]
    return Filter(key, label or name.replace("_", " "), order, within, False, field, _KINDS.get(name, ()))


def _extended_filters(keys: str, first: int) -> tuple[Filter, ...]:
    return tuple(
        Filter(
            key,
            key.rpartition(".")[2].replace("_", " "),
            order,
            is_extended=True,
            field="lookup.has_file" if key == "has_file" else "",
            facets=_KINDS.get(key.rpartition(".")[2], ()),
        )
        for order, key in enumerate(keys.split(), first)
    )


_MORPHOLOGY = (
    _filter("species", 1),
    _filter("secondary_region", 2, "region"),
    _filter("cell_type", 3, "cell type", field="cell_types"),
    *_extended_filters(
        "archive physical_integrity physical_integrities structural_domains morphologies strain stain gender"
        " age_classification experiment_condition protocol original_format reconstruction_software subregions layers"
        " mtype quality_flags has_file",
        4,
    ),
)
_ELECTROPHYSIOLOGY = (
    _filter("secondary_region", 1, "region"),
    _filter("layers", 2, within="secondary_region"),
    *_extended_filters(
        "soma_region soma_layers axon_layers dendrite_layers cell_type etype mtype species markers negative_markers"
        " synaptic_effect supertype has_file",
        3,
    ),
)
_CONNECTION = tuple(
    made
    for side in SIDES
    for made in (
        _filter(f"{side}.secondary_region", 1, "region"),
        _filter(f"{side}.layers", 2, within=f"{side}.secondary_region"),
        *_extended_filters(
            " ".join(
                f"{side}.{name}"
                for name in "soma_region cell_type name markers negative_markers synaptic_effect supertype".split()
            ),
            3,
        ),
    )
)
_MODEL = (
    _filter("cell_types", 1),
    _filter("channels", 1),
    _filter("receptors", 2),
    _filter("model_concepts", 3),
    _filter("implementers", 4),
    *_extended_filters("regions transmitters genes model_types modeling_application has_file", 5),
)
TYPES: Mapping[str, Mapping[str, tuple[Filter, ...]]] = {
    "dataset": {"morphology": _MORPHOLOGY, "electrophysiology": _ELECTROPHYSIOLOGY, "connection": _CONNECTION},
    "model": {"single": _MODEL},
}


def _measures(field: str, measures: Mapping[str, names.Measure], of: str) -> Iterator[Range]:
    for name, measure in measures.items():
        part = name.rpartition(".")[0].replace("_", " ")
        yield Range(f"{field}.{name}", f"{part} {measure.words[0]} {of}".strip(), measure.unit, is_measure=True)


RANGES: Mapping[str, tuple[Range, ...]] = {
    "morphology": (
        Range("min_age_days", "youngest age", "days", "lookup.min_age_days"),
        Range("max_age_days", "oldest age", "days", "lookup.max_age_days"),
        Range("min_age", "youngest age", "the record's `age_scale`"),
        Range("max_age", "oldest age", "the record's `age_scale`"),
        Range("min_weight", "lightest animal", "g"),
        Range("max_weight", "heaviest animal", "g"),
        Range("slicing_thickness", "thickness of slices", "µm"),
        Range("soma_surface", "soma surface", "µm²"),
        Range("surface", "surface", "µm²"),
        Range("volume", "volume", "µm³"),
        *_measures("morphometry", names.fields(), "as the hub measures it"),
        *_measures("source_morphometry", names.source_fields(), "as its source publishes it"),
    ),
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
        return tuple({made.key: made for filters in types.values() for made in filters[::-1]}.values())
    if data_type not in types:
        raise UnknownName(
            f"{index} has no type {data_type[:80]!r}.{suggest_near(data_type, types)}",
            field="data_type",
            allowed=list(types),
        )
    return types[data_type]


def ranges_of(index: str, data_type: str | None) -> tuple[Range, ...]:
    """The numbers that can be asked by range, of a type or of all types of the index."""
    names = [data_type] if data_type else list(types_of(index))
    return tuple(one for name in names for one in RANGES.get(name, ()))


def facet_names(index: str, data_type: str | None) -> list[str]:
    """All facets that an answer can hold: filters, concepts by kind, numbers."""
    return [*usual_facets(index, data_type), *(one.key for one in ranges_of(index, data_type) if one.is_measure)]


def usual_facets(index: str, data_type: str | None) -> list[str]:
    """The facets that `all` means: measures are too many to be counted unnamed."""
    filters, ranges = filters_of(index, data_type), ranges_of(index, data_type)
    return [*(one.key for one in filters), *CONCEPT_FACETS, *(one.key for one in ranges if not one.is_measure)]
