"""A portal's submission as mappers read it, and the questions that a mapper may have asked at the portal."""

from collections.abc import Callable
from dataclasses import dataclass, field

from chalicelib.proxy.model import Item
from chalicelib.proxy.omtd_share.values import split_lists, web_address


@dataclass(frozen=True)
class Lookups:
    """What a submission does not say itself; each may be asked often with the same address. None: the portal does not tell."""

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
    """`defaults`: elements without a source, by their path below the resource; `notes`: what was cut, changed or left out."""

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
    """One submission (`item`) with its ontology. `latest`: whether it is the one that the ontology's own addresses mean."""

    item: Item
    ontology: Item
    origin: Origin
    lookups: Lookups = field(default_factory=Lookups)
    latest: bool = True
    report: Report = field(default_factory=Report)

    @property
    def acronym(self) -> str:
        return self.ontology.text("acronym") or ""

    @property
    def lang(self) -> dict[str, str]:
        """The attribute of texts that people wrote at the portal."""
        return {"lang": self.origin.language}

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

    def entries(self, *names: str) -> list[str]:
        """The entries of all these properties, where one text may be a list."""
        return split_lists(self.all(*names))
