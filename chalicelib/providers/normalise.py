"""The one way in: turns whatever a source sends for a field into the clean value that a record holds.

Text is Unicode NFC with single blanks and without control characters; words by which a source says that it does not
know are absent; one value where a list is due is a list of one. A value of the wrong kind raises ValueError with the
field's name, which makes its record a reject: nothing is ever cut from a value that is not the kind that is due.
E-mail addresses are kept out of what is served.
URLs keep the source's own spelling: build them from `Fields.raw`, not from normalised text.
"""

import html
import math
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any

import nh3

from chalicelib.errors import SourceChanged
from chalicelib.json_types import Json, kind_of
from chalicelib.store.s3.file_names import safe_name

UNKNOWN = frozenset(
    "|not reported|not applicable|not available|not specified|not known|n/a|n.a.|unknown|none|null".split("|")
)
DEEPEST = 20  # levels of lists and objects that are kept as facts
# C0 and C1 controls that are no blanks, lone surrogates, byte order marks, zero-width blanks, changes of direction
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\u200b\u202a-\u202e\u2066-\u2069]")
_ELEMENTS = nh3.ALLOWED_TAGS | frozenset(
    "animate audio base body button canvas embed fieldset font form frame frameset head html iframe image input isindex"
    " keygen label legend link main marquee math meta noscript object option output param picture portal script select"
    " set slot source style svg template textarea title track video xml xmp".split()
)
_NAMES = "|".join(sorted(_ELEMENTS))
# What a browser takes for markup: an element, a comment, or anything in angle brackets with an attribute.
_TAG = re.compile(rf"</?(?:{_NAMES})(?![a-z0-9-])[^<>]*>|<[!?/][^<>]*>|<[a-z][^<>]*(?:=|\bon\w+)[^<>]*>", re.IGNORECASE)
_UNCLOSED = re.compile(r"<(?=[a-zA-Z/!?])(?![^<>]*>)")
_ATTRIBUTE = r"\s+[a-z:-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?"
_NOT_A_TAG = re.compile(rf"<(?!/?(?:{_NAMES})(?:{_ATTRIBUTE})*\s*/?>|!--)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:p|div|ul|ol|dl|table|pre|blockquote|h[1-6])\b", re.IGNORECASE)
_SHOWN_TAGS = nh3.ALLOWED_TAGS - {"img"}
_AT = r"(?:\s?@\s?|\s{0,9}[\[({<]\s{0,9}at\s{0,9}[\])}>]\s{0,9}|\s{1,9}[-_]{1,9}at[-_]{1,9}\s{1,9})"
_HOST = r"[\w-]+(?:\s*(?:\.|[\[({]\s*dot\s*[\])}])\s*[\w-]+)*(?:\.|\s*[\[({]\s*dot\s*[\])}]\s*)[a-zA-Z]{2,}"
_LOCAL = r"[\w.+'%-]{1,64}"  # as long as the mail's own rules allow; so no text takes longer than its length
_ADDRESS = re.compile(rf"\s{{0,9}}[\[({{<]{{0,9}}(?:mailto:)?{_LOCAL}{_AT}{_HOST}[\])}}>]*", re.IGNORECASE)
_SPELLED = rf"{_LOCAL}\s{{1,9}}at\s{{1,9}}[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{{2,}}"
_BRACKETED = re.compile(rf"\s{{0,9}}[\[({{<]{{1,9}}\s{{0,9}}{_SPELLED}\s*[\])}}>]+")
_LOOSE = re.compile(rf"\s{{0,9}}[\[({{<]{{0,9}}\b{_SPELLED}[\])}}>]*")
_BESIDE_A_NAME = re.compile(r"\s{0,9}[\[<{][^\[\]<>{}]*[\]>}]+")  # only addresses stand there, in many spellings


class Fields:
    """One raw object of a source, read field by field; `unknown` are the source's words for an unknown value.

    A field that is absent raises KeyError where the source always sends it (`required`), and is unknown otherwise.
    """

    def __init__(self, raw: Json, *, unknown: Collection[str] = UNKNOWN, required: bool = False) -> None:
        self._raw, self._unknown, self._required = raw, unknown, required

    def raw(self, name: str) -> Any:
        """The value as the source sent it."""
        return self._raw[name] if self._required else self._raw.get(name)

    def spelling(self, name: str) -> str:
        """The source's own spelling, for an address at the source: neither folded nor normalised."""
        value = self.raw(name)
        value = value[0] if isinstance(value, list) and value else value
        return "" if value is None else str(value)

    def name(self, name: str) -> str | None:
        """A name without markup; a word such as "none" may be one."""
        return self._plain(name, unknown=("",))

    def text(self, name: str) -> str | None:
        """Text without markup."""
        return self._plain(name, unknown=self._unknown)

    def texts(self, name: str) -> list[str]:
        """The known texts of a list, each once and without markup; null and empty items are dropped."""
        value = self.raw(name)
        items = value if isinstance(value, list) else [value]
        found = (plain_text(one, field=name) for one in items)
        return list(dict.fromkeys(one for one in found if one is not None and one.casefold() not in self._unknown))

    def parts(self, name: str) -> list[str]:
        """The known parts of a text that is cut at commas."""
        value = self.raw(name)
        if isinstance(value, list):
            return self.texts(name)
        parts = (part.strip() for part in (plain_text(value, field=name) or "").split(","))
        return list(dict.fromkeys(part for part in parts if part.casefold() not in self._unknown))

    def prose(self, name: str) -> str | None:
        """A note or description as HTML that is safe to show, without e-mail addresses."""
        text = text_of(self.raw(name), field=name)
        if text is None or text.casefold() in self._unknown:
            return None
        return safe_inline(without_addresses(text)) or None

    def number(self, name: str) -> float | None:
        """The number that a text or number states; None where it states none."""
        text = text_of(self.raw(name), field=name)
        try:
            number = float(text) if text else math.nan
        except ValueError:
            return None
        return number if math.isfinite(number) else None

    def _plain(self, name: str, *, unknown: Collection[str]) -> str | None:
        text = plain_text(self.raw(name), field=name)
        return None if text is None or text.casefold() in unknown else text


def fold(text: str) -> str:
    """NFC, single blanks, no control characters."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def text_of(value: Any, *, field: str) -> str | None:
    """The folded text of a text, a number, or a list of one; None for null. Raises ValueError for anything else."""
    if type(value) is str:
        return fold(value)
    if isinstance(value, list) and len(value) <= 1:
        value = value[0] if value else None
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(f"{field}: {_kind(value)} where a text is due")  # noqa: TRY004  a value, not a caller, is wrong
    return fold(value if isinstance(value, str) else str(value))


def plain_text(value: Any, *, field: str) -> str | None:
    """The text of a value without any markup, its entities resolved. Raises ValueError, as `text_of`."""
    if type(value) is str:
        return _clean(value)
    text = text_of(value, field=field)
    return without_markup(text) if text else text


@lru_cache(maxsize=4096)  # a source repeats most of its values
def _clean(text: str) -> str:
    return without_markup(fold(text))


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
    if "<" not in text:
        return text
    cleaned = nh3.clean(_NOT_A_TAG.sub("&lt;", text), tags=_SHOWN_TAGS)
    return re.sub(r"&amp;(?![#a-zA-Z])", "&", cleaned).strip()  # plain notes are mostly shown as they are


def safe_html(text: str) -> str:
    """Several paragraphs of text or HTML as HTML that is safe to show: no address, no script, a `<p>` for each
    block.
    """
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    plain = without_addresses("\n".join(_INVISIBLE.sub("", line) for line in lines), instead=" […]")
    blocks = [block.strip() for block in re.split(r"\n\s*\n", _NOT_A_TAG.sub("&lt;", plain)) if block.strip()]
    paragraphs = (block if _BLOCK.match(block) else f"<p>{block}</p>" for block in blocks)
    return nh3.clean("\n".join(paragraphs), tags=_SHOWN_TAGS)


def list_of(value: Any, *, name: str) -> list[Any]:
    """The list that a response must be; raises SourceChanged."""
    if not isinstance(value, list):
        raise SourceChanged(f"The list {name} has another shape: {excerpt(value)}")
    return value


def objects_of(value: Any, *, field: str) -> list[Json]:
    """The objects of a list, or one that stands alone; null items are dropped. Raises ValueError."""
    items = value if isinstance(value, list) else [value]
    found = [one for one in items if one is not None]
    if odd := next((one for one in found if not isinstance(one, dict)), None):
        raise ValueError(f"{field}: {_kind(odd)} where an object is due")
    return [one for one in found if isinstance(one, dict)]


def address_of(value: Any) -> str | None:
    """An http(s) address as its source spells it; None for anything else."""
    text = value.strip() if isinstance(value, str) else ""
    return text if re.fullmatch(r"https?://[^\s\x00-\x1f<>\"]+", text) and not _INVISIBLE.search(text) else None


def file_name(name: str, ending: str = "") -> str:
    """What a file is called: its name at the source, folded and safe to save under; `ending` is kept whole."""
    return safe_name(f"{fold(name)}{ending}")


def whole_number(value: Any) -> int | None:
    """The whole number of a number or a text of digits; None for anything else."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str) and re.fullmatch(r"\s*[0-9]{1,18}\s*", value):
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def clean_json(value: Any, *, depth: int = DEEPEST) -> Any:
    """A value to be kept as a fact: texts folded and without markup, numbers finite. Raises ValueError when too
    deep.
    """
    if depth == 0:
        raise ValueError(f"nested deeper than {DEEPEST} levels")
    if isinstance(value, str):
        return without_markup(fold(value))
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, int) and not -(2**63) <= value < 2**63:  # more than JSON libraries write
        return str(value)
    if isinstance(value, list | tuple):
        return [clean_json(one, depth=depth - 1) for one in value]
    if isinstance(value, dict):
        return {fold(str(name)): clean_json(one, depth=depth - 1) for name, one in value.items()}
    return value


def known_facts(facts: Mapping[str, Any], *, unknown: Iterable[str] = ("",)) -> Json:
    """The facts that say something, cleaned."""
    words = frozenset(unknown)
    cleaned = {name: clean_json(fact) for name, fact in facts.items()}
    return {
        name: fact
        for name, fact in cleaned.items()
        if fact not in (None, [], {}) and not (isinstance(fact, str) and fact.casefold() in words)
    }


def excerpt(value: Any) -> str:
    """The beginning of an answer, for an error's text."""
    return fold(repr(value)[:200])


def _kind(value: Any) -> str:
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return {"truth": "true or false", "object": "an object"}.get(kind_of(value), f"a {kind_of(value)}")


def without_addresses(text: str, *, instead: str = "") -> str:
    """The text without e-mail addresses and the brackets around them; "x at y.org" counts in brackets only."""
    return _BRACKETED.sub(instead, _ADDRESS.sub(instead, text))


def name_alone(text: str) -> str:
    """A person's name without the address behind it: "Doe, Jane [jane at example.org]" is "Doe, Jane"."""
    return " ".join(_LOOSE.sub("", without_addresses(_BESIDE_A_NAME.sub("", text))).split())
