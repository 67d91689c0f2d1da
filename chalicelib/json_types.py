"""JSON as plain values; apart from `records`, so that a search need not load the library that the models stand on."""

import json
from typing import Any

import orjson

Json = dict[str, Any]
EMPTY: tuple[Any, ...] = (None, "", [], {})
_KINDS = {bool: "truth", int: "number", float: "number", str: "text", list: "list", dict: "object"}


def is_empty(value: Any) -> bool:
    """Whether a value says nothing: null, or an empty text, list or object; zero and false say something."""
    return not value and value in EMPTY


def kind_of(value: Any) -> str:
    """A JSON value's kind in a word."""
    return _KINDS.get(type(value), "other")


def load_strict(body: bytes) -> Any:
    """The JSON of a request: UTF-8, finite numbers, no name twice in one object; raises ValueError for anything else.

    orjson is strict but for names given twice, of which it keeps the last: what a caller meant by the first would be
    lost.
    """
    parsed = orjson.loads(body)
    try:
        json.loads(body, object_pairs_hook=_refuse_twice)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return parsed


def _refuse_twice(pairs: list[tuple[str, Any]]) -> None:
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the name {twice[:40]!r} is given twice in one object")
