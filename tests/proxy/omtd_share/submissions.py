"""Submissions as a portal would answer them, made for tests."""

HOMES = {"agroportal": "https://data.agroportal.lirmm.fr", "bioportal": "https://data.bioontology.org"}


def ontology(named, home=HOMES["agroportal"], **fields):
    place = f"{home}/ontologies/{named}"
    parts = ("submissions", "latest_submission", "metrics", "download")
    return {
        "acronym": named,
        "name": f"The {named} ontology",
        "viewingRestriction": "public",
        "@id": place,
        "@type": "http://data.bioontology.org/metadata/Ontology",
        "links": {part: f"{place}/{part}" for part in parts},
        **fields,
    }


def submission(acronym="TEST", number=1, *, home=HOMES["agroportal"], of=None, **fields):
    """A submission with what portals demand; `of` are fields of its ontology."""
    place = f"{home}/ontologies/{acronym}/submissions/{number}"
    return {
        "ontology": ontology(acronym, home, **(of or {})),
        "submissionId": number,
        "description": f"What {acronym} is about.",
        "hasOntologyLanguage": "OWL",
        "contact": [{"name": "A. Person", "email": "a.person@example.org"}],
        "released": "2024-05-06T00:00:00+00:00",
        "status": "production",
        "@id": place,
        "@type": "http://data.bioontology.org/metadata/OntologySubmission",
        "links": {"metrics": f"{place}/metrics"},
        **fields,
    }


def agent(name, kind="person", **fields):
    return {"name": name, "agentType": kind, **fields}
