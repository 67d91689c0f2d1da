"""From a tree of names and texts to XML that the table of the schema allows; anything else is refused, never written.

A tree is nested mappings by element name: a text, a `Text` with attributes, a mapping, or a list of these. The order of
a mapping does not matter, empty parts are left out. Characters that XML 1.0 forbids become U+FFFD, and free text is cut
at its greatest length; the report says so.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Union

from lxml import etree

from chalicelib.proxy.omtd_share.languages import is_allowed
from chalicelib.proxy.omtd_share.schema import LOCATION, NAMESPACE, ROOT, Leaf, children, leaf
from chalicelib.proxy.omtd_share.submission import Report

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Text:
    """A text with attributes; a name with `ms:` is qualified."""

    text: str
    attributes: Mapping[str, str] = field(default_factory=dict)


Part = Union[str, Text, "Tree", Sequence[Union[str, Text, "Tree"]], None]
Tree = Mapping[str, Part]


class NotAllowed(Exception):
    """A tree that the schema has no place for: a bug."""


def write_document(tree: Tree, report: Report) -> bytes:
    """The document of this record; raises NotAllowed."""
    root = etree.Element(_qname(ROOT), nsmap={"ms": NAMESPACE, "xsi": _XSI})
    root.set(f"{{{_XSI}}}schemaLocation", f"{NAMESPACE} {LOCATION}")
    _fill(root, ROOT, tree, report)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _fill(element: etree._Element, name: str, tree: Tree, report: Report) -> None:
    allowed = children(name)
    if allowed is None:
        raise NotAllowed(f"{name} holds no elements.")
    if unknown := set(tree) - {one.name for one in allowed}:
        raise NotAllowed(f"{name} does not hold {', '.join(sorted(unknown))}.")
    for child in allowed:
        parts = list(_parts(tree.get(child.name)))
        if not child.least <= len(parts) <= child.most:
            raise NotAllowed(f"{name} holds {child.name} {len(parts)} times.")
        for part in parts:
            _add(element, child.name, part, report)


def _parts(given: Part) -> Iterator[str | Text | Tree]:
    """The parts that hold something."""
    found = given if isinstance(given, Sequence) and not isinstance(given, str) else (given,)
    return (one for one in found if one is not None and one not in ({}, ""))


def _add(parent: etree._Element, name: str, part: str | Text | Tree, report: Report) -> None:
    element = etree.SubElement(parent, _qname(name))
    if isinstance(part, Mapping):
        _fill(element, name, part, report)
        return
    about = leaf(name)
    if about is None:
        raise NotAllowed(f"{name} holds no text.")
    given = part if isinstance(part, Text) else Text(part)
    element.text = _fit(name, given.text, about, report)
    for key, value in _attributes(name, given.attributes, about).items():
        element.set(_qname(key.removeprefix("ms:")) if key.startswith("ms:") else key, value)


def _fit(name: str, given: str, about: Leaf, report: Report) -> str:
    text = _FORBIDDEN.sub("\ufffd", given)
    if text != given:
        report.note(f"{name}: characters that XML forbids were replaced")
    if about.is_free and about.longest and len(text) > about.longest:
        report.note(f"{name}: cut from {len(text)} to {about.longest} characters")
        text = text[: about.longest - 1].rstrip() + "…"
    if not about.allows(text) or (name == "language" and not is_allowed(text)):
        raise NotAllowed(f"{name} cannot be {text[:80]!r}.")
    return text


def _attributes(name: str, given: Mapping[str, str], about: Leaf) -> Mapping[str, str]:
    needed = dict(about.attributes)
    if needed.keys() - given.keys() or given.keys() - needed.keys() - set(about.optional):
        raise NotAllowed(f"{name} has the attributes {', '.join(needed)}, not {', '.join(given)}.")
    for key, value in given.items():
        if needed.get(key) and value not in needed[key]:
            raise NotAllowed(f"{name}: {key} cannot be {value[:80]!r}.")
    return given


def _qname(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
