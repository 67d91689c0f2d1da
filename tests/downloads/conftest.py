"""A source that is a real HTTP server, records that name files there, and S3 behind it all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from chalicelib.downloads.archive import Archives
from chalicelib.downloads.fetch import FileCache
from chalicelib.http.client import Source
from chalicelib.http.terms import Terms
from chalicelib.http.transport import Limits
from chalicelib.json_types import Json
from chalicelib.store.s3.objects import Files
from tests.support import s3

HOME = "https://neurons.example"
TERMS = Terms(home=HOME, paths=("/files/",), pause=0.0, licence="CC-BY-4.0", citation="Neurons (2026)")
POINTS = b"1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n"


def source_at(url: str) -> Source:
    limits = Limits(connect=1, read=5, whole=10, tries=2, longest_wait=0)
    return Source(TERMS, base=url.rstrip("/"), user_agent="tests", pauses=False, limits=limits, sleep=lambda _: None)


def document(number: int | str, *urls: str, name: str | None = None, **more: Any) -> Json:
    """A record as it is indexed, whose file may be at these paths of the source."""
    paths = urls or (f"/files/{number}.swc",)
    origin = {
        "provider": "neurons",
        "source_url": f"{HOME}/neuron/{number}",
        "harvested_at": "2026-11-24T12:00:00Z",
        "run": "20261124",
        "licence": "CC-BY-4.0",
        "citation": "Neurons (2026)",
    }
    file = {"urls": [HOME + path for path in paths], "name": name or f"{number}.swc", "kind": "morphology"}
    known = {"id": f"neurons-{number}", "type": "morphology", "name": f"cell {number}", "source": "Neurons"}
    return {**known, "file": file, "provenance": origin, **more}


@dataclass
class Clock:
    """Time that passes when told."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def files() -> Files:
    return s3.bucket()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cache(files: Files, httpserver: HTTPServer, clock: Clock) -> FileCache:
    source = source_at(httpserver.url_for(""))
    return FileCache(files, {"neurons": source}.__getitem__, clock=clock)


@pytest.fixture
def archives(files: Files, cache: FileCache) -> Archives:
    return Archives(files, cache, workers=3)


@pytest.fixture
def asked(httpserver: HTTPServer) -> Callable[[], list[str]]:
    return lambda: [request.path for request, _ in httpserver.log]


@pytest.fixture
def has(httpserver: HTTPServer) -> Iterator[Callable[..., None]]:
    def serve(path: str, body: bytes = POINTS, *, status: int = 200, **more: Any) -> None:
        httpserver.expect_request(path).respond_with_data(body, status=status, **more)

    httpserver.no_handler_status_code = 404
    yield serve
    httpserver.no_handler_status_code = 500
