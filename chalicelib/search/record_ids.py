"""Identifiers of records as people hold them: in lists, in links, as sources print them, and in forms of earlier
deployments.

NeuroMorpho.Org prints `NMO_00227` for the neuron that its API numbers 227; papers cite it so.
`internal_morphologies-<name>` had the record's name, the deployed form the address of a Nexus resource
(`internal_morphologies-https://bbp.epfl.ch/…/<uuid>`); the address alone (`@id`) names it, too. The hub's own table
pairs those addresses with names; one in an old identifier that it does not have is looked for among those at which
records were read (`Search.documents`).
"""

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from chalicelib.errors import BadInput
from chalicelib.json_types import Json

TABLE = Path(__file__).parents[1] / "providers" / "data" / "internal.csv"

MOST_IDS = 50_000  # a request; the engine is asked for a thousand at a time
LONGEST_ID = 500  # characters; the engine takes 512 bytes
_OLD = re.compile(r"internal_(morphologies|electrophysiologies|electrophysiology|morphology)-(.+)")
_ACCESSION = re.compile(r"NMO[_\-\s]?0*(\d+)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?:/+|urn:)\S+")
_KINDS = {"morph": "morphology", "elect": "electrophysiology"}


def current_id(identifier: str) -> str:
    """Today's form of an identifier; one that is today's already, or that the table does not have, comes back as it
    is.
    """
    if printed := _ACCESSION.fullmatch(identifier):
        return f"neuromorpho-{printed[1]}"
    if _ADDRESS.fullmatch(identifier):
        return _ids_by_address().get(comparable_address(identifier), identifier)
    old = _OLD.fullmatch(identifier)
    if not old:
        return identifier
    if _ADDRESS.fullmatch(old[2]):
        return _ids_by_address().get(comparable_address(old[2]), identifier)
    return f"internal-{_KINDS[old[1][:5]]}-{old[2]}"


def is_address(identifier: str) -> bool:
    """Whether it is the address of a resource, as an old `@id` was, whatever a gateway made of its `//`."""
    return bool(_ADDRESS.fullmatch(identifier))


def address_in(identifier: str) -> str:
    """The address of a resource that an old identifier holds, "" where it holds none."""
    old = _OLD.fullmatch(identifier)
    return comparable_address(old[2]) if old and _ADDRESS.fullmatch(old[2]) else ""


def build_addresses_clause(addresses: Iterable[str]) -> Json:
    """The clause that holds for the records that were read at these addresses."""
    spelled = [one for address in addresses for one in (address, f"https://{address}", f"http://{address}")]
    return {"terms": {"lookup.identifiers": spelled}}


def parse_ids(given: object) -> list[str]:
    """Identifiers as a list or one comma-separated string; old forms become today's. Raises BadInput for what can be
    none.
    """
    if given is None:
        return []
    parts = given.split(",") if isinstance(given, str) else given
    if not isinstance(parts, list) or not all(isinstance(one, str) for one in parts):
        raise BadInput("ids: a list of identifiers, or one string with commas between them.", field="ids")
    ids = list(dict.fromkeys(current_id(one.strip()) for one in parts if one.strip()))
    if len(ids) > MOST_IDS:
        raise BadInput(f"ids: at most {MOST_IDS} identifiers, these are {len(ids)}.", field="ids")
    for one in ids:
        if len(one) > LONGEST_ID or not one.isprintable():
            raise BadInput(f"ids: {one[:40]!r} cannot be an identifier.", field="ids")
    return ids


def comparable_address(address: str) -> str:
    """An address in one spelling: clients fold `//`, and the scheme does not matter."""
    return re.sub(r"^https?:/+", "", address).casefold().rstrip("/")


@cache
def _ids_by_address() -> dict[str, str]:
    with TABLE.open(encoding="utf-8", newline="") as rows:
        known = [row for row in csv.DictReader(rows) if row["nexus_id"]]
    return {comparable_address(row["nexus_id"]): f"internal-{row['type']}-{row['name']}" for row in known}
