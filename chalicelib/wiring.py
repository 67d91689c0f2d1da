"""Builds every client, once per container and not before it is used: an unused one must not slow a cold start."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from chalicelib.config import Config, from_environment
from chalicelib.errors import WrongSettings
from chalicelib.harvest.harvest import Harvest
from chalicelib.harvest.publishing import Publishing
from chalicelib.harvest.reports import Reports
from chalicelib.providers import PROVIDERS
from chalicelib.providers.base import Provider, load
from chalicelib.search.service import Search
from chalicelib.source import Source
from chalicelib.store.engine import connect
from chalicelib.store.index import Index
from chalicelib.store.names import Names
from chalicelib.store.publish import Publisher
from chalicelib.store.runs import RunStore

SETTINGS = Path(__file__).parent / "providers" / "settings"
USER_AGENT = "HippocampusHub/0.1 (+https://www.hippocampushub.eu/)"


class Services:
    """Everything that routes, events and the command line work with."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.names = Names(config.index_prefix)
        self._sources: dict[str, Source] = {}

    @cached_property
    def client(self) -> Any:
        return connect(self.config.opensearch_url, service=self.config.opensearch_service, region=self.config.region)

    @cached_property
    def index(self) -> Search:
        return Search(Index(self.client, self.names))

    @cached_property
    def publisher(self) -> Publisher:
        return Publisher(self.client, self.names, refresh=self.config.refresh_interval)

    @cached_property
    def runs(self) -> RunStore:
        return RunStore(self.client, self.names)

    @cached_property
    def publishing(self) -> Publishing:
        return Publishing(self.runs, self.publisher, now, most_lost={})

    @cached_property
    def providers(self) -> Mapping[str, Provider]:
        return {name: self._provider(name) for name in PROVIDERS}

    @cached_property
    def harvest(self) -> Harvest:
        return Harvest(self.providers, self.source, self.runs, self.publisher, self.publishing, self.client, now)

    @cached_property
    def reports(self) -> Reports:
        return Reports(self.providers, self.runs, self.publisher)

    def source(self, provider: str) -> Source:
        """The provider's one client in this process, which keeps its pauses."""
        if provider not in self._sources:
            made = self.providers[provider]
            self._sources[provider] = Source(
                made.terms,
                base=self.config.source_urls.get(provider),
                mirror=self.config.mirror_url,
                pauses=self.config.pauses,
                user_agent=USER_AGENT,
            )
        return self._sources[provider]

    def prepare(self) -> None:
        """Make the engine ready to be asked before anything is harvested."""
        self.publisher.prepare()
        self.runs.prepare()

    def _provider(self, name: str) -> Provider:
        variant = self.config.settings_variants.get(name)
        file = SETTINGS / (f"{name}.{variant}.json" if variant else f"{name}.json")
        if not file.is_file():
            raise WrongSettings(f"{name.upper()}_SETTINGS: there is no settings file {file.name}.")
        return load(PROVIDERS[name], file)


def now() -> datetime:
    return datetime.now(UTC)


@cache
def services() -> Services:
    """The one set of services of this process."""
    return Services(from_environment())
