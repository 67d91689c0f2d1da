"""How typed words become clauses: they are data, never query syntax, whatever signs they hold.

A word counts most as a whole word (4), then as the start of one (3), then anywhere inside a value (2). In the headline
(name, type, home) it counts 6, in a paper 3.5. Slips of typing are looked for only when nothing was found without them
(`spellings.py`). What a text may cost is bounded: letters of a word, pieces of it, words that are looked for inside
others.
"""

import re
from collections.abc import Collection, Mapping

from chalicelib.errors import BadInput
from chalicelib.json_types import Json
from chalicelib.store.opensearch.analysis import GRAM
from chalicelib.vocabulary.words import fold, stem

MOST_WORDS = 50
LONGEST_WORD = 60  # letters of a word that are looked at
MOST_PIECES = 4  # runs of GRAM letters that are asked of one word
MOST_SEARCHED_INSIDE = 12  # words of a text that are looked for inside others, too
SHORTEST_FRAGMENT = 3
BEST_OF_PART = 6  # what a word is worth at most
SPELLED = ("search", "lookup.papers")  # fields whose words a slip of typing may stand for
Spellings = Mapping[str, Collection[str]]  # by the folded word
NO_SPELLINGS: Spellings = {}
NOTHING: Json = {"match_none": {}}
PARTS = re.compile(r"[^\W_]+")


def check_length(text: str, field: str = "query") -> int:
    """The number of words; raises BadInput for more than may be asked."""
    count = len(PARTS.findall(text))
    if count > MOST_WORDS:
        raise BadInput(f"{field}: at most {MOST_WORDS} words, these are {count}.", field=field)
    return count


def token_clause(token: str, *, spellings: Spellings = NO_SPELLINGS, inside: bool = True) -> Json:
    """One blank-separated token: as it stands, or all of its parts (`CA1:SP`, `mpg141208_B_idA`).

    `spellings`: the words that each may stand for as a slip of typing; `inside`: whether parts of words count, too.
    """
    text = token[:LONGEST_WORD]
    parts = PARTS.findall(text)
    if not parts:
        return NOTHING
    if parts == [text]:
        return _word(text, spellings, inside=inside)
    together = BEST_OF_PART * len(parts)  # worth more than its parts apart, wherever these stand
    whole = [_worth(together + 2, {"match": {"search": text}}), _identifier(text)]
    whole += _anywhere(text, together + 1) if inside else []
    apart = [_word(part, spellings, inside=inside and len(part) >= SHORTEST_FRAGMENT) for part in parts[:8]]
    return any_of([*whole, {"bool": {"must": apart}}])


def phrase_clause(phrase: str) -> Json:
    """A quoted phrase as it stands."""
    text = phrase[: 4 * LONGEST_WORD]
    clauses = [
        _worth(50, {"term": {"name.exact": text}}),
        _worth(12, {"match_phrase": {"lookup.headline": text}}),
        _worth(6, {"match_phrase": {"search": text}}),
        _worth(6, {"match_phrase": {"lookup.papers": text}}),
        *_anywhere(text, 3),
    ]
    return any_of(clauses)


def exact_clause(text: str, *, inside: bool = False, title: bool = False) -> Json:
    """What the whole text names: a record's name, with its signs or without, an identifier; a paper where it may be a
    `title`; `inside`: a part of a value counts, too.
    """
    whole = text[: 4 * LONGEST_WORD]
    clauses = [_worth(50, {"term": {"name.exact": whole}}), _worth(60, {"term": {"lookup.identifiers": whole}})]
    bare = any(PARTS.findall(whole))
    clauses += [_worth(45, {"term": {"name.bare": whole}})] if bare else []
    if title:
        words = {"query": whole, "max_gaps": 10, "mode": "ordered"}
        clauses.append(_worth(40, {"intervals": {"lookup.papers": {"match": words}}}))
    return any_of([*clauses, *(_anywhere(whole) if inside and bare else [])])


def lifts(text: str, *, has_units: bool) -> list[Json]:
    """What ranks records that were found: the words of the text in name and headline, in one paper.

    Each costs a look at every record found; words that are no units count in the headline already.
    """
    whole = text[: 4 * LONGEST_WORD]
    words = len(PARTS.findall(whole))
    if not words:
        return []
    clauses = [_worth(10, {"match": {"name.text": {"query": whole, "operator": "and"}}})]
    if has_units:
        clauses.append(_worth(6, {"match": {"lookup.headline": {"query": whole, "operator": "and"}}}))
    if words > 1:
        near = {"query": whole, "max_gaps": 100}
        clauses.append({"match": {"lookup.headline": {"query": whole, "boost": 0.3}}})
        clauses.append(_worth(8, {"intervals": {"lookup.papers": {"match": near}}}))
    return clauses


def identifiers_clause(values: tuple[str, ...]) -> Json:
    return _worth(60, {"terms": {"lookup.identifiers": list(values)}})


def words_of(text: str, field: str = "search") -> Json:
    """All words of a text in a field, as whole words, in singular or as they stand."""
    clauses = [any_of([{"match": {field: one}} for one in forms(part)]) for part in PARTS.findall(text)]
    return {"bool": {"filter": clauses}}


def forms(word: str) -> list[str]:
    """A word as it stands, and in the singular where that is another one."""
    return list(dict.fromkeys((fold(word), stem(word))))


def any_of(clauses: list[Json]) -> Json:
    return clauses[0] if len(clauses) == 1 else {"dis_max": {"queries": clauses}}


def _word(word: str, spellings: Spellings, *, inside: bool) -> Json:
    clauses = [
        _worth(BEST_OF_PART, {"match": {"lookup.headline": word}}),
        _worth(4, {"match": {"search": word}}),
        _worth(3.5, {"match": {"lookup.papers": word}}),
        *(_worth(3.4, {"match": {"search": one}}) for one in forms(word)[1:]),
    ]
    if any(letter.isdigit() for letter in word):
        clauses.append(_identifier(word))
    if inside:
        clauses += [*([_worth(3, _starts(word))] if len(word) > 1 else []), *_anywhere(word)]
        if len(word) < SHORTEST_FRAGMENT:
            clauses.append(_worth(2, {"match": {"name.letters": word}}))
    if others := spellings.get(fold(word)):
        clauses += [_worth(1, {"terms": {field: list(others)}}) for field in SPELLED]
    return any_of(clauses)


def _identifier(word: str) -> Json:
    values = [word, f"pmid:{word}"] if word.isdecimal() else [word]
    return _worth(20, {"terms": {"lookup.identifiers": values}})


def _starts(word: str) -> Json:
    if len(word) <= GRAM:
        return {"match": {"search.starts": word}}
    return {"bool": {"filter": [{"match": {"search.starts": word[:GRAM]}}, *_pieces(word, "fragments")]}}


def _anywhere(text: str, worth: float = 2) -> list[Json]:
    """Anywhere in a value, and in a name without its signs."""
    letters = "".join(PARTS.findall(text))
    found = [_worth(worth, {"bool": {"filter": _pieces(text, "fragments")}})] if len(text) >= SHORTEST_FRAGMENT else []
    if len(letters) > SHORTEST_FRAGMENT:
        found.append(_worth(worth * 0.9, {"bool": {"filter": _pieces(letters, "name.joined")}}))
    return found


def _pieces(text: str, field: str) -> list[Json]:
    """Runs of GRAM letters at steps that cover the text: a value that holds the text holds all of them."""
    if len(text) <= GRAM:
        return [{"match": {field: text}}]
    starts = [*range(0, len(text) - GRAM, GRAM), len(text) - GRAM]
    if len(starts) > MOST_PIECES:
        starts = [*starts[: MOST_PIECES - 1], starts[-1]]
    return [{"match": {field: text[start : start + GRAM]}} for start in starts]


def _worth(boost: float, clause: Json) -> Json:
    return {"constant_score": {"boost": boost, "filter": clause}}
