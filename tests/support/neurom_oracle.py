"""What NeuroM says of a file, by the names under which we measure: the independent calculation that ours is held to."""

import warnings
from pathlib import Path

import morphio
import neurom
import numpy as np
from neurom import features
from neurom.core.types import NeuriteType

TYPES = {
    None: NeuriteType.all,
    "axon": NeuriteType.axon,
    "basal_dendrite": NeuriteType.basal_dendrite,
    "apical_dendrite": NeuriteType.apical_dendrite,
    "dendrites": [NeuriteType.basal_dendrite, NeuriteType.apical_dendrite],
}
SUMS = {
    "length": "total_length",
    "max_euclidean_distance": "max_radial_distance",
    "width": "total_width",
    "height": "total_height",
    "depth": "total_depth",
    "surface": "total_area",
    "volume": "total_volume",
    "bifurcations": "number_of_bifurcations",
    "branches": "number_of_sections",
    "tips": "number_of_leaves",
}


def neurom_measures(file: Path):
    """`{compartment (None: all): {measure: value}}` of the compartments that the file holds; the soma's surface is of
    all.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        morphio.set_maximum_warnings(0)
        whole = neurom.load_morphology(file)
        mixed = neurom.load_morphology(file, process_subtrees=True)
        parts = {
            part: _of_part(whole, mixed, kind) for part, kind in TYPES.items() if part is None or _has(mixed, kind)
        }
        if whole.soma.center is not None:
            parts[None]["soma_surface"] = float(whole.soma.area)
        return parts


def _has(morphology, kind):
    return features.get("number_of_sections", morphology, neurite_type=kind) > 0


def _of_part(whole, mixed, kind):
    """Stems are neurites whose first section is of the kind; all else goes by sections."""
    measures = {ours: features.get(theirs, mixed, neurite_type=kind) for ours, theirs in SUMS.items()}
    measures["stems"] = features.get("number_of_neurites", whole, neurite_type=kind)
    measures["max_path_distance"] = max(features.get("section_path_distances", mixed, neurite_type=kind), default=0)
    measures["max_branch_order"] = max(features.get("section_branch_orders", mixed, neurite_type=kind), default=0)
    asymmetries = features.get("partition_asymmetry", mixed, neurite_type=kind)
    return measures | ({"partition_asymmetry": float(np.mean(asymmetries))} if asymmetries else {})
