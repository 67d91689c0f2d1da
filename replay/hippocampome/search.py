"""The site's search language (search_engine_json.php), as far as the recorded facts go.

    Neuron:(CLAUSES)      Connection:(Presynaptic:(CLAUSES), Postsynaptic:(CLAUSES))

Clauses, joined by AND, OR, NOT or a comma from left to right: `Morphology:(Axons:CA1:1??0 ...)` (1 there, 0 not, ?
either), `Markers:(D+:CB ...)` (D direct, I inferred; + - ±), `Name:(WORD)`,
`Neurotransmitter:Excitatory|Inhibitory|Both`, `Include:(ids)`, `Exclude:(ids)`. As on the site a group under any other
name (`Neuron:(Presynaptic:(...) AND ...)`) is evaluated and returned at once, a token that holds "or", "and" or "not"
is an operator, and what is wrong is said in HTML before the JSON. Clauses on electrophysiology and firing patterns are
answered as wrong: nothing of them is recorded.
"""

import json
import re
from collections.abc import Iterator
from typing import Literal

from replay.hippocampome.recordings import NeuronType, Recordings

LAYERS = {
    "DG": ("SMo", "SMi", "SG", "H"),
    "CA3": ("SLM", "SR", "SL", "SP", "SO"),
    "CA2": ("SLM", "SR", "SP", "SO"),
    "CA1": ("SLM", "SR", "SP", "SO"),
    "SUB": ("SM", "SP", "PL"),
    "EC": ("I", "II", "III", "IV", "V", "VI"),
}
_TOKENS = re.compile(r"[(),]|[^\s(),]+")
_MARKER = re.compile(r"[DI][+\-±]:.+")  # what follows a blank in a marker's name is cut off and matches nothing
_LEVELS = {"+": "Positive", "-": "Negative", "±": "Mixed expression"}

Numbers = frozenset[int]


def answer(recordings: Recordings, query: str, version: Literal[1, 2]) -> bytes:
    """The body of the site's answer: JSON, an error in HTML before it; empty where nothing is asked."""
    if not query.strip():
        return b""
    found = _Found(recordings, query)
    kind, (sources, destinations) = found.kind, found.sides
    every = frozenset(recordings.types)
    unrestricted = sources == every and destinations == every and not found.errors
    if unrestricted and (recorded := recordings.answer(kind, version)):
        return recorded
    if kind == "neuron":
        asked = sorted({pair.source for pair in recordings.pairs} & sources)
        rows = [_row(recordings, version, one, None) for one in asked]
    else:
        rows = [_row(recordings, version, *pair) for pair in _pairs(recordings, sources, destinations)]
    numbered = {str(number): row for number, row in enumerate(rows, start=1)}
    return ("".join(found.errors) + json.dumps(numbered or [], indent=0, ensure_ascii=False)).encode()


def _pairs(recordings: Recordings, sources: Numbers, destinations: Numbers) -> list[tuple[int, int]]:
    """The pairs known as positive or potential, and never as negative."""
    statuses: dict[tuple[int, int], set[str]] = {}
    for source, destination, found in recordings.pairs:
        statuses.setdefault((source, destination), set()).update(found)
    return sorted(
        pair
        for pair, found in statuses.items()
        if found & {"positive", "potential"} and "negative" not in found
        if pair[0] in sources and pair[1] in destinations
    )


def _row(recordings: Recordings, version: int, source: int, destination: int | None) -> dict[str, str | None]:
    """One result: names came with version 2, which also dropped the empty destination of a neuron."""
    names = {number: one.name for number, one in recordings.types.items()}
    row: dict[str, str | None] = {"source_id": str(source)}
    if version == 2:
        row["source_name"] = names.get(source, "")
    if destination is not None or version == 1:
        row["destination_id"] = str(destination) if destination is not None else None
    if destination is not None and version == 2:
        row["destination_name"] = names.get(destination, "")
    return row


class _Found:
    """What a query finds: the neuron types of each end, and what the site would say is wrong."""

    def __init__(self, recordings: Recordings, query: str) -> None:
        self._types, self._every = recordings.types, frozenset(recordings.types)
        self._tokens = _TOKENS.findall(query)
        self._at = 0
        self.errors: list[str] = []
        self.kind: Literal["neuron", "connection"] = "connection" if query.startswith("Connection") else "neuron"
        self.sides = self._sides(self._next())

    def _sides(self, head: str) -> tuple[Numbers, Numbers]:
        if head not in ("Neuron:", "Connection:") or self._next() != "(":
            self.errors.append(f"<p>Error in Listing {head}</p>")
            return frozenset(), frozenset()
        if head == "Neuron:":
            return self._group(), self._every
        sides = []
        for _ in range(2):  # only the position counts, not the word between them
            while self._peek() not in ("(", ""):
                self._next()
            self._next()
            sides.append(self._group())
        return sides[0], sides[1]

    def _group(self) -> Numbers:
        """Evaluate clauses up to the closing bracket; a group under a name that is no clause ends it at once."""
        found, operator = self._every, "and"
        for part in self._parts():
            if part.endswith(":") and part not in _CLAUSES:
                self._next()
                found = self._group()
                self._skip()
                return found
            if part == "," or (_is_operator(part) and ":" not in part):
                operator = part.lower()
            else:
                found, operator = self._combine(found, operator, self._clause(part)), "and"
        return found

    def _clause(self, head: str) -> Numbers:
        if head == "(":
            return self._group()
        if head.startswith("Neurotransmitter:"):
            return self._transmitter(head)
        if head not in _CLAUSES or self._next() != "(":
            self.errors.append(f"<p>Error in Listing {head}</p>")
            return frozenset()
        met = self._conditions(head)
        return self._every - met if head == "Exclude:" else met

    def _conditions(self, head: str) -> Numbers:
        """Evaluate a clause's conditions up to the closing bracket."""
        found: Numbers = frozenset()
        operator = "or"
        for part in self._parts():
            if part == "," or _is_operator(part):
                operator = "or" if part == "," else part.lower()
            else:
                met = self._conditions(head) if part == "(" else self._condition(head, part)
                found, operator = self._combine(found, operator, met), "or"
        return found

    def _parts(self) -> Iterator[str]:
        while (part := self._next()) not in (")", ""):
            yield part

    def _condition(self, head: str, token: str) -> Numbers:
        numbers = (number for number, one in self._types.items() if self._holds(head, token, one))
        return frozenset(numbers) if self._is_right(head, token) else frozenset()

    def _is_right(self, head: str, token: str) -> bool:
        """Note what the site says about a condition that it cannot read."""
        wrong = ""
        if head == "Morphology:":
            part, region, digits = (*token.split(":"), "", "")[:3]
            if part not in ("Axons", "Dendrites", "Soma") or region not in LAYERS:
                wrong = "<br>Invalid morphology condition....<br>"
            elif len(digits) != len(LAYERS[region]):
                wrong = f"<br>Invalid count of layers for condition {token}<br>"
        elif head == "Markers:" and ":" in token and not _MARKER.fullmatch(token):
            wrong = f"<p>Invalid Marker Condition {token}</p>"
        if wrong:
            self.errors.append(wrong)
        return not wrong

    def _holds(self, head: str, token: str, one: NeuronType) -> bool:
        if head == "Morphology:":
            return _has_parcels(one, *token.split(":"))
        if head == "Markers:":
            return ":" in token and _has_marker(one, token)
        if head == "Name:":
            return token.lower() in one.name.lower()
        return token == str(one.id)

    def _transmitter(self, token: str) -> Numbers:
        asked = {"Excitatory": "e", "Inhibitory": "i", "Both": "ei"}.get(token.partition(":")[2], "")
        return frozenset(number for number, one in self._types.items() if one.effect in asked and one.effect)

    def _combine(self, found: Numbers, operator: str, met: Numbers) -> Numbers:
        if "not" in operator:
            return found - met
        return found | met if "or" in operator else found & met

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        self._at += 1
        return token

    def _skip(self) -> None:
        """Pass over the rest of a group that has already been answered."""
        depth = 1
        while depth and (token := self._next()):
            depth += {"(": 1, ")": -1}.get(token, 0)


_CLAUSES = ("Morphology:", "Markers:", "Name:", "Include:", "Exclude:")


def _is_operator(token: str) -> bool:
    return any(word in token.lower() for word in ("or", "and", "not"))


def _has_parcels(one: NeuronType, part: str, region: str, digits: str) -> bool:
    held = {parcel.upper() for parcel in one.parcels[part]}
    asked = zip(LAYERS[region], digits, strict=False)
    return all(digit == "?" or (f"{region}:{layer}".upper() in held) == (digit == "1") for layer, digit in asked)


def _has_marker(one: NeuronType, token: str) -> bool:
    """Whether a marker is expressed so, by direct evidence (D) or by inference (I)."""
    evidence, listed, name = token[0], one.markers[_LEVELS[token[1]]], token[3:]
    return any(marker.name == name and evidence in _evidence(marker.expression) for marker in listed)


def _evidence(expression: tuple[str, ...]) -> Iterator[str]:
    for one in expression:
        if one != "unknown":
            yield "I" if one.endswith("inference") else "D"
