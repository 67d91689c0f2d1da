"""The one way in: turns whatever a source sends for a field into the clean value that a record holds.

Text is Unicode NFC with single blanks and without control characters; words by which a source says that it does not
know are absent; one value where a list is due is a list of one. A value of the wrong kind raises ValueError with the
field's name, which makes its record a reject: nothing is ever cut from a value that is not the kind that is due.
E-mail addresses are kept out of what is served.
URLs keep the source's own spelling: build them from `Fields.raw`, not from normalised text.
"""

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from chalicelib.errors import SourceChanged
from chalicelib.http.address_guard import host_and_port
from chalicelib.json_types import Json, kind_of
from chalicelib.providers.markup import INVISIBLE, fold, safe_inline, without_markup
from chalicelib.providers.people import without_addresses
from chalicelib.store.s3.file_names import safe_name

UNKNOWN = frozenset(  # words for an unknown value, in small letters, without signs: "n a" is N/A, n.a. and [N.A]
    "not reported|not applicable|not available|not specified|not known|n a|unknown|none|null".split("|")
)
_LONGEST_UNKNOWN = 100  # characters, with the markup around the words
DEEPEST = 20  # levels of lists and objects that are kept as facts


class Fields:
    """One raw object of a source, read field by field; `unknown` are the source's words for an unknown value.

    A field that is absent raises KeyError where the source always sends it (`required`), and is unknown otherwise.
    """

    def __init__(self, raw: Json, *, unknown: frozenset[str] = UNKNOWN, required: bool = False) -> None:
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
        return plain_text(self.raw(name), field=name) or None

    def text(self, name: str) -> str | None:
        """Text without markup."""
        return self._one_text(self.raw(name), name)

    def texts(self, name: str) -> list[str]:
        """The known texts of a list, each once and without markup; null and empty items are dropped."""
        value = self.raw(name)
        items = value if isinstance(value, list) else [value]
        found = [self._one_text(one, name) for one in items]
        return list(dict.fromkeys(one for one in found if one is not None))

    def parts(self, name: str) -> list[str]:
        """The known parts of a text that is cut at commas."""
        value = self.raw(name)
        if isinstance(value, list):
            return self.texts(name)
        return list(_known_parts(plain_text(value, field=name) or "", self._unknown))

    def prose(self, name: str) -> str | None:
        """A note or description as HTML that is safe to show, without e-mail addresses."""
        text = text_of(self.raw(name), field=name)
        if text is None or is_unknown(text, self._unknown):
            return None
        return safe_inline(without_addresses(text)) or None

    def number(self, name: str) -> float | None:
        """The number that a text or number states; None where it states none."""
        text = text_of(self.raw(name), field=name)
        return _number_of(text) if text else None

    def _one_text(self, value: Any, name: str) -> str | None:
        if type(value) is str:
            return _known_text(value, self._unknown)
        text = plain_text(value, field=name)
        return None if text is None or is_unknown(text, self._unknown) else text


def is_unknown(text: str, words: frozenset[str] = UNKNOWN) -> bool:
    """Whether a text is empty, or says that its source does not know; signs, markup and case do not count."""
    return not text or (len(text) <= _LONGEST_UNKNOWN and _says_nothing(text, words))


@lru_cache(maxsize=8192)  # as below: a source repeats most of its values
def _known_text(text: str, words: frozenset[str]) -> str | None:
    plain = _clean(text)
    return None if is_unknown(plain, words) else plain


@lru_cache(maxsize=1024)
def _known_parts(text: str, words: frozenset[str]) -> tuple[str, ...]:
    parts = (part.strip() for part in text.split(","))
    return tuple(dict.fromkeys(part for part in parts if not is_unknown(part, words)))


@lru_cache(maxsize=1024)
def _number_of(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


@lru_cache(maxsize=8192)
def _says_nothing(text: str, words: frozenset[str]) -> bool:
    plain = _clean(text)
    if re.fullmatch(r"NA|[\s?.\u2010-\u2015-]*", plain):  # "Na" is sodium, "-26" a number of a paper
        return True
    return " ".join(re.findall(r"[^\W_]+", plain.casefold())) in words


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


@lru_cache(maxsize=4096)
def _clean(text: str) -> str:
    return without_markup(fold(text))


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
    """The first http(s) address of a value or a list of them, as its source spells it; None where there is none."""
    return next(iter(addresses_of(value)), None)


def addresses_of(value: Any) -> list[str]:
    """The http(s) addresses of a value or a list of them; only blanks are written as addresses need them."""
    items = value if isinstance(value, list) else [value]
    texts = [one.strip() for one in items if isinstance(one, str)]
    return [re.sub(r"\s", lambda blank: quote(blank[0]), one) for one in texts if _is_address(one)]


def _is_address(text: str) -> bool:
    host, rest = r"https?://[^\s/?#<>\"]+", r"[^<>\"\x00-\x1f\x85\u2028\u2029]*"
    if not re.fullmatch(rf"{host}(?:[/?#]{rest})?", text) or INVISIBLE.search(text):
        return False
    try:
        return bool(host_and_port(text)[0])
    except ValueError:
        return False


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


def known_facts(facts: Mapping[str, Any], *, unknown: frozenset[str] = UNKNOWN) -> Json:
    """The facts that say something, cleaned; of a list, the items that do."""

    def says_nothing(value: Any) -> bool:
        return value in (None, [], {}) or (isinstance(value, str) and is_unknown(value, unknown))

    cleaned = {name: clean_json(fact) for name, fact in facts.items()}
    known = {
        name: [one for one in fact if not says_nothing(one)] if isinstance(fact, list) else fact
        for name, fact in cleaned.items()
    }
    return {name: fact for name, fact in known.items() if not says_nothing(fact)}


def excerpt(value: Any) -> str:
    """The beginning of an answer, for an error's text."""
    return fold(repr(value)[:200])


def _kind(value: Any) -> str:
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return {"truth": "true or false", "object": "an object"}.get(kind_of(value), f"a {kind_of(value)}")
