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
from urllib.parse import quote, unquote

from pydantic import Field, model_validator

from chalicelib.errors import SourceChanged
from chalicelib.http.client import Source
from chalicelib.http.terms import Terms
from chalicelib.json_types import Json
from chalicelib.providers.base import Settings
from chalicelib.providers.normalise import UNKNOWN, Fields, excerpt, file_name, is_unknown, whole_number
from chalicelib.providers.page import Page
from chalicelib.providers.papers import pair_papers
from chalicelib.records import Frozen, Morphology, Paper, SourceFile

PAGE_SIZE = 500
HOME = "https://neuromorpho.org"
BROADEST_CELL_TYPES = frozenset({"principal cell", "interneuron", "sensory", "glia", "not reported"})
UNKNOWN_HERE = UNKNOWN | {"not determined", "na"}
MOST_VALUE_PAGES = 100
MOST_PAGES = 10_000  # far beyond the whole source: 300,000 neurons are 600 pages
FIELDS = (
    "neuron_id neuron_name archive note age_scale gender age_classification brain_region cell_type species strain"
    " scientific_name stain experiment_condition protocol slicing_direction reconstruction_software objective_type"
    " original_format domain attributes magnification upload_date deposition_date shrinkage_reported"
    " shrinkage_corrected reported_value reported_xy reported_z corrected_value corrected_xy corrected_z soma_surface"
    " surface volume slicing_thickness min_age max_age min_weight max_weight png_url reference_pmid reference_doi"
    " physical_Integrity _links"
).split()
NUMBERS = "min_age max_age min_weight max_weight slicing_thickness soma_surface surface volume".split()
TEXTS = (
    "species strain scientific_name gender age_classification age_scale protocol stain slicing_direction objective_type"
    " magnification reconstruction_software original_format shrinkage_reported shrinkage_corrected upload_date"
    " deposition_date"
).split()
_HOST = re.compile(r"(?:[a-z]+:)?//[^/]*|[\w-]+(?:\.[\w-]+)+(?::\d+)?(?=/)", re.IGNORECASE)  # of an address
SHRINKAGE = ("reported_value", "reported_xy", "reported_z", "corrected_value", "corrected_xy", "corrected_z")


class Words(Frozen):
    """Which of a field's values are asked for: those that hold all allowed words and none of the others."""

    allowed: tuple[str, ...] = ()
    not_allowed: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _explain_old_keys(cls, raw: Any) -> Any:
        if isinstance(raw, dict) and "ordered" in raw:
            raise ValueError("`ordered` of the previous backend is gone: words count in any order; delete the key")
        return raw


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
        page=f"{HOME}/useterm.jsp",
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
        neurons, total, size = _neurons(answer, at["page"])
        if total < at["total"]:
            return Page(records=(), next=_step_back(at, total, size), total=total)
        following = {**at, "page": at["page"] + 1, "total": total}
        following["last"] = max([at["last"], *_numbers(neurons)])
        done = not neurons or following["page"] * size >= total or following["page"] >= MOST_PAGES
        return Page.of_raws(
            _unread(neurons, at) if at["page"] < at["new"] else neurons,
            self._record,
            key="neuron_id",
            next=None if done else following,
            total=total,
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
        of = Fields(raw, unknown=UNKNOWN_HERE, required=True)
        number, name = whole_number(raw["neuron_id"]), of.name("neuron_name")
        if number is None:
            raise ValueError(f"neuron_id: {excerpt(raw['neuron_id'])} is no whole number")
        cell_types = _broadest_first(of.texts("cell_type"))
        regions = of.texts("brain_region")
        if not regions:
            raise ValueError("brain_region: no known region")
        link = f"{HOME}/neuron_info.jsp?neuron_name={quote(of.spelling('neuron_name'))}"
        numbers = {key: of.number(key) for key in (*NUMBERS, *SHRINKAGE)}
        return Morphology(
            id=f"{self.name}-{number}",
            name=name or "",
            source="Neuromorpho",
            source_url=f"{HOME}/api/neuron/id/{number}",
            page_link=link,
            link=link,
            file=self._file(of.spelling("archive"), of.spelling("neuron_name"), of.text("original_format")),
            preview=_image(raw["png_url"]),
            region=regions[0],
            secondary_region=regions[1:2],
            subregions=regions[2:],
            cell_class=next(iter(cell_types), None),
            cell_type=next(iter(cell_types[1:] or cell_types), None),
            secondary_cell_type=next(iter(cell_types[1:]), None),
            cell_types=cell_types,
            description=of.prose("note"),
            archive=of.name("archive"),
            experiment_condition=of.texts("experiment_condition"),
            physical_integrity=of.text("physical_Integrity"),
            physical_integrities=of.parts("physical_Integrity"),
            morphologies=of.parts("attributes"),
            structural_domains=of.parts("domain"),
            shrinkage={key: value for key in SHRINKAGE if (value := numbers[key]) is not None},
            papers=_papers(of),
            facts={key: text for key, one in numbers.items() if one is None and (text := of.text(key))},
            **{key: of.text(key) for key in TEXTS},
            **{key: numbers[key] for key in NUMBERS},
        )

    def _file(self, archive: str, name: str, original_format: str | None) -> SourceFile | None:
        """The original where it is a format that simulators read, else (or when it is gone) the standardised file.

        Addresses keep the source's spelling of archive and neuron; the file's name is the same text, folded.
        """
        if not archive:
            return None
        folder = f"{HOME}/dableFiles/{quote(archive.lower(), safe='')}"
        extension = (original_format or "").rpartition(".")[2]
        endings = []
        if extension.lower() in ("asc", "swc"):
            cases = dict.fromkeys((extension, extension.lower(), extension.upper()))
            endings = [("Source-Version", case) for case in cases]
        if not self._settings.original_only:
            endings.append(("CNG%20version", "CNG.swc"))
        if not endings:
            return None
        urls = tuple(f"{folder}/{part}/{quote(name, safe='')}.{ending}" for part, ending in endings)
        return SourceFile(urls=urls, name=file_name(name, f".{endings[0][1]}"), kind="morphology")


def _neurons(answer: Any, number: int) -> tuple[list[Any], int, int]:
    """The neurons of an answer, how many match in all, and the size of a page.

    Raises SourceChanged for an error inside a 200, a page block that makes no sense, or a page cut short.
    """
    page = answer.get("page") if isinstance(answer, dict) else None
    if not isinstance(page, dict):
        raise SourceChanged(f"NeuroMorpho answered without a page: {excerpt(answer)}")
    total, size = whole_number(page.get("totalElements")), whole_number(page.get("size"))
    if total is None or size is None or total < 0 or size < 1:
        raise SourceChanged(f"NeuroMorpho's page {number} has no usable total and size: {excerpt(page)}")
    embedded = answer.get("_embedded", {"neuronResources": []})
    neurons = embedded.get("neuronResources") if isinstance(embedded, dict) else None
    if not isinstance(neurons, list):
        raise SourceChanged(f"NeuroMorpho's page {number} holds no list of neurons: {excerpt(embedded)}")
    due = min(size, total - number * size)
    if len(neurons) < due:
        raise SourceChanged(f"NeuroMorpho's page {number} holds {len(neurons)} neurons, {due} were announced.")
    return neurons, total, size


def _step_back(at: Json, total: int, size: int) -> Json:
    """Where to go on when neurons went since the last page: what follows them moved to earlier pages, unread."""
    back = max(0, at["page"] - math.ceil((at["total"] - total) / size))
    return {**at, "page": back, "total": total, "new": max(at["page"], at["new"])}


def _numbers(neurons: list[Any]) -> list[int]:
    found = (whole_number(one.get("neuron_id")) for one in neurons if isinstance(one, dict))
    return [number for number in found if number is not None]


def _unread(neurons: list[Any], at: Json) -> list[Any]:
    """Of a page that is read again: what comes after the last neuron read. The source sorts by `neuron_id`."""
    numbers = _numbers(neurons)
    if len(numbers) < len(neurons) or numbers != sorted(numbers):
        return neurons
    return [one for one, number in zip(neurons, numbers, strict=True) if number > at["last"]]


def _all_values(source: Source, field: str) -> list[str]:
    """All values of a field, as many as are announced, on however many pages; raises SourceChanged."""
    values: list[str | None] = []
    for number in range(MOST_VALUE_PAGES):
        answer = source.get_json(f"/api/neuron/fields/{field}", page=number, size=PAGE_SIZE)
        found = answer.get("fields") if isinstance(answer, dict) else None
        page = answer.get("page") if isinstance(answer, dict) else None
        total = whole_number(page.get("totalElements")) if isinstance(page, dict) else None
        if total is None or not isinstance(found, list) or not all(isinstance(one, str | None) for one in found):
            raise SourceChanged(f"NeuroMorpho's values of {field} have another shape: {excerpt(answer)}")
        values += found
        if len(values) >= total:
            return [one for one in values if one]
        if not found:
            raise SourceChanged(f"NeuroMorpho gave {len(values)} values of {field}, {total} were announced.")
    raise SourceChanged(f"NeuroMorpho's values of {field} do not end after {MOST_VALUE_PAGES} pages.")


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


def _image(url: Any) -> SourceFile | None:
    """The picture at its https address: the source redirects plain http there."""
    if url is not None and not isinstance(url, str):
        raise ValueError(f"png_url: {excerpt(url)} is no address")
    text = (url or "").strip()
    host = _HOST.match(text)
    path = text[host.end() if host else 0 :].lstrip("/")
    if not path or is_unknown(path, UNKNOWN_HERE):
        return None
    name = unquote(path.rsplit("/", 1)[-1])
    return SourceFile(urls=(f"{HOME}/{quote(path, safe='/%')}",), name=file_name(name), kind="image")


def _papers(of: Fields) -> list[Paper]:
    """PMIDs and DOIs of the same papers, in the same order where there are as many; "-26" is a paper without a link."""
    return pair_papers(of.texts("reference_pmid"), of.texts("reference_doi"))
