"""Identifiers of earlier times that people still hold in links and baskets."""

import re

_OLD = re.compile(r"internal_(morphologies|electrophysiologies|electrophysiology|morphology)-(.+)")
_KINDS = {"morph": "morphology", "elect": "electrophysiology"}


def current_id(identifier: str) -> str:
    """Today's form of an identifier; one that is today's already comes back as it is."""
    old = _OLD.fullmatch(identifier)
    return f"internal-{_KINDS[old[1][:5]]}-{old[2]}" if old else identifier
