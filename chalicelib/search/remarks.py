"""What a result says of itself where its form has no room for it: tables, citations, archives.

The members are those of a page (`interpreted`, `relaxed`, `notes`, `did_you_mean`); as sentences they go into headers
and texts for people.
"""

from collections.abc import Iterator

from chalicelib.json_types import Json

MEMBERS = ("interpreted", "relaxed", "notes", "did_you_mean")
EMPTY_ACCOUNT: Json = {"interpreted": [], "relaxed": [], "notes": []}


def account_of(page: Json) -> Json:
    """Those members of a page of search that tell how it came about."""
    return {name: page[name] for name in MEMBERS if name in page}


def remarks_of(account: Json) -> list[str]:
    """How the search was relaxed, and which values find nothing, a sentence each."""
    return [*_relaxation(account.get("relaxed", ())), *map(_value, account.get("notes", ())), *_instead(account)]


def meanings_of(account: Json) -> list[str]:
    """What each piece was understood as, a sentence each."""
    return [
        f"{one['text']!r} was understood as {one['label']}" + (f" ({one['concept']})." if "concept" in one else ".")
        for one in account.get("interpreted", ())
    ]


def _relaxation(relaxed: list[str]) -> Iterator[str]:
    if relaxed:
        yield f"Nothing has all that was asked for; the search was relaxed: {', '.join(relaxed)}."


def _value(note: Json) -> str:
    near = f" Did you mean {' or '.join(map(repr, note['did_you_mean']))}?" if note["did_you_mean"] else ""
    return f"{note['field']}: no record holds {note['value']!r}.{near}"


def _instead(account: Json) -> Iterator[str]:
    """Other texts; one that was searched for already stands among what was relaxed."""
    if account.get("did_you_mean") and not account.get("relaxed"):
        texts = ", ".join(f"{one['text']!r} ({one['total']} records)" for one in account["did_you_mean"])
        yield f"The text finds nothing. Did you mean {texts}?"
