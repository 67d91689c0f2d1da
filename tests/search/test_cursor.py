"""Cursors that somebody wrote who knows the secret: refused before the engine sees them, never an error of ours."""

import base64

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.errors import BadInput
from chalicelib.search.cursor import Cursors, Position
from chalicelib.search.query import Query

CURSORS = Cursors(lambda: "a secret that everybody knows")
GENERATION = "0123456789abcdef"


def forged(content):
    query = Query(index="dataset")
    raw = content if isinstance(content, bytes) else orjson.dumps(content)
    return Query(index="dataset", cursor=base64.urlsafe_b64encode(CURSORS._sign(query, raw) + raw).decode().rstrip("="))


def test_an_honest_cursor_is_read():
    position = Position(GENERATION, 20, (1.5, "neuromorpho-1"))
    query = Query(index="dataset")
    assert CURSORS.read(Query(index="dataset", cursor=CURSORS.write(query, position))) == position


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"{",
        [],
        {},
        "text",
        None,
        [GENERATION, 20],
        [GENERATION, 20, ["a"], 1],
        ["../secret", 20, ["a"]],
        [GENERATION.upper(), 20, ["a"]],
        [GENERATION, -1, ["a"]],
        [GENERATION, True, ["a"]],
        [GENERATION, 10**12, ["a"]],
        [GENERATION, 20, "a"],
        [GENERATION, 20, []],
        [GENERATION, 20, [{"a": 1}]],
        [GENERATION, 20, ["a"] * 100],
        [None, 20, ["a"]],
    ],
)
def test_a_forged_cursor_is_refused(content):
    with pytest.raises(BadInput, match="cursor"):
        CURSORS.read(forged(content))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20), st.lists, max_leaves=6
    )
)
def test_no_content_of_a_cursor_is_an_error_of_ours(content):
    try:
        CURSORS.read(forged(orjson.dumps(content, default=str) if not isinstance(content, str) else content))
    except (BadInput, UnicodeEncodeError, orjson.JSONEncodeError):
        return


@given(st.text(max_size=60))
def test_no_text_as_a_cursor_is_an_error_of_ours(text):
    with pytest.raises(BadInput):
        CURSORS.read(Query(index="dataset", cursor=text or "x"))
