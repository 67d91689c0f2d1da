"""What a text consists of once it is read: the pieces that a relaxed search may do without."""

from collections.abc import Iterator
from dataclasses import dataclass

from chalicelib.search.text.reading import Reading


@dataclass(frozen=True)
class Piece:
    """A piece by its text; of a unit also the facets of its concepts, of a connection's piece its end."""

    text: str
    is_unit: bool
    end: str | None = None
    facets: tuple[str, ...] = ()


def pieces_of(reading: Reading) -> Iterator[Piece]:
    """All but what is excluded: a negation is never left out."""
    yield from (Piece(one.text, True, one.end, one.facets) for one in reading.units if not one.is_excluded)
    yield from (Piece(one.text, True) for one in reading.quantities)
    yield from (Piece(one.text, False, one.end) for one in reading.words if not one.is_excluded)
    yield from (Piece(one, False) for one in reading.parts.phrases)
    yield from (Piece(one.text, False) for one in reading.parts.identifiers)


def texts_of(reading: Reading) -> frozenset[str]:
    return frozenset(one.text for one in pieces_of(reading))
