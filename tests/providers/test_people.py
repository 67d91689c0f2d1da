"""Addresses in the spellings that people use, and other people's HTML."""

import pytest

from chalicelib.providers.markup import safe_html
from chalicelib.providers.people import name_alone, without_addresses


@pytest.mark.parametrize(
    "text",
    [
        "Doe, Jane [jane at example.org]",
        "Doe, Jane [jane@lab.example.org]]",
        "Doe, Jane [jane -at- example.org]",
        "Doe, Jane [jane_at_example.org]",
        "Doe, Jane jane (at) example (dot) org",
        "Doe, Jane <mailto:jane@example.org>",
        "Doe, Jane jane.doe at example.org ",
    ],
)
def test_a_name_is_left_alone(text):
    assert name_alone(text) == "Doe, Jane"


@pytest.mark.parametrize(
    "text", ["available at modeldb.science now", "run @ 37.5 degrees", "I@ 5 mV", "at rest. No input"]
)
def test_what_is_no_address_stays(text):
    assert without_addresses(text) == text


def test_a_word_of_any_length_is_read_once():
    # A minute, were it tried from each letter.
    assert without_addresses("x" * 20_000 + " jane@example.org") == "x" * 20_000


@pytest.mark.parametrize(
    "text, shown",
    [
        ("one\r\ntwo\r\n\r\nthree", "<p>one\ntwo</p>\n<p>three</p>"),
        ("V < 5, a<b & x>3", "<p>V &lt; 5, a&lt;b &amp; x&gt;3</p>"),
        ("<b onclick=x>f</b><script>alert(1)</script>", "<p><b>f</b></p>"),
        ('<a href="javascript:x">y</a>', '<p><a rel="noopener noreferrer">y</a></p>'),
        ("<ul><li>x</li></ul>", "<ul><li>x</li></ul>"),
        ("  \r\n ", ""),
    ],
)
def test_text_becomes_paragraphs_without_harm(text, shown):
    assert safe_html(text) == shown
