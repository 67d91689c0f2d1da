"""Identifiers of earlier times that people still hold in links and baskets, and what they are today.

`internal_morphologies-<name>` had the record's name, the deployed form the address of a Nexus resource
(`internal_morphologies-https://bbp.epfl.ch/…/<uuid>`): the hub's own table pairs those addresses with names, and the records
of a source that knows more say theirs.
"""

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from chalicelib.json_types import Json

TABLE = Path(__file__).parents[1] / "providers" / "data" / "internal.csv"
_OLD = re.compile(r"internal_(morphologies|electrophysiologies|electrophysiology|morphology)-(.+)")
_KINDS = {"morph": "morphology", "elect": "electrophysiology"}
_ADDRESS = re.compile(r"(?:internal_\w+-)?(https?:/{1,2}\S+|urn:\S+)")


def current_id(identifier: str) -> str:
    """Today's form of an identifier; one that is today's already, or that nobody knows, comes back as it is."""
    old = _OLD.fullmatch(identifier)
    if not old:
        return identifier
    name = _names_by_address().get(_comparable(old[2]), old[2]) if address_in(identifier) else old[2]
    return identifier if address_in(name) else f"internal-{_KINDS[old[1][:5]]}-{name}"


def address_in(identifier: str) -> str:
    """The address that an old identifier holds, "" where it holds none."""
    found = _ADDRESS.fullmatch(identifier)
    return found[1] if found else ""


def addresses_clause(identifiers: Iterable[str]) -> Json:
    """The records that were read at the addresses in these identifiers."""
    return {"terms": {"lookup.identifiers": [address_in(one).lower() for one in identifiers]}}


@cache
def _names_by_address() -> dict[str, str]:
    with TABLE.open(encoding="utf-8", newline="") as rows:
        return {_comparable(row["nexus_id"]): row["name"] for row in csv.DictReader(rows) if row["nexus_id"]}


def _comparable(address: str) -> str:
    """An address whichever way it was written down: clients fold `//`, and the scheme does not matter."""
    return re.sub(r"^https?:/+", "", address).casefold().rstrip("/")
