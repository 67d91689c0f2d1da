"""Post-processors: each takes a model that is no error and gives the model that goes on, changed or not."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from chalicelib.proxy.model import Model, create
from chalicelib.proxy.output import Outputs
from chalicelib.proxy.portals import RESOURCES, at_proxy

PostProcessor = Callable[[Model, Outputs], Model]


def rewritten_links(model: Model, outputs: Outputs) -> Model:
    """Let `links` lead through the proxy, where `rewrite_links` says so; addresses that are identifiers (`@id`) stay."""
    return create(_rewritten(model.raw, outputs)) if outputs["rewrite_links"] else model


def through_proxy(link: str, outputs: Outputs) -> str:
    """The proxy's address for a resource of the portal; any other address as it is."""
    parts = urlsplit(link)
    resource = parts.path.split("/")[1:2]
    if parts.hostname != urlsplit(outputs["portal"].home).hostname or not resource or resource[0] not in RESOURCES:
        return link
    path = urlunsplit(("", "", parts.path, parts.query, parts.fragment))
    return at_proxy(outputs["portal"], outputs["base"], outputs["place"], path)


def _rewritten(raw: Any, outputs: Outputs) -> Any:
    if isinstance(raw, list):
        return [_rewritten(one, outputs) for one in raw]
    if not isinstance(raw, dict):
        return raw
    return {
        key: _links(value, outputs) if key == "links" and isinstance(value, dict) else _rewritten(value, outputs)
        for key, value in raw.items()
    }


def _links(links: dict[str, Any], outputs: Outputs) -> dict[str, Any]:
    return {name: through_proxy(value, outputs) if isinstance(value, str) else value for name, value in links.items()}
