"""What is odd about a file: flags with how often and where first, none of which keeps the file from being served.

Lines count from 1 and are known of SWC alone (None elsewhere). A flag on the whole file (`no_soma`, `flat`,
`axon_missing`) names the first point's line. `long_jump`: a link longer than 12 times the upper quartile of the file's
links (in a file of few links, of the third longest: a point that strayed has two); among the clean files that the rule
was tried on, the longest link was 8.3 times the upper quartile.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from chalicelib.morphology.links import ROOT, Links, Mask
from chalicelib.morphology.load import Reconstruction
from chalicelib.morphology.measures import APICAL, AXON, BASAL
from chalicelib.morphology.swc import Floats, Integers, Points
from chalicelib.morphology.tree import SOMA, Tree

JUMP: Final = 12
KNOWN_TYPES: Final = range(8)


@dataclass(frozen=True)
class Flag:
    count: int
    line: int | None


def flags_of(read: Reconstruction, structural_domains: Iterable[str] = ()) -> dict[str, Flag]:
    """Every flag of a file by its name (`names.FLAGS`); `structural_domains` are what its record promises."""
    flags = _flags_of_swc(*read.source) if read.source else _flags_of_tree(read)
    missing = _missing(read.tree, structural_domains)
    first = int(read.tree.lines.min()) or None if read.tree.lines.size else None
    return {**flags, **{name: Flag(1, first) for name in missing}}


def _flags_of_swc(points: Points, links: Links) -> dict[str, Flag]:
    lines, parents = points.lines, links.parents
    place = _place_flags(points.xyz, points.radii, points.types, parents, ~links.redundant)
    masks = {
        **place,
        "several_roots": _other_roots(points),
        "disconnected": links.missing,
        "cycle": links.cyclic,
        "repeated_ids": links.repeated,
        "unordered_ids": _order_faults(points, links.uncut),
        "several_somata": _other_somata(points),
    }
    flags = {name: Flag(int(mask.sum()), int(lines[mask].min())) for name, mask in masks.items() if mask.any()}
    if points.malformed:
        flags["malformed_lines"] = Flag(len(points.malformed), points.malformed[0])
    return {**flags, **_whole_file(points.types, points.xyz, int(lines[0]))}


def _flags_of_tree(read: Reconstruction) -> dict[str, Flag]:
    """Of a format without lines of its own, but for what was taken out of it."""
    tree = read.tree
    masks = _place_flags(tree.xyz, tree.radii, tree.types, tree.parents, np.ones(len(tree.types), bool))
    counts = {name: int(mask.sum()) for name, mask in masks.items() if mask.any()}
    flags = {name: Flag(count, None) for name, count in counts.items()}
    flags |= {name: Flag(counts.get(name, 0) + count, line) for name, (count, line) in read.faults.items()}
    types = np.append(tree.types, SOMA) if tree.soma else tree.types
    return {**flags, **_whole_file(types, tree.xyz, None)}


def _place_flags(xyz: Floats, radii: Floats, types: Integers, parents: Integers, own: Mask) -> dict[str, Mask]:
    """Flags that need no identifiers; lines that repeat another (not `own`) are flagged as such alone."""
    linked = (parents != ROOT) & own
    leaves_soma = linked & (types != SOMA) & (types[parents] == SOMA)
    with np.errstate(invalid="ignore"):
        lengths = np.where(linked, np.linalg.norm(xyz - xyz[parents], axis=1), np.nan)
    counted = linked & ~leaves_soma & np.isfinite(lengths)
    return {
        "zero_radius": radii == 0,
        "negative_radius": (radii < 0) & np.isfinite(radii),
        "non_finite": ~(np.isfinite(xyz).all(axis=1) & np.isfinite(radii)),
        "duplicate_points": (counted & (lengths == 0)) | (_twins(xyz, types) & own),
        "long_jump": _jumps(lengths, counted),
        "unknown_types": ~np.isin(types, KNOWN_TYPES),
        "type_changes": counted & (types != SOMA) & (types != types[parents]) & (_children(parents)[parents] < 2),
    }


def _children(parents: Integers) -> Integers:
    return np.bincount(parents[parents != ROOT], minlength=len(parents))


def _twins(xyz: Floats, types: Integers) -> Mask:
    """Points at the place of the line before; a neurite may begin where the soma is."""
    twins, is_soma = np.zeros(len(types), bool), types == SOMA
    twins[1:] = (xyz[1:] == xyz[:-1]).all(axis=1) & (is_soma[1:] == is_soma[:-1])
    return twins


def _jumps(lengths: Floats, counted: Mask) -> Mask:
    counted = counted & (lengths > 0)
    ranked = np.sort(lengths[counted])
    if len(ranked) < 2:
        return np.zeros(len(lengths), bool)
    quartile = float(ranked[max(0, min(3 * (len(ranked) - 1) // 4, len(ranked) - 3))])
    jumps: Mask = counted & (lengths > JUMP * quartile)
    return jumps


def _other_roots(points: Points) -> Mask:
    """Roots behind the first one that are no soma."""
    roots = np.flatnonzero(points.parents == ROOT)
    others = np.zeros(len(points.ids), bool)
    others[roots[1:]] = points.types[roots[1:]] != SOMA
    return others


def _other_somata(points: Points) -> Mask:
    roots = np.flatnonzero((points.parents == ROOT) & (points.types == SOMA))
    others = np.zeros(len(points.ids), bool)
    others[roots[1:]] = True
    return others


def _order_faults(points: Points, parents: Integers) -> Mask:
    unordered = parents > np.arange(len(parents))
    unordered[1:] |= points.ids[1:] < points.ids[:-1]
    return unordered


def _whole_file(types: Integers, xyz: Floats, line: int | None) -> dict[str, Flag]:
    finite = xyz[np.isfinite(xyz).all(axis=1)]
    flat = int((np.ptp(finite, axis=0) == 0).sum()) if len(finite) > 1 else 0
    flags = {"flat": Flag(flat, line)} if flat else {}
    return flags if (types == SOMA).any() else {**flags, "no_soma": Flag(1, line)}


def _missing(tree: Tree, structural_domains: Iterable[str]) -> list[str]:
    """Domains come as NeuroMorpho writes them: "Dendrites", "Soma", "No Axon"; "Neurites" promise neither kind."""
    promised = [domain.strip().lower() for domain in structural_domains]
    promises_axon = any("axon" in one and not one.startswith("no ") for one in promised)
    promises_dendrites = any("dendrite" in one and not one.startswith("no ") for one in promised)
    missing = ["axon_missing"] if promises_axon and not (tree.types == AXON).any() else []
    return [
        *missing,
        *(["dendrites_missing"] if promises_dendrites and not np.isin(tree.types, (BASAL, APICAL)).any() else []),
    ]
