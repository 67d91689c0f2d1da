"""Memory and time of an export that streams into S3: `python -m benchmarks.export [RECORDS] [FORMAT]` (100,000 as csv).

Records come from a generator, as the engine would send them; the storage is the local one (S3Proxy), a process of its
own. The figures are this process's.
"""

import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.archive import open_files
from chalicelib.export.jobs import ExportRequest, Exports
from chalicelib.jobs.engine import Ready
from chalicelib.json_types import Json
from chalicelib.search.service import Whole
from local.s3 import start

RELEASE = "0" * 16
PAPERS = 1000  # different ones


class Generated:
    """As many records as wanted, one at a time."""

    def __init__(self, count: int) -> None:
        self._count = count

    def read_whole(self, whole: Whole, after: str | None = None, seen: int = 0) -> Iterator[Json]:
        first = int(after.rpartition("-")[2]) + 1 if after else 0
        return map(_record, range(first, self._count))

    def documents(self, ids: Any, release: str = "") -> Any:
        raise NotImplementedError


def main(count: int, name: str) -> None:
    with TemporaryDirectory() as home:
        server = start(Path(home))
        try:
            _measure(Exports(open_files(server), Generated(count), lambda record, base: record, {}), count, name)
        finally:
            server.stop()


def _measure(exports: Exports, count: int, name: str) -> None:
    request, small = _request(name, count), _request(name, 1)
    exports.whole(small, 1000, float("inf"))
    before, begun = _peak(), time.perf_counter()
    outcome = exports.request(request, deadline=float("inf"))
    took = time.perf_counter() - begun
    if not isinstance(outcome, Ready):
        raise SystemExit("the export was not made")
    print(f"{count} records as {name}: {took:.1f} s; peak memory {_peak():.0f} MB, {before:.0f} MB of it before")


def _request(name: str, count: int) -> ExportRequest:
    whole = Whole("dataset", RELEASE, {"match_all": {}}, count, {})
    return ExportRequest(name, "dataset", ("dataset",), RELEASE, "https://hub.example", count, whole=whole)


def _record(number: int) -> Json:
    origin = {"provider": "benchmark", "source_url": "", "harvested_at": "2026-01-01T00:00:00Z", "run": "1"}
    origin |= {"licence": "CC0-1.0", "citation": "Benchmark"}
    paper = {"label": f"DOI 10.1000/{number % PAPERS}", "doi": f"10.1000/{number % PAPERS}"}
    facts = {"soma_surface": number / 7, "region": "hippocampus", "secondary_region": ["CA1"], "species": "rat"}
    named = {"id": f"benchmark-{number:08}", "type": "morphology", "name": f"cell {number}", "source": "Benchmark"}
    return {**named, **facts, "papers": [paper], "provenance": origin}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    given = sys.argv[1:3]
    main(int(given[0]) if given else 100_000, given[1] if len(given) > 1 else "csv")
