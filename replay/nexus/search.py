"""Answers Elasticsearch queries over a few hundred documents in memory: filters, order, pages.

The clauses that the hub and its model portal send are known (bool, term, terms, match, match_all, exists, nested); any
other is refused with the engine's own error, so that no test passes by luck. `.raw` names a field's exact form.
"""

from collections.abc import Callable, Iterator
from typing import Any

Json = dict[str, Any]
WINDOW = 10_000  # from + size may not go beyond


class Refused(Exception):
    """A query that the engine would answer with 400."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason)
        self.kind, self.reason = kind, reason


def search(documents: list[Json], body: Json) -> Json:
    """The hits of `body` among `documents`; raises Refused."""
    first, size = int(body.get("from", 0)), int(body.get("size", 10))
    if first + size > WINDOW:
        raise Refused("illegal_argument_exception", f"Result window is too large: {first + size} over {WINDOW}")
    kept = [one for one in documents if _matches(body.get("query", {"match_all": {}}), one)]
    shown, keys = _sort(kept, body)
    hits = [
        {"_index": "replay", "_type": "_doc", "_id": one.get("@id", ""), "_score": None if key else 0.0, "_source": one}
        | ({"sort": list(key)} if key else {})
        for one, key in zip(shown[first : first + size], keys[first : first + size], strict=True)
    ]
    return {
        "took": 1,
        "timed_out": False,
        "_shards": {"total": 1, "successful": 1, "skipped": 0, "failed": 0},
        "hits": {"total": {"value": len(kept), "relation": "eq"}, "max_score": None, "hits": hits},
    }


def _sort(documents: list[Json], body: Json) -> tuple[list[Json], list[tuple[Any, ...]]]:
    """The documents in the order asked for, those up to `search_after` left out, each with its sort key."""
    after = body.get("search_after")
    fields = [_sort_field(one) for one in body.get("sort", [])]
    if after is not None and len(after) != len(fields):
        raise Refused("parsing_exception", f"search_after has {len(after)} value(s) but sort has {len(fields)}.")
    keyed = [(tuple(next(_values(one, field), "") for field, _ in fields), one) for one in documents]
    for place, (_, order) in reversed(list(enumerate(fields))):
        keyed.sort(key=lambda pair, place=place: pair[0][place], reverse=order == "desc")  # type: ignore[misc]
    if after is not None:
        keyed = [(key, one) for key, one in keyed if _is_after(key, after, [order for _, order in fields])]
    return [one for _, one in keyed], [key for key, _ in keyed]


def _is_after(key: tuple[Any, ...], last: list[Any], orders: list[str]) -> bool:
    for mine, other, order in zip(key, last, orders, strict=True):
        if mine != other:
            return bool(mine > other) == (order == "asc")
    return False


def _sort_field(asked: Any) -> tuple[str, str]:
    if isinstance(asked, str):
        return asked, "asc"
    [(field, order)] = asked.items()
    return field, order if isinstance(order, str) else order.get("order", "asc")


def _matches(query: Json, document: Json) -> bool:
    [(kind, content)] = query.items()
    clauses: dict[str, Callable[[Any, Json], bool]] = {
        "bool": _bool,
        "term": _term,
        "terms": _terms,
        "match": _match,
        "match_all": lambda content, document: True,
        "exists": lambda content, document: any(True for _ in _values(document, content["field"])),
        "nested": _matches_nested,
    }
    if kind not in clauses:
        raise Refused("parsing_exception", f"unknown query [{kind}]")
    return clauses[kind](content, document)


def _bool(content: Json, document: Json) -> bool:
    parts = {name: queries if isinstance(queries, list) else [queries] for name, queries in content.items()}
    required = [*parts.get("filter", []), *parts.get("must", [])]
    optional = parts.get("should", [])
    return (
        all(_matches(one, document) for one in required)
        and not any(_matches(one, document) for one in parts.get("must_not", []))
        and (not optional or bool(required) or any(_matches(one, document) for one in optional))
    )


def _term(content: Json, document: Json) -> bool:
    [(field, wanted)] = content.items()
    return (wanted["value"] if isinstance(wanted, dict) else wanted) in list(_values(document, field))


def _terms(content: Json, document: Json) -> bool:
    [(field, wanted)] = content.items()
    return any(value in wanted for value in _values(document, field))


def _match(content: Json, document: Json) -> bool:
    """Whole values without case: the fields that are matched so hold single words or media types."""
    [(field, wanted)] = content.items()
    text = str(wanted["query"] if isinstance(wanted, dict) else wanted).lower()
    return any(str(value).lower() == text for value in _values(document, field))


def _matches_nested(content: Json, document: Json) -> bool:
    """True if one object below the path fits as a whole."""
    path = content["path"]
    return any(_matches(content["query"], _wrap(path, one)) for one in _values(document, path))


def _wrap(path: str, content: Any) -> Json:
    for name in reversed(path.split(".")):
        content = {name: content}
    placed: Json = content
    return placed


def _values(document: Any, path: str) -> Iterator[Any]:
    """All values at a path, through objects and lists alike."""
    if isinstance(document, list):
        for one in document:
            yield from _values(one, path)
        return
    if not path or path == "raw":
        if document is not None:
            yield document
        return
    name, _, rest = path.partition(".")
    if isinstance(document, dict) and name in document:
        yield from _values(document[name], rest)
