"""How much of what a portal knows is in the documents: by line of the table, who says it and which documents hold
it.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from chalicelib.json_types import is_empty
from chalicelib.proxy.forward import PortalClient
from chalicelib.proxy.model import Failure, Item
from chalicelib.proxy.omtd_share.exporter import Document, Exporter, Invalid
from chalicelib.proxy.omtd_share.listing import first_page, note_ontology, ontologies
from chalicelib.proxy.omtd_share.schema import NAMESPACE
from chalicelib.proxy.omtd_share.table import ROWS, Row

_NAMES = {"ms": NAMESPACE}


def coverage_of(client: PortalClient, exporter: Exporter) -> "Coverage | Failure":
    """All submissions that a portal lists; or the portal's error."""
    known, found = ontologies(client), Coverage()
    if isinstance(known, Failure):
        return known
    for page in client.pages("/submissions", first_page()):
        if failure := page.as_error():
            return failure
        listed = page.as_collection()
        for submission in listed.objects() if listed else ():
            acronym = note_ontology(known, submission)
            found.count(exporter, submission, Item(known[acronym]))
    return found


@dataclass
class Coverage:
    """Counts of one portal. `said` and `held` are in the order of the table's rows."""

    submissions: int = 0
    invalid: dict[str, str] = field(default_factory=dict)
    said: list[int] = field(default_factory=lambda: [0] * len(ROWS))
    held: list[int] = field(default_factory=lambda: [0] * len(ROWS))

    def count(self, exporter: Exporter, submission: Item, ontology: Item) -> None:
        """Make this submission's document and count what is in it."""
        self.submissions += 1
        try:
            document = exporter.document(submission, ontology)
        except Invalid as error:
            self.invalid[ontology.text("acronym") or submission.id or "?"] = str(error)
            return
        tree = etree.fromstring(document.xml)
        for place, row in enumerate(ROWS):
            self.said[place] += says(row, submission, ontology)
            self.held[place] += holds(row, tree, document)

    def lines(self) -> list[str]:
        """Both tables, for people: how many are valid, and the shares of each element."""
        valid = self.submissions - len(self.invalid)
        found = [f"{valid} of {self.submissions} documents are valid"]
        found += [f"  {acronym}: {reason}" for acronym, reason in self.invalid.items()]
        found.append(f"{'said':>7} {'held':>7}  element <- properties")
        for row, said, held in zip(ROWS, self.said, self.held, strict=True):
            properties = ", ".join(row.properties)
            found.append(f"{self._share(said)} {self._share(held)}  {row.element} <- {properties}")
        return found

    def losses(self) -> list[Row]:
        """The elements that fewer documents hold than submissions say them."""
        counted = zip(ROWS, self.said, self.held, strict=True)
        return [row for row, said, held in counted if held < said]

    def _share(self, count: int) -> str:
        return f"{100 * count / max(1, self.submissions):6.1f}%"


def says(row: Row, submission: Item, ontology: Item) -> bool:
    """Whether a submission has any of the row's properties."""
    nested = {"ontology": ontology.raw, "metrics": submission.raw.get("metrics")}
    return any(_value({**submission.raw, **nested}, name.split(".")) for name in row.properties)


def holds(row: Row, tree: etree._Element, document: Document) -> bool:
    """Whether a document has the element, and not as a default."""
    path = re.sub(r"(^|[/\[])(\w)", r"\1ms:\2", f"lexicalConceptualResourceInfo/{row.element}")
    return row.element not in document.report.defaults and tree.find(path, _NAMES) is not None


def _value(raw: Any, path: list[str]) -> bool:
    for name in path:
        raw = raw.get(name) if isinstance(raw, dict) else None
    return not is_empty(raw)
