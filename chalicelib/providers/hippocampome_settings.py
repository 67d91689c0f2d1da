"""Which neuron types of Hippocampome.org are kept: those with a listed compartment in a listed layer, or a listed
marker.

A layer is written as the site's search does, a sign for each layer of a region from the surface down ("CA1:????" all
four, "CA1:0010" or "CA1:??1?" the third alone), by its name ("CA1:SP"), or as a region ("CA1") for all of its layers.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator

from chalicelib.providers.base import Settings
from chalicelib.providers.hippocampome_page import NeuronPage

LAYERS = {
    "DG": ("SMo", "SMi", "SG", "H"),
    "CA3": ("SLM", "SR", "SL", "SP", "SO"),
    "CA2": ("SLM", "SR", "SP", "SO"),
    "CA1": ("SLM", "SR", "SP", "SO"),
    "SUB": ("SM", "SP", "PL"),
    "EC": ("I", "II", "III", "IV", "V", "VI"),
}


def _known_layer(text: str) -> str:
    _parcels(text)
    return text


def _layers_of_an_object(layers: Any) -> Any:
    """The previous backend's files have an object here: `{"CA1": "????"}`, or `{"CA1": ["SP", "SO"]}`; null and "" are
    the whole region. Raises ValueError for what is no text: 0010 written as a number has lost its zeros.
    """
    if not isinstance(layers, dict):
        return layers
    listed = [(region, one) for region, held in layers.items() for one in (held if isinstance(held, list) else [held])]
    for region, layer in listed:
        if not (layer is None or isinstance(layer, str)):
            raise ValueError(f'{region}: a text such as "????" or "SP", or a list of such texts, not {layer!r}')
    return [f"{region}:{layer}" if layer else region for region, layer in listed]


class HippocampomeSettings(Settings):
    """With `markers` a type also stays that expresses one of them, wholly or in part (mixed expression)."""

    morphologies: tuple[Literal["Axons", "Dendrites", "Soma"], ...]
    layers: Annotated[tuple[Annotated[str, AfterValidator(_known_layer)], ...], BeforeValidator(_layers_of_an_object)]
    markers: tuple[str, ...]

    def keeps(self, page: NeuronPage) -> bool:
        wanted = {parcel for layer in self.layers for parcel in _parcels(layer)}
        if any(parcel.upper() in wanted for part in self.morphologies for parcel in page.parcels[part]):
            return True
        listed = {marker.casefold() for marker in self.markers}
        return any(
            one.name.casefold() in listed for one in (*page.markers["Positive"], *page.markers["Mixed expression"])
        )


def _parcels(text: str) -> set[str]:
    """The parcels that an entry of `layers` names, in capitals; raises ValueError for what it cannot be."""
    region, _, signs = text.upper().partition(":")
    if region not in LAYERS:
        raise ValueError(f"{text}: no such region; there are {', '.join(LAYERS)}")
    names = [layer.upper() for layer in LAYERS[region]]
    if not signs:
        chosen = names
    elif re.fullmatch(r"[01?]+", signs):
        if len(signs) != len(names):
            raise ValueError(f"{text}: {region} has {len(names)} layers")
        there = "1" if "1" in signs else "?"
        chosen = [name for name, sign in zip(names, signs, strict=True) if sign == there]
    elif signs in names:
        chosen = [signs]
    else:
        raise ValueError(f"{text}: no such layer; {region} has {', '.join(LAYERS[region])}")
    return {f"{region}:{name}" for name in chosen}
