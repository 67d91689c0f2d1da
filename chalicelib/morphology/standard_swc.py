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
_NAMED: Final = 10  # types in a line of the header
# Significant digits: as many as a text may have; those of MorphIO's single precision; those of what is reckoned here.
_DIGITS_OF_TEXT, _DIGITS_OF_MORPHIO, _DIGITS_RECKONED = 15, 7, 9


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
    parents, parent_changes = _parents(tree, kept)
    changes = [*_read_changes(read), *_soma_changes(tree), *parent_changes, *type_changes, *radius_changes]
    changes += _number_changes(read, kept)
    head = "".join(f"# {line}\n" for line in _header(origin, changes))
    places = np.column_stack([tree.xyz[kept], radii])
    digits = _DIGITS_OF_TEXT if read.source else _DIGITS_OF_MORPHIO
    rows = [*_soma_rows(tree, digits), *_rows(places, types, parents, _offset(tree) + 1, digits)]
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
    return len(_soma_points(tree))


def _soma_rows(tree: Tree, digits: int) -> Iterator[str]:
    places = _soma_points(tree)
    own = _has_soma_of_three(tree)  # what we reckon ourselves has no more digits than make sense
    parents = np.array([-1, 1, 1])[: len(places)]
    yield from _rows(places, np.full(len(places), SOMA), parents, 1, digits if own else _DIGITS_RECKONED)


def _soma_points(tree: Tree) -> Floats:
    """Centre and ends of the cylinder, each with its radius: (3, 4); (0, 4) without a soma.

    A soma without surface that is all there is stays, as one point: no file is without.
    """
    if not tree.soma or not _has_extent(tree):
        place = [] if tree.soma is None or (tree.types != SOMA).any() else [[*tree.soma.centre, 0.0]]
        return np.array(place, np.float64).reshape(-1, 4)
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


def _rows(places: Floats, types: Integers, parents: Integers, first: int, digits: int) -> Iterator[str]:
    """Lines of points with `places` (n, 4): x, y, z, radius; identifiers count from `first`."""
    columns = (types.tolist(), *(axis.tolist() for axis in places.T), parents.tolist())
    form = f"{{}} {{}} {{:.{digits}g}} {{:.{digits}g}} {{:.{digits}g}} {{:.{digits}g}} {{}}".format
    yield from (form(number, *values) for number, values in enumerate(zip(*columns, strict=True), first))


def _parents(tree: Tree, kept: Integers) -> tuple[Integers, list[str]]:
    """Identifiers of the parents: neurites that hang on the soma hang on its first point; loose ones stay roots."""
    offset = _offset(tree)
    number = np.full(len(tree.types) + 1, ROOT)
    number[kept] = np.arange(len(kept)) + offset + 1
    above = tree.parents[kept]
    of_soma = (above != ROOT) & (tree.types[above] == SOMA)
    is_outline = not (tree.types == SOMA).any()  # it names no neurites: all are its own
    attached = above == ROOT if is_outline else of_soma
    parents = np.where(attached, 1 if offset else ROOT, number[above])
    if is_outline:
        count, text = int(attached.sum()) if offset else 0, "neurites hang on the soma's first point"
    elif offset:
        count = int((above[of_soma] != np.flatnonzero(tree.types == SOMA)[0]).sum())
        text = "points that hung on another point of the soma hang on its first"
    else:
        count, text = int(of_soma.sum()), "points that hung on the soma are roots"
    return parents, [f"{count} {text}"] if count else []


def _types(tree: Tree, kept: Integers) -> tuple[Integers, list[str]]:
    types = tree.types.copy()
    changes = []
    unknown = ~np.isin(types, KNOWN_TYPES)
    if unknown.any():
        changes.append(f"{unknown.sum()} points of type {_names(types[unknown])} are of type {UNDEFINED} (undefined)")
        types[unknown] = UNDEFINED
    same = _one_type_a_stretch(tree, types)
    if changed := int((same != types).sum()):
        changes.append(
            f"{changed} points got the type of most points between the same two forks: a type changed without a fork"
        )
    return same[kept], changes


def _names(types: Integers) -> str:
    found = np.unique(types)
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return ", ".join(map(str, found[:_NAMED].tolist())) + more


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
    rows = tree.types == SOMA
    odd = int((rows & ~(np.isfinite(tree.radii) & (tree.radii >= 0))).sum())
    of_odd = f", {odd} of them with a radius that is negative or no finite number," if odd else ""
    if not _has_extent(tree):
        kept = "written as one" if _offset(tree) else "left out"
        return [f"soma of {tree.soma.points} point(s){of_odd} {kept}: it has no surface"]
    count = tree.soma.count
    of_several = f", the first of {count} somata, with the surface of all" if count > 1 else ""
    whole = f"{tree.soma.points} point(s){of_odd}{of_several}"
    return [f"soma of {whole} written as three with the same centre and surface"]


def _number_changes(read: Reconstruction, kept: Integers) -> list[str]:
    """Whether any point got another identifier than its own."""
    if not read.source:
        return []
    points, tree = read.source[0], read.tree
    own = np.flatnonzero(tree.types == SOMA)[: _offset(tree)] if _has_soma_of_three(tree) else kept[:0]
    first = 1 if len(own) else _offset(tree) + 1
    rows = np.concatenate([own, kept])
    old = points.ids[np.searchsorted(points.lines, tree.lines[rows])]
    same = np.array_equal(old, np.arange(first, first + len(rows)))
    return [] if same else ["points numbered from 1 in sequence"]


def _read_changes(read: Reconstruction) -> list[str]:
    """What reading alone changed."""
    if not read.source:
        lost = read.faults.get("non_finite", (0, 0))[0]
        return [
            f"converted from {read.format.upper()}",
            "branches start with the radius of the fork they leave; sections without a fork between them are one",
            *([f"{lost} points without finite coordinates were left out"] if lost else []),
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
    if points.wide:
        changes.append(f"what {points.wide} points have behind their seventh value was left out")
    return changes
