"""What the points of a soma amount to: its centre, its surface, and the sphere of the same surface.

Conventions are MorphIO's and NeuroM's (https://morphio.readthedocs.io, neurom/core/soma.py): one point is a sphere;
three points of which two hang on the first are NeuroMorpho's cylinder (http://neuromorpho.org/SomaFormat.html); any
other points of an SWC file are a chain of frusta in the file's order; a contour (Neurolucida) is a sphere around its
mean point.
"""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from chalicelib.morphology.links import Mask
from chalicelib.morphology.swc import Floats, Integers


@dataclass(frozen=True)
class Soma:
    """`centre` (3,) in µm; `surface` in µm², without caps; several somata have the first one's centre and all
    surfaces.
    """

    centre: Floats
    surface: float
    points: int
    count: int = 1

    @property
    def radius(self) -> float:
        """µm, of the sphere with this surface."""
        return math.sqrt(self.surface / (4 * math.pi))


def soma_of(xyz: Floats, radii: Floats, parents: Integers, is_soma: Mask, lines: Integers) -> Soma | None:
    """The soma of points whose parents come first; None where no point is of its type."""
    rows = np.flatnonzero(is_soma)
    if not rows.size:
        return None
    roots = _root_of_each(rows, parents, is_soma)
    order = np.lexsort((lines[rows], roots))  # piece by piece, each in the file's order
    rows, roots = rows[order], roots[order]
    first = np.flatnonzero(np.append(True, roots[1:] != roots[:-1]))
    surface = _surface(xyz[rows], radii[rows], _Pieces(rows, parents[rows], first))
    return Soma(xyz[rows[0]], surface, len(rows), len(first))


def contour_of(points: Floats) -> Soma:
    """A soma drawn as an outline: (k, 3) points in µm. Two are no outline, and have no surface."""
    if len(points) < 3:
        return Soma(points[0], 0.0, len(points))
    centre = points.mean(axis=0)
    radius = float(np.linalg.norm(points - centre, axis=1).mean())
    return Soma(centre, 4 * math.pi * radius**2, len(points))


def frustum_surfaces(lengths: Floats, radii_from: Floats, radii_to: Floats) -> Floats:
    """Lateral surfaces of frusta, in µm²."""
    return np.pi * (radii_from + radii_to) * np.hypot(radii_from - radii_to, lengths)


def frustum_volumes(lengths: Floats, radii_from: Floats, radii_to: Floats) -> Floats:
    return np.pi * lengths * (radii_from**2 + radii_from * radii_to + radii_to**2) / 3


def _root_of_each(rows: Integers, parents: Integers, is_soma: Mask) -> NDArray[np.int64]:
    """The first point of the piece of soma that holds each point: somata are small, a loop will do."""
    root: dict[int, int] = {}
    for row in rows.tolist():
        above = int(parents[row])
        root[row] = root[above] if above >= 0 and is_soma[above] else row
    return np.array([root[row] for row in rows.tolist()], np.int64)


class _Pieces(NamedTuple):
    """Connected points of a soma, one piece after the other."""

    rows: Integers
    parents: Integers
    first: Integers  # place of each piece's first point

    @property
    def sizes(self) -> Integers:
        return np.diff(np.append(self.first, len(self.rows)))


def _surface(xyz: Floats, radii: Floats, pieces: _Pieces) -> float:
    radius = np.where(np.isfinite(radii), radii, 0.0)
    alone = pieces.first[pieces.sizes == 1]
    start, end = _frusta(pieces, radius)
    lengths = np.linalg.norm(xyz[end] - xyz[start], axis=1)
    frusta = frustum_surfaces(lengths, radius[start], radius[end]).sum()
    return float(4 * math.pi * (radius[alone] ** 2).sum() + frusta)


def _frusta(pieces: _Pieces, radius: Floats) -> tuple[Integers, Integers]:
    """From where to where the frusta reach: from point to point, but for NeuroMorpho's cylinders."""
    middle = _cylinders(pieces)
    is_even = np.isclose(radius[middle + 1], radius[middle]) & np.isclose(radius[middle + 2], radius[middle])
    even, waist = middle[is_even], middle[~is_even]  # a cylinder has one radius, what narrows has a waist
    chained = np.ones(len(pieces.rows), bool)
    chained[np.concatenate([pieces.first + pieces.sizes - 1, middle, middle + 1])] = False
    chain = np.flatnonzero(chained)
    return np.concatenate([chain, even + 1, waist + 1, waist]), np.concatenate([chain + 1, even + 2, waist, waist + 2])


def _cylinders(pieces: _Pieces) -> Integers:
    """The first points of pieces of three of which two hang on the first."""
    triples = pieces.first[pieces.sizes == 3]
    hang = [pieces.parents[triples + step] == pieces.rows[triples] for step in (1, 2)]
    cylinders: Integers = triples[hang[0] & hang[1]]
    return cylinders
