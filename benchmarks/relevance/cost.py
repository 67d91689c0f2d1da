"""What understanding costs: `python -m benchmarks.relevance.cost [RECORDS [TEXTS]]` (100000 500), engine CPU per text,
in one run.

Records are resampled from the recordings as in `benchmarks.search`. Compared are the query before the hub understood
text, ours in its first call, and ours with relaxation; over the texts of the judged queries and over those of
`benchmarks.search`. Then the worst of 500 generated texts beside the median: no text may be ten times as dear.
"""

import random
import statistics
import string
import sys
from collections.abc import Callable, Sequence

import orjson
import psutil
import urllib3

from benchmarks.relevance.baselines import before
from benchmarks.relevance.queries import Judged, judged_queries
from benchmarks.resampled import load_resampled, open_hub, read_seeds
from benchmarks.search import TEXTS, _engine
from chalicelib.json_types import Json
from chalicelib.search.query import Query
from chalicelib.wiring import Services
from local import opensearch

GENERATED = 500
ROUNDS = 6  # of one generated text: the clock of a process ticks in hundredths of a second
PAGE = 20
POOL = urllib3.PoolManager()
Call = Callable[[Judged], None]


def main(records: int, texts: int) -> None:
    with open_hub() as (hub, node, _):
        seeds = read_seeds(hub)
        load_resampled(hub, node, seeds, records)
        _compare(hub, node, [one for one in judged_queries(seeds) if one.index == "dataset"])
        _worst(hub, node, texts)


def _compare(hub: Services, node: opensearch.Node, judged: Sequence[Judged]) -> None:
    bench = [Judged("bench", text, "morphology", lambda record: True) for text in TEXTS]
    shapes: dict[str, Call] = {
        "before": lambda query: _send(hub, {**before(query), "size": PAGE, "track_total_hits": True}),
        "understood": lambda query: _send(hub, hub.search.request(_query(query))),
        "with relaxation": lambda query: _page(hub, query),
    }
    for name, queries in (("texts of benchmarks.search", bench), ("judged texts", judged)):
        costs = {shape: _cpu(node, call, queries) for shape, call in shapes.items()}
        row = ", ".join(f"{shape} {cost:.1f} ms ({cost / costs['before']:.2f})" for shape, cost in costs.items())
        print(f"{name} ({len(queries)}): {row}", flush=True)


def _worst(hub: Services, node: opensearch.Node, count: int) -> None:
    dice = random.Random(2)
    texts = [_generated(dice) for _ in range(count)]
    costs = []
    for text in texts:
        query = Judged("generated", text, "morphology", lambda record: True)
        costs.append((_cpu(node, lambda one: _page(hub, one), [query], rounds=ROUNDS), text))
    median, worst = statistics.median(cost for cost, _ in costs), max(costs)
    print(
        f"{count} generated texts: median {median:.1f} ms, worst {worst[0]:.1f} ms ({worst[0] / median:.1f}):"
        f" {worst[1][:80]!r}"
    )


def _generated(dice: random.Random) -> str:
    """What people, programs and attackers type: words, long words, repeats, signs, sentences."""
    known = "pyramidal CA1 rat interneuron dentate gyrus male basket neuron cell and of hippocampus layer a e 1".split()
    made = ["".join(dice.choice(string.ascii_lowercase) for _ in range(dice.randint(1, 12))) for _ in range(6)]
    kinds: list[Callable[[], str]] = [
        lambda: " ".join(dice.choices(known, k=dice.randint(1, 8))),
        lambda: dice.choice("aeinst") * dice.randint(1, 900),
        lambda: " ".join(dice.choices([*known, *made], k=dice.randint(20, 50))),
        lambda: "-".join(dice.choices([*known, *made], k=dice.randint(2, 40))),
        lambda: " ".join(dice.choices("a e i o 1 2 ca ne".split(), k=dice.randint(5, 50))),
        lambda: " ".join(_word(dice) for _ in range(dice.randint(3, 45))),  # found nowhere: all is relaxed
        lambda: " | ".join(dice.choices([*known, *made], k=dice.randint(2, 20))),
    ]
    return dice.choice(kinds)()


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(string.ascii_lowercase, k=dice.randint(4, 12)))


def _query(query: Judged) -> Query:
    return Query(index=query.index, data_type=query.data_type, text=query.text)


def _page(hub: Services, query: Judged) -> None:
    hub.search.page(_query(query), base="")


def _send(hub: Services, body: Json) -> None:
    url = f"{hub.config.opensearch_url}/dataset/_search?allow_partial_search_results=false"
    POOL.request("POST", url, body=orjson.dumps(body), headers={"Content-Type": "application/json"}).data  # noqa: B018


def _cpu(node: opensearch.Node, call: Call, queries: Sequence[Judged], *, rounds: int = 3) -> float:
    """Engine CPU ms a query; the request cache is emptied before each round."""
    engine = _engine(node)
    spent = 0.0
    for turn in range(rounds + 1):
        POOL.request("POST", f"{node.url}/_cache/clear")
        started = _busy(engine)
        for query in queries:
            call(query)
        spent += _busy(engine) - started if turn else 0.0  # the first round warms up
    return spent / rounds / len(queries) * 1000


def _busy(engine: psutil.Process) -> float:
    return sum(engine.cpu_times()[:2])


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100_000, int(sys.argv[2]) if sys.argv[2:] else GENERATED)
