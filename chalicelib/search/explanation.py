"""Which words of a text matched in which field: names are hung on the clauses of a request, and read from its hits."""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from chalicelib.json_types import Json
from chalicelib.search.text.reading import Reading

_LEAVES = ("match", "term", "match_phrase")
_SHOWN = {  # the engine's fields as a reader knows them
    "name.exact": "name", "name.text": "name", "name.bare": "name", "name.letters": "name", "name.joined": "name",
    "search": "any field", "search.starts": "start of a word", "fragments": "inside a value",
    "lookup.headline": "headline",
    "lookup.papers": "papers", "lookup.identifiers": "identifiers", "lookup.pairs": "concepts",
}  # fmt: skip


def with_names(clause: Any) -> Any:
    """The clause with each scored leaf and each unit named by field and words."""
    if isinstance(clause, list):
        return [with_names(one) for one in clause]
    if not isinstance(clause, dict):
        return clause
    if "constant_score" in clause and (leaf := _leaf(clause["constant_score"]["filter"])):
        return {"constant_score": {**clause["constant_score"], "_name": orjson.dumps(leaf).decode()}}
    if "terms" in clause and (asked := _terms(clause["terms"])):
        return {"terms": {**clause["terms"], "_name": orjson.dumps(asked).decode()}}
    return {name: with_names(value) for name, value in clause.items()}


def explanations_of(hits: list[Json], readings: Iterable[Reading]) -> dict[str, list[Json]]:
    """By record: the words that matched and the fields in which they did; concepts stand as they were typed."""
    typed = {_values(unit.concepts): unit.text for reading in readings for unit in reading.units}
    return {hit["_source"]["id"]: _matches(hit.get("matched_queries", []), typed) for hit in hits}


def _matches(names: list[str], typed: Mapping[str, str]) -> list[Json]:
    fields: dict[str, dict[str, None]] = {}
    for path, words in (orjson.loads(one) for one in names):
        field = _SHOWN.get(path, path.removesuffix(".folded").removeprefix("lookup."))
        fields.setdefault(typed.get(words, words), {})[field] = None
    return [{"text": words, "fields": list(found)} for words, found in fields.items()]


def _leaf(clause: Json) -> list[str] | None:
    """Field and words of a leaf; of several that must all hold, those of the first."""
    if "bool" in clause and (inner := clause["bool"].get("filter")):
        leaves = [one for part in inner if (one := _leaf(part))]
        return [leaves[0][0], "".join(one[1] for one in leaves)] if leaves else None
    if "terms" in clause:
        return _terms(clause["terms"])
    for kind in _LEAVES:
        if kind in clause:
            ((path, asked),) = clause[kind].items()
            return [path, str(asked["query"] if isinstance(asked, dict) else asked)]
    return None


def _terms(asked: Json) -> list[str] | None:
    path = next((one for one in asked if isinstance(asked[one], list)), None)
    return [path, _values(asked[path])] if path else None


def _values(values: Iterable[object]) -> str:
    return ", ".join(map(str, values))
