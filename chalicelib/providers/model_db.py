"""ModelDB: computational models of the hippocampus, as `single` records of the index `model`.

Source  https://modeldb.science/api (JSON, read only; no key, no stated limit; cached in front "against bots")
Terms   no licence is stated for the metadata; each model's files have terms of their own; robots.txt: not /search,
        /login
Quirks  all keys but id, name, dates, class may be absent; an unknown record is 404 with a text body; `/models/<key>`
        lists one key of every model in one order, which changes when the site restarts; "NEURON (web link to model)" is
        a simulator of its own; names end with blanks; notes hold line breaks, HTML and e-mail addresses

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
from chalicelib.http.terms import Terms
from chalicelib.json_types import Json
from chalicelib.providers.base import Settings
from chalicelib.providers.markup import safe_html
from chalicelib.providers.model_db_values import (
    KEPT_AS_FACTS,
    AnotherRecord,
    facts_of,
    names_of,
    papers_of_model,
    prose_of,
    record_of,
    value_of,
    with_stated_authors,
)
from chalicelib.providers.model_files import ModelFiles, model_files
from chalicelib.providers.normalise import Fields, excerpt, file_name, objects_of, text_of, whole_number
from chalicelib.providers.page import Page
from chalicelib.providers.papers import distinct
from chalicelib.providers.people import name_alone, without_addresses
from chalicelib.records import Model, Paper, Reject, SourceFile

HOME = "https://modeldb.science"
BATCH = 100  # models a step at most; the settings say how many
TRIES = 3  # to read the lists while the site keeps one order
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


def _as_list(value: Any) -> Any:
    """The previous backend's files have one text here."""
    return (value,) if isinstance(value, str) else value


class ModelDBSettings(Settings):
    """A model stays if a name in one of its `searched` keys holds one of `region_key`, and it runs on one of
    `simulators`.

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
        page=HOME,
        paths=("/api/v1/", "/download/", "/getModelFile"),
        page_size=BATCH,
        pause=0.5,  # seconds; ours, as none is stated
        licence="none stated for the metadata; each model's files have terms of their own",
        citation="ModelDB (RRID:SCR_007271), doi:10.1007/s10827-016-0623-7, and the model's own paper",
    )

    def __init__(self, settings: ModelDBSettings) -> None:
        self._settings = settings

    def page(self, source: Source, cursor: Json | None) -> Page:
        """None: choose among all models by their lists; then read the chosen ones, a batch a page. Raises
        SourceError.
        """
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

    def probe(self, source: Source) -> Page:
        """All lists, and the first two of the models that are chosen, with their papers and archives."""
        listed = self._choose(source)
        if listed.next is None:
            return listed
        page = self.page(source, {**listed.next, "ids": listed.next["ids"][:2]})
        return page.model_copy(update={"rejects": (*listed.rejects, *page.rejects)})

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
        places = " ".join(name for key in self._settings.searched for name in names_of(listed, key)).lower()
        if not any(wanted.lower() in places for wanted in self._settings.region_key):
            return Reject(id=str(number), reason="not of a chosen region")
        simulators = names_of(listed, "modeling_application")
        if not set(simulators) & set(self._settings.simulators):
            return Reject(id=str(number), reason="not for a chosen simulator", detail=", ".join(simulators)[:300])
        return None

    def _model(self, source: Source, raw: Json, version: str | None) -> Model | Reject:
        if MISSING in raw:
            return Reject(id=str(raw["id"]), reason=raw[MISSING])
        listed = objects_of(value_of(raw, "model_paper"), field="model_paper")
        papers = distinct([paper for one in listed for paper in papers_of_model(source, one, version)])
        return self._record(raw, papers, model_files(source, raw["id"], version))

    def _record(self, raw: Json, papers: list[Paper], files: ModelFiles) -> Model:
        """Map one raw model; keys that the site leaves out when they are empty are empty lists here."""
        number, name = raw["id"], without_addresses(Fields(raw, required=True).name("name") or "")
        implementers = (name_alone(one) for one in names_of(raw, "implemented_by"))
        return Model(
            id=f"{self.name}-{number}",
            name=name,
            source="ModelDB",
            source_url=f"{HOME}/api/v1/models/{number}",
            page_link=f"{HOME}/{number}?tab=1",
            version=text_of(raw["ver_date"], field="ver_date"),
            file=SourceFile(urls=(f"{HOME}/download/{number}",), name=_archive_name(number, name), kind="archive"),
            description=safe_html(prose_of(raw, "notes")),
            regions=names_of(raw, "region"),
            channels=names_of(raw, "currents"),
            receptors=names_of(raw, "receptors"),
            transmitters=names_of(raw, "neurotransmitters"),
            genes=names_of(raw, "gene"),
            cell_types=names_of(raw, "neurons"),
            model_types=names_of(raw, "model_type"),
            model_concepts=names_of(raw, "model_concept"),
            implementers=[one for one in implementers if one],
            modeling_application=names_of(raw, "modeling_application"),
            papers=list(map(with_stated_authors, papers)),
            readme_link=files.readme,
            model_files=list(files.mechanisms),
            class_id=raw["class_id"],
            facts={**facts_of(raw), **files.facts},
        )


def _raw(source: Source, number: int, version: str | None) -> Json:
    """The model as the site gives it; with the reason under `MISSING` where it is gone, or is another one."""
    try:
        raw = source.read(f"/api/v1/models/{number}", lambda answer: record_of(number, answer), version=version)
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


def _archive_name(number: int, name: str) -> str:
    safe = re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_")[:80].rstrip("_")
    return file_name(f"{number}_{safe}" if safe else str(number), ".zip")
