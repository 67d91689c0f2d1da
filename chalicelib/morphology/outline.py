"""What a picture of a neuron shows: polylines in the xy plane, simplified to a budget of points, with their true
bounds.

Branches that hold a point of the largest extent keep that point; where even their ends are too many, the shortest go
first.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from chalicelib.morphology.links import Mask
from chalicelib.morphology.simplify import Chains, chains_of, importance, threshold_for
from chalicelib.morphology.swc import Floats, Integers
from chalicelib.morphology.tree import Tree

KINDS: Final = ("axon", "basal", "apical", "other")  # of SWC's types 2, 3, 4 and the rest; drawn in this order
THIN, MIDDLE = 1.0, 2.5  # µm of diameter: the limits of the three widths of a line


@dataclass(frozen=True)
class Line:
    """Points (k, 2) in µm; `width` is 0, 1 or 2."""

    kind: str
    width: int
    spots: Floats


@dataclass(frozen=True)
class Outline:
    """`bounds` are the least x and y and the largest x and y of all points, in µm; `soma` is x, y and radius."""

    lines: tuple[Line, ...]
    bounds: tuple[float, float, float, float]
    soma: tuple[float, float, float] | None
    kinds: tuple[str, ...]


class Plane:
    """A tree seen along z; `outline` may be asked for with one budget after the other."""

    def __init__(self, tree: Tree) -> None:
        self._tree, self._chains = tree, chains_of(tree)
        places = tree.xyz[:, :2]
        worth = importance(places, self._chains)
        self._spots = places[self._chains.rows]
        self._worth = np.where(_extremes(self._spots), np.inf, worth)

    @property
    def size(self) -> int:
        return len(self._worth)

    def outline(self, budget: int) -> Outline:
        """At most about `budget` points."""
        shown = self._visible_points(budget)
        of_branch = np.repeat(np.arange(len(shown)), np.diff(self._chains.offsets))
        within = shown[of_branch]
        kept = within & (self._worth > threshold_for(self._worth[within], budget))
        types, widths = self._tree.branches.type, _widths(self._tree, self._chains)
        lines = tuple(
            Line(kind_of(int(types[branch])), int(widths[branch]), self._spots[rows])
            for branch, rows in _by_branch(np.flatnonzero(kept), of_branch[kept])
        )
        return Outline(lines, self._bounds(), self._soma(), tuple(one for one in KINDS if one in self._kinds()))

    def _kinds(self) -> set[str]:
        return {kind_of(one) for one in np.unique(self._tree.branches.type).tolist()}

    def _visible_points(self, budget: int) -> Mask:
        """All branches where their ends fit in, else the longest ones and those that reach the bounds."""
        count = len(self._chains.offsets) - 1
        shown = np.ones(count, bool)
        room = max(1, budget // 3)
        if count > room:
            starts = self._chains.offsets[:-1]
            reach = np.linalg.norm(self._spots[self._chains.offsets[1:] - 1] - self._spots[starts], axis=1)
            reach[np.logical_or.reduceat(_extremes(self._spots), starts)] = np.inf
            shown[np.argsort(-reach, kind="stable")[room:]] = False
        return shown

    def _bounds(self) -> tuple[float, float, float, float]:
        """Of all points, those of the soma and those that stand alone included."""
        places = self._tree.xyz[:, :2]
        if not len(places):
            places = np.array([self._tree.soma.centre[:2]]) if self._tree.soma else np.zeros((1, 2))
        (left, bottom), (right, top) = places.min(axis=0).tolist(), places.max(axis=0).tolist()
        return left, bottom, right, top

    def _soma(self) -> tuple[float, float, float] | None:
        soma = self._tree.soma
        return (float(soma.centre[0]), float(soma.centre[1]), soma.radius) if soma else None


def kind_of(type: int) -> str:
    return {2: "axon", 3: "basal", 4: "apical"}.get(type, "other")


def _extremes(spots: Floats) -> Mask:
    """The first point at each of the four bounds."""
    extremes = np.zeros(len(spots), bool)
    if len(spots):
        extremes[[*spots.argmin(axis=0), *spots.argmax(axis=0)]] = True
    return extremes


def _widths(tree: Tree, chains: Chains) -> Integers:
    """0, 1 or 2 by the mean diameter of a branch; unknown radii are thin."""
    branches = tree.branches
    rows = np.flatnonzero(branches.of_point >= 0)
    diameters = np.nan_to_num(2 * tree.radii[rows], nan=0, posinf=0, neginf=0)
    owner, count = branches.of_point[rows], len(chains.offsets) - 1
    mean = np.bincount(owner, diameters, count) / np.maximum(1, np.bincount(owner, minlength=count))
    return np.digitize(mean, (THIN, MIDDLE))


def _by_branch(rows: Integers, branches: Integers) -> list[tuple[int, Integers]]:
    if not len(rows):
        return []
    starts = np.flatnonzero(np.diff(branches, prepend=-1))
    return list(zip(branches[starts].tolist(), np.split(rows, starts[1:]), strict=True))
