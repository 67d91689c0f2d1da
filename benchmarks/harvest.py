"""What a harvest costs: `python -m benchmarks.harvest [RECORDS ...] [--json FILE]` (5000 50000).

Sources are played by a process of their own over the recordings (else over our samples), engine and storage are real
ones on the same machine, pauses are left out. Every harvest is a process of its own, so that its peak memory is its
own.

sources    per provider a first and an unchanged run: requests, bytes of bodies, records carried over, seconds, peak
           memory
growth     NeuroMorpho with so many records: recorded neurons renumbered; records/s of all, and without the time at the
           source
client     pages/s of the polite client beside a plain requests loop, for the same pages
publish    seconds of a publish and of a rollback by hand

`--json` writes every harvest as `{provider, records, kind, seconds, records_per_s, loading_per_s, peak_mb, requests}`,
where loading leaves out the time at the source.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

import requests

from benchmarks.resampled import start_engine
from chalicelib.config import from_environment
from chalicelib.harvest.runner import drive
from chalicelib.json_types import Json
from chalicelib.wiring import Services
from local import s3
from local.hub import prepare
from local.ports import free_port
from local.settings import from_environment as stack_settings

SIZES = (5_000, 50_000)
PAGES = 150  # of Hippocampome, for the client's pace
CELLS: list[Json] = []
PLAYED = {
    "NEUROMORPHO_URL": "neuromorpho",
    "HIPPOCAMPOME_URL": "hippocampome",
    "MODELDB_URL": "modeldb",
    "NEXUS_URL": "nexus",
}


def main() -> None:
    if sys.argv[1:2] == ["one"]:
        print(json.dumps(_measured(sys.argv[2])))
        return
    parser = argparse.ArgumentParser(prog="python -m benchmarks.harvest")
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, metavar="RECORDS")
    parser.add_argument("--json", type=Path, metavar="FILE")
    given = parser.parse_args()
    try:
        _all(given.sizes)
    finally:
        if given.json:
            given.json.write_text(json.dumps(CELLS, indent=1))


def _all(sizes: Sequence[int]) -> None:
    recordings = stack_settings().recordings
    with TemporaryDirectory() as folder, _stack(Path(folder)):
        with _played(recordings) as url:
            _sources(url)
            _client(url)
            _publish(url)
        for size in sizes:
            _growth(recordings, Path(folder), size)


def _sources(url: str) -> None:
    print(
        f"{'provider':13} {'run':10} {'requests':>8} {'MB':>7} {'records':>8} {'unchanged':>9} {'s':>6} {'peak MB':>7}"
    )
    _settle(url)
    for name in Services(from_environment()).providers:
        for kind in ("first", "unchanged"):
            _line(name, kind, _harvest(name))


def _growth(recordings: Path, folder: Path, size: int) -> None:
    grown = folder / f"grown-{size}"
    _renumbered(recordings, grown / "neuromorpho", size)
    with _played(grown) as url:
        _settle(url)
        for kind in ("first", "unchanged"):
            cell = _line("neuromorpho", kind, _harvest("neuromorpho"))
            print(
                f"{'':13} {cell['records_per_s']:.0f} records/s, {cell['loading_per_s']:.0f} without the time at the"
                " source"
            )


def _client(url: str) -> None:
    services = Services(from_environment())
    source = services.source("hippocampome")
    numbers = list(islice(cycle(range(1000, 1040)), PAGES))
    began = time.perf_counter()
    for number in numbers:
        source.get_bytes("/php/neuron_page.php", id=number)
    polite = PAGES / (time.perf_counter() - began)
    began = time.perf_counter()
    for number in numbers:
        requests.get(f"{url}/hippocampome/php/neuron_page.php", params={"id": number}, timeout=10).raise_for_status()
    print(
        f"client        {polite:.0f} pages/s, plain requests loop {PAGES / (time.perf_counter() - began):.0f} pages/s"
    )


def _publish(url: str) -> None:
    """Over the runs of `_sources`, which served NeuroMorpho twice."""
    services = Services(from_environment())
    index = services.providers["neuromorpho"].index
    newest = services.publishing.served_run(index, "neuromorpho")
    began = time.perf_counter()
    services.publishing.rollback(index, "neuromorpho")
    back = time.perf_counter() - began
    began = time.perf_counter()
    services.publishing.publish(newest["run"] if newest else "")
    print(f"publish       {time.perf_counter() - began:.2f} s, rollback {back:.2f} s")


def _measured(name: str) -> Json:
    """A harvest in this process."""
    services = Services(from_environment())
    began = time.perf_counter()
    run = drive(services.harvest, name, lambda run: None)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**run, "elapsed": time.perf_counter() - began, "peak": peak}


def _harvest(name: str) -> Json:
    command = [sys.executable, "-m", "benchmarks.harvest", "one", name]
    found: Json = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def _line(name: str, kind: str, run: Json) -> Json:
    counts, elapsed = run["counts"], run["elapsed"]
    print(
        f"{name:13} {kind:10} {run['requests']:8} {run['bytes'] / 1e6:7.2f} {counts['indexed']:8}"
        f" {counts['unchanged']:9} {elapsed:6.1f} {run['peak']:7.0f}",
        flush=True,
    )
    cell = {
        "provider": name,
        "records": counts["indexed"],
        "kind": kind,
        "seconds": round(elapsed, 2),
        "records_per_s": round(counts["indexed"] / elapsed, 1),
        "loading_per_s": round(counts["indexed"] / max(elapsed - run["seconds"], 0.001), 1),
        "peak_mb": round(run["peak"], 1),
        "requests": run["requests"],
    }
    CELLS.append(cell)
    return cell


def _renumbered(recordings: Path, folder: Path, size: int) -> None:
    """Recorded neurons of the hippocampus again and again, each with a number and a name of its own."""
    with _played(recordings) as url:
        asked = f"{url}/neuromorpho/api/neuron/select"
        _settle(url)
        services = Services(from_environment())
        provider = services.providers["neuromorpho"]
        chosen = provider.page(services.source("neuromorpho"), None).next
        body = chosen["chosen"] if chosen else {"brain_region": ["hippocampus"]}
        neurons = requests.post(asked, json=body, params={"size": 500}, timeout=60).json()["_embedded"][
            "neuronResources"
        ]
    folder.mkdir(parents=True)
    with (folder / "neurons.jsonl").open("w", encoding="utf-8") as lines:
        for number, neuron in enumerate(islice(cycle(neurons), size), start=1):
            lines.write(
                json.dumps({**neuron, "neuron_id": number, "neuron_name": f"{neuron['neuron_name']}-{number}"}) + "\n"
            )


def _settle(url: str) -> None:
    """Names of its own on the engine, and the sources at `url`."""
    os.environ.update({key: f"{url}/{part}" for key, part in PLAYED.items()})
    os.environ.update(HUB_MIRROR_URL=f"{url}/nexus/hosts", HUB_INDEX_PREFIX=f"bench{uuid.uuid4().hex[:6]}-")
    prepare(Services(from_environment()))


@contextmanager
def _played(recordings: Path) -> Iterator[str]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "replay", "--recordings", str(recordings), "--port", str(port)],
        stdout=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        while not _answers(url):
            time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait()


def _answers(url: str) -> bool:
    try:
        return requests.get(f"{url}/_log", timeout=1).ok
    except requests.RequestException:
        return False


@contextmanager
def _stack(folder: Path) -> Iterator[None]:
    """Engine (unless OPENSEARCH_URL names one) and storage, in this process's environment."""
    node = None if os.environ.get("OPENSEARCH_URL") else start_engine(folder / "engine")
    (folder / "s3").mkdir()
    storage = s3.start(folder / "s3")
    os.environ.update(
        {
            "OPENSEARCH_URL": node.url if node else os.environ["OPENSEARCH_URL"],
            "HUB_PAUSES": "0",
            "AWS_ENDPOINT_URL_S3": storage.url,
            "AWS_ACCESS_KEY_ID": storage.access_key,
            "AWS_SECRET_ACCESS_KEY": storage.secret_key,
            "AWS_DEFAULT_REGION": "us-east-1",
        }
    )
    try:
        yield
    finally:
        storage.stop()
        if node:
            node.stop()


if __name__ == "__main__":
    main()
