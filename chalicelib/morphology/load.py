"""A file's bytes become a tree: SWC by our own reader, Neurolucida ASC and HDF5 by MorphIO.

MorphIO (https://morphio.readthedocs.io) marks no line of what it accepts, so that such trees have line 0 throughout;
what it does not take is taken out of ASC beforehand (`asc.py`).
"""

import math
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from chalicelib.errors import UnreadableMorphology
from chalicelib.morphology.asc import prepare_asc
from chalicelib.morphology.links import ROOT, Links, link
from chalicelib.morphology.soma import Soma, contour_of
from chalicelib.morphology.swc import FARTHEST, MAX_POINTS, Floats, Integers, Points, read_points
from chalicelib.morphology.swc_lines import plain_text
from chalicelib.morphology.tree import Tree, tree_of

MAX_BYTES: Final = 150_000_000
_SEEN_BY_MORPHIO: Final = re.compile(r"\x1b\[[0-9;]*m|\S*:(\d+):(?:error|warning)")


@dataclass(frozen=True)
class Reconstruction:
    """`format` is "swc", "asc" or "h5"; `source`, the file's own lines and links, is there for SWC alone; `faults` are
    count and first line of what was taken out of another format, by flag.
    """

    format: str
    tree: Tree
    source: tuple[Points, Links] | None = None
    faults: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def load(body: bytes, format: str) -> Reconstruction:
    """Read a file of this format; raises UnreadableMorphology saying why nothing can be measured."""
    if len(body) > MAX_BYTES:
        raise UnreadableMorphology(f"The file holds {len(body):,} bytes, more than {MAX_BYTES:,}.")
    if format == "swc":
        points = read_points(plain_text(body))
        links = link(points)
        return Reconstruction(format, tree_of(points, links), (points, links))
    if format == "asc":
        asc = prepare_asc(plain_text(body))
        tree = _tree_of_morphio(_read_by_morphio(asc.text.encode(), format))
        return Reconstruction(format, replace(tree, soma=_with_outlines(tree.soma, asc.outlines)), None, asc.faults)
    return Reconstruction(format, _tree_of_morphio(_read_by_morphio(body, format)))


def _read_by_morphio(body: bytes, format: str) -> Any:
    import morphio  # its library is 10 MB, and only measuring needs it

    morphio.set_maximum_warnings(0)
    try:
        if format == "asc":
            return morphio.Morphology(body.decode(), "asc")
        with tempfile.NamedTemporaryFile(suffix=f".{format}") as file:  # HDF5 is read from a file alone
            Path(file.name).write_bytes(body)
            return morphio.Morphology(file.name)
    except (morphio.MorphioError, RuntimeError, ValueError) as error:
        raise _error_of(str(error)) from error


def _error_of(message: str) -> UnreadableMorphology:
    """MorphIO's message in one line, without its colours and file names."""
    line = next((int(match[1]) for match in _SEEN_BY_MORPHIO.finditer(message) if match[1]), None)
    words = " ".join(_SEEN_BY_MORPHIO.sub(" ", message).split())
    place = f"line {line}: " if line else ""
    return UnreadableMorphology(f"MorphIO cannot read it: {place}{words[:300]}", line=line)


def _tree_of_morphio(morphology: Any) -> Tree:
    """Its sections as points: those behind a fork repeat the fork's point first, which is dropped here."""
    xyz, radii = morphology.points.astype(np.float64), morphology.diameters.astype(np.float64) / 2
    _require_points(xyz, morphology.soma.points)
    first, last, parent_of = _sections(morphology)
    parents = np.arange(-1, len(xyz) - 1)
    parents[first] = np.where(parent_of == ROOT, ROOT, last[parent_of])
    repeats = np.zeros(len(xyz), bool)
    repeats[first] = (parent_of != ROOT) & (last > first) & (xyz[first] == xyz[parents[first]]).all(axis=1)
    parents[1:][repeats[:-1]] = parents[:-1][repeats[:-1]]  # what follows a repeated point hangs on the fork itself
    starts = np.zeros(len(xyz), bool)
    starts[np.where(repeats[first], first + 1, first)] = True
    types = np.repeat(morphology.section_types.astype(np.int64), last - first + 1)
    number = np.append(np.cumsum(~repeats) - 1, ROOT)
    kept = np.flatnonzero(~repeats)
    lines = np.zeros(len(kept), np.int64)
    near = radii[parents]
    near[1:][repeats[:-1]] = radii[:-1][repeats[:-1]]  # a branch may leave its fork with a radius of its own
    linked = number[parents[kept]]
    return Tree(xyz[kept], radii[kept], types[kept], linked, lines, _soma(morphology.soma), starts[kept], near[kept])


def _require_points(xyz: Floats, soma: Floats) -> None:
    if len(xyz) + len(soma) == 0:
        raise UnreadableMorphology("The file holds no point.")
    if len(xyz) > MAX_POINTS:
        raise UnreadableMorphology(f"The file holds more than {MAX_POINTS:,} points.")
    if not ((np.abs(xyz) <= FARTHEST).all() and (np.abs(soma) <= FARTHEST).all()):  # nan fails the comparison
        raise UnreadableMorphology("A point has no finite coordinates.")


def _sections(morphology: Any) -> tuple[Integers, Integers, Integers]:
    """First and last point of each section, and its parent's number (-1: none)."""
    offsets = np.asarray(morphology.section_offsets, np.int64)
    parent = np.full(len(offsets) - 1, ROOT)
    for above, below in morphology.connectivity.items():
        if above != ROOT:
            parent[below] = above
    return offsets[:-1], offsets[1:] - 1, parent


def _soma(soma: Any) -> Soma | None:
    if not len(soma.points):
        return None
    if len(soma.points) > 1:
        return contour_of(soma.points.astype(np.float64))
    radius = float(soma.diameters[0]) / 2
    return Soma(soma.points[0].astype(np.float64), 4 * math.pi * radius**2, 1)


def _with_outlines(soma: Soma | None, outlines: tuple[Floats, ...]) -> Soma | None:
    """The soma with the surfaces of those that MorphIO was not given."""
    others = [contour_of(one) for one in outlines if len(one)]
    if not soma or not others:
        return soma
    surface = soma.surface + sum(one.surface for one in others)
    return Soma(soma.centre, surface, soma.points + sum(one.points for one in others), 1 + len(others))
