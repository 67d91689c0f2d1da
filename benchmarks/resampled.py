"""A hub over an engine of its own, and as many records as a benchmark wants, resampled from the sources played."""

import random
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from string import ascii_lowercase
from tempfile import TemporaryDirectory

from chalicelib.config import from_environment
from chalicelib.json_types import Json
from chalicelib.records import Provenance
from chalicelib.search.lookup import with_lookup
from chalicelib.store.opensearch.bulk import bulk_load
from chalicelib.store.opensearch.client import connect
from chalicelib.wiring import Services, now
from local import opensearch
from local.settings import from_environment as stack_settings
from replay.server import Upstream


@contextmanager
def open_hub() -> Iterator[tuple[Services, opensearch.Node, dict[str, str]]]:
    """A hub, its engine, which runs as a managed node does, and the settings by which another process is this hub."""
    played = Upstream(stack_settings().recordings).start()
    with TemporaryDirectory(prefix="hub-bench-") as home:
        node = start_engine(Path(home))
        settings = {"OPENSEARCH_URL": node.url, **source_settings(played.url)}
        try:
            yield Services(from_environment(settings)), node, settings
        finally:
            node.stop()
            played.stop()


def start_engine(home: Path) -> opensearch.Node:
    """The engine that benchmarks measure."""
    return opensearch.start(home, heap="4g", is_lasting=True)


def source_settings(sources: str) -> dict[str, str]:
    """Settings of a hub that reads the sources played at this address."""
    urls = {"NEUROMORPHO_URL": "neuromorpho", "HIPPOCAMPOME_URL": "hippocampome", "NEXUS_URL": "nexus"}
    played = {name: f"{sources}/{path}" for name, path in urls.items()}
    return {**played, "HUB_MIRROR_URL": f"{sources}/nexus/hosts", "HUB_PAUSES": "0", "HUB_REFRESH_INTERVAL": "1s"}


def read_seeds(hub: Services) -> list[Json]:
    """All records of three sources, read without harvesting them."""
    hub.prepare()
    return [record for provider in ("neuromorpho", "hippocampome", "internal") for record in _read(hub, provider)]


def _read(hub: Services, provider: str) -> Iterator[Json]:
    terms, cursor, pages = hub.providers[provider].terms, None, 0
    while cursor or not pages:
        page = hub.providers[provider].page(hub.source(provider), cursor)
        for record in page.records:
            given = {"provider": provider, "source_url": record.source_url, "harvested_at": now(), "run": "bench"}
            yield record.document(Provenance(**given, licence=terms.licence, citation=terms.citation))
        cursor, pages = page.next, pages + 1


def load_resampled(hub: Services, node: opensearch.Node, seeds: list[Json], size: int) -> str:
    """Serve so many records made of the seeds, and name their index."""
    dice, run, began = random.Random(1), f"{size:09d}", time.perf_counter()
    index = hub.publisher.create_index("dataset", "bench", run)
    patient = connect(node.url, timeout=600)  # a busy machine takes its time over a bulk request
    for start in range(0, size, 5000):
        bulk_load(patient, index, [resample(dice, seeds, number) for number in range(start, min(start + 5000, size))])
    hub.publisher.await_count("dataset", "bench", run, least=size)
    print(f"\n{size} records loaded at {size / (time.perf_counter() - began):.0f} a second", flush=True)
    _await_merges(hub, index)
    hub.publisher.swap_alias("dataset", "bench", run)
    for earlier in hub.publisher.built_runs("dataset", "bench"):
        hub.publisher.delete_index("dataset", "bench", earlier)  # all but the one that is served
    return index


def _await_merges(hub: Services, index: str) -> None:
    """Until the engine has merged what was loaded: it is measured as it is read for days."""
    hub.client.indices.put_settings(index=index, body={"index.merge.scheduler.auto_throttle": False})
    hub.client.indices.flush(index=index)
    while hub.client.indices.stats(index=index, metric="merge")["_all"]["primaries"]["merges"]["current"]:
        time.sleep(1)


def resample(dice: random.Random, seeds: list[Json], number: int) -> Json:
    """The record of this number: one of the seeds under another name."""
    seed = dice.choice(seeds)
    name = re.sub(r"[^\W_]", lambda sign: _other_sign(dice, sign.group()), seed["name"])
    identifier = f"bench-{number}"
    provenance = {**seed["provenance"], "provider": "bench", "page": number // 5000}
    return with_lookup({**seed, "id": identifier, "source_id": identifier, "name": name, "provenance": provenance})


def _other_sign(dice: random.Random, sign: str) -> str:
    """Another digit, and one letter in seven another one: wildcards cost what there are different words."""
    if sign.isdecimal():
        return str(dice.randint(0, 9))
    return dice.choice(ascii_lowercase) if dice.random() < 1 / 7 else sign
