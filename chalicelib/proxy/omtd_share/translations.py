"""Texts in JSON-LD's forms: a portal may give a text once for each language, or wrap it in an object.

Sources  ncbo/ontologies_linked_data#228 and #209; JSON-LD 1.1, 3.5.3 (language maps), 4.2.4 (`@language`), 4.3 (`@set`,
         `@list`); RDF/JSON (`value` and `lang`)
Forms    {"en": "text", "fr": ["texte"]}; {"none": [..]}, {"@none": ..} and {"x-default": ..} for texts without a
         language; {"@value": "text", "@language": "en"}; {"@set": [..]}; objects with a name or an address; lists of
         all of these
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from chalicelib.json_types import Json, is_empty
from chalicelib.proxy.omtd_share.languages import language_code

TRANSLATED = ("name", "description", "keywords")  # of whose languages one is chosen
FALLBACK = "en"  # where the portal's own language is not among them
_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
_NONE = ("none", "@none", "und", "", "default", "x-default")
_NO_TAGS = ("id", "url", "uri", "iri", "doi")  # codes of languages, but rather the names of properties
_WRAPPED = ("@set", "@list", "@graph")
_TAGGED_BY = ("@language", "lang", "language", "xml:lang")
_NAMES = ("prefLabel", "skos:prefLabel", "label", "rdfs:label", "name", "title", "text")
_ADDRESSES = ("@id", "id", "url", "uri", "doi", "pmid", "value", "notation", "identifier")
_PREFIXES = {"doi": "doi:", "pmid": "PMID:"}
_DEEPEST = 8


class Tagged(NamedTuple):
    """A text and its language, as a lower-case tag; "" where the portal does not say."""

    language: str
    text: str


class Choice(NamedTuple):
    """The texts of one language (`language`: "" for an unknown one), and what other languages there are."""

    language: str
    texts: list[str]
    others: list[str]


def choose_language(value: Any, preferred: str, *, by: tuple[str, ...] = _NAMES + _ADDRESSES) -> Choice | None:
    """The texts in the `preferred` language, else in English, else without a language, else in the first one.

    Of an object that is no text, what the first of these properties (`by`) says. None for a value without a text.
    """
    found = list(_flatten(value, by))
    languages = list(dict.fromkeys(one.language for one in found))
    if not languages:
        return None
    ranks = [preferred.lower(), FALLBACK, ""]
    best = min(languages, key=lambda language: _rank(language, ranks))
    texts = [one.text for one in found if one.language == best]
    return Choice(best, texts, [one or "no language" for one in languages if one != best])


def resolve_languages(raw: Mapping[str, Any], preferred: str) -> tuple[Json, dict[str, Choice]]:
    """The same object with plain texts in the properties that are translated, and the language of each."""
    given = {name: raw[name] for name in TRANSLATED if not is_plain(raw.get(name))}
    if isinstance(raw.get("description"), list):  # its parts are one text
        given["description"] = raw["description"]
    choices = {name: choice for name, value in given.items() if (choice := choose_language(value, preferred))}
    plain = {name: choice.texts if name == "keywords" else "\n".join(choice.texts) for name, choice in choices.items()}
    return {**raw, **plain}, choices


def references(value: Any, preferred: str) -> tuple[list[Choice], int]:
    """Every entry of a list as a text: of objects the address, else the name; of texts by language one. And how many
    entries say nothing.
    """
    entries = [one for one in (value if isinstance(value, list) else [value]) if not is_empty(one)]
    chosen = [choose_language(one, preferred, by=_ADDRESSES + _NAMES) for one in entries]
    found = [one for one in chosen if one]
    return found, len(entries) - len(found)


def names_of(value: Any, preferred: str) -> dict[str, Choice]:
    """What objects call the addresses that stand for them."""
    found: dict[str, Choice] = {}
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and not is_text(one):
            address = choose_language(one, preferred, by=_ADDRESSES)
            name = choose_language(one, preferred, by=_NAMES)
            found |= dict.fromkeys(address.texts, name) if address and name else {}
    return found


def citation(value: Any) -> Any:
    """A document that an object describes by both, its name before its address; any other value as it is."""
    if isinstance(value, list):
        return [citation(one) for one in value]
    if not isinstance(value, dict) or is_text(value):
        return value
    parts = [choose_language({name: value.get(name) for name in by}, FALLBACK, by=by) for by in (_NAMES, _ADDRESSES)]
    return " ".join(text for one in parts if one for text in one.texts[:1]) or value


def is_plain(value: Any) -> bool:
    """Whether a value is nothing but a text or a list of texts."""
    return all(one is None or isinstance(one, str) for one in (value if isinstance(value, list) else [value]))


def unwrap(value: Mapping[str, Any]) -> Any:
    """What is in an object that only holds a list (`@set`); None for any other object."""
    return next((value[name] for name in _WRAPPED if name in value), None)


def is_text(value: Mapping[str, Any]) -> bool:
    """Whether an object stands for a text, or a list of them, and describes nothing."""
    return _contents(value) is not None


def _rank(language: str, ranks: list[str]) -> int:
    primary = re.split("[-_]", language)[0]
    last = len(ranks) + (language_code(language) is None)
    return next((place for place, one in enumerate(ranks) if one in (language, primary)), last)


def _flatten(value: Any, by: tuple[str, ...], language: str = "", depth: int = 0) -> Iterator[Tagged]:
    """All texts of a value; numbers are texts too."""
    if depth > _DEEPEST or isinstance(value, bool):
        return
    if isinstance(value, (int, float)):
        yield Tagged(language, str(value))
    elif isinstance(value, str):
        if value.strip():
            yield Tagged(language, value.strip())
    elif isinstance(value, list):
        for one in value:
            yield from _flatten(one, by, language, depth + 1)
    elif isinstance(value, dict):
        contents = _contents(value)
        if contents is None:
            yield from _texts_of_object(value, by, language, depth)
        for tag, inner in contents or ():
            yield from _flatten(inner, by, language if tag is None else tag, depth + 1)


def _contents(value: Mapping[str, Any]) -> list[tuple[str | None, Any]] | None:
    """The texts of an object, with the language where it tells one; None for an object that is no text."""
    for name in ("@value", "value"):
        tag = next((value[one] for one in _TAGGED_BY if isinstance(value.get(one), str)), None)
        if name in value and (tag is not None or name == "@value"):
            return [(None if tag is None else _normalise(tag), value[name])]
    inside = unwrap(value)
    if inside is not None:
        return [(None, inside)]
    if not _is_language_map(value):
        return None
    return [(_normalise(tag), inner) for tag, inner in value.items() if tag in _NONE or not tag.startswith("@")]


def _texts_of_object(value: Mapping[str, Any], by: Iterable[str], language: str, depth: int) -> Iterator[Tagged]:
    """What the first property that says something says; blank nodes (`_:b0`) say nothing."""
    for name in by:
        found = list(_flatten(value.get(name), tuple(by), language, depth + 1))
        found = [one for one in found if not one.text.startswith("_:")]
        if found:
            start = _PREFIXES.get(name, "")
            yield from (one._replace(text=start + one.text) if one.text[:1].isdigit() else one for one in found)
            return


def _is_language_map(value: Mapping[str, Any]) -> bool:
    """Whether the names of an object are languages: all of them, or at least one that can be nothing else."""
    names = [name for name in value if name in _NONE or not name.startswith("@")]
    if any(name.lower() in _NONE or _is_language(name) for name in names):
        return True
    return bool(names) and all(_TAG.fullmatch(name) and name not in _NO_TAGS for name in names)


def _is_language(name: str) -> bool:
    """A code of two letters, the name of a language with a capital letter, or its address."""
    if _TAG.fullmatch(name):
        return name not in _NO_TAGS and len(re.split("[-_]", name)[0]) == 2 and language_code(name) is not None
    return (name[:1].isupper() or "://" in name) and language_code(name) is not None


def _normalise(tag: str) -> str:
    if tag.lower() in _NONE:
        return ""
    named = None if _TAG.fullmatch(tag) else language_code(tag)
    return named or tag.lower().replace("_", "-")
