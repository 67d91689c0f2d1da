"""Identifiers of records as people hold them: in lists, in links, and in forms of earlier deployments."""

import re

from chalicelib.errors import BadInput

MOST_IDS = 50_000  # a request; the engine is asked for a thousand at a time
LONGEST_ID = 500  # characters; the engine takes 512 bytes
_OLD = re.compile(r"internal_(morphologies|electrophysiologies|electrophysiology|morphology)-(.+)")
_KINDS = {"morph": "morphology", "elect": "electrophysiology"}


def current_id(identifier: str) -> str:
    """Today's form of an identifier; one that is today's already comes back as it is."""
    old = _OLD.fullmatch(identifier)
    return f"internal-{_KINDS[old[1][:5]]}-{old[2]}" if old else identifier


def parse_ids(given: object) -> list[str]:
    """Identifiers as a list or one comma-separated string; old forms become today's. Raises BadInput for what can be none."""
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
