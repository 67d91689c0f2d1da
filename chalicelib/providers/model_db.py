"""ModelDB: computational models of the hippocampus, as `single` records of the index `model`.

Source  https://modeldb.science/api (JSON, read only; no key, no stated limit; cached in front "against bots")
Terms   no licence is stated for the metadata; each model's files have terms of their own; robots.txt: not /search, /login
Quirks  all keys but id, name, dates, class may be absent; an unknown record is 404 with a text body; `/models/<key>` lists
        one key of every model in one order, which changes when the site restarts; "NEURON (web link to model)" is a
        simulator of its own; names end with blanks; notes hold line breaks, HTML and e-mail addresses

Every model has a date of its last change (`ver_date`), and one list has all of them. It is the version under which a
model's record, papers and archive are requested and cached (`chalicelib/http/cache.py`). All dates together are the
version of the lists.
"""

import hashlib
import json
import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from chalicelib.errors import SourceChanged, SourceRefused
from chalicelib.http.client import Source
from chalicelib.http.response import HttpResponse, parse_json
from chalicelib.http.terms import Terms
from chalicelib.providers.base import Settings
from chalicelib.providers.model_files import ModelFiles, model_files
from chalicelib.providers.normalise import (
    Fields,
    address_of,
    excerpt,
    file_name,
    known_facts,
    objects_of,
    plain_text,
    safe_html,
    text_of,
    whole_number,
)
from chalicelib.providers.papers import Identifiers, identify
from chalicelib.providers.people import name_alone, without_addresses
from chalicelib.records import Json, Model, Page, Paper, Reject, SourceFile

HOME = "https://modeldb.science"
BATCH = 100  # models a step at most; the settings say how many
TRIES = 3  # to read the lists while the site keeps one order
KEPT_AS_FACTS = (
    "created ver_number species gap_junctions citation alternative_version other_neurons other_currents other_concept"
    " other_type other_simulator other_implementer opensourcebrain biosimulations gitrepo"
).split()

MAPPED = (
    "id name notes currents receptors neurotransmitters gene neurons region model_type model_concept implemented_by"
    " modeling_application model_paper ver_date class_id"
).split()
DROPPED = (  # people, and what only the site's own pages need (docs/providers/model_db.md)
    "public_submitter_name public_submitter_email default_file_notes has_modelview hide_autolaunch_button"
    " icg_channel_details modelviews runprotocols simPFid expmotivation"
).split()


MISSING = "(missing)"  # why a listed model has no record
_CHOSEN = Reject(id="", reason="chosen")  # no reject: a listed model that is read on a later page


class AnotherRecord(SourceChanged):
    """An answer that is not the record that was asked for; it is not cached, and costs this record alone."""


def _as_list(value: Any) -> Any:
    """The previous backend's files have one text here."""
    return (value,) if isinstance(value, str) else value


class ModelDBSettings(Settings):
    """A model stays if a name in one of its `searched` keys holds one of `region_key`, and it runs on one of `simulators`.

    Regions are compared without case, as parts of names; simulators are exact names. `batch` is the models of a page.
    """

    region_key: Annotated[tuple[str, ...], BeforeValidator(_as_list)] = Field(min_length=1)
    searched: tuple[Literal["neurons", "region"], ...] = Field(("neurons",), min_length=1)
    simulators: tuple[str, ...] = Field(("NEURON",), min_length=1)
    batch: int = Field(25, ge=1, le=BATCH)


class ModelDB:
    name: ClassVar[str] = "model_db"
    index: ClassVar[Literal["dataset", "model"]] = "model"
    settings_model: ClassVar[type[Settings]] = ModelDBSettings
    terms: ClassVar[Terms] = Terms(
        home=HOME,
        paths=("/api/v1/", "/download/", "/getModelFile"),
        page_size=BATCH,
        pause=0.5,  # seconds; ours, as none is stated
        licence="none stated for the metadata; each model's files have terms of their own",
        citation="ModelDB (RRID:SCR_007271), doi:10.1007/s10827-016-0623-7, and the model's own paper",
    )

    def __init__(self, settings: ModelDBSettings) -> None:
        self._settings = settings

    def page(self, source: Source, cursor: Json | None) -> Page:
        """None: choose among all models by their lists; then read the chosen ones, a batch a page. Raises SourceError."""
        if cursor is None:
            return self._choose(source)
        now, later = cursor["ids"][: self._settings.batch], cursor["ids"][self._settings.batch :]
        raws = [_raw(source, number, version) for number, version in now]
        versions = dict(now)
        return Page.of_raws(
            raws,
            lambda raw: self._model(source, raw, versions[raw["id"]]),
            key="id",
            next={**cursor, "ids": later} if later else None,
            total=cursor["total"],
            known=(*MAPPED, *KEPT_AS_FACTS, *DROPPED, MISSING),
        )

    def _choose(self, source: Source) -> Page:
        """Every model is read here; those that do not belong are rejects, the others are left for the next pages."""
        lists = _lists(source, ("modeling_application", *self._settings.searched))
        chosen: dict[int, str | None] = {}

        def choose(listed: Json) -> Reject:
            number = whole_number(listed["id"])
            if number is None:
                raise ValueError(f"id: {excerpt(listed['id'])} is no whole number")
            reject = self._verdict(number, listed)
            if reject is None and number in chosen:
                reject = Reject(id=str(number), reason="duplicate identifier", detail="the site's list has it twice")
            if reject is None:
                chosen[number] = text_of(listed.get("ver_date"), field="ver_date")
            return reject or _CHOSEN

        listed = Page.of_raws(lists, choose, key="id", next=None)
        return Page(
            records=(),
            rejects=tuple(one for one in listed.rejects if one is not _CHOSEN),
            next={"ids": [list(one) for one in chosen.items()], "total": len(lists)} if chosen else None,
            total=len(lists),
        )

    def _verdict(self, number: int, listed: Json) -> Reject | None:
        places = " ".join(name for key in self._settings.searched for name in _names(listed, key)).lower()
        if not any(wanted.lower() in places for wanted in self._settings.region_key):
            return Reject(id=str(number), reason="not of a chosen region")
        simulators = _names(listed, "modeling_application")
        if not set(simulators) & set(self._settings.simulators):
            return Reject(id=str(number), reason="not for a chosen simulator", detail=", ".join(simulators)[:300])
        return None

    def _model(self, source: Source, raw: Json, version: str | None) -> Model | Reject:
        if MISSING in raw:
            return Reject(id=str(raw["id"]), reason=raw[MISSING])
        listed = objects_of(_held(raw, "model_paper"), field="model_paper")
        papers = [paper for one in listed if (paper := _paper(source, one, version))]
        return self._record(raw, papers, model_files(source, raw["id"], version))

    def _record(self, raw: Json, papers: list[Paper], files: ModelFiles) -> Model:
        """Map one raw model; keys that the site leaves out when they are empty are empty lists here."""
        number, name = raw["id"], without_addresses(Fields(raw, required=True).name("name") or "")
        implementers = (name_alone(one) for one in _names(raw, "implemented_by"))
        return Model(
            id=f"{self.name}-{number}",
            name=name,
            source="ModelDB",
            source_url=f"{HOME}/api/v1/models/{number}",
            page_link=f"{HOME}/{number}?tab=1",
            version=text_of(raw["ver_date"], field="ver_date"),
            file=SourceFile(urls=(f"{HOME}/download/{number}",), name=_archive_name(number, name), kind="archive"),
            description=safe_html(_prose(raw, "notes")),
            regions=_names(raw, "region"),
            channels=_names(raw, "currents"),
            receptors=_names(raw, "receptors"),
            transmitters=_names(raw, "neurotransmitters"),
            genes=_names(raw, "gene"),
            cell_types=_names(raw, "neurons"),
            model_types=_names(raw, "model_type"),
            model_concepts=_names(raw, "model_concept"),
            implementers=[one for one in implementers if one],
            modeling_application=_names(raw, "modeling_application"),
            papers=papers,
            readme_link=files.readme,
            model_files=list(files.mechanisms),
            class_id=raw["class_id"],
            facts={**_facts(raw), **files.facts},
        )


def _raw(source: Source, number: int, version: str | None) -> Json:
    """The model as the site gives it; with the reason under `MISSING` where it is gone, or is another one."""
    try:
        raw = source.read(f"/api/v1/models/{number}", lambda answer: _of(number, answer), version=version)
    except SourceRefused as error:
        if error.source_status != 404:
            raise
        return {"id": number, MISSING: "gone since it was listed"}
    except AnotherRecord:
        return {"id": number, MISSING: "the site answered another record"}
    return {**raw, "id": number}


def _lists(source: Source, keys: tuple[str, ...]) -> list[Json]:
    """One small record a model, joined by position; read again if the site's order changed meanwhile."""
    for attempt in range(TRIES):
        before, dates = source.get_json("/api/v1/models/id"), source.get_json("/api/v1/models/ver_date")
        version = _digest(before, dates) if attempt == 0 else None  # lists read out of order must not be cached
        columns = {key: source.get_json(f"/api/v1/models/{key}", version=version) for key in keys}
        after = source.get_json("/api/v1/models/id", version=version)
        columns["ver_date"] = dates
        known = all(isinstance(column, list) for column in (before, *columns.values()))
        if known and before == after and all(len(column) == len(before) for column in columns.values()):
            rows = zip(*columns.values(), strict=True)
            return [{"id": one, **dict(zip(columns, row, strict=True))} for one, row in zip(before, rows, strict=True)]
    raise SourceChanged(f"ModelDB's lists of {', '.join(('id', 'ver_date', *keys))} do not agree in length or order.")


def _digest(*lists: Any) -> str:
    return hashlib.sha256(json.dumps(lists).encode()).hexdigest()


def _of(number: int, answer: HttpResponse) -> Json:
    """The record of this number; raises AnotherRecord for anything else, such as an error inside a 200."""
    raw = parse_json(answer)
    if not isinstance(raw, dict) or whole_number(raw.get("id")) != number:
        raise AnotherRecord(f"ModelDB answered something else than record {number}: {excerpt(raw)}")
    return raw


def _held(raw: Json, key: str) -> Any:
    """What a key holds, with or without the object around it."""
    value = raw.get(key)
    return value.get("value") if isinstance(value, dict) else value


def _names(raw: Json, key: str) -> list[str]:
    """The names under a key, each once; null and nameless items are dropped."""
    value = _held(raw, key)
    items = value if isinstance(value, list) else [value]
    names = (one.get("object_name") if isinstance(one, dict) else one for one in items)
    return Fields({key: list(names)}).texts(key)


def _value(raw: Json, key: str) -> str:
    return plain_text(_held(raw, key), field=key) or ""


def _prose(raw: Json, key: str) -> str:
    """A text with its line breaks."""
    value = _held(raw, key)
    return value if isinstance(value, str) else text_of(value, field=key) or ""


def _facts(raw: Json) -> Json:
    return known_facts({key: _fact(raw[key]) for key in KEPT_AS_FACTS if key in raw})


def _fact(value: Any) -> Any:
    """A single value or the names of a multiple one, without e-mail addresses."""
    held = value["value"] if isinstance(value, dict) and "value" in value else value
    if isinstance(held, list):
        names = [one.get("object_name") if isinstance(one, dict) else one for one in held]
        return [name_alone(one) if isinstance(one, str) else one for one in names if one is not None]
    return "; ".join(filter(None, map(name_alone, held.splitlines()))) if isinstance(held, str) else held


def _paper(source: Source, listed: Json, version: str | None) -> Paper | None:
    """The paper with its title and a link that lasts; its name alone where the site does not know it."""
    named = without_addresses(plain_text(listed.get("object_name"), field="model_paper") or "")
    number = whole_number(listed.get("object_id"))
    raw = _raw_paper(source, number, version) if number is not None else None
    if raw is None:
        return Paper(label=named) if named else None
    authors, year, title = _names(raw, "authors"), _value(raw, "year"), _value(raw, "title")
    who = authors[0] + (" et al." if len(authors) > 1 else "") if authors else _value(raw, "name")
    when = f" ({year})" if year and authors else ""
    found = _identifiers(raw)
    return Paper(
        label=without_addresses(f"{who}{when} {title}").strip() or named or f"paper {number}",
        url=found.url or address_of(_held(raw, "url")),
        title=without_addresses(title) or None,
        authors=authors,
        year=whole_number(year),
        doi=found.doi,
        pmid=found.pmid,
        pmcid=found.pmcid,
    )


def _raw_paper(source: Source, number: int, version: str | None) -> Json | None:
    try:
        return source.read(f"/api/v1/papers/{number}", lambda answer: _of(number, answer), version=version)
    except SourceRefused as error:
        if error.source_status != 404:
            raise
    except AnotherRecord:
        pass
    return None


def _identifiers(raw: Json) -> Identifiers:
    """What identifies a paper; a PubMed number in the place of a DOI occurs."""
    first, second = identify(_value(raw, "doi")), identify(_value(raw, "pubmed_id"))
    return Identifiers(doi=first.doi or second.doi, pmid=first.pmid or second.pmid, pmcid=first.pmcid or second.pmcid)


def _archive_name(number: int, name: str) -> str:
    safe = re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_")[:80].rstrip("_")
    return file_name(f"{number}_{safe}" if safe else str(number), ".zip")
