"""How text is cut into searchable pieces: the engine's analysers, of what is indexed and of what is typed."""

import sys
import unicodedata
from collections.abc import Iterator
from functools import cache

from chalicelib.json_types import Json

GRAM = 10  # the longest piece of a word that is indexed

_SPLIT = ["parts", "flatten_graph", "lowercase", "asciifolding"]
_LETTERS = ["letters"]
_GREEK = (
    "α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda µ mu μ mu ν nu ξ xi π pi ρ"
    " rho σ sigma ς sigma τ tau φ phi χ chi ψ psi ω omega"
).split()
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # hyphens that may be, joiners, marks of direction
_NORMALIZERS: Json = {
    "folded": {
        "type": "custom",
        "char_filter": [*_LETTERS, "one_blank"],
        "filter": ["lowercase", "asciifolding"],
    },
    "bare": {
        "type": "custom",
        "char_filter": [*_LETTERS, "letters_only"],
        "filter": ["lowercase", "asciifolding"],
    },
}
_FILTERS: Json = {
    "parts": {
        "type": "word_delimiter_graph",
        "preserve_original": True,
        "split_on_case_change": False,
        "stem_english_possessive": False,
    },
    "starts": {"type": "edge_ngram", "min_gram": 1, "max_gram": GRAM},
    "pieces": {"type": "ngram", "min_gram": 3, "max_gram": GRAM},
    "letters": {"type": "ngram", "min_gram": 1, "max_gram": 2},
}
_ANALYZERS: Json = {
    "words": {"tokenizer": "whitespace", "char_filter": _LETTERS, "filter": _SPLIT},
    "starts": {"tokenizer": "whitespace", "char_filter": _LETTERS, "filter": [*_SPLIT, "starts", "unique"]},
    "pieces": {
        "tokenizer": "keyword",
        "char_filter": [*_LETTERS, "one_blank"],
        "filter": ["lowercase", "asciifolding", "pieces", "unique"],
    },
    "joined": {
        "tokenizer": "keyword",
        "char_filter": [*_LETTERS, "letters_only"],
        "filter": ["lowercase", "asciifolding", "pieces", "unique"],
    },
    "letters": {
        "tokenizer": "whitespace",
        "char_filter": _LETTERS,
        "filter": ["lowercase", "asciifolding", "letters", "unique"],
    },
    "asked": {"tokenizer": "whitespace", "char_filter": _LETTERS, "filter": ["lowercase", "asciifolding"]},
    "asked_whole": {"tokenizer": "keyword", "char_filter": _LETTERS, "filter": ["lowercase", "asciifolding"]},
    "asked_joined": {
        "tokenizer": "keyword",
        "char_filter": [*_LETTERS, "letters_only"],
        "filter": ["lowercase", "asciifolding"],
    },
}


def build_analysis() -> Json:
    """The settings of an index; a table drops marks, for a pattern costs a sixth of all indexing (docs/sources.md)."""
    return {
        "char_filter": {
            "one_blank": {"type": "pattern_replace", "pattern": "\\s+", "replacement": " "},
            "letters": {"type": "mapping", "mappings": [*_spell_greek(), *_drop_marks()]},
            "letters_only": {"type": "pattern_replace", "pattern": "[^\\p{L}\\p{N}]+", "replacement": ""},
        },
        "normalizer": _NORMALIZERS,
        "filter": _FILTERS,
        "analyzer": _ANALYZERS,
    }


def _spell_greek() -> Iterator[str]:
    return (f"{letter} => {name}" for letter, name in zip(_GREEK[::2], _GREEK[1::2], strict=True))


@cache
def _drop_marks() -> tuple[str, ...]:
    """A rule for every mark that stands above, below or around a letter, and for every sign that is not seen."""
    marks = (one for one in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(one).startswith("M"))
    return tuple(f"{_escape(one)} => " for one in (*marks, *_UNSEEN))


def _escape(letter: str) -> str:
    """As the engine reads it: by units of UTF-16."""
    units = letter.encode("utf-16-be")
    return "".join(f"\\u{units[place : place + 2].hex()}" for place in range(0, len(units), 2))
