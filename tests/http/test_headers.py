"""The one function that writes headers: whatever comes from outside, a gateway can send it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.http.headers import LARGEST, LONGEST, header_text, writable


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("Content-Type", "text/csv; charset=utf-8", "text/csv; charset=utf-8"),
        ("Location", "https://x.example/a b?q=é\r\nX: y", "https://x.example/a%20b?q=%C3%A9%0D%0AX:%20y"),
        ("Location", "https://x.example/a b", "https://x.example/a%20b"),
        (
            "Link",
            '<https://x.example/é b>; rel="next", </c>; rel=up',
            '<https://x.example/%C3%A9%20b>; rel="next", </c>; rel=up',
        ),
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


def size(headers):
    return sum(
        len(name) + len(one) + 4
        for name, value in headers.items()
        for one in ([value] if isinstance(value, str) else value)
    )


@pytest.mark.parametrize("name", ["RateLimit-é", "a b", "", "a:b", "x" * 300])
def test_a_name_that_is_no_token_is_dropped_with_a_note(name):
    found = writable({name: "1", "ETag": "2"})
    assert found.keys() == {"ETag", "X-Notes"}
    assert "left out, it holds characters that a header cannot" in found["X-Notes"]


def test_a_value_that_is_too_long_is_dropped_with_a_note_and_a_text_is_cut():
    found = writable({"RateLimit-Limit": "9" * 20_000, "ETag": "1", "X-Notes": "x" * 20_000})
    assert found.keys() == {"ETag", "X-Notes"}
    assert size(writable({"RateLimit-Limit": "9" * 20_000})) < 200
    assert writable({"RateLimit-Limit": "9" * 20_000}) == {"X-Notes": "RateLimit-Limit: left out, it is too long"}
    assert "Location" not in writable({"Location": "https://x.example/" + "a" * 20_000})


def test_all_headers_together_fit_and_limits_of_rates_give_way_first():
    limits = {f"RateLimit-{number}": "1" * 20 for number in range(1000)}
    given = {**limits, "Location": "https://x.example/" + "a" * 4000, "Content-Type": "text/csv" + ";" * 60}
    found = writable({**given, "X-Notes": "n" * 4000, "X-Defaults": "d" * 4000})
    assert {"Location", "Content-Type", "X-Notes"} <= found.keys()
    assert size(found) <= LARGEST
    assert writable(found) == found


def test_long_notes_are_cut():
    assert len(header_text(["x" * 10_000])) == LONGEST + 3


@given(st.dictionaries(st.one_of(st.sampled_from(["Location", "X-Notes", "ETag", "Link"]), st.text()), st.text()))
def test_what_is_written_is_one_line_of_ascii(headers):
    for name, written in writable(headers).items():
        assert re.fullmatch(r"[\x20-\x7e]*", f"{name}{written}")
