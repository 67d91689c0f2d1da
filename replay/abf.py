"""Recordings as ABF 2 (the layout of Molecular Devices' user guide): what a model cell does under steps of current.

They stand in for files that were not recorded, and say so as the name of their program.
"""

import random
import struct
from collections.abc import Sequence

BLOCK = 512  # bytes; sections begin at multiples of it
_SECTIONS = {"protocol": 76, "adc": 92, "strings": 220, "data": 236}  # places of their entries in the header
RATE = 2000  # samples a second
SECONDS = 0.5
STEPS = (-100, 0, 100, 200, 300)  # pA, one sweep each
_RANGE, _RESOLUTION = 10.0, 32768  # volts of the converter, and its counts for them
_GAIN = 0.05  # volts a millivolt


def record_trace(seed: int, name: str) -> bytes:
    """A file with the membrane potential of a cell under steps of current, the same for a seed."""
    dice = random.Random(seed)
    sweeps = [_response(step, dice) for step in STEPS]
    count = sum(len(sweep) for sweep in sweeps)
    words = ["clampex", f"STAND-IN for {name}", "Vm", "mV"]
    strings = b"\0".join(word.encode("latin-1", "replace") for word in words) + b"\0"
    data = struct.pack(f"<{count}h", *(round(mv * _GAIN * _RESOLUTION / _RANGE) for sweep in sweeps for mv in sweep))
    blocks = {"protocol": (_protocol(), 1), "adc": (_adc(), 1), "strings": (strings, len(words)), "data": (data, count)}
    header = bytearray(BLOCK)
    header[:16] = b"ABF2" + struct.pack("<4BII", 0, 0, 0, 2, BLOCK, len(sweeps))
    body, start = b"", 1
    for section, (content, entries) in blocks.items():
        size = 2 if section == "data" else len(content)
        struct.pack_into("<IIq", header, _SECTIONS[section], start, size, entries)
        body += content.ljust(-(-len(content) // BLOCK) * BLOCK, b"\0")
        start = 1 + len(body) // BLOCK
    return bytes(header) + body


def _protocol() -> bytes:
    section = bytearray(BLOCK)
    struct.pack_into("<f", section, 2, 1e6 / RATE)  # µs between two samples
    struct.pack_into("<f", section, 110, _RANGE)
    struct.pack_into("<i", section, 118, _RESOLUTION)
    return bytes(section)


def _adc() -> bytes:
    section = bytearray(128)
    for place, value in ((28, 1.0), (40, _GAIN), (48, 1.0)):  # the amplifier's, the instrument's and the signal's gain
        struct.pack_into("<f", section, place, value)
    struct.pack_into("<ii", section, 74, 3, 4)  # which texts are the channel's name and its unit, from 1
    return bytes(section)


def _response(current: float, dice: random.Random) -> Sequence[float]:
    """Leaky integration with a threshold, mV: 100 MΩ, 20 ms, current from a fifth to four fifths of the time."""
    potential, values, count = -70.0, [], int(RATE * SECONDS)
    for sample in range(count):
        given = current if count / 5 <= sample < 4 * count / 5 else 0.0
        potential += (-70.0 - potential + 0.1 * given) / (0.02 * RATE) + dice.gauss(0, 0.05)
        values.append(30.0 if potential > -52 else potential)
        potential = -75.0 if potential > -52 else potential
    return values
