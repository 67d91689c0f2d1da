"""The one function that writes headers: whatever comes from outside, a gateway can send it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.http.headers import LONGEST, header_text, writable


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("Content-Type", "text/csv; charset=utf-8", "text/csv; charset=utf-8"),
        ("Location", "https://x.example/a b?q=é\r\nX: y", "https://x.example/a%20b?q=%C3%A9%0D%0AX:%20y"),
        ("X-Notes", "name: café\x01", "name: caf\\xe9\\x01"),
        ("X-Defaults", "a\n b", "a b"),
        ("Set-Cookie", ["a=1", "b=2"], ["a=1", "b=2"]),
    ],
)
def test_a_header_is_kept_encoded_or_escaped(name, value, written):
    assert writable({name: value}) == {name: written}


@pytest.mark.parametrize("value", ["é", "a\x00", "a\r\nX-Evil: 1", "\x7f", "細"])
def test_any_other_header_is_dropped_with_a_note(value):
    assert writable({"RateLimit-Limit": value, "X-Notes": "one"}) == {
        "X-Notes": "one; RateLimit-Limit: left out, it holds characters that a header cannot"
    }
    assert writable({"Cache-Control": ["public", value]})["Cache-Control"] == ["public"]


def test_long_notes_are_cut():
    assert len(header_text(["x" * 10_000])) == LONGEST + 3


@given(st.sampled_from(["Location", "X-Notes", "ETag", "Link"]), st.text())
def test_what_is_written_is_one_line_of_ascii(name, value):
    for written in writable({name: value}).values():
        assert re.fullmatch(r"[\x20-\x7e]*", str(written))
