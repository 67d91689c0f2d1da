"""Replays the hub's internal collections: the Elasticsearch view of a Nexus project, curated lists, files of any host.

`/views/<org>/<project>/<view>/_search`   answers as Elasticsearch does, errors as Nexus does (JSON-LD)
`/curated`, `/curated/<name>.json`        which lists were recorded, and each of them
`/files/<org>/<project>/<id>`             a file of Nexus
`/hosts/<host>/<path>`                    a file of any other host: what a mirror is asked
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from replay.nexus.files import file_of
from replay.nexus.recordings import Recordings
from replay.nexus.search import Refused, search
from replay.sources import Application

CONTEXT = "https://bluebrain.github.io/nexus/contexts/error.json"
VIEWS = ("https://bbp.epfl.ch/neurosciencegraph/data/views/es/dataset", "nxv:defaultElasticSearchIndex")
_ROUTES = {
    "/views/<org>/<project>/<path:view>/_search": "search",
    "/curated": "curated",
    "/curated/<name>.json": "list",
    "/files/<path:place>": "file",
    "/hosts/<path:place>": "hosted",
}


def application(folder: Path) -> Application:
    """A WSGI application that stands in for Nexus, and for the hosts of its files."""
    replay = _Replay(Recordings.read(folder))

    @Request.application
    def respond(request: Request) -> Response:
        return replay(request)

    return respond


class _Replay:
    def __init__(self, recordings: Recordings) -> None:
        self._recordings = recordings
        rules = [Rule(path, endpoint=name) for path, name in _ROUTES.items()]
        self._routes = Map(rules, merge_slashes=False, strict_slashes=False)

    def __call__(self, request: Request) -> Response:
        answers: dict[str, Callable[..., Response]] = {
            "search": self._search,
            "curated": self._curated_list,
            "list": self._list,
            "file": self._file,
            "hosted": self._hosted_file,
        }
        try:
            endpoint, values = self._routes.bind_to_environ(request.environ).match()
            return answers[endpoint](request, **values)
        except HTTPException as error:
            return _error(error.code or 404, "ResourceNotFound", f"The resource {request.path} was not found.")

    def _search(self, request: Request, org: str, project: str, view: str) -> Response:
        if view not in VIEWS or (org, project) not in (("public", "hippocampus-hub"), ("public", "hippocampus")):
            return _error(404, "ViewNotFound", f"View '{view}' not found in project '{org}/{project}'.")
        body = request.get_json(silent=True)
        if request.method != "POST" or not isinstance(body, dict):
            return _error(400, "InvalidRequest", "A search is a POST of a JSON object.")
        try:
            return _json(search(self._recordings.resources, body))
        except Refused as error:
            cause = {"type": error.kind, "reason": error.reason}
            return _json({"error": {"root_cause": [cause], **cause}, "status": 400}, 400)

    def _curated_list(self, request: Request) -> Response:
        return _json({"lists": sorted(self._recordings.lists)})

    def _list(self, request: Request, name: str) -> Response:
        if name not in self._recordings.lists:
            return _error(404, "FileNotFound", f"There is no list {name}.")
        return _json(self._recordings.lists[name])

    def _file(self, request: Request, place: str) -> Response:
        return self._hosted_file(request, f"bbp.epfl.ch/nexus/v1/files/{place}")

    def _hosted_file(self, request: Request, place: str) -> Response:
        known = self._recordings.addresses.get(place)
        made = file_of(*known) if known else None
        if made is None:
            return _error(404, "FileNotFound", f"No file is known at {place}.")
        content, media_type = made
        return Response(content, content_type=media_type)


def _json(content: Any, status: int = 200) -> Response:
    return Response(json.dumps(content), status, mimetype="application/json")


def _error(status: int, kind: str, reason: str) -> Response:
    body = {"@context": CONTEXT, "@type": kind, "reason": reason}
    return Response(json.dumps(body), status, mimetype="application/ld+json")
