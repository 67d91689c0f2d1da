"""ModelDB: computational models of the hippocampus, as `single` records of the index `model`.

Source  https://modeldb.science/api (JSON, read only; no key, no stated limit; cached in front "against bots")
Terms   no licence is stated for the metadata; each model's files have terms of their own; robots.txt: not /search, /login
Quirks  all keys but id, name, dates, class may be absent; an unknown record is 404 with a text body; `/models/<key>` lists
        one key of every model in one order, which changes when the site restarts; "NEURON (web link to model)" is a
        simulator of its own; names end with blanks; notes hold line breaks, HTML and e-mail addresses

Every model has a date of its last change (`ver_date`), and one list tells all of them: the version under which a model's
record, papers and archive are asked for, and not asked for again (`chalicelib/http/cache.py`). All dates together are that of
the lists.
"""

import hashlib
import json
import re
from collections import Counter
from typing import Any, ClassVar, Literal
from urllib.parse import quote

from pydantic import Field

from chalicelib.errors import SourceChanged, SourceRefused
from chalicelib.http.client import Source
from chalicelib.http.response import HttpResponse, parse_json
from chalicelib.http.terms import Terms
from chalicelib.providers.base import Settings
from chalicelib.providers.model_files import ModelFiles, model_files
from chalicelib.providers.people import name_alone, safe_html, without_addresses
from chalicelib.records import Json, Link, Model, Page, Reject, SourceFile

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


class ModelDBSettings(Settings):
    """A model stays if a name in one of its `searched` keys holds one of `region_key`, and it runs on one of `simulators`.

    Regions are compared without case, as parts of names; simulators are exact names. `batch` is the models of a page.
    """

    region_key: tuple[str, ...] = Field(min_length=1)
    searched: tuple[Literal["neurons", "region"], ...] = Field(min_length=1)
    simulators: tuple[str, ...] = Field(min_length=1)
    batch: int = Field(ge=1, le=BATCH)


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
        """None: choose among all models by their lists; then the chosen ones, some a page. Raises SourceError."""
        if cursor is None:
            return self._choose(source)
        now, later = cursor["ids"][: self._settings.batch], cursor["ids"][self._settings.batch :]
        raws = [self._raw(source, number, version) for number, version in now]
        versions = {str(number): version for number, version in now}
        return Page.mapped(
            raws,
            lambda raw: self._model(source, raw, versions[str(raw["id"])]),
            key="id",
            next={**cursor, "ids": later} if later else None,
            total=cursor["total"],
            known=(*MAPPED, *KEPT_AS_FACTS, *DROPPED),
        )

    def _choose(self, source: Source) -> Page:
        """Every model is read here; those that do not belong are rejects, the others are left for the next pages."""
        lists = _lists(source, ("modeling_application", *self._settings.searched))
        verdicts = [(one, self._verdict(one)) for one in lists]
        chosen = {one["id"]: one.get("ver_date") for one, verdict in verdicts if verdict is None}
        again = Counter(one["id"] for one, verdict in verdicts if verdict is None) - Counter(chosen.keys())
        return Page(
            records=(),
            rejects=(*(verdict for _, verdict in verdicts if verdict), *map(_listed_again, again.elements())),
            next={"ids": list(chosen.items()), "total": len(lists)} if chosen else None,
            total=len(lists),
        )

    def _verdict(self, listed: Json) -> Reject | None:
        places = " ".join(name for key in self._settings.searched for name in _names(listed, key)).lower()
        if not any(wanted.lower() in places for wanted in self._settings.region_key):
            return Reject(id=str(listed["id"]), reason="not of a chosen region")
        simulators = _names(listed, "modeling_application")
        if not set(simulators) & set(self._settings.simulators):
            return Reject(id=str(listed["id"]), reason="not for a chosen simulator", detail=", ".join(simulators))
        return None

    def _raw(self, source: Source, number: int, version: str | None) -> Json:
        """The model as the site gives it; its bare identifier when it is gone since it was listed."""
        try:
            return source.read(f"/api/v1/models/{number}", lambda answer: _of(number, answer), version=version)
        except SourceRefused as error:
            if error.source_status != 404:
                raise
            return {"id": number}

    def _model(self, source: Source, raw: Json, version: str | None) -> Model | Reject:
        if raw.keys() == {"id"}:
            return Reject(id=str(raw["id"]), reason="gone since it was listed")
        papers = [_paper(source, one, version) for one in _objects(raw, "model_paper")]
        return self._record(raw, papers, model_files(source, raw["id"], version))

    def _record(self, raw: Json, papers: list[Link], files: ModelFiles) -> Model:
        """Map one raw model; keys that the site leaves out when they are empty are empty lists here."""
        number, name = raw["id"], without_addresses(raw["name"])
        return Model(
            id=f"{self.name}-{number}",
            name=name,
            source="ModelDB",
            source_url=f"{HOME}/api/v1/models/{number}",
            page_link=f"{HOME}/{number}?tab=1",
            version=raw["ver_date"],
            file=SourceFile(urls=(f"{HOME}/download/{number}",), name=_archive_name(number, name), kind="archive"),
            description=safe_html(_value(raw, "notes")),
            regions=_names(raw, "region"),
            channels=_names(raw, "currents"),
            receptors=_names(raw, "receptors"),
            transmitters=_names(raw, "neurotransmitters"),
            genes=_names(raw, "gene"),
            cell_types=_names(raw, "neurons"),
            model_types=_names(raw, "model_type"),
            model_concepts=_names(raw, "model_concept"),
            implementers=[alone for one in _names(raw, "implemented_by") if (alone := name_alone(one))],
            modeling_application=_names(raw, "modeling_application"),
            papers=papers,
            readme_link=files.readme,
            model_files=list(files.mechanisms),
            class_id=raw["class_id"],
            facts={**_facts(raw), **files.facts},
        )


def _lists(source: Source, keys: tuple[str, ...]) -> list[Json]:
    """One small record a model, joined by position; read again if the site's order changed meanwhile."""
    for attempt in range(TRIES):
        before, dates = source.get_json("/api/v1/models/id"), source.get_json("/api/v1/models/ver_date")
        version = _digest(before, dates) if attempt == 0 else None  # what was read out of order is not taken again
        columns = {key: source.get_json(f"/api/v1/models/{key}", version=version) for key in keys}
        after = source.get_json("/api/v1/models/id", version=version)
        columns["ver_date"] = dates
        known = all(isinstance(column, list) for column in (before, *columns.values()))
        if known and before == after and all(len(column) == len(before) for column in columns.values()):
            cells = (dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True))
            return [
                {"id": number, **{key: value for key, value in row.items() if value is not None}}
                for number, row in zip(before, cells, strict=True)
            ]
    raise SourceChanged(f"ModelDB's lists of {', '.join(('id', 'ver_date', *keys))} do not agree in length or order.")


def _digest(*lists: Any) -> str:
    return hashlib.sha256(json.dumps(lists).encode()).hexdigest()


def _listed_again(number: int) -> Reject:
    return Reject(id=str(number), reason="duplicate identifier", detail="the site's list has it twice")


def _of(number: int, answer: HttpResponse) -> Json:
    """The record of this number; raises SourceChanged for anything else, such as an error inside a 200."""
    raw = parse_json(answer)
    if not isinstance(raw, dict) or str(raw.get("id")) != str(number):
        raise SourceChanged(f"ModelDB answered something else than record {number}: {str(raw)[:200]}")
    return raw


def _objects(raw: Json, key: str) -> list[Json]:
    objects: list[Json] = (raw.get(key) or {}).get("value") or []
    return objects


def _names(raw: Json, key: str) -> list[str]:
    """The names under a key, each once, without the blanks that some end with."""
    return list(dict.fromkeys(name for one in _objects(raw, key) if (name := one["object_name"].strip())))


def _facts(raw: Json) -> Json:
    facts = {key: _fact(raw[key]) for key in KEPT_AS_FACTS if key in raw}
    return {key: value for key, value in facts.items() if value not in ("", [], None)}


def _fact(value: Any) -> Any:
    """A single value or the names of a multiple one, without e-mail addresses."""
    held = value["value"] if isinstance(value, dict) and "value" in value else value
    if isinstance(held, list):
        return [name_alone(one["object_name"]) for one in held]
    return "; ".join(filter(None, map(name_alone, held.splitlines()))) if isinstance(held, str) else held


def _paper(source: Source, listed: Json, version: str | None) -> Link:
    """The paper with its title and a link that lasts; its name alone where the site does not know it."""
    number = listed["object_id"]
    try:
        paper = source.read(f"/api/v1/papers/{number}", lambda answer: _of(number, answer), version=version)
    except SourceRefused as error:
        if error.source_status != 404:
            raise
        return Link(label=without_addresses(listed["object_name"]))
    authors, year, title = _names(paper, "authors"), _value(paper, "year"), _value(paper, "title")
    if not authors:
        return Link(label=without_addresses(f"{paper['name']} {title}").strip(), url=_address(paper))
    who = authors[0] + (" et al." if len(authors) > 1 else "")
    label = f"{who} ({year}) {title}" if year else f"{who} {title}"
    return Link(label=without_addresses(label).strip(), url=_address(paper))


def _address(paper: Json) -> str | None:
    """DOI, else PubMed, else the paper's own page; a PubMed number in the place of a DOI occurs."""
    doi, pubmed, url = (_value(paper, key) for key in ("doi", "pubmed_id", "url"))
    if doi.startswith("10."):
        return f"https://doi.org/{quote(doi)}"
    if pubmed.isdigit():
        return f"https://pubmed.ncbi.nlm.nih.gov/{pubmed}/"
    return url if url.startswith(("http://", "https://")) else None


def _value(raw: Json, key: str) -> str:
    return str((raw.get(key) or {}).get("value") or "").strip()


def _archive_name(number: int, name: str) -> str:
    safe = re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_")[:80].rstrip("_")
    return f"{number}_{safe}.zip" if safe else f"{number}.zip"
