"""What passes as a file of its kind: every real morphology of the recordings, and none of what servers send instead."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from chalicelib.downloads.formats import ABF, ASC, GIF, HDF5, JPEG, NWB, PNG, SWC, ZIP, format_of
from chalicelib.errors import NotAFile

UPSTREAM = Path(os.environ.get("UPSTREAM") or Path(__file__).parents[2] / "../shared/upstream")
MORPHOLOGIES = sorted(
    file for file in UPSTREAM.glob("neuromorpho/morphologies/*") if file.suffix in (".swc", ".asc", ".h5")
)
WITHOUT_A_POINT = {"empty_file.swc"}
POINTS = b"1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n"
CONTOUR = b'("CellBody"\n  (Color Red)\n  (CellBody)\n  (1 1 0 0 S1)\n  (-1 1 0 0 S2)\n)\n'


@pytest.mark.skipif(not MORPHOLOGIES, reason="no recordings beside this checkout")
@pytest.mark.parametrize(
    "file", [file for file in MORPHOLOGIES if file.name not in WITHOUT_A_POINT], ids=lambda f: f.name
)
def test_every_real_reconstruction_passes_however_odd(file):
    expected = ASC if file.suffix == ".asc" else SWC
    assert format_of("morphology", file.read_bytes()) is expected


@pytest.mark.skipif(not MORPHOLOGIES, reason="no recordings beside this checkout")
@pytest.mark.parametrize("name", WITHOUT_A_POINT)
def test_a_real_file_without_a_point_is_none(name):
    with pytest.raises(NotAFile, match="without a single point"):
        format_of("morphology", (UPSTREAM / "neuromorpho/morphologies" / name).read_bytes())


@pytest.mark.parametrize(
    "body",
    [
        POINTS,
        POINTS.replace(b"\n", b"\r\n"),
        POINTS.replace(b"\n", b"\r"),
        POINTS.replace(b" ", b"\t"),
        POINTS.replace(b" ", b", "),
        b"\xef\xbb\xbf" + POINTS,
        POINTS.decode().encode("utf-16"),
        b"% MATLAB\n// C\n; Neurolucida\n" + POINTS.replace(b" ", b";"),
        POINTS.decode().encode("utf-16-le"),
        ("# Нейрон гиппокампа\n" * 40 + POINTS.decode()).encode("utf-16-be"),
        ("# 海马体神经元，一二三\r\n" * 100 + POINTS.decode()).encode("utf-16-le"),
        POINTS + bytes(4096),
        b"1.0e+00 1.0e+00 0 0 0 5 -1.0e+00\n",
        b"-1 1 0 0 0 5 -1\n-2 3 0 5 0 1 -1\n",
        b"1 1 0 0 0 inf -1\n2 3 0 -nan 0 1.#IND 1\n",
        b"# caf\xe9, 5 \xb5m\n" + POINTS,
        b"\n\n   \n# comment\n" + POINTS,
        b"n type x y z radius parent\n" + POINTS,
        b"1 1 1.5e-3 -.5 0. 5 -1 # the soma\n",
    ],
    ids=[
        "plain",
        "CRLF",
        "CR",
        "tabs",
        "commas",
        "BOM",
        "UTF-16",
        "headers",
        "no mark",
        "Cyrillic",
        "CJK",
        "padded",
        "scientific",
        "negative",
        "no number",
        "latin-1",
        "blank lines",
        "headline",
        "numbers",
    ],
)
def test_a_reconstruction_is_known_in_any_dress(body):
    assert format_of("morphology", body) is SWC


@pytest.mark.parametrize("body", [CONTOUR, b"; comment\r\n\r\n" + CONTOUR, b"\xef\xbb\xbf;\tV3 text file\n" + CONTOUR])
def test_a_neurolucida_file_is_known_by_its_points(body):
    assert format_of("morphology", body) is ASC


@pytest.mark.parametrize(
    ("body", "looks_like"),
    [
        (b"", "empty"),
        (b"  \r\n\n", "empty"),
        (b"<!DOCTYPE html><html><body>404 Not Found</body></html>", "an HTML page"),
        (b"\xef\xbb\xbf\n <html><head><title>Moved</title></head></html>", "an HTML page"),
        (b"<html><body><pre>\n1 1 0 0 0 5 -1\n</pre></body></html>\n", "an HTML page"),
        (b'{"status":404,"error":"Not Found","message":"Requested neuron not found"}', "JSON"),
        (b'<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>', "XML"),
        (b"404 Not Found", "something else"),
        (b"(function () { return (1); })()", "something else"),
        (b"# only a header\n# 1 1 0 0 0 5 -1\n", "a header without a single point"),
        (b"PK\x03\x04 whatever", "something else"),
    ],
)
def test_what_servers_send_instead_is_refused_and_named(body, looks_like):
    with pytest.raises(NotAFile, match=f"it is {looks_like}"):
        format_of("morphology", body)


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("trace", b"ABF2\x00\x00", ABF),
        ("trace", b"ABF \x66\x66", ABF),
        ("trace", b"\x89HDF\r\n\x1a\n\x00", NWB),
        ("trace", b"\x00" * 2048 + b"\x89HDF\r\n\x1a\n\x00", NWB),
        ("morphology", b"\x89HDF\r\n\x1a\n\x00", HDF5),
        ("image", b"\x89PNG\r\n\x1a\n\x00", PNG),
        ("image", b"\xff\xd8\xff\xe0", JPEG),
        ("image", b"GIF89a\x01", GIF),
    ],
)
def test_binary_formats_are_known_by_their_signature(kind, body, expected):
    assert format_of(kind, body) is expected


def test_an_archive_is_whole_or_none():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("cell.hoc", "create soma\n" * 200)
    assert format_of("archive", held.getvalue()) is ZIP
    with pytest.raises(NotAFile):
        format_of("archive", held.getvalue()[:-30])


@pytest.mark.parametrize("body", [b"<svg onload='alert(1)'/>", POINTS, b""])
def test_a_picture_is_no_script(body):
    with pytest.raises(NotAFile, match="kind image"):
        format_of("image", body)


def test_a_morphology_that_is_refused_says_which_line_and_why():
    with pytest.raises(NotAFile, match=r"something else; line 2: 'a' is no number, for x"):
        format_of("morphology", b"# header\n1 1 a 0 0 5 -1\n")
