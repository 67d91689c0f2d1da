"""The HTTP clients of all sources: one per provider and purpose in a process, so that pauses and counts are shared."""

from collections.abc import Callable, Mapping

from chalicelib import VERSION
from chalicelib.config import Config
from chalicelib.downloads.fetch import FETCH_LIMITS
from chalicelib.harvest.deadline import Deadline
from chalicelib.http.client import Source
from chalicelib.http.transport import Limits
from chalicelib.providers.base import Provider, Settings
from chalicelib.proxy.forward import LIMITS as PORTAL_LIMITS
from chalicelib.proxy.portals import Portal


class SourceClients:
    """Builds clients when they are first used, under the terms of their provider or portal."""

    def __init__(
        self,
        config: Config,
        providers: Callable[[], Mapping[str, Provider]],
        settings: Callable[[], Mapping[str, Settings]],
        deadline: Deadline,
        reserve: Callable[[str, float, int], float],
    ) -> None:
        self._config, self._providers, self._settings, self._deadline = config, providers, settings, deadline
        self._reserve = reserve  # moments for requests, shared by all processes
        self._clients: dict[tuple[str, Limits], Source] = {}

    @property
    def user_agent(self) -> str:
        """The User-Agent that sources see: this software, its version, and a contact."""
        return f"HippocampusHub/{VERSION} (+{self._config.contact})"

    def for_harvest(self, provider: str) -> Source:
        """A patient client: a request takes 60 s at most, with all its retries five minutes."""
        return self._client(provider, Limits(tries=self._config.source_tries, request=60.0, total=300.0))

    def for_file(self, provider: str) -> Source:
        """A client for files that a reader waits for."""
        return self._client(provider, FETCH_LIMITS)

    def for_portal(self, portal: Portal) -> Source:
        base, pauses = self._config.portal_urls.get(portal.name), self._config.pauses
        return Source(
            portal.terms,
            base=base,
            pauses=pauses,
            limits=PORTAL_LIMITS,
            user_agent=self.user_agent,
            reserve=self._reserve,
        )

    def _client(self, provider: str, limits: Limits) -> Source:
        if (provider, limits) not in self._clients:
            self._clients[provider, limits] = Source(
                self._providers()[provider].terms,
                base=self._config.source_urls.get(provider),
                mirror=self._config.mirror_url,
                pauses=self._config.pauses,
                limits=limits,
                tls_security_level=self._settings()[provider].tls_security_level,
                user_agent=self.user_agent,
                sleep=self._deadline.sleep,
                before_request=self._deadline.check,
                reserve=self._reserve,
            )
        return self._clients[provider, limits]
