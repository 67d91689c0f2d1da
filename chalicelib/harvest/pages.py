"""One page of a run: asked of its source, mapped, and loaded into the run's own index."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from opensearchpy import OpenSearch

from chalicelib.plain import Json
from chalicelib.providers.base import Provider
from chalicelib.records import Page, Provenance, Record, Reject
from chalicelib.source import Source
from chalicelib.store.loading import load
from chalicelib.store.publish import Publisher


@dataclass(frozen=True)
class Taken:
    """A page that is loaded: `late` are records that the index refused, `asked` what it cost its source."""

    page: Page
    late: list[Reject]
    asked: Json


class Pages:
    """Takes the page at a run's cursor; taking it again changes nothing."""

    def __init__(
        self,
        providers: Mapping[str, Provider],
        sources: Callable[[str], Source],
        publisher: Publisher,
        client: OpenSearch,
        now: Callable[[], datetime],
    ) -> None:
        self._providers, self._sources, self._now = providers, sources, now
        self._publisher, self._client = publisher, client

    def take(self, run: Json) -> Taken:
        """Raises SourceError, EngineDown."""
        provider = self._providers[run["provider"]]
        source = self._sources(provider.name)
        before = source.stats
        page = provider.page(source, run["cursor"])
        asked = (source.stats - before).as_json()
        return Taken(page, self._load(run, provider, page), asked)

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
