"""Stand-ins for files that were not recorded: the right kind, small, and each says what it is."""

import random
import zlib

from replay.abf import record_trace
from replay.growth import grow_neuron
from replay.pictures import stand_in

BLOCK = 512  # bytes, of an HDF5 superblock's place
_NWB = b"\x89HDF\r\n\x1a\n"
_KINDS = {"asc": "text/plain", "swc": "text/plain", "png": "image/png"}


def file_of(ending: str, name: str) -> tuple[bytes, str] | None:
    """Content and media type of a file of `name`; None for a kind that is not known."""
    if ending == "png":
        content = stand_in(name)
    elif ending == "swc":
        content = grow_neuron(zlib.crc32(name.encode()), name).encode()
    elif ending == "asc":
        content = _neurolucida(name).encode()
    elif ending == "abf":
        content = record_trace(zlib.crc32(name.encode()), name)
    elif ending == "nwb":
        content = _without_samples(name)
    else:
        return None
    return content, _KINDS.get(ending, "application/octet-stream")


def _without_samples(name: str) -> bytes:
    """A file that begins as a recording does; there are no samples in it."""
    said = f"STAND-IN: the recording {name} was not kept; this file holds no data.".encode()
    return (_NWB.ljust(16, b"\0") + said).ljust(BLOCK, b"\0")


def _neurolucida(name: str) -> str:
    """A neuron as Neurolucida ASC (µm): a soma, one dendrite, one apical dendrite and one axon, the same for each
    name.
    """
    dice = random.Random(name)
    soma = "\n".join(f"  ({x} {y} 0 0.5)" for x, y in ((-6, 0), (0, 6), (6, 0), (0, -6)))
    trees = [("Dendrite", -1), ("Apical", 1), ("Axon", -1)]
    return "\n".join(
        [
            f"; STAND-IN for {name}: synthetic, not a reconstruction of any neuron",
            '("CellBody"',
            "  (CellBody)",
            soma,
            ")",
            *(_tree(kind, direction, dice) for kind, direction in trees),
            "",
        ]
    )


def _tree(kind: str, direction: int, dice: random.Random) -> str:
    """A stem that parts into two branches."""
    stem = _points(0, 6 * direction, direction, 5, dice)
    branches = [_points(side * 8, 60 * direction, direction, 8, dice) for side in (-1, 1)]
    return f"(({kind})\n{stem}\n  (\n{branches[0]}\n  |\n{branches[1]}\n  )\n)"


def _points(x: float, y: float, direction: int, number: int, dice: random.Random) -> str:
    rows = (
        f"  ({x + dice.uniform(-3, 3):.2f} {y + 10 * step * direction:.2f} {dice.uniform(-3, 3):.2f} 1.0)"
        for step in range(1, number + 1)
    )
    return "\n".join(rows)
