"""What is measured: names, units and compartments of the fields `morphometry.*` and `source_morphometry.*`.

A table without imports of weight: search, mappings and documentation read it, and no part of it needs NumPy.
The definitions are NeuroM's (https://neurom.readthedocs.io); docs/morphology.md says each in one sentence.
NeuroMorpho's own measures are L-Measure's (http://cng.gmu.edu:8080/Lm/help/index.htm), whose definitions differ.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure; `unit` is "µm", "µm²", "µm³", "°" or "" for counts and ratios.

    `words` are the nouns that a person may use for it, the first one the label to show.
    """

    name: str
    unit: str
    is_count: bool
    words: tuple[str, ...]
    per_compartment: bool = True


def _length(name: str, *words: str) -> Measure:
    return Measure(name, "µm", False, words)


def _count(name: str, *words: str) -> Measure:
    return Measure(name, "", True, words)


MEASURES: Final[dict[str, Measure]] = {
    measure.name: measure
    for measure in (
        _length("length", "length", "total length", "cable length"),
        _length("max_euclidean_distance", "largest straight distance", "euclidean distance", "reach", "radius"),
        _length("max_path_distance", "longest path", "path distance", "path length"),
        _length("width", "width"),  # along x
        _length("height", "height"),  # along y
        _length("depth", "depth"),  # along z
        _length("mean_diameter", "mean diameter", "diameter", "thickness"),
        Measure("surface", "µm²", False, ("surface", "surface area", "membrane area")),
        Measure("soma_surface", "µm²", False, ("soma surface", "soma area"), per_compartment=False),
        Measure("volume", "µm³", False, ("volume",)),
        _count("stems", "stems", "primary branches", "neurites"),
        _count("bifurcations", "bifurcations", "branch points", "branching points", "forks"),
        _count("branches", "branches", "sections"),
        _count("tips", "tips", "endings", "terminals", "leaves"),
        _count("max_branch_order", "branch order", "largest branch order", "order"),
        Measure("partition_asymmetry", "", False, ("partition asymmetry", "asymmetry")),
    )
}

COMPARTMENTS: Final[dict[str, tuple[str, ...]]] = {  # name of the field: what a person calls it
    "axon": ("axon", "axons", "axonal"),
    "basal_dendrite": ("basal dendrite", "basal dendrites", "basal"),
    "apical_dendrite": ("apical dendrite", "apical dendrites", "apical"),
    "dendrites": ("dendrites", "dendrite", "dendritic"),
}

SOURCE_ONLY: Final[dict[str, Measure]] = {  # measures that only the source publishes
    measure.name: measure
    for measure in (
        Measure("contraction", "", False, ("contraction",), per_compartment=False),
        Measure("fragmentation", "", True, ("fragmentation",), per_compartment=False),
        Measure("pk_classic", "", False, ("Rall's ratio", "pk classic"), per_compartment=False),
        Measure("bif_ampl_local", "°", False, ("local bifurcation angle",), per_compartment=False),
        Measure("bif_ampl_remote", "°", False, ("remote bifurcation angle",), per_compartment=False),
        Measure("fractal_dimension", "", False, ("fractal dimension",), per_compartment=False),
    )
}

SOURCE_NAMES: Final[dict[str, str]] = {  # NeuroMorpho's key: ours, the same where the hub has the measure too
    "length": "length",
    "eucDistance": "max_euclidean_distance",
    "pathDistance": "max_path_distance",
    "width": "width",
    "height": "height",
    "depth": "depth",
    "diameter": "mean_diameter",
    "surface": "surface",
    "soma_Surface": "soma_surface",
    "volume": "volume",
    "n_stems": "stems",
    "n_bifs": "bifurcations",
    "n_branch": "branches",
    "branch_Order": "max_branch_order",
    "partition_asymmetry": "partition_asymmetry",
    "contraction": "contraction",
    "fragmentation": "fragmentation",
    "pk_classic": "pk_classic",
    "bif_ampl_local": "bif_ampl_local",
    "bif_ampl_remote": "bif_ampl_remote",
    "fractal_Dim": "fractal_dimension",
}

FLAGS: Final[dict[str, str]] = {  # values of `quality_flags`: what each says of a file
    "no_soma": "no point is of the soma's type",
    "several_roots": "a second root (parent -1) that is no soma",
    "disconnected": "a parent that is not in the file",
    "cycle": "points that are their own ancestors",
    "repeated_ids": "an id that stands on more than one line",
    "zero_radius": "a radius of 0",
    "negative_radius": "a radius below 0",
    "non_finite": "a coordinate or radius that is no finite number",
    "duplicate_points": "a point at the place of the one before it",
    "long_jump": "a link far longer than the file's others",
    "flat": "a coordinate that never changes",
    "unknown_types": "a type outside 0 to 7",
    "unordered_ids": "a parent after its child, or ids that fall",
    "several_somata": "a second root of the soma's type",
    "type_changes": "a type that changes without a fork",
    "malformed_lines": "a line that is no point, passed over",
    "axon_missing": "the record promises an axon, the file holds none",
    "dendrites_missing": "the record promises dendrites, the file holds none",
    "unreadable": "nothing could be measured; `quality.unreadable.reason` says why",
}


def fields() -> dict[str, Measure]:
    """Every numeric field of our own by its dotted name below `morphometry.`: "length", "axon.length" ..."""
    parts = {
        f"{part}.{name}": measure
        for part in COMPARTMENTS
        for name, measure in MEASURES.items()
        if measure.per_compartment
    }
    return {**MEASURES, **parts}


def source_fields() -> dict[str, Measure]:
    """Every numeric field below `source_morphometry.`."""
    return {ours: {**MEASURES, **SOURCE_ONLY}[ours] for ours in SOURCE_NAMES.values()}
