"""A portal's submission as mappers read it, and the questions that a mapper may have asked at the portal."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from chalicelib.json_types import Json
from chalicelib.proxy.model import Item
from chalicelib.proxy.omtd_share.languages import UNDETERMINED, language_code
from chalicelib.proxy.omtd_share.table import DOCUMENTS, NAME, REFERENCES
from chalicelib.proxy.omtd_share.translations import (
    TRANSLATED,
    Choice,
    citation,
    is_plain,
    names_of,
    references,
    resolve_languages,
)
from chalicelib.proxy.omtd_share.values import is_placeholder, split_lists, web_address


@dataclass(frozen=True)
class Lookups:
    """What a submission does not say itself; each may be asked often with the same address. None: the portal does not
    tell.
    """

    downloadable: Callable[[str], bool | None] = lambda address: False
    name_of: Callable[[str], str | None] = lambda address: None
    metrics: Callable[[str], Item | None] = lambda address: None


@dataclass(frozen=True)
class Origin:
    """The portal that a submission comes from; `language` is a code as OMTD-SHARE takes it."""

    title: str
    home: str
    kind: str = "ncbo"
    language: str = "en"


@dataclass
class Report:
    """`defaults`: elements without a source, by their path below the resource; `notes`: what was cut, changed or left
    out.
    """

    defaults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def default(self, element: str) -> None:
        if element not in self.defaults:
            self.defaults.append(element)

    def note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)


@dataclass(frozen=True)
class Submission:
    """One submission (`item`) with its ontology. `latest`: whether it is the one that the ontology's own addresses
    mean.
    """

    item: Item
    ontology: Item
    origin: Origin
    lookups: Lookups = field(default_factory=Lookups)
    latest: bool = True
    report: Report = field(default_factory=Report)
    languages: Mapping[str, str] = field(default_factory=dict)  # by property that is translated, and by text
    names: Mapping[str, str] = field(default_factory=dict)  # of things that are referred to, by address

    @classmethod
    def read(
        cls, item: Item, ontology: Item, origin: Origin, lookups: Lookups, *, latest: bool, report: Report
    ) -> "Submission":
        """A submission of plain texts, each in one language; the report says in which, where there is a choice, and
        which entries say nothing.
        """
        plain, about = (_plain_texts(one.raw, origin.language, report) for one in (item, ontology))
        languages = {**about.languages, **plain.languages, "name": about.languages.get("name", "")}
        names = {**about.names, **plain.names}
        return cls(Item(plain.raw), Item(about.raw), origin, lookups, latest, report, languages, names)

    @property
    def acronym(self) -> str:
        return self.ontology.text("acronym") or ""

    @property
    def lang(self) -> dict[str, str]:
        """The attribute of texts that people wrote at the portal."""
        return {"lang": self.origin.language}

    def lang_of(self, name: str) -> dict[str, str]:
        """The attribute of a text, or of what a property says that is translated."""
        return self.lang_in(self.languages.get(name, ""))

    def lang_in(self, tag: str) -> dict[str, str]:
        """The attribute of a text in the language of a tag; "" where the portal does not say."""
        return {"lang": language_code(tag) or UNDETERMINED} if tag else self.lang

    @property
    def place(self) -> str | None:
        """The ontology's own address at the portal."""
        return web_address(self.ontology.id)

    @property
    def page(self) -> str | None:
        """The ontology's page at the portal, as people see it; else its address."""
        return web_address(self.ontology.link("ui")) or self.place

    def or_default(self, element: str, value: str | None, default: str) -> str:
        """The value; without one, or one that says that there is none, the default, and the report says so."""
        if value is not None and value.strip() and (element == NAME or not is_placeholder(value)):
            return value.strip()
        self.report.default(element)
        return default

    def all(self, *names: str) -> list[str]:
        """The texts of all these properties, each once, but for those that say that there is nothing to say."""
        found = (text for name in names for text in self.without_placeholders(name, self._texts([name])))
        return list(dict.fromkeys(found))

    def without_placeholders(self, name: str, texts: list[str]) -> list[str]:
        """The texts but for "not available" and the like, of which the report tells under this name."""
        found = [one for one in texts if not is_placeholder(one)]
        if len(found) < len(texts):
            self.report.note(f"{name}: left out a text that says that there is none")
        return found

    def entries(self, *names: str) -> list[str]:
        """The entries of all these properties, where one text may be a list."""
        return split_lists(self._texts(names))

    def _texts(self, names: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(text.strip() for name in names for text in self.item.texts(name)))


class _Plain(NamedTuple):
    """An object with plain texts, their languages by property or by text, and the names of addresses."""

    raw: Json
    languages: dict[str, str]
    names: dict[str, str]


def _plain_texts(raw: Json, preferred: str, report: Report) -> _Plain:
    plain, chosen = resolve_languages(raw, preferred)
    for name, choice in chosen.items():
        _note_choice(name, choice, report)
    languages, names = {name: choice.language for name, choice in chosen.items()}, dict[str, str]()
    for name in REFERENCES:
        if not is_plain(raw.get(name)):
            choices = _references(name, raw[name], preferred, report)
            plain[name] = [text for one in choices for text in one.texts]
            called = {} if name in DOCUMENTS else names_of(raw[name], preferred)
            names |= {address: one.texts[0] for address, one in called.items()}
            languages |= {text: one.language for one in (*choices, *called.values()) for text in one.texts}
    for name in TRANSLATED:
        if not is_plain(plain.get(name)):
            report.note(f"{name}: left out what holds no text")
    return _Plain(plain, languages, names)


def _references(name: str, value: Any, preferred: str, report: Report) -> list[Choice]:
    chosen, silent = references(citation(value) if name in DOCUMENTS else value, preferred)
    for choice in chosen:
        if choice.others:
            _note_choice(name, choice, report)
    if silent:
        report.note(f"{name}: left out entries with neither a text nor an address")
    return chosen


def _note_choice(name: str, choice: Choice, report: Report) -> None:
    if choice.language or choice.others:
        also = f"; there is also {', '.join(choice.others)}" if choice.others else ""
        report.note(f"{name}: the text in {choice.language or 'no language'} is used{also}")
