"""NeuroMorpho.org: reconstructed neurons of the hippocampus, as `morphology` records.

Source  https://neuromorpho.org/apiReference.html (JSON; pages count from 0, 500 neurons at most)
Terms   https://neuromorpho.org/useterm.jsp: CC BY 4.0; scripts may use the API and the files, never a .jsp page
Quirks  numbers arrive as text ("980.84"); missing is null, "" or "Not reported", in any case; no match is a page
        without `_embedded`; pages are cut from one list, sorted by `neuron_id`, that may shrink meanwhile;
        old neurons list their cell types last to first; `Physical_Integrity` in queries is
        `physical_Integrity` in records; ages are in `age_scale`, weights g, lengths µm, surfaces µm², volumes µm³
"""

import math
import re
from typing import Any, ClassVar, Literal
from urllib.parse import quote

from pydantic import Field

from chalicelib.errors import SourceChanged
from chalicelib.http.client import Source
from chalicelib.http.terms import Terms
from chalicelib.providers.base import Settings
from chalicelib.providers.people import without_addresses
from chalicelib.records import Frozen, Json, Link, Morphology, Page, SourceFile

PAGE_SIZE = 500
HOME = "https://neuromorpho.org"
BROADEST_CELL_TYPES = frozenset({"principal cell", "interneuron", "sensory", "glia", "not reported"})
UNKNOWN = ("", "not reported", "not applicable")
FIELDS = (
    "neuron_id neuron_name archive note age_scale gender age_classification brain_region cell_type species strain"
    " scientific_name stain experiment_condition protocol slicing_direction reconstruction_software objective_type"
    " original_format domain attributes magnification upload_date deposition_date shrinkage_reported"
    " shrinkage_corrected reported_value reported_xy reported_z corrected_value corrected_xy corrected_z soma_surface"
    " surface volume slicing_thickness min_age max_age min_weight max_weight png_url reference_pmid reference_doi"
    " physical_Integrity _links"
).split()
NUMBERS = "min_age max_age min_weight max_weight slicing_thickness soma_surface surface volume".split()
SHRINKAGE = ("reported_value", "reported_xy", "reported_z", "corrected_value", "corrected_xy", "corrected_z")


class Words(Frozen):
    """Which of a field's values are asked for: those that hold all allowed words and none of the others."""

    allowed: tuple[str, ...] = ()
    not_allowed: tuple[str, ...] = ()


class NeuroMorphoSettings(Settings):
    """`joined_words`: "Dendrites & Axon Complete" holds the words "dendrites complete" and "axon complete"."""

    brain_regions: tuple[str, ...] = Field(min_length=1)
    domains: Words = Words()
    attributes: Words = Words()
    physical_integrities: Words = Words()
    joined_words: bool = True
    original_only: bool = False


class NeuroMorpho:
    name: ClassVar[str] = "neuromorpho"
    index: ClassVar[Literal["dataset", "model"]] = "dataset"
    settings_model: ClassVar[type[Settings]] = NeuroMorphoSettings
    terms: ClassVar[Terms] = Terms(
        home=HOME,
        paths=("/api/", "/dableFiles/", "/images/imageFiles/"),
        page_size=PAGE_SIZE,
        pause=0.2,  # seconds; the maintainers call five requests a second fine
        licence="CC-BY-4.0",
        citation="NeuroMorpho.Org (RRID:SCR_002145), doi:10.1096/fba.2024-00048, and the neuron's own paper",
    )

    def __init__(self, settings: NeuroMorphoSettings) -> None:
        self._settings = settings

    def page(self, source: Source, cursor: Json | None) -> Page:
        """Map the neurons at `cursor` (None: choose them and begin); raises SourceError."""
        at = cursor or {"page": 0, "chosen": self._choose(source), "total": 0, "last": 0, "new": 0}
        answer = source.post_json("/api/neuron/select", at["chosen"], page=at["page"], size=PAGE_SIZE)
        neurons, page = _neurons(answer, at["page"])
        if page["totalElements"] < at["total"]:
            return Page(records=(), next=_stepped_back(at, page), total=page["totalElements"])
        following = {**at, "page": at["page"] + 1, "total": page["totalElements"]}
        if neurons:
            following["last"] = max(at["last"], neurons[-1]["neuron_id"])
        return Page.mapped(
            _unread(neurons, at) if at["page"] < at["new"] else neurons,
            self._record,
            key="neuron_id",
            next=None if following["page"] >= page["totalPages"] else following,
            total=page["totalElements"],
            known=FIELDS,
        )

    def _choose(self, source: Source) -> Json:
        """The body of the selection: the values of each field that the settings allow, out of all the source has."""
        asked = {
            "domain": self._settings.domains,
            "attributes": self._settings.attributes,
            "Physical_Integrity": self._settings.physical_integrities,
        }
        chosen: Json = {"brain_region": list(self._settings.brain_regions)}
        for field, words in asked.items():
            if words.allowed or words.not_allowed:
                chosen[field] = [value for value in _all_values(source, field) if self._allows(words, value)]
                if not chosen[field]:
                    raise SourceChanged(f"NeuroMorpho has no value of {field} that the settings allow.")
        return chosen

    def _allows(self, words: Words, value: str) -> bool:
        held = _words(value) if self._settings.joined_words else set(_parts(value))
        allowed = {word.lower() for word in words.allowed}
        return allowed <= held and held.isdisjoint(word.lower() for word in words.not_allowed)

    def _record(self, raw: Json) -> Morphology:
        """Map one raw neuron; a field that the source dropped is a KeyError, and so a reject."""
        cell_types = _broadest_first(_each(raw["cell_type"]))
        region, *deeper = raw["brain_region"]
        name, archive = raw["neuron_name"], raw["archive"]
        return Morphology(
            id=f"{self.name}-{raw['neuron_id']}",
            name=name,
            source="Neuromorpho",
            source_url=f"{HOME}/api/neuron/id/{raw['neuron_id']}",
            page_link=f"{HOME}/neuron_info.jsp?neuron_name={quote(name)}",
            link=f"{HOME}/neuron_info.jsp?neuron_name={quote(name)}",
            file=self._file(archive, name, raw["original_format"]),
            preview=_image(raw["png_url"]),
            region=region,
            secondary_region=deeper[:1],
            subregions=deeper[1:],
            species=_known(raw["species"]),
            strain=_known(raw["strain"]),
            scientific_name=_known(raw["scientific_name"]),
            gender=_known(raw["gender"]),
            age_classification=_known(raw["age_classification"]),
            age_scale=_known(raw["age_scale"]),
            min_age=_number(raw["min_age"]),
            max_age=_number(raw["max_age"]),
            min_weight=_number(raw["min_weight"]),
            max_weight=_number(raw["max_weight"]),
            cell_type=cell_types[0] if cell_types else None,
            secondary_cell_type=cell_types[1] if len(cell_types) > 1 else None,
            cell_types=cell_types,
            description=_known(without_addresses(raw["note"] or "")),
            archive=archive,
            protocol=_known(raw["protocol"]),
            experiment_condition=_each(raw["experiment_condition"]),
            stain=_known(raw["stain"]),
            slicing_direction=_known(raw["slicing_direction"]),
            slicing_thickness=_number(raw["slicing_thickness"]),
            objective_type=_known(raw["objective_type"]),
            magnification=_known(raw["magnification"]),
            reconstruction_software=_known(raw["reconstruction_software"]),
            original_format=_known(raw["original_format"]),
            physical_integrity=_list(raw["physical_Integrity"]),
            morphologies=_list(raw["attributes"]),
            structural_domains=_list(raw["domain"]),
            soma_surface=_number(raw["soma_surface"]),
            surface=_number(raw["surface"]),
            volume=_number(raw["volume"]),
            shrinkage_reported=_known(raw["shrinkage_reported"]),
            shrinkage_corrected=_known(raw["shrinkage_corrected"]),
            shrinkage={key: value for key in SHRINKAGE if (value := _number(raw[key])) is not None},
            upload_date=_known(raw["upload_date"]),
            deposition_date=_known(raw["deposition_date"]),
            papers=_papers(_each(raw["reference_pmid"]), _each(raw["reference_doi"])),
            facts=_no_numbers(raw),
        )

    def _file(self, archive: str | None, name: str, original_format: str | None) -> SourceFile | None:
        """The original where it is a format that simulators read, else (or when it is gone) the standardised file."""
        if not archive:
            return None
        folder = f"{HOME}/dableFiles/{quote(archive.lower())}"
        extension = (original_format or "").rpartition(".")[2]
        urls = []
        if extension.lower() in ("asc", "swc"):
            cases = dict.fromkeys((extension, extension.lower(), extension.upper()))
            urls = [f"{folder}/Source-Version/{quote(name)}.{case}" for case in cases]
        if not self._settings.original_only:
            urls.append(f"{folder}/CNG%20version/{quote(name)}.CNG.swc")
        if not urls:
            return None
        return SourceFile(urls=tuple(urls), name=urls[0].rsplit("/", 1)[1], kind="morphology")


def _neurons(answer: Json, number: int) -> tuple[list[Json], Json]:
    """The neurons of an answer and its page block; raises SourceChanged for an error inside a 200, or a page cut short."""
    try:
        page = answer["page"]
        neurons: list[Json] = answer["_embedded"]["neuronResources"] if "_embedded" in answer else []
        due = min(page["size"], page["totalElements"] - number * page["size"])
    except (KeyError, TypeError) as error:
        raise SourceChanged(f"NeuroMorpho answered without a page: {str(answer)[:200]}") from error
    if len(neurons) < due:
        raise SourceChanged(f"NeuroMorpho's page {number} holds {len(neurons)} neurons, {due} were announced.")
    return neurons, page


def _stepped_back(at: Json, page: Json) -> Json:
    """Where to go on when neurons went since the last page: what follows them moved to earlier pages, unread."""
    gone = at["total"] - page["totalElements"]
    back = max(0, at["page"] - math.ceil(gone / page["size"]))
    return {**at, "page": back, "total": page["totalElements"], "new": max(at["page"], at["new"])}


def _unread(neurons: list[Json], at: Json) -> list[Json]:
    """Of a page that is read again: what comes after the last neuron read. The source sorts by `neuron_id`."""
    numbers = [one["neuron_id"] for one in neurons]
    return [one for one in neurons if one["neuron_id"] > at["last"]] if numbers == sorted(numbers) else neurons


def _all_values(source: Source, field: str) -> list[str]:
    values: list[str] = []
    number, pages = 0, 1
    while number < pages:
        answer = source.get_json(f"/api/neuron/fields/{field}", page=number, size=PAGE_SIZE)
        try:
            values += answer["fields"]
            number, pages = number + 1, answer["page"]["totalPages"]
        except (KeyError, TypeError) as error:
            raise SourceChanged(f"NeuroMorpho's values of {field} have another shape: {str(answer)[:200]}") from error
    return values


def _parts(value: str) -> list[str]:
    return [part.strip().lower() for part in value.split(",")]


def _words(value: str) -> set[str]:
    """All words of a value: "dendrites & axon complete" is "dendrites complete" and "axon complete" too."""
    words = set(_parts(value))
    for part in list(words):
        if joined := re.fullmatch(r"(\w+) & (\w+) (\w+)", part):
            words |= {f"{joined[1]} {joined[3]}", f"{joined[2]} {joined[3]}"}
    return words


def _broadest_first(cell_types: list[str]) -> list[str]:
    old_order = bool(cell_types) and cell_types[0].lower() not in BROADEST_CELL_TYPES
    return cell_types[::-1] if old_order and cell_types[-1].lower() in BROADEST_CELL_TYPES else cell_types


def _known(value: Any) -> str | None:
    """The text with single blanks; None for each of the ways in which the source says that it does not know."""
    text = " ".join(str(value).split()) if value is not None else ""
    return None if text.lower() in UNKNOWN else text


def _each(value: Any) -> list[str]:
    """The known texts of a list; one alone may stand without its list."""
    found = value if isinstance(value, list) else [value]
    return [text for one in found if (text := _known(one))]


def _list(text: str | None) -> list[str]:
    return [part.strip() for part in (_known(text) or "").split(",") if part.strip()]


def _number(text: Any) -> float | None:
    """The number that a text tells; None where it tells none."""
    try:
        number = float(_known(text) or "nan")
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _no_numbers(raw: Json) -> Json:
    """What stands in the place of a number and is none ("21-28"), as it is."""
    told = {key: _known(raw[key]) for key in (*NUMBERS, *SHRINKAGE)}
    return {key: text for key, text in told.items() if text and _number(text) is None}


def _image(url: str | None) -> SourceFile | None:
    """The picture at its https address: the source redirects plain http there."""
    _, scheme, rest = (url or "").rpartition("://")
    path = rest.partition("/")[2] if scheme else rest.lstrip("/")
    if not path:
        return None
    return SourceFile(urls=(f"{HOME}/{quote(path, safe='/%')}",), name=path.rsplit("/", 1)[-1], kind="image")


def _papers(pmids: list[str], dois: list[str]) -> list[Link]:
    """One link a paper: PubMed where the number can be one ("-26" occurs), else the DOI where it is one."""
    links = [Link(label=f"PMID {one}", url=f"https://pubmed.ncbi.nlm.nih.gov/{one}/") for one in pmids if one.isdigit()]
    return [
        *links,
        *(Link(label=f"DOI {one}", url=f"https://doi.org/{quote(one)}") for one in dois if one[:3] == "10."),
    ]
