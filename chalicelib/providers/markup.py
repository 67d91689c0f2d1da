"""Text and HTML of sources, cleaned: one spelling of a text, names without markup, descriptions that are safe to show.

Text is Unicode NFC with single blanks and without control characters.
Elements  https://html.spec.whatwg.org/#elements-3, and those of older HTML (`lxml.html.defs`)
"""

import html
import re
import unicodedata

import nh3
from lxml.html import defs

from chalicelib.providers.people import without_addresses

# C0 and C1 controls that are no blanks, lone surrogates, byte order marks, zero-width blanks, signs and changes of
# direction, hyphens and joins that are not shown
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]"
)
_ELEMENTS = (
    nh3.ALLOWED_TAGS
    | defs.tags
    | frozenset(
        "animate bgsound dialog frame image layer listing main menuitem multicol nextid nobr noembed noframes picture"
        " plaintext portal rb search set slot spacer template xml xmp".split()
    )
)
_NAMES = "|".join(sorted(_ELEMENTS))
_PREFIXED = r"[a-z]\w*:[a-z]\w*"  # <o:p>, as word processors write
_OF_A_PAGE = r"(?-i:[a-z][a-z0-9]*(?:-[a-z0-9]+)+)"  # <custom-el>; but "Gad2<tm2-cre>" is an allele
# What a browser takes for markup: an element, a comment, or anything in angle brackets with an attribute.
_TAG = re.compile(
    rf"</?(?:{_NAMES})(?![a-z0-9-])[^<>]*>|<[!?/][^<>]*>|<[a-z][^<>]*(?:=|\bon\w+)[^<>]*>|<{_PREFIXED}\s*/?>"
    rf"|(?<![\w)])<{_OF_A_PAGE}\s*/?>|<(?P<own>{_OF_A_PAGE})\s*>(?=[^<]{{0,300}}</(?P=own)\s*>)",
    re.IGNORECASE,
)
_UNCLOSED = re.compile(r"<(?=[a-zA-Z/!?])(?![^<>]*>)")
_ATTRIBUTE = r"\s+[a-z:-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?"
_NOT_A_TAG = re.compile(rf"<(?!/?(?:{_NAMES}|{_PREFIXED})(?:{_ATTRIBUTE})*\s*/?>|!--)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:p|div|ul|ol|dl|table|pre|blockquote|h[1-6])\b", re.IGNORECASE)
_SHOWN_TAGS = nh3.ALLOWED_TAGS - {"img"}


def fold(text: str) -> str:
    """NFC, single blanks, no control characters."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(_nfc(text).split())


def without_markup(text: str) -> str:
    """Text without HTML: an element's tags go, scripts and styles go whole; "a <5 mV" and "Sst<tm2.1>" stay."""
    for _ in range(3):  # an entity may hide a tag, once or twice
        if "<" not in text and "&" not in text:
            return text
        before, text = text, _strip_tags(text)
        if text == before:
            return text
    return fold(re.sub(r"[<>]", " ", text))


def _strip_tags(text: str) -> str:
    text = re.sub(r"(?is)<(script|style)\b.*?(?:</\1\s*>|$)", " ", text)
    text = _UNCLOSED.sub("< ", _TAG.sub("", text))
    return fold(_ENTITY.sub(lambda found: html.unescape(found[0]), text))


def safe_inline(text: str) -> str:
    """Text or HTML as HTML that is safe to show; a `<` that begins no tag stays a sign of the text."""
    if "<" not in text and "&#" not in text:
        return text
    cleaned = fold(_safe(_NOT_A_TAG.sub("&lt;", text)))
    return re.sub(r"&amp;(?![#a-zA-Z])", "&", cleaned)  # plain notes are mostly shown as they are


def safe_html(text: str) -> str:
    """Several paragraphs of text or HTML as HTML that is safe to show: no address, no script, a `<p>` for each
    block.
    """
    plain = without_addresses(_clean_lines(text), instead=" […]")
    blocks = [block.strip() for block in re.split(r"\n\s*\n", _NOT_A_TAG.sub("&lt;", plain)) if block.strip()]
    paragraphs = (block if _BLOCK.match(block) else f"<p>{block}</p>" for block in blocks)
    return _clean_lines(_safe("\n".join(paragraphs)))


def _safe(text: str) -> str:
    """The elements that are shown, without references to signs that are none."""
    return nh3.clean(_ENTITY.sub(_visible, text), tags=_SHOWN_TAGS)


def _visible(reference: re.Match[str]) -> str:
    sign = html.unescape(reference[0])
    if INVISIBLE.fullmatch(sign):
        return ""
    return reference[0] if fold(sign) or sign == "\xa0" else " "


def _clean_lines(text: str) -> str:
    """Lines in one spelling, whatever ends them: NFC, no control characters but tabs."""
    return "\n".join(_nfc(line).replace("\x1f", " ") for line in text.splitlines())


def _nfc(text: str) -> str:
    """NFC; what is not shown goes first, as it would keep a letter apart from its accent."""
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text))
