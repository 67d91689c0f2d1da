"""What a line of SWC is: text in any encoding, comments in any dress, seven numbers in any spelling.

The one place that knows the format, without NumPy, so that a download is checked and a reconstruction is read alike.
Source  http://www.neuronland.org/NLMorphologyConverter/MorphologyFormats/SWC/Spec.html: id type x y z radius parent
Quirks  CRLF, CR, tabs, commas, semicolons, quotes, leading blanks, a headline, latin-1, UTF-16 with and without a mark;
        headers after `#`, `%`, `//`, `;`; identifiers such as 1.0 or 1e+00; NA, -nan, 1.#IND and inf for a number;
        what word processors and DOS leave: hard blanks, a minus that is no hyphen, decimal commas, Ctrl-Z at the end
"""

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

COLUMNS: Final = ("id", "type", "x", "y", "z", "radius", "parent")
LOOKED_AT: Final = (
    200  # lines of data that tell whether a text is SWC; a headline or some broken lines may be among them
)
_START: Final = 1_000_000  # bytes in which those lines are
COMMENTS: Final = (b"#", b"%", b"//", b";", b"!")
_INLINE_COMMENT: Final = re.compile(rb"(?<!1[.,])#|//|%")  # but "1.#IND" is a number
_BLANKS: Final = bytes.maketrans(b";\t\x0b\x0c\xa0", b"     ")
_QUOTES: Final = b"\"'"
_LOOKALIKES: Final = {  # UTF-8 of a hard blank, a minus, separators of lines and paragraphs within a line
    b"\xc2\xa0": b" ",
    b"\xe2\x88\x92": b"-",
    b"\xe2\x80\xa8": b" ",
    b"\xe2\x80\xa9": b" ",
}
_FORTRAN: Final = re.compile(rb"(?<=[\d.])[dD](?=[-+]?\d)")  # 1.5D+02
_NOT_A_NUMBER: Final = re.compile(
    rb"[-+]?(?:nan|nan\(.*\)|na|n/a|null|none|1\.#(?:ind|qnan|snan|nan|j|r)\d*)", re.IGNORECASE
)
_INFINITE: Final = re.compile(rb"[-+]?(?:inf|infinity|1\.#inf\d*)", re.IGNORECASE)
_NUMBER: Final = re.compile(rb"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_UTF32: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Point(NamedTuple):
    """One line of SWC: lengths in µm as the file has them; a coordinate or radius may be nan or infinite."""

    id: int
    type: int
    x: float
    y: float
    z: float
    radius: float
    parent: int


def plain_text(body: bytes) -> bytes:
    """The text in an encoding that keeps ASCII, with line feeds alone; what cannot be decoded becomes U+FFFD."""
    text = _ascii_kept(body).replace(b"\r\n", b"\n").replace(b"\r", b"\n").rstrip(b"\x00\x1a\n")
    for written, meant in _LOOKALIKES.items():
        text = text.replace(written, meant)
    return text + b"\n"


def _ascii_kept(body: bytes) -> bytes:
    if body.startswith(_UTF32):
        return body.decode("utf-32", errors="replace").encode()
    if body.startswith(_UTF16):
        return body.decode("utf-16", errors="replace").encode()
    if encoding := _unmarked_utf16(body[:_START].rstrip(b"\x00")):
        return body.decode(encoding, errors="replace").encode()
    while body.startswith(codecs.BOM_UTF8):  # editors have added a second one
        body = body.removeprefix(codecs.BOM_UTF8)
    return body


def _unmarked_utf16(start: bytes) -> str | None:
    """The encoding of UTF-16 without a mark: every second byte of its digits and blanks is zero; a header in any
    script may stand before them, and some of its letters have a zero for their first byte. Other text has no zeros.
    """
    pairs = len(start) // 2
    zeros = {"utf-16-be": start[0 : 2 * pairs : 2].count(0), "utf-16-le": start[1 : 2 * pairs : 2].count(0)}
    likely = max(zeros, key=lambda encoding: zeros[encoding])
    if pairs < 4 or zeros[likely] < 0.02 * pairs:
        return None
    try:
        text = codecs.getincrementaldecoder(likely)().decode(start)  # what the end cuts in two is left out
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else likely


def data_lines(text: bytes, first: int = 1) -> Iterator[tuple[int, bytes]]:
    """Number (the first line of `text` is `first`) and content of each line that is neither blank nor a comment."""
    for number, line in enumerate(text.split(b"\n"), first):
        content = line.strip()
        if content and not content.startswith(COMMENTS):
            yield number, content


def tokens_of(line: bytes) -> list[bytes]:
    """The values of a line without its trailing comment; commas part values, or are decimal where others part seven."""
    content = _INLINE_COMMENT.split(line, maxsplit=1)[0].translate(_BLANKS, _QUOTES)
    by_blanks = content.split()
    if b"," not in content:
        return by_blanks
    if len(by_blanks) >= len(COLUMNS) and not any(one.startswith(b",") or one.endswith(b",") for one in by_blanks):
        return [one.replace(b",", b".") for one in by_blanks]
    return content.replace(b",", b" ").split()


def point_of(line: bytes) -> Point:
    """The point on a line; raises ValueError saying what is wrong with it."""
    return point_of_tokens(tokens_of(line))


def point_of_tokens(tokens: list[bytes]) -> Point:
    """The same of a line's values; those behind the seventh are passed over."""
    if len(tokens) < len(COLUMNS):
        raise ValueError(f"{len(tokens)} values where a point has 7 ({' '.join(COLUMNS)})")
    identifier, kind, x, y, z, radius, parent = map(number_of, COLUMNS, tokens)
    return Point(_whole("id", identifier), _whole("type", kind), x, y, z, radius, _whole("parent", parent))


def looks_like_swc(text: bytes) -> bool:
    """Whether at least half of the first lines of data are points."""
    lines = points = 0
    for _, line in islice(data_lines(text[:_START]), LOOKED_AT):
        lines, points = lines + 1, points + _is_point(line)
    return 0 < lines <= 2 * points


def first_fault(text: bytes) -> tuple[int, str] | None:
    """The first of the looked-at lines that is no point, by its number, and what is wrong with it."""
    for number, line in islice(data_lines(text[:_START]), LOOKED_AT):
        try:
            point_of(line)
        except ValueError as error:
            return number, str(error)
    return None


def _is_point(line: bytes) -> bool:
    try:
        return bool(point_of(line))
    except ValueError:
        return False


def number_of(name: str, token: bytes) -> float:
    """What a value says, nan and infinite included; raises ValueError naming the column `name`."""
    token = _FORTRAN.sub(b"e", token)
    if _NUMBER.fullmatch(token):
        return float(token)
    if _NOT_A_NUMBER.fullmatch(token):
        return float("nan")
    if _INFINITE.fullmatch(token):
        return float("-inf") if token.startswith(b"-") else float("inf")
    shown = token[:20].decode("utf-8", errors="replace")
    raise ValueError(f"{shown!r} is no number, for {name}")


def _whole(name: str, value: float) -> int:
    if not -(2**53) < value < 2**53 or value != int(value):  # nan fails the comparison
        raise ValueError(f"{value} is no whole number, for {name}")
    return int(value)
