"""A typed text in its parts: sides of `|`, quoted phrases, identifiers, and words with where they stand."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from chalicelib.vocabulary.words import fold, normalise, stem

_QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»')
_WORD = re.compile(r"[^\W_]+")
_PUBMED = re.compile(
    r"(?:https?://)?(?:www\.)?(?:ncbi\.nlm\.nih\.gov/pubmed|pubmed\.ncbi\.nlm\.nih\.gov|pubmed\.gov|\bpubmed)"
    r"/(?:\?term=)?(\d+)(?:/?[?#]\S*|/)?"
    r"|\b(?:pmid|pubmed(?:\s+id)?)[\s:#]*(\d{1,9})\b",
    re.IGNORECASE,
)
_DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|\bdoi[\s:]*)?\b(10\.\d{4,9}(?:/|%2F)[^\s\"|]+)", re.IGNORECASE
)  # old ones hold brackets: 10.1002/(SICI)1096-9861(19970901)385:3<427::AID-CNE7>3.0.CO;2-5
_PMC = re.compile(r"(?:https?://[^\s]*/)?\b(PMC\d+)\b/?", re.IGNORECASE)
_ACCESSION = re.compile(r"\bNMO[_\-\s]?0*(\d+)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"(?<!\S)(?:https?://\S+|(?:[\w-]+\.)+[a-z]{2,}/\S+)", re.IGNORECASE)
_OWN = re.compile(r"/records/([^/?#]+)")
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}
_FILE = re.compile(r"(?<!\S)(\S+?)\.((?:CNG\.)?swc|asc|nwb|abf|zip|mod|hoc|dat|nrx|ndf)(?!\S)", re.IGNORECASE)


class Word(NamedTuple):
    """A run of letters and digits; `chunk` numbers the blank-separated token that it is a part of."""

    surface: str
    stem: str
    start: int
    end: int
    chunk: int


@dataclass(frozen=True)
class Identifier:
    """A mark of a record or a paper: `values` are those of `lookup.identifiers` that it may be."""

    text: str
    values: tuple[str, ...]
    is_file: bool = False


@dataclass(frozen=True)
class Parts:
    """One side of `|`: `text` has blanks where phrases and identifiers stood, so that places stay."""

    whole: str
    text: str
    words: tuple[Word, ...]
    phrases: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()

    @property
    def chunks(self) -> list[str]:
        return self.text.split()


def sides_of(text: str) -> list[Parts]:
    """The sides of `|`, which counts outside quotes only; empty sides are left out."""
    plain = normalise(text)
    masked = _QUOTED.sub(lambda found: found[0].replace("|", " "), plain)
    cuts = [-1, *(place for place, letter in enumerate(masked) if letter == "|"), len(plain)]
    sides = [plain[start + 1 : end].strip() for start, end in pairwise(cuts)]
    return [_parts(one) for one in sides if one]


def _parts(side: str) -> Parts:
    phrases = tuple(text for found in _QUOTED.finditer(side) if (text := _inside(found)))
    text, identifiers = _extract_identifiers(_QUOTED.sub(_blank, side))
    return Parts(side, text, tuple(_words(text)), phrases, tuple(identifiers))


def with_text(parts: Parts, text: str) -> Parts:
    """The same with blanks where more was taken out."""
    return replace(parts, text=text, words=tuple(_words(text)))


def _inside(found: re.Match[str]) -> str:
    return " ".join(next((one for one in found.groups() if one), "").split())


def _extract_identifiers(text: str) -> tuple[str, list[Identifier]]:
    found: list[Identifier] = []
    for pattern, read in (
        (_PUBMED, lambda one: (f"pmid:{one[1] or one[2]}",)),
        (_DOI, lambda one: (f"doi:{_without_end(unquote(one[1])).lower()}",)),
        (_PMC, lambda one: (f"pmcid:{one[1].lower()}",)),
        (_ACCESSION, lambda one: (f"nmo_{one[1]}", f"neuromorpho-{one[1]}")),
        (_FILE, _file_values),
        (_ADDRESS, _address_values),
    ):
        is_file = pattern is _FILE
        found += [Identifier(one[0].strip(), read(one), is_file) for one in pattern.finditer(text)]
        text = pattern.sub(_blank, text)
    return text, found


def _file_values(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((fold(found[0]), fold(found[1]))))


def _address_values(found: re.Match[str]) -> tuple[str, ...]:
    """A page of a source, or of a record here."""
    own = _OWN.search(found[0])
    return (bare_address(found[0]), *((fold(unquote(own[1])),) if own else ()))


def bare_address(address: str) -> str:
    """An address as people shorten it: without scheme, `www.` and what shows a part of a page, in lower case."""
    return re.sub(r"^(?:https?://)?(?:www\.)?|(?:\?tab=\d+)?(?:#.*)?$|/$", "", fold(unquote(address)))


def _without_end(text: str) -> str:
    """Without the full stop and the closing brackets of the sentence around it; brackets of its own stay."""
    while text and (text[-1] in ".,;:" or (text[-1] in _PAIRS and text.count(text[-1]) > text.count(_PAIRS[text[-1]]))):
        text = text[:-1]
    return text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _words(text: str) -> list[Word]:
    return [
        Word(one[0], stem(one[0]), chunk.start() + one.start(), chunk.start() + one.end(), number)
        for number, chunk in enumerate(re.finditer(r"\S+", text))
        for one in _WORD.finditer(chunk[0])
    ]
