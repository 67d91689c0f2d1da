"""A page of a provider: the raw records at one cursor, mapped to records or to rejects, and what the source's fields
held.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from pydantic import Field, ValidationError

from chalicelib.json_types import Json, is_empty, kind_of
from chalicelib.records import Frozen, Record, Reject

FIELD_NAMES = 200  # of a source, counted in a run's report


class Page(Frozen):
    """What one cursor of a provider holds. `read` = records + rejects."""

    records: tuple[Record, ...]
    rejects: tuple[Reject, ...] = ()
    next: Json | None = None
    total: int | None = None
    # Fields of the source that its provider does not know, with how often they came
    unfamiliar: dict[str, int] = Field(default_factory=dict)
    # Of each field of the source, how often its value was text, list, number ...
    kinds: dict[str, dict[str, int]] = Field(default_factory=dict)

    @classmethod
    def of_raws(
        cls,
        raws: Iterable[Any],
        to_record: Callable[[Json], Record | Reject],
        *,
        key: str,
        next: Json | None,
        total: int | None = None,
        known: Iterable[str] | None = None,
    ) -> "Page":
        """Map each raw record; one that does not fit becomes a reject, so that it neither stops the page nor vanishes.

        A reject is named by the raw record's `key`, or by its position on the page. Fields that are not among the
        `known` ones are counted, so that what a source adds is noticed.
        """
        raws = list(raws)
        results = [_map_raw(raw, position, to_record, key) for position, raw in enumerate(raws)]
        return cls(
            records=tuple(result for result in results if isinstance(result, Record)),
            rejects=tuple(result for result in results if isinstance(result, Reject)),
            next=next,
            total=total,
            unfamiliar=unfamiliar(raws, known) if known is not None else {},
            kinds=kinds(raws),
        )

    @property
    def read(self) -> int:
        return len(self.records) + len(self.rejects)


def unfamiliar(raws: Iterable[Any], known: Iterable[str]) -> dict[str, int]:
    """How often each field came that is not a known one; the most frequent `FIELD_NAMES`."""
    names = frozenset(known)
    counter = Counter(name for raw in raws if isinstance(raw, dict) for name in raw if name not in names)
    return {_printable(name): count for name, count in counter.most_common(FIELD_NAMES)}


def kinds(raws: Iterable[Any]) -> dict[str, dict[str, int]]:
    """How often each field's value was of which kind; empty ones have none. The first `FIELD_NAMES` fields."""
    found: dict[str, dict[str, int]] = {}
    for raw in raws:
        for name, value in raw.items() if isinstance(raw, dict) else ():
            if not is_empty(value) and (name in found or len(found) < FIELD_NAMES):
                counts, kind = found.setdefault(name, {}), kind_of(value)
                counts[kind] = counts.get(kind, 0) + 1
    return {_printable(name): counts for name, counts in found.items()}


def _map_raw(raw: Any, position: int, to_record: Callable[[Json], Record | Reject], key: str) -> Record | Reject:
    """The record, or a reject: no value of a raw record may end more than this record."""
    identifier = _identifier(raw, position, key)
    if not isinstance(raw, dict):
        return Reject(id=identifier, reason="not a record", detail=f"{kind_of(raw)} in place of an object")
    try:
        return to_record(raw)
    except KeyError as error:
        return Reject(id=identifier, reason="missing field", detail=_printable(str(error.args[0])))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = _printable(".".join(str(part) for part in first["loc"]))
        return Reject(id=identifier, reason=f"field does not fit: {where}", detail=_printable(first["msg"]))
    except (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError) as error:
        detail = _printable(f"{type(error).__name__}: {error}")
        return Reject(id=identifier, reason="value does not fit", detail=detail)


def _identifier(raw: Any, position: int, key: str) -> str:
    value = raw.get(key) if isinstance(raw, dict) else None
    known = isinstance(value, str | int | float) and not isinstance(value, bool)
    return (known and _printable(str(value)).strip()[:200]) or f"position {position}"


def _printable(text: str) -> str:
    """Foreign text as it may stand in a report: no control characters, no half of a surrogate pair, not endless."""
    return "".join(one if one.isprintable() else " " for one in text[:300])
