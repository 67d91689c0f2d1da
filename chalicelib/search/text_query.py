"""How typed text becomes clauses: it is data, never query syntax, whatever signs it holds.

`a | b` means a or b; blanks separate words, and all words of one side must be found. A word counts most as a whole word (4),
then as the start of one (3), then anywhere inside a value (2), then with a typo (1). Typos are looked for only in words
of four letters or more without digits: with one edit allowed, `CA1` would find `CA2`, and `cnic_041` `cnic_042`.
"""

import re

from chalicelib.errors import BadInput
from chalicelib.json_types import Json
from chalicelib.store.opensearch.mappings import GRAM

MOST_WORDS = 50
SHORTEST_FRAGMENT = 3
SHORTEST_TYPO = 4
MOST_TYPOS = 300  # words that typos of one text may stand for: the engine takes 1,024 clauses in all
NOTHING: Json = {"match_none": {}}
_PARTS = re.compile(r"[^\W_]+")


def text_clause(text: str) -> Json | None:
    """The clause that finds `text` and ranks what it finds; None when there is nothing to look for."""
    count = len(_PARTS.findall(text))
    if count > MOST_WORDS:
        raise BadInput(f"query: at most {MOST_WORDS} words, these are {count}.", field="query")
    typos = min(30, MOST_TYPOS // max(count, 1))
    sides = [side for side in (" ".join(part.split()) for part in text.split("|")) if side]
    if not sides:
        return None
    clauses = [_all_words(side, typos) for side in sides]
    return _any_of(clauses) if len(clauses) > 1 else clauses[0]


def _all_words(side: str, typos: int) -> Json:
    tokens = [token for token in side.split(" ") if _PARTS.search(token)]
    if not tokens:
        return NOTHING
    words: Json = {"bool": {"must": [_token(token, typos) for token in tokens]}}
    found = _any_of([words, *_anywhere(side)]) if len(side.split(" ")) > 1 else words
    return {"bool": {"must": [found], "should": _name_first(side)}}


def _token(token: str, typos: int) -> Json:
    """One blank-separated token: as it stands, or all of its parts (`CA1:SP`, `mpg141208_B_idA`)."""
    parts = _PARTS.findall(token)
    if parts == [token]:
        return _word(token, typos)
    whole = [_worth(2 + 2 * len(parts), {"match": {"search": token}}), *_anywhere(token, 1 + len(parts))]
    apart: Json = {"bool": {"must": [_word(part, typos) for part in parts]}}
    return {"dis_max": {"queries": [*whole, apart]}}


def _word(word: str, typos: int) -> Json:
    clauses = [_worth(4, {"match": {"search": word}}), _worth(3, _starts(word)), *_anywhere(word)]
    if len(word) < SHORTEST_FRAGMENT:
        clauses.append(_worth(2, {"match": {"name.letters": word}}))
    if len(word) >= SHORTEST_TYPO and not any(letter.isdigit() for letter in word):
        typo = {"query": word, "fuzziness": "AUTO", "prefix_length": 1, "max_expansions": typos}
        clauses.append(_worth(1, {"match": {"search": typo}}))
    return {"dis_max": {"queries": clauses}}


def _starts(word: str) -> Json:
    if len(word) <= GRAM:
        return {"match": {"search.starts": word}}
    return {"bool": {"filter": [{"match": {"search.starts": word[:GRAM]}}, *_pieces(word)]}}


def _anywhere(text: str, worth: float = 2) -> list[Json]:
    return [_worth(worth, {"bool": {"filter": _pieces(text)}})] if len(text) >= SHORTEST_FRAGMENT else []


def _pieces(text: str) -> list[Json]:
    """Every run of GRAM letters at steps that cover the text: a value that holds the text holds all of them."""
    if len(text) <= GRAM:
        return [{"match": {"fragments": text}}]
    starts = [*range(0, len(text) - GRAM, GRAM), len(text) - GRAM]
    return [{"match": {"fragments": text[start : start + GRAM]}} for start in starts]


def _name_first(side: str) -> list[Json]:
    named = {"match": {"name.text": {"query": side, "operator": "and"}}}
    return [_worth(50, {"term": {"name.exact": side}}), _worth(10, named)]


def _worth(boost: float, clause: Json) -> Json:
    return {"constant_score": {"boost": boost, "filter": clause}}


def _any_of(clauses: list[Json]) -> Json:
    return {"dis_max": {"queries": clauses}}
