"""What a fresh Lambda environment costs before its first answer: `python -m benchmarks.cold_start [ROUNDS]` (9).

The package that `make package` builds runs as Lambda runs it: AWS's own runtime interface client (awslambdaric, which
is fetched for the run, beside Lambda's boto3 of `.deploy/runtime`) imports the handler, fetches one invocation from the
runtime API, which is served here, and sends the answer back. Told are processor time, which no neighbour blurs, and the
time by the clock, both from the start of the process until the answer has arrived. *hello-world* is a bare Chalice
application, *search* the first answer to a search with text (its engine is a server here that shows no record),
*everything* the answer of a handler that has imported all that any route, event or command may load, but for what the
measuring layer brings.
"""

import json
import os
import statistics
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from chalicelib.json_types import Json
from local.settings import CHECKOUT

CLIENT = "awslambdaric==4.2.2"
RUNTIME = CHECKOUT / ".deploy" / "runtime" / "bin" / "python"
HELLO = """
from chalice.app import Chalice
app = Chalice(app_name="hello")
@app.route("/search/{index}", methods=["POST"])
def hello(index):
    return {"hello": "world"}
"""
EVERYTHING = """
from app import app
import importlib, pkgutil, chalicelib
from chalicelib.wiring import services
for module in pkgutil.walk_packages(chalicelib.__path__, "chalicelib."):
    try:
        importlib.import_module(module.name)
    except ModuleNotFoundError as error:
        if error.name not in ("numpy", "morphio", "PIL"):  # the layer's
            raise
hub = services()
hub.search, hub.publishing, hub.harvest, hub.archives, hub.proxy, hub.queue
import citeproc, bibtexparser, idutils, iso639, jinja2, langcodes
import lxml.html, nh3, pylatexenc.latexencode, rispy, zipstream
"""
HANDLERS = {"hello-world": HELLO, "search": "", "everything": EVERYTHING}
EVENT: Json = {
    "resource": "/search/{index}",
    "path": "/search/dataset",
    "httpMethod": "POST",
    "headers": {"content-type": "application/json", "host": "hub.example"},
    "multiValueHeaders": {"content-type": ["application/json"], "host": ["hub.example"]},
    "multiValueQueryStringParameters": None,
    "pathParameters": {"index": "dataset"},
    "stageVariables": None,
    "requestContext": {"httpMethod": "POST", "resourcePath": "/search/{index}", "identity": {}, "stage": "dev"},
    "body": json.dumps({"query": "pyramidal neurons of CA1"}),
    "isBase64Encoded": False,
}


@dataclass
class Environment:
    """The runtime API for one environment, and the answer that came from it."""

    event: Json
    answered: threading.Event = field(default_factory=threading.Event)
    answer: Json = field(default_factory=dict)
    at: float = 0.0


def main(rounds: int) -> None:
    with TemporaryDirectory() as folder:
        package = _unpack(Path(folder))
        times: dict[str, list[tuple[float, float]]] = {kind: [] for kind in HANDLERS}
        for number in range(rounds + 1):
            for kind, code in HANDLERS.items():
                taken = _once(package, Path(folder) / kind, code)
                if number:  # the first round warms the disk
                    times[kind].append(taken)
    whole = statistics.median(cpu for cpu, _ in times["everything"])
    print(f"{'':14} {'CPU ms':>8} {'fastest':>8} {'of everything':>14} {'clock ms':>9}")
    for kind, found in times.items():
        cpu, clock = (statistics.median(one[place] for one in found) for place in (0, 1))
        fastest = min(found)[0]
        print(f"{kind:14} {cpu * 1000:8.0f} {fastest * 1000:8.0f} {cpu / whole:13.1%} {clock * 1000:9.0f}")


def _unpack(folder: Path) -> Path:
    """The package as Lambda unpacks it, and Lambda's own Python with bytecode, as Lambda has it."""
    ops = CHECKOUT / ".deploy" / "ops" / "bin" / "python"
    built = subprocess.run([ops, "-m", "deploy", "package"], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    with zipfile.ZipFile(built.stdout.splitlines()[-1]) as package:
        package.extractall(folder / "package")
    uv = [
        str(CHECKOUT / ".tools" / "bin" / "uv"),
        *"pip install --quiet --only-binary :all: --compile-bytecode".split(),
    ]
    subprocess.run([*uv, "--python", str(RUNTIME), "--target", str(folder / "client"), CLIENT], check=True)
    subprocess.run([RUNTIME, "-m", "compileall", "-q", RUNTIME.parents[1] / "lib"], check=False, capture_output=True)
    return folder / "package"


def _once(package: Path, folder: Path, code: str) -> tuple[float, float]:
    """Seconds of processor time and by the clock until a fresh environment's first answer."""
    folder.mkdir(exist_ok=True)
    (folder / "handler.py").write_text(code)
    environment = Environment(EVENT)
    server = _Quiet(("127.0.0.1", 0), type("Handler", (_Server,), {"environment": environment}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    began = time.perf_counter()
    variables = _variables(f"127.0.0.1:{server.server_port}", package)
    command = [str(RUNTIME), "-m", "awslambdaric", "handler.app" if code else "app.app"]
    where = folder if code else package
    process = subprocess.Popen(command, cwd=where, env=variables, stdout=subprocess.DEVNULL)
    try:
        if not environment.answered.wait(60) or environment.answer.get("statusCode") != 200:
            raise SystemExit(f"{folder.name}: {environment.answer}")
        return _processor_time(process.pid), environment.at - began
    finally:
        process.kill()
        process.wait()
        server.shutdown()
        server.server_close()


def _variables(address: str, package: Path) -> Mapping[str, str]:
    return {
        "PATH": os.defpath,
        "PYTHONPATH": f"{package}:{package.with_name('client')}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "AWS_LAMBDA_RUNTIME_API": address,
        "AWS_LAMBDA_FUNCTION_NAME": "benchmark",
        "AWS_LAMBDA_FUNCTION_VERSION": "1",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1024",
        "AWS_ACCESS_KEY_ID": "key-of-the-benchmark",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_SESSION_TOKEN": "token",
        "AWS_DEFAULT_REGION": "us-east-1",
        "OPENSEARCH_URL": f"http://{address}",
        "OPENSEARCH_SERVICE": "es",
        "HUB_BUCKET": "benchmark",
        "HARVEST_QUEUE_URL": f"http://{address}/queue",
    }


def _processor_time(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """A process that is ended leaves its connections open."""


class _Server(BaseHTTPRequestHandler):
    """The runtime API (docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html) and an engine that shows nothing."""

    environment: Environment
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if not self.path.endswith("/invocation/next"):
            self._send({"nothing-1": {"aliases": {}}})
        elif not self.environment.answered.is_set():
            deadline = str(int((time.time() + 29) * 1000))
            arn = "arn:aws:lambda:us-east-1:111122223333:function:benchmark"
            names = ("Aws-Request-Id", "Deadline-Ms", "Invoked-Function-Arn", "Trace-Id")
            values = ("8476a536-e9f4-11e8-9739-2dfe598c3fcd", deadline, arn, "Root=1-0")
            self._send(
                self.environment.event, {f"Lambda-Runtime-{name}": one for name, one in zip(names, values, strict=True)}
            )
        else:
            time.sleep(60)  # nothing more to do; the process is ended meanwhile

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if "/runtime/" in self.path:
            self.environment.at = time.perf_counter()
            self.environment.answer = json.loads(body)
            self.environment.answered.set()
            self._send({})
        elif self.path.split("?")[0].endswith("/_msearch"):
            self._send({"responses": [_empty_page(json.loads(line)) for line in body.splitlines()[1::2]]})
        else:
            self._send(_empty_page(json.loads(body or b"{}")))

    def _send(self, content: Json, headers: Mapping[str, str] = {}) -> None:
        body = json.dumps(content).encode()
        self.send_response(200)
        for name, value in {**headers, "Content-Type": "application/json", "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""


def _empty_page(search: Json) -> Json:
    shards = {"total": 1, "successful": 1, "skipped": 0, "failed": 0}
    hits: Json = {
        "total": {"value": 1000, "relation": "eq"},
        "max_score": None,
        "hits": [],
    }  # enough not to look further
    return {"took": 1, "timed_out": False, "_shards": shards, "hits": hits, "aggregations": _no_buckets(search)}


def _no_buckets(search: Json) -> Json:
    return {name: {"doc_count": 0, "buckets": [], **_no_buckets(one)} for name, one in search.get("aggs", {}).items()}


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
