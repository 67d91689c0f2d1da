"""Response headers: every value that leaves this service is one line of printable ASCII.

What comes from outside (a portal's words, a file's name) may hold control characters or letters beyond ASCII, which a
gateway refuses with a 500. An address is percent-encoded, a text for people is escaped, any other value is dropped with
a note.
"""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

HeaderValue = str | list[str]
NOTES = "X-Notes"
LONGEST = 4000  # characters of a text; API Gateway takes 10,240 bytes of headers in all
_ADDRESSES = frozenset({"location", "link", "content-location"})
_TEXTS = frozenset({"x-notes", "x-defaults"})
_ALLOWED = re.compile(r"[\x20-\x7e]*")
_ASCII = "".join(map(chr, range(0x21, 0x7F)))


def writable(headers: Mapping[str, HeaderValue]) -> dict[str, HeaderValue]:
    """The same headers as a gateway can send them; what had to be dropped is named in X-Notes."""
    found: dict[str, HeaderValue] = {}
    dropped: list[str] = []
    for name, value in headers.items():
        values = [_write(name.lower(), one) for one in ([value] if isinstance(value, str) else value)]
        kept = [one for one in values if one is not None]
        if len(kept) < len(values):
            dropped.append(f"{name}: left out, it holds characters that a header cannot")
        if kept:
            found[name] = kept[0] if isinstance(value, str) else kept
    if dropped:
        found[NOTES] = header_text([str(found[NOTES]), *dropped] if NOTES in found else dropped)
    return found


def header_text(texts: Sequence[str]) -> str:
    """Texts for people as one header's value, escaped and not too long."""
    plain = _escape("; ".join(texts))
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}..."


def _write(name: str, value: str) -> str | None:
    if _ALLOWED.fullmatch(value):
        return value
    if name in _ADDRESSES:
        return quote(value.strip(), safe=_ASCII, errors="replace")
    return _escape(value) if name in _TEXTS else None


def _escape(text: str) -> str:
    """One line: white space becomes a blank, any other character beyond printable ASCII its escape sequence."""
    return re.sub(r"[^\x20-\x7e]", _sequence, " ".join(text.split()))


def _sequence(found: re.Match[str]) -> str:
    return ascii(found.group())[1:-1]
