"""What a person asks for, checked and typed: the one meeting point of all forms in which a search may arrive."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import orjson

from chalicelib.errors import BadInput
from chalicelib.json_types import Json
from chalicelib.search.filters import SIDES, Filter, filters_of, types_of, unknown
from chalicelib.store.opensearch.names import GENERATIONS

SIZE = 20
LARGEST_PAGE = 1000
WINDOW = 10_000  # the engine refuses page * size beyond it
LONGEST_TEXT = 1000
MOST_VALUES = 1000
BODY_FIELDS = ("data_type", "query", "filters")
PIN = ("release", "cursor")  # parameters of the address, whichever way the search comes
PARAMETERS = ("q", "query", "data_type", "page", "size", "sort", *PIN)
Sort = Literal["relevance", "name", "-name"]
SORTS: tuple[Sort, ...] = ("relevance", "name", "-name")


@dataclass(frozen=True)
class Query:
    """One search: `chosen` holds, per filter path, the values of which a record must have one.

    `release` names what is read by its generation ("": what is served), `cursor` where to go on, as an answer gave it.
    """

    index: str
    data_type: str | None = None
    text: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 0
    size: int = SIZE
    sort: Sort | None = None
    release: str = ""
    cursor: str = ""

    @property
    def filters(self) -> tuple[Filter, ...]:
        return filters_of(self.index, self.data_type)

    @classmethod
    def parse(
        cls,
        body: bytes,
        *,
        index: str,
        page: str = "0",
        size: str = str(SIZE),
        parameters: Mapping[str, Sequence[str]] = {},
    ) -> "Query":
        """Read the frontend's POST; raises BadInput or UnknownName naming the field and what it takes."""
        types_of(index)
        asked = fields_of(body, BODY_FIELDS)
        data_type = _data_type(index, asked.get("data_type"))
        return cls(
            index=index,
            data_type=data_type,
            text=text_of(asked.get("query"), "query"),
            chosen=_chosen(asked.get("filters"), filters_of(index, data_type)),
            **_place(page, size, once(parameters, PIN)),
        )

    @classmethod
    def parse_parameters(cls, parameters: Mapping[str, Sequence[str]], *, index: str) -> "Query":
        """Read the GET form: ?q=&species=rat&species=mouse&presynaptic.layers=...&page=&size=&sort=."""
        types_of(index)
        data_type = _data_type(index, "".join(parameters.get("data_type", ())[-1:]))
        paths = [made.key for made in filters_of(index, data_type)]
        given = once(parameters, PARAMETERS, many=paths)
        if "q" in given and "query" in given:
            raise BadInput("q: the text is given twice, as `q` and as `query`.", field="q")
        return cls(
            index=index,
            data_type=data_type,
            text=text_of(given.get("q", given.get("query")), "q"),
            chosen=_non_empty({path: _values(list(parameters.get(path, ())), path) for path in paths}),
            sort=_sort(given.get("sort")),
            **_place(given.get("page", "0"), given.get("size", str(SIZE)), given),
        )


def once(parameters: Mapping[str, Sequence[str]], known: Sequence[str], *, many: Sequence[str] = ()) -> dict[str, str]:
    """The `known` parameters, each given once at most; raises BadInput for repeated ones and unknown ones."""
    for name, values in parameters.items():
        if name not in known and name not in many:
            raise unknown("parameter", name, [*known, *many], "query string")
        if name in known and len(values) > 1:
            raise BadInput(f"{name}: given {len(values)} times.", field=name)
    return {name: values[0] for name, values in parameters.items() if name in known and values}


def release_of(text: str) -> str:
    """The generation that names a release, or two with a comma between; raises BadInput for what is none."""
    if text and not re.fullmatch(GENERATIONS, text):
        raise BadInput(f"release: a generation, as answers carry it, not {text[:80]!r}.", field="release")
    return text


def fields_of(body: bytes, known: Sequence[str]) -> Json:
    """A JSON object that has no other fields than these; raises BadInput naming the one that it must not have."""
    asked = json_object(body)
    for name in asked:
        if name not in known:
            raise unknown("field", name, known, "body")
    return asked


def json_object(body: bytes) -> Json:
    """A JSON object, or nothing at all; raises BadInput for anything else."""
    if not body.strip():
        return {}
    try:
        asked = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise BadInput(f"The body is not JSON: {error}", field="body") from error
    if asked is None:
        return {}
    if not isinstance(asked, dict):
        raise BadInput("The body must be a JSON object.", field="body")
    return asked


def text_of(value: Any, name: str) -> str:
    """Text without blanks around it and without control characters in it."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput(f"{name}: must be text.", field=name)
    if len(value) > LONGEST_TEXT:
        raise BadInput(f"{name}: at most {LONGEST_TEXT} characters, these are {len(value)}.", field=name)
    if any(ord(letter) < 32 and not letter.isspace() for letter in value) or "\x7f" in value:
        raise BadInput(f"{name}: control characters are not allowed.", field=name)
    return value.strip()


def whole_number(text: str, name: str, *, least: int, most: int) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9 or not least <= int(text) <= most:
        raise BadInput(f"{name}: a whole number from {least} to {most}, not {text[:40]!r}.", field=name)
    return int(text)


def _place(page: str, size: str, pin: Mapping[str, str]) -> dict[str, Any]:
    """Page, size, release and cursor: where in what the answer lies."""
    rows = whole_number(size, "size", least=1, most=LARGEST_PAGE)
    number = whole_number(page, "page", least=0, most=999_999_999)
    cursor = pin.get("cursor", "")
    if cursor and number:
        raise BadInput("page: a cursor says itself where the page begins.", field="page")
    return {"page": number, "size": rows, "release": release_of(pin.get("release", "")), "cursor": cursor}


def _data_type(index: str, value: Any) -> str | None:
    name = text_of(value, "data_type")
    if not name:
        return None
    filters_of(index, name)
    return name


def _sort(value: str | None) -> Sort | None:
    for sort in SORTS:
        if value == sort:
            return sort
    if value:
        raise unknown("order", value, SORTS, "sort")
    return None


def _chosen(asked: Any, known: Sequence[Filter]) -> dict[str, tuple[str, ...]]:
    if asked is None:
        return {}
    if not isinstance(asked, dict):
        raise BadInput("filters: must be an object of names and values.", field="filters")
    allowed = [made.key for made in known]
    flat = _flat(asked, {path.split(".")[0] for path in allowed if "." in path})
    for path in flat:
        if path not in allowed:
            raise unknown("filter", path, allowed, "filters")
    return _non_empty({path: _values(value, f"filters.{path}") for path, value in flat.items()})


def _flat(asked: Json, sides: set[str]) -> Json:
    flat: Json = {}
    for name, value in asked.items():
        if name not in SIDES or name not in sides:
            flat[name] = value
        elif isinstance(value, dict):
            flat |= {f"{name}.{inner}": given for inner, given in value.items()}
        elif value:
            raise BadInput(f"filters.{name}: must be an object of names and values.", field=f"filters.{name}")
    return flat


def _values(value: Any, name: str) -> tuple[str, ...]:
    if value is None:
        return ()
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
        raise BadInput(f"{name}: must be text or a list of texts.", field=name)
    if len(values) > MOST_VALUES:
        raise BadInput(f"{name}: at most {MOST_VALUES} values, these are {len(values)}.", field=name)
    return tuple(dict.fromkeys(text for one in values if (text := text_of(one, name))))


def _non_empty(chosen: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {path: values for path, values in chosen.items() if values}
