"""The uniform shape: what a harvested record is, whichever source it came from.

Field names are those that the hub's frontend reads (docs/design.md, "Contract"); concepts, counts and provenance live
in fields of their own. Lists are always lists; what is unknown is None here and absent from the document.
Lengths are µm, surfaces µm², volumes µm³, angles degrees, unless a field says otherwise.
"""

from datetime import datetime
from hashlib import blake2b
from typing import Annotated, Literal
from urllib.parse import quote

import orjson
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from chalicelib.json_types import Json

Identifier = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9_.:-]+$", max_length=200)
]  # goes unescaped into URLs
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Link(Frozen):
    label: Text
    url: str | None = None


class Paper(Link):
    """A publication: what a source says of it; `doi`, `pmid` and `pmcid` are bare, normalised identifiers."""

    title: Text | None = None
    authors: list[Text] = []  # in the source's order and spelling
    year: int | None = None
    doi: str | None = None  # 10.1093/cercor/bhaa123
    pmid: str | None = None  # 16946239
    pmcid: str | None = None  # PMC1234567


class SourceFile(Frozen):
    """A file as the source has it: addresses to try in order, the name a person gets, and what it must be."""

    urls: tuple[str, ...] = Field(min_length=1)
    name: Text
    kind: Literal["morphology", "trace", "archive", "image"]


class Provenance(Frozen):
    provider: str
    source_url: str
    harvested_at: datetime
    run: str
    licence: str
    citation: str


class Record(Frozen):
    """What every record has. `file` and `preview` become the stable links `download_link` and `icon` of the
    document.
    """

    id: Identifier
    type: str
    name: Text
    source: str
    page_link: str | None = None
    source_url: str = Field(exclude=True)  # where this very record was read; kept in the provenance
    version: str | None = None  # the source's own mark of change, where it has one
    file: SourceFile | None = None
    preview: SourceFile | None = None
    concepts: list[str] = []  # what the record's words mean, with all that is broader: filled in when it is indexed

    def document(self, provenance: Provenance) -> Json:
        """The JSON that is indexed and later served; links are paths, made absolute when they are served."""
        links = {
            "download_link": _path("files", self.id, self.file),
            "download_filename": self.file.name if self.file else None,
            "icon": _path("icons", self.id, self.preview),
        }
        content = {
            **self.model_dump(mode="json", exclude_none=True),
            "source_id": self.id,
            **{name: value for name, value in links.items() if value},
        }
        return {**content, "provenance": {**provenance.model_dump(mode="json"), "fingerprint": fingerprint(content)}}


class Morphology(Record):
    """A reconstructed neuron. `region` is the broadest, `secondary_region` the next level, `subregions` all deeper
    ones.
    """

    type: Literal["morphology"] = "morphology"
    region: Text
    secondary_region: list[Text] = []
    subregions: list[Text] = []
    layers: list[Text] = []  # REGION:LAYER
    species: Text | None = None
    strain: Text | None = None
    scientific_name: Text | None = None
    gender: Text | None = None
    age_classification: Text | None = None
    age_scale: Text | None = None
    min_age: float | None = None  # in age_scale
    max_age: float | None = None
    min_weight: float | None = None  # g
    max_weight: float | None = None
    cell_class: Text | None = None  # the broadest class: principal cell, interneuron
    cell_type: Text | None = None  # what tells cells apart: the secondary class, else the broadest
    secondary_cell_type: Text | None = None
    cell_types: list[Text] = []  # all, broadest first
    description: Text | None = None
    archive: Text | None = None
    link: str | None = None
    protocol: Text | None = None
    experiment_condition: list[Text] = []
    stain: Text | None = None
    slicing_direction: Text | None = None
    slicing_thickness: float | None = None  # µm
    objective_type: Text | None = None
    magnification: Text | None = None
    reconstruction_software: Text | None = None
    original_format: Text | None = None
    physical_integrity: Text | None = None  # one text as the source writes it
    physical_integrities: list[Text] = []  # its parts
    morphologies: list[Text] = []  # morphological attributes: diameter, 3D, angles
    structural_domains: list[Text] = []
    soma_surface: float | None = None  # µm²
    surface: float | None = None  # µm²
    volume: float | None = None  # µm³
    shrinkage_reported: Text | None = None
    shrinkage_corrected: Text | None = None
    shrinkage: dict[str, float] = {}  # reported_value, corrected_xy ...: percent
    upload_date: Text | None = None
    deposition_date: Text | None = None
    papers: list[Paper] = []
    morphometry: dict[str, float] = {}
    mtype: Text | None = None  # morphological type, such as SP_PC
    facts: Json = {}  # what else the source tells; kept, not searched


class Electrophysiology(Record):
    """A neuron type or a recorded electrophysiology trace."""

    type: Literal["electrophysiology"] = "electrophysiology"
    region: Text | None = None
    soma_region: Text | None = None  # the home of the type; `secondary_region` is all that it reaches
    secondary_region: list[Text] = []
    layers: list[Text] = []  # REGION:LAYER
    soma_layers: list[Text] = []
    axon_layers: list[Text] = []
    dendrite_layers: list[Text] = []
    species: Text | None = None
    cell_type: Text | None = None
    supertype: Text | None = None  # the source's own class of the neuron type
    synaptic_effect: Literal["excitatory", "inhibitory"] | None = None
    synonyms: list[Text] = []
    etype: Text | None = None
    description: Text | None = None
    markers: list[Text] = []  # positive ones
    negative_markers: list[Text] = []
    mixed_markers: list[Text] = []
    papers: list[Paper] = []
    metadata: Json | None = None  # {"url": ...}
    facts: Json = {}  # what else the source tells; kept, not searched


class Side(Frozen):
    """One neuron type as an end of a connection."""

    id: Identifier
    source_id: Identifier
    name: Text
    source: str
    page_link: str
    icon: str | None = None  # path of the neuron type's icon
    soma_region: Text | None = None  # the home of the type
    secondary_region: list[Text]
    layers: list[Text]
    cell_type: Text | None = None
    supertype: Text | None = None
    synaptic_effect: Literal["excitatory", "inhibitory"] | None = None
    markers: list[Text] = []
    negative_markers: list[Text] = []
    mixed_markers: list[Text] = []
    papers: list[Paper] = []


class Connection(Record):
    """A directed pair of neuron types."""

    type: Literal["connection"] = "connection"
    presynaptic: Side
    postsynaptic: Side
    description: Text | None = None
    facts: Json = {}


class Model(Record):
    """A computational model."""

    type: Literal["single"] = "single"
    page_link: str
    description: str  # HTML, made safe
    regions: list[Text] = []
    channels: list[Text] = []
    receptors: list[Text] = []
    transmitters: list[Text] = []
    genes: list[Text] = []
    cell_types: list[Text] = []
    model_types: list[Text] = []
    model_concepts: list[Text] = []
    implementers: list[Text] = []
    modeling_application: list[Text] = []
    papers: list[Paper] = []
    readme_link: str | None = None
    model_files: list[Link] = []
    class_id: int = Field(ge=-(2**31), lt=2**31)
    facts: Json = {}


class Reject(Frozen):
    """A raw record that is not served: `reason` is a category that can be counted, `detail` the case at hand."""

    id: str
    reason: str
    detail: str = ""


def fingerprint(content: Json) -> str:
    """A digest of a record's content, independent of run and time: two records with the same digest are the same."""
    return blake2b(orjson.dumps(content, option=orjson.OPT_SORT_KEYS), digest_size=12).hexdigest()


def _path(route: str, record: str, file: SourceFile | None) -> str | None:
    return f"/{route}/{record}/{quote(file.name, safe='')}" if file else None
