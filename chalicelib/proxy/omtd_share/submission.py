"""A portal's submission as mappers read it, and the questions that a mapper may have asked at the portal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from chalicelib.proxy.model import Item
from chalicelib.proxy.omtd_share.languages import language_code
from chalicelib.proxy.omtd_share.translations import Choice, resolve_languages
from chalicelib.proxy.omtd_share.values import split_lists, web_address


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
    languages: Mapping[str, Choice] = field(default_factory=dict)

    @classmethod
    def read(
        cls, item: Item, ontology: Item, origin: Origin, lookups: Lookups, *, latest: bool, report: Report
    ) -> "Submission":
        """A submission whose texts are in one language each; the report says in which, where there is a choice."""
        plain, chosen = resolve_languages(item.raw, origin.language)
        about, named = resolve_languages(ontology.raw, origin.language)
        languages = {**chosen, **named}
        for name, choice in languages.items():
            if choice.language or choice.others:
                also = f"; there is also {', '.join(choice.others)}" if choice.others else ""
                report.note(f"{name}: the text in {choice.language or 'no language'} is used{also}")
        return cls(Item(plain), Item(about), origin, lookups, latest, report, languages)

    @property
    def acronym(self) -> str:
        return self.ontology.text("acronym") or ""

    @property
    def lang(self) -> dict[str, str]:
        """The attribute of texts that people wrote at the portal."""
        return {"lang": self.origin.language}

    def lang_of(self, name: str) -> dict[str, str]:
        """The attribute of one property's text, where the portal says its language."""
        choice = self.languages.get(name)
        code = language_code(choice.language) if choice and choice.language else None
        return {"lang": code or self.origin.language}

    @property
    def place(self) -> str | None:
        """The ontology's own address at the portal."""
        return web_address(self.ontology.id)

    @property
    def page(self) -> str | None:
        """The ontology's page at the portal, as people see it; else its address."""
        return web_address(self.ontology.link("ui")) or self.place

    def or_default(self, element: str, value: str | None, default: str) -> str:
        """The value; without one the default, and the report says so."""
        if value is not None and value.strip():
            return value.strip()
        self.report.default(element)
        return default

    def all(self, *names: str) -> list[str]:
        """The texts of all these properties, each once."""
        return list(dict.fromkeys(text.strip() for name in names for text in self.item.texts(name)))

    def references(self, *names: str) -> list[str]:
        """What these properties refer to: their texts, and of objects the address (`@id`), else the name."""
        values = [one for name in names for one in _as_list(self.item.raw.get(name))]
        found = [one if isinstance(one, str) else _reference(one) for one in values]
        return list(dict.fromkeys(text.strip() for text in found if text and text.strip()))

    def split(self, *names: str) -> list[str]:
        """The entries of what these properties refer to, where one text may be a list."""
        return split_lists(self.references(*names))

    def entries(self, *names: str) -> list[str]:
        """The entries of all these properties, where one text may be a list."""
        return split_lists(self.all(*names))


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _reference(value: Any) -> str | None:
    return Item(value).text("@id", "id", "url", "@value", "name", "label") if isinstance(value, dict) else None
