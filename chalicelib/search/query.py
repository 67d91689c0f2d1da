"""What a person asks for, checked and typed: the one meeting point of all forms in which a search may arrive."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

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
from chalicelib.search.concept_names import concepts_by_name
from chalicelib.search.filters import SIDES, Filter, Range, facet_names, filters_of, ranges_of, types_of, usual_facets
from chalicelib.search.ranges import Span, span_of

SIZE = 20
LARGEST_PAGE = 1000
WINDOW = 10_000  # the engine refuses page * size beyond it
MOST_VALUES = 1000
BODY_FIELDS = ("data_type", "query", "filters", "facets", "literal", "explain", "sort")
PIN = ("release", "cursor")  # parameters of the address, whichever way the search comes
PARAMETERS = ("q", "query", "data_type", "page", "size", "sort", "facets", "literal", "explain", *PIN)
CONCEPT = "concept"
NO_FACETS, ALL_FACETS = "none", "all"
SORTS = ("relevance", "name", "-name")  # and every number that can be asked by range, upwards or downwards


@dataclass(frozen=True)
class Query:
    """One search: `chosen` holds, per filter, the values of which a record must have one; `spans` numbers between two
    ends.

    `concepts` are identifiers by the name that was given (`concept_names.py`). `facets` are those to count.
    `literal` takes the text as nothing but words; `explain` tells per hit which words matched in which field.
    `release` names what is read by its generation ("": what is served), `cursor` where to go on, as an answer gave it.
    """

    index: str
    data_type: str | None = None
    text: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    concepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    literal: bool = False
    explain: bool = False
    page: int = 0
    size: int = SIZE
    sort: str | None = None
    release: str = ""
    cursor: str = ""

    @property
    def filters(self) -> tuple[Filter, ...]:
        return filters_of(self.index, self.data_type)

    @property
    def ranges(self) -> tuple[Range, ...]:
        return ranges_of(self.index, self.data_type)

    @property
    def types(self) -> tuple[str, ...]:
        """The types of record that it may find."""
        return (self.data_type,) if self.data_type else tuple(types_of(self.index))

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
        flat = _flat_filters(asked.get("filters"))
        concepts = _values(flat.pop(CONCEPT, None), f"filters.{CONCEPT}")
        return cls(
            index=index,
            data_type=data_type,
            text=parse_text(asked.get("query"), "query"),
            **_narrowing(flat, index, data_type, "filters."),
            concepts=concepts_by_name(concepts, f"filters.{CONCEPT}"),
            facets=_facets(asked.get("facets"), index, data_type),
            literal=flag_of(asked.get("literal"), "literal"),
            explain=flag_of(asked.get("explain"), "explain"),
            sort=_sort(parse_text(asked.get("sort"), "sort"), index, data_type),
            **_place(page, size, read_parameters(parameters, PIN)),
        )

    @classmethod
    def parse_parameters(cls, parameters: Mapping[str, Sequence[str]], *, index: str) -> "Query":
        """Read the GET form:
        ?q=&species=rat&species=mouse&presynaptic.layers=...&soma_surface=200..500&page=&size=&sort=.
        """
        types_of(index)
        data_type = _data_type(index, "".join(parameters.get("data_type", ())[-1:]))
        filters, ranges = filters_of(index, data_type), ranges_of(index, data_type)
        names = [*(one.key for one in filters), *(one.key for one in ranges)]
        given = read_parameters(parameters, PARAMETERS, many=[*names, CONCEPT])
        if "q" in given and "query" in given:
            raise BadInput("q: the text is given twice, as `q` and as `query`.", field="q")
        return cls(
            index=index,
            data_type=data_type,
            text=parse_text(given.get("q", given.get("query")), "q"),
            **_narrowing({name: list(parameters[name]) for name in names if name in parameters}, index, data_type),
            concepts=concepts_by_name(_values(list(parameters.get(CONCEPT, ())), CONCEPT), CONCEPT),
            facets=_facets(given.get("facets"), index, data_type),
            literal=flag_of(given.get("literal"), "literal"),
            explain=flag_of(given.get("explain"), "explain"),
            sort=_sort(given.get("sort"), index, data_type),
            **_place(given.get("page", "0"), given.get("size", str(SIZE)), given),
        )


def _place(page: str, size: str, pin: Mapping[str, str]) -> dict[str, Any]:
    """Page, size, release and cursor: where in what the answer lies."""
    rows = parse_whole_number(size, "size", least=1, most=LARGEST_PAGE)
    number = parse_whole_number(page, "page", least=0, most=999_999_999)
    cursor = pin.get("cursor", "")
    if cursor and number:
        raise BadInput("page: not together with a cursor, which says where the page begins.", field="page")
    return {"page": number, "size": rows, "release": parse_release(pin.get("release", "")), "cursor": cursor}


def _data_type(index: str, value: Any) -> str | None:
    name = parse_text(value, "data_type")
    if not name:
        return None
    filters_of(index, name)
    return name


def _sort(value: str | None, index: str, data_type: str | None) -> str | None:
    orders = [*SORTS, *orders_of(index, data_type)]
    if value and value not in orders:
        upwards = [one for one in orders if one in SORTS or not one.startswith("-")]
        raise unknown_name("order", value, upwards, "sort")
    return value or None


def orders_of(index: str, data_type: str | None) -> list[str]:
    """Orders by a number: `morphometry.length` upwards, `-morphometry.length` downwards."""
    return [f"{sign}{one.key}" for one in ranges_of(index, data_type) for sign in ("", "-")]


def _narrowing(flat: Json, index: str, data_type: str | None, where: str = "") -> dict[str, Any]:
    """`chosen` and `spans` of filters by name; raises BadInput for a name that the type does not have."""
    filters = {one.key: one for one in filters_of(index, data_type)}
    ranges = {one.key for one in ranges_of(index, data_type)}
    chosen: dict[str, tuple[str, ...]] = {}
    spans: dict[str, Span] = {}
    for name, value in flat.items():
        if name in ranges:
            if (given := _single(value, where + name)) not in (None, ""):
                spans[name] = span_of(given, where + name)
        elif name in filters:
            chosen[name] = _flags(value, where + name) if filters[name].is_flag else _values(value, where + name)
        else:
            raise unknown_name("filter", name, [*filters, CONCEPT, *ranges], where.rstrip(".") or "query string")
    return {"chosen": {name: values for name, values in chosen.items() if values}, "spans": spans}


def _single(value: Any, field: str) -> Any:
    """One value, which may stand in a list."""
    if not isinstance(value, list):
        return value
    if len(value) > 1:
        raise BadInput(f"{field}: one range, not {len(value)}.", field=field)
    return value[0] if value else None


def _flags(value: Any, field: str) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys("true" if flag_of(one, field) else "false" for one in values if one not in (None, "")))


def flag_of(value: Any, field: str) -> bool:
    """True or false, as JSON or as text; raises BadInput for anything else."""
    if value is None or isinstance(value, bool):
        return bool(value)
    if isinstance(value, str) and value.strip().casefold() in ("true", "false", ""):
        return value.strip().casefold() == "true"
    raise BadInput(f"{field}: true or false, not {str(value)[:40]!r}.", field=field)


def _facets(asked: Any, index: str, data_type: str | None) -> tuple[str, ...]:
    """The facets to count: none without being asked, all, or those named (with commas, or in a list)."""
    names = facet_names(index, data_type)
    given = [part.strip() for one in _values(asked, "facets") for part in one.split(",") if part.strip()]
    if given == [ALL_FACETS]:
        return tuple(usual_facets(index, data_type))
    if given == [NO_FACETS]:
        return ()
    for name in given:
        if name not in names:
            raise unknown_name("facet", name, [NO_FACETS, ALL_FACETS, *names], "facets")
    return tuple(dict.fromkeys(given))


def _flat_filters(asked: Any) -> Json:
    if asked is None:
        return {}
    if not isinstance(asked, dict):
        raise BadInput("filters: must be an object of names and values.", field="filters")
    return _flat(asked, set(SIDES))


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
