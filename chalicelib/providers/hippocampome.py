"""Hippocampome.org: neuron types (`electrophysiology`) and the known connections between them (`connection`).

Source  search_engine_json.php names the neuron types and the connected pairs; neuron_page.php?id=N holds a type's facts
Terms   https://hippocampome.org/php/Help_Terms_of_Use.php asks to cite the original papers and Hippocampome.org; it
        states neither a data licence nor a rate, so one page a second is asked, and no more
Quirks  no match is `[]`, not `{}`; an error is HTML inside a 200; the site's own filters restrict nothing, so both
        queries ask for everything and the settings act on what the pages say; an unknown identifier is a page with
        empty values

Both ends of a connection are whole records, and each page is fetched once, whatever the number of its connections. A
step may run in a process of its own, so what it must know of earlier ones travels in the cursor: the types still to be
read, the pairs still open, and the sides that those pairs wait for, compressed (5 KB measured on 88 types and 139
pairs; a queue message holds 256). Types are read in order of their identifiers, which is by region, so most pairs close
early. A type that is only the destination of a connection becomes a record of its own too: users look for it like for
any other.
"""

import base64
import json
import re
import zlib
from typing import Any, ClassVar, Literal
from urllib.parse import quote, unquote

from chalicelib.errors import SourceChanged, SourceRefused
from chalicelib.http.client import Source
from chalicelib.http.terms import Terms
from chalicelib.json_types import Json
from chalicelib.providers.base import Settings
from chalicelib.providers.hippocampome_page import NeuronPage, parse_page
from chalicelib.providers.hippocampome_settings import LAYERS, HippocampomeSettings
from chalicelib.providers.normalise import excerpt, file_name, known_facts, whole_number
from chalicelib.providers.page import Page
from chalicelib.records import Connection, Electrophysiology, Reject, Side, SourceFile

HOME = "https://hippocampome.org"
SOURCE = "Hippocampome"
SEARCH = "/php/search_engine_json.php"
EVERY_TYPE = (
    "Morphology:(Soma:DG:???? OR Soma:CA3:????? OR Soma:CA2:???? OR Soma:CA1:???? OR Soma:SUB:??? OR Soma:EC:??????)"
)
NEURONS = f"Neuron:({EVERY_TYPE})"
CONNECTIONS = f"Connection:(Presynaptic:({EVERY_TYPE}), Postsynaptic:({EVERY_TYPE}))"
PAGES = 25  # neuron types a step: under a minute at the site's pause
OUTSIDE = "outside the settings"

_EFFECTS: dict[str, Literal["excitatory", "inhibitory"]] = {"e": "excitatory", "i": "inhibitory"}
_REGIONS = {"LEC": "EC", "MEC": "EC", "CA3C": "CA3"}  # the first word of a name, where it is not the region


class Hippocampome:
    name: ClassVar[str] = "hippocampome"
    index: ClassVar[Literal["dataset", "model"]] = "dataset"
    settings_model: ClassVar[type[Settings]] = HippocampomeSettings
    terms: ClassVar[Terms] = Terms(
        home=HOME,
        page=f"{HOME}/php/Help_Terms_of_Use.php",
        paths=("/php/",),
        page_size=PAGES,
        pause=1.0,  # seconds; the site names no rate
        licence="none stated; cite the original papers and Hippocampome.org",
        citation="Hippocampome.org (RRID:SCR_009023), doi:10.7554/eLife.09960, and the neuron type's own papers",
    )

    def __init__(self, settings: HippocampomeSettings) -> None:
        self._settings = settings

    def page(self, source: Source, cursor: Json | None) -> Page:
        """Read the next neuron types at `cursor` (None: ask which there are) and close the pairs that this allows."""
        at, odd = (cursor, ()) if cursor else _start(source)
        now, left = at["left"][:PAGES], at["left"][PAGES:]
        neurons = Page.of_raws(
            ({"id": number} for number in now), lambda raw: self._neuron(source, raw["id"]), key="id", next=None
        )
        sides = _unpack(at["sides"]) | _sides(neurons, now)
        closed = [pair for pair in at["pairs"] if not set(pair) & set(left)]
        pairs = [pair for pair in at["pairs"] if set(pair) & set(left)]
        connections = Page.of_raws(
            ({"id": f"{before}-{after}", "from": before, "to": after} for before, after in closed),
            lambda raw: _connection(raw["from"], raw["to"], sides),
            key="id",
            next=None,
        )
        waiting = {str(number) for pair in pairs for number in pair}
        kept = _pack({number: side for number, side in sides.items() if number in waiting})
        return Page(
            records=neurons.records + connections.records,
            rejects=(*odd, *neurons.rejects, *connections.rejects),
            next={"left": left, "pairs": pairs, "sides": kept, "total": at["total"]} if left else None,
            total=at["total"],
        )

    def probe(self, source: Source) -> Page:
        """Both lists, and the two neuron types of the first pair with their connections."""
        at, odd = _start(source)
        few = sorted({number for pair in at["pairs"][:1] for number in pair}) or at["left"][:2]
        page = self.page(source, {**at, "left": few, "pairs": [pair for pair in at["pairs"] if set(pair) <= set(few)]})
        return page.model_copy(update={"rejects": (*odd, *page.rejects)})

    def _neuron(self, source: Source, number: int) -> Electrophysiology | Reject:
        """Read one neuron type; one that cannot be read is a reject, so that it stops no other."""
        try:
            page = parse_page(source.get_bytes("/php/neuron_page.php", id=number))
        except SourceRefused as error:
            return Reject(id=str(number), reason="page refused", detail=error.detail)
        except SourceChanged as error:
            return Reject(id=str(number), reason="page not recognised", detail=error.detail)
        if not page.name:
            return Reject(id=str(number), reason="unknown neuron type", detail="its page has no name")
        if not any(page.parcels.values()):
            return Reject(
                id=str(number), reason="no parcel", detail="its page names no layer of soma, axons or dendrites"
            )
        if not self._settings.keeps(page):
            return Reject(id=str(number), reason=OUTSIDE, detail=page.name)
        return _record(number, page)


def _start(source: Source) -> tuple[Json, tuple[Reject, ...]]:
    """The first cursor: every type that either query names, and every pair; and a reject for each row that is none."""
    neurons, odd_neurons = _query_ids(source, NEURONS, ("source_id",))
    pairs, odd_pairs = _query_ids(source, CONNECTIONS, ("source_id", "destination_id"))
    left = sorted({number for row in (*neurons, *pairs) for number in row})
    odd = (*odd_neurons, *odd_pairs)
    return {"left": left, "pairs": pairs, "sides": _pack({}), "total": len(left) + len(pairs) + len(odd)}, odd


def _query_ids(source: Source, query: str, keys: tuple[str, ...]) -> tuple[list[list[int]], list[Reject]]:
    """The identifiers that a query finds; raises SourceChanged for another shape than the documented one."""
    answer = source.get_json(SEARCH, query_str=query)
    rows = list(answer.values()) if isinstance(answer, dict) else answer
    if not isinstance(rows, list):
        raise SourceChanged(f"Hippocampome's list has another shape: {excerpt(answer)}")
    found: dict[tuple[int, ...], None] = {}
    odd = []
    for position, row in enumerate(rows):
        ids = [whole_number(row.get(key)) for key in keys] if isinstance(row, dict) else []
        numbers = tuple(one for one in ids if one is not None)
        if len(numbers) == len(keys):
            found[numbers] = None
        else:
            odd.append(Reject(id=f"position {position}", reason="row without identifiers", detail=excerpt(row)))
    if odd and not found:
        raise SourceChanged(f"Hippocampome's list has another shape: {excerpt(answer)}")
    return [list(row) for row in found], odd


def _record(number: int, page: NeuronPage) -> Electrophysiology:
    layers = list(dict.fromkeys(layer for parcels in page.parcels.values() for layer in parcels))
    effect = re.search(r"\(([ei])\)", page.name)
    return Electrophysiology(
        id=_id(number),
        name=page.name,
        source=SOURCE,
        source_url=_page_link(number),
        page_link=_page_link(number),
        preview=_image(page.figure.file) if page.figure else None,
        soma_region=_region(page.name, layers),
        secondary_region=list(dict.fromkeys([_region(page.name, layers), *(one.partition(":")[0] for one in layers)])),
        layers=layers,
        soma_layers=page.parcels["Soma"],
        axon_layers=page.parcels["Axons"],
        dendrite_layers=page.parcels["Dendrites"],
        cell_type=page.nickname or None,
        supertype=page.supertype,
        synaptic_effect=_EFFECTS[effect[1]] if effect else None,
        synonyms=page.synonyms,
        markers=[marker.name for marker in page.markers["Positive"]],
        negative_markers=[marker.name for marker in page.markers["Negative"]],
        mixed_markers=[marker.name for marker in page.markers["Mixed expression"]],
        papers=page.papers,
        facts=_facts(page),
    )


def _facts(page: NeuronPage) -> Json:
    """What has no field of its own."""
    markers = [marker for listed in page.markers.values() for marker in listed]
    facts = {
        "name_derivation": page.derivation,
        "new_in_version_2": page.new,
        "figure_caption": page.figure.caption if page.figure else None,
        "marker_evidence": {marker.name: marker.note for marker in markers if marker.note},
        "unvetted_markers": [marker.name for marker in markers if marker.unvetted],
        "unvetted_layers": page.unvetted_parcels,
        "models": page.models,
        "sections": page.others,
    }
    return {name: fact for name, fact in known_facts(facts).items() if fact}


def _connection(before: int, after: int, sides: Json) -> Connection | Reject:
    """A pair with both ends whole; a reject where an end is not served, for the reason of that end."""
    ends = [sides[str(number)] for number in (before, after)]
    for number, end in zip((before, after), ends, strict=True):
        if isinstance(end, str):
            outside = end == OUTSIDE
            return Reject(
                id=f"{before}-{after}", reason=end if outside else "an end was rejected", detail=f"{number}: {end}"
            )
    presynaptic, postsynaptic = (Side(**end) for end in ends)
    return Connection(
        id=f"hippocampome-{before}-{after}",
        name=f"{presynaptic.cell_type or presynaptic.name} → {postsynaptic.cell_type or postsynaptic.name}",
        source=SOURCE,
        source_url=f"{HOME}{SEARCH}?query_str={quote(CONNECTIONS)}",
        page_link=presynaptic.page_link,
        presynaptic=presynaptic,
        postsynaptic=postsynaptic,
    )


def _sides(neurons: Page, numbers: list[int]) -> Json:
    """By number: the side that a neuron type makes, or the reason why it is none."""
    served = {one.id: one for one in neurons.records if isinstance(one, Electrophysiology)}
    reasons = {reject.id: reject.reason for reject in neurons.rejects}
    return {str(one): _side(served[_id(one)]) if _id(one) in served else reasons[str(one)] for one in numbers}


def _side(neuron: Electrophysiology) -> Json:
    shared = set(Side.model_fields) & set(Electrophysiology.model_fields)
    side = neuron.model_dump(mode="json", include=shared, exclude_none=True)
    if neuron.preview:
        side["icon"] = f"/icons/{neuron.id}/{quote(neuron.preview.name, safe='')}"
    return {**side, "source_id": neuron.id}


def _region(name: str, layers: list[str]) -> str:
    """The type's own region, which its name begins with; else that of its first parcel, its soma's."""
    first = name.split(maxsplit=1)[0].upper()
    region = _REGIONS.get(first, first)
    return region if region in LAYERS else layers[0].partition(":")[0]


def _id(number: int) -> str:
    return f"hippocampome-{number}"


def _page_link(number: int) -> str:
    return f"{HOME}/php/neuron_page.php?id={number}"


def _image(file: str) -> SourceFile:
    url = f"{HOME}/php/attachment/morph/{quote(file, safe='/%')}"
    return SourceFile(urls=(url,), name=file_name(unquote(file)), kind="image")


def _pack(sides: Json) -> str:
    return base64.b64encode(zlib.compress(json.dumps(sides).encode(), 9)).decode()


def _unpack(sides: str) -> Any:
    return json.loads(zlib.decompress(base64.b64decode(sides)))
