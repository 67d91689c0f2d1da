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
    parent = end
    for place in places:
        rows.append([kind, *place, float(random.uniform(0.1, 2)), parent])
        parent = len(rows) - 1
    open_ends.append((parent, direction, kind))
    return count


def _text(rows, first, step):
    """Identifiers start anywhere and leave gaps; MorphIO knows NeuroMorpho's soma by its identifiers 1, 2 and 3 alone."""
    ids = [(1 if rows[1][0] == 1 and rows[2][5] == 0 else first) + row * step for row in range(len(rows))]
    lines = [
        f"{ids[row]} {kind} {x:.4f} {y:.4f} {z:.4f} {radius:.4f} {-1 if parent < 0 else ids[parent]}"
        for row, (kind, x, y, z, radius, parent) in enumerate(rows)
    ]
    return "# a generated neuron\n" + "\n".join(lines) + "\n"
