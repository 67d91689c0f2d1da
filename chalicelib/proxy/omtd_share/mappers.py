"""Mappers: one per kind of portal, one method per category of OMTD-SHARE; of an unknown kind NCBO's reads the
submission.

A method gives the part of the tree that its element holds; a value that the portal lacks and the schema demands is the
documented default (docs/omtd-share.md), of which it tells `submission.report`.
"""

from typing import Protocol

from chalicelib.proxy.omtd_share.ncbo import Ncbo
from chalicelib.proxy.omtd_share.submission import Submission
from chalicelib.proxy.omtd_share.writer import Part, Tree


class Mapper(Protocol):
    """Reads a submission, one category at a time."""

    def header(self, submission: Submission) -> Part: ...
    def identification(self, submission: Submission) -> Tree: ...
    def version(self, submission: Submission) -> Tree: ...
    def contact(self, submission: Submission) -> Tree: ...
    def distributions(self, submission: Submission) -> Tree: ...
    def rights(self, submission: Submission) -> Tree: ...
    def documentations(self, submission: Submission) -> Part: ...
    def creation(self, submission: Submission) -> Part: ...
    def kind(self, submission: Submission) -> str: ...
    def encoding(self, submission: Submission) -> Part: ...
    def relations(self, submission: Submission) -> Part: ...
    def text(self, submission: Submission) -> Tree: ...


FALLBACK: Mapper = Ncbo()
MAPPERS: dict[str, Mapper] = {
    "ncbo": FALLBACK,
    "agroportal": FALLBACK,
    "sifr": FALLBACK,
    "biblioportal": FALLBACK,
}


def mapper_of(kind: str) -> Mapper:
    return MAPPERS.get(kind, FALLBACK)


def build_record(mapper: Mapper, submission: Submission) -> Tree:
    """The whole record."""
    return {
        "metadataHeaderInfo": mapper.header(submission),
        "lexicalConceptualResourceInfo": {
            "resourceType": "lexicalConceptualResource",
            "identificationInfo": mapper.identification(submission),
            "versionInfo": mapper.version(submission),
            "contactInfo": mapper.contact(submission),
            "distributionInfos": mapper.distributions(submission),
            "rightsInfo": mapper.rights(submission),
            "resourceDocumentations": mapper.documentations(submission),
            "resourceCreationInfo": mapper.creation(submission),
            "lexicalConceptualResourceType": mapper.kind(submission),
            "lexicalConceptualResourceEncodingInfo": mapper.encoding(submission),
            "relations": mapper.relations(submission),
            "lexicalConceptualResourceTextInfo": mapper.text(submission),
        },
    }
