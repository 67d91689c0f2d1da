"""How the submissions of portals with LIRMM's software become OMTD-SHARE: as NCBO's, and by whom the ontologies were made.

Source  github.com/ontoportal-lirmm/ontologies_linked_data (agents); answers of 2018 to 2025
Quirks  creators, publishers and holders of rights were plain texts first, lists of agents later
"""

from chalicelib.proxy.omtd_share.agents import Agent, actor, agents_of, organization
from chalicelib.proxy.omtd_share.ncbo import Ncbo
from chalicelib.proxy.omtd_share.submission import Submission
from chalicelib.proxy.omtd_share.writer import Part, Text, Tree


class Lirmm(Ncbo):
    """Knows agents."""

    def contact(self, submission: Submission) -> Tree:
        groups = [self._group(submission, one) for one in agents_of(submission, "publisher")]
        return {**super().contact(submission), "contactGroups": {"contactGroup": groups} if groups else None}

    def rights(self, submission: Submission) -> Tree:
        holders = [actor(submission, one) for one in agents_of(submission, "copyrightHolder")]
        return {**super().rights(submission), "rightsHolders": {"rightsHolder": holders} if holders else None}

    def creation(self, submission: Submission) -> Part:
        creators = [actor(submission, one) for one in agents_of(submission, "hasCreator")]
        return {"resourceCreators": {"resourceCreator": creators}} if creators else None

    def _group(self, submission: Submission, publisher: Agent) -> Tree:
        return {
            "groupNames": {"groupName": Text(publisher.name, submission.lang)},
            "affiliatedOrganization": organization(submission, publisher) if publisher.is_organization else None,
        }
