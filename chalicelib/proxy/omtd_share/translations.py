"""Texts by language: a portal may give a name, a description or keywords once for each language.

Sources  ncbo/ontologies_linked_data#228 and #209; JSON-LD 1.1, 3.5.3 (language maps) and 4.2.4 (`@language`)
Forms    {"en": "text", "fr": ["texte"]}, {"none": [..]} and {"@none": ..} for texts without a language,
         {"@value": "text", "@language": "en"}, and lists of all of these
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from chalicelib.json_types import Json

PROPERTIES = ("name", "description", "keywords")
FALLBACK = "en"  # where the portal's own language is not among them
_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
_NONE = ("none", "@none", "und", "")


class Tagged(NamedTuple):
    """A text and its language, as a lower-case tag; "" where the portal does not say."""

    language: str
    text: str


class Choice(NamedTuple):
    """The texts of one language (`language`: "" for an unknown one), and what other languages there are."""

    language: str
    texts: list[str]
    others: list[str]


def choose_language(value: Any, preferred: str) -> Choice | None:
    """The texts in the `preferred` language, else in English, else without a language, else in the first one.

    None for a value that says nothing about languages: a text, a list of texts, an object of another kind.
    """
    if not _is_tagged(value):
        return None
    found = list(_flatten(value))
    languages = list(dict.fromkeys(one.language for one in found))
    if not languages:
        return None
    ranks = [preferred.lower(), FALLBACK, ""]
    best = min(languages, key=lambda language: _rank(language, ranks))
    texts = [one.text for one in found if one.language == best]
    return Choice(best, texts, [one or "no language" for one in languages if one != best])


def resolve_languages(raw: Mapping[str, Any], preferred: str) -> tuple[Json, dict[str, Choice]]:
    """The same object with plain texts in these properties, and which language each was chosen in."""
    choices = {name: choice for name in PROPERTIES if (choice := choose_language(raw.get(name), preferred))}
    plain = {name: choice.texts if name == "keywords" else _join(choice) for name, choice in choices.items()}
    return {**raw, **plain}, choices


def _join(choice: Choice) -> str:
    return "\n".join(choice.texts)


def _rank(language: str, ranks: list[str]) -> int:
    primary = re.split("[-_]", language)[0]
    return next((place for place, one in enumerate(ranks) if one in (language, primary)), len(ranks))


def _is_tagged(value: Any) -> bool:
    if isinstance(value, list):
        return any(_is_tagged(one) for one in value)
    return isinstance(value, dict) and ("@value" in value or _is_language_map(value))


def _is_language_map(value: Mapping[str, Any]) -> bool:
    return bool(value) and all(name.lower() in _NONE or _TAG.fullmatch(name) for name in value)


def _flatten(value: Any, language: str = "") -> Iterator[Tagged]:
    if isinstance(value, str):
        if value.strip():
            yield Tagged(language, value.strip())
    elif isinstance(value, list):
        yield from _each(value, language)
    elif isinstance(value, dict) and "@value" in value:
        tag = value.get("@language")
        yield from _flatten(value["@value"], _normalise(tag) if isinstance(tag, str) else language)
    elif isinstance(value, dict) and _is_language_map(value):
        for tag, texts in value.items():
            yield from _flatten(texts, _normalise(tag))


def _each(values: Iterable[Any], language: str) -> Iterator[Tagged]:
    for one in values:
        yield from _flatten(one, language)


def _normalise(tag: str) -> str:
    return "" if tag.lower() in _NONE else tag.lower().replace("_", "-")
