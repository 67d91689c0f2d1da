"""A portal's two lists, of ontologies and of their latest submissions, asked for what a document is made of."""

from collections.abc import Mapping

from chalicelib.json_types import Json
from chalicelib.proxy.forward import PortalClient
from chalicelib.proxy.model import Failure, Item
from chalicelib.proxy.omtd_share.table import ASKED
from chalicelib.proxy.omtd_share.values import clean, last_part

BATCH = 25  # submissions a page; some 40 KB each where all fields are filled
FIELDS = {"display": [",".join(ASKED)], "display_context": ["false"]}
_OF_ONTOLOGY = ("@id", "acronym", "name", "viewingRestriction", "hasDomain", "links")
_LISTED = {"display": [",".join(_OF_ONTOLOGY[1:-1])], "display_context": ["false"]}
Select = Mapping[str, list[str]]
NONE: Select = {}


def ontologies(client: PortalClient, select: Select = NONE) -> dict[str, Json] | Failure:
    """What the list of ontologies says of each, by acronym; or the portal's error."""
    found = client.get("/ontologies", {**select, **_LISTED})
    listed = found.as_collection()
    if listed is None:
        return found.as_error() or Failure.of("The portal sent no list of ontologies.", 502)
    entries = [{name: one.raw[name] for name in _OF_ONTOLOGY if name in one.raw} for one in listed.objects()]
    known = {one["acronym"]: one for one in entries if isinstance(one.get("acronym"), str)}
    return dict(clean(known, client.secrets))


def first_page(select: Select = NONE) -> dict[str, list[str]]:
    """The parameters of the first page of submissions."""
    return {**select, **FIELDS, "page": ["1"], "pagesize": [str(BATCH)]}


def note_ontology(known: dict[str, Json], submission: Item) -> str:
    """The submission's acronym; what it says of its ontology is note_ontology among those that are `known`."""
    nested = submission.item("ontology") or Item({})
    acronym = nested.text("acronym") or last_part(nested.id or submission.id or "submission")
    known[acronym] = ontology_of(submission, known.get(acronym, {})).raw
    return acronym


def ontology_of(submission: Item, else_known: Json) -> Item:
    """The ontology as the submission shows it, with what is known of it from elsewhere where the submission is
    silent.
    """
    nested = submission.item("ontology")
    said = {name: value for name, value in nested.raw.items() if value is not None} if nested else {}
    return Item({**else_known, **said})
