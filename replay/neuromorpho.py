"""NeuroMorpho.org: its API, its files, its refusals.

Recorded records come as JSON lines (`neurons*.jsonl`); our own samples as a table of facts (`neurons.csv`), from which
`samples.py` makes the API's 44 fields. Shapes and errors are those of https://neuromorpho.org/apiReference.html.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from werkzeug.exceptions import BadRequest, HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from replay.growth import grow_neuron
from replay.pictures import stand_in
from replay.reading import content, lines
from replay.samples import neurons_of
from replay.sources import Application

Json = dict[str, Any]
LARGEST_PAGE, PAGE = 500, 50
_GET = ["GET"]


class Recordings:
    """What a folder holds, read once and only when asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def neurons(self) -> list[Json]:
        found = {one["neuron_id"]: one for path in self._lines("neurons*.jsonl") for one in lines(path)}
        for one in neurons_of(self._folder / "neurons.csv"):
            found.setdefault(one["neuron_id"], one)
        return [found[number] for number in sorted(found)]

    @cached_property
    def _by_number(self) -> dict[Any, Json]:
        return {one["neuron_id"]: one for one in self.neurons}

    @cached_property
    def morphometry(self) -> list[Json]:
        found = {one["neuron_id"]: one for path in self._lines("morphometry/*.jsonl") for one in lines(path)}
        return [found[number] for number in sorted(found)]

    @cached_property
    def files(self) -> dict[str, Path]:
        """Recorded morphologies by the path, in lower case, at which the source has them."""
        folder = self._folder / "morphologies"
        entries: Any = content(folder / "index.json", [])
        entries = entries if isinstance(entries, list) else entries["files"]
        served: dict[str, Path] = {}
        for entry in sorted(entries, key=lambda one: not one.get("standardized_path")):
            path = entry.get("standardized_path") or self._guessed_path(entry)
            if path and (folder / entry["file"]).exists():
                served.setdefault(path.lower(), folder / entry["file"])
        return served

    @cached_property
    def synthetic(self) -> dict[str, Json]:
        """Samples whose file is grown here, by the path of their standardised file."""
        return {
            f"dablefiles/{one['archive'].lower()}/cng version/{one['neuron_name'].lower()}.cng.swc": one
            for one in neurons_of(self._folder / "neurons.csv")
        }

    def values(self, field: str) -> list[str] | None:
        """The values of a field: those recorded, in their order, then what else the neurons hold."""
        recorded = content(self._folder / "fields" / f"{field}.json", None)
        if recorded is None and not any(key.lower() == field.lower() for one in self.neurons[:1] for key in one):
            return None
        held = sorted({text for one in self.neurons for text in _texts(one, field)})
        return list(dict.fromkeys([*(recorded["fields"] if recorded else ()), *held]))

    def _guessed_path(self, entry: Json) -> str | None:
        """Where a file without a path would be: among the originals if it has their format, else the standardised."""
        neuron = self._by_number.get(entry.get("neuron_id"))
        if neuron is None:
            return None
        ending = entry["file"].rpartition(".")[2]
        folder, name = f"dableFiles/{neuron['archive']}", neuron["neuron_name"]
        if (neuron["original_format"] or "").rpartition(".")[2].lower() == ending.lower():
            return f"{folder}/Source-Version/{name}.{ending}"
        return f"{folder}/CNG version/{name}.CNG.swc" if ending.lower() == "swc" else None

    def _lines(self, pattern: str) -> list[Path]:
        return sorted(self._folder.glob(pattern))


def application(folder: Path) -> Application:
    """The site over the recordings in `folder`."""
    recordings = Recordings(folder)
    site = _Site(recordings)
    recordings.neurons, recordings.files  # noqa: B018  what cannot be read is found now

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        return site.answer(Request(environ))(environ, start_response)

    return answer


class _Site:
    def __init__(self, recordings: Recordings) -> None:
        self._recordings = recordings
        self._routes = Map(
            [
                Rule("/api/health", endpoint=self._health, methods=_GET),
                Rule("/api/neuron", endpoint=self._all, methods=_GET),
                Rule("/api/neuron/id/<int:number>", endpoint=self._by_id, methods=_GET),
                Rule("/api/neuron/name/<path:name>", endpoint=self._by_name, methods=_GET),
                Rule("/api/neuron/select", endpoint=self._select, methods=["GET", "POST"]),
                Rule("/api/neuron/fields", endpoint=self._fields, methods=_GET),
                Rule("/api/neuron/fields/<field>", endpoint=self._values, methods=_GET),
                Rule("/api/neuron/partition/<field>", endpoint=self._partition, methods=_GET),
                Rule("/api/morphometry/id/<int:number>", endpoint=self._measured_by_id, methods=_GET),
                Rule("/api/morphometry/name/<path:name>", endpoint=self._measured_by_name, methods=_GET),
                Rule("/dableFiles/<path:path>", endpoint=self._file, methods=_GET),
                Rule("/images/imageFiles/<archive>/<path:name>", endpoint=self._image, methods=_GET),
            ],
            merge_slashes=False,
        )

    def answer(self, request: Request) -> Response:
        if request.path.lower().endswith(".jsp"):
            return Response("Scripts may not call .jsp pages; use the API.\n", 403)
        try:
            view, given = self._routes.bind_to_environ(request.environ).match()
            response: Response = view(request, **given)
        except HTTPException as error:
            return _error(request, error.code or 404, "" if error.code == 404 else str(error.description))
        return response

    def _health(self, request: Request) -> Response:
        return _json({"status": "UP"})

    def _all(self, request: Request) -> Response:
        return _page_response(request, self._recordings.neurons)

    def _by_id(self, request: Request, number: int) -> Response:
        return self._one(request, self._recordings.neurons, "neuron_id", number)

    def _by_name(self, request: Request, name: str) -> Response:
        return self._one(request, self._recordings.neurons, "neuron_name", name)

    def _measured_by_id(self, request: Request, number: int) -> Response:
        return self._one(request, self._recordings.morphometry, "neuron_id", number)

    def _measured_by_name(self, request: Request, name: str) -> Response:
        return self._one(request, self._recordings.morphometry, "neuron_name", name)

    def _one(self, request: Request, records: list[Json], key: str, value: object) -> Response:
        found = next((one for one in records if one[key] == value), None)
        return _json(found) if found else _error(request, 404, "Requested neuron not found")

    def _select(self, request: Request) -> Response:
        try:
            tests = _from_json(request) if request.method == "POST" else _from_query(request)
        except ValueError as error:
            return _error(request, 400, str(error))
        found = [one for one in self._recordings.neurons if all(test(one) for test in tests)]
        return _page_response(request, found)

    def _fields(self, request: Request) -> Response:
        names = list(self._recordings.neurons[0]) if self._recordings.neurons else []
        shown = ["Physical_Integrity" if name == "physical_Integrity" else name for name in names if name != "_links"]
        return _json({"Neuron Fields": shown})

    def _values(self, request: Request, field: str) -> Response:
        values = self._recordings.values(field)
        if values is None:
            return _error(request, 404, f"Field {field} not found")
        size, number = _window(request)
        return _json({"fields": values[number * size : (number + 1) * size], "page": _page(size, number, len(values))})

    def _partition(self, request: Request, field: str) -> Response:
        values = self._recordings.values(field)
        if values is None:
            return _error(request, 404, f"Field {field} not found")
        counts = {value: sum(value in _texts(one, field) for one in self._recordings.neurons) for value in values}
        return _json({"fields": counts, "page": _page(len(counts) or 1, 0, len(counts))})

    def _file(self, request: Request, path: str) -> Response:
        place = "dablefiles/" + unquote(path).lower()
        if recorded := self._recordings.files.get(place):
            return Response(recorded.read_bytes(), mimetype="application/octet-stream")
        if sample := self._recordings.synthetic.get(place):
            return Response(
                grow_neuron(sample["neuron_id"], sample["neuron_name"]), mimetype="application/octet-stream"
            )
        return Response("<html><body><h1>404 Not Found</h1></body></html>", 404, mimetype="text/html")

    def _image(self, request: Request, archive: str, name: str) -> Response:
        named = any(one["neuron_name"] == name.rpartition(".")[0] for one in self._recordings.neurons)
        return Response(stand_in(name), mimetype="image/png") if named else Response("", 404)


def _from_json(request: Request) -> list[Callable[[Json], bool]]:
    asked = request.get_json(silent=True)
    if not isinstance(asked, dict) or not all(isinstance(values, list) for values in asked.values()):
        raise ValueError("JSON parse error: an object of lists is expected")
    return [_holds(field, values) for field, values in asked.items()]


def _from_query(request: Request) -> list[Callable[[Json], bool]]:
    """`q=field:v1,v2` and any number of `fq=field:v`; `AND` between clauses, quotes round values with blanks."""
    clauses = [
        part for text in [*request.args.getlist("q"), *request.args.getlist("fq")] for part in text.split(" AND ")
    ]
    if not clauses:
        raise ValueError("Required String parameter 'q' is not present")
    tests = []
    for clause in clauses:
        field, colon, values = clause.partition(":")
        if not colon:
            raise ValueError(f"'{clause}' is no field:value")
        tests.append(_holds(field.strip(), [one.strip().strip('"') for one in re.findall(r'"[^"]*"|[^,]+', values)]))
    return tests


def _holds(field: str, values: Sequence[str]) -> Callable[[Json], bool]:
    wanted = [re.compile(re.escape(str(one)).replace(r"\*", ".*").replace(r"\?", "."), re.IGNORECASE) for one in values]
    return lambda one: any(pattern.fullmatch(text) for text in _texts(one, field) for pattern in wanted)


def _texts(record: Json, field: str) -> list[str]:
    key = "physical_Integrity" if field == "Physical_Integrity" else field
    value = record.get(key)
    return [str(one) for one in (value if isinstance(value, list) else [value]) if one is not None]


def _page_response(request: Request, records: list[Json]) -> Response:
    size, number = _window(request)
    key, _, order = request.args.get("sort", "neuron_id").partition(",")
    if records and key not in records[0]:
        raise BadRequest(f"wrong parameter: {key}")
    ordered = sorted(records, key=lambda one: (one[key] is None, one[key]), reverse=order.lower() == "desc")
    shown = ordered[number * size : (number + 1) * size]
    answer: Json = {"_embedded": {"neuronResources": shown}} if shown else {}
    return _json({**answer, "page": _page(size, number, len(ordered))})


def _window(request: Request) -> tuple[int, int]:
    """Size and number of the page that is asked for; raises BadRequest."""
    try:
        size, number = int(request.args.get("size", PAGE)), int(request.args.get("page", 0))
    except ValueError as error:
        raise BadRequest(f"wrong parameter: {error}") from error
    if size < 1 or number < 0:
        raise BadRequest("wrong parameter: page and size must not be negative")
    return min(size, LARGEST_PAGE), number


def _page(size: int, number: int, total: int) -> Json:
    return {"size": size, "totalElements": total, "totalPages": -(-total // size), "number": number}


def _error(request: Request, status: int, message: str) -> Response:
    phrase = {400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed"}.get(status, "Error")
    return _json({"status": status, "error": phrase, "message": message or phrase, "path": request.path}, status)


def _json(content: Any, status: int = 200) -> Response:
    return Response(json.dumps(content, ensure_ascii=False), status, mimetype="application/json")
