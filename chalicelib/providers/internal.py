"""The hub's internal collections: morphologies and recordings of the Blue Brain Project, as both kinds of records.

Source  a Nexus project's Elasticsearch view (POST .../views/<project>/<view>/_search), and curated lists
        (`internal_lists.py`)
Terms   Nexus at EPFL was switched off; the lists alone are used unless a base URL stands in for it. Files are at
        EBRAINS, at CSCS and at Open Blue Brain, whose pages state each collection's licence
Quirks  one of anything is an object, several are a list (annotation, distribution, @type); `note: subset` marks partial
        doubles; regions are `CA1_SP`; the old `contentUrl`s at EPFL are dead where the download maps have another
        address
"""

import re
from hashlib import blake2b
from typing import Any, ClassVar, Literal
from urllib.parse import quote, unquote, urlsplit

from pydantic import Field

from chalicelib.errors import SourceChanged, SourceRefused
from chalicelib.http.client import Source
from chalicelib.http.terms import Terms
from chalicelib.json_types import Json
from chalicelib.providers.base import Settings
from chalicelib.providers.internal_lists import INDEX, Kind, Listed, fetch_lists, read_table
from chalicelib.providers.markup import fold
from chalicelib.providers.normalise import Fields, address_of, addresses_of, excerpt, file_name, known_facts, objects_of
from chalicelib.providers.page import Page, unfamiliar
from chalicelib.records import Electrophysiology, Morphology, Reject, SourceFile

HOME = "https://bbp.epfl.ch/nexus/v1"
_LISTS = "https://github.com/BlueBrain/hippocampus-model-portal"
PAGE_SIZE = 1000
MOST_PAGES = 100  # of the view; it holds a few hundred resources
_TYPES: dict[Kind, str] = {"morphology": "NeuronMorphology", "electrophysiology": "Trace"}
_LABELS: dict[Kind, str] = {"morphology": "mtype", "electrophysiology": "etype"}
_ENDINGS: dict[Kind, tuple[str, ...]] = {"morphology": ("asc", "swc"), "electrophysiology": ("abf", "nwb")}
_KNOWN_ENDINGS = frozenset(ending for endings in _ENDINGS.values() for ending in endings)
FIELDS = (
    "@context @id @type annotation brainLocation contribution dateCreated derivation description distribution"
    " generation"
    " image isPartOf isRelatedTo label license name note objectOfStudy prefLabel sameAs stimulus subject wasDerivedFrom"
    " _constrainedBy _createdAt _createdBy _deprecated _incoming _outgoing _project _rev _schemaProject _self"
    " _updatedAt _updatedBy"
).split()
_SPECIES = {"rattus norvegicus": "rat", "mus musculus": "mouse", "homo sapiens": "human"}
_NO_PICTURE = "placeholder"
_NONE: Json = {}
_CHOSEN = Reject(id="", reason="chosen")  # no reject: a resource that becomes a record


class InternalSettings(Settings):
    """`region` is that of records whose lists name none; `{name}` in `metadata_url` is a recording's name."""

    project: str = Field(pattern=r"^[\w-]+/[\w-]+$")
    view: str = Field(min_length=1)
    region: str = Field(min_length=1)
    metadata_url: str | None = Field(default=None, pattern=r"\{name\}")


class Internal:
    name: ClassVar[str] = "internal"
    index: ClassVar[Literal["dataset", "model"]] = "dataset"
    settings_model: ClassVar[type[Settings]] = InternalSettings
    terms: ClassVar[Terms] = Terms(
        home=HOME,
        page="https://www.hippocampushub.eu/",
        paths=("/views/public/", "/files/public/", INDEX),
        elsewhere=(
            "https://data-proxy.ebrains.eu/api/v1/buckets/",
            "https://rgw.cscs.ch/ebrains:hippocampus-optimization/",
            "https://openbluebrain.s3.us-west-2.amazonaws.com/Portals/hippocampus-model-portal/",
        ),
        page_size=PAGE_SIZE,
        pause=0.2,  # seconds; ours, as none is stated
        licence="as stated on the record's page",
        citation="Hippocampus Hub (hippocampushub.eu); Migliore R et al. (2018), doi:10.1371/journal.pcbi.1006423",
    )

    def __init__(self, settings: InternalSettings) -> None:
        self._settings = settings

    def page(self, source: Source, cursor: Json | None) -> Page:
        """All records of one type, joined by name: morphologies first, then recordings. Raises SourceError."""
        kind: Kind = cursor["type"] if cursor else "morphology"
        stands_in = source.address(INDEX) != HOME + INDEX
        fetched = fetch_lists(source, kind) if stands_in else None
        listed, odd = fetched or (read_table(kind), [])
        resources, rejects = _by_name(self._resources(source, kind) if stands_in else [])
        page = Page.of_raws(
            [{"name": name} for name in sorted(listed.keys() | resources.keys())],
            lambda one: self._record(kind, listed.get(one["name"], Listed(one["name"])), resources.get(one["name"])),
            key="name",
            next={"type": "electrophysiology"} if kind == "morphology" else None,
        )
        seen = unfamiliar(resources.values(), FIELDS)
        return page.model_copy(update={"rejects": (*page.rejects, *odd, *rejects), "unfamiliar": seen})

    def probe(self, source: Source) -> Page:
        """Both kinds of record: the lists and the view are small."""
        first, second = self.page(source, None), self.page(source, {"type": "electrophysiology"})
        return Page(
            records=(*first.records, *second.records),
            rejects=(*first.rejects, *second.rejects),
            unfamiliar={**first.unfamiliar, **second.unfamiliar},
            kinds=second.kinds,
        )

    def _resources(self, source: Source, kind: Kind) -> list[Any]:
        """Everything of a type that the view holds; nothing where there is no such view."""
        path = f"/views/{self._settings.project}/{quote(self._settings.view, safe='')}/_search"
        clauses = [{"term": {"_deprecated": False}}, {"term": {"@type": _TYPES[kind]}}]
        asked: Json = {"query": {"bool": {"filter": clauses}}, "size": PAGE_SIZE, "sort": [{"@id": "asc"}]}
        found: list[Any] = []
        for _ in range(MOST_PAGES):
            try:
                answer = source.post_json(path, asked)
            except SourceRefused as error:
                if error.source_status == 404 and not found:
                    return []
                raise
            hits = _hits(answer)
            found += [hit.get("_source") if isinstance(hit, dict) else None for hit in hits]
            if len(hits) < PAGE_SIZE:
                return found
            after = hits[-1].get("sort") if isinstance(hits[-1], dict) else None
            if not isinstance(after, list) or after == asked.get("search_after"):
                raise SourceChanged(f"The view's last hit has no sort values to continue from: {excerpt(after)}")
            asked["search_after"] = after
        raise SourceChanged(f"The view does not end after {MOST_PAGES} pages.")

    def _record(self, kind: Kind, listed: Listed, resource: Json | None) -> Morphology | Electrophysiology:
        """One record from the lists and Nexus; where both say something, Nexus takes precedence."""
        raw = resource or {}
        name, label = listed.name, _label(raw, _LABELS[kind]) or listed.label
        region, layers = self._place(raw, listed)
        scientific = _text_at(raw, "subject", "species", "label")
        shared: Json = {
            "id": f"{self.name}-{kind}-{_plain(name)}",
            "name": name,
            "source": "INTERNAL",
            "source_url": address_of(raw.get("@id")) or listed.nexus_id or _LISTS,
            "page_link": listed.page,
            "file": _file(kind, listed, raw),
            "preview": _picture(listed),
            "region": "hippocampus",
            "secondary_region": [region],
            "layers": layers,
            "species": _SPECIES.get((scientific or "").lower(), scientific) or listed.species,
            "description": Fields(raw).prose("description"),
            "facts": _facts(raw, listed),
            _LABELS[kind]: label,
        }
        if kind == "morphology":
            classes = [label] if label else []
            return Morphology(**shared, cell_type=label, cell_types=classes, scientific_name=scientific)
        return Electrophysiology(**shared, soma_region=region, metadata=self._metadata(name))

    def _place(self, raw: Json, listed: Listed) -> tuple[str, list[str]]:
        """Region and layers; a layer that a list names without its region lies in the settings' region."""
        place = _text_at(raw, "brainLocation", "brainRegion", "label") or listed.place or self._settings.region
        region, layer = _region_and_layer(place)
        layer = layer or listed.layer
        return region, [f"{region}:{layer}"] if layer else []

    def _metadata(self, name: str) -> Json | None:
        template = self._settings.metadata_url
        return {"url": template.replace("{name}", quote(name, safe=""))} if template else None


def _plain(name: str) -> str:
    """A name as identifiers may hold it; a mark keeps names apart that differ in other signs alone."""
    plain = re.sub(r"[^A-Za-z0-9_.:-]+", "_", name)
    return name if plain == name else f"{plain[:100]}-{blake2b(name.encode(), digest_size=4).hexdigest()}"


def _hits(answer: Any) -> list[Any]:
    outer = answer.get("hits") if isinstance(answer, dict) else None
    hits = outer.get("hits") if isinstance(outer, dict) else None
    if not isinstance(hits, list):
        raise SourceChanged(f"The view answered without hits: {excerpt(answer)}")
    return hits


def _by_name(resources: list[Any]) -> tuple[dict[str, Json], list[Reject]]:
    """One resource a name: that with most addresses; the others, partial doubles and the nameless are rejects."""
    chosen: dict[str, Json] = {}

    def choose(raw: Json) -> Reject:
        name = Fields(raw, required=True).name("name")
        if not name:
            raise KeyError("name")
        if raw.get("note") == "subset":
            return Reject(id=_identifier(raw), reason="part of another resource", detail=name)
        fewer = raw
        if name not in chosen or len(_addresses(raw)) > len(_addresses(chosen[name])):
            fewer, chosen[name] = chosen.get(name, _NONE), raw
        if fewer is _NONE:
            return _CHOSEN
        return Reject(id=_identifier(fewer), reason="same name as another resource", detail=name)

    rejects = Page.of_raws(resources, choose, key="@id", next=None).rejects
    return chosen, [one for one in rejects if one is not _CHOSEN]


def _identifier(raw: Json) -> str:
    return fold(str(raw.get("@id", "")))[:200]


def _region_and_layer(place: str) -> tuple[str, str | None]:
    """`CA1_SP`, `CA1-SP` and `CA1:SP` are a region and its layer; any other text is a region."""
    parts = re.fullmatch(r"(DG|CA[1-3]|SUB|EC)(?:[-_: ](\w+))?", place.strip(), re.IGNORECASE)
    return (parts[1].upper(), parts[2].upper() if parts[2] else None) if parts else (place.strip(), None)


def _label(raw: Json, kind: str) -> str | None:
    """The m-type or e-type among a resource's annotations, which name their type with or without a prefix."""
    wanted = f"{kind}annotation"
    for annotation in objects_of(raw.get("annotation"), field="annotation"):
        if any(one.lower().endswith(wanted) for one in Fields(annotation).texts("@type")):
            bodies = objects_of(annotation.get("hasBody"), field="annotation.hasBody")
            return next((label for body in bodies if (label := Fields(body).text("label"))), None)
    return None


def _addresses(raw: Any) -> list[tuple[str, str]]:
    """Ending and address of each file that Nexus gives an address for."""
    held = raw.get("distribution") if isinstance(raw, dict) else None
    items = [one for one in (held if isinstance(held, list) else [held]) if isinstance(one, dict)]
    return [(_format(one) or _ending(url), url) for one in items for url in addresses_of(one.get("contentUrl"))]


def _format(distribution: Json) -> str | None:
    """The format that a file is said to be of: of several, the first that is read here."""
    said = distribution.get("encodingFormat")
    texts = [one for one in (said if isinstance(said, list) else [said]) if isinstance(one, str)]
    formats = [one.partition(";")[0].rpartition("/")[2].strip().lower() for one in texts]
    return next((one for one in formats if one in _KNOWN_ENDINGS), next(iter(formats), None))


def _ending(address: str) -> str:
    """The ending of an address's path, else of the whole address, whose query may name the file."""
    endings = [part.rpartition(".")[2].lower() for part in (urlsplit(address).path, address)]
    return endings[0] if endings[0] in _KNOWN_ENDINGS else endings[1]


def _file(kind: Kind, listed: Listed, raw: Json) -> SourceFile | None:
    """Today's address first, then Nexus' own of the same format; formats in the order of `_ENDINGS`."""
    known = [(_ending(listed.download), listed.download)] if listed.download else []
    given = [*known, *sorted(_addresses(raw), key=lambda one: one[0] not in _ENDINGS[kind][:1])]
    usable = [(ending, url) for ending, url in given if ending in _ENDINGS[kind]]
    if not usable:
        return None
    first = usable[0][0]
    urls = tuple(dict.fromkeys(url for ending, url in usable if ending == first))
    file_kind: Literal["morphology", "trace"] = "morphology" if kind == "morphology" else "trace"
    return SourceFile(urls=urls, name=file_name(listed.name, f".{first}"), kind=file_kind)


def _picture(listed: Listed) -> SourceFile | None:
    """The hub's list names a placeholder picture where it has none."""
    if not listed.image or _NO_PICTURE in listed.image:
        return None
    name = unquote(urlsplit(listed.image).path.rpartition("/")[2])
    return SourceFile(urls=(listed.image,), name=file_name(name), kind="image")


def _facts(raw: Json, listed: Listed) -> Json:
    facts = {
        "nexus_id": _text_at(raw, "@id") or listed.nexus_id,
        "licence": _text_at(raw, "license", "@id"),
        "types": Fields(raw).texts("@type"),
        "note": _text_at(raw, "note"),
    }
    return known_facts(facts)


def _text_at(raw: Any, *path: str) -> str | None:
    """The text at a path, through the first of several objects that has it."""
    for name in path:
        raw = next((one[name] for one in objects_of(raw, field=name) if name in one), None)
    return Fields({path[-1]: raw}).text(path[-1])
