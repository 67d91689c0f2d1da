"""Replays ModelDB from a folder of recordings, or of facts: API, rendered pages, archives.

Answers as the site's own code does (github.com/mcdougallab/modeldb, `modeldb2020/api_v1.py` and `views.py`): text for
an unknown record, 500 for a filter that the site cannot take, 403 for a file that is not there.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from replay.modeldb.archives import archive, content
from replay.modeldb.recordings import Recordings
from replay.sources import Application

Json = dict[str, Any]
COLLECTIONS = (
    "celltypes currents genes modelconcepts models modeltypes papers receptors regions simenvironments transmitters"
).split()
_ROUTES = {
    "/api/v1": "collections",
    "/api/v1/<collection>": "ids",
    "/api/v1/<collection>/<int:number>": "record",
    "/api/v1/<collection>/<field>": "field",
    "/download/<int:number>": "download",
    "/getModelFile": "file",
    "/<int:number>": "page",
}


class SingleValued(Exception):
    """A key that holds one value was used as a filter: the site fails (500)."""


def application(folder: Path) -> Application:
    """A WSGI application that stands in for the site."""
    replay = _Replay(Recordings.read(folder))

    @Request.application
    def respond(request: Request) -> Response:
        return replay(request)

    return respond


class _Replay:
    def __init__(self, recordings: Recordings) -> None:
        self._recordings = recordings
        self._routes = Map([Rule(path, endpoint=name) for path, name in _ROUTES.items()], strict_slashes=False)

    def __call__(self, request: Request) -> Response:
        answers: dict[str, Callable[..., Response]] = {
            "collections": self._collections,
            "ids": self._ids,
            "record": self._record,
            "field": self._field,
            "download": self._download,
            "file": self._file,
            "page": self._page,
        }
        try:
            endpoint, values = self._routes.bind_to_environ(request.environ).match()
            return answers[endpoint](request, **values)
        except SingleValued:
            return _text("Server Error (500)", 500)
        except HTTPException as error:
            return _text(f"{error.code} {error.name}", error.code or 404)

    def _collections(self, request: Request) -> Response:
        return _json(request, COLLECTIONS)

    def _ids(self, request: Request, collection: str) -> Response:
        records = self._select(request, collection)
        if records is None:
            return _text("404 Not Found", 404)
        return _json(request, [one["id"] if collection == "models" else str(one["id"]) for one in records])

    def _record(self, request: Request, collection: str, number: int) -> Response:
        record = self._records(collection).get(number)
        return _json(request, record) if record else _text("404 Not Found", 404)

    def _field(self, request: Request, collection: str, field: str) -> Response:
        records = self._select(request, collection)
        if records is None:
            return _text("404 Not Found", 404)
        return _json(request, [one.get(field) for one in records])

    def _select(self, request: Request, collection: str) -> list[Json] | None:
        if collection not in COLLECTIONS:
            return None
        asked = {key: value for key, value in request.args.items() if key != "indent"}
        return _select(self._records(collection).values(), asked)

    def _records(self, collection: str) -> dict[int, Json]:
        known = self._recordings
        return {"models": known.models, "papers": known.papers}.get(collection) or known.vocabularies.get(
            collection, {}
        )

    def _download(self, request: Request, number: int) -> Response:
        """The model's archive; one whose files are known to be none is missing at the site, too."""
        if number not in self._recordings.models and number not in self._recordings.trees:
            return _text("Forbidden", 403)
        tree = self._recordings.trees.get(number)
        if tree and not tree.files:
            return _text("Error reading file", 500)
        headers = {"Content-Disposition": f'attachment; filename="{number}.zip"'}
        return Response(archive(number, tree), mimetype="application/zip", headers=headers)

    def _file(self, request: Request) -> Response:
        number, path = request.args.get("model", 0, type=int), request.args.get("file", "")
        tree = self._recordings.trees.get(number)
        if tree is None or path not in tree.files:
            return _text("Forbidden", 403)
        kind = "text/html" if path.lower().endswith((".html", ".htm")) else "text/plain"
        return Response(content(number, path), mimetype=kind)

    def _page(self, request: Request, number: int) -> Response:
        """A recorded page: the overview (tab 1), the files (tab 2), or the one file that was recorded with it."""
        tab, file = request.args.get("tab", "1"), request.args.get("file")
        page = self._recordings.page(f"{number}_tab{tab}" if not file else f"{number}_tab2_file")
        if page is None or (file and f"file={quote(file)}" not in page):
            return _text("404 Not Found", 404)
        return Response(page, mimetype="text/html")


def _select(records: Iterable[Json], asked: Mapping[str, str]) -> list[Json]:
    """Records in which each key holds the value asked for, as object_id or as exact object_name.

    An unknown key selects nothing. Raises SingleValued.
    """
    kept = list(records)
    for key, wanted in asked.items():
        if any(key in one and not _is_multiple(one[key]) for one in kept):
            raise SingleValued(key)
        kept = [one for one in kept if key in one and _holds(one[key]["value"], wanted)]
    return kept


def _is_multiple(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("value"), list)


def _holds(objects: list[Json], wanted: str) -> bool:
    return any(wanted in (str(one["object_id"]), one["object_name"]) for one in objects)


def _json(request: Request, content: Any) -> Response:
    indent = request.args.get("indent", type=int)
    headers = {"Cache-Control": "s-maxage=10"}
    return Response(json.dumps(content, indent=indent), mimetype="application/json", headers=headers)


def _text(text: str, status: int) -> Response:
    return Response(text, status, mimetype="text/plain")
