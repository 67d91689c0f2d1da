"""A real OpenSearch node of our own: no Docker, no Java to install; its data stay between starts.

The runner takes the HTTP port after the one it is told, silently the next free one when that is taken, and no port
above 9299: so we choose a free one and check by the cluster's name that what answers is our node.
"""

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

import requests

from local.java import ENGINE, jars, java
from local.leash import Leashed
from local.ports import LOOPBACK, free_port
from local.settings import LocalStackError, cache_folder, process_environment

FIRST_PORT, LAST_PORT = 9201, 9299
TRIES = 5
UP_WITHIN = 120.0  # seconds; 5 on an idle machine

_CONFIG = """\
discovery.type: single-node
action.auto_create_index: "false"
path.repo: ["{snapshots}"]
cluster.routing.allocation.disk.threshold_enabled: false
cluster.max_shards_per_node: 10000
"""


_SHORT_LIVED = (
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",  # with a heap this small, marking it concurrently costs a tenth of all the node does
    "-XX:NewRatio=1",
    "-XX:+UnlockDiagnosticVMOptions",
    "-XX:-BytecodeVerificationRemote",  # a fifth of the start
)
_LASTING = ("-XX:+UseG1GC",)


@dataclass(frozen=True)
class Node:
    """A node that answers at `url`."""

    url: str
    process: Leashed

    def stop(self) -> None:
        self.process.stop()


def start(home: Path, *, heap: str = "1g", is_lasting: bool = False) -> Node:
    """Start the node whose data lie under `home`; raises LocalStackError with the end of its log when it cannot.

    `is_lasting`: compiled and collected as on a managed node, which answers twice as fast once it has run for minutes.
    """
    classpath = ":".join(jars(ENGINE, cache_folder()))
    name = "hub-" + hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:12]
    config = home / "config"
    config.mkdir(parents=True, exist_ok=True)
    (config / "opensearch.yml").write_text(_CONFIG.format(snapshots=home / "snapshots"), encoding="utf-8")
    for _ in range(TRIES):
        port = free_port(start=FIRST_PORT + 1, end=LAST_PORT)
        command = _command(classpath, heap, _LASTING if is_lasting else _SHORT_LIVED, home, config, name, port)
        process = Leashed(command, home / "node.log", process_environment())
        node = Node(f"http://{LOOPBACK}:{port}", process)
        if _is_up(node, name):
            return node
        process.stop()
    raise LocalStackError(f"The search engine finds no port for itself; its log is {home / 'node.log'}.")


def _command(
    classpath: str, heap: str, options: tuple[str, ...], home: Path, config: Path, name: str, port: int
) -> list[str]:
    return [
        java(),
        "-Djava.locale.providers=CLDR,SPI",
        *options,
        "-Xms256m",
        f"-Xmx{heap}",
        "-cp",
        classpath,
        "org.codelibs.opensearch.runner.OpenSearchRunner",
        "-basePath",
        str(home),
        "-confPath",
        str(config),
        "-numOfNode",
        "1",
        "-baseHttpPort",
        str(port - 1),
        "-clusterName",
        name,
    ]


def _is_up(node: Node, name: str) -> bool:
    """Whether the node answers; False when another server does at this port. Raises LocalStackError when it dies."""
    end = time.monotonic() + UP_WITHIN
    while time.monotonic() < end:
        if node.process.poll() is not None:
            raise LocalStackError(
                f"The search engine ended while starting (is another one using {node.process.log.parent}?):\n"
                + node.process.last_words()
            )
        try:
            answer = requests.get(node.url, timeout=2).json()
            if answer.get("cluster_name") != name:
                return False
            health = requests.get(f"{node.url}/_cluster/health?wait_for_status=yellow&timeout=30s", timeout=35)
            if health.ok:
                return True
        except (requests.RequestException, ValueError):
            time.sleep(0.2)
    raise LocalStackError(f"The search engine did not answer within {UP_WITHIN:.0f} s:\n{node.process.last_words()}")
