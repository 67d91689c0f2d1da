"""One page of a run: fetched from its source, mapped, and loaded into the run's own index.

The source's responses are stored with the run. What has not changed since the served run is not fetched again where the
source supports conditional requests, and is not sent to the engine again.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from opensearchpy import OpenSearch

from chalicelib.harvest.run import LoadedPage
from chalicelib.http.client import Source
from chalicelib.json_types import Json
from chalicelib.providers.base import Provider
from chalicelib.providers.page import Page
from chalicelib.records import Provenance, Record, Reject
from chalicelib.search.lookup import vocabulary_version, with_lookup
from chalicelib.store.opensearch.aliases import RunIndices
from chalicelib.store.opensearch.bulk import bulk_load, copy_unchanged, find_unchanged
from chalicelib.store.s3.raw_responses import RawResponseArchive


class PageLoader:
    """Loads the page at a run's cursor; loading it again changes nothing."""

    def __init__(
        self,
        providers: Mapping[str, Provider],
        sources: Callable[[str], Source],
        responses: RawResponseArchive,
        publisher: RunIndices,
        client: OpenSearch,
        now: Callable[[], datetime],
        *,
        copies: bool = True,
        enrich: Callable[[list[Json]], list[Json]] = lambda documents: documents,
    ) -> None:
        self._enrich = enrich
        self._providers, self._sources, self._responses, self._now = providers, sources, responses, now
        self._publisher, self._client, self._copies = publisher, client, copies

    def load(self, run: Json) -> LoadedPage:
        """Raises SourceError, EngineDown, StorageDown."""
        provider = self._providers[run["provider"]]
        source = self._source(run, provider)
        before = source.stats
        page = provider.page(source, run["cursor"])
        cost = (source.stats - before).as_json()
        refused, unchanged = self._index(run, provider, page)
        return LoadedPage(page, refused, cost, unchanged)

    def _source(self, run: Json, provider: Provider) -> Source:
        """The provider's client; a run that maps an earlier one again (`mapped_from`) reads that run's stored
        responses.
        """
        source, origin = self._sources(provider.name), run.get("mapped_from")
        if not provider.terms.may_cache:
            return source
        if run["cursor"] is None:
            kept = {*self._publisher.built_runs(run["index"], provider.name), run["run"], origin}
            self._responses.keep_only(provider.name, kept)
        served = self._publisher.served_run(run["index"], provider.name)
        earlier = origin or self._responses.earlier(provider.name, run["run"], served)
        return source.with_cache(
            self._responses.of(provider.name, run["run"], earlier=earlier, closed=origin is not None)
        )

    def _index(self, run: Json, provider: Provider, page: Page) -> tuple[list[Reject], int]:
        unique: dict[str, Record] = {}
        refused = []
        for record in page.records:
            if unique.setdefault(record.id, record) is not record:
                refused.append(Reject(id=record.id, reason="duplicate identifier", detail="this page has it twice"))
        index = self._publisher.create_index(run["index"], provider.name, run["run"])
        documents = self._enrich([self._document(record, provider, run) for record in unique.values()])
        served = [name for name in self._publisher.served_indices(run["index"], provider.name) if name != index]
        same = find_unchanged(self._client, served[-1], documents) if served else {}
        copied = self._copy_or_load(served[-1], index, list(same.values())) if same else []
        loaded = bulk_load(self._client, index, [one for one in documents if one["id"] not in same], with_lookup)
        return [*refused, *copied, *loaded], len(same) - len(copied)

    def _copy_or_load(self, served: str, index: str, documents: list[Json]) -> list[Reject]:
        return (
            copy_unchanged(self._client, served, index, documents, with_lookup)
            if self._copies
            else bulk_load(self._client, index, documents, with_lookup)
        )

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
        # The vocabulary is compared with that of the served record, before anything is prepared
        document["provenance"] |= {"page": run["step"], "vocabulary": vocabulary_version()}
        return document
