"""The concepts of a whole record, whichever provider it comes from: from its own words, each in the light of the
others.

For a neuron type a region is its home, not what its axon reaches; both sides of a connection have concepts of their
own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from chalicelib.json_types import Json
from chalicelib.vocabulary.values import HILUS, Values
from chalicelib.vocabulary.vocabulary import vocabulary

SIDES = ("presynaptic", "postsynaptic")
KINDS = ("region", "layer", "species", "cell type")  # facets with an engine field of their own
_PLAIN = {  # field of a record: kind of its values
    "species": "species", "scientific_name": "species", "strain": "strain", "stain": "stain", "gender": "sex",
    "age_classification": "stage", "protocol": "preparation", "physical_integrity": "integrity",
    "structural_domains": "structure", "etype": "e-type", "synaptic_effect": "synaptic effect", "layers": "place",
    "markers": "marker", "channels": "channel", "receptors": "receptor", "transmitters": "transmitter", "genes": "gene",
    "model_concepts": "topic", "model_types": "model type", "regions": "place",
}  # fmt: skip
_HOME = ("region", "soma_region")
_REACH = ("secondary_region", "subregions")
_OF_CELLS = ("cell_types", "cell_type", "secondary_cell_type", "mtype", "supertype", "negative_markers")
_WORDS = (*_HOME, *_REACH, *_PLAIN, *_OF_CELLS)  # all fields that a description follows from
_REMEMBERED = 50_000  # descriptions: records of one study, or of one cell type, mostly share theirs


@dataclass(frozen=True)
class Description:
    """`concepts` with all ancestors of their own facet; `reach` regions that a type reaches; `absent` negative markers.

    `pairs` holds region|type for each cell of a model that has several.
    """

    concepts: tuple[str, ...]
    reach: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()

    def of_facet(self, facet: str) -> list[str]:
        return self._by_facet.get(facet, [])

    @cached_property
    def _by_facet(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one in self.concepts:
            found.setdefault(vocabulary().facet(one), []).append(one)
        return found


def describe(record: Json) -> Description:
    """The concepts of a stored record, or of one side of a connection."""
    words = tuple([(field, tuple(values)) for field in _WORDS if (values := texts_in(record, field))])
    return _describe(words, is_model=record.get("type") == "single")


@lru_cache(maxsize=_REMEMBERED)
def _describe(words: tuple[tuple[str, tuple[str, ...]], ...], *, is_model: bool) -> Description:
    record: Json = {field: list(values) for field, values in words}
    found = readings().read_all(values_of(record))
    reached = [HILUS] if _has_home(record) and found.concepts.pop(HILUS, 0) is None else []
    absent = dict(found.absent)
    for marker in record.get("negative_markers") or ():
        absent |= readings().read("marker", marker).concepts
    return Description(
        concepts=tuple(dict.fromkeys((*_with_broader(found.concepts), *reached))),  # its region is no home
        reach=_with_broader(_regions(record)) if _has_home(record) else (),
        absent=tuple(absent),
        pairs=tuple(_pairs(record)) if is_model else (),
    )


def values_of(record: Json) -> Iterator[tuple[str, str]]:
    """Every (kind, value) of a record that may name a concept; places first, as the others depend on them."""
    for _, kind, value in fields_of(record):
        yield kind, value


def fields_of(record: Json) -> Iterator[tuple[str, str, str]]:
    """Every (field, kind, value) of a record that may name a concept."""
    has_home = _has_home(record)
    for field in _HOME if has_home else (*_HOME, *_REACH):
        yield from ((field, "place", one) for one in texts_in(record, field))
    for field, kind in _PLAIN.items():
        meant = "parcel" if field == "layers" and has_home else kind  # a layer that is reached: its region is no home
        yield from ((field, meant, one) for one in texts_in(record, field))
    yield from _cells_of_type(record) if has_home else _cells(record)


def _cells_of_type(record: Json) -> Iterator[tuple[str, str, str]]:
    for one in texts_in(record, "cell_type"):
        yield "cell_type", "place", one.split()[0]  # `MEC LII Stellate`: nearer than the home, which is EC
        yield "cell_type", "type name", one
    for one in texts_in(record, "supertype"):
        yield from (("supertype", "supertype", part) for part in _families(one))


def _cells(record: Json) -> Iterator[tuple[str, str, str]]:
    mtypes = texts_in(record, "mtype")
    for one in mtypes:
        yield from (("mtype", kind, part) for kind, part in _m_type(one))
    for field in ("cell_types", "cell_type", "secondary_cell_type"):
        yield from ((field, "cell type", one) for one in texts_in(record, field) if one not in mtypes)


def _has_home(record: Json) -> bool:
    """A neuron type, or a side of a connection: its regions are what it reaches, its home stands apart."""
    return bool(record.get("soma_region"))


def _families(supertype: str) -> list[str]:
    """`S131504:Collateral-related:RO-targeting:CA1`: family, family with subfamily, subfamily."""
    parts = [one.strip() for one in supertype.split(":")][1:3]
    return [*parts, ": ".join(parts), *(one.removesuffix(" Family") for one in parts if one.endswith(" Family"))]


def _m_type(mtype: str) -> Iterator[tuple[str, str]]:
    """`SP_PVBC`: a layer of CA1, then the type's short name."""
    layer, _, short = mtype.partition("_")
    if short:
        yield "place", f"CA1:{layer}"
    yield "m-type", short or mtype


def _regions(record: Json) -> list[str]:
    found = readings().read_all(("place", one) for field in _REACH for one in texts_in(record, field))
    return [one for one in found.concepts if vocabulary().facet(one) == "region"]


def _pairs(record: Json) -> Iterator[str]:
    places = readings().read_all(("place", one) for one in texts_in(record, "regions")).concepts
    for value in record.get("cell_types") or ():
        found = _with_broader(readings().read_all([("cell type", value)]).concepts)
        own = [one for one in found if vocabulary().facet(one) == "region"]
        regions = own or _with_broader(places)
        cells = [one for one in found if vocabulary().facet(one) == "cell type"]
        yield from (f"{region}|{cell}" for region in regions for cell in cells)


def texts_in(record: Json, field: str) -> list[str]:
    """The texts of a field that holds one or a list of them."""
    if not (value := record.get(field)):
        return []
    return [value] if isinstance(value, str) else [one for one in value if isinstance(one, str)]


def _with_broader(concepts: Iterable[str]) -> tuple[str, ...]:
    own = tuple(concepts)
    return tuple(dict.fromkeys((*own, *(above for one in own for above in vocabulary().broader(one)))))


@cache
def readings() -> Values:
    """The one reader of values of this process, which remembers what it has read."""
    return Values(vocabulary())
