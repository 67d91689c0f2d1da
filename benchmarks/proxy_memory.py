"""Peak memory of one portal answer on its way through the proxy: `python -m benchmarks.proxy_memory [MEGABYTES]` (the
limit).

Each kind of answer runs in a process of its own, with links rewritten, as a function of 1,024 MB would run it.
"""

import json
import resource
import subprocess
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from chalicelib.http.client import Source
from chalicelib.proxy.credentials import PortalKeys
from chalicelib.proxy.forward import LARGEST, LIMITS
from chalicelib.proxy.pipeline import Proxy
from chalicelib.proxy.portals import PORTALS
from chalicelib.proxy.request import ProxyRequest

KINDS: dict[str, str] = {  # one entry of the list that is repeated
    "ontologies": '{"@id":"https://data.bioontology.org/ontologies/X","links":{"ui":"https://x/y"},'
    '"name":"An ontology"}',
    "small objects": '{"a":1}',
    "empty objects": "{}",
    "empty lists": "[]",
    "long text": '"' + "x" * 2000 + '"',
    "wide text": '"' + "細" * 700 + '"',
    "escaped text": '"' + '\\"' * 700 + '"',
    "floats": "1.5",
}


def main(megabytes: float) -> None:
    print(f"{'kind':14} {'status':>6} {'peak MB':>8}   ({megabytes:g} MB sent)")
    for kind in KINDS:
        command = [sys.executable, "-m", "benchmarks.proxy_memory", "--one", kind, str(megabytes)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        print(f"{kind:14} {done.stdout.strip()}", flush=True)


def measure(kind: str, megabytes: float) -> str:
    """Status and peak of one answer of this kind; the server that sends it repeats one small piece."""
    entry = KINDS[kind].encode()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _sender(entry, int(megabytes * 1e6) // (len(entry) + 1)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    portal = PORTALS["ncbo"]
    base = f"http://127.0.0.1:{server.server_port}"
    source = Source(portal.terms, base=base, pauses=False, limits=LIMITS, user_agent="benchmark")
    keys, kept = PortalKeys({portal.secret: "key-of-the-benchmark"}, str), list[int]()
    proxy = Proxy({"ncbo": portal}, {"ncbo": source}, keys, keep=_keeper(kept), rewrite_links=True)
    answer = proxy.answer(ProxyRequest("GET", "/ontologies", {}, {}, b"", "https://hub.example"))
    json.dumps({"body": answer.body})  # as the function's runtime does
    return f"{answer.status:>6} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f}"


def _sender(entry: bytes, count: int) -> type[BaseHTTPRequestHandler]:
    class Sender(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name that the library calls
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            chunk = (entry + b",") * 1000
            self.wfile.write(b"[")
            try:
                for _ in range(count // 1000):
                    self.wfile.write(chunk)
                self.wfile.write(entry + b"]")
            except OSError:
                pass

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Sender


def _keeper(kept: list[int]) -> Callable[[bytes, str], str]:
    def keep(body: bytes, kind: str) -> str:
        kept.append(len(body))
        return "https://files.example/1"

    return keep


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(measure(sys.argv[2], float(sys.argv[3])))
    else:
        main(float(sys.argv[1]) if len(sys.argv) > 1 else LARGEST / 1e6)
