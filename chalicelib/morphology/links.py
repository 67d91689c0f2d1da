"""Parent identifiers become rows: missing parents, repeated identifiers and cycles are found, and none of them is
fatal.

Which row an identifier means, where it stands on several lines: the last one before the child, else the first one after
it (a contour and a dendrite of one file may both count from 1). A line that repeats another in every value adds
nothing.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from chalicelib.morphology.swc import Integers, Points

Mask = NDArray[np.bool_]
ROOT: Final = -1


@dataclass(frozen=True)
class Links:
    """For each of n points: its parent's row, or -1 for a root; masks say what was wrong with the file's own link.

    A missing parent makes a root. A cycle is cut at its first line, which becomes a root; `uncut` are the rows before
    that.
    """

    parents: Integers
    uncut: Integers
    missing: Mask
    cyclic: Mask  # points that are their own ancestors
    repeated: Mask  # the identifier stood on an earlier line
    redundant: Mask  # so did every other value


def link(points: Points) -> Links:
    repeated = _repeats(points.ids)
    redundant = _redundant(points, repeated)
    parents, missing = _parent_rows(points, redundant)
    cyclic = _cyclic(parents)
    return Links(_cut(parents, cyclic), parents, missing, cyclic, repeated, redundant)


def ancestors(steps: Integers, rounds: int) -> Integers:
    """Where each of n + 1 places leads after 2**rounds steps; the last place, n, stands for "no parent" and leads to
    itself.
    """
    for _ in range(rounds):
        further = steps[steps]
        if np.array_equal(further, steps):
            break
        steps = further
    return steps


def with_sentinel(parents: Integers) -> Integers:
    """Parents for `ancestors`: the root's -1 becomes n, and place n is appended."""
    count = len(parents)
    return np.append(np.where(parents == ROOT, count, parents), count)


def rounds_for(count: int) -> int:
    """Enough doublings to walk along `count` points."""
    return max(1, int(count).bit_length())


def _repeats(ids: Integers) -> Mask:
    repeated = np.ones(len(ids), bool)
    repeated[np.unique(ids, return_index=True)[1]] = False
    return repeated


def _redundant(points: Points, repeated: Mask) -> Mask:
    redundant = np.zeros(len(repeated), bool)
    if not repeated.any():
        return redundant
    columns = (points.ids, points.types, *points.xyz.T, points.radii, points.parents)
    table = np.column_stack([column.astype(np.float64) for column in columns])
    redundant[:] = True
    redundant[np.unique(table, axis=0, return_index=True)[1]] = False
    return redundant


def _parent_rows(points: Points, redundant: Mask) -> tuple[Integers, Mask]:
    count = len(points.ids)
    rows = np.arange(count)
    names, codes = np.unique(points.ids, return_inverse=True)
    keys = codes * count + rows  # sorts by identifier, then by line
    keys = np.sort(keys[~redundant])
    place = np.minimum(np.searchsorted(names, points.parents), len(names) - 1)
    known = (names[place] == points.parents) & (points.parents != ROOT)
    wanted = place * count + rows
    after = np.searchsorted(keys, wanted)
    before = np.maximum(after - 1, 0)
    has_before = (after > 0) & (keys[before] // count == place)
    found = np.where(has_before, keys[before], keys[np.minimum(after, len(keys) - 1)]) % count
    return np.where(known, found, ROOT), ~known & (points.parents != ROOT)


def _cyclic(parents: Integers) -> Mask:
    """A walk of n steps ends at the root or on a cycle, and every point of a cycle is such an end."""
    count = len(parents)
    ends = ancestors(with_sentinel(parents), rounds_for(count))
    cyclic = np.zeros(count + 1, bool)
    cyclic[ends] = True
    return cyclic[:count]


def _cut(parents: Integers, cyclic: Mask) -> Integers:
    """Each cycle loses the link of its first line."""
    result = parents.copy()
    left = cyclic.copy()
    for row in np.flatnonzero(cyclic).tolist():
        if left[row]:
            result[row] = ROOT
            while left[row]:
                left[row] = False
                row = int(parents[row])  # noqa: PLW2901 - the walk along the cycle
    return result
