"""Measuring: files a second and peak memory beside MorphIO's bare loading, and how far the source's own measures lie from ours.

    python -m benchmarks.morphology [RECORDINGS] [GROWN]     all recorded files, then GROWN neurons (2,000) of up to 200,000 points

MorphIO's loading is the limit: it parses in C++ and measures nothing. Memory is that of a process of its own for each part.
"""

import hashlib
import json
import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from chalicelib.errors import UnreadableMorphology
from chalicelib.morphology.drawing import draw_svg
from chalicelib.morphology.load import Reconstruction, load
from chalicelib.morphology.measures import measure
from chalicelib.morphology.names import SOURCE_NAMES
from chalicelib.morphology.quality import flags_of
from chalicelib.morphology.standard_swc import Origin, write_standard_swc
from chalicelib.morphology.study import Subject, study
from tests.support.neurons import neuron

File = tuple[bytes, str]
SIZES = (300, 1_000, 3_000, 10_000, 200_000)  # points; how often each comes is below
EVERY = (4, 2, 3, 20, 500)  # of so many grown neurons one has this size, the last that fits counts
SUBJECT = Subject("a-1", "a neuron", "https://a", "CC0", "nobody")
ORIGIN = Origin("a-1", "https://a", "CC0", "nobody", "ab" * 32)


def main(recordings: Path, grown: int) -> None:
    files = [(one.read_bytes(), one.suffix[1:]) for one in sorted(_morphologies(recordings))]
    _report("recorded", files)
    _report("grown", _grow(grown))
    _previews(max(files, key=lambda one: len(one[0])))
    _deviations(recordings)


def _morphologies(recordings: Path) -> Iterator[Path]:
    folder = recordings / "neuromorpho" / "morphologies"
    return (one for one in folder.iterdir() if one.suffix in (".swc", ".asc"))


def _grow(count: int) -> list[File]:
    sizes = (
        max(size for size, every in zip(SIZES, EVERY, strict=True) if number % every == 0 or size == 300)
        for number in range(count)
    )
    return [(neuron(number, points=size).encode(), "swc") for number, size in enumerate(sizes)]


def _report(name: str, files: list[File]) -> None:
    megabytes = sum(len(body) for body, _ in files) / 1e6
    print(f"{name}: {len(files)} files, {megabytes:.1f} MB")
    for label, work in (
        ("MorphIO loads", _morphio),
        ("read and measured", _measure_all),
        ("all that is kept", _study_all),
    ):
        seconds, peak = _apart(work, files)
        print(f"  {label:20} {len(files) / seconds:8.1f} files/s {megabytes / seconds:7.1f} MB/s {peak:7.0f} MB peak")


def _apart(work: Callable[[Iterable[File]], None], files: list[File]) -> tuple[float, float]:
    """Seconds and peak memory (MB) of a process that does this alone."""
    results: multiprocessing.Queue[tuple[float, float]] = multiprocessing.Queue()
    child = multiprocessing.Process(target=_time, args=(work, files, results))
    child.start()
    found = results.get()
    child.join()
    return found


def _time(
    work: Callable[[Iterable[File]], None], files: list[File], results: "multiprocessing.Queue[tuple[float, float]]"
) -> None:
    began = time.perf_counter()
    work(files)
    seconds = time.perf_counter() - began
    results.put((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def _morphio(files: Iterable[File]) -> None:
    import morphio

    morphio.set_maximum_warnings(0)
    with TemporaryDirectory() as folder:
        for body, format in files:
            file = Path(folder) / f"one.{format}"
            file.write_bytes(body)
            try:
                morphio.Morphology(file)
            except morphio.MorphioError:
                continue


def _measure_all(files: Iterable[File]) -> None:
    for body, format in files:
        try:
            read = load(body, format)
        except UnreadableMorphology:
            continue
        measure(read.tree)
        flags_of(read)


def _study_all(files: Iterable[File]) -> None:
    for body, format in files:
        study(body, format, hashlib.sha256(body).hexdigest(), SUBJECT)


def _previews(file: File) -> None:
    """What is drawn and written first, and again from the bytes that are kept."""
    read = load(*file)
    for name, work in (("preview.svg", _draw), ("morphology.swc", _write)):
        began = time.perf_counter()
        body = work(read)
        seconds = time.perf_counter() - began
        print(f"largest recorded file, {name}: {1000 * seconds:.0f} ms, {len(body) / 1000:.0f} KB; then it is kept")


def _draw(read: Reconstruction) -> bytes:
    return draw_svg(read.tree, "a neuron")


def _write(read: Reconstruction) -> bytes:
    return write_standard_swc(read, ORIGIN)


def _deviations(recordings: Path) -> None:
    """Median of (source - ours) / ours for each measure, over recorded files with recorded measures."""
    folder = recordings / "neuromorpho"
    published = {
        one["neuron_id"]: one
        for table in (folder / "morphometry").glob("*.jsonl")
        for one in map(json.loads, table.read_text(encoding="utf-8").splitlines())
    }
    entries = json.loads((folder / "morphologies" / "index.json").read_text(encoding="utf-8"))
    found: dict[str, list[float]] = {}
    for entry in entries:
        theirs = published.get(entry["neuron_id"])
        if theirs is None or not entry["file"].endswith(".CNG.swc"):
            continue
        ours = measure(load((folder / "morphologies" / entry["file"]).read_bytes(), "swc").tree)
        for key, name in SOURCE_NAMES.items():
            if ours.get(name) and theirs.get(key) is not None:
                found.setdefault(name, []).append(theirs[key] / ours[name] - 1)
    for name, values in sorted(found.items()):
        print(
            f"  {name:24} {len(values):3} files, median {statistics.median(values):+8.1%}, {min(values):+.0%} to {max(values):+.0%}"
        )


if __name__ == "__main__":
    main(
        Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/upstream"),
        int(sys.argv[2]) if len(sys.argv) > 2 else 2000,
    )
