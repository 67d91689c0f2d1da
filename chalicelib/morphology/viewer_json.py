"""Points for viewers: `{points, radii, parents, types}` of at most 1 MB, simplified so that no fork, tip or root is
lost.

Where forks and tips alone would not fit, decimals go first, then the shortest twigs.
"""

from typing import Final

import numpy as np
import orjson

from chalicelib.morphology.links import ROOT, Mask, ancestors, rounds_for, with_sentinel
from chalicelib.morphology.simplify import chains_of, importance, threshold_for
from chalicelib.morphology.swc import Floats, Integers
from chalicelib.morphology.tree import SOMA, Branches, Tree

MAX_BYTES: Final = 1_000_000
_BYTES_A_POINT: Final = {2: 36, 1: 31, 0: 25}  # by decimals


def write_viewer_json(tree: Tree) -> bytes:
    """JSON of µm with two decimals, or fewer; parents count from 0, -1 is a root; types are SWC's."""
    worth = _worth_of_points(tree)
    ends = int(np.isinf(worth).sum())
    decimals = next((some for some, size in _BYTES_A_POINT.items() if ends * size <= MAX_BYTES), 1)
    budget = MAX_BYTES // _BYTES_A_POINT[decimals]
    while True:
        kept = _points_to_keep(tree, worth, budget)
        document = _document(tree, kept, decimals)
        if len(document) <= MAX_BYTES:
            return document
        budget = int(budget * min(0.95, 0.98 * MAX_BYTES / len(document)))


def _worth_of_points(tree: Tree) -> Floats:
    """For each point the threshold up to which it stays: infinite for ends, forks, soma and points that stand alone."""
    chains = chains_of(tree)
    worth = np.full(len(tree.types), np.inf)
    inner = importance(tree.xyz, chains)
    finite = np.isfinite(inner)
    worth[chains.rows[finite]] = inner[finite]
    return worth


def _points_to_keep(tree: Tree, worth: Floats, budget: int) -> Mask:
    kept: Mask = worth > threshold_for(worth, budget)
    if kept.sum() > budget:
        kept &= np.append(_longest(tree.branches, _heights(tree), 9 * budget // 10), True)[tree.branches.of_point]
    if kept.sum() > budget:
        kept[np.flatnonzero(kept)[budget:]] = False  # a soma or loose points beyond measure; parents come first
    return kept


def _longest(branches: Branches, heights: Floats, count: int) -> Mask:
    """The branches that lead farthest: with each one its ancestors, which lead farther still."""
    longest = np.zeros(len(branches.first), bool)
    longest[np.argsort(-heights, kind="stable")[:count]] = True
    return longest


def _heights(tree: Tree) -> Floats:
    """How far the tips below each branch lie from its start, at most, in µm."""
    branches = tree.branches
    child = np.flatnonzero(tree.linked)
    lengths = np.linalg.norm(tree.xyz[child] - tree.xyz[tree.parents[child]], axis=1)
    heights = np.bincount(branches.of_point[child], lengths, len(branches.first)).tolist()
    own, parents = list(heights), branches.parent.tolist()
    for branch in range(len(heights) - 1, -1, -1):
        if (above := parents[branch]) != ROOT:
            heights[above] = max(heights[above], own[above] + heights[branch])
    return np.array(heights, np.float64)


def _document(tree: Tree, kept: Mask, decimals: int) -> bytes:
    rows = np.flatnonzero(kept)
    radii = np.where(np.isfinite(tree.radii[rows]), tree.radii[rows], 0.0)
    places = np.round(tree.xyz[rows], decimals).astype(np.float64 if decimals else np.int64)
    soma = _contour(tree)
    document = {
        "points": [*soma["points"], *places.tolist()],
        "radii": [*soma["radii"], *np.round(radii, max(1, decimals)).tolist()],
        "parents": [*soma["parents"], *_parents(tree, kept, len(soma["points"])).tolist()],
        "types": [*soma["types"], *tree.types[rows].tolist()],
    }
    return orjson.dumps(document)


def _contour(tree: Tree) -> dict[str, list[object]]:
    """The soma as one point where it is not among the tree's points."""
    if tree.soma is None or (tree.types == SOMA).any():
        return {"points": [], "radii": [], "parents": [], "types": []}
    return {
        "points": [np.round(tree.soma.centre, 2).tolist()],
        "radii": [round(tree.soma.radius, 2)],
        "parents": [ROOT],
        "types": [SOMA],
    }


def _parents(tree: Tree, kept: Mask, offset: int) -> Integers:
    """The nearest ancestor that is kept, by its place in the document; neurites of a contour hang on its point."""
    count = len(kept)
    steps = with_sentinel(tree.parents)
    steps[:count][kept] = np.flatnonzero(kept)
    nearest = ancestors(steps, rounds_for(count))[with_sentinel(tree.parents)[:count][kept]]
    place = np.append(np.cumsum(kept) - 1 + offset, 0 if offset else ROOT)
    return place[nearest]
