"""The steps of a request: path, handler, key, parameters, portal, post-processors, output."""

from collections.abc import Mapping

from chalicelib.http.client import Source
from chalicelib.proxy.credentials import PortalKeys
from chalicelib.proxy.forward import ConcurrencyLimiter, PortalClient
from chalicelib.proxy.output import ResponseContext
from chalicelib.proxy.portals import DEFAULT, Portal, PortalPath, resolve_path
from chalicelib.proxy.prepare import Prepared, prepare_request
from chalicelib.proxy.registries import Registries
from chalicelib.proxy.rendering import Keep, render_response
from chalicelib.proxy.request import NO_TOOLS, Call, ProxyRequest, ProxyResponse, Tools


class Proxy:
    """All portals. `keep` stores what is too large for a response and gives a link to it."""

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
        self._limiters = {name: ConcurrencyLimiter(portal, sources[name]) for name, portal in portals.items()}
        self._keys, self._registries, self._default = keys, registries or Registries(), default
        self._dispatcher = self._registries.dispatcher()
        self._keep, self._rewrite_links, self._tools = keep, rewrite_links, tools

    def answer(self, request: ProxyRequest) -> ProxyResponse:
        """The response to the caller; raises UnknownName, BadInput, ForbiddenRequest for what never reaches a
        portal.
        """
        target = resolve_path(request.path, self.portals, self._default)
        limiter = self._limiters[target.portal.name]
        ready = prepare_request(request, target, self._dispatcher, limiter, self._keys)
        call = self._call(request, target, ready)
        self._registries.apply_rules(ready.found.handler, call)
        return render_response(call, ready.found.handler.answer(call), ready.secrets, self._keep)

    def client(self, portal: str) -> PortalClient:
        """A client for work of our own, with the configured key."""
        return PortalClient(self._limiters[portal], lent=self._keys(self.portals[portal]))

    def _call(self, request: ProxyRequest, target: PortalPath, ready: Prepared) -> Call:
        base_url, handler = request.base_url.rstrip("/"), ready.found.handler
        return Call(
            method=request.method,
            path=target.path,
            parameters=ready.parameters,
            headers=request.headers,
            body=request.body,
            client=ready.client,
            context=ResponseContext(
                portal=target.portal,
                base_url=base_url,
                portal_url=base_url + target.prefix,
                formats_elsewhere=self._dispatcher.formats(),
                rewrite_links=self._rewrite_links,
            ),
            postprocessors=self._registries.postprocessors_for(handler),
            generators=self._registries.generators_for(handler),
            match=ready.found.match,
            tools=self._tools,
        )
