"""The columns of a table, the same for every record of an index, made of the records' schemas and units.

Names are stable: `id, type, name, source` first, then the fields of all types of the index, nested ones with a dot
(`presynaptic.name`). A new field of the models becomes a column by itself; no column changes its name or meaning.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import orjson

from chalicelib.export.schemas import TYPES_OF_INDEX, dereference, record_schemas, type_of
from chalicelib.json_types import Json
from chalicelib.morphology import names

FIRST = ("id", "type", "name", "source")
BETWEEN = "; "  # the values of a list
SHRINKAGE = ("reported_value", "reported_xy", "reported_z", "corrected_value", "corrected_xy", "corrected_z")
UNITS: dict[str, str] = {
    "soma_surface": "µm²",
    "surface": "µm²",
    "volume": "µm³",
    "slicing_thickness": "µm",
    "min_weight": "g",
    "max_weight": "g",
    "min_age_days": "days",
    "max_age_days": "days",
    **{f"shrinkage.{name}": "%" for name in SHRINKAGE},
    **{f"morphometry.{name}": measure.unit for name, measure in names.fields().items()},
    **{f"source_morphometry.{name}": measure.unit for name, measure in names.source_fields().items()},
}
MEMBERS: dict[str, tuple[str, ...]] = {"shrinkage": SHRINKAGE}  # of objects that hold numbers by name
_DATATYPES = ("string", "number", "integer", "boolean")


@dataclass(frozen=True)
class Column:
    """One column; `types` are the types of records that may have a value in it, "" is no unit."""

    name: str
    datatype: str  # string, number, integer, boolean or json
    is_list: bool
    unit: str
    description: str
    types: tuple[str, ...]

    @property
    def header(self) -> str:
        return f"{self.name} [{self.unit}]" if self.unit else self.name


@cache
def columns_of(indices: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a table of one index, or of several together, in their order."""
    found: dict[str, Column] = {}
    for schema in (name for index in indices for name in TYPES_OF_INDEX[index]):
        for column in _columns(record_schemas()[schema]["properties"], type_of(schema)):
            known = found.get(column.name)
            types = (*known.types, *column.types) if known else column.types
            found[column.name] = Column(**{**vars(known or column), "types": types})
    first = [found.pop(name) for name in FIRST]
    return (*first, *found.values())


def row_of(record: Json, columns: Sequence[Column]) -> list[str | int | float | bool]:
    """The record's cells; what it does not have is "", a list is one text."""
    flat = _flat(record)
    return [flat.get(column.name, "") for column in columns]


def _columns(properties: Json, kind: str, before: str = "", *, in_list: bool = False) -> Iterator[Column]:
    for field, given in properties.items():
        schema, name = dereference(given), before + field
        is_list, item = schema.get("type") == "array", dereference(schema.get("items") or {})
        inner = (item if is_list else schema).get("properties") or number_fields(name)
        if inner:
            yield from _columns(inner, kind, f"{name}.", in_list=in_list or is_list)
            continue
        datatype = str((item if is_list else schema).get("type", "string"))
        yield Column(
            name=name,
            datatype=datatype if datatype in _DATATYPES else "json",
            is_list=in_list or is_list,
            unit=UNITS.get(name, ""),
            description=str(schema.get("description", "")) if "$ref" not in given else "",
            types=(kind,),
        )


def _flat(record: Json, before: str = "") -> dict[str, str | int | float | bool]:
    cells: dict[str, str | int | float | bool] = {}
    for field, value in record.items():
        name = before + field
        if isinstance(value, dict):
            cells |= _flat(value, f"{name}.")
            if value and _is_free(name):
                cells[name] = orjson.dumps(value).decode()
        elif isinstance(value, list):
            cells |= _join_values(name, value)
        elif value is not None:
            cells[name] = value
    return cells


def _join_values(name: str, values: list[object]) -> dict[str, str | int | float | bool]:
    """A list as one text; of a list of objects, each field as one text, in which an unknown value keeps its place."""
    objects = [one for one in values if isinstance(one, dict)]
    if not objects:
        return {name: _list_text(values)} if values else {}
    fields = dict.fromkeys(field for one in objects for field in one)
    return {f"{name}.{field}": _list_text([one.get(field) for one in objects]) for field in fields}


def _list_text(values: list[object]) -> str:
    """The values with `; ` between them, which stands in none of them: the text can be split again."""
    return BETWEEN.join(_text(one).replace(BETWEEN, ", ") for one in values)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return value if isinstance(value, str) else orjson.dumps(value).decode()


@cache
def _free_fields() -> frozenset[str]:
    """The fields whose content no schema names: a table holds them as JSON."""
    return frozenset(
        one.name for one in columns_of(tuple(TYPES_OF_INDEX)) if one.datatype == "json" and not one.is_list
    )


def _is_free(name: str) -> bool:
    return name in _free_fields()


def number_fields(field: str) -> Json | None:
    """The schema of an object whose numbers are known by name; None for any other field."""
    known = MEMBERS.get(field)
    return {name: {"type": "number"} for name in known} if known else None
