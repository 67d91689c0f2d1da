"""How words are compared: without case, accents, signs and plural, Greek letters as words.

The key of a phrase is the letters and digits of its stemmed words in one: `O-LM`, `OLM` and `o lm` share one, as do
`axo-axonic cells` and `axoaxonic cell`.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_GREEK = {
    **dict(zip("αβγδεζηθικλμνξοπρστυφχψω", (
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi"
        " chi psi omega"
    ).split(), strict=True)),
    "ς": "sigma",
}  # fmt: skip
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d", "ı": "i", **_GREEK}
)
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WORD = re.compile(r"[^\W_]+")
_IRREGULAR = {
    "mice": "mouse", "neurone": "neuron", "neurones": "neuron", "interneurone": "interneuron",
    "interneurones": "interneuron", "motoneurones": "motoneuron", "fibre": "fiber", "fibres": "fiber", "somata": "soma",
    "somas": "soma", "nuclei": "nucleus", "hippocampi": "hippocampus", "cortices": "cortex", "gyri": "gyrus",
    "grey": "gray",
    "species": "species", "series": "series", "foetal": "fetal", "oxen": "ox", "axes": "axis", "strata": "stratum",
}  # fmt: skip


class Word(NamedTuple):
    """One run of letters and digits: as it stands in the text, and where; `stem` is what is compared."""

    surface: str
    stem: str
    start: int
    end: int


def normalise(text: str) -> str:
    """The text in one Unicode form (NFC), without invisible characters."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The text in lower case without accents; Greek letters become their names."""
    if text.isascii():
        return text.lower()
    lower = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    return "".join(letter for letter in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(letter))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The singular of a word, folded; `-ss`, `-us`, `-is` are no plurals, nor is anything of three letters."""
    plain = fold(word)
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if len(plain) <= 3 or plain[-1] != "s" or plain.endswith(("ss", "us", "is")) or not plain.isalpha():
        return plain
    return plain[:-3] + "y" if plain.endswith("ies") and len(plain) > 4 else plain[:-1]


def words(text: str) -> list[Word]:
    """All words of a text that is in NFC."""
    return [Word(one[0], stem(one[0]), one.start(), one.end()) for one in _WORD.finditer(text)]


@lru_cache(maxsize=20_000)
def key(text: str) -> str:
    """What two phrases have in common that are written differently."""
    return "".join(stem(one) for one in _WORD.findall(normalise(text)))


def transcribe(text: str) -> str:
    """The text with umlauts in two letters, as who lacks the keys types it: Müller becomes Mueller."""
    return text if text.isascii() else text.translate(_UMLAUTS)


def distance(one: str, other: str, most: int) -> int:
    """Letters to change, drop, add or exchange between two words (Damerau); anything beyond `most` is `most` + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def irregular_forms(singular: str) -> list[str]:
    """The plurals and other spellings of a word that no rule leads to: mice of mouse."""
    return [form for form, known in _IRREGULAR.items() if known == singular != form]
