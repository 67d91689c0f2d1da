"""Our own tables of facts as a portal would show them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from replay.reading import rows

Json = dict[str, Any]
_PARTS = ("submissions", "latest_submission", "classes", "properties", "metrics", "download")


def classes(table: Path, home: str) -> Iterator[Json]:
    """The classes of `classes.csv`, at a portal with this address; none without the table."""
    for row in rows(table):
        place = f"{home}/ontologies/{row['ontology']}/classes/{quote(row['iri'], safe='')}"
        yield {
            "prefLabel": row["label"],
            "synonym": _split(row["synonyms"]),
            "definition": [],
            "obsolete": False,
            "subClassOf": _split(row["parents"]),
            "@id": row["iri"],
            "@type": "http://www.w3.org/2002/07/owl#Class",
            "links": {
                "self": place,
                "ontology": f"{home}/ontologies/{row['ontology']}",
                "parents": f"{place}/parents",
            },
        }


def submissions(table: Path, portal: str, home: str) -> list[Json]:
    """The portal's ontologies in `ontologies.csv`, each as its one submission."""
    return [_submission(row, home) for row in rows(table) if row["portal"] == portal]


def _submission(row: dict[str, str], home: str) -> Json:
    place = f"{home}/ontologies/{row['acronym']}"
    ontology = {
        "administeredBy": [],
        "acronym": row["acronym"],
        "name": row["name"],
        "group": [],
        "hasDomain": [],
        "viewingRestriction": "public",
        "@id": place,
        "@type": "http://data.bioontology.org/metadata/Ontology",
        "links": {part: f"{place}/{part}" for part in _PARTS},
    }
    return {
        "ontology": ontology,
        "submissionId": int(row["number"]),
        "hasOntologyLanguage": row["format"],
        "naturalLanguage": [f"http://lexvo.org/id/iso639-1/{row['language']}"],
        "version": row["version"] or None,
        "released": f"{row['released']}T00:00:00+00:00",
        "description": row["description"],
        "homepage": row["homepage"],
        "hasLicense": row["licence"] or None,
        "contact": [],
        "@id": f"{place}/submissions/{row['number']}",
        "@type": "http://data.bioontology.org/metadata/OntologySubmission",
        "links": {"metrics": f"{place}/submissions/{row['number']}/metrics"},
    }


def _split(text: str) -> list[str]:
    return [one for one in text.split("|") if one]
