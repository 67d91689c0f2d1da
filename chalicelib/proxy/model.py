"""What a portal answers, as JSON-LD: an object, a collection, a page of one, a value, or an error.

Source  data.bioontology.org/documentation#nav_media_types; error forms of github.com/ncbo/ontologies_api
Quirks  an error is `{"errors": [..], "status": n}`; without a valid key `{"error": "..", "status": 401}`; the
        annotator's is a list, `[{"error": {"error": "..", "status": n}}]`. Any of them may come with status 200.
A model keeps the parsed answer as it came (`raw`), so that writing it out again changes nothing.
"""

from collections.abc import Iterator
from typing import Any

from chalicelib.json_types import Json

_FALLBACK = 500  # the status of an error that names none


class Model:
    """Any answer; the `as_` conversions give None where the answer is of another kind."""

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    @property
    def is_error(self) -> bool:
        return isinstance(self, Failure)

    @property
    def is_object(self) -> bool:
        return isinstance(self, Item)

    @property
    def is_collection(self) -> bool:
        return isinstance(self, Collection)

    @property
    def is_page(self) -> bool:
        return isinstance(self, Page)

    @property
    def is_value(self) -> bool:
        return isinstance(self, Value)

    def as_error(self) -> "Failure | None":
        return self if isinstance(self, Failure) else None

    def as_object(self) -> "Item | None":
        return self if isinstance(self, Item) else None

    def as_collection(self) -> "Collection | None":
        """A list, or one page of it."""
        return self if isinstance(self, Collection) else None

    def as_page(self) -> "Page | None":
        return self if isinstance(self, Page) else None

    def as_value(self) -> "Value | None":
        return self if isinstance(self, Value) else None


class Item(Model):
    """A JSON-LD object. Readers take several names and give the first one's value that is there and of the right
    kind.
    """

    raw: Json

    @property
    def id(self) -> str | None:
        return self.text("@id")

    @property
    def types(self) -> list[str]:
        return self.texts("@type")

    @property
    def links(self) -> dict[str, str]:
        """The addresses under `links`, by name."""
        found = self.raw.get("links")
        known = found.items() if isinstance(found, dict) else ()
        return {name: value for name, value in known if name != "@context" and isinstance(value, str)}

    def link(self, *names: str) -> str | None:
        return next((self.links[name] for name in names if name in self.links), None)

    def link_type(self, name: str) -> str | None:
        """What kind of thing lies behind a link, by the context of the links."""
        links = self.item("links")
        context = links.item("@context") if links else None
        return context.text(name) if context else None

    def text(self, *names: str) -> str | None:
        """The first text that is not empty; of a list its first."""
        return next(iter(self.texts(*names)), None)

    def texts(self, *names: str) -> list[str]:
        """All texts of the first property that has any: portals give one text or a list of them."""
        for name in names:
            found = [one for one in self._all(name) if isinstance(one, str) and one.strip()]
            if found:
                return found
        return []

    def integer(self, *names: str) -> int | None:
        for name in names:
            for one in self._all(name):
                if isinstance(one, int) and not isinstance(one, bool):
                    return one
        return None

    def boolean(self, *names: str) -> bool | None:
        return next((one for name in names for one in self._all(name) if isinstance(one, bool)), None)

    def item(self, *names: str) -> "Item | None":
        return next(iter(self.items(*names)), None)

    def items(self, *names: str) -> list["Item"]:
        """All objects of the first property that has any."""
        for name in names:
            found = [Item(one) for one in self._all(name) if isinstance(one, dict)]
            if found:
                return found
        return []

    def expand(self, name: str) -> str | None:
        """The property's full name by the object's `@context`."""
        context = self.raw.get("@context")
        if not isinstance(context, dict):
            return None
        found = context.get(name)
        if isinstance(found, dict):
            found = found.get("@id")
        vocabulary = context.get("@vocab")
        return found if isinstance(found, str) else f"{vocabulary}{name}" if isinstance(vocabulary, str) else None

    def _all(self, name: str) -> list[Any]:
        value = self.raw.get(name)
        return value if isinstance(value, list) else [] if value is None else [value]

    def __eq__(self, other: object) -> bool:
        """The same thing: by its address, else by all that is known of it."""
        if not isinstance(other, Item):
            return NotImplemented
        return self.id == other.id if self.id and other.id else self.raw == other.raw

    def __hash__(self) -> int:
        return hash(self.id)


class Collection(Model):
    """A list of anything."""

    @property
    def entries(self) -> list[Any]:
        return list(self.raw)

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Model]:
        return (create(one) for one in self.entries if one is not None)

    def objects(self) -> list[Item]:
        return [Item(one) for one in self.entries if isinstance(one, dict)]

    def texts(self) -> list[str]:
        return [one for one in self.entries if isinstance(one, str)]


class Page(Collection):
    """One page of a list; `next_link` and `previous_link` are the addresses of its neighbours."""

    raw: Json

    @property
    def entries(self) -> list[Any]:
        return list(self.raw.get("collection") or [])

    @property
    def number(self) -> int:
        return int(self.raw["page"])

    @property
    def page_count(self) -> int | None:
        return Item(self.raw).integer("pageCount")

    @property
    def total_count(self) -> int | None:
        return Item(self.raw).integer("totalCount")

    @property
    def next_link(self) -> str | None:
        return Item(self.raw).link("nextPage")

    @property
    def previous_link(self) -> str | None:
        return Item(self.raw).link("prevPage")


class Value(Model):
    """A text, a number, true, false or null; each reader gives None for a value of another kind."""

    @property
    def text(self) -> str | None:
        return self.raw if isinstance(self.raw, str) else None

    @property
    def integer(self) -> int | None:
        return self.raw if isinstance(self.raw, int) and not isinstance(self.raw, bool) else None

    @property
    def boolean(self) -> bool | None:
        return self.raw if isinstance(self.raw, bool) else None


class Failure(Model):
    """An error in one of the portals' forms, and the HTTP status that it means."""

    def __init__(self, raw: Any, status: int) -> None:
        super().__init__(raw)
        self.status = status

    @classmethod
    def of(cls, message: str, status: int) -> "Failure":
        """An error of our own making, in the portals' usual form."""
        return cls({"errors": [message], "status": status}, status)

    @classmethod
    def of_annotator(cls, message: str, status: int) -> "Failure":
        """The same in the annotator's form."""
        return cls([{"error": {"error": message, "status": status}}], status)

    @property
    def messages(self) -> list[str]:
        inner = _inner_error(self.raw)
        found = inner.get("errors", inner.get("error", inner)) if isinstance(inner, dict) else inner
        return [str(one) for one in (found if isinstance(found, list) else [found])]


def create(raw: Any, status: int = 200) -> Model:
    """The model of a parsed answer that came with this HTTP status."""
    failure = _failure(raw, status)
    if failure:
        return failure
    if isinstance(raw, list):
        return Collection(raw)
    if not isinstance(raw, dict):
        return Value(raw)
    number = raw.get("page")
    whole = isinstance(number, int) and not isinstance(number, bool) and number >= 0
    return Page(raw) if whole and isinstance(raw.get("collection"), list) else Item(raw)


def _failure(raw: Any, status: int) -> Failure | None:
    inner = _inner_error(raw)
    if not _says_error(inner) and not (inner is not raw and isinstance(inner, str)):
        return None if status < 400 else Failure(raw, status) if raw else Failure.of("No reason given.", status)
    named = inner.get("status") if isinstance(inner, dict) else None
    return Failure(raw, _error_status(status, named))


def _inner_error(raw: Any) -> Any:
    """What stands inside the annotator's list; anything else is itself."""
    first = raw[0] if isinstance(raw, list) and raw else None
    return first["error"] if isinstance(first, dict) and "error" in first and "@id" not in first else raw


def _says_error(raw: Any) -> bool:
    """Whether an object is an error: it names some, or a status of none, and has no address of its own."""
    if not isinstance(raw, dict) or "@id" in raw:
        return False
    return bool(raw.get("errors")) or ("status" in raw and ("errors" in raw or "error" in raw))


def _error_status(status: int, named: Any) -> int:
    if status >= 400:
        return status
    return named if isinstance(named, int) and 400 <= named < 600 else _FALLBACK
