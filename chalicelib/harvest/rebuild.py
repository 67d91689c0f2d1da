"""Rebuilds a provider's served index under the current mapping from its stored records, without asking its source.

A rebuild is an ordinary run, one page per step, and passes the same gate; its pages come from the index that it
replaces. Records keep their provenance, and so their age.
"""

from collections.abc import Callable
from datetime import datetime

from opensearchpy import OpenSearch

from chalicelib.harvest.run import advance_rebuild
from chalicelib.json_types import Json
from chalicelib.search.lookup import with_lookup
from chalicelib.store.opensearch.aliases import RunIndices
from chalicelib.store.opensearch.bulk import bulk_load
from chalicelib.store.opensearch.indices import scan_page
from chalicelib.store.opensearch.mappings import VERSION

PAGE = 2000  # records per step


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

    def outdated_run(self, index: str, provider: str) -> str | None:
        """The served run, if its index has an older mapping than the current one."""
        run = self._publisher.served_run(index, provider)
        if run is None:
            return None
        return run if self._publisher.version(self._publisher.name_of(index, provider, run)) < VERSION else None

    def copy_page(self, run: Json) -> Json:
        """The run's document after the next page was copied; copying it again changes nothing. Raises EngineDown."""
        index, provider = run["index"], run["provider"]
        old = self._publisher.name_of(index, provider, run["rebuilds"])
        after = run["cursor"]["after"] if run["cursor"] else None
        page = scan_page(self._client, old, after=after, size=PAGE)
        made = self._publisher.create_index(index, provider, run["run"])
        refused = bulk_load(self._client, made, self._enrich(page), with_lookup)
        cursor = {"after": page[-1]["id"]} if len(page) == PAGE else None
        return advance_rebuild(run, len(page), refused, cursor, self._now())
