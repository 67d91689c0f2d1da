"""How long a publish and a rollback take, and what readers get meanwhile: `python -m benchmarks.publish [RECORDS]
[--json FILE]` (1000000).

Two runs of so many records, the second a copy that lacks a thousand of them, are shown in turn by the alias update that
a publish and a rollback are, while eight readers search without a pause. An answer is wrong when its total is not that
of the release that it names. `--json` writes `{records, publish_s, rollback_s, answers, wrong, errors}`.
"""

import argparse
import json
import threading
import time
from collections import Counter
from pathlib import Path

from opensearchpy.helpers import bulk

from benchmarks.resampled import load_resampled, open_hub, read_seeds
from benchmarks.search import BASE, TEXTS
from chalicelib.errors import HubError
from chalicelib.json_types import Json
from chalicelib.search.query import Query
from chalicelib.wiring import Services

READERS, ROUNDS, LESS = 8, 10, 1000
PROVIDER = "bench"


def main(size: int, written: Path | None = None) -> None:
    with open_hub() as (hub, node, _):
        first = load_resampled(hub, node, read_seeds(hub), size)
        figures = measure(hub, hub.names.parse(first).run, copy_run(hub, first))
    print("\n".join(f"{name:12} {figure}" for name, figure in figures.items()))
    if written:
        written.write_text(json.dumps({"records": size, **figures}, indent=1))


def copy_run(hub: Services, first: str) -> str:
    """Copy an index inside the engine, without a thousand of its records, as a later run, which is named."""
    second = f"{hub.names.parse(first).run}-2"
    target = hub.names.physical("dataset", PROVIDER, second)
    hub.client.indices.put_settings(index=first, body={"index.blocks.write": True})
    hub.client.indices.clone(index=first, target=target, body={"settings": {"index.blocks.write": None}})
    hub.client.cluster.health(index=target, params={"wait_for_status": "yellow"})
    bulk(hub.client, ({"_op_type": "delete", "_index": target, "_id": f"bench-{one}"} for one in range(LESS)))
    hub.client.indices.refresh(index=target)
    return second


def measure(hub: Services, first: str, second: str) -> Json:
    right = {publish(hub, run)[1]: totals(hub) for run in (second, first)}
    outcomes: Counter[str] = Counter()
    over = threading.Event()

    def read(number: int) -> None:
        while not over.is_set():
            text = TEXTS[number % len(TEXTS)] if number % 2 else ""
            number += 1
            try:
                page = hub.search.page(Query(index="dataset", text=text), base=BASE)
            except HubError as error:
                outcomes[f"error {error!r}"] += 1
                continue
            outcomes["right" if page["total"] == right[page["generation"]][text] else "wrong"] += 1

    readers = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    for one in readers:
        one.start()
    took: dict[str, list[float]] = {"publish_s": [], "rollback_s": []}
    for _ in range(ROUNDS):
        for name, run in (("publish_s", second), ("rollback_s", first)):
            time.sleep(1)
            took[name].append(publish(hub, run)[0])
    over.set()
    for one in readers:
        one.join()
    errors = sum(count for what, count in outcomes.items() if what.startswith("error"))
    return {**took, "answers": sum(outcomes.values()), "wrong": outcomes["wrong"], "errors": errors}


def publish(hub: Services, run: str) -> tuple[float, str]:
    """Show a run as the product does; tell the seconds until every reader sees it, and its release."""
    began = time.perf_counter()
    with hub.releases.changing("dataset", PROVIDER, run):
        hub.publisher.swap_alias("dataset", PROVIDER, run)
    return round(time.perf_counter() - began, 3), hub.releases.current("dataset").generation


def totals(hub: Services) -> dict[str, int]:
    """What each text finds in the release that is served."""
    return {text: hub.search.page(Query(index="dataset", text=text), base=BASE)["total"] for text in ("", *TEXTS)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.publish")
    parser.add_argument("records", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--json", type=Path, metavar="FILE")
    given = parser.parse_args()
    main(given.records, given.json)
