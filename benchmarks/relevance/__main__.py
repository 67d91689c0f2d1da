"""`python -m benchmarks.relevance [HUB]`: judge the searches of a running hub, by default of http://127.0.0.1:8000.

The hub is asked through its public routes; the simpler queries go to its engine (OPENSEARCH_URL), over the same index.
Prints per way of asking nDCG@10, first hits, precision and recall of whole answers and the empty ones; then ours by
kind, and what is not perfect.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator

import orjson
import urllib3

from benchmarks.relevance.baselines import BASELINES
from benchmarks.relevance.measures import Score, mean, score
from benchmarks.relevance.queries import Judged, judged_queries, truth_of
from chalicelib.json_types import Json

PAGE = 1000
POOL = urllib3.PoolManager()


def main(hub: str, engine: str | None) -> None:
    records = [one for index in ("dataset", "model") for one in _all(hub, index, {})]
    judged = [(query, truth) for query in judged_queries(records) if (truth := truth_of(query, records))]
    print(f"{len(records)} records, {len(judged)} queries of {len({query.kind for query, _ in judged})} kinds\n")
    ours = {query: score(_answer(hub, query), truth) for query, truth in judged}
    _print_row("", "nDCG@10", "first", "P", "R", "empty")
    _print_score("understood", list(ours.values()))
    if engine:
        for name, body_of in BASELINES.items():
            _print_score(name, [score(_ask_engine(engine, query, body_of), truth) for query, truth in judged])
    print()
    _print_kinds(ours)
    _print_faults(ours, dict(judged))


def _answer(hub: str, query: Judged) -> list[str]:
    return [one["id"] for one in _all(hub, query.index, {"query": query.text, "data_type": query.data_type})]


def _all(hub: str, index: str, asked: Json) -> Iterator[Json]:
    """All records that a search finds, page by page."""
    cursor = None
    while True:
        suffix = f"?cursor={cursor}" if cursor else ""
        page = _post(f"{hub}/search/{index}/0/{PAGE}{suffix}", asked)
        yield from page["items"]
        cursor = page["next"]
        if not cursor:
            return


def _ask_engine(engine: str, query: Judged, body_of: Callable[[Judged], Json]) -> list[str]:
    hits = _post(f"{engine}/{query.index}/_search", body_of(query))["hits"]["hits"]
    return [hit["_id"] for hit in hits]


def _post(url: str, body: Json) -> Json:
    answer = POOL.request("POST", url, body=orjson.dumps(body), headers={"Content-Type": "application/json"})
    if answer.status != 200:
        raise SystemExit(f"{url}: {answer.status} {answer.data[:300]!r} for {body}")
    content: Json = orjson.loads(answer.data)
    return content


def _print_kinds(ours: dict[Judged, Score]) -> None:
    kinds: dict[str, list[Score]] = defaultdict(list)
    for query, one in ours.items():
        kinds[query.kind].append(one)
    for name, scores in kinds.items():
        _print_score(f"{name} ({len(scores)})", scores)


def _print_faults(ours: dict[Judged, Score], truths: dict[Judged, set[str]]) -> None:
    print()
    for query, one in ours.items():
        if min(one.ndcg, one.precision, one.recall) < 0.95:
            print(
                f"{query.kind}: {query.text!r} ({query.data_type}, {len(truths[query])} right)"
                f" nDCG {one.ndcg:.2f} P {one.precision:.2f} R {one.recall:.2f}"
            )


def _print_score(name: str, scores: list[Score]) -> None:
    one = mean(scores)
    _print_row(
        name, f"{one.ndcg:.3f}", f"{one.first:.3f}", f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.empty:.0f}"
    )


def _print_row(name: str, *cells: str) -> None:
    print(f"{name:18}" + "".join(f"{cell:>9}" for cell in cells), flush=True)


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] else "http://127.0.0.1:8000", os.environ.get("OPENSEARCH_URL"))
