"""Which points a drawing can do without: Douglas-Peucker, one threshold for all branches, computed once for any budget.

The first and last point of every branch stay, so that forks, tips, roots and changes of type do. Each other point gets
the largest threshold at which it is still drawn; a budget is then a matter of sorting.
https://en.wikipedia.org/wiki/Ramer–Douglas–Peucker_algorithm, all branches at once, level by level.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from chalicelib.morphology.links import ROOT
from chalicelib.morphology.swc import Floats, Integers
from chalicelib.morphology.tree import Tree

_LEVELS: Final = 64  # halvings; what is left then is a curve that any point stands for


@dataclass(frozen=True)
class Chains:
    """Branches one after the other, each from the fork it starts at to its last point; m + 1 `offsets` into `rows`."""

    rows: Integers
    offsets: Integers
    branch: Integers  # (m,) the number of each one in Tree.branches


def chains_of(tree: Tree) -> Chains:
    """Points of each branch in order, the fork before its first point included."""
    branches = tree.branches
    rows = np.flatnonzero(branches.of_point != ROOT)
    rows = rows[np.argsort(branches.of_point[rows], kind="stable")]  # parents first: in a branch, rows grow along it
    sizes = np.bincount(branches.of_point[rows], minlength=len(branches.first))
    has_fork = branches.parent != ROOT
    starts = np.cumsum(sizes) - sizes
    rows = np.insert(rows, starts[has_fork], tree.parents[branches.first[has_fork]])
    offsets = np.append(0, np.cumsum(sizes + has_fork))
    return Chains(rows, offsets, np.arange(len(sizes)))


def importance(places: Floats, chains: Chains) -> Floats:
    """For each entry of `chains.rows` the threshold up to which it stays; infinite for ends. `places` is (n, 2) or (n,
    3).
    """
    spots = places[chains.rows]
    worth = np.zeros(len(spots))
    first, last = chains.offsets[:-1], chains.offsets[1:] - 1
    worth[first] = worth[last] = np.inf
    ceiling = np.full(len(first), np.inf)
    for _ in range(_LEVELS):
        wide = last - first > 1
        first, last, ceiling = first[wide], last[wide], ceiling[wide]
        if not len(first):
            break
        split, distance = _farthest(spots, first, last)
        distance = np.minimum(distance, ceiling)
        worth[split] = distance
        first, last = np.concatenate([first, split]), np.concatenate([split, last])
        ceiling = np.concatenate([distance, distance])
    return worth


def _farthest(spots: Floats, first: Integers, last: Integers) -> tuple[Integers, Floats]:
    """Of each stretch the inner point that lies farthest from its chord, and how far."""
    sizes = last - first - 1
    starts = np.cumsum(sizes) - sizes
    inner = np.repeat(first + 1 - starts, sizes) + np.arange(sizes.sum())
    distances = _from_chord(spots[inner], np.repeat(spots[first], sizes, axis=0), np.repeat(spots[last], sizes, axis=0))
    top = np.maximum.reduceat(distances, starts)
    hits = np.flatnonzero(distances == np.repeat(top, sizes))
    _, firsts = np.unique(np.searchsorted(starts, hits, side="right"), return_index=True)
    return inner[hits[firsts]], top


def _from_chord(spots: Floats, start: Floats, end: Floats) -> Floats:
    chord = end - start
    length = np.einsum("ij,ij->i", chord, chord)
    along = np.einsum("ij,ij->i", spots - start, chord) / np.where(length == 0, 1, length)
    nearest = start + np.clip(along, 0, 1)[:, None] * chord
    distances: Floats = np.linalg.norm(spots - nearest, axis=1)
    return distances


def threshold_for(worth: Floats, budget: int) -> float:
    """The smallest threshold at which no more than `budget` points stay (ends stay in any case)."""
    if len(worth) <= budget:
        return 0.0
    inner = np.sort(worth[np.isfinite(worth)])
    kept = max(0, budget - int(np.isinf(worth).sum()))
    return float(inner[-kept - 1]) if kept < len(inner) else 0.0
