"""A request on its way through the proxy, and all that its steps share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from chalicelib.proxy.forward import PortalClient
from chalicelib.proxy.output import OutputGenerator, Outputs
from chalicelib.proxy.portals import Portal
from chalicelib.proxy.postprocess import PostProcessor
from chalicelib.proxy.registry import Registry
from chalicelib.store.s3.objects import Files


@dataclass(frozen=True)
class ProxyRequest:
    """A request as it reached us. `path` is raw (percent-encoded) and below `base`, our own public address."""

    method: str
    path: str
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]  # names in lower case
    body: bytes
    base: str


@dataclass(frozen=True)
class ProxyAnswer:
    """The whole answer, as a route hands it on; `stored` lets it go by way of a file and a link to it."""

    status: int
    headers: Mapping[str, str]
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
    """One request while it is answered: steps change `parameters`, register for this request only, and leave word in `outputs`.

    `parameters` go on to the portal; keys are no longer among them. `match` holds what the handler's pattern found, decoded.
    `outputs` begins with `portal`, `base` (our public address), `place` (the portal's below it), `status` (200), `headers` ({}),
    `format` (None: JSON as it came), `formats_elsewhere` (those of other addresses) and `rewrite_links`.
    """

    method: str
    path: str
    parameters: dict[str, list[str]]
    headers: Mapping[str, str]
    body: bytes
    client: PortalClient
    outputs: Outputs
    postprocessors: Registry[PostProcessor]
    generators: Registry[OutputGenerator]
    match: dict[str, str] = field(default_factory=dict)
    tools: Tools = NO_TOOLS

    @property
    def portal(self) -> Portal:
        return self.client.portal

    @property
    def is_form(self) -> bool:
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return self.method == "POST" and kind == "application/x-www-form-urlencoded"
