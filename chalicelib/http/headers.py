"""Response headers: each leaves this service under a name that is a token, as one line of printable ASCII, and all of
them together fit through a gateway.

What comes from outside (a portal's words, a file's name) may hold control characters or letters beyond ASCII, or be of
any length, which a gateway refuses with a 500. An address is percent-encoded, a text for people is escaped and cut, any
other header is dropped with a note.
"""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

HeaderValue = str | list[str]
NOTES = "X-Notes"
LONGEST = 4000  # characters of a value
LONGEST_ADDRESS = 6000
LARGEST = 9000  # characters of all headers; API Gateway takes 10,240 bytes
LARGEST_GIVEN = 7500  # of those that a portal and its handler give, so that the service's own fit beside them
FOR_TEXTS = 1000
_ADDRESSES = frozenset({"location", "content-location"})
_TEXTS = frozenset({"x-notes", "x-defaults"})
_FIRST_TO_GO = re.compile(r"(?i)(?:x-)?ratelimit")
_ALLOWED = re.compile(r"[\x20-\x7e]*")
_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}")
_ASCII = "".join(map(chr, range(0x21, 0x7F)))
_CHARACTERS, _TOO_LONG = "it holds characters that a header cannot", "it is too long"


def writable(headers: Mapping[str, HeaderValue], largest: int = LARGEST) -> dict[str, HeaderValue]:
    """The same headers as a gateway can send them, `largest` characters in all; what had to be dropped is named in
    X-Notes.
    """
    found: dict[str, HeaderValue] = {}
    dropped: dict[str, str] = {}
    for name, value in headers.items():
        kept, fault = _write_all(name, [value] if isinstance(value, str) else value)
        if fault:
            dropped[name] = fault
        if kept:
            found[name] = kept[0] if isinstance(value, str) else kept
    for name in _beyond(found, largest):
        del found[name]
        dropped[name] = _TOO_LONG
    if dropped:
        notes = [f"{name[:80]}: left out, {fault}" for name, fault in dropped.items()]
        found[NOTES] = header_text([str(found[NOTES]), *notes] if NOTES in found else notes)
    return _with_short_texts(found, largest)


def header_text(texts: Sequence[str]) -> str:
    """Texts for people as one header's value, escaped and not too long."""
    return _cut(_escape("; ".join(texts)), LONGEST)


def _write_all(name: str, values: Sequence[str]) -> tuple[list[str], str]:
    """The values that can be sent, and what is wrong with the others."""
    if not _NAME.fullmatch(name):
        return [], _CHARACTERS
    written = [_write(name.lower(), one) for one in values]
    longest = LONGEST_ADDRESS if name.lower() in _ADDRESSES else LONGEST + 3
    kept = [one for one in written if one is not None and len(one) <= longest]
    fault = _CHARACTERS if None in written else _TOO_LONG if len(kept) < len(written) else ""
    return kept, fault


def _write(name: str, value: str) -> str | None:
    if name in _TEXTS:
        return header_text([value])
    if name in _ADDRESSES:
        return quote(value.strip(), safe=_ASCII, errors="replace")
    if name == "link":  # addresses in angle brackets, with parameters beside them
        value = re.sub(r"<[^<>]*>", lambda found: quote(found[0], safe=_ASCII, errors="replace"), value)
    return value if _ALLOWED.fullmatch(value) else None


def _beyond(headers: Mapping[str, HeaderValue], largest: int) -> list[str]:
    """The headers that no place is left for: limits of rates, then the longest; never an address or a text."""
    order = sorted(headers, key=lambda name: (bool(_FIRST_TO_GO.match(name)), _size(name, headers[name])))
    left = largest - FOR_TEXTS - sum(_size(name, headers[name]) for name in headers if name.lower() in _ADDRESSES)
    beyond = []
    for name in order:
        if name.lower() not in _ADDRESSES | _TEXTS:
            left -= _size(name, headers[name])
            if left < 0:
                beyond.append(name)
    return beyond


def _with_short_texts(headers: dict[str, HeaderValue], largest: int) -> dict[str, HeaderValue]:
    """Texts cut to what the other headers leave of the whole, in equal parts."""
    texts = [name for name in headers if name.lower() in _TEXTS]
    used = sum(_size(name, value) for name, value in headers.items() if name not in texts)
    share = (largest - used) // max(1, len(texts))
    fit = {name: _cut(str(headers[name]), max(0, share - len(name) - 10)) for name in texts}
    return {**headers, **fit}


def _size(name: str, value: HeaderValue) -> int:
    return sum(len(name) + len(one) + 4 for one in ([value] if isinstance(value, str) else value))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest + 3 else f"{text[:longest]}..."


def _escape(text: str) -> str:
    """One line: white space becomes a blank, any other character beyond printable ASCII its escape sequence."""
    return re.sub(r"[^\x20-\x7e]", _sequence, " ".join(text.split()))


def _sequence(found: re.Match[str]) -> str:
    return ascii(found.group())[1:-1]
