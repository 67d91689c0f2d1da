"""Reading what a portal sent: JSON becomes a model, an error in plain text becomes one too, anything else is not for us to read."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from chalicelib.http.response import HttpResponse, decode_text
from chalicelib.proxy.model import Failure, Model, create

LARGEST = 32_000_000  # bytes
UNPARSABLE = "The portal sent an answer that is not valid JSON."
_VAGUE = ("", "text/plain", "text/html", "application/octet-stream")  # portals say these of JSON too
_SHOWN = 500  # characters of an error in plain text


def is_read(status: int, headers: Mapping[str, str]) -> bool:
    """Whether an answer's body is worth reading: JSON or what may be, of bearable size, and every error."""
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > LARGEST:
        return False
    return status >= 400 or is_json(headers) or media_type(headers) in _VAGUE[:3]


def media_type(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def is_json(headers: Mapping[str, str]) -> bool:
    kind = media_type(headers)
    return kind == "application/json" or kind.endswith("+json")


def model_of(answer: HttpResponse) -> Model | None:
    """The model of an answer; None where it is neither JSON nor an error."""
    text = decode_text(answer).lstrip("\ufeff")
    parsed, valid = _parsed(text)
    if valid:
        return create(parsed, answer.status)
    if answer.status >= 400:
        return Failure.of(_reason(answer, text), answer.status)
    return Failure.of(UNPARSABLE, 502) if is_json(answer.headers) else None


def _parsed(text: str) -> tuple[Any, bool]:
    try:
        return json.loads(text, parse_constant=_no_number), True
    except (ValueError, RecursionError):
        return None, False


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _reason(answer: HttpResponse, text: str) -> str:
    """The words of an error in plain text; of a page for people only what the status means."""
    if media_type(answer.headers) == "text/plain" and text.strip():
        return text.strip()[:_SHOWN]
    known = {one.value for one in HTTPStatus}
    return HTTPStatus(answer.status).phrase if answer.status in known else f"Status {answer.status}"
