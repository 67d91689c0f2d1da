"""Measuring: files a second and peak memory beside MorphIO's bare loading, and how far the source's own measures lie
from ours.

    python -m benchmarks.morphology [--recordings FOLDER] [--grown 2000] [--seconds 300] [--json]

All recorded files, then neurons grown from numbers, most of hundreds or thousands of points and four of 200,000.
MorphIO's loading is the limit: it parses in C++ and measures nothing. Each part has a process of its own, whose peak
memory is told, and `--seconds` of processor time: what it has not done by then is left out, and "times of MorphIO" is
of the files that both did. All seconds are those of the processor, so that a busy machine tells the same.
"""

import argparse
import hashlib
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from chalicelib.errors import UnreadableMorphology
from chalicelib.morphology.drawing import draw_svg
from chalicelib.morphology.load import load
from chalicelib.morphology.measures import measure
from chalicelib.morphology.names import SOURCE_NAMES
from chalicelib.morphology.quality import flags_of
from chalicelib.morphology.standard_swc import Origin, write_standard_swc
from chalicelib.morphology.study import Subject, study
from tests.support.neurons import neuron

# Every so many grown neurons: points; the first that fits.
SIZES = {
    500: 200_000,
    20: 10_000,
    7: 3_000,
    2: 1_000,
    1: 300,
}
SUBJECT = Subject("a-1", "a neuron", "https://a", "CC0", "nobody")
ORIGIN = Origin("a-1", "https://a", "CC0", "nobody", "ab" * 32)
Report = dict[str, Any]


def main() -> None:
    asked = _arguments()
    if asked.part:
        print(json.dumps(_time(WORK[asked.part], Path(asked.folder), asked.seconds)))
        return
    recorded = Path(asked.recordings) / "neuromorpho" / "morphologies"
    report: Report = {"recorded": _compare(recorded, asked.seconds)}
    report["forms of the largest recorded file"] = _forms(max(_files(recorded), key=lambda one: one.stat().st_size))
    with TemporaryDirectory() as folder:
        _grow(asked.grown, Path(folder))
        report["grown"] = _compare(Path(folder), asked.seconds)
    report["source against ours"] = _deviations(Path(asked.recordings) / "neuromorpho")
    print(json.dumps(report, indent=None if asked.json else 1, ensure_ascii=False))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recordings", default="../shared/upstream")
    parser.add_argument("--grown", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=300, help="for each part")
    parser.add_argument("--json", action="store_true", help="one line")
    parser.add_argument("--part", choices=WORK, help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    return parser.parse_args()


def _files(folder: Path) -> list[Path]:
    """In an order of chance, the same each time: what is done of them is like what is not."""
    files = sorted(one for one in folder.iterdir() if one.suffix in (".swc", ".asc"))
    random.Random(0).shuffle(files)
    return files


def _grow(count: int, folder: Path) -> None:
    for number in range(count):
        points = next(size for every, size in SIZES.items() if number % every == 0)
        (folder / f"{number}.swc").write_text(neuron(number, points=points), encoding="ascii")


def _compare(folder: Path, seconds: float) -> Report:
    parts = {name: _apart(name, folder, seconds) for name in WORK}
    files, limit = _files(folder), parts["MorphIO loads"]
    sizes = list(accumulate(one.stat().st_size / 1e6 for one in files))
    found: Report = {"files": len(files), "MB": round(sizes[-1], 1)}
    for name, part in parts.items():
        done = len(part["ends"])
        both = min(done, len(limit["ends"]))
        found[name] = {
            "files": done,
            "files a second": round(done / part["ends"][-1], 1),
            "MB a second": round(sizes[done - 1] / part["ends"][-1], 2),
            "times of MorphIO": round(part["ends"][both - 1] / limit["ends"][both - 1], 2),
            "longest, s": round(max(b - a for a, b in zip([0, *part["ends"]], part["ends"], strict=False)), 2),
            "peak MB": round(part["peak"]),
        }
    return found


def _apart(part: str, folder: Path, seconds: float) -> Report:
    options = ("--part", part, "--folder", str(folder), "--seconds", str(seconds))
    command = (sys.executable, "-m", "benchmarks.morphology", *options)
    found: Report = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return found


def _time(work: Callable[[bytes, str], object], folder: Path, limit: float) -> Report:
    """When each file was done, in seconds of work, and the peak memory of this process in MB."""
    ends: list[float] = []
    files = [(one.read_bytes(), one.suffix[1:]) for one in _files(folder)]
    began = time.process_time()
    for body, format in files:
        work(body, format)
        ends.append(time.process_time() - began)
        if ends[-1] > limit:
            break
    return {"ends": ends, "peak": _peak() - sum(len(body) for body, _ in files) / 1e6}


def _peak() -> float:
    """MB; what Linux says of this program alone, where getrusage begins with the parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(one.split()[1]) for one in status.read_text().splitlines() if one.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _load_by_morphio(body: bytes, format: str) -> None:
    import morphio

    morphio.set_maximum_warnings(0)
    try:
        morphio.Morphology(body.decode("latin-1"), format)
    except morphio.MorphioError:
        return


def _measure(body: bytes, format: str) -> None:
    try:
        read = load(body, format)
    except UnreadableMorphology:
        return
    measure(read.tree)
    flags_of(read)


def _study(body: bytes, format: str) -> None:
    study(body, format, hashlib.sha256(body).hexdigest(), SUBJECT)


WORK: dict[str, Callable[[bytes, str], object]] = {
    "MorphIO loads": _load_by_morphio,
    "read and measured": _measure,
    "all that is kept": _study,
}


def _forms(file: Path) -> Report:
    """What is drawn and written first, in ms; afterwards it is what reading the kept bytes takes."""
    read = load(file.read_bytes(), file.suffix[1:])
    forms: dict[str, Callable[[], bytes]] = {
        "preview.svg": lambda: draw_svg(read.tree, "a neuron"),
        "morphology.swc": lambda: write_standard_swc(read, ORIGIN),
    }
    with TemporaryDirectory() as folder:
        return {name: _first_and_again(make, Path(folder) / name) for name, make in forms.items()}


def _first_and_again(make: Callable[[], bytes], kept: Path) -> Report:
    began = time.process_time()
    body = make()
    first = time.process_time() - began
    kept.write_bytes(body)
    began = time.process_time()
    kept.read_bytes()
    again = time.process_time() - began
    return {"first, ms": round(1000 * first, 1), "again, ms": round(1000 * again, 2), "KB": round(len(body) / 1000)}


def _deviations(folder: Path) -> Report:
    """Median and range of (source - ours) / ours for each measure, over recorded files with recorded measures."""
    found: dict[str, list[float]] = {}
    for theirs, file in _published(folder):
        ours = measure(load(file.read_bytes(), "swc").tree)
        for key, name in SOURCE_NAMES.items():
            if ours.get(name) and theirs.get(key) is not None:
                found.setdefault(name, []).append(theirs[key] / ours[name] - 1)
    return {
        name: f"{len(values)} files, median {statistics.median(values):+.1%}, {min(values):+.0%} to {max(values):+.0%}"
        for name, values in sorted(found.items())
    }


def _published(folder: Path) -> Iterator[tuple[Report, Path]]:
    """What the source says of a neuron, and its standardised file."""
    tables = sorted((folder / "morphometry").glob("*.jsonl"))
    lines = [line for table in tables for line in table.read_text(encoding="utf-8").splitlines()]
    published = {one["neuron_id"]: one for one in map(json.loads, lines)}
    for entry in json.loads((folder / "morphologies" / "index.json").read_text(encoding="utf-8")):
        if entry["neuron_id"] in published and entry["file"].endswith(".CNG.swc"):
            yield published[entry["neuron_id"]], folder / "morphologies" / entry["file"]


if __name__ == "__main__":
    main()
