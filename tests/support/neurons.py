"""Neurons that grow from a number: SWC of every shape that a reader meets, for the oracle and for benchmarks.

Same number, same text. Somata come in turn: one point, NeuroMorpho's three, a chain, an outline of many points, none.
"""

import numpy as np

SOMATA = ("point", "three", "chain", "outline", "none")
TYPES = (2, 3, 4)


def neuron(number: int, *, points: int | None = None) -> str:
    """An SWC text that MorphIO reads: types change at forks alone."""
    random = np.random.default_rng(number)
    size = points or int(random.integers(20, 1500))
    rows = _soma(SOMATA[number % len(SOMATA)], random)
    first = len(rows)
    roots = 1 if not first and number % 2 else int(random.integers(1, 7))
    for root in range(min(roots, size)):
        _grow(
            rows,
            random,
            size // roots,
            kind=TYPES[(number + root) % 3],
            parent=_root_of(rows, first, random),
            number=number,
        )
    return _text(rows, first=1 if number % 4 else 5, step=1 if number % 4 or number % 5 == 1 else 3)


def bush(branches: int, points: int) -> str:
    """A large SWC text, soon made: a soma's one neurite of so many branches with so many points each, none with three
    children.
    """
    random = np.random.default_rng(branches)
    parents, free = [-1], [0, 0]
    for branch in range(1, branches):
        place = int(random.integers(len(free)))
        parents.append(free[place])
        free[place] = free[-1]
        free[-1:] = [branch, branch]
    steps = random.normal(random.normal(size=(branches, 1, 3)), size=(branches, points, 3)).cumsum(axis=1)
    starts = np.zeros((branches, 3))
    for branch in range(1, branches):
        starts[branch] = starts[parents[branch]] + steps[parents[branch], -1]
    above = np.arange(1, branches * points + 1)  # a point's identifier is its place from 2 on
    above[::points] = [1 + (parent + 1) * points for parent in parents]
    rows = zip((starts[:, None] + steps).reshape(-1, 3).tolist(), above.tolist(), strict=True)
    lines = (f"{name} 3 {x:.3f} {y:.3f} {z:.3f} 0.5 {parent}" for name, ((x, y, z), parent) in enumerate(rows, 2))
    return "1 1 0 0 0 5 -1\n" + "\n".join(lines) + "\n"


def _soma(kind, random):
    """Rows of type, x, y, z, radius, parent (a row, from 0; -1 for none)."""
    radius = float(random.uniform(3, 12))
    center = random.normal(scale=20, size=3)
    x, y, z = center
    if kind == "point":
        return [[1, x, y, z, radius, -1]]
    if kind == "three":
        return [[1, x, y, z, radius, -1], [1, x, y - radius, z, radius, 0], [1, x, y + radius, z, radius, 0]]
    if kind == "chain":
        return [[1, x, y + 3 * step, z, radius - step, step - 1] for step in range(int(random.integers(2, 6)))]
    if kind == "outline":
        angles = np.linspace(0, 2 * np.pi, 12, endpoint=False)
        return [[1, x + radius * np.cos(a), y + radius * np.sin(a), z, 0.5, row - 1] for row, a in enumerate(angles)]
    return []


def _root_of(rows, first, random):
    """Neurites hang on the soma's first point, or on another one of it; without a soma on nothing."""
    if not first:
        return -1
    return 0 if random.random() < 0.7 else int(random.integers(0, first))


def _grow(rows, random, size, kind, parent, number):
    """One neurite: stretches of points that end in a tip, a fork of two, now and then of three."""
    start = (
        np.array(rows[parent][1:4]) + random.normal(scale=5, size=3) if parent >= 0 else random.normal(scale=50, size=3)
    )
    rows.append([kind, *start, float(random.uniform(0.3, 3)), parent])
    open_ends = [(len(rows) - 1, random.normal(size=3), kind)]
    left = size - 1
    while left > 0 and open_ends:
        end, direction, own = open_ends.pop(int(random.integers(len(open_ends))))
        if random.random() < 0.1 and open_ends:
            continue
        width = 3 if random.random() < 0.05 else 2
        children = width if open_ends or random.random() < 0.8 or left < 3 else 1
        for child in range(children):
            turned = 2 if number % 5 == 1 and own == 3 and child == 0 and random.random() < 0.02 else own
            left -= _stretch(rows, random, end, direction, turned, open_ends, left)


def _stretch(rows, random, end, direction, kind, open_ends, left):
    count = max(1, min(left, int(random.integers(1, 20))))
    direction = direction + random.normal(scale=0.5, size=3)
    steps = random.normal(loc=direction / np.linalg.norm(direction), scale=0.4, size=(count, 3)) * random.uniform(
        0.5, 6
    )
    places = np.array(rows[end][1:4]) + np.cumsum(steps, axis=0)
    radii = random.uniform(0.1, 2, size=count)
    parents = (end, *range(len(rows), len(rows) + count - 1))
    found = zip(places.tolist(), radii.tolist(), parents, strict=True)
    rows.extend([kind, *place, radius, parent] for place, radius, parent in found)
    open_ends.append((len(rows) - 1, direction, kind))
    return count


def _text(rows, first, step):
    """Identifiers start anywhere and leave gaps; MorphIO knows NeuroMorpho's soma by its identifiers 1, 2 and 3
    alone.
    """
    ids = [(1 if rows[1][0] == 1 and rows[2][5] == 0 else first) + row * step for row in range(len(rows))]
    lines = [
        f"{ids[row]} {kind} {x:.4f} {y:.4f} {z:.4f} {radius:.4f} {-1 if parent < 0 else ids[parent]}"
        for row, (kind, x, y, z, radius, parent) in enumerate(rows)
    ]
    return "# a generated neuron\n" + "\n".join(lines) + "\n"
