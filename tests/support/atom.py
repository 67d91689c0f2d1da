"""Whether a feed is valid: RFC 4287 by its grammar (`atom.rng`) and the rules that no grammar holds; RFC 5005 for its
pages.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lxml import etree

GRAMMAR = Path(__file__).with_name("atom.rng")
_ATOM = "{http://www.w3.org/2005/Atom}"
_PAGING = ("first", "last", "previous", "next")  # RFC 5005, section 3
_ONCE = ("self", *_PAGING)


def faults_of(*pages: bytes) -> list[str]:
    """What is wrong with a feed whose pages these are, newest first; nothing for a valid one."""
    schema = etree.RelaxNG(etree.parse(GRAMMAR))
    feeds = [etree.fromstring(page) for page in pages]
    faults = [str(error) for feed in feeds if not schema.validate(feed) for error in schema.error_log]
    entries = [one for feed in feeds for one in feed.iter(f"{_ATOM}entry")]
    faults += [f"the id {id} stands {count} times" for id, count in _repeated(_text(one, "id") for one in entries)]
    faults += [fault for one in (*feeds, *entries) for fault in _link_faults(one)]
    faults += [f"{_text(one, 'id')} has neither content nor alternate" for one in entries if not _is_readable(one)]
    if len({_text(feed, "id") for feed in feeds}) > 1:
        faults.append("pages of one feed have different ids")
    return faults


def _link_faults(parent: etree._Element) -> list[str]:
    links = parent.findall(f"{_ATOM}link")
    alternates = [(one.get("type"), one.get("hreflang")) for one in links if one.get("rel", "alternate") == "alternate"]
    relations = [one.get("rel", "alternate") for one in links]
    faults = [f"{count} alternate links of type {kind}" for kind, count in _repeated(alternates)]
    faults += [f"{count} links {name}" for name, count in _repeated(relations) if name in _ONCE]
    if parent.tag == f"{_ATOM}feed" and "self" not in relations:
        faults.append("a feed without a link to itself")
    return faults


def _is_readable(entry: etree._Element) -> bool:
    links = entry.findall(f"{_ATOM}link")
    return entry.find(f"{_ATOM}content") is not None or any(one.get("rel", "alternate") == "alternate" for one in links)


def _repeated(values: Iterable[Any]) -> list[tuple[Any, int]]:
    return [(value, count) for value, count in Counter(values).items() if count > 1]


def _text(parent: etree._Element, name: str) -> str:
    return str(parent.findtext(f"{_ATOM}{name}"))
