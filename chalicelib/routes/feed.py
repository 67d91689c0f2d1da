"""Writes the Atom feed of what changed: an entry a publish, newest first, with links to the pages of its records.

Atom   https://www.rfc-editor.org/rfc/rfc4287, paged by https://www.rfc-editor.org/rfc/rfc5005#section-3
XML    https://www.w3.org/TR/xml/#charsets: what no document may hold (U+FFFE in a search) is shown as U+FFFD
"""

import re
from collections.abc import Sequence
from html import escape
from urllib.parse import unquote_plus
from xml.etree import ElementTree as ET

from chalicelib.json_types import Json

ATOM = "application/atom+xml"
KINDS = ("added", "changed", "removed")
ENTRIES = 50  # a page
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINKED = 200  # records of a kind that an entry links to; more are counted


def write_feed(
    publishes: Sequence[Json], base: str, address: str, parameters: str, page: int, updated: str, *, scope: str = ""
) -> bytes:
    """The feed at `address` with these parameters; `updated` is when what is served came to be served.

    `scope` are the parameters that narrow it: its entries are others than those of the whole feed, and say so.
    """
    identifier = f"{address}?{parameters}" if parameters else address
    address = f"{address}?{f'{parameters}&' if parameters else ''}format=atom"
    newest_first = list(reversed(publishes))
    shown = newest_first[page * ENTRIES : (page + 1) * ENTRIES]
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en"})
    _add(feed, "title", f"Hippocampus Hub: what changed{f' ({unquote_plus(scope)})' if scope else ''}")
    _add(feed, "id", identifier)
    _add(feed, "updated", newest_first[0]["published_at"] if newest_first else updated)
    _add(_add(feed, "author"), "name", "Hippocampus Hub")
    _link(feed, "self", _page_of(address, page), ATOM)
    _link(feed, "first", address, ATOM)
    _link(feed, "alternate", f"{base}/", "text/html")
    if page:
        _link(feed, "previous", _page_of(address, page - 1), ATOM)
    if len(newest_first) > (page + 1) * ENTRIES:
        _link(feed, "next", _page_of(address, page + 1), ATOM)
    for one in shown:
        _write_entry(feed, one, base, scope)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode").encode()


def _write_entry(feed: ET.Element, publish: Json, base: str, scope: str) -> None:
    entry = _add(feed, "entry")
    named = [id for kind in KINDS[:2] for id in publish[kind]]
    _add(entry, "title", f"{publish['provider']}: {_summary(publish)}")
    _add(entry, "id", f"{base}/harvests/{publish['run']}{f'?{scope}' if scope else ''}#{publish['published_at']}")
    _add(entry, "updated", publish["published_at"])
    page = f"{base}/records/{named[0]}" if len(named) == 1 else f"{base}/harvests/{publish['run']}"
    _link(entry, "alternate", page)
    for id in named[:LINKED] if len(named) > 1 else ():
        _link(entry, "related", f"{base}/records/{id}")
    _add(entry, "category", term=publish["provider"])
    _add(entry, "content", "".join(_list_of(kind, publish[kind], base) for kind in KINDS) or "Nothing.", type="html")


def _summary(publish: Json) -> str:
    counts = [f"{len(publish[kind])} {kind}" for kind in KINDS if publish[kind]]
    only = publish["added"] or publish["changed"] or publish["removed"]
    name = f" ({only[0]})" if len(counts) == 1 and len(only) == 1 else ""
    return (", ".join(counts) or "nothing changed") + name


def _list_of(kind: str, ids: Sequence[str], base: str) -> str:
    if not ids:
        return ""
    more = f"<li>and {len(ids) - LINKED} more</li>" if len(ids) > LINKED else ""
    items = "".join(_item(id, base, linked=kind != "removed") for id in ids[:LINKED])
    return f"<p>{kind.capitalize()}: {len(ids)}</p><ul>{items}{more}</ul>"


def _item(id: str, base: str, *, linked: bool) -> str:
    text = escape(id)
    return f'<li><a href="{escape(base)}/records/{text}">{text}</a></li>' if linked else f"<li>{text}</li>"


def _page_of(address: str, page: int) -> str:
    return f"{address}&page={page}" if page else address


def _link(parent: ET.Element, relation: str, address: str, kind: str = "") -> None:
    _add(parent, "link", rel=relation, href=address, **({"type": kind} if kind else {}))


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, name, attributes)
    made.text = _NOT_IN_XML.sub("\ufffd", text) or None
    return made
