"""Builds every client, once per container and not before it is used: an unused one must not slow a cold start.

For the same reason what a search does not need is imported where it is built (docs/runbook.md, "Cold starts").
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chalicelib.config import Config, from_environment
from chalicelib.harvest.deadline import Deadline
from chalicelib.search.cursor import Cursors
from chalicelib.search.service import Search
from chalicelib.store.opensearch.client import connect
from chalicelib.store.opensearch.names import Names
from chalicelib.store.opensearch.releases import Releases
from chalicelib.store.opensearch.searcher import Searcher

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chalicelib.downloads.archive import Archives
    from chalicelib.downloads.fetch import FileCache
    from chalicelib.export.jobs import Exports
    from chalicelib.harvest.change_feed import ChangeFeed, ChangeFilter
    from chalicelib.harvest.publishing import Publishing
    from chalicelib.harvest.queue import StepQueue
    from chalicelib.harvest.rebuild import Rebuild
    from chalicelib.harvest.reports import Reports
    from chalicelib.harvest.runner import Harvest
    from chalicelib.harvest.watchdog import Watchdog
    from chalicelib.http.client import Source
    from chalicelib.measuring.parts import MeasuringParts
    from chalicelib.providers.base import Provider, Settings
    from chalicelib.proxy.pipeline import Proxy
    from chalicelib.search.record_reader import RecordReader
    from chalicelib.source_clients import SourceClients
    from chalicelib.store.opensearch.aliases import RunIndices
    from chalicelib.store.opensearch.changes import Changes
    from chalicelib.store.opensearch.pace import SharedPace
    from chalicelib.store.opensearch.runs import RunStore
    from chalicelib.store.s3.objects import Files
    from chalicelib.store.s3.raw_responses import RawResponseArchive
    from chalicelib.telemetry.metrics import MetricSink


class Services:
    """Everything that routes, events and the command line work with."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.names = Names(config.index_prefix)
        self.deadline = Deadline()

    @cached_property
    def client(self) -> Any:
        return connect(self.config.opensearch_url, service=self.config.opensearch_service, region=self.config.region)

    @cached_property
    def search(self) -> Search:
        return Search(Searcher(self.client, self.names), self.releases, Cursors(self._cursor_secret))

    @cached_property
    def record_reader(self) -> RecordReader:
        from chalicelib.search.record_reader import RecordReader

        return RecordReader(self.search, Searcher(self.client, self.names), self.releases, self.changes)

    @cached_property
    def change_filter(self) -> ChangeFilter:
        from chalicelib.harvest.change_feed import ChangeFilter

        return ChangeFilter(self.search, self.names)

    @cached_property
    def terms_pages(self) -> Mapping[str, str]:
        """Where people read each provider's terms."""
        from chalicelib.providers import PROVIDERS

        return {name: provider.terms.page for name, provider in PROVIDERS.items()}

    @cached_property
    def releases(self) -> Releases:
        return Releases(self.client, self.names, now)

    @cached_property
    def publisher(self) -> RunIndices:
        from chalicelib.store.opensearch.aliases import RunIndices

        return RunIndices(self.client, self.names, refresh=self.config.refresh_interval)

    @cached_property
    def runs(self) -> RunStore:
        from chalicelib.store.opensearch.runs import RunStore

        return RunStore(self.client, self.names)

    @cached_property
    def publishing(self) -> Publishing:
        from chalicelib.harvest.publishing import Publishing
        from chalicelib.store.opensearch.diff import Comparer

        parts = self.runs, self.publisher, Comparer(self.client), self.changes, self.releases
        rules = {name: settings.publishing for name, settings in self.settings.items()}
        return Publishing(*parts, now, rules=rules, metrics=self.metric_sink)

    @cached_property
    def pace(self) -> SharedPace:
        from chalicelib.store.opensearch.pace import SharedPace

        return SharedPace(self.client, self.names)

    @cached_property
    def changes(self) -> Changes:
        from chalicelib.store.opensearch.changes import Changes

        return Changes(self.client, self.names)

    @cached_property
    def change_feed(self) -> ChangeFeed:
        from chalicelib.harvest.change_feed import ChangeFeed

        return ChangeFeed(self.changes, self.runs, self.releases, self.names)

    @property
    def metric_sink(self) -> MetricSink:
        from chalicelib.telemetry.metrics import emf_sink, null_sink

        return partial(emf_sink, self.config.stage) if self.config.metrics else null_sink

    @cached_property
    def providers(self) -> Mapping[str, Provider]:
        from chalicelib.providers import PROVIDERS

        return {name: PROVIDERS[name](settings) for name, settings in self.settings.items()}

    @cached_property
    def settings(self) -> Mapping[str, Settings]:
        """Every provider's settings; raises WrongSettings."""
        from chalicelib.providers import PROVIDERS
        from chalicelib.providers.base import settings_file, settings_of

        variants = self.config.settings_variants
        return {name: settings_of(one, settings_file(name, variants.get(name))) for name, one in PROVIDERS.items()}

    @cached_property
    def harvest(self) -> Harvest:
        from chalicelib.harvest.pages import PageLoader
        from chalicelib.harvest.runner import Harvest

        parts = self.providers, self.source, self.bodies, self.publisher, self.client, now
        pages = PageLoader(*parts, copies=self.config.engine_copies, enrich=self.measuring.results.add)
        runs = self.runs, self.publishing, now
        return Harvest(self.providers, pages, *runs, rebuild=self.rebuild, metrics=self.metric_sink)

    @cached_property
    def queue(self) -> StepQueue:
        from chalicelib.harvest.queue import RetryPolicy, StepQueue

        urls = {"url": self.config.harvest_queue_url, "dead_url": self.config.harvest_dead_queue_url}
        return StepQueue(self.harvest, RetryPolicy(self.runs, now, metrics=self.metric_sink), self.aws("sqs"), **urls)

    @cached_property
    def rebuild(self) -> Rebuild:
        from chalicelib.harvest.rebuild import Rebuild

        return Rebuild(self.publisher, self.client, now, enrich=self.measuring.results.add)

    @cached_property
    def watchdog(self) -> Watchdog:
        from chalicelib.harvest.watchdog import Watchdog

        return Watchdog(self.providers, self.harvest, self.queue, self.rebuild, self.publishing)

    @cached_property
    def reports(self) -> Reports:
        from chalicelib.harvest.reports import Reports

        return Reports(self.providers, self.runs, self.publisher, now, files=self.measuring.measurements.counts)

    @cached_property
    def files(self) -> Files:
        import boto3
        from botocore.config import Config as BotoConfig

        from chalicelib.store.s3.objects import Files

        client = boto3.client("s3", region_name=self.config.region, config=BotoConfig(signature_version="s3v4"))
        return Files(client, self.config.bucket, link_seconds=self.config.link_seconds)

    @cached_property
    def bodies(self) -> RawResponseArchive:
        from chalicelib.store.s3.raw_responses import RawResponseArchive

        return RawResponseArchive(self.files)

    @cached_property
    def file_cache(self) -> FileCache:
        from chalicelib.downloads.fetch import FileCache

        return FileCache(self.files, self.clients.for_file)

    @cached_property
    def exports(self) -> Exports:
        from chalicelib.export.jobs import Exports
        from chalicelib.search.results import with_absolute_links

        return Exports(self.files, self.search, with_absolute_links, self.terms_pages)

    @cached_property
    def measuring(self) -> MeasuringParts:
        from chalicelib.measuring.parts import MeasuringParts

        return MeasuringParts(self)

    @cached_property
    def archives(self) -> Archives:
        from chalicelib.downloads.archive import Archives

        return Archives(self.files, self.file_cache)

    @cached_property
    def proxy(self) -> Proxy:
        """The portals' proxy; raises WrongSettings."""
        from chalicelib.proxy.credentials import PortalKeys
        from chalicelib.proxy.pipeline import Proxy
        from chalicelib.proxy.portals import configured_portals
        from chalicelib.proxy.request import Tools

        keys = [name.removeprefix("PORTAL_KEY_").lower() for name in self.config.portal_keys]
        named = [*self.config.portal_urls, *keys]
        portals = configured_portals(named, self.config.default_portal, self.config.portal_roots)
        sources = {name: self.clients.for_portal(portal) for name, portal in portals.items()}
        return Proxy(
            portals,
            sources,
            PortalKeys(self.config.portal_keys, self._parameter),
            default=self.config.default_portal,
            keep=self._offload,
            rewrite_links=self.config.rewrite_links,
            tools=Tools(lambda: self.files, Path(schema) if (schema := self.config.omtd_share_xsd) else None),
        )

    @cached_property
    def clients(self) -> SourceClients:
        from chalicelib.source_clients import SourceClients

        return SourceClients(self.config, lambda: self.providers, lambda: self.settings, self.deadline, self._reserve)

    def source(self, provider: str) -> Source:
        """The client that harvests a provider's source."""
        return self.clients.for_harvest(provider)

    def prepare(self) -> None:
        """Make the engine ready to be asked before anything is harvested."""
        self.publisher.prepare()
        self.runs.prepare()
        self.changes.prepare()
        self.releases.prepare()
        self.measuring.measurements.prepare()

    def aws(self, service: str) -> Any:
        """A client of one of AWS's services."""
        import boto3

        return boto3.client(service, region_name=self.config.region)

    def _reserve(self, host: str, pause: float, count: int) -> float:
        """Reserve moments for requests to a host, shared by all processes; the engine is reached on first use."""
        return self.pace.reserve(host, pause, count)

    def _parameter(self, name: str) -> str:
        """A secret of the parameter store."""
        return str(self.aws("ssm").get_parameter(Name=name, WithDecryption=True)["Parameter"]["Value"])

    def _cursor_secret(self) -> str:
        """What cursors are signed with; without a setting it follows from our names, which is no secret
        (docs/api.md).
        """
        given = self.config.cursor_secret
        if given.startswith("ssm:"):
            return self._parameter(given.removeprefix("ssm:"))
        return given or f"{self.config.bucket} {self.config.index_prefix}"

    def _offload(self, body: bytes, content_type: str) -> str:
        return self.files.offload(body, content_type)


def now() -> datetime:
    return datetime.now(UTC)


@cache
def services() -> Services:
    """The one set of services of this process."""
    return Services(from_environment())
