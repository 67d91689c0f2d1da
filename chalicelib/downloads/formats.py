"""Is it the file that it should be? Small looks at the content; an error page with status 200 is none of these.

Own looks instead of a reader such as MorphIO (18 MB packed): a reader refuses reconstructions that a scientist can
still use (a missing parent, an id used twice, an unclosed bracket), and takes an empty file for a neuron.

SWC              one point a line; what a line is says chalicelib/morphology/swc_lines.py
Neurolucida ASC  bracketed blocks with points (x y z diameter), `;` comments
HDF5, NWB        https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html: the signature at 0, 512, 1024,
                 2048 ...
ABF              Axon Binary Format 1 ("ABF ") and 2 ("ABF2")
"""

import io
import re
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from chalicelib.errors import NotAFile
from chalicelib.morphology.swc_lines import COMMENTS, data_lines, first_fault, looks_like_swc, plain_text

_NUMBER = rb"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_ASC_POINT = re.compile(rb"\(\s*" + _NUMBER + rb"(?:[\s,]+" + _NUMBER + rb"){2,3}(?=[\s,)])")
_HDF5 = b"\x89HDF\r\n\x1a\n"


class Format(NamedTuple):
    """`extensions`: how such a file's name may end; the first one is added to a name that ends otherwise."""

    extensions: tuple[str, ...]
    content_type: str


SWC = Format((".swc",), "text/plain")
ASC = Format((".asc",), "text/plain")
HDF5 = Format((".h5", ".hdf5", ".nwb"), "application/x-hdf5")
NWB = Format((".nwb", ".h5", ".hdf5"), "application/x-hdf5")
ABF = Format((".abf",), "application/octet-stream")
ZIP = Format((".zip",), "application/zip")
PNG = Format((".png",), "image/png")
JPEG = Format((".jpg", ".jpeg"), "image/jpeg")
GIF = Format((".gif",), "image/gif")


def format_of(kind: str, body: bytes) -> Format:
    """The format of a file that should be of this kind; raises NotAFile saying what it looks like instead."""
    text = plain_text(body)
    for found, looks_so in _KINDS[kind]:
        if looks_so(text if found in (SWC, ASC) else body):
            return found
    instead, line = _instead(kind, text)
    raise NotAFile(f"What the source sent is not a file of kind {kind}: it is {instead}.", line=line)


def _is_asc(body: bytes) -> bool:
    first = next(data_lines(body), (0, b""))[1]
    return first.startswith(b"(") and bool(_ASC_POINT.search(body))


def _is_hdf5(body: bytes) -> bool:
    places = [0, *(512 << step for step in range(12))]
    return any(body[place : place + 8] == _HDF5 for place in places)


def _is_zip(body: bytes) -> bool:
    """With its table of contents at the end: a download that broke off has none."""
    return body.startswith(b"PK\x03\x04") and zipfile.is_zipfile(io.BytesIO(body))


def _starts(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda body: body.startswith(marks)


_KINDS: dict[str, tuple[tuple[Format, Callable[[bytes], bool]], ...]] = {
    "morphology": ((SWC, looks_like_swc), (ASC, _is_asc), (HDF5, _is_hdf5)),
    "trace": ((ABF, _starts(b"ABF ", b"ABF2")), (NWB, _is_hdf5)),
    "archive": ((ZIP, _is_zip),),
    "image": (
        (PNG, _starts(b"\x89PNG\r\n\x1a\n")),
        (JPEG, _starts(b"\xff\xd8\xff")),
        (GIF, _starts(b"GIF87a", b"GIF89a")),
    ),
}


def _instead(kind: str, text: bytes) -> tuple[str, int | None]:
    """What it is in words, and which line of it is at fault, if one is."""
    start = text[:2000].strip().lower()
    if not start:
        return "empty", None
    if start.startswith((b"<!doctype html", b"<html")) or b"<body" in start:
        return "an HTML page", 1
    if start.startswith((b"{", b"[")):
        return "JSON", 1
    if start.startswith(b"<"):
        return "XML", 1
    if start.startswith(COMMENTS) and not next(data_lines(text), None):
        return "a header without a single point", None
    fault = first_fault(text) if kind == "morphology" else None
    return (f"something else; line {fault[0]}: {fault[1]}", fault[0]) if fault else ("something else", None)
