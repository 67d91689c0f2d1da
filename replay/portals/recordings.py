"""What was recorded of one portal, found by what it is and not by its file's name.

A recording is a JSON file whose name begins with the portal's prefix. Our own tables of facts join in: the classes on
every portal, because the hub's vocabulary is refreshed from there; the ontologies where none was recorded.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from replay.portals.tables import Json, classes, submissions
from replay.reading import content

PORTALS = {
    "ncbo": ("https://data.bioontology.org", ("bioportal",)),
    "agroportal": ("https://data.agroportal.lirmm.fr", ("agroportal",)),
    "sifr": ("http://data.bioportal.lirmm.fr", ("sifr",)),
    "biblioportal": ("https://data.biblio.ontoportal.org", ("biblioportal", "stageportal", "ecoportal")),
}
SAMPLES = Path(__file__).resolve().parents[2] / "tests" / "recorded" / "bioportal"
_OF_ONTOLOGY = re.compile(r"/ontologies/([^/]+)/(classes|properties|collections|instances)/([^/]+)$")


@dataclass
class Recorded:
    """One portal's recordings: lists as they came, single items by their path below the portal's address."""

    name: str
    home: str
    ontologies: list[Json] = field(default_factory=list)
    submissions: list[Json] = field(default_factory=list)
    pages: dict[str, Json] = field(default_factory=dict)  # by path: the first page of a list
    singles: dict[str, Json] = field(default_factory=dict)
    annotations: list[Json] = field(default_factory=list)
    errors: dict[str, Any] = field(default_factory=dict)

    def ontology(self, acronym: str) -> Json | None:
        """The entry of the list, else what a recorded submission says of its ontology."""
        known: dict[str, Json] = {one["ontology"]["acronym"]: one["ontology"] for one in self.submissions}
        known.update({one["acronym"]: one for one in self.ontologies})
        return known.get(acronym) or self.singles.get(f"/ontologies/{acronym}")

    def submissions_of(self, acronym: str) -> list[Json]:
        """All recorded submissions of an ontology, the newest first."""
        found = [one for one in self.submissions if one["ontology"]["acronym"] == acronym]
        return sorted(found, key=number_of, reverse=True)

    def items(self, kind: str, acronym: str | None = None) -> list[Json]:
        """Every known class, property, collection or instance, in the order of the recordings."""
        place = f"/{kind}/" if acronym is None else f"/ontologies/{acronym}/{kind}/"
        return [item for path, item in self.singles.items() if place in path]


def read_portal(folder: Path, name: str) -> Recorded:
    """The portal of this name, from the recordings in `folder`; without any, from our own table alone."""
    home, prefixes = PORTALS[name]
    portal = Recorded(name, home, errors=_errors(folder))
    for path in sorted(folder.glob("*.json")):
        recording = content(path, None)
        if path.name.split("-")[0] in prefixes:
            _sort_in(portal, recording)
        elif _is_annotation(recording):
            portal.annotations += recording
    for item in classes(SAMPLES / "classes.csv", home):
        portal.singles.setdefault(_place(item), item)
    if not portal.ontologies and not portal.submissions:
        portal.submissions = submissions(SAMPLES / "ontologies.csv", name, home)
    return portal


def number_of(submission: Json) -> int:
    """The submission's number: its own field, else the end of its address."""
    return int(submission.get("submissionId") or submission["@id"].rsplit("/", 1)[1])


def _sort_in(portal: Recorded, found: Any) -> None:
    if _is_annotation(found):
        portal.annotations += found
    elif isinstance(found, list):
        of_submissions = bool(found) and "ontology" in found[0]
        (portal.submissions if of_submissions else portal.ontologies).extend(found)
    elif "collection" in found:
        link = (found["links"] or {}).get("nextPage") or ""
        portal.pages[urlsplit(link).path.rstrip("/")] = found
        for item in found["collection"]:
            portal.singles.setdefault(_place(item), item)
    elif "submissionId" in found:
        portal.submissions.append(found)
    else:
        portal.singles[_place(found)] = found


def _is_annotation(found: Any) -> bool:
    return isinstance(found, list) and bool(found) and "annotatedClass" in found[0]


def _place(item: Json) -> str:
    """Where a single item is found: what it says of itself; an instance does not, and is found in any ontology."""
    own: str = (item.get("links") or {}).get("self") or item["@id"]
    path = str(urlsplit(own).path)
    if found := _OF_ONTOLOGY.search(path):
        acronym, kind, iri = found.groups()
        return f"/ontologies/{acronym}/{kind}/{quote(unquote(iri), safe='')}"
    if "/ontologies/" in path:
        return path[path.index("/ontologies/") :]
    return f"/ontologies/*/instances/{quote(item['@id'], safe='')}"


def _errors(folder: Path) -> dict[str, Any]:
    """The recorded error answers, by status."""
    found: dict[str, Any] = {}
    for path in folder.glob("error-*"):
        text = path.read_text(encoding="utf-8")
        found[path.name.split("-")[1]] = json.loads(text) if path.suffix == ".json" else text
    return found
