"""Measures of a reconstruction, by NeuroM's definitions (https://neurom.readthedocs.io, neurom/features/).

Units are µm, µm² and µm³ (`names.py`). Links between soma and neurite count in none. A compartment holds the branches
of its types, as NeuroM does with `process_subtrees`: an axon that leaves a dendrite is measured as axon; its path and
its order still count from the neurite's first branch, and it is no stem. What cannot be told (no fork, no finite
radius) is left out.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from chalicelib.json_types import Json
from chalicelib.morphology.links import ROOT, Mask
from chalicelib.morphology.soma import frustum_surfaces, frustum_volumes
from chalicelib.morphology.swc import Floats, Integers
from chalicelib.morphology.tree import Branches, Tree

AXON, BASAL, APICAL = 2, 3, 4
TYPES: Final[dict[str, tuple[int, ...]]] = {
    "axon": (AXON,),
    "basal_dendrite": (BASAL,),
    "apical_dendrite": (APICAL,),
    "dendrites": (BASAL, APICAL),
}


@dataclass(frozen=True)
class _PerBranch:
    """Sums over the links of each of m branches; `distance` and `path` are those of its end."""

    length: Floats
    surface: Floats
    volume: Floats
    distance: Floats
    path: Floats


def measure(tree: Tree) -> Json:
    """The measures of the whole neuron by name and, by the compartment's name, those of each compartment that is
    there.
    """
    branches = tree.branches
    sums = _sums(tree, branches)
    everything = np.ones(len(branches.first), bool)
    measures = _measures(tree, branches, sums, everything, by_type=False)
    if tree.soma:
        measures["soma_surface"] = tree.soma.surface
    for name, types in TYPES.items():
        chosen = np.isin(branches.type, types)
        if chosen.any():
            measures[name] = _finite(_measures(tree, branches, sums, chosen, by_type=True))
    return _finite(measures)


def _sums(tree: Tree, branches: Branches) -> _PerBranch:
    child = np.flatnonzero(tree.linked)
    parent = tree.parents[child]
    lengths = np.linalg.norm(tree.xyz[child] - tree.xyz[parent], axis=1)
    near = tree.radii[parent] if tree.near_radii is None else tree.near_radii[child]
    known = np.isfinite(near) & np.isfinite(tree.radii[child])
    ends = np.where(known, near, 0), np.where(known, tree.radii[child], 0)
    # A branch that repeats its fork's point.
    doubled = (lengths == 0) & (branches.first[branches.of_point[child]] == child)
    solid = known & ~doubled
    owner, count = branches.of_point[child], len(branches.first)
    length = _sum_by(owner, lengths, count)
    return _PerBranch(
        length,
        _sum_by(owner, np.where(solid, frustum_surfaces(lengths, *ends), 0), count),
        _sum_by(owner, np.where(solid, frustum_volumes(lengths, *ends), 0), count),
        np.linalg.norm(tree.xyz[branches.last] - _origins(tree, branches), axis=1),
        _paths(length, branches.parent),
    )


def _sum_by(owner: Integers, values: Floats, count: int) -> Floats:
    return np.bincount(owner, values, count).astype(np.float64)


def _origins(tree: Tree, branches: Branches) -> Floats:
    """Where distances start: the soma's centre; without a soma each neurite's first point. (m, 3)"""
    if tree.soma:
        return np.broadcast_to(tree.soma.centre, (len(branches.first), 3))
    return tree.xyz[branches.first[branches.root]]


def _paths(length: Floats, parent: Integers) -> Floats:
    path = length.tolist()
    for branch, above in enumerate(parent.tolist()):
        if above != ROOT:
            path[branch] += path[above]
    return np.array(path, np.float64)


def _measures(tree: Tree, branches: Branches, sums: _PerBranch, chosen: Mask, *, by_type: bool) -> Json:
    tips = chosen & (branches.children == 0)
    forks = chosen & (branches.children == 2)
    if by_type:
        forks &= ~_parents_of_other_types(branches, chosen)
    return {
        "length": sums.length[chosen].sum(),
        "max_euclidean_distance": sums.distance[tips].max(initial=0.0),
        "max_path_distance": sums.path[chosen].max(initial=0.0),
        **_extents(tree, branches, chosen),
        "surface": sums.surface[chosen].sum(),
        "volume": sums.volume[chosen].sum(),
        "stems": int((chosen & (branches.parent == ROOT)).sum()),
        "bifurcations": int(forks.sum()),
        "branches": int(chosen.sum()),
        "tips": int(tips.sum()),
        "max_branch_order": int(branches.order[chosen].max(initial=0)),
        "partition_asymmetry": _asymmetry(branches, chosen, forks),
    }


def _parents_of_other_types(branches: Branches, chosen: Mask) -> Mask:
    """Branches with a child of another type: NeuroM counts no fork of a compartment there."""
    mixed = np.zeros(len(chosen), bool)
    below = np.flatnonzero(branches.parent != ROOT)
    above = branches.parent[below]
    mixed[above[branches.type[below] != branches.type[above]]] = True
    return mixed


def _extents(tree: Tree, branches: Branches, chosen: Mask) -> Json:
    """Along x, y and z over all points of the branches, the forks included that they start from; and their mean
    diameter.
    """
    own = np.zeros(len(tree.types), bool)
    own[tree.neurite] = chosen[branches.of_point[tree.neurite]]
    diameters = 2 * tree.radii[own & np.isfinite(tree.radii)]
    shown = own.copy()
    starts = branches.first[chosen & (branches.parent != ROOT)]
    shown[tree.parents[starts]] = True
    width, height, depth = np.ptp(tree.xyz[shown], axis=0) if shown.any() else (0.0, 0.0, 0.0)
    mean = diameters.mean() if diameters.size else None
    return {"width": width, "height": height, "depth": depth, "mean_diameter": mean}


def _asymmetry(branches: Branches, chosen: Mask, forks: Mask) -> float | None:
    """Mean over the forks of |n - m| / (n + m), n and m the branches below; 0 for n = m = 1
    (neurom/features/bifurcation.py).
    """
    if not forks.any():
        return None
    below = chosen.astype(np.int64).tolist()
    for branch in range(len(below) - 1, -1, -1):
        above = branches.parent[branch]
        if above != ROOT:
            below[above] += below[branch]
    children = np.flatnonzero((branches.parent != ROOT) & forks[branches.parent])
    children = children[np.argsort(branches.parent[children], kind="stable")]
    left, right = np.array(below)[children].reshape(-1, 2).T
    return float(np.mean(np.where((left == 1) & (right == 1), 0.0, np.abs(left - right) / (left + right))))


def _finite(measures: Json) -> Json:
    """Without what could not be told; numbers are Python's own, rounded to 9 digits."""
    return {
        name: value if isinstance(value, dict | int) else float(f"{value:.9g}")
        for name, value in measures.items()
        if isinstance(value, dict | int) or (value is not None and np.isfinite(value))
    }
