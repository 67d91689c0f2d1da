"""What a source's value means: the table's exceptions first, then names, then rules for values never seen before.

A value is looked up whole; else it is taken apart: `CA1:SO` into field and layer, `Parvalbumin (PV)-positive` into
marker and sign, `Hippocampus CA1 pyramidal GLU cell` into the longest names in it. What a bare word means may hang on
the rest of the record (`granule` in dentate gyrus or cerebellum): those rules are in `contexts.csv`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from chalicelib.vocabulary.vocabulary import Context, Vocabulary
from chalicelib.vocabulary.words import Word, key, normalise, words

LONGEST = 8  # words of a name
HILUS = "UBERON:0002136"  # a region that Hippocampome counts among the layers
NEURON = "CL:0000540"
UNKNOWN = {"", "notreported", "notapplicable", "none", "unknown", "generic", "noneknown", "na"}
FACETS: Mapping[str, tuple[str, ...]] = {
    "place": ("region", "layer", "position"),
    "cell type": ("cell type", "marker", "marker absent", "firing", "synaptic effect"),
    "marker": ("marker",),
    "supertype": ("cell type",),
    "species": ("species",),
    "strain": ("strain",),
    "stain": ("stain",),
    "stage": ("stage",),
    "sex": ("sex",),
    "preparation": ("preparation",),
    "integrity": ("integrity",),
    "structure": ("structure",),
    "synaptic effect": ("synaptic effect",),
    "e-type": ("e-type",),
    "channel": ("channel", "receptor"),
    "receptor": ("receptor", "channel"),
    "transmitter": ("transmitter",),
    "gene": ("marker",),
    "topic": ("topic",),
    "model type": ("model type",),
}
APART: Mapping[str, tuple[str, ...]] = {  # facets of the names that are looked for inside a value
    "place": ("region", "layer", "position", "species", "cell type"),
    "cell type": ("cell type", "marker", "firing", "region", "layer", "transmitter", "species", "synaptic effect"),
    "species": ("species",),
    "strain": ("strain", "species"),
    "stain": ("stain",),
    "gene": ("marker",),
    "type name": ("cell type", "firing"),  # of a neuron type: what it reaches stands in it, and is not its home
    "marker": ("marker",),
    "structure": ("structure",),
    "stage": ("stage",),
}
_SIGN = re.compile(
    r"(.+?)[\s-]*(positive|expressing|containing|immunoreactive|negative)(?:\s+(?:cell|neuron)s?)?\Z", re.I
)
_BRACKETS = re.compile(r"\s*[([]([^()\[\]]+)[)\]]")
_PARCEL = re.compile(r"([A-Za-z]+\d?[a-c]?)[:_-]([A-Za-z]+)")
_MISSING = re.compile(r"no\s", re.I)  # `No Axon`: of a structure that the file does not hold
_HEADS = {"cell", "neuron"}
_ABOUT_OTHERS = {"looking", "targeting", "associated", "projecting", "receiving", "correlated"}  # after a hyphen


@dataclass
class Found:
    """`concepts` that a value names, `absent` the markers that it says are missing; `is_known` is False for a gap."""

    concepts: dict[str, None] = field(default_factory=dict)
    absent: dict[str, None] = field(default_factory=dict)
    open: tuple[str, ...] = ()  # keys of names inside the value that mean something only beside a region
    is_known: bool = True

    def add(self, other: "Found") -> None:
        self.concepts |= other.concepts
        self.absent |= other.absent


@dataclass(frozen=True)
class _Entry:
    """What is known of a value: `rules` for the word itself; `is_free`: it means the same in every record."""

    plain: Found
    rules: tuple[Context, ...] = ()
    is_free: bool = True


class Values:
    """Reads values; `known` is what is already known of the record, with all ancestors."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._entries: dict[tuple[str, str], _Entry] = {}
        self._closures: dict[str, frozenset[str]] = {}

    def read(self, kind: str, value: str, known: frozenset[str] = frozenset()) -> Found:
        """The concepts of one value of a field of `kind`, narrowed by what is known of the record."""
        entry = self._entries.get((kind, value))
        if entry is None:
            entry = self._entries[kind, value] = self._entry(kind, value)
        return entry.plain if entry.is_free else self._in_context(kind, entry, known)

    def read_all(self, values: Iterable[tuple[str, str]]) -> Found:
        """The concepts of all values of a record, each in the light of the others."""
        asked = list(values)
        known: frozenset[str] = frozenset()
        found = Found()
        for _ in range(3):  # region, then what a region tells, then what that tells
            found = Found()
            for kind, value in asked:
                found.add(self.read(kind, value, known))
            before, known = known, self.closure(found.concepts)
            if known == before:
                break
        return found

    def _entry(self, kind: str, value: str) -> "_Entry":
        """All that is known of a value without its record."""
        text = " ".join(normalise(value).split())
        if key(text) in UNKNOWN:
            return _Entry(Found())
        if kind == "parcel":
            return _Entry(self._layer(text))
        if kind == "structure" and _MISSING.match(text):
            return _Entry(Found())
        plain = self._read_plain(kind, text)
        rules = tuple(rule for rule in self._vocabulary.contexts(kind, key(text)) if rule.field == kind)
        depends = any(self._vocabulary.contexts(kind, concept) for concept in plain.concepts)
        return _Entry(plain, rules, is_free=not (rules or depends or plain.open))

    def _in_context(self, kind: str, entry: "_Entry", known: frozenset[str]) -> Found:
        for rule in entry.rules:
            if rule.given <= known:
                here = known | self.closure(rule.concepts)
                narrowed = [one for concept in rule.concepts for one in self._narrow(kind, concept, here)]
                return Found(dict.fromkeys(narrowed), is_known=bool(narrowed))
        plain = entry.plain
        here = known | self.closure(plain.concepts)
        placed = [one for name in plain.open for one in self._place_concepts(name, here)]
        narrowed = [one for concept in (*plain.concepts, *placed) for one in self._narrow(kind, concept, here)]
        return Found(dict.fromkeys(narrowed), plain.absent, is_known=plain.is_known)

    def closure(self, concepts: Iterable[str]) -> frozenset[str]:
        """The concepts with all their ancestors, whatever the facet."""
        found: set[str] = set()
        for concept in concepts:
            own = self._closures.get(concept)
            if own is None:
                own = self._closures[concept] = frozenset((concept, *self._vocabulary.ancestors(concept)))
            found |= own
        return frozenset(found)

    def _place_concepts(self, name: str, known: frozenset[str]) -> tuple[str, ...]:
        rules = self._vocabulary.contexts("place", name)
        return next((rule.concepts for rule in rules if rule.given <= known), ())

    def _narrow(self, kind: str, concept: str, known: frozenset[str]) -> tuple[str, ...]:
        for rule in self._vocabulary.contexts(kind, concept):
            if rule.given <= known and (rule.given or concept in rule.concepts):
                return rule.concepts
        return (concept,)

    def _read_plain(self, kind: str, text: str) -> Found:
        signed = _SIGN.match(text) if kind in ("cell type", "marker") else None
        is_absent = signed is not None and signed[2].lower() == "negative"
        whole = [] if is_absent else self._vocabulary.find_name(text, FACETS.get(kind, ()))
        if whole:
            return Found(dict.fromkeys(whole))
        if signed:
            return self._read_signed(text, signed[1], is_absent=is_absent)
        return self._split_value(kind, text)

    def _split_value(self, kind: str, text: str) -> Found:
        if kind == "integrity":
            return self._integrity(text)
        if kind == "place" and (parcel := _PARCEL.fullmatch(text)):
            return self._parcel(parcel[1], parcel[2])
        parts = [one for one in re.split(r"[,;/&]| and | border", text) if one.strip()]
        if len(parts) > 1 and kind not in ("cell type", "supertype") and (found := self._parts(kind, parts)):
            return found
        return self._inside(kind, text)

    def _read_signed(self, text: str, name: str, *, is_absent: bool) -> Found:
        """A marker with its sign; the marker may have its short name in brackets."""
        short = _BRACKETS.search(name)
        names = [name, _BRACKETS.sub("", name), *([short[1]] if short else [])]
        markers = next((found for one in names if (found := self._vocabulary.find_name(one.strip(), ("marker",)))), [])
        if not is_absent:
            return Found(dict.fromkeys(markers)) if markers else self._inside("cell type", text)
        local = self._vocabulary.find_name(text, ("marker absent",))
        return Found(dict.fromkeys(local), dict.fromkeys(markers), is_known=bool(local or markers))

    def _parcel(self, place: str, layer: str) -> Found:
        """REGION:LAYER, REGION-LAYER or REGION_LAYER."""
        region = self._vocabulary.find_name(place, ("region",)) or self._vocabulary.find_name(
            place.upper(), ("region",)
        )
        known = self.closure(region)
        inner = self.read("place", layer, known).concepts if region else {}
        if not inner:
            return self._inside("place", f"{place} {layer}")
        return Found(dict.fromkeys([*inner, *region]))

    def _layer(self, parcel: str) -> Found:
        """The layer of a parcel without its region, for a type that only reaches it."""
        found = self.read("place", parcel)
        layers = {one: None for one in found.concepts if self._vocabulary.facet(one) != "region" or one == HILUS}
        return Found(layers, is_known=found.is_known)

    def _integrity(self, text: str) -> Found:
        """`Dendrites & Axon Complete`: each part with its own word."""
        found = Found()
        for part in text.split(","):
            *names, state = part.replace("&", " ").split() or [""]
            for name in names:
                found.concepts |= dict.fromkeys(self._vocabulary.find_name(f"{name} {state}", ("integrity",)))
        found.is_known = bool(found.concepts)
        return found

    def _parts(self, kind: str, parts: list[str]) -> Found | None:
        found = Found()
        for part in parts:
            if kind == "structure" and _MISSING.match(part.strip()):
                continue
            one = self._read_plain(kind, part.strip())
            found.add(one)
        return found if found.concepts else None

    def _inside(self, kind: str, text: str) -> Found:
        """The longest names inside the value, from the left."""
        facets = APART.get(kind, ())
        found, placed = Found(), []
        listed = words(_BRACKETS.sub(lambda one: f" {one[1]} ", text))
        at = 0
        while facets and at < len(listed):
            size, concepts, name = self._longest(listed, at, facets)
            found.concepts |= dict.fromkeys(concepts)
            placed += [name] if name else []
            at += size
        if kind == "cell type" and any(one.stem == "neuron" for one in listed) and not self._has_cell(found):
            found.concepts[NEURON] = None
        found.open, found.is_known = tuple(placed), bool(found.concepts or placed)
        return found

    def _longest(self, listed: list[Word], at: int, facets: tuple[str, ...]) -> tuple[int, list[str], str]:
        for size in range(min(LONGEST, len(listed) - at), 0, -1):
            span = listed[at : at + size]
            surface, stemmed = " ".join(one.surface for one in span), "".join(one.stem for one in span)
            if stemmed in _HEADS or len(stemmed) < 2:
                continue
            if concepts := self._vocabulary.find_name(surface, facets):
                return (size, concepts, "") if not _is_about_others(listed, at + size) else (size + 1, [], "")
            if "region" in facets and self._vocabulary.contexts("place", stemmed):
                return size, [], stemmed
        return 1, [], ""

    def _has_cell(self, found: Found) -> bool:
        return any(self._vocabulary.facet(one) == "cell type" for one in found.concepts)


def _is_about_others(listed: list[Word], at: int) -> bool:
    """Whether a name is followed by `-targeting` or the like: then it tells what the cell reaches, not what it is."""
    return at < len(listed) and listed[at].stem in _ABOUT_OTHERS and listed[at].start == listed[at - 1].end + 1
