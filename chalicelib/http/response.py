"""One answer of a source: what came, how its text is read, and how an address is display_url to people."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any

from chalicelib.errors import SourceChanged

_SECRETS = re.compile(r"(?i)((?:api_?key|token|password|secret)=)[^&\s]+")


@dataclass(frozen=True)
class HttpResponse:
    """One answer as it came: header names in lower case, body whole and decoded from its transfer coding."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


def decode_text(answer: HttpResponse) -> str:
    """The text of an answer, in the charset that it claims, else UTF-8, else Latin-1."""
    return _decode(answer, _charset(answer), "utf-8")


def parse_json(answer: HttpResponse) -> Any:
    """The JSON of an answer; raises SourceChanged.

    JSON is UTF-8 whatever its header claims (RFC 8259, section 8.1); only what is none is read as claimed.
    """
    text = _decode(answer, "utf-8", _charset(answer))
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:  # also: numbers too long, lists too deep
        raise SourceChanged(f"{display_url(answer.url)} sent no JSON: {redact(text[:200])!r}") from error


def display_url(url: str) -> str:
    """An address as it may stand in an error: without keys, and not endless."""
    return redact(url)[:300]


def redact(text: str) -> str:
    return _SECRETS.sub(r"\1...", text)


def _decode(answer: HttpResponse, *charsets: str | None) -> str:
    for charset in charsets:
        try:
            if charset:
                return answer.body.decode(charset).removeprefix("\ufeff")
        except (ValueError, LookupError):
            continue
    return answer.body.decode("latin-1")


def _charset(answer: HttpResponse) -> str | None:
    message = Message()
    message["content-type"] = answer.headers.get("content-type", "")
    return message.get_content_charset()


def retry_after(text: str | None) -> float | None:
    """The seconds that a `Retry-After` asks for, as a number or a date; None where it asks for none."""
    if text is None or re.fullmatch(r"\s*\d+\s*", text):
        return None if text is None else float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None
