"""The work of measuring, one batch at a time: taken up again wherever it stopped, and handed to readers by a run of its
own.

Results wait beside the indices (`store/opensearch/measurements.py`). When nothing is left to be measured, or some wait
for ten minutes, a run rebuilds the provider's index from its own records with them: it passes the gate and replaces
what is served in one alias update, as every run does, so that no reader meets a gap or a mixture, and no release
changes.
"""

import math
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final, Protocol

from opensearchpy import OpenSearch

from chalicelib.errors import RecordMissing, RunBusy, SourceError, UnreadableMorphology
from chalicelib.json_types import Json
from chalicelib.measuring.one_file import FileMeasurer, Outcome, unreadable_outcome
from chalicelib.measuring.plan import Plan, pending
from chalicelib.providers.base import Provider
from chalicelib.store.opensearch.aliases import RunIndices
from chalicelib.store.opensearch.indices import multi_get
from chalicelib.store.opensearch.measurements import STATES, Entry, Measurements

BATCH: Final = 20  # records looked up at once
ATTEMPTS: Final = 3  # a file that ends the process as often is unreadable
HELD: Final = 900.0  # seconds for which a record belongs to the worker that began it
WAITED: Final = 600.0  # seconds that a result waits for the others before it is published
FIRST_WAIT: Final = 60.0  # seconds before a source that did not answer is asked again; doubled each time


class Runs(Protocol):
    """What is needed of harvests."""

    def latest(self, provider: str) -> Json | None: ...

    def read(self, run: str) -> Json: ...

    def start(self, provider: str, *, rebuilds: str | None = None) -> Json: ...


class Measuring:
    """Plans, measures and publishes, a provider at a time."""

    def __init__(
        self,
        providers: Mapping[str, Provider],
        client: OpenSearch,
        measurements: Measurements,
        publisher: RunIndices,
        measurer: FileMeasurer,
        runs: Runs,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._providers, self._client, self._measurements = providers, client, measurements
        self._publisher, self._measurer, self._runs, self._clock = publisher, measurer, runs, clock
        self._plan = Plan(client, measurements)

    @property
    def providers(self) -> frozenset[str]:
        return frozenset(self._providers)

    def step(self, provider: str, *, seconds: float, first: str = "") -> int:
        """Measure for about so long, the record `first`, then those most asked for; how many records were looked at."""
        served = self._served_run(provider)
        if served is None:
            return 0
        run, index = served
        self._plan.make(provider, run, index, self._clock())
        end, done = self._clock() + seconds, 0
        while self._clock() < end and (entries := self._due(provider, first)):
            documents = multi_get(self._client, index, list(entries))
            for identifier, entry in entries.items():
                self._take(entry, documents.get(identifier, {}).get("_source"))
                done += 1
                if self._clock() >= end:
                    break
        return done

    def has_work(self, provider: str) -> bool:
        """Whether a step would find something to do."""
        served = self._served_run(provider)
        if served is None:
            return False
        unplanned = not self._plan.is_made(provider, served[0])
        return unplanned or bool(self._measurements.next(provider, self._clock(), 1)) or self.is_due(provider)

    def is_done(self, provider: str) -> bool:
        """Whether all is measured and published, by each record's own entry: no search, which may be seconds behind."""
        served = self._served_run(provider)
        if served is None:
            return True
        run, index = served
        since = math.inf if self._is_refused(provider, run) else self._started_at(run)
        known = self._plan.entries(index)
        is_left = any(one["state"] == "pending" or one.get("measured_at", 0) > since for one in known)
        return self._plan.is_made(provider, run) and not is_left

    def standing(self, provider: str) -> Json:
        """The same as `counts`, by each record's own entry."""
        served = self._served_run(provider)
        states = Counter(one["state"] for one in self._plan.entries(served[1])) if served else Counter()
        return {**{state: states[state] for state in STATES}, "to_publish": not self.is_done(provider)}

    def find_state(self, document: Json) -> Json:
        """What is known of a record's present file; nothing is written."""
        return self._plan.find_state(document, self._clock())

    def want(self, document: Json) -> Json:
        """Put a record at the head of the queue; what is known of it."""
        return self._plan.want(document, self._clock())

    def want_id(self, provider: str, record: str) -> None:
        """The same for a record by its identifier; one that is not served is passed over."""
        served = self._served_run(provider)
        found = multi_get(self._client, served[1], [record]) if served else {}
        if record in found:
            self._plan.want(found[record]["_source"], self._clock())

    def again(self, record: str) -> None:
        """Measure a record anew where what was kept of it is gone."""
        entry = self._measurements.read([record]).get(record)
        if entry and entry.content["state"] == "measured" and not self._measurer.is_kept(entry.content["folder"]):
            self._measurements.save(entry, {**entry.content, "state": "pending", "asked": 1, "not_before": 0})

    def is_due(self, provider: str) -> bool:
        """Whether results wait to be published: all are there, or the first has waited long enough."""
        served = self._served_run(provider)
        if served is None or self._is_refused(provider, served[0]):
            return False
        first = self._measurements.first_after(provider, self._started_at(served[0]))
        waits = first is not None and self._clock() - first / 1000 > WAITED
        return first is not None and (waits or not self._measurements.counts(provider)["pending"])

    def publish(self, provider: str) -> Json | None:
        """Begin the run that takes results into the index, or give back the one that failed on its way.

        None while another run of the provider is under way.
        """
        served = self._served_run(provider)
        if served is None:
            return None
        try:
            return self._runs.start(provider, rebuilds=served[0])
        except RunBusy:
            latest = self._runs.latest(provider)
            is_ours = latest and latest["state"] == "failed" and latest["rebuilds"] == served[0]
            return latest if is_ours else None

    def retry(self, provider: str) -> int:
        """Measure again what could not be read and what its source did not give; how many records that are.

        What is known to be missing is forgotten, so that the source is asked, for its own measures too.
        """
        count = 0
        while ids := self._measurements.list_failed(provider):
            entries = self._measurements.read(ids)
            again = {name: (entry, _afresh(entry.content)) for name, entry in entries.items() if _is_failed(entry)}
            for entry, _ in again.values():
                if entry.content["key"]:
                    self._measurer.forget_missing(entry.content["key"])
            self._measurements.replace(again)
            count += len(again)
            if not again:
                break
        return count

    def counts(self, provider: str) -> Json:
        """How many records are pending, measured, unreadable, missing, and whether results wait to be published."""
        return {**self._measurements.counts(provider), "to_publish": self.is_due(provider)}

    def _served_run(self, provider: str) -> tuple[str, str] | None:
        """The run that is served and its physical index."""
        index = self._providers[provider].index
        run = self._publisher.served_run(index, provider)
        return (run, self._publisher.name_of(index, provider, run)) if run else None

    def _started_at(self, run: str) -> float:
        """In milliseconds since 1970."""
        return datetime.fromisoformat(self._runs.read(run)["started_at"]).timestamp() * 1000

    def _is_refused(self, provider: str, served: str) -> bool:
        """The gate refused these results once: a person decides."""
        latest = self._runs.latest(provider)
        return bool(latest and latest["rebuilds"] == served and latest["state"] in ("refused", "stalled"))

    def _due(self, provider: str, first: str) -> dict[str, Entry]:
        now = self._clock()
        names = [*([first] if first else []), *self._measurements.next(provider, now, BATCH)]
        entries = self._measurements.read(list(dict.fromkeys(names)))
        return {name: entry for name, entry in entries.items() if _is_due(entry, now)}

    def _take(self, entry: Entry, document: Json | None) -> None:
        """Measure one record, unless another worker began it."""
        held = self._hold(entry)
        if held is None:
            return
        begun = held.content
        if document is None:
            self._end(held, Outcome("missing", begun["result"], "The record is no longer served."))
        elif begun["attempts"] > ATTEMPTS:
            self._end_unreadable(held, f"Measuring it ended the process {ATTEMPTS} times.")
        else:
            self._measure(held, document)

    def _hold(self, entry: Entry) -> Entry | None:
        """Make a record ours before we begin, so that no other worker begins it; a client may have asked meanwhile."""
        now, found = self._clock(), entry
        while _is_due(found, now):
            content = found.content
            begun = {**content, "attempts": content["attempts"] + 1, "not_before": int(now + HELD)}
            if held := self._measurements.save(found, begun):
                return held
            found = self._measurements.read([content["id"]])[content["id"]]
        return None

    def _measure(self, held: Entry, document: Json) -> None:
        known = pending(document, held.content)
        try:
            outcome = self._measurer.measure(document, known["result"])
        except (SourceError, RecordMissing) as error:
            wait = FIRST_WAIT * 2 ** min(held.content.get("waits", 0), 6)
            again = {"not_before": int(self._clock() + wait), "waits": held.content.get("waits", 0) + 1}
            self._save(held, {**again, "attempts": 0, "reason": error.detail})
        except (UnreadableMorphology, MemoryError) as error:
            self._end_unreadable(held, str(error) or "It does not fit into memory.")
        else:
            self._end(held, outcome, key=known["key"])

    def _end_unreadable(self, held: Entry, reason: str) -> None:
        outcome = unreadable_outcome(reason)
        published = {name: value for name, value in held.content["result"].items() if name == "source_morphometry"}
        self._end(held, replace(outcome, result={**published, **outcome.result}))

    def _end(self, held: Entry, outcome: Outcome, *, key: str | None = None) -> None:
        content = {
            "key": held.content["key"] if key is None else key,
            "state": outcome.state,
            "result": outcome.result,
            "reason": outcome.reason,
            "sha256": outcome.sha256,
            "folder": outcome.folder,
            "not_before": int(outcome.not_before),
            "measured_at": int(self._clock() * 1000),
        }
        self._save(held, content)

    def _save(self, held: Entry, changes: Json) -> None:
        """Write down what became of a record, whatever was written to it meanwhile; another file's entry stays."""
        keys = {held.content["key"], changes.get("key", held.content["key"])}
        entry: Entry | None = held
        while entry and entry.content["state"] == "pending" and entry.content["key"] in keys:
            if self._measurements.save(entry, {**entry.content, **changes}):
                return
            entry = self._measurements.read([held.content["id"]]).get(held.content["id"])


def _is_due(entry: Entry, now: float) -> bool:
    return bool(entry.content["state"] == "pending" and entry.content["not_before"] <= now)


def _is_failed(entry: Entry) -> bool:
    content = entry.content
    return content["state"] in ("unreadable", "missing") or bool(
        content["state"] == "measured" and content["not_before"]
    )


def _afresh(content: Json) -> Json:
    """The entry as it was before anybody tried; what its source published is asked for anew."""
    result = {name: value for name, value in content["result"].items() if name != "source_morphometry"}
    return {**content, "state": "pending", "attempts": 0, "waits": 0, "not_before": 0, "result": result}


def drive(
    measuring: Measuring, provider: str, finish: Callable[[Json], object], *, seconds: float, first: str = ""
) -> int:
    """A step, and the publication of its results where that is due; `finish` takes a begun run to its end."""
    done = measuring.step(provider, seconds=seconds, first=first)
    if measuring.is_due(provider) and (run := measuring.publish(provider)):
        finish(run)
    return done
