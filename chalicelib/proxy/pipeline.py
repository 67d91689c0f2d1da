"""The steps of a request: place, key, handler, parameters, portal, post-processors, output."""

from collections.abc import Mapping

from chalicelib.http.client import Source
from chalicelib.proxy.credentials import PortalKeys
from chalicelib.proxy.forward import Door, PortalClient
from chalicelib.proxy.portals import DEFAULT, Place, Portal, located
from chalicelib.proxy.prepare import opened
from chalicelib.proxy.registries import Registries
from chalicelib.proxy.rendering import Keep, finished
from chalicelib.proxy.request import NO_TOOLS, Call, ProxyAnswer, ProxyRequest, Tools


class Proxy:
    """All portals. `keep` stores what is too large to be answered and gives a link to it."""

    def __init__(
        self,
        portals: Mapping[str, Portal],
        sources: Mapping[str, Source],
        keys: PortalKeys,
        *,
        registries: Registries | None = None,
        default: str = DEFAULT,
        keep: Keep | None = None,
        rewrite_links: bool = False,
        tools: Tools = NO_TOOLS,
    ) -> None:
        self.portals = dict(portals)
        self._doors = {name: Door(portal, sources[name]) for name, portal in portals.items()}
        self._keys, self._registries, self._default = keys, registries or Registries(), default
        self._dispatcher = self._registries.dispatcher()
        self._keep, self._rewrite_links, self._tools = keep, rewrite_links, tools

    def answer(self, request: ProxyRequest) -> ProxyAnswer:
        """What goes back to the caller; raises UnknownName, BadInput, ForbiddenRequest for what never reaches a portal."""
        place = located(request.path, self.portals, self._default)
        ready = opened(request, place, self._doors[place.portal.name], self._keys)
        found = self._dispatcher.best(place.path, ready.parameters)
        registries = self._registries
        call = Call(
            method=request.method,
            path=place.path,
            parameters=ready.parameters,
            headers=request.headers,
            body=request.body,
            client=ready.client,
            outputs=self._outputs(place, request.base),
            postprocessors=registries.postprocessors_for(found.handler),
            generators=registries.generators_for(found.handler),
            match=found.match,
            tools=self._tools,
        )
        registries.apply_rules(found.handler, call)
        return finished(call, found.handler.answer(call), ready.secrets, self._keep)

    def client(self, portal: str) -> PortalClient:
        """A client of our own, with the configured key."""
        key = self._keys(self.portals[portal])
        return PortalClient(self._doors[portal], {"Authorization": f"apikey token={key}"} if key else {})

    def _outputs(self, place: Place, base: str) -> dict[str, object]:
        return {
            "portal": place.portal,
            "base": base.rstrip("/"),
            "place": base.rstrip("/") + place.prefix,
            "status": 200,
            "headers": {},
            "format": None,
            "formats_elsewhere": self._dispatcher.formats(),
            "rewrite_links": self._rewrite_links,
        }
