"""The vocabulary in memory: concepts with labels, synonyms and ancestors, and what a phrase may mean."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import orjson

from chalicelib.vocabulary.words import distance, fold, key

PACK = Path(__file__).parent / "vocabulary.json"
SHORTEST_TYPO = 4  # letters
TWO_TYPOS = 8  # letters from which two slips are allowed


@dataclass(frozen=True)
class Context:
    """A rule of `contexts.csv`: `of` is a word's key or a concept; `given` must all be known of the record."""

    field: str
    of: str
    given: frozenset[str]
    concepts: tuple[str, ...]


class Vocabulary:
    """Concepts by identifier ("UBERON:0003881"); unknown identifiers raise KeyError."""

    def __init__(self, pack: bytes) -> None:
        self._pack: dict[str, Any] = orjson.loads(pack)
        self._place = {one[0]: number for number, one in enumerate(self._pack["concepts"])}
        self._above: dict[str, tuple[str, ...]] = {}
        self._broader: dict[str, tuple[str, ...]] = {}

    def __contains__(self, concept: str) -> bool:
        return concept in self._place

    def __iter__(self) -> Iterator[str]:
        return iter(self._place)

    def label(self, concept: str) -> str:
        return str(self._row(concept)[1])

    def facet(self, concept: str) -> str:
        return str(self._pack["facets"][self._row(concept)[2]])

    def synonyms(self, concept: str) -> list[str]:
        """Other names, as sources write them and people type them."""
        return [one.removeprefix("=") for one in self._row(concept)[4]]

    def parents(self, concept: str) -> list[str]:
        return [self._pack["concepts"][number][0] for number in self._row(concept)[3]]

    def ancestors(self, concept: str) -> tuple[str, ...]:
        """All concepts above, of any facet, nearest first."""
        if concept not in self._above:
            found: dict[str, None] = {}
            level = self.parents(concept)
            while level:
                found |= dict.fromkeys(level)
                level = [above for one in level for above in self.parents(one) if above not in found]
            self._above[concept] = tuple(found)
        return self._above[concept]

    def broader(self, concept: str) -> tuple[str, ...]:
        """The concepts above that are of the same facet: a layer is no region, a marker no receptor."""
        if concept not in self._broader:
            facet = self.facet(concept)
            self._broader[concept] = tuple(one for one in self.ancestors(concept) if self.facet(one) == facet)
        return self._broader[concept]

    def narrower(self, concept: str) -> list[str]:
        """All concepts below of the same facet."""
        return self._below.get(concept, [])

    def is_above(self, one: str, other: str) -> bool:
        return one in self.ancestors(other)

    def find_name(self, phrase: str, facets: Iterable[str] = ()) -> list[str]:
        """The concepts that a phrase names, whatever its spelling; of these facets where any are given."""
        exact = self._pack["exact"].get(phrase, [])
        return self._of([*exact, *self._pack["keys"].get(key(phrase), [])], facets)

    def find_typed(self, surface: str, stemmed: str, facets: Iterable[str] = ()) -> list[str]:
        """What a person means by a phrase: `stemmed` is its key, `surface` the phrase itself, whose capitals may
        count.
        """
        for numbers in (self._pack["typed"].get(stemmed), self._pack["exact"].get(surface)):
            if numbers and (found := self._of(numbers, facets)):
                return found
        return self._of(self._pack["keys"].get(stemmed, []), facets)

    def resolve(self, text: str) -> list[str]:
        """The concepts that an identifier, a label or a synonym names."""
        if text in self:
            return [text]
        upper = text[: text.find(":")].casefold() if ":" in text else ""
        same = [one for one in self._place if upper and one.casefold() == text.casefold()]
        return same or self.find_typed(text, key(text)) or self.find_name(text)

    def nearest(self, text: str, most: int = 3) -> list[str]:
        """Labels and synonyms like `text`, nearest first: by beginning, then by slips of typing."""
        wanted = key(text)
        scored: dict[str, tuple[int, int]] = {}
        for concept in self._place:
            for name in (self.label(concept), *self.synonyms(concept)):
                score = _likeness(wanted, key(name))
                if score is not None:
                    scored[name] = min(scored.get(name, (99, 0)), (score, len(name)))
        return sorted(scored, key=lambda name: (scored[name], name))[:most]

    def correction(self, word: str) -> str | None:
        """The word of the vocabulary that a mistyped one is nearest to; None for a known one or one like no other."""
        wanted = fold(word)
        if len(wanted) < SHORTEST_TYPO or not wanted.isalpha() or wanted in self.lexicon:
            return None
        slips = 2 if len(wanted) >= TWO_TYPOS else 1
        near = [
            (cost, -count, known)
            for known, count in self.lexicon.items()
            if known[0] == wanted[0] and abs(len(known) - len(wanted)) <= slips and len(known) >= SHORTEST_TYPO
            if (cost := distance(wanted, known, slips)) <= slips
        ]
        return min(near)[2] if near else None

    def contexts(self, field: str, of: str) -> list[Context]:
        """The rules for a word (by its key) or a concept, in the table's order."""
        return [one for one in self._contexts.get(of, []) if one.field in ("", field)]

    @cached_property
    def lexicon(self) -> dict[str, int]:
        """Every word of the labels and synonyms, folded, with how many of them hold it."""
        found: dict[str, int] = {}
        for row in self._pack["concepts"]:
            for name in (row[1], *row[4]):
                for word in fold(name.removeprefix("=")).replace("-", " ").replace("/", " ").split():
                    if word.isalpha():
                        found[word] = found.get(word, 0) + 1
        return found

    @cached_property
    def _contexts(self) -> dict[str, list[Context]]:
        found: dict[str, list[Context]] = {}
        for field, of, given, meant in self._pack["contexts"]:
            name = of if isinstance(of, str) else self._pack["concepts"][of][0]
            rule = Context(field, name, frozenset(self._of(given)), tuple(self._of(meant)))
            found.setdefault(name, []).append(rule)
        return found

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for concept in self._place:
            for above in self.broader(concept):
                found.setdefault(above, []).append(concept)
        return found

    def _of(self, numbers: Iterable[int], facets: Iterable[str] = ()) -> list[str]:
        wanted = tuple(facets)
        found = dict.fromkeys(self._pack["concepts"][number][0] for number in numbers)
        return [one for one in found if not wanted or self.facet(one) in wanted]

    def _row(self, concept: str) -> Any:
        return self._pack["concepts"][self._place[concept]]


@cache
def vocabulary() -> Vocabulary:
    """The one vocabulary of this process."""
    return Vocabulary(PACK.read_bytes())


def _likeness(wanted: str, name: str) -> int | None:
    if not wanted or not name:
        return None
    if name.startswith(wanted):
        return 0 if name == wanted else 1
    slips = 2 if len(wanted) >= TWO_TYPOS else 1
    cost = distance(wanted, name, slips) if len(wanted) >= SHORTEST_TYPO else slips + 1
    if cost <= slips:
        return 1 + cost
    return 4 if len(wanted) >= SHORTEST_TYPO and wanted in name else None
