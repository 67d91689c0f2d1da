"""What the proxy costs a request: `python -m benchmarks.proxy_overhead [REQUESTS]` (200 by each number of clients).

One ontology and a page of 50 search hits are asked for directly at the replay and through the API, which has as many
workers as `make serve` gives it. Replay, API and clients share this machine's cores, so that the difference is an upper
bound.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import urllib3

from local.leash import Leashed
from local.ports import LOOPBACK, free_port
from local.serve import WORKERS
from local.settings import CHECKOUT, RECORDINGS, SAMPLES, process_environment

KEY = {"Authorization": "apikey token=key-of-the-benchmark"}
PATHS = {"one ontology": "ontologies/AGROVOC", "50 search hits": "search?q=plant"}
CLIENTS = (1, 4, 16)


def main(count: int) -> None:
    with TemporaryDirectory() as home, _servers(Path(home)) as (replay, api):
        print(
            f"{'':16} {'clients':>7} {'direct p50':>11} {'p95':>7} {'proxy p50':>11} {'p95':>7} {'more p50':>9}"
            f" {'p95':>7}  (ms)"
        )
        for name, path in PATHS.items():
            for clients in CLIENTS:
                direct = _measured(f"{replay}/portals/agroportal/{path}", count, clients)
                proxied = _measured(f"{api}/portals/agroportal/{path}", count, clients)
                more = (proxied[0] - direct[0], proxied[1] - direct[1])
                figures = "".join(f"{p50:11.1f} {p95:7.1f}" for p50, p95 in (direct, proxied))
                print(f"{name:16} {clients:7} {figures} {more[0]:9.1f} {more[1]:7.1f}")


def _measured(url: str, count: int, clients: int) -> tuple[float, float]:
    """p50 and p95 of the time of one request, in milliseconds."""
    pool = urllib3.PoolManager(maxsize=clients, headers=KEY)

    def once(_: int) -> float:
        began = time.perf_counter()
        answer = pool.request("GET", url)
        if answer.status != 200:
            raise SystemExit(f"{url} answered {answer.status}")
        return (time.perf_counter() - began) * 1000

    with ThreadPoolExecutor(clients) as threads:
        list(threads.map(once, range(clients * 4)))  # warm
        times = list(threads.map(once, range(count)))
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


@contextmanager
def _servers(home: Path) -> Iterator[tuple[str, str]]:
    """The replay and the API over it, both up."""
    recordings = RECORDINGS if RECORDINGS.is_dir() else SAMPLES
    ports = free_port(), free_port()
    environment = {
        **process_environment(),
        "PYTHONPATH": str(CHECKOUT),
        "HUB_PAUSES": "0",
        "PORTAL_URL_AGROPORTAL": f"http://{LOOPBACK}:{ports[0]}/portals/agroportal",
    }
    played = ["-m", "replay", "--port", str(ports[0]), "--recordings", str(recordings)]
    served = ["-m", "local.workers", str(ports[1]), str(WORKERS)]
    started = []
    try:
        for number, command in enumerate((played, served)):
            log = home / f"{number}.log"
            started.append(Leashed([sys.executable, *command], log, environment, cwd=CHECKOUT))
        urls = [f"http://{LOOPBACK}:{port}" for port in ports]
        _await(f"{urls[0]}/_faults")
        _await(f"{urls[1]}/portals")
        yield urls[0], urls[1]
    finally:
        for process in started:
            process.stop()


def _await(url: str) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            if urllib3.request("GET", url, retries=False, timeout=5).status == 200:
                return
        except urllib3.exceptions.HTTPError:
            time.sleep(0.1)
    raise SystemExit(f"{url} does not answer")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
