"""Run indices and the aliases that readers query: one alias per kind of record, one physical index per provider and
run.

A run fills an index that no alias points to. One atomic alias swap serves it whole or not at all; the index it replaces
stays, so that a rollback is the same swap in reverse. The update says `remove` and `add`, never
`remove_index`: that gives readers silently halved answers while it runs (docs/search.md).
"""

import time
from collections.abc import Callable

from opensearchpy import OpenSearch
from opensearchpy.exceptions import NotFoundError

from chalicelib.errors import EngineDown, RunBusy
from chalicelib.json_types import Json
from chalicelib.store.opensearch.client import engine_errors
from chalicelib.store.opensearch.indices import create_index_if_missing, indices_behind
from chalicelib.store.opensearch.mappings import VERSION, index_body
from chalicelib.store.opensearch.names import INDICES, NOTHING, Names

COUNTED_WITHIN = 60.0  # seconds until the engine must count what was loaded


class RunIndices:
    """Creates, serves and deletes the run indices of all providers."""

    def __init__(
        self,
        client: OpenSearch,
        names: Names,
        *,
        refresh: str = "1s",
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client, self._indices, self._names = client, client.indices, names
        self._refresh, self._clock, self._sleep = refresh, clock, sleep

    def prepare(self) -> None:
        """Create both aliases over an empty, mapped index, so that readers get an empty result, not an error."""
        for index in INDICES:
            name = self._names.physical(index, NOTHING, str(VERSION))
            self._create(name, index)
            if not self._exists_alias(self._names.alias(index)):
                self._update_aliases([{"add": {"index": name, "alias": self._names.alias(index)}}])

    def create_index(self, index: str, provider: str, run: str) -> str:
        """Create the run's own index, which no alias points to yet, and return its name; idempotent."""
        name = self._names.physical(index, provider, run)
        self._create(name, index)
        return name

    def swap_alias(self, index: str, provider: str, run: str) -> None:
        """Serve `run`, and no other run of `provider`, by one atomic alias update; idempotent.

        Without `must_exist` the engine ignores an index that another publisher has replaced meanwhile, and two runs
        would be served; with it the whole update fails (RunBusy).
        """
        new = self._names.physical(index, provider, run)
        old = [name for name in self.served_indices(index, provider) if name != new]
        self._warm(new)
        alias = self._names.alias(index)
        actions = [{"remove": {"index": name, "alias": alias, "must_exist": True}} for name in old]
        try:
            self._update_aliases([*actions, {"add": {"index": new, "alias": alias}}])
        except NotFoundError as error:
            raise RunBusy(f"{provider} is being published by another process, or run {run} has no index.") from error

    def name_of(self, index: str, provider: str, run: str) -> str:
        """The physical index of a run."""
        return self._names.physical(index, provider, run)

    def delete_index(self, index: str, provider: str, run: str) -> None:
        """Delete the index of a run that is not served; one that is gone already is fine."""
        name = self._names.physical(index, provider, run)
        if name not in self.served_indices(index, provider):
            with engine_errors():
                self._indices.delete(index=name, params={"ignore_unavailable": "true"})

    def served_indices(self, index: str, provider: str) -> list[str]:
        """The physical indices of `provider` behind the alias: one, or none before its first publish."""
        return [name for name in self.all_served(index) if self._names.parse(name).provider == provider]

    def served_run(self, index: str, provider: str) -> str | None:
        """The run of `provider` that readers see."""
        names = self.served_indices(index, provider)
        return self._names.parse(names[-1]).run if names else None

    def all_served(self, index: str) -> list[str]:
        """Behind the alias: all providers' indices; none before `prepare`."""
        return list(indices_behind(self._client, self._names.alias(index)))

    def built_runs(self, index: str, provider: str) -> list[str]:
        """The runs of `provider` that have an index, oldest first."""
        pattern = self._names.physical(index, provider, "*")
        with engine_errors():
            names = self._indices.get(index=pattern, params={"filter_path": "*.settings.index.uuid"})
        return sorted(self._names.parse(name).run for name in names)

    def version(self, name: str) -> int:
        """The version of the mapping that a physical index was made with."""
        with engine_errors():
            found = self._indices.get_mapping(index=name, params={"filter_path": "*.mappings._meta"})
        return int(found[name]["mappings"]["_meta"]["version"]) if found else 0

    def await_count(self, index: str, provider: str, run: str, *, least: int) -> int:
        """Wait until a search of the run sees at least `least` records, and say how many; raises EngineDown when it
        never does.
        """
        name = self._names.physical(index, provider, run)
        end = self._clock() + COUNTED_WITHIN
        while (counted := self.count(name)) < least:
            if self._clock() > end:
                raise EngineDown(f"{name} counts {counted} records, {least} were loaded.")
            self._sleep(0.05)
        return counted

    def count(self, name: str) -> int:
        with engine_errors():
            return int(self._client.count(index=name)["count"])

    def _warm(self, name: str) -> None:
        """The first search of a new index takes twice as long (docs/search.md); no reader should be the one to wait."""
        body = {"size": 20, "sort": [{"name.exact": "asc"}], "aggs": {"types": {"terms": {"field": "type"}}}}
        try:
            with engine_errors():
                self._client.search(index=name, body=body)
        except NotFoundError as error:
            raise RunBusy(f"There is no index {name}.") from error

    def _create(self, name: str, index: str) -> None:
        body: Json = index_body(index)
        body["settings"]["index"]["refresh_interval"] = self._refresh
        create_index_if_missing(self._client, name, body)

    def _exists_alias(self, alias: str) -> bool:
        with engine_errors():
            return bool(self._indices.exists_alias(name=alias))

    def _update_aliases(self, actions: list[Json]) -> None:
        with engine_errors():
            self._indices.update_aliases(body={"actions": actions})
