"""What a person asks for, checked and typed: the one meeting point of all forms in which a search may arrive."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from chalicelib.errors import BadInput
from chalicelib.json_types import Json
from chalicelib.request_params import (
    parse_release,
    parse_text,
    parse_whole_number,
    read_fields,
    read_parameters,
    unknown_name,
)
from chalicelib.search.filters import SIDES, Filter, filters_of, types_of

SIZE = 20
LARGEST_PAGE = 1000
WINDOW = 10_000  # the engine refuses page * size beyond it
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
        asked = read_fields(body, BODY_FIELDS)
        data_type = _data_type(index, asked.get("data_type"))
        return cls(
            index=index,
            data_type=data_type,
            text=parse_text(asked.get("query"), "query"),
            chosen=_chosen(asked.get("filters"), filters_of(index, data_type)),
            **_place(page, size, read_parameters(parameters, PIN)),
        )

    @classmethod
    def parse_parameters(cls, parameters: Mapping[str, Sequence[str]], *, index: str) -> "Query":
        """Read the GET form: ?q=&species=rat&species=mouse&presynaptic.layers=...&page=&size=&sort=."""
        types_of(index)
        data_type = _data_type(index, "".join(parameters.get("data_type", ())[-1:]))
        paths = [made.key for made in filters_of(index, data_type)]
        given = read_parameters(parameters, PARAMETERS, many=paths)
        if "q" in given and "query" in given:
            raise BadInput("q: the text is given twice, as `q` and as `query`.", field="q")
        return cls(
            index=index,
            data_type=data_type,
            text=parse_text(given.get("q", given.get("query")), "q"),
            chosen=_non_empty({path: _values(list(parameters.get(path, ())), path) for path in paths}),
            sort=_sort(given.get("sort")),
            **_place(given.get("page", "0"), given.get("size", str(SIZE)), given),
        )


def _place(page: str, size: str, pin: Mapping[str, str]) -> dict[str, Any]:
    """Page, size, release and cursor: where in what the answer lies."""
    rows = parse_whole_number(size, "size", least=1, most=LARGEST_PAGE)
    number = parse_whole_number(page, "page", least=0, most=999_999_999)
    cursor = pin.get("cursor", "")
    if cursor and number:
        raise BadInput("page: a cursor says itself where the page begins.", field="page")
    return {"page": number, "size": rows, "release": parse_release(pin.get("release", "")), "cursor": cursor}


def _data_type(index: str, value: Any) -> str | None:
    name = parse_text(value, "data_type")
    if not name:
        return None
    filters_of(index, name)
    return name


def _sort(value: str | None) -> Sort | None:
    for sort in SORTS:
        if value == sort:
            return sort
    if value:
        raise unknown_name("order", value, SORTS, "sort")
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
            raise unknown_name("filter", path, allowed, "filters")
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
    return tuple(dict.fromkeys(text for one in values if (text := parse_text(one, name))))


def _non_empty(chosen: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {path: values for path, values in chosen.items() if values}
