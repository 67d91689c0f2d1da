"""What a fresh function costs before its first answer: `python -m benchmarks.cold_start [ROUNDS]` (15).

Processor time of a fresh interpreter, which no neighbour and no disk blurs as they blur the clock: a bare Chalice
hello-world, the application as a search needs it (with the engine's signing client), and the application with
everything that any route, event or command may load. First with bytecode at hand, as in our package, then without any.
"""

import os
import statistics
import subprocess
import sys
from pathlib import Path

from local.settings import CHECKOUT, process_environment

HELLO = """
from chalice.app import Chalice
app = Chalice(app_name="hello")
@app.route("/")
def hello():
    return {"hello": "world"}
"""
SEARCH = """
import app
from chalicelib.wiring import services
services().search
"""
EVERYTHING = (
    SEARCH
    + """
import importlib, pkgutil, chalicelib
for module in pkgutil.walk_packages(chalicelib.__path__, "chalicelib."):
    importlib.import_module(module.name)
hub = services()
hub.publishing, hub.harvest, hub.archives, hub.proxy, hub.queue
import zipstream, iso639, nh3, lxml.html
"""
)
KINDS = {"hello-world": HELLO, "search": SEARCH, "everything": EVERYTHING}
TIMED = "import time\n{code}\nprint(time.process_time())\n"
KEYS = {
    "OPENSEARCH_SERVICE": "es",
    "AWS_ACCESS_KEY_ID": "key-of-the-benchmark",
    "AWS_SECRET_ACCESS_KEY": "secret",
    "AWS_DEFAULT_REGION": "us-east-1",
    "HARVEST_QUEUE_URL": "http://127.0.0.1/queue",
    "HUB_JSON_LOGS": "1",
}
NO_BYTECODE = {"PYTHONPYCACHEPREFIX": "/no/such/folder", "PYTHONDONTWRITEBYTECODE": "1"}


def main(rounds: int) -> None:
    for title, more in (("with bytecode", {}), ("from sources", NO_BYTECODE)):
        _measured(title, more, rounds)


def _measured(title: str, more: dict[str, str], rounds: int) -> None:
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for number in range(rounds + 1):
        for kind, code in KINDS.items():
            taken = _once(code, more)
            if number:  # the first round warms the disk
                times[kind].append(taken)
    hello, everything = (statistics.median(times[kind]) * 1000 for kind in ("hello-world", "everything"))
    print(f"{title:14} {'median ms':>10} {'fastest':>8} {'of hello-world':>15} {'of everything':>14}")
    for kind, seconds in times.items():
        median, fastest = statistics.median(seconds) * 1000, min(seconds) * 1000
        print(f"{kind:14} {median:10.0f} {fastest:8.0f} {median / hello:15.1f} {median / everything:13.0%}")


def _once(code: str, more: dict[str, str]) -> float:
    """Seconds of processor time of a fresh interpreter that runs this."""
    environment = {**process_environment(), **KEYS, "PYTHONPATH": str(CHECKOUT), "PATH": os.defpath, **more}
    command = [sys.executable, "-c", TIMED.format(code=code)]
    done = subprocess.run(command, env=environment, cwd=Path(CHECKOUT), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return float(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
