"""Brings the concepts up to date with a portal: what differs, what is taken over, and when that is refused.

Only concepts of ontologies that portals have are asked for. A label is taken over. A parent is, where we have none and
the portal names exactly one that we know: it names what a class is (is_a), not what it is part of. New synonyms are
taken over only when asked for, because a portal does not say which are exact; none is taken away. A concept that the
portal no longer has, or calls obsolete, is reported and stays: records may name it.
"""

from dataclasses import dataclass, replace
from urllib.parse import quote

from chalicelib.errors import HarvestRefused, SourceUnreachable
from chalicelib.proxy.forward import PortalClient
from chalicelib.proxy.model import Item
from chalicelib.vocabulary.concepts import Concept, compact

MOST_CHANGED = 0.1  # the share of concepts that may vanish or change their label
_FIELDS = "prefLabel,synonym,obsolete,subClassOf"


@dataclass(frozen=True)
class Change:
    """What a portal says otherwise of one concept: `new` is the concept as it would be kept, None where it vanished."""

    old: Concept
    new: Concept | None

    def __str__(self) -> str:
        if self.new is None:
            return f"{self.old.id} {self.old.label}: gone or obsolete"
        added = [one for one in self.new.synonyms if one not in self.old.synonyms]
        parts = [
            f"label {self.old.label!r} -> {self.new.label!r}" if self.new.label != self.old.label else "",
            f"parent {', '.join(self.new.parents)}" if self.new.parents != self.old.parents else "",
            f"new synonyms {', '.join(added)}" if added else "",
        ]
        return f"{self.old.id} {self.old.label}: {'; '.join(one for one in parts if one)}"

    @property
    def is_grave(self) -> bool:
        return self.new is None or self.new.label != self.old.label


def changes(concepts: list[Concept], client: PortalClient, *, synonyms: bool = False) -> list[Change]:
    """What the portal says otherwise; raises SourceUnreachable when it cannot be asked."""
    known = {one.id for one in concepts}
    asked = [one for one in concepts if one.at_portals]
    found = [Change(one, _refresh(one, client, known, synonyms=synonyms)) for one in asked]
    return [one for one in found if one.new != one.old]


def check(concepts: list[Concept], found: list[Change]) -> None:
    """The gate; raises HarvestRefused when more is lost or renamed than a refresh may."""
    grave = [one for one in found if one.is_grave]
    if len(grave) > len(concepts) * MOST_CHANGED:
        share = f"{len(grave)} of {len(concepts)} concepts would vanish or change their label"
        raise HarvestRefused(f"{share}, more than {MOST_CHANGED:.0%}; nothing was changed.")


def apply_changes(concepts: list[Concept], found: list[Change], source: str) -> list[Concept]:
    """The concepts as they are kept from now on; `source` says where the changes were read."""
    new = {one.old.id: replace(one.new, source=f"{one.old.source}; {source}") for one in found if one.new}
    return [new.get(one.id, one) for one in concepts]


def _refresh(concept: Concept, client: PortalClient, known: set[str], *, synonyms: bool) -> Concept | None:
    path = f"/ontologies/{concept.ontology}/classes/{quote(concept.iri, safe='')}"
    answer = client.get(path, {"include": [_FIELDS]})
    failure, item = answer.as_error(), answer.as_object()
    if failure and failure.status != 404:
        raise SourceUnreachable(f"{client.portal.title}, {concept.id}: {failure.messages[0]}")
    if item is None or item.boolean("obsolete"):
        return None
    offered = [one for one in item.texts("synonym") if "|" not in one] if synonyms else []
    return replace(
        concept,
        label=item.text("prefLabel") or concept.label,
        parents=concept.parents or _parent(item, known),
        synonyms=tuple(dict.fromkeys((*concept.synonyms, *offered))),
    )


def _parent(item: Item, known: set[str]) -> tuple[str, ...]:
    above = [parent for one in item.texts("subClassOf") if (parent := compact(one)) and parent in known]
    return tuple(above) if len(above) == 1 else ()
