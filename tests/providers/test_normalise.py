"""The one way in: text, lists, unknown words, markup, numbers, names of files."""

import html
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.errors import WrongSettings
from chalicelib.providers.base import load, settings_of
from chalicelib.providers.hippocampome import Hippocampome
from chalicelib.providers.markup import fold, safe_html, safe_inline, without_markup
from chalicelib.providers.model_db import ModelDB
from chalicelib.providers.neuromorpho import NeuroMorpho
from chalicelib.providers.normalise import Fields, address_of, addresses_of, clean_json, file_name, known_facts
from chalicelib.store.s3.file_names import content_disposition
from tests.providers.test_any_input import SETTINGS


@given(st.text())
def test_folded_text_is_nfc_with_single_blanks_and_no_control_characters(text):
    folded = fold(text)
    assert folded == unicodedata.normalize("NFC", folded) == " ".join(folded.split())
    assert not [one for one in folded if unicodedata.category(one) in ("Cc", "Cs")]
    assert fold(folded) == folded


@pytest.mark.parametrize("between", ["", "\x00", "\u200b", "\u2060", "\u200e", "\ufeff"])
def test_a_letter_and_its_accent_are_one_sign_whatever_stands_between(between):
    text = f"caf e{between}\u0301".replace("f e", "fe")
    assert fold(text) == Fields({"a": text}).text("a") == Fields({"a": text}).prose("a") == "café"
    assert safe_html(text) == "<p>café</p>"


@given(st.text(alphabet=[*map(chr, [*range(0x20), 0x7F, 0x85, 0x9F, 0x2028, 0x200B, 0x301]), *"ae<p>&#x1;;0 "]))
def test_descriptions_hold_no_control_characters_whoever_wrote_them(text):
    for shown in (safe_html(text), safe_inline(fold(text))):
        assert not [one for one in html.unescape(shown) if unicodedata.category(one) == "Cc" and one not in "\n\t"]
        assert shown == unicodedata.normalize("NFC", shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x0bb\x0cc\x85d\x1ce", "<p>a\nb\nc\nd\ne</p>"),
        ("a&#1;b&#x1f;c", "<p>a b c</p>"),
        ("e&#x301;", "<p>é</p>"),
        ("e&#x200b;&#x301;", "<p>é</p>"),
        ("a&nbsp;b &lt; c", "<p>a\xa0b &lt; c</p>"),
    ],
)
def test_signs_that_are_no_text_are_not_shown(text, shown):
    assert safe_html(text).replace("&nbsp;", "\xa0") == shown


@given(st.text(alphabet="<>/!&;ltgtamp#scriptbonerror= \"'x1", max_size=60))
def test_text_without_markup_begins_no_element(text):
    plain = without_markup(text)
    assert "<script" not in plain.lower()
    assert "onerror=" not in plain.lower() or "<" not in plain.lower().split("onerror=")[0][-1:]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<img src=x onerror=alert(1)>abc", "abc"),
        ("&lt;img src=x onerror=alert(1)&gt;abc", "abc"),
        ("CA<sub>V</sub>1.2", "CAV1.2"),
        ("<script>alert(1)</script>x", "x"),
        ("<svg/onload=alert(1)>x", "x"),
        ("below <5 mV & more", "below <5 mV & more"),
        ("B6;129S-Sst<tm2.1(cre)Zjh>/J", "B6;129S-Sst<tm2.1(cre)Zjh>/J"),
        ("Smith &amp; Jones", "Smith & Jones"),
        ("<big>b</big> <nobr>n</nobr>", "b n"),
        ("Smith<o:p></o:p>", "Smith"),
        ("a <o:p> b", "a b"),
        ("<custom-el>c</custom-el> <custom-el>d", "c d"),
        ("x<custom-el>c</custom-el>", "xc"),
        ("Gad2<tm2-cre>Zjh, Tg <Thy1-YFP>", "Gad2<tm2-cre>Zjh, Tg <Thy1-YFP>"),
    ],
)
def test_names_hold_no_markup_and_keep_their_signs(text, plain):
    assert without_markup(text) == plain


UNKNOWN_WORDS = [
    "Not reported", "NOT REPORTED", "N/A", "unknown", "none", " not  available ", "", "Unknown.", "N.A", "n.a.",
    "[none]", "not_reported", "<p>Not reported</p>", "(Not reported)", "NA", "-", "–", "?", "&nbsp;",
]  # fmt: skip
KNOWN_WORDS = ["Na", "none of them", "-26", "+", "unknown protein 1", "Na+", "rat"]


@pytest.mark.parametrize("word", UNKNOWN_WORDS)
def test_words_for_unknown_are_absent_also_in_lists_notes_and_facts(word):
    assert Fields({"a": word}).text("a") is None
    assert Fields({"a": word}).prose("a") is None
    assert Fields({"a": f"{word}, rat"}).parts("a") == ["rat"]
    assert Fields({"a": [word, "rat", None, "rat"]}).texts("a") == ["rat"]
    assert known_facts({"a": word, "b": [word, "x", None], "c": [word]}) == {"b": ["x"]}


@pytest.mark.parametrize("word", KNOWN_WORDS)
def test_words_that_say_something_stay(word):
    assert Fields({"a": word}).text("a") == Fields({"a": word}).prose("a") == word
    assert known_facts({"a": [word]}) == {"a": [word]}
    assert Fields({"a": "none"}).name("a") == "none", "a name may be such a word"


@pytest.mark.parametrize(
    ("value", "texts"),
    [("hippocampus", ["hippocampus"]), (7, ["7"]), (None, []), ([], []), ([["CA1"]], ["CA1"]), ([None, " "], [])],
)
def test_a_single_value_is_a_list_of_one_and_never_cut(value, texts):
    assert Fields({"a": value}).texts("a") == texts


@pytest.mark.parametrize("value", [{"a": 1}, True, ["a", "b"], [{"a": 1}]])
def test_a_value_that_is_no_text_is_an_error_that_names_its_field(value):
    with pytest.raises(ValueError, match="stain: "):
        Fields({"stain": value}).text("stain")


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("Smith & Jones: <10 mV", "Smith & Jones: &lt;10 mV"),
        ("<img src=x onerror=alert(1)>seen", "seen"),
        ('<a href="javascript:x">y</a> <b onclick=x>z</b>', '<a rel="noopener noreferrer">y</a> <b>z</b>'),
        ("Ask jane@example.org", "Ask"),
    ],
)
def test_notes_are_html_that_is_safe_to_show(note, shown):
    assert Fields({"note": note}).prose("note") == shown


NAMES = [
    "Müller ä (1)",
    "tcD[1]",
    "L'une 50% #2 & co+",
    'a "b"',
    "nul",
    "CON ",
    "com1",
    "CONIN$",
    "x" * 300,
    "trailing.",
    "Grün\u0308  two",
    "a/b",
    "%41",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_called_what_its_source_calls_it_and_its_address_is_encoded_once(name):
    provider = load(NeuroMorpho, SETTINGS / "neuromorpho.json")
    assert isinstance(provider, NeuroMorpho)
    file = provider._file("Käfer Lab", name, "Neurolucida.asc")
    assert file is not None
    tail = file.urls[0].rsplit("/", 1)[1]
    assert unquote(tail) == f"{name}.asc", "the source's own spelling, encoded once"
    assert file.urls[0].startswith("https://neuromorpho.org/dableFiles/k%C3%A4fer%20lab/Source-Version/")
    assert file.name == file_name(name, ".asc")
    assert file.name.endswith(".asc")
    assert len(file.name.encode()) <= 255
    assert "%25" not in content_disposition(file.name) or "%" in name


def test_a_shown_name_is_folded():
    assert file_name("Müller ä (1)", ".swc") == "Müller ä (1).swc"
    assert file_name("Gru\u0308n  two", ".swc") == "Grün two.swc"
    assert file_name("tcD[1]", ".swc") == "tcD[1].swc"


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "x", "", None, 7, "https://a b", "http://a\x00b", "http://[a", "http://a:x/", [7]]
)
def test_what_is_no_address_is_none(value):
    assert address_of(value) is None


@pytest.mark.parametrize(
    ("value", "addresses"),
    [
        ("https://a/b c?d=e f#g", ["https://a/b%20c?d=e%20f#g"]),
        (["https://a/%20b"], ["https://a/%20b"]),
        ([None, "x", "https://a", " https://b/ü "], ["https://a", "https://b/ü"]),
    ],
)
def test_an_address_keeps_its_spelling_but_for_blanks_also_in_a_list(value, addresses):
    assert addresses_of(value) == addresses


def test_facts_can_always_be_written():
    assert clean_json({"a": float("inf"), "b": 10**30, "c": ["\ud800x"]}) == {"a": None, "b": str(10**30), "c": ["x"]}
    nested: list[object] = []
    for _ in range(50):
        nested = [nested]
    with pytest.raises(ValueError, match="nested deeper"):
        clean_json(nested)


def test_settings_files_of_the_previous_backend_are_read(tmp_path):
    (tmp_path / "hippocampome.json").write_text(
        '{"morphologies": ["Soma"], "layers": {"CA1": "????", "DG": ["SG", "H"], "EC": null}, "markers": []}'
    )
    settings = settings_of(Hippocampome, tmp_path / "hippocampome.json")
    assert settings.layers == ("CA1:????", "DG:SG", "DG:H", "EC")  # type: ignore[attr-defined]
    (tmp_path / "model_db.json").write_text('{"region_key": "hippocampus"}')
    old = settings_of(ModelDB, tmp_path / "model_db.json")
    assert (old.region_key, old.searched) == (("hippocampus",), ("neurons",))  # type: ignore[attr-defined]


def test_a_key_of_the_previous_backend_that_is_gone_is_named(tmp_path):
    (tmp_path / "neuromorpho.json").write_text(
        '{"brain_regions": ["hippocampus"], "domains": {"allowed": ["dendrites"], "not_allowed": [], "ordered": true}}'
    )
    with pytest.raises(WrongSettings, match=r"neuromorpho\.json: domains: .*`ordered` .* delete the key"):
        settings_of(NeuroMorpho, tmp_path / "neuromorpho.json")
