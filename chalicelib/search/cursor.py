"""Where a search goes on: a text that names the release that is read and the last record that was given.

Published indices never change, so the engine holds nothing open while a client pages. The text is signed together with
the search that it belongs to: one that was changed, or that comes with another search, is refused before the engine
sees it.
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson

from chalicelib.errors import BadInput
from chalicelib.search.query import Query
from chalicelib.store.opensearch.names import GENERATIONS

SIGNATURE = 16  # bytes
LONGEST = 8000  # characters; no address is longer
MOST_SEEN, MOST_SORT_VALUES = 10**9, 4
GENERATION = GENERATIONS.partition("(")[0]  # of one index


@dataclass(frozen=True)
class Position:
    """`seen` records of the release came before; `after` are the sort values of the last of them."""

    generation: str
    seen: int
    after: tuple[Any, ...]


class Cursors:
    """Writes and reads cursors; `secret` is asked for once, when the first one is."""

    def __init__(self, secret: Callable[[], str]) -> None:
        self._secret = secret

    def write(self, query: Query, position: Position) -> str:
        """The cursor of the page that follows `position` in this search."""
        content = orjson.dumps([position.generation, position.seen, position.after])
        return base64.urlsafe_b64encode(self._sign(query, content) + content).decode().rstrip("=")

    def read(self, query: Query) -> Position:
        """The position that the query's cursor means; raises BadInput for one that is not of this search."""
        text = query.cursor
        try:
            raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError) as error:
            raise _foreign() from error
        content = raw[SIGNATURE:]
        if not hmac.compare_digest(raw[:SIGNATURE], self._sign(query, content)):
            raise _foreign()
        return _position(content)

    def _sign(self, query: Query, content: bytes) -> bytes:
        spans = sorted((name, span.least, span.most) for name, span in query.spans.items())
        narrowed: list[Any] = [sorted(query.chosen.items()), spans, sorted(query.concepts.items())]
        asked = [query.index, query.data_type, query.text, query.literal, narrowed, query.sort]
        return hmac.digest(self._key, orjson.dumps(asked) + b"\n" + content, "sha256")[:SIGNATURE]

    @cached_property
    def _key(self) -> bytes:
        return hashlib.sha256(b"cursor:" + self._secret().encode()).digest()


def _position(content: bytes) -> Position:
    """The checked content of a cursor: with the default secret anyone can forge one, so nothing in it is trusted."""
    try:
        generation, seen, after = orjson.loads(content)
    except (ValueError, TypeError) as error:
        raise _foreign() from error
    is_valid = (
        isinstance(generation, str)
        and re.fullmatch(GENERATION, generation)
        and isinstance(seen, int)
        and not isinstance(seen, bool)
        and 0 < seen < MOST_SEEN
        and isinstance(after, list)
        and 0 < len(after) <= MOST_SORT_VALUES
        and all(value is None or isinstance(value, str | int | float) for value in after)
    )
    if not is_valid:
        raise _foreign()
    return Position(generation, seen, tuple(after))


def _foreign() -> BadInput:
    return BadInput(
        "cursor: this is not a cursor of this search. Ask without one, then go on with `next`.", field="cursor"
    )
