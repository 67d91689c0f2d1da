"""Grows morphologies for samples that have no recorded file: small, seeded, and marked as synthetic in their header."""

import math
import random
from dataclasses import dataclass

SOMA, AXON, BASAL, APICAL = 1, 2, 3, 4  # SWC structure types
STEP = 8.0  # µm between two points


@dataclass(frozen=True)
class _Tip:
    parent: int
    x: float
    y: float
    z: float
    angle: float
    radius: float
    depth: int


def grow_neuron(seed: int, name: str) -> str:
    """A neuron as SWC (µm): one soma, basal dendrites, an apical tree and an axon; the same for the same seed."""
    dice = random.Random(seed)
    rows = [f"{1} {SOMA} 0.00 0.00 0.00 {dice.uniform(6, 9):.2f} -1"]
    for kind, stems, direction in ((BASAL, dice.randint(3, 5), -90), (APICAL, 1, 90), (AXON, 1, -90)):
        for _ in range(stems):
            spread = dice.uniform(-70, 70) if kind == BASAL else dice.uniform(-8, 8)
            _grow(rows, kind, _Tip(1, 0, 0, 0, math.radians(direction + spread), 1.6, 0), dice)
    header = [
        f"# {name}: synthetic, not a reconstruction of any neuron",
        f"# grown by a seeded generator (seed {seed}) for trying the software; x y z radius in um",
    ]
    return "\n".join([*header, *rows]) + "\n"


def _grow(rows: list[str], kind: int, start: _Tip, dice: random.Random) -> None:
    tips = [start]
    while tips:
        tip = tips.pop()
        for _ in range(dice.randint(4, 9)):
            tip = _extend(rows, kind, tip, dice)
        if tip.depth < 4 and dice.random() < 0.85:
            for turn in (dice.uniform(0.2, 0.7), -dice.uniform(0.2, 0.7)):
                branch = _Tip(tip.parent, tip.x, tip.y, tip.z, tip.angle + turn, tip.radius * 0.75, tip.depth + 1)
                tips.append(branch)


def _extend(rows: list[str], kind: int, tip: _Tip, dice: random.Random) -> _Tip:
    angle = tip.angle + dice.gauss(0, 0.12)
    x, y = tip.x + STEP * math.cos(angle), tip.y + STEP * math.sin(angle)
    z = tip.z + dice.gauss(0, 1.5)
    number, radius = len(rows) + 1, max(0.15, tip.radius * 0.985)
    rows.append(f"{number} {kind} {x:.2f} {y:.2f} {z:.2f} {radius:.2f} {tip.parent}")
    return _Tip(number, x, y, z, angle, radius, tip.depth)
