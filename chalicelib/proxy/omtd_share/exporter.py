"""The document of one submission: read by the portal's mapper, written by the table, validated where a schema is
given.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import inf
from pathlib import Path
from threading import Lock
from typing import Any

from lxml import etree

from chalicelib.errors import SourceError, WrongSettings
from chalicelib.proxy.forward import PortalClient
from chalicelib.proxy.model import Item
from chalicelib.proxy.omtd_share.mappers import build_record, mapper_of
from chalicelib.proxy.omtd_share.submission import Lookups, Origin, Report, Submission
from chalicelib.proxy.omtd_share.translations import resolve_languages
from chalicelib.proxy.omtd_share.values import clean
from chalicelib.proxy.omtd_share.writer import NotAllowed, write_document

Validate = Callable[[bytes], str | None]  # what is wrong with a document, None for a valid one
_DENIED = (401, 403, 404, 410)  # the portal has nothing to download for this caller; any other refusal says nothing


class Invalid(Exception):
    """A document that the schema does not allow; it is never sent."""


class OutOfTime(Exception):
    """There is no time left to ask what the document needs; what was asked is kept."""


@dataclass(frozen=True)
class Document:
    """A document and what there is to say of it."""

    acronym: str
    xml: bytes
    report: Report


class Exporter:
    """Documents of one portal. What it asks beside the submissions is asked once per address, and kept in `known` (as
    JSON).

    After `until` (seconds since 1970) nothing is asked any more: the document is made of what is known, or, if it must
    be `whole`, not made.
    """

    def __init__(
        self,
        client: PortalClient,
        validate: Validate | None = None,
        *,
        until: float = inf,
        whole: bool = False,
        known: dict[str, Any] | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        portal = client.portal
        self._client, self._validate, self._until, self._clock = client, validate, until, clock
        self._whole, self._known, self._locks = whole, {} if known is None else known, dict[str, Lock]()
        self._origin = Origin(portal.title, portal.home, portal.kind, portal.language)
        self._lookups = Lookups(
            downloadable=lambda address: self._once("download", address, self._is_there),
            name_of=lambda address: self._once("name", address, self._name),
            metrics=self._metrics,
        )

    def document(self, submission: Item, ontology: Item, *, latest: bool = True) -> Document:
        """Raises Invalid, OutOfTime."""
        report = Report()
        item, about = (Item(clean(one.raw, self._client.secrets)) for one in (submission, ontology))
        read = Submission.read(item, about, self._origin, self._lookups, latest=latest, report=report)
        try:
            xml = write_document(build_record(mapper_of(self._origin.kind), read), report)
        except NotAllowed as error:
            raise Invalid(str(error)) from error
        if self._validate and (wrong := self._validate(xml)):
            raise Invalid(wrong)
        return Document(read.acronym, xml, report)

    def _once(self, kind: str, address: str, ask: Callable[[str], Any]) -> Any:
        """What the portal says there; None where it does not tell, or there is no time to ask."""
        key = f"{kind} {address}"
        with self._locks.setdefault(key, Lock()):
            if key in self._known:
                return self._known[key]
            if self._clock() >= self._until:
                if self._whole:
                    raise OutOfTime
                return None
            self._known[key] = ask(address)
            return self._known[key]

    def _is_there(self, address: str) -> bool | None:
        path = self._client.path_of(address)
        if path is None:
            return False
        try:
            status = self._client.head(path)
        except SourceError:
            return None
        return True if status < 400 else False if status in _DENIED else None

    def _name(self, address: str) -> str | None:
        found = self._raw(address)
        return Item(resolve_languages(found, self._origin.language)[0]).text("name") if found else None

    def _metrics(self, address: str) -> Item | None:
        found = self._once("metrics", address, self._raw)
        return Item(found) if found else None

    def _raw(self, address: str) -> Any:
        if self._client.path_of(address) is None:
            return None
        try:
            found = self._client.follow(address).as_object()
        except SourceError:
            return None
        return clean(found.raw, self._client.secrets) if found else None


@cache
def validator(schema: Path) -> Validate:
    """Checks documents against the official schema at `schema`; raises WrongSettings where it cannot be read."""
    try:
        # libxml2 takes a file that two others name differently for two files unless its path is absolute
        compiled = etree.XMLSchema(file=str(schema.resolve()))
    except (etree.XMLSchemaParseError, etree.XMLSyntaxError, OSError) as error:
        raise WrongSettings(f"OMTD_SHARE_XSD: {schema} is no schema that can be read: {error}.") from error

    one_at_a_time = Lock()  # the errors of a validation are kept in the schema

    def wrong(document: bytes) -> str | None:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
        with one_at_a_time:
            try:
                compiled.assertValid(etree.fromstring(document, parser))
            except etree.DocumentInvalid as error:
                return str(error)
        return None

    return wrong
