"""API keys: which key a portal is asked with, and how keys stay out of everything that we write.

A caller's own key comes as `apikey` or `userapikey`, in the query or a form, or as `Authorization: apikey token=KEY`;
it leaves as that header alone. Where a caller has none, the portal's configured key is lent, for reading only.
Quirk  portals put the caller's key into the links of a page.
"""

import re
from collections.abc import Callable, Collection, Mapping
from urllib.parse import quote

import orjson

from chalicelib.errors import BadInput
from chalicelib.proxy.portals import Portal

NAMES = ("apikey", "userapikey")
# What a portal computes from a POST and forgets again. Anything else that is posted may change something there.
READ_BY_POST = frozenset("/annotator /annotatorplus /batch /recommender /search /property_search".split())
SHORTEST = 8  # characters; a shorter text is no key, and replacing it could hit any word
_KEY = re.compile(r"[\x21-\x7e]{1,200}")
_HEADER = re.compile(r"(?i)apikey\s+token=(\S+)")
_VALUE = r"""[^&\s"'<>\\#]*"""
_NEXT = r"(?:&amp;|\\u0026|&)"
_INSIDE = re.compile(rf"(?i)([?&;]|\\u0026)(?:user)?apikey={_VALUE}{_NEXT}")
_LAST = re.compile(rf"(?i)(?:\?|{_NEXT})(?:user)?apikey={_VALUE}")


class PortalKeys:
    """The configured keys; a value `ssm:NAME` is the name of a parameter, read once, when it is first needed."""

    def __init__(self, given: Mapping[str, str], parameter: Callable[[str], str]) -> None:
        self._given, self._parameter = given, parameter
        self._cache: dict[str, str] = {}

    def __call__(self, portal: Portal) -> str:
        value = self._given.get(portal.secret, "")
        if not value.startswith("ssm:"):
            return value
        if value not in self._cache:
            self._cache[value] = self._parameter(value.removeprefix("ssm:"))
        return self._cache[value]


def take_key(parameters: dict[str, list[str]], headers: Mapping[str, str]) -> str:
    """The caller's key, removed from its parameters; "" without one; raises BadInput for what cannot be a key."""
    found = ""
    for name in [one for one in parameters if one.lower() in NAMES]:
        values = [value for value in parameters.pop(name) if value]
        found = found or next(iter(values), "")
    if not found and (named := _HEADER.fullmatch(headers.get("authorization", "").strip())):
        found = named.group(1)
    if found and not _KEY.fullmatch(found):
        raise BadInput("apikey: a key has no blanks and at most 200 characters.", field="apikey")
    return found


def authorization(key: str) -> str:
    """How a key is told to a portal."""
    return f"apikey token={key}"


def is_read(method: str, path: str) -> bool:
    """Whether a request to a portal changes nothing there, so that the configured key may go with it."""
    return method in ("GET", "HEAD") or (method == "POST" and path in READ_BY_POST)


def secrets_of(key: str, authorization: str) -> tuple[str, ...]:
    """All texts of one request that must not come back."""
    return tuple(dict.fromkeys(one for one in (key, *re.split(r"[\s=]+", authorization)) if len(one) >= SHORTEST))


def without_keys(text: str, secrets: Collection[str]) -> str:
    """The text without key parameters in addresses, and without these secrets in any spelling."""
    clean = _LAST.sub("", _INSIDE.sub(r"\1", text))
    for secret in secrets:
        for spelling in {secret, quote(secret), quote(secret, safe=""), orjson.dumps(secret).decode()[1:-1]}:
            clean = clean.replace(spelling, "***")
    return clean


def without_keys_in_bytes(body: bytes, secrets: Collection[str]) -> bytes:
    """The same for a body in any encoding, UTF-16 included; all its other bytes stay as they are."""
    wide = [secret.encode(encoding).decode("latin-1") for secret in secrets for encoding in ("utf-16-le", "utf-16-be")]
    text = without_keys(body.decode("latin-1"), secrets)
    for spelling in wide:
        text = text.replace(spelling, "*" * len(spelling))
    return text.encode("latin-1")
