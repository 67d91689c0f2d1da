"""JSON as plain values; apart from `records`, so that a search need not load the library that the models stand on."""

from typing import Any

Json = dict[str, Any]
EMPTY: tuple[Any, ...] = (None, "", [], {})
_KINDS = {bool: "truth", int: "number", float: "number", str: "text", list: "list", dict: "object"}


def kind_of(value: Any) -> str:
    """A JSON value's kind in a word."""
    return _KINDS.get(type(value), "other")
