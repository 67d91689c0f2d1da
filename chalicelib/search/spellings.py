"""The indexed words that a mistyped one may stand for.

They are looked up once a search, in the engine's list of words, and asked for as they stand: looked for by every clause
anew they took most of what relaxing cost. Only words of four letters or more without digits are looked up: with one
slip allowed, `CA1` would find `CA2`, and `cnic_041` `cnic_042`. From six letters on a word may have two.
"""

from collections.abc import Iterable

from chalicelib.json_types import Json
from chalicelib.search.text.reading import Reading
from chalicelib.search.text_query import PARTS, SPELLED, Spellings
from chalicelib.vocabulary.words import fold

SHORTEST_TYPO = 4
TWO_SLIPS = 6  # letters from which a word may have two
MOST_TYPOS = 300  # words that typos of one text may stand for: the engine takes 1,024 clauses in all
MOST_OF_WORD = 30


def words_to_spell(readings: Iterable[Reading]) -> list[str]:
    """The words that are long enough, folded."""
    tokens = (one.text for reading in readings for one in reading.words if not (one.end or one.is_excluded))
    parts = (fold(part) for token in tokens for part in PARTS.findall(token))
    return list(dict.fromkeys(one for one in parts if len(one) >= SHORTEST_TYPO and one.isalpha()))


def spelling_body(words: list[str]) -> Json:
    """The request for the words like these."""
    most = min(MOST_OF_WORD, MOST_TYPOS // max(len(words), 1))
    asked = {
        slips: " ".join(one for one in words if (len(one) >= TWO_SLIPS) == (slips == 2))  # as the engine's AUTO
        for slips in (1, 2)
    }
    return {
        "size": 0,
        "suggest": {
            f"{field} {slips}": {"text": text, "term": {"field": field, "max_edits": slips, **_LOOKED_UP, "size": most}}
            for slips, text in asked.items()
            for field in SPELLED
            if text
        },
    }


_LOOKED_UP: Json = {
    "suggest_mode": "always",
    "prefix_length": 1,
    "min_word_length": SHORTEST_TYPO,
    "max_term_freq": 1.0,
}


def spellings_in(answer: Json) -> Spellings:
    """By word those like it; words without any are left out."""
    found: dict[str, dict[str, None]] = {}
    for entries in answer["suggest"].values():
        for entry in entries:
            found.setdefault(entry["text"], {}).update(dict.fromkeys(one["text"] for one in entry["options"]))
    return {word: tuple(others) for word, others in found.items() if others}
