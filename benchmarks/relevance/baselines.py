"""Simpler ways to ask the same index, as bodies of requests: what understanding is measured against.

before      the query of the hub before it understood text: per word whole, start, fragment and typo, all words needed
and, or     `multi_match` over the searched fields, with all words or any of them
legacy      the earlier backend's: per word a wildcard clause over each field, sorted by name
"""

import re
from collections.abc import Callable

from benchmarks.relevance.queries import Judged
from chalicelib.json_types import Json

MOST = 2000  # records of an answer that are judged
FIELDS = (
    "name.text^3", "description", "cell_type", "region", "secondary_region", "species", "layers", "archive", "etype",
    "search",
)  # fmt: skip
LEGACY_FIELDS = (
    "name",
    "description",
    "cell_type",
    "region",
    "secondary_region",
    "species",
    "layers",
    "archive",
    "etype",
)
_PARTS = re.compile(r"[^\W_]+")


def multi_match(query: Judged, operator: str) -> Json:
    return _body(query, {"multi_match": {"query": query.text, "fields": list(FIELDS), "operator": operator}})


def legacy(query: Judged) -> Json:
    words = [one for one in re.split(r"[|\s]+", query.text) if one]
    clauses = [
        {"wildcard": {field: {"value": f"*{word}*", "case_insensitive": True}}}
        for word in words
        for field in LEGACY_FIELDS
    ]
    body = _body(query, {"bool": {"should": clauses, "minimum_should_match": 1}})
    return {**body, "sort": [{"name.exact": {"order": "asc"}}]}


def before(query: Judged) -> Json:
    tokens = [token for token in query.text.split() if _PARTS.search(token)]
    named = {"match": {"name.text": {"query": query.text, "operator": "and"}}}
    lifts = [_worth(50, {"term": {"name.exact": query.text}}), _worth(10, named)]
    words = {"bool": {"must": [_token(one) for one in tokens]}}
    found = {"dis_max": {"queries": [words, *_anywhere(query.text)]}} if len(tokens) > 1 else words
    return _body(query, {"bool": {"must": [found], "should": lifts}})


def _token(token: str) -> Json:
    parts = _PARTS.findall(token)
    if parts == [token]:
        return _word(token)
    whole = [_worth(2 + 2 * len(parts), {"match": {"search": token}}), *_anywhere(token, 1 + len(parts))]
    return {"dis_max": {"queries": [*whole, {"bool": {"must": [_word(part) for part in parts]}}]}}


def _word(word: str) -> Json:
    clauses = [
        _worth(4, {"match": {"search": word}}),
        _worth(3, {"match": {"search.starts": word[:10]}}),
        *_anywhere(word),
    ]
    if len(word) >= 4 and not any(letter.isdigit() for letter in word):
        typo = {"query": word, "fuzziness": "AUTO", "prefix_length": 1, "max_expansions": 30}
        clauses.append(_worth(1, {"match": {"search": typo}}))
    return {"dis_max": {"queries": clauses}}


def _anywhere(text: str, worth: float = 2) -> list[Json]:
    if len(text) < 3:
        return []
    starts = [0] if len(text) <= 10 else [*range(0, len(text) - 10, 10), len(text) - 10]
    pieces = [{"match": {"fragments": text[start : start + 10]}} for start in starts]
    return [_worth(worth, {"bool": {"filter": pieces}})]


def _worth(boost: float, clause: Json) -> Json:
    return {"constant_score": {"boost": boost, "filter": clause}}


def _body(query: Judged, clause: Json) -> Json:
    kind = {"term": {"type": query.data_type}}
    return {
        "size": MOST,
        "_source": False,
        "query": {"bool": {"filter": [kind], "must": [clause]}},
        "sort": ["_score", {"id": "asc"}],
    }


BASELINES: dict[str, Callable[[Judged], Json]] = {
    "before": before,
    "and": lambda query: multi_match(query, "and"),
    "or": lambda query: multi_match(query, "or"),
    "legacy": legacy,
}
