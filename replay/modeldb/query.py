"""The models that a query string selects, by the rules of the site's API."""

from collections.abc import Iterable, Mapping
from typing import Any

Json = dict[str, Any]


class SingleValued(Exception):
    """A key that holds one value was used as a filter: the site fails (500)."""


def select(records: Iterable[Json], asked: Mapping[str, str]) -> list[Json]:
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
