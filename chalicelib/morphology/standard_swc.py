"""One format for every morphology: SWC with sequential ids, parents first, and a soma of three points, changes listed.

The soma is NeuroMorpho's cylinder (http://neuromorpho.org/SomaFormat.html), with the original's centre and surface; a
file without one gets none. What no reader takes is mended and said: MorphIO raises on types above 19 and on a type that
changes without a fork, simulators on negative radii.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from chalicelib.morphology.links import ROOT
from chalicelib.morphology.load import Reconstruction
from chalicelib.morphology.quality import KNOWN_TYPES, flags_of
from chalicelib.morphology.swc import Floats, Integers
from chalicelib.morphology.tree import SOMA, Tree

UNDEFINED: Final = 0
_LINE_BREAKS: Final = re.compile("[\x00-\x1f\x7f\u2028\u2029]+")
_SOMA_POINTS: Final = 3


@dataclass(frozen=True)
class Origin:
    """Where the file comes from, for the header."""

    record: str
    source: str
    licence: str
    citation: str
    sha256: str


def write_standard_swc(read: Reconstruction, origin: Origin) -> bytes:
    """The reconstruction as SWC, in µm, with a header that names the origin and every change made."""
    tree = read.tree
    kept = np.flatnonzero(tree.types != SOMA)
    types, type_changes = _types(tree, kept)
    radii, radius_changes = _radii(tree.radii[kept])
    parents = _parents(tree, kept)
    changes = [*_read_changes(read), *_soma_changes(tree), *type_changes, *radius_changes]
    head = "".join(f"# {line}\n" for line in _header(origin, changes))
    rows = [*_soma_rows(tree), *_rows(tree.xyz[kept], types, radii, parents, first=_offset(tree) + 1)]
    return (head + "\n".join(rows) + "\n").encode()


def _header(origin: Origin, changes: list[str]) -> Iterator[str]:
    yield "Normalised SWC of the Hippocampus Hub: id type x y z radius parent; lengths in µm"
    for name in ("record", "source", "licence", "citation", "sha256"):
        label = "sha256 of the original" if name == "sha256" else name
        yield f"{label}: {_LINE_BREAKS.sub(' ', getattr(origin, name)).strip()}"
    yield f"changes: {len(changes)}"
    yield from (f"- {change}" for change in changes)


def _has_extent(tree: Tree) -> bool:
    """Whether there is a soma to write: one without surface ends a simulator that divides by its length."""
    return bool(tree.soma and np.isfinite(tree.soma.surface) and tree.soma.surface > 0)


def _offset(tree: Tree) -> int:
    return _SOMA_POINTS if _has_extent(tree) else 0


def _soma_rows(tree: Tree) -> list[str]:
    rows = enumerate(zip(_soma_points(tree).tolist(), (-1, 1, 1), strict=False), 1)
    return [f"{number} 1 {x:.9g} {y:.9g} {z:.9g} {radius:.9g} {parent}" for number, ((x, y, z, radius), parent) in rows]


def _soma_points(tree: Tree) -> Floats:
    """Centre and ends of the cylinder, each with its radius: (3, 4); (0, 4) without a soma."""
    if not tree.soma or not _has_extent(tree):
        return np.zeros((0, 4))
    if _has_soma_of_three(tree):
        rows = np.flatnonzero(tree.types == SOMA)
        return np.column_stack([tree.xyz[rows], tree.radii[rows]])
    radius = tree.soma.radius
    ends = np.array([[0, 0, 0], [0, -radius, 0], [0, radius, 0]])
    return np.column_stack([tree.soma.centre + ends, np.full(_SOMA_POINTS, radius)])


def _has_soma_of_three(tree: Tree) -> bool:
    """Whether the file's own soma follows the convention, along whichever axis."""
    rows = np.flatnonzero(tree.types == SOMA)
    if len(rows) != _SOMA_POINTS or (tree.parents[rows[1:]] != rows[0]).any():
        return False
    radii = tree.radii[rows]
    ends = np.linalg.norm(tree.xyz[rows[1:]] - tree.xyz[rows[0]], axis=1)
    return bool(radii[0] > 0 and np.allclose([*radii, *ends], radii[0], rtol=0.02))


def _rows(xyz: Floats, types: Integers, radii: Floats, parents: Integers, first: int) -> Iterator[str]:
    columns = (types.tolist(), *(axis.tolist() for axis in xyz.T), radii.tolist(), parents.tolist())
    for number, (kind, x, y, z, radius, parent) in enumerate(zip(*columns, strict=True), first):
        yield f"{number} {kind} {x:.9g} {y:.9g} {z:.9g} {radius:.6g} {parent}"


def _parents(tree: Tree, kept: Integers) -> Integers:
    """Identifiers of the parents: neurites that hang on the soma hang on its first point; loose ones stay roots."""
    offset = _offset(tree)
    number = np.full(len(tree.types) + 1, ROOT)
    number[kept] = np.arange(len(kept)) + offset + 1
    above = tree.parents[kept]
    of_soma = (above != ROOT) & (tree.types[above] == SOMA)
    attached = of_soma if (tree.types == SOMA).any() else above == ROOT  # a contour names no neurites: all are its own
    return np.where(attached, 1 if offset else ROOT, number[above])


def _types(tree: Tree, kept: Integers) -> tuple[Integers, list[str]]:
    types = tree.types.copy()
    changes = []
    unknown = ~np.isin(types, KNOWN_TYPES)
    if unknown.any():
        names = ", ".join(map(str, np.unique(types[unknown]).tolist()))
        types[unknown] = UNDEFINED
        changes.append(f"{unknown.sum()} points of type {names} are of type {UNDEFINED} (undefined)")
    same = _one_type_a_stretch(tree, types)
    if changed := int((same != types).sum()):
        changes.append(
            f"{changed} points got the type of most points between the same two forks: a type changed without a fork"
        )
    return same[kept], changes


def _one_type_a_stretch(tree: Tree, types: Integers) -> Integers:
    """Types with that of the longest part for all branches of a stretch, that is between two forks."""
    branches = tree.branches
    only_child = (branches.parent != ROOT) & (branches.children[branches.parent] == 1)
    if not only_child.any():
        return types
    stretch = np.arange(len(branches.first))
    for branch in np.flatnonzero(only_child).tolist():  # parents come first
        stretch[branch] = stretch[branches.parent[branch]]
    rows = np.flatnonzero(branches.of_point != ROOT)
    held = stretch[branches.of_point[rows]]
    votes = np.zeros((len(stretch), len(KNOWN_TYPES)), np.int64)
    np.add.at(votes, (held, types[rows]), 1)
    result = types.copy()
    result[rows] = votes.argmax(axis=1)[held]
    return result


def _radii(radii: Floats) -> tuple[Floats, list[str]]:
    lost, negative = ~np.isfinite(radii), radii < 0
    changes = []
    if lost.any():
        changes.append(f"{lost.sum()} radii that were no finite numbers are 0")
    if (negative & ~lost).any():
        changes.append(f"{(negative & ~lost).sum()} negative radii are positive")
    return np.where(lost, 0.0, np.abs(radii)), changes


def _soma_changes(tree: Tree) -> list[str]:
    if not tree.soma or _has_soma_of_three(tree):
        return []
    if not _has_extent(tree):
        return ["soma left out: it has no surface"]
    count = tree.soma.count
    of_several = f", the first of {count} somata, with the surface of all" if count > 1 else ""
    return [f"soma of {tree.soma.points} point(s){of_several} written as three with the same centre and surface"]


def _read_changes(read: Reconstruction) -> list[str]:
    """What reading alone changed."""
    if not read.source:
        return [
            f"converted from {read.format.upper()}",
            "branches start with the radius of the fork they leave; sections without a fork between them are one",
        ]
    points, links = read.source
    flags = flags_of(read)
    says = {
        "disconnected": "points whose parent is not in the file are roots",
        "cycle": "points were their own ancestors; each cycle was cut at its first line",
        "malformed_lines": "lines that are no points were left out",
        "unordered_ids": "points stood before their parents or out of order",
    }
    changes = [f"{flags[name].count} {text}" for name, text in says.items() if name in flags]
    if links.redundant.any():
        changes.append(f"{links.redundant.sum()} lines that repeat another were left out")
    if lost := int((~np.isfinite(points.xyz).all(axis=1)).sum()):
        changes.append(
            f"{lost} points without finite coordinates were left out, their children hang on the point before"
        )
    if not np.array_equal(points.ids, np.arange(1, len(points.ids) + 1)):
        changes.append("points numbered from 1 in sequence")
    return changes
