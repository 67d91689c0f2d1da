"""Post-processors: each takes a model that is no error and gives the model that goes on, changed or not."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from chalicelib.proxy.model import Model, create
from chalicelib.proxy.output import Outputs
from chalicelib.proxy.portals import RESOURCES, Portal

PostProcessor = Callable[[Model, Outputs], Model]


def rewritten_links(model: Model, outputs: Outputs) -> Model:
    """Let `links` lead through the proxy, where `rewrite_links` says so; addresses that are identifiers (`@id`) stay."""
    if not outputs["rewrite_links"]:
        return model
    return create(_rewritten(model.raw, outputs["portal"], outputs["place"]))


def through_proxy(link: str, portal: Portal, place: str) -> str:
    """The proxy's address for a resource of the portal; any other address as it is."""
    parts = urlsplit(link)
    resource = parts.path.split("/")[1:2]
    if parts.hostname != urlsplit(portal.home).hostname or not resource or resource[0] not in RESOURCES:
        return link
    return place + parts.path + (f"?{parts.query}" if parts.query else "")


def _rewritten(raw: Any, portal: Portal, place: str) -> Any:
    if isinstance(raw, list):
        return [_rewritten(one, portal, place) for one in raw]
    if not isinstance(raw, dict):
        return raw
    return {
        key: _links(value, portal, place)
        if key == "links" and isinstance(value, dict)
        else _rewritten(value, portal, place)
        for key, value in raw.items()
    }


def _links(links: dict[str, Any], portal: Portal, place: str) -> dict[str, Any]:
    return {
        name: through_proxy(value, portal, place) if isinstance(value, str) else value for name, value in links.items()
    }
