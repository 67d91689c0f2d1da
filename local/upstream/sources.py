"""Which sources there are, and where in a folder of recordings each one's lie."""

from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from werkzeug.wrappers import Request, Response

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]

SOURCES = {
    "neuromorpho": ("local.upstream.neuromorpho", "neuromorpho"),
    "hippocampome": ("local.upstream.hippocampome", "hippocampome"),
    "modeldb": ("local.upstream.modeldb", "modeldb"),
    "nexus": ("local.upstream.nexus", "nexus"),
    "portals": ("local.upstream.portals", "bioportal"),
}


def applications(recordings: Path) -> dict[str, Application]:
    """Every source's application, by the path that it is mounted at."""
    return {
        name: import_module(module).application(recordings / part)
        for name, (module, part) in SOURCES.items()
        if find_spec(module)
    }


def nowhere(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """What answers outside of all sources."""
    path = Request(environ).path
    return Response(f"No source is played at {path}; there are {', '.join(SOURCES)}.\n", 404)(environ, start_response)
