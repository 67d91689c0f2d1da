"""The step of a harvest: take the cursor, fetch the page, index it, save progress; and what follows the last one.

It is written once and driven two ways: in process, page after page (`drive.py`), and one page per queue message on
Lambda. Whatever stops a step, doing it again changes nothing: identifiers are deterministic, progress is saved after the
records, and publishing is one alias update that may be repeated.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from opensearchpy import OpenSearch

from chalicelib.errors import HarvestRefused, RecordMissing, RunBusy
from chalicelib.harvest.state import after, begun, run_name
from chalicelib.providers.base import Provider
from chalicelib.records import Json, Page, Provenance, Record, Reject
from chalicelib.source import Source
from chalicelib.store.loading import load
from chalicelib.store.publish import Publisher
from chalicelib.store.runs import RunStore, Stored

UNDER_WAY = ("running", "loaded", "failed")


class Publishing(Protocol):
    def finish(self, stored: Stored) -> Json: ...


class Harvest:
    """Starts runs and takes them on, one step at a time."""

    def __init__(
        self,
        providers: Mapping[str, Provider],
        sources: Callable[[str], Source],
        runs: RunStore,
        publisher: Publisher,
        publishing: Publishing,
        client: OpenSearch,
        now: Callable[[], datetime],
    ) -> None:
        self._providers, self._sources, self._now = providers, sources, now
        self._runs, self._publisher, self._publishing, self._client = runs, publisher, publishing, client

    def start(self, provider: str) -> Json:
        """Begin a run; raises RunBusy while another one of this provider is under way."""
        held = self._runs.under_way(provider)
        if held and self._is_under_way(held):
            raise RunBusy(f"{provider} is being harvested: run {held}.", run=held)
        now = self._now()
        run = begun(provider, self._providers[provider].index, run_name(now), now)
        self._runs.claim(provider, run["run"], instead_of=held)
        self._publisher.start(run["index"], provider, run["run"])
        return self._runs.create(run).run

    def unfinished(self, provider: str) -> Json | None:
        """The provider's run that stopped half way, if there is one."""
        held = self._runs.under_way(provider)
        return self._runs.read(held).run if held and self._is_under_way(held) else None

    def read(self, run: str) -> Json:
        """A run as it stands now; raises RecordMissing."""
        return self._runs.read(run).run

    def step(self, name: str) -> Json:
        """Take the run one page further, or to its end; raises SourceError, EngineDown, RunBusy. May be repeated."""
        stored = self._runs.read(name)
        if stored.run["state"] == "loaded":
            return self._publishing.finish(stored)
        if stored.run["state"] not in UNDER_WAY:
            raise HarvestRefused(f"Run {name} is over: {stored.run['state']}.", run=name)
        return self._runs.save(stored, self._page(stored.run)).run

    def _page(self, run: Json) -> Json:
        provider = self._providers[run["provider"]]
        source = self._sources(provider.name)
        before = source.stats
        page = provider.page(source, run["cursor"])
        asked = (source.stats - before).as_json()
        late = self._load(run, provider, page)
        self._runs.keep_rejects(run["run"], provider.name, run["step"], [*page.rejects, *late])
        return after(run, page, late, asked, self._now())

    def _load(self, run: Json, provider: Provider, page: Page) -> list[Reject]:
        unique: dict[str, Record] = {}
        late = []
        for record in page.records:
            if unique.setdefault(record.id, record) is not record:
                late.append(Reject(id=record.id, reason="duplicate identifier", detail="this page has it twice"))
        index = self._publisher.start(run["index"], provider.name, run["run"])
        documents = [self._document(record, provider, run) for record in unique.values()]
        return [*late, *load(self._client, index, documents)]

    def _document(self, record: Record, provider: Provider, run: Json) -> Json:
        provenance: dict[str, Any] = {
            "provider": provider.name,
            "source_url": record.source_url,
            "harvested_at": self._now(),
            "run": run["run"],
            "licence": provider.terms.licence,
            "citation": provider.terms.citation,
        }
        document = record.document(Provenance(**provenance))
        document["provenance"]["page"] = run["step"]
        return document

    def _is_under_way(self, run: str) -> bool:
        try:
            return self._runs.read(run).run["state"] in UNDER_WAY
        except RecordMissing:
            return False
