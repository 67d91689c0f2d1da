"""People and organizations: AgroPortal's agents, the plain names of older portals, and contacts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from chalicelib.proxy.model import Item
from chalicelib.proxy.omtd_share.schema import ORGANIZATION_SCHEMES
from chalicelib.proxy.omtd_share.submission import Submission
from chalicelib.proxy.omtd_share.translations import choose_language, is_text, resolve_languages, unwrap
from chalicelib.proxy.omtd_share.values import email, is_placeholder, web_address
from chalicelib.proxy.omtd_share.writer import Part, Text, Tree

_ORCID = re.compile(r"(?i)\s*(?:https?://(?:www\.)?orcid\.org/|orcid:)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\s*")
_ISNI = re.compile(r"(?i)\s*(?:https?://(?:www\.)?isni\.org/(?:isni/)?)?((?:\d{4} ?){3}\d{3}[\dX])\s*")
_PERSON = {"ORCID": "ORCID", "ISNI": "ISNI", "RESEARCHERID": "researcherId", "SCOPUSID": "scopusId"}
_ORGANIZATION = {one.upper(): one for one in ORGANIZATION_SCHEMES if one != "other"}
_HOMES = {"ROR": "https://ror.org"}
_SHOWN = 5  # names in a note
_SURNAME_FIRST = re.compile(r"\s*([^\W\d_][\w' .-]*?)\s*,\s*([^\W\d_][\w' .-]*?)\s*")


@dataclass(frozen=True)
class Agent:
    """A person or organization that a property names.

    `kind`, and `language` (of the name, a tag) are "" where the portal does not say; `identifiers` are pairs of agency
    and notation.
    """

    name: str
    kind: str = ""
    email: str | None = None
    homepage: str | None = None
    acronym: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    affiliations: tuple["Agent", ...] = field(default=())
    language: str = ""

    @property
    def is_nameless(self) -> bool:
        return web_address(self.name) is not None

    @property
    def is_organization(self) -> bool:
        return self.kind == "organization" or any(agency == "ROR" for agency, _ in self.identifiers)


def agents_of(submission: Submission, *names: str) -> list[Agent]:
    """The agents of the first property that has any; for a name that the portal does not tell stands the agent's
    address.
    """
    for name in names:
        preferred = submission.origin.language
        found = [_parse(one, preferred) for one in _entries(submission.item.raw.get(name), preferred)]
        known = [one for one in found if one]
        if len(known) < len(found):
            submission.report.note(f"{name}: left out entries with neither a name nor an address")
        agents = [one for one in known if not is_placeholder(one.name)]
        if len(agents) < len(known):
            submission.report.note(f"{name}: left out a text that says that there is none")
        if any(one.is_nameless for one in agents):
            submission.report.note(f"{name}: the portal does not name everyone")
        if agents:
            return agents
    return []


def note_unplaced(submission: Submission, *names: str) -> None:
    """Report the agents of properties that the schema has no place for."""
    for name in names:
        known = [agent.name for agent in agents_of(submission, name)]
        if known:
            more = f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else ""
            submission.report.note(f"{name}: the schema has no place for {', '.join(known[:_SHOWN])}{more}")


def person(submission: Submission, agent: Agent) -> Tree:
    """The whole name is the surname, unless it is written surname first with a comma."""
    split = _SURNAME_FIRST.fullmatch(agent.name)
    surname, given = split.groups() if split else (agent.name, None)
    if len(agent.affiliations) > 1:
        submission.report.note(f"{agent.name}: only the first of {len(agent.affiliations)} affiliations")
    first = agent.affiliations[0] if agent.affiliations else None
    identifiers = [_person_identifier(*one) for one in agent.identifiers]
    return {
        "surname": surname,
        "givenName": given,
        "personIdentifiers": {"personIdentifier": identifiers} if identifiers else None,
        "communicationInfo": _communication(submission, agent),
        "affiliation": {"affiliatedOrganization": organization(submission, first)} if first else None,
    }


def organization(submission: Submission, agent: Agent) -> Tree:
    lang = submission.lang_in(agent.language)
    short = Text(agent.acronym, {**lang, "ms:nameType": "shortName"}) if agent.acronym else None
    identifiers = [_organization_identifier(*one) for one in agent.identifiers]
    return {
        "organizationNames": {"organizationName": Text(agent.name, lang)},
        "organizationAlternativeNames": {"organizationAlternativeName": short} if short else None,
        "organizationIdentifiers": {"organizationIdentifier": identifiers} if identifiers else None,
        "communicationInfo": _communication(submission, agent),
    }


def actor(submission: Submission, agent: Agent) -> Tree:
    """A person, unless the portal knows better."""
    if agent.is_organization:
        return {"actorType": "organization", "relatedOrganization": organization(submission, agent)}
    return {"actorType": "person", "relatedPerson": person(submission, agent)}


def _entries(value: object, preferred: str) -> Iterator[object]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield from (part.strip() for part in re.split(r"[;\n]", one) if part.strip())
        elif isinstance(one, dict) and (inside := unwrap(one)) is not None:
            yield from _entries(inside, preferred)
        elif isinstance(one, dict) and is_text(one):
            chosen = choose_language(one, preferred)
            yield from (
                ({"name": {"@value": text, "@language": chosen.language}} for text in chosen.texts) if chosen else [one]
            )
        elif one:
            yield one


def _parse(raw: object, preferred: str) -> Agent | None:
    if isinstance(raw, str):
        orcid = _ORCID.fullmatch(raw)
        return Agent(raw, identifiers=(("ORCID", orcid.group(1)),) if orcid else ())
    if not isinstance(raw, dict):
        return None
    plain, chosen = resolve_languages(raw, preferred)
    item = Item(plain)
    name = item.text("name", "acronym", "email", "@id", "id")
    if not name:
        return None
    affiliations = (_parse(one, preferred) for one in _entries(raw.get("affiliations"), preferred))
    return Agent(
        name.strip(),
        kind=item.text("agentType") or "",
        email=item.text("email"),
        homepage=web_address(item.text("homepage")),
        acronym=item.text("acronym"),
        identifiers=tuple(_identifiers(item)),
        affiliations=tuple(one for one in affiliations if one),
        language=chosen["name"].language if "name" in chosen else "",
    )


def _identifiers(item: Item) -> Iterator[tuple[str, str]]:
    for one in item.items("identifiers"):
        notation = one.text("notation")
        if notation:
            yield (one.text("schemaAgency") or "").upper(), notation.strip()


def _person_identifier(agency: str, notation: str) -> Text:
    orcid, isni = _ORCID.fullmatch(notation), _ISNI.fullmatch(notation)
    if orcid and agency in ("ORCID", ""):
        return Text(orcid.group(1), {"personIdentifierSchemeName": "ORCID"})
    if isni and agency == "ISNI":
        return Text(isni.group(1), {"personIdentifierSchemeName": "ISNI"})
    return Text(notation, {"personIdentifierSchemeName": _PERSON.get(agency, "other")})


def _organization_identifier(agency: str, notation: str) -> Text:
    home = {"ms:schemeURI": _HOMES[agency]} if agency in _HOMES else {}
    return Text(notation, {"organizationIdentifierSchemeName": _ORGANIZATION.get(agency, "other"), **home})


def _communication(submission: Submission, agent: Agent) -> Part:
    """An e-mail address is what the schema asks for first: a homepage alone has no place."""
    found = email(agent.email)
    if agent.email and not found:
        submission.report.note(f"{agent.name}: {agent.email[:80]!r} is no e-mail address")
    if found is None:
        return None
    return {"emails": {"email": found}, "homepages": {"homepage": agent.homepage} if agent.homepage else None}
