"""What readers get while runs are published and the engine restarts: `python -m benchmarks.readers [--records 20000]
[--minutes 10] [--clients 64] [--every 60] [--pause 1] [--json FILE]`; exit code 1 after a wrong answer or an error.

The stack of `make serve` serves records resampled as in `benchmarks.search`. All runs are loaded first; every `--every`
seconds (20 or more) the next one is published, and the fourth before it deleted. Runs differ in their records and in a
mark in each name (`zq012 g3`: a word that some 200 records share, the release). Half-way the engine ends, and starts
again seconds later. Clients pause between requests, `--pause` seconds on average.

wrong    an answer of a release older than one seen before or not yet published, or with marks of two; other totals,
         facets, identifiers, region pairs or pages of a walk than loaded; a page unlike an earlier one of its request
errors   any status but 200, a broken connection, and of the 503 with `Retry-After` (`refused`; the client asks again
         after a second) those that come before the engine's end, or after the first answer that follows its start
memory   MB of workers and engine that no file backs, means of the first minute (after a warm-up) and of the last

`--json` writes `{records, minutes, clients, every, pause, requests_per_s, wrong, errors, refused, down_s, publish_s,
memory: [first, last] of [workers, engine], listed: what went wrong, latency: {kind: {count, p50_ms, p95_ms, p99_ms}}}`.
"""

import argparse
import json
import os
import random
import re
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil
import requests

from benchmarks.resampled import read_seeds
from benchmarks.search import TEXTS
from chalicelib.config import from_environment
from chalicelib.harvest.run import new_run, run_name
from chalicelib.json_types import Json
from chalicelib.search.lookup import with_lookup
from chalicelib.store.opensearch.bulk import bulk_load
from chalicelib.store.opensearch.names import generation_of
from chalicelib.wiring import Services, now
from local import hub, opensearch, ports, serve, settings, stack
from local.leash import Leashed

GONE, NEW, SHARING = 7, 10, 200  # records that the next run lacks, and adds; that share a word
KEPT, DOWN = 3, 5  # replaced indices that are kept; seconds from the engine's end to its start
MARK = re.compile(r"zq\d+ g(\d+)")
KINDS = {"search": 5, "facets": 3, "walk": 1, "record json": 3, "record html": 2, "suggest": 4, "tree": 1}
KINDS |= {"matrix": 1, "table": 1}  # how often each is sent


class Replay:
    """What each release holds, which is served when (`time.monotonic`), and what clients got."""

    def __init__(self, services: Services, size: int, releases: int) -> None:
        dice, seeds, self._hub = random.Random(1), read_seeds(services), services
        self.seeds = [dice.choice(seeds) for _ in range(size + releases * NEW)]  # a number has one in all releases
        self.words = [f"zq{one:03}" for one in range(max(1, size // SHARING))]
        self.numbers = [range(one * GONE, size + one * NEW) for one in range(releases)]
        self.species = [self.count_species(numbers) for numbers in self.numbers]
        self.generations, self.seen, self.start, self.down = dict[str, int](), dict[Any, str](), 0.0, (0.0, 0.0)
        self.began, self.publish_s, self.first = list[float](), list[float](), dict[int, float]()  # seen of a release
        self.answers, self.refused = list[tuple[str, float, float]](), list[tuple[str, float, float]]()
        self.errors, self.wrong, self.mb = list[str](), list[str](), list[tuple[float, float]]()
        self.runs = [self._load(release) for release in range(releases)]

    def count_species(self, numbers: range | list[int]) -> Counter[str]:
        return Counter(self.seeds[one]["species"] for one in numbers if self.seeds[one]["type"] == "morphology")

    def count_pairs(self, release: int) -> Counter[tuple[str, str]]:
        found = [self.seeds[one] for one in self.numbers[release] if self.seeds[one]["type"] == "connection"]
        return Counter((one["presynaptic"]["soma_region"], one["postsynaptic"]["soma_region"]) for one in found)

    def name(self, number: int, release: int) -> str:
        return f"{self.seeds[number]['name']} {self.words[number % len(self.words)]} g{release}"

    def sharing(self, word: str, release: int) -> list[int]:
        return [one for one in self.numbers[release] if self.words[one % len(self.words)] == word]

    def releases_since(self, since: float) -> range:
        """From the newest release that was seen by then, or whose publish was over, to the newest that may be seen."""
        return range(max(one for one, at in list(self.first.items()) if at <= since), len(self.began))

    def publish(self) -> None:
        """Show the next run, as an operator does who overrules the gate."""
        run = self._hub.runs.read(self.runs[len(self.began)])
        self._hub.runs.save(run, {**run.run, "state": "refused"})
        self.began.append(time.monotonic())
        self._hub.publishing.publish(run.run["run"])
        self.first.setdefault(len(self.began) - 1, time.monotonic())
        self.publish_s.append(round(time.monotonic() - self.began[-1], 2))
        for old in self.runs[: max(0, len(self.began) - KEPT - 1)]:
            self._hub.publisher.delete_index("dataset", "bench", old)

    def _load(self, release: int) -> str:
        run, numbers = run_name(now()), self.numbers[release]
        index = self._hub.publisher.create_index("dataset", "bench", run)
        for start in range(0, len(numbers), 1000):
            bulk_load(self._hub.client, index, [self._document(n, release) for n in numbers[start : start + 1000]])
        self._hub.publisher.await_count("dataset", "bench", run, least=len(numbers))
        self._hub.runs.create({**new_run("bench", "dataset", run, now()), "state": "loaded", "complete": True})
        self.generations[generation_of("dataset", [index])] = release
        return run

    def _document(self, number: int, release: int) -> Json:
        seed, made = self.seeds[number], {"page": number // 1000, "fingerprint": f"{number} {release}"}
        named = {"id": f"bench-{number}", "source_id": f"bench-{number}", "name": self.name(number, release)}
        return with_lookup({**seed, **named, "provenance": {**seed["provenance"], **made}})


class Reader:
    """One client; it checks every answer."""

    def __init__(self, replay: Replay, port: int, number: int) -> None:
        self._base, self._replay, self._dice = f"http://{ports.LOOPBACK}:{port}", replay, random.Random(number)
        self._session, self._began, self._kind = requests.Session(), 0.0, ""

    def read(self, ready: threading.Barrier, pause: float) -> None:
        for kind in KINDS:
            self._judge(kind)
        ready.wait()
        while True:
            time.sleep(self._dice.uniform(0, 2 * pause))
            self._judge(*self._dice.choices(list(KINDS), list(KINDS.values())))

    def _judge(self, kind: str) -> None:
        self._kind, (name, *form) = kind, kind.split()
        try:
            getattr(self, f"_read_{name}")(*form)
        except requests.RequestException as error:
            self._replay.errors.append(f"{kind}: {error}")
        except (LookupError, TypeError, ValueError) as error:
            self._replay.wrong.append(f"{kind}: {error!r}")

    def _ask(self, path: str, body: Json | None = None, **given: Any) -> requests.Response:
        while True:
            began = self._began = time.monotonic()
            answer = self._session.request("POST" if body else "GET", self._base + path, given, json=body, timeout=150)
            if answer.status_code == 200:
                self._replay.answers.append((self._kind, began, time.monotonic()))
                return answer
            if answer.status_code != 503 or "Retry-After" not in answer.headers:
                raise requests.HTTPError(describe(answer))
            self._replay.refused.append((describe(answer), began, time.monotonic()))
            time.sleep(1)

    def _release_of(self, answer: requests.Response, pinned: int | None = None) -> int:
        """The one release that an answer is of: the pinned one, else one that was served meanwhile."""
        release = self._replay.generations[answer.headers["Hub-Generation"].split(",")[0]]
        right = self._replay.releases_since(self._began) if pinned is None else (pinned,)
        require(answer, release in right and set(MARK.findall(answer.text)) <= {str(release)}, right)
        self._replay.first.setdefault(release, time.monotonic())
        return release

    def _page_of(self, answer: requests.Response, pinned: int | None = None) -> tuple[Json, int, list[int]]:
        """A page of results, its release, and the numbers of its records."""
        page, release = answer.json(), self._release_of(answer, pinned)
        numbers, held = [int(one["id"].split("-")[1]) for one in page["items"]], self._replay.numbers[release]
        names = [self._replay.name(one, release) for one in numbers if one in held]
        require(answer, bool(names) and [one["name"] for one in page["items"]] == names, names)
        require(answer, self._replay.generations[page["generation"]] == release, release)
        facets = {name: values for name, values in page["facets"].items() if isinstance(values, list)}
        key, found = (release, answer.request.url, answer.request.body), str((page["total"], numbers, facets))
        require(answer, self._replay.seen.setdefault(key, found) == found, self._replay.seen[key])
        return page, release, numbers

    def _read_search(self) -> None:
        self._page_of(self._ask("/search/dataset", {"data_type": "morphology", "query": self._dice.choice(TEXTS)}))

    def _read_facets(self) -> None:
        word, species = self._dice.choice(self._replay.words), self._dice.choice(("rat", "mouse"))
        asked = {"data_type": "morphology", "query": word, "filters": {"species": [species]}, "facets": "all"}
        page, release, _ = self._page_of(answer := self._ask("/search/dataset/1/10", asked))
        right = self._replay.count_species(self._replay.sharing(word, release))
        counts = {one["value"]: one["count"] for one in page["facets"]["species"]}
        require(answer, page["total"] == right[species] and counts == right, right)

    def _read_walk(self) -> None:
        asked: Json = {"q": self._dice.choice(self._replay.words), "size": self._dice.choice((10, 25))}
        page, release, numbers = self._page_of(answer := self._ask("/search/dataset", **asked))
        while page["next"]:
            time.sleep(self._dice.uniform(0, 2))
            page, _, more = self._page_of(answer := self._ask("/search/dataset", **asked, cursor=page["next"]), release)
            numbers += more
        right = self._replay.sharing(asked["q"], release)
        require(answer, sorted(numbers) == right and page["total"] == len(right), right)

    def _read_record(self, form: str) -> None:
        number = self._dice.randrange(self._replay.numbers[-1].start, self._replay.numbers[0].stop)
        answer = self._ask(f"/records/bench-{number}", format=form)
        *_, word, mark = self._replay.name(number, self._release_of(answer)).split(" ")
        require(answer, f"{word} {mark}" in answer.text, (word, mark))

    def _read_suggest(self) -> None:
        answer = self._ask("/suggest/dataset", q=self._dice.choice(("zq000", "rat", "mou")), data_type="morphology")
        found, marks = answer.json()["suggestions"], set(MARK.findall(answer.text))
        counted = {one["text"]: one["count"] for one in found if one.get("field") == "species"}
        species = [self._replay.species[one] for one in self._replay.releases_since(self._began) if marks <= {str(one)}]
        require(answer, bool(found) and any(counted.items() <= one.items() for one in species), species)

    def _read_tree(self) -> None:
        answer = self._ask("/filters/dataset/morphology")
        right = self._replay.species[self._release_of(answer)]
        require(answer, answer.json()["species"]["counts"] == right, right)

    def _read_matrix(self) -> None:
        answer = self._ask("/connections/matrix", by="soma_region")
        right = self._replay.count_pairs(self._release_of(answer))
        found = {(one["presynaptic"], one["postsynaptic"]): one["count"] for one in answer.json()["cells"]}
        require(answer, found == right, right)

    def _read_table(self) -> None:
        answer = self._ask("/export/dataset", q=(word := self._dice.choice(self._replay.words)), format="csv")
        right = self._replay.sharing(word, self._release_of(answer))
        require(answer, sorted(map(int, re.findall(r"^bench-(\d+)", answer.text, re.M))) == right, right)


def require(answer: requests.Response, is_right: bool, right: Any) -> None:
    if not is_right:
        raise ValueError(f"{describe(answer)} instead of {right}")


def describe(answer: requests.Response) -> str:
    asked = answer.request
    return f"{asked.method} {asked.path_url} {asked.body!r}: {answer.status_code} {answer.text[:500]}"


def restart(engine: Leashed) -> Leashed:
    url = from_environment().opensearch_url
    engine.stop()
    time.sleep(DOWN)
    opensearch.FIRST_PORT = int(url.rpartition(":")[2]) - 1  # it looks for a free one from there on
    return node.process if (node := opensearch.start(engine.log.parent)).url == url else sys.exit(f"{url} was taken")


def memory_of(parent: Leashed) -> float:
    family = psutil.Process(parent.pid).children(recursive=True)
    return sum((held := one.memory_info()).rss - held.shared for one in family) / 1e6


def figures_of(replay: Replay) -> Json:
    back = min(end for _, began, end in replay.answers if began >= replay.down[1])
    replay.errors += [what for what, began, end in replay.refused if end < replay.down[0] or began > back]
    timed = [(kind, (end - began) * 1000) for kind, began, end in replay.answers if began >= replay.start]
    by_kind = {kind: sorted(ms for one, ms in timed if kind in (one, "all")) for kind in (*KINDS, "all")}
    return {
        "requests_per_s": round(len(timed) / (time.monotonic() - replay.start), 1),
        **{name: len(getattr(replay, name)) for name in ("wrong", "errors", "refused")},
        "down_s": round(replay.down[1] - replay.down[0], 1),
        "publish_s": replay.publish_s,
        "memory": [[sum(n) // len(n) for n in zip(*part, strict=True)] for part in (replay.mb[:60], replay.mb[-60:])],
        "listed": [*replay.wrong[:20], *replay.errors[:20]],
        "latency": {
            kind: {"count": len(ms), **{f"p{part}_ms": round(ms[len(ms) * part // 100], 1) for part in (50, 95, 99)}}
            for kind, ms in by_kind.items()
        },
    }


def measure(given: argparse.Namespace, home: Path) -> Json:
    own = settings.from_environment({"HUB_HOME": str(home), "PORT": str(ports.free_port())})
    with stack.own(own) as parts:
        os.environ.update(parts.environment)
        hub.prepare(services := Services(from_environment()))
        engine = next(one for one in parts.children if one.log.name == "node.log")
        workers = serve.start_workers(own, parts)
        replay = Replay(services, given.records, -int(-given.minutes * 60 // given.every))
        replay.publish()
        ready = threading.Barrier(given.clients + 1)
        for one in range(given.clients):
            threading.Thread(target=Reader(replay, own.port, one).read, args=(ready, given.pause), daemon=True).start()
        ready.wait()
        replay.start = time.monotonic()
        while (passed := time.monotonic() - replay.start) < given.minutes * 60:
            replay.mb.append((memory_of(workers), memory_of(engine)))
            if not any(replay.down) and passed > given.every * (len(replay.runs) // 2 + 0.25):
                stopped, engine = time.monotonic(), restart(engine)
                replay.down = stopped, time.monotonic()
            if passed > given.every * len(replay.began):
                replay.publish()
            time.sleep(1)
        figures = figures_of(replay)
        engine.stop()
    return figures


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.readers")
    for name, usual in {"records": 20_000, "minutes": 10.0, "clients": 64, "every": 60.0, "pause": 1.0}.items():
        parser.add_argument(f"--{name}", type=type(usual), default=usual)
    parser.add_argument("--json", type=Path, metavar="FILE", default=os.devnull)
    given = parser.parse_args()
    written = vars(given).pop("json")
    with TemporaryDirectory(prefix="hub-bench-", ignore_cleanup_errors=True) as home:
        figures = measure(given, Path(home))
    print("\n".join(f"{name:15} {found}" for name, found in {**figures, "latency": "", **figures["latency"]}.items()))
    written.write_text(json.dumps({**vars(given), **figures}, indent=1))
    sys.exit(bool(figures["wrong"] or figures["errors"]))
