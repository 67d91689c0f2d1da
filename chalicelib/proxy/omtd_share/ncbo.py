"""How the submissions of portals with NCBO's software, and of any portal of unknown kind, become OMTD-SHARE.

Sources  data.bioontology.org/documentation, github.com/ontoportal-lirmm/ontologies_linked_data (agents), answers of
         2018 to 2026
Quirks  the same property may be a text, a list of texts, or a list of objects, from one version of the portal's
        software to the next; `uri` is lower case at NCBO, `URI` elsewhere; counts were properties before they became
        `metrics`; creators, publishers and holders of rights were plain texts first, lists of agents later
"""

from chalicelib.proxy.omtd_share.agents import Agent, actor, agents_of, note_unplaced, organization, person
from chalicelib.proxy.omtd_share.content import documentations, encoding, relations, text_info
from chalicelib.proxy.omtd_share.distributions import distributions, is_open
from chalicelib.proxy.omtd_share.licences import OTHER, licence_of
from chalicelib.proxy.omtd_share.submission import Submission
from chalicelib.proxy.omtd_share.table import (
    CONTACT_POINT,
    DESCRIPTION,
    IDENTIFIER,
    KIND,
    LICENCE,
    NAME,
    NO_PLACE,
    PUBLIC,
    VERSION,
)
from chalicelib.proxy.omtd_share.values import day, email, identify, last_part, web_address
from chalicelib.proxy.omtd_share.writer import Part, Text, Tree

NO_DESCRIPTION, NO_VERSION = "No description available.", "No Versioning"
_STATES = {  # of the portals, and of http://purl.org/adms/status
    "production": "published",
    "completed": "published",
    "beta": "draft",
    "alpha": "draft",
    "underdevelopment": "draft",
    "retired": "published",  # it was, and the schema has no word for its end; nor for these
    "deprecated": "published",
    "withdrawn": "published",
}
_ENDED = ("retired", "deprecated", "withdrawn")
_TYPES = {  # by the end of an address of http://w3id.org/nkos/nkostype
    "thesaurus": "thesaurus",
    "taxonomy": "typesystem",
    "dictionary": "machineReadableDictionary",
    "semantic_network": "computationalLexicon",
    "classification_schema": "terminologicalResource",
    "terminology": "terminologicalResource",
    "list": "wordList",
    "glossary": "wordList",
    "ontology": "ontology",
}


class Ncbo:
    """The fallback: everything that a portal of this family may know."""

    def header(self, submission: Submission) -> Part:
        """Only where the portal says when it was told of the submission: the schema demands that day."""
        place, made = web_address(submission.item.id), day(submission.item.text("creationDate"))
        if not place or not made:
            return None
        origin = submission.origin
        home = Text(origin.home, {"repositoryIdentifierSchemeName": "URL"})
        source = {
            "repositoryNames": {"repositoryName": Text(origin.title, {"lang": "en"})},
            "repositoryIdentifiers": {"repositoryIdentifier": home},
        }
        return {
            "metadataRecordIdentifier": Text(place, {"metadataIdentifierSchemeName": "URL"}),
            "metadataCreationDate": made,
            "sourceOfMetadataRecord": {"collectedFrom": source, "sourceMetadataLink": place},
        }

    def identification(self, submission: Submission) -> Tree:
        name = submission.or_default(NAME, submission.ontology.text("name"), submission.acronym)
        description = submission.or_default(DESCRIPTION, submission.item.text("description"), NO_DESCRIPTION)
        return {
            "resourceNames": {"resourceName": Text(name, submission.lang_of("name"))},
            "descriptions": {"description": Text(description, submission.lang_of("description"))},
            "resourceShortName": submission.acronym,
            "resourceIdentifiers": {"resourceIdentifier": self._identifiers(submission)},
            "public": self._public(submission),
        }

    def version(self, submission: Submission) -> Tree:
        item = submission.item
        released = day(item.text("released"))
        return {
            "version": submission.or_default(VERSION, item.text("version"), NO_VERSION),
            "versionDate": released.replace("-", "") if released else None,
            "versionType": self._state(submission),
        }

    def contact(self, submission: Submission) -> Tree:
        persons = [person(submission, one) for one in self._contacts(submission)]
        groups = [self._group(submission, one) for one in agents_of(submission, "publisher")]
        return {
            **self._point(submission),
            "contactPersons": {"contactPerson": persons} if persons else None,
            "contactGroups": {"contactGroup": groups} if groups else None,
        }

    def distributions(self, submission: Submission) -> Tree:
        return distributions(submission)

    def rights(self, submission: Submission) -> Tree:
        open_to_all = is_open(self.distributions(submission))
        holders = [actor(submission, one) for one in agents_of(submission, "copyrightHolder")]
        return {
            "licenceInfos": {"licenceInfo": self._licence(submission, open_to_all=open_to_all)},
            "rightsStatement": "openAccess" if open_to_all else "restrictedAccess",
            "rightsHolders": {"rightsHolder": holders} if holders else None,
        }

    def documentations(self, submission: Submission) -> Part:
        return documentations(submission)

    def creation(self, submission: Submission) -> Part:
        note_unplaced(submission, *NO_PLACE)
        creators = [actor(submission, one) for one in agents_of(submission, "hasCreator")]
        return {"resourceCreators": {"resourceCreator": creators}} if creators else None

    def kind(self, submission: Submission) -> str:
        level = submission.item.text("hasFormalityLevel")
        if not level:
            submission.report.default(KIND)
        return _TYPES.get(last_part(level or "").lower(), "ontology")

    def encoding(self, submission: Submission) -> Part:
        return encoding(submission)

    def relations(self, submission: Submission) -> Part:
        return relations(submission)

    def text(self, submission: Submission) -> Tree:
        return text_info(submission)

    def _licence(self, submission: Submission, *, open_to_all: bool) -> Tree:
        """The first licence that the schema lists, else the first one; without any, what access there is."""
        found = [licence_of(one) for one in submission.all("hasLicense")]
        if not found:
            submission.report.default(LICENCE)
            return {"licence": "openAccessUnspecified" if open_to_all else "restrictedAccessUnspecified"}
        if len(found) > 1:
            submission.report.note(f"hasLicense: one of {len(found)} licences is named")
        return next((one for one in found if one["licence"] != OTHER), found[0])

    def _group(self, submission: Submission, publisher: Agent) -> Tree:
        return {
            "groupNames": {"groupName": Text(publisher.name, submission.lang_in(publisher.language))},
            "affiliatedOrganization": organization(submission, publisher) if publisher.is_organization else None,
        }

    def _state(self, submission: Submission) -> str | None:
        status = submission.item.text("status") or ""
        word = last_part(status).lower()
        if status and (word in _ENDED or word not in _STATES):
            submission.report.note(f"status: the schema has no word for {status[:80]!r}")
        return _STATES.get(word)

    def _identifiers(self, submission: Submission) -> list[Text]:
        """Each identifier under the scheme that it belongs to; where there is none, the ontology's address at the
        portal.
        """
        given = submission.without_placeholders("identifier", submission.entries("URI", "uri", "identifier"))
        if not given:
            submission.report.default(IDENTIFIER)
            given = [submission.place or submission.acronym]
        found = dict.fromkeys(identify(one) or ("other", one) for one in given)
        return [Text(text, {"resourceIdentifierSchemeName": scheme}) for scheme, text in found]

    def _public(self, submission: Submission) -> str:
        restriction = submission.ontology.text("viewingRestriction")
        if restriction is None:
            submission.report.default(PUBLIC)
        return "true" if restriction == "public" else "false"

    def _contacts(self, submission: Submission) -> list[Agent]:
        return agents_of(submission, "contact")

    def _point(self, submission: Submission) -> Tree:
        """The ontology's own page before a person's e-mail address, and either before the portal's page of it."""
        item = submission.item
        page = next(
            (one for one in map(web_address, item.texts("homepage") + item.texts("documentation")) if one), None
        )
        if page:
            return {"contactPoint": page, "contactType": "landingPage"}
        written = next((one for one in (email(agent.email) for agent in self._contacts(submission)) if one), None)
        if written:
            return {"contactPoint": written, "contactType": "contactEmail"}
        submission.report.default(CONTACT_POINT)
        return {"contactPoint": submission.page or submission.origin.home, "contactType": "landingPage"}
