"""What a search costs beside the bare engine: `python -m benchmarks.search [RECORDS ...] [--json FILE]` (10000 100000).

Records are resampled from the sources played (the recordings where they are, else our samples), all digits and some
letters of their names changed; one index, one node, clients on the same machine. Per shape: p50 and p95 in ms at 1, 4
and 16 clients, and the engine's CPU ms a request; `--json` writes these cells:
`{records, shape, clients, p50_ms, p95_ms, engine_cpu_ms}`.
Every text carries a number of its own, so that nothing comes from the request cache, except in the rows that say so.
Read ratios within one run; absolute times are those of a shared machine.

bare       the compiled body with all facets over a kept-alive connection, the answer's bytes unread
handler    the request's body parsed and checked, compiled, asked, shaped and written as JSON (what the route does)
gateway    the same through Chalice and the gateway's emulation (one client: a Lambda environment answers one at a time)
hits       the compiled body without its facets
search     what the route does without facets, which is its default
suggest    what the route suggests for a text that is typed so far: at most half of what `search` costs
matrix     connections counted by home region
record     the record page's record, by its identifier
legacy     nine wildcard clauses a word, sorted by name, hits only
legacy +   the same, and one request for each of the three filters of the panel
"""

import argparse
import itertools
import json
import random
import re
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson
import psutil
import urllib3

from benchmarks.resampled import load_resampled, open_hub, read_seeds
from chalicelib.json_types import Json
from chalicelib.search.filters import usual_facets
from chalicelib.search.query import Query
from chalicelib.search.suggestions import Ask
from chalicelib.wiring import Services
from local import opensearch

TEXTS = (
    "pyramidal",
    "pyram",
    "yrami",
    "granule rat",
    "CA1",
    "CA1 | CA3",
    "interneuron mouse",
    "n4",
    "pyrmidal",
    "HP1-1",
)
LEGACY_FIELDS = (
    "name",
    "description",
    "cell_type",
    "region",
    "secondary_region",
    "species",
    "layers",
    "archive",
    "etype",
)
REQUESTS = 200  # a shape and number of clients
SIZE = 20
BASE = "https://hub.example"
Call = Callable[[str], None]


def main(sizes: list[int], written: Path | None = None) -> None:
    cells: list[Json] = []
    with open_hub() as (hub, node, _):
        seeds = read_seeds(hub)
        for size in sizes:
            for cell in _measure(hub, node, seeds, size):
                cells.append(cell)
                if written:
                    written.write_text(json.dumps(cells, indent=1))


def _measure(hub: Services, node: opensearch.Node, seeds: list[Json], size: int) -> Iterator[Json]:
    index = load_resampled(hub, node, seeds, size)
    stored = hub.client.indices.stats(index=index, metric="store")["_all"]["primaries"]["store"]["size_in_bytes"]
    print(f"{size} records of {stored / size:.0f} bytes in the index", flush=True)
    print(f"{size} records, {len(TEXTS)} texts, {REQUESTS} requests a cell; p50 / p95 ms (engine CPU ms)")
    for name, call in _shapes(hub, index).items():
        print(f"{name:16}", end="", flush=True)
        for clients in (1,) if name.startswith("gateway") else (1, 4, 16):
            cell = _timed(call, clients, node)
            print(f"{cell['p50_ms']:12.1f} / {cell['p95_ms']:.1f} ({cell['engine_cpu_ms']:.1f})", end="", flush=True)
            yield {"records": size, "shape": name, "clients": clients, **cell}
        print(flush=True)


def _shapes(hub: Services, index: str) -> dict[str, Call]:
    pool = urllib3.PoolManager(maxsize=16)
    url = f"{hub.config.opensearch_url}/dataset/_search?request_cache=true&allow_partial_search_results=false"
    ours = {"Content-Type": "application/json"}
    facets = tuple(usual_facets("dataset", "morphology"))

    def send(body: Json) -> None:
        pool.request("POST", url, body=orjson.dumps(body), headers=ours).data  # noqa: B018

    def bare(text: str) -> None:
        send(hub.search.request(Query(index="dataset", data_type="morphology", text=text, facets=facets)))

    def hits(text: str) -> None:
        send(hub.search.request(Query(index="dataset", data_type="morphology", text=text)))

    def suggestions(text: str) -> None:
        orjson.dumps(hub.search.suggestions(Ask("dataset", "morphology", text.partition(" | qxz")[0], 10)))

    def search(text: str) -> None:
        orjson.dumps(hub.search.page(Query(index="dataset", data_type="morphology", text=text), base=BASE))

    def matrix(text: str) -> None:
        orjson.dumps(hub.search.matrix(Query(index="dataset", text=text), "soma_region", base=BASE))

    def record(text: str) -> None:
        orjson.dumps(hub.search.records([f"bench-{hash(text) % 10_000}"], base=BASE).found)

    def handler(text: str) -> None:
        asked = orjson.dumps({"data_type": "morphology", "query": text, "facets": "all"})
        orjson.dumps(hub.search.page(Query.parse(asked, index="dataset"), base=BASE))

    def legacy(text: str) -> None:
        send(_legacy(text))

    def legacy_with_facets(text: str) -> None:
        send(_legacy(text))
        for field in ("species", "secondary_region", "cell_type"):
            send({"size": 0, "aggs": {field: {"terms": {"field": field, "size": 10}}}})

    return {
        "bare": _fresh(bare),
        "handler": _fresh(handler),
        "bare, cached": bare,
        "handler, cached": handler,
        "gateway, cached": _gateway(hub),
        "hits": _fresh(hits),
        "search": _fresh(search),
        "suggest": _fresh(suggestions),
        "matrix": _fresh(matrix),
        "record": _fresh(record),
        "legacy": _fresh(legacy),
        "legacy +": _fresh(legacy_with_facets),
    }


def _fresh(call: Call) -> Call:
    """The same call with a text that was never asked before: a second side that nothing is found by."""
    numbers = itertools.count(random.randrange(10**6))
    lock = threading.Lock()

    def asked(text: str) -> None:
        with lock:
            number = next(numbers)
        call(f"{text} | qxz{number}")

    return asked


def _legacy(text: str) -> Json:
    words = [word for word in re.split(r"[|\s]+", text) if word]
    clauses = [
        {"query_string": {"query": f"*{word.replace('-', ' ')}*", "fields": [field]}}
        for word in words
        for field in LEGACY_FIELDS
    ]
    return {"size": SIZE, "query": {"bool": {"should": clauses, "minimum_should_match": 1}}, "sort": [{"name": "asc"}]}


def _gateway(hub: Services) -> Call:
    from werkzeug.test import Client

    import chalicelib.routes.search as routes
    from local.workers import wsgi

    vars(routes)["services"] = lambda: hub
    client = Client(wsgi)

    def call(text: str) -> None:
        client.post(
            "/search/dataset",
            data=orjson.dumps({"data_type": "morphology", "query": text, "facets": "all"}),
            content_type="application/json",
        )

    return call


def _timed(call: Call, clients: int, node: opensearch.Node) -> Json:
    texts = [TEXTS[number % len(TEXTS)] for number in range(REQUESTS)]
    for text in TEXTS:
        call(text)
    engine = _engine(node)
    before = sum(engine.cpu_times()[:2])
    with ThreadPoolExecutor(clients) as pool:
        took = sorted(pool.map(lambda text: _one(call, text), texts))
    cpu = (sum(engine.cpu_times()[:2]) - before) / REQUESTS * 1000
    return {
        "p50_ms": round(took[len(took) // 2], 2),
        "p95_ms": round(took[int(len(took) * 0.95)], 2),
        "engine_cpu_ms": round(cpu, 2),
    }


def _one(call: Call, text: str) -> float:
    began = time.perf_counter()
    call(text)
    return (time.perf_counter() - began) * 1000


def _engine(node: opensearch.Node) -> psutil.Process:
    """The Java process under the keeper that holds it."""
    family: list[psutil.Process] = psutil.Process(node.process.pid).children(recursive=True)
    return max(family, key=lambda one: one.memory_info().rss)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search")
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 100_000], metavar="RECORDS")
    parser.add_argument("--json", type=Path, metavar="FILE")
    given = parser.parse_args()
    main(given.sizes, given.json)
