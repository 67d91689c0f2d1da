"""Which sources there are, and where in a folder of recordings each one's lie."""

import sys
import threading
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from werkzeug.wrappers import Request, Response

from replay.reading import Unreadable

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]

SOURCES = {
    "neuromorpho": ("replay.neuromorpho", "neuromorpho"),
    "hippocampome": ("replay.hippocampome", "hippocampome"),
    "modeldb": ("replay.modeldb", "modeldb"),
    "nexus": ("replay.nexus", "nexus"),
    "portals": ("replay.portals", "bioportal"),
}


def applications(recordings: Path) -> dict[str, Application]:
    """Every source's application, by the path that it is mounted at; each reads its recordings when it is first
    asked.
    """
    return {name: _WhenAsked(name, module, recordings / part) for name, (module, part) in SOURCES.items()}


class _WhenAsked:
    """An application that is made by its first request: most of those who play all sources ask one."""

    def __init__(self, name: str, module: str, folder: Path) -> None:
        self._given, self._lock = (name, module, folder), threading.Lock()
        self._made: Application | None = None

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        with self._lock:
            self._made = self._made or _application(*self._given)
        return self._made(environ, start_response)


def _application(name: str, module: str, folder: Path) -> Application:
    """The source's application; one whose recordings cannot be read fails alone, and says why."""
    try:
        made: Application = import_module(module).application(folder)
    except (Unreadable, KeyError, TypeError, ValueError, AttributeError) as error:
        why = f"{name} cannot be played from {folder}: {type(error).__name__}: {error}"
        print(why, file=sys.stderr, flush=True)
        return Response(f"{why}\n", 501)  # not retryable: trying again is of no use
    return made


def nowhere(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """What answers outside of all sources."""
    path = Request(environ).path
    return Response(f"No source is played at {path}; there are {', '.join(SOURCES)}.\n", 404)(environ, start_response)
