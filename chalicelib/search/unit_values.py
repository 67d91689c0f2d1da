"""Pieces of a text that mean a value of one field: `male`, `complete axon`, `no dendrites`, `axon in SO`."""

from chalicelib.search.text.units import Unit
from chalicelib.vocabulary.vocabulary import vocabulary

VALUE_FIELDS = {
    "sex": "gender",
    "stage": "age_classification",
    "preparation": "protocol",
    "integrity": "physical_integrity",
}
STRUCTURE_FIELD = "structural_domains"
PARTS_OF_INTEGRITY = "physical_integrities"  # where each part of a reconstruction has its own state
STRUCTURES = frozenset({"structure"})  # of which neurons also say that it is missing (`No Axon`)


def value_filter(unit: Unit) -> tuple[str, list[str]] | None:
    """The field and values of a record that a unit means, where it means no concept wherever that stands."""
    if unit.part:
        return unit.part, [vocabulary().label(one) for one in unit.concepts]
    facet = unit.facets[0]
    if unit.is_absent and facet in STRUCTURES:
        return STRUCTURE_FIELD, _missing_structures(unit)
    if facet not in VALUE_FIELDS or unit.is_absent:
        return None
    names = [
        name for one in unit.concepts for name in (vocabulary().label(one), *vocabulary().synonyms(one)) if name.strip()
    ]
    if facet == "integrity":
        part, _, state = vocabulary().label(unit.concepts[0]).partition(" ")
        names = [f"{part} {state}", *([f"dendrites & axon {state}"] if part in ("axon", "dendrites") else [])]
        if part == "axon" or unit.is_one_of_several:
            return PARTS_OF_INTEGRITY, [name.lower() for name in names]
    return VALUE_FIELDS[facet], list(dict.fromkeys(name.lower() for name in names))


def _missing_structures(unit: Unit) -> list[str]:
    """How a record says that it holds none of it: `No Axon`, `No Dendrites`."""
    names = [name for one in unit.concepts for name in (vocabulary().label(one), *vocabulary().synonyms(one))]
    return list(dict.fromkeys(f"no {name.lower()}{plural}" for name in names for plural in ("", "s")))
