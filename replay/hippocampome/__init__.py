"""Replays Hippocampome.org from a folder of recordings, or of facts: search answers, neuron pages, figures.

The site's present state is served (search answers with names, pages in the layout of 2025); the same application
answers under `/v1/...` as the site did before: answers without names, pages in the layout of 2021.
Recorded bodies are served as they are; what was not recorded is made from the facts.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from replay.hippocampome.pages import Layout, render
from replay.hippocampome.recordings import Recordings
from replay.hippocampome.search import answer
from replay.pictures import stand_in_image

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]

_LAYOUTS: dict[int, Layout] = {1: "2021", 2: "2025"}
_ROUTES = [
    ("/php/search_engine_json.php", "search"),
    ("/csv2db/search_engine_json.php", "search"),
    ("/php/neuron_page.php", "page"),
    ("/php/attachment/morph/<file>", "figure"),
]


def application(folder: Path, version: Literal[1, 2] = 2) -> Application:
    """A WSGI application that stands in for the site."""
    replay = _Replay(Recordings.read(folder), version)

    @Request.application
    def respond(request: Request) -> Response:
        return replay(request)

    return respond


class _Replay:
    def __init__(self, recordings: Recordings, version: Literal[1, 2]) -> None:
        self._recordings = recordings
        rules = [Rule(path, endpoint=name, defaults={"version": version}) for path, name in _ROUTES]
        old = [Rule(f"/v1{path}", endpoint=name, defaults={"version": 1}) for path, name in _ROUTES]
        self._routes = Map([*rules, *old], redirect_defaults=False)

    def __call__(self, request: Request) -> Response:
        answers: dict[str, Callable[..., Response]] = {
            "search": self._search,
            "page": self._page,
            "figure": self._figure,
        }
        try:
            endpoint, values = self._routes.bind_to_environ(request.environ).match()
            response = answers[endpoint](request, **values)
        except HTTPException as error:
            return Response(error.description, status=error.code)
        response.add_etag()
        response.make_conditional(request)
        return response

    def _search(self, request: Request, version: Literal[1, 2]) -> Response:
        body = answer(self._recordings, request.args.get("query_str", ""), version)
        return Response(body, content_type="application/json;charset=utf-8")

    def _page(self, request: Request, version: Literal[1, 2]) -> Response:
        layout = _LAYOUTS[version]
        number = request.args.get("id", 0, type=int)
        recorded = self._recordings.page(layout, number)
        body = recorded.read_bytes() if recorded else render(self._recordings, number, layout).encode()
        response = Response(body, content_type="text/html")
        changed = recorded.stat().st_mtime if recorded else self._recordings.last_modified()
        response.last_modified = datetime.fromtimestamp(changed, UTC)
        return response

    def _figure(self, request: Request, version: Literal[1, 2], file: str) -> Response:
        if file not in {one.figure for one in self._recordings.types.values()}:
            raise NotFound
        body, kind = stand_in_image(file)
        return Response(body, content_type=kind)
