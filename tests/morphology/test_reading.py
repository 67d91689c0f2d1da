"""Reading SWC whatever it looks like: what others read is read, what is refused says which line and why."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.errors import UnreadableMorphology
from chalicelib.morphology.asc import MAX_NESTING, prepare_asc
from chalicelib.morphology.load import load
from chalicelib.morphology.swc import read_points
from chalicelib.morphology.swc_lines import looks_like_swc, plain_text, point_of

PLAIN = "1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n4 3 1 14 0 0.8 3\n"
ASC_PIECES = [
    "(",
    ")",
    "(CellBody)",
    "(0 0 0 1)",
    "(nan 0 0 1)",
    "(1 inf 2)",
    '"(a"',
    ";(\n",
    "\n",
    '"',
    "( CellBody )\n",
]
SCIENTIFIC = "\n".join(" ".join(f"{float(one):.18e}" for one in line.split()) for line in PLAIN.splitlines())


def points(text):
    return read_points(plain_text(text.encode() if isinstance(text, str) else text))


def same(text):
    found, plain = points(text), points(PLAIN)
    return all(
        np.array_equal(getattr(found, name), getattr(plain, name))
        for name in ("ids", "types", "xyz", "radii", "parents")
    )


@pytest.mark.parametrize(
    "text",
    [
        SCIENTIFIC,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        PLAIN.replace(" ", "\t"),
        PLAIN.replace(" ", ", "),
        PLAIN.replace(" ", ";"),
        PLAIN.replace("\n", ";\n"),
        PLAIN.replace("0.8", "0,8"),
        PLAIN.replace("0.8", "8.0D-01"),
        PLAIN.replace("0.8", ".8"),
        "% a header of MATLAB\n" + PLAIN,
        "// a header of C\n" + PLAIN,
        "; a header of Neurolucida\n! one of Fortran\n" + PLAIN,
        "id type x y z radius parent\n" + PLAIN,
        PLAIN.replace("\n", "  # a comment\n"),
        PLAIN.replace("\n", " 7 8 9\n"),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        b"\xef\xbb\xbf\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace(" ", "\u00a0"),
        PLAIN.replace("-1", "\u22121"),
        PLAIN.replace("\n", "\u2028\n"),
        PLAIN.replace("0.8", "0,8").replace(" ", ";"),
        PLAIN.replace("0.8", "0,8").replace("\n", " 7 8\n"),
        "\n".join(",".join(f'"{one}"' for one in line.split()) for line in PLAIN.splitlines()),
        PLAIN.encode("utf-16"),
        PLAIN.encode("utf-16-le"),
        PLAIN.encode("utf-16-be"),
        ("# Реконструкция нейрона, слой CA1\n" * 20 + PLAIN).encode("utf-16-le"),
        ("# 海馬の錐体細胞の再構成\r\n" * 40 + PLAIN).encode("utf-16-be"),
        ("# нейрон\n" + PLAIN).encode("utf-16-le"),
        ("# Μέτρα\n" * 60 + PLAIN.replace("\n", "\r")).encode("utf-16-le"),
        PLAIN.encode("utf-32"),
        b"# \xb5m, caf\xe9\n" + PLAIN.encode("latin-1"),
    ],
)
def test_a_reconstruction_is_read_in_any_dress(text):
    assert same(text)


@pytest.mark.parametrize(
    ("token", "value"),
    [
        *((token, np.nan) for token in ("nan", "-nan", "NA", "1.#IND", "-1.#IND00", "1.#QNAN", "1.#J", "1,#IND")),
        *((token, np.inf) for token in ("inf", "Infinity", "1.#INF", "1e999", "1e300")),
        *((token, -np.inf) for token in ("-inf", "-1e300")),
    ],
)
def test_a_number_that_is_none_is_kept(token, value):
    radii = points(PLAIN.replace("0.8", token)).radii
    assert np.array_equal(radii, [5, 1, 1, value], equal_nan=True)


def test_identifiers_may_be_negative():
    tree = load(b"-10 1 0 0 0 5 -1\n-9 3 0 5 0 1 -10\n-8 3 0 9 0 1 -9\n", "swc").tree
    assert tree.parents.tolist() == [-1, 0, 1]


def test_lines_are_counted_from_one_with_comments_and_blank_lines():
    assert points("# a\n\n" + PLAIN).lines.tolist() == [3, 4, 5, 6]


def test_a_line_that_is_no_point_is_passed_over_and_noted():
    assert points(PLAIN + "5 3 1 1").malformed == (5,)


@pytest.mark.parametrize("end", ["\x1a", "\n\x1a\n", "\0\0\0"])
def test_what_systems_append_to_a_file_is_no_line(end):
    assert points(PLAIN + end).malformed == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# only a header\n", "no line with a point"),
        ("", "no line with a point"),
        ("1 1 0 0 0 5\n2 3 0\n", r"line 1: 6 values where a point has 7"),
        ("# x\n1 1 a 0 0 5 -1\n", r"line 2: 'a' is no number, for x"),
        ("1.5 1 0 0 0 5 -1\n", r"line 1: 1.5 is no whole number, for id"),
        ("1 1 0 0 0 5 nan\n", r"line 1: nan is no whole number, for parent"),
        ("<html><body>404</body></html>\n", r"line 1: 1 values"),
    ],
)
def test_what_is_refused_says_which_line_and_why(text, reason):
    with pytest.raises(UnreadableMorphology, match=reason):
        load(text.encode(), "swc")


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_points_or_a_reason(body):
    try:
        tree = load(body, "swc").tree
    except UnreadableMorphology as error:
        assert error.detail
    else:
        assert len(tree.xyz) == len(tree.parents)


@given(st.text(alphabet="0123456789.-+eEnaif# \t,;\n", max_size=200))
@settings(max_examples=300, deadline=None)
def test_what_is_read_at_once_is_read_as_line_by_line(text):
    lines = [line.split() for line in text.split("\n")]
    whole = text.encode()
    try:
        found = points(whole)
    except UnreadableMorphology:
        return
    told = [point_of(line.strip()) for number, line in enumerate(whole.split(b"\n"), 1) if number in found.lines]
    assert len(lines) >= len(told)
    expected = np.array([one[2:6] for one in told]).reshape(-1, 4)
    assert np.array_equal(np.column_stack([found.xyz, found.radii]), expected, equal_nan=True)


@given(st.lists(st.sampled_from(ASC_PIECES), max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_brackets_are_prepared_line_by_line(pieces):
    text = "".join(pieces).encode()
    found = prepare_asc(text)
    assert found.text.count("\n") == text.count(b"\n")
    assert len(found.text) == len(text)
    assert all(1 <= line <= 1 + text.count(b"\n") for _, line in found.faults.values())


def test_a_table_of_other_numbers_is_no_swc():
    assert not looks_like_swc(b"1 2 3\n4 5 6\n")
    assert looks_like_swc(plain_text(PLAIN.encode("utf-16-le")))


def test_brackets_without_end_are_refused_before_they_are_parsed():
    text = "((Dendrite)\n(0 0 0 1)\n" + "(\n(1 1 1 1)\n" * (MAX_NESTING + 5)
    with pytest.raises(UnreadableMorphology, match=r"Line \d+ opens more than 1,000 brackets") as error:
        load(text.encode(), "asc")
    assert f"Line {error.value.members['line']} " in error.value.detail


@pytest.mark.parametrize(
    ("text", "format", "line"),
    [
        ("# a\n1 1 nan 0 0 5 -1\n2 3 nan 0 0 1 1\n", "swc", 2),
        ("( (Dendrite)\n (5 0 0 2)\n (x y\n", "asc", 3),
    ],
)
def test_what_is_refused_names_its_line(text, format, line):
    with pytest.raises(UnreadableMorphology, match=f"line {line}") as error:
        load(text.encode(), format)
    assert error.value.members["line"] == line


@pytest.mark.parametrize("body", [b"", b"()", b"((((", b'("CellBody"\n(1 1 0', b"\x00" * 100, b"(1 1 0 0)" * 50])
def test_what_is_no_asc_is_a_reason(body):
    with pytest.raises(UnreadableMorphology):
        load(body, "asc")


def test_what_is_no_hdf5_is_a_reason():
    with pytest.raises(UnreadableMorphology):
        load(b"\x89HDF\r\n\x1a\n" + b"\x00" * 500, "h5")
