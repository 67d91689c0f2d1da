"""Rebuilds a provider's served index under the present mapping from its stored records, without asking its source.

A rebuild is a run like any other, one page a step, and passes the same gate; only its pages come from the index that it
replaces. Records keep their provenance: they are as old as they were.
"""

from collections.abc import Callable
from datetime import datetime

from opensearchpy import OpenSearch

from chalicelib.harvest.run import copied
from chalicelib.json_types import Json
from chalicelib.store.opensearch.aliases import RunIndices
from chalicelib.store.opensearch.bulk import bulk_load
from chalicelib.store.opensearch.mappings import VERSION
from chalicelib.store.opensearch.scan import scan_page

PAGE = 2000  # records a step


class Rebuild:
    """Copies stored records into a new index, page after page."""

    def __init__(
        self,
        publisher: RunIndices,
        client: OpenSearch,
        now: Callable[[], datetime],
        *,
        enrich: Callable[[list[Json]], list[Json]] = lambda documents: documents,
    ) -> None:
        self._publisher, self._client, self._now, self._enrich = publisher, client, now, enrich

    def outdated(self, index: str, provider: str) -> str | None:
        """The served run whose index has an older mapping than the present one."""
        run = self._publisher.served_run(index, provider)
        if run is None:
            return None
        return run if self._publisher.version(self._publisher.name_of(index, provider, run)) < VERSION else None

    def taken(self, run: Json) -> Json:
        """The run's document after the next page was copied; copying it again changes nothing. Raises EngineDown."""
        index, provider = run["index"], run["provider"]
        old = self._publisher.name_of(index, provider, run["rebuilds"])
        after = run["cursor"]["after"] if run["cursor"] else None
        page = scan_page(self._client, old, after=after, size=PAGE)
        target = self._publisher.create_index(index, provider, run["run"])
        refused = bulk_load(self._client, target, self._enrich(page))
        cursor = {"after": page[-1]["id"]} if len(page) == PAGE else None
        return copied(run, len(page), refused, cursor, self._now())
