"""A part of a neuron in a layer: `axon in stratum oriens`, `dendrites in SR and SLM`, `cell bodies in SP`.

Neuron types say in which layers their soma, axon and dendrites lie. Of other records the layer is asked alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.search.text.parts import Parts
from chalicelib.search.text.units import Unit, negation_before, text_between

FACET = "layer of a part"  # recognised where types of neurons are searched
MOST_BETWEEN = 4  # words
_FIELDS = {
    "axon": "axon_layers",
    "axonal": "axon_layers",
    "dendrite": "dendrite_layers",
    "dendritic": "dendrite_layers",
    "soma": "soma_layers",
    "somata": "soma_layers",
    "body": "soma_layers",
    "perikarya": "soma_layers",
}
_LEADS = frozenset({"in", "within", "inside", "into", "to", "at", "throughout"})
_BETWEEN = _LEADS | frozenset(
    "the a an arbor arborization arbour tree field plexus extending innervating lie located lying projecting ramifying"
    " reaching spanning targeting terminating that is are being".split()
)


def join_parts_to_layers(parts: Parts, units: Sequence[Unit]) -> list[Unit]:
    """The units, those of a layer together with the part of the neuron that is said to lie there."""
    joined: list[Unit] = []
    for one in units:
        before = joined[-1] if joined else None
        place = _part_before(parts, one, before)
        if place is not None:
            if before and before.last >= place:
                joined.pop()
            joined.append(_join(parts, one, place))
        elif before and before.part and one.is_alternative:
            joined.append(replace(one, part=before.part, is_excluded=before.is_excluded))
        else:
            joined.append(one)
    return joined


def _join(parts: Parts, layer: Unit, place: int) -> Unit:
    field = _FIELDS[parts.words[place].stem]
    is_body = parts.words[place].stem == "body" and place and parts.words[place - 1].stem == "cell"
    first = place - 1 if is_body else place
    negation = negation_before(parts, first)
    first = first if negation is None else negation
    text = text_between(parts, first, layer.last)
    return replace(layer, part=field, first=first, text=text, is_excluded=negation is not None)


def _part_before(parts: Parts, layer: Unit, before: Unit | None) -> int | None:
    """The word for the part, where only words of place stand between it and a layer; not one that says more."""
    if layer.facets != ("layer",):
        return None
    leads = False
    for place in range(layer.first - 1, max(layer.first - 2 - MOST_BETWEEN, -1), -1):
        stem = parts.words[place].stem
        if stem in _FIELDS:
            says_more = before is not None and before.last >= place and before.facets != ("structure",)
            return place if leads and not says_more else None
        if stem not in _BETWEEN:
            return None
        leads = leads or stem in _LEADS
    return None
