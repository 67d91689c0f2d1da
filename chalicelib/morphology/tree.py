"""A reconstruction as one forest of points, parents before children, and its branches as NeuroM and MorphIO cut them.

A branch (NeuroM's section) starts at a root, behind a fork, and where the type changes; it holds the points up to the
next such place. The link from a fork to the branch's first point belongs to the branch; the link from soma to neurite
is none.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from chalicelib.errors import UnreadableMorphology
from chalicelib.morphology.links import ROOT, Links, Mask, ancestors, rounds_for, with_sentinel
from chalicelib.morphology.soma import Soma, soma_of
from chalicelib.morphology.swc import Floats, Integers, Points

SOMA: Final = 1


@dataclass(frozen=True)
class Tree:
    """n points: `xyz` (n, 3) and `radii` (n,) in µm, `parents` by row (-1: root), `lines` of the file (0: unknown).

    Coordinates are finite; a radius may be anything. Formats with branches of their own mark in `starts` the points
    that begin one, and give in `near_radii` (n,) the radius at the parent's end of each link. Points of the soma may be
    among the points (SWC) or not (a contour); `soma` says what they amount to.
    """

    xyz: Floats
    radii: Floats
    types: Integers
    parents: Integers
    lines: Integers
    soma: Soma | None
    starts: Mask | None = None
    near_radii: Floats | None = None

    @cached_property
    def neurite(self) -> Mask:
        """Points of neurites: neither soma nor alone, without parent and child (MorphIO takes none of those for a
        neurite).
        """
        alone = (self.parents == ROOT) & (np.bincount(self.parents + 1, minlength=len(self.parents) + 1)[1:] == 0)
        neurite: Mask = (self.types != SOMA) & ~alone
        return neurite

    @cached_property
    def linked(self) -> Mask:
        """Points with a link that counts: both ends are neurite."""
        return self.neurite & self.neurite[self.parents] & np.not_equal(self.parents, ROOT)

    @cached_property
    def branches(self) -> "Branches":
        return _branches_of(self)


@dataclass(frozen=True)
class Branches:
    """m branches, parents first: `of_point` (n,) says which one holds a point (-1: soma), the rest is (m,)."""

    of_point: Integers
    first: Integers  # row of the first point
    last: Integers
    parent: Integers  # branch, -1 for a neurite's first one
    type: Integers
    children: Integers  # how many
    order: Integers  # 0 for a neurite's first one
    root: Integers  # the neurite's first branch


def tree_of(points: Points, links: Links) -> Tree:
    """Without points of no place and lines that repeat another; their children hang on the nearest ancestor that
    stays.
    """
    kept = np.isfinite(points.xyz).all(axis=1) & ~links.redundant
    if not kept.any():
        first = int(points.lines[0])
        raise UnreadableMorphology(
            f"No point has finite coordinates; line {first} is the first one without.", line=first
        )
    parents = links.parents if kept.all() else _bridge(links.parents, kept)
    order = _parents_first(parents)
    new_row = np.empty(len(order) + 1, np.int64)
    new_row[order], new_row[-1] = np.arange(len(order)), ROOT
    rows = np.flatnonzero(kept)[order]
    types, xyz, radii = points.types[rows], points.xyz[rows], points.radii[rows]
    linked = new_row[parents[order]]
    return Tree(
        xyz, radii, types, linked, points.lines[rows], soma_of(xyz, radii, linked, types == SOMA, points.lines[rows])
    )


def _bridge(parents: Integers, kept: Mask) -> Integers:
    """Parents among the kept rows, counted anew."""
    count = len(parents)
    steps = with_sentinel(parents)
    steps[:count][kept] = np.flatnonzero(kept)  # a walk stops at what is kept
    reached = ancestors(steps, rounds_for(count))
    number = np.full(count + 1, ROOT)
    number[:count][kept] = np.arange(kept.sum())
    return number[reached[with_sentinel(parents)[:count][kept]]]


def _parents_first(parents: Integers) -> Integers:
    """Rows in an order in which parents come first: the file's own where it does so, else by depth."""
    rows = np.arange(len(parents))
    return rows if (parents < rows).all() else np.argsort(depths(parents), kind="stable")


def depths(parents: Integers) -> Integers:
    """How many links lie between each point and its root."""
    count = len(parents)
    steps = with_sentinel(parents)
    depth = np.append((parents != ROOT).astype(np.int64), 0)
    for _ in range(rounds_for(count)):
        depth = depth + depth[steps]
        steps = steps[steps]
    return depth[:count]


def _branches_of(tree: Tree) -> Branches:
    count, rows = len(tree.parents), np.arange(len(tree.parents))
    starts = _starts(tree)
    heads = ancestors(np.where(starts | ~tree.neurite, rows, tree.parents), rounds_for(count))
    first = np.flatnonzero(starts)
    number = np.full(count + 1, ROOT)
    number[first] = np.arange(len(first))
    of_point = np.where(tree.neurite, number[heads], ROOT)
    last = np.zeros(len(first), np.int64)
    np.maximum.at(last, of_point[tree.neurite], rows[tree.neurite])  # parents first: the last point has the largest row
    parent = np.where(tree.linked[first], of_point[tree.parents[first]], ROOT)
    children = np.bincount(parent[parent != ROOT], minlength=len(first))
    order, root = _orders(parent)
    return Branches(of_point, first, last, parent, tree.types[first], children, order, root)


def _starts(tree: Tree) -> Mask:
    """Neurites' roots, points behind a fork, changes of type, and what the format itself marked."""
    forks = np.bincount(tree.parents[tree.linked], minlength=len(tree.parents)) > 1
    behind = tree.linked & (forks[tree.parents] | (tree.types != tree.types[tree.parents]))
    starts = (tree.neurite & ~tree.linked) | behind
    marked: Mask = starts if tree.starts is None else starts | (tree.starts & tree.neurite)
    return marked


def _orders(parent: Integers) -> tuple[Integers, Integers]:
    """Order and neurite of each branch; one pass, for parents come first."""
    order, root = [0] * len(parent), list(range(len(parent)))
    for branch, above in enumerate(parent.tolist()):
        if above != ROOT:
            order[branch], root[branch] = order[above] + 1, root[above]
    return np.array(order, np.int64), np.array(root, np.int64)
