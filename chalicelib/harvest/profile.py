"""How the records of a run look as a whole: how many fill each field, and with what kind of value.

Fields are counted per type of record; a nested object (`facts`, a connection's sides) counts as its own fields, one level deep.
"""

from typing import Any

from chalicelib.json_types import EMPTY, Json, kind_of

OURS = frozenset({"id", "source_id", "type", "provenance"})  # what the hub writes itself


class Profile:
    """Sees documents, and tells `{type: {"records": n, "fields": {name: {"filled": n, "kinds": {kind: n}}}}}`."""

    def __init__(self) -> None:
        self._types: dict[str, Json] = {}

    def see(self, document: Json) -> None:
        kind = self._types.setdefault(document["type"], {"records": 0, "fields": {}})
        kind["records"] += 1
        for name, value in _fields(document):
            entry = kind["fields"].setdefault(name, {"filled": 0, "kinds": {}})
            entry["filled"] += 1
            entry["kinds"][kind_of(value)] = entry["kinds"].get(kind_of(value), 0) + 1

    def as_json(self) -> Json:
        return self._types


def _fields(document: Json) -> list[tuple[str, Any]]:
    """The filled fields of a document with their values."""
    flat: list[tuple[str, Any]] = []
    for name, value in document.items():
        if name in OURS or value in EMPTY:
            continue
        flat.append((name, value))
        if isinstance(value, dict):
            flat += [(f"{name}.{part}", inner) for part, inner in value.items() if inner not in EMPTY]
    return flat
