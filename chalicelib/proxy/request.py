"""A request on its way through the proxy, and all that its steps share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from chalicelib.http.headers import HeaderValue
from chalicelib.proxy.forward import PortalClient
from chalicelib.proxy.output import OutputGenerator, PostProcessor, ResponseContext
from chalicelib.proxy.portals import Portal
from chalicelib.store.s3.objects import Files

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class ProxyRequest:
    """A request as it reached us. `path` is raw (percent-encoded) and below `base_url`, this service's public
    address.
    """

    method: str
    path: str
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]  # names in lower case
    body: bytes
    base_url: str

    @property
    def is_form(self) -> bool:
        return self.method == "POST" and content_type(self.headers) == FORM


@dataclass(frozen=True)
class ProxyResponse:
    """The whole response, as a route sends it; `stored` lets it go by way of a file and a link to it."""

    status: int
    headers: Mapping[str, HeaderValue]
    body: str | bytes
    stored: bool = False


@dataclass(frozen=True)
class Tools:
    """What a handler may use beside its portal: the file storage, and the schema that documents are checked against."""

    files: Callable[[], Files] | None = None
    schema: Path | None = None


NO_TOOLS = Tools()


@dataclass
class Call:
    """One request while it is answered: steps change `parameters` and `context`, and register for this request only.

    `parameters` go on to the portal; keys are no longer among them. `match` holds what the handler's pattern found,
    decoded. `postprocessors` run in their order, `generators` are the formats that may be asked for; both by name.
    """

    method: str
    path: str
    parameters: dict[str, list[str]]
    headers: Mapping[str, str]
    body: bytes
    client: PortalClient
    context: ResponseContext
    postprocessors: dict[str, PostProcessor]
    generators: dict[str, OutputGenerator]
    match: dict[str, str] = field(default_factory=dict)
    tools: Tools = NO_TOOLS

    @property
    def portal(self) -> Portal:
        return self.client.portal

    @property
    def is_form(self) -> bool:
        return self.method == "POST" and content_type(self.headers) == FORM


def content_type(headers: Mapping[str, str]) -> str:
    """The media type of a body, without its parameters."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()
