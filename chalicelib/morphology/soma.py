"""What the points of a soma amount to: its centre, its surface, and the sphere of the same surface.

Conventions are MorphIO's and NeuroM's (https://morphio.readthedocs.io, neurom/core/soma.py): one point is a sphere;
three points of which two hang on the first are NeuroMorpho's cylinder (http://neuromorpho.org/SomaFormat.html); any
other points of an SWC file are a chain of frusta in the file's order; a contour (Neurolucida) is a sphere around its
mean point.
"""

import math
from dataclasses import dataclass

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
    pieces = [rows[roots == root] for root in dict.fromkeys(roots.tolist())]
    pieces = [piece[np.argsort(lines[piece], kind="stable")] for piece in pieces]
    surface = sum(_surface(xyz, radii, parents, piece) for piece in pieces)
    return Soma(xyz[pieces[0][0]], float(surface), len(rows), len(pieces))


def contour_of(points: Floats) -> Soma:
    """A soma drawn as an outline: (k, 3) points in µm."""
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


def _surface(xyz: Floats, radii: Floats, parents: Integers, rows: Integers) -> float:
    radius = np.where(np.isfinite(radii[rows]), radii[rows], 0.0)
    if len(rows) == 1:
        return float(4 * math.pi * radius[0] ** 2)
    chain = xyz[rows]
    if len(rows) == 3 and (parents[rows[1:]] == rows[0]).all():
        inner = [] if np.allclose(radius, radius[0]) else [0]  # a cylinder has one radius, what narrows has a waist
        chain, radius = chain[[1, *inner, 2]], radius[[1, *inner, 2]]
    lengths = np.linalg.norm(np.diff(chain, axis=0), axis=1)
    return float(frustum_surfaces(lengths, radius[:-1], radius[1:]).sum())
