"""Reads and checks request parameters and JSON bodies; every refusal is a BadInput that names the field."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from chalicelib.errors import BadInput
from chalicelib.json_types import Json, load_strict
from chalicelib.store.opensearch.names import GENERATIONS

LONGEST_TEXT = 1000  # characters


def read_parameters(
    parameters: Mapping[str, Sequence[str]], known: Sequence[str], *, many: Sequence[str] = ()
) -> dict[str, str]:
    """The `known` parameters, each given once at most; raises BadInput for repeated ones and unknown ones."""
    for name, values in parameters.items():
        if name not in known and name not in many:
            raise unknown_name("parameter", name, [*known, *many], "query string")
        if name in known and len(values) > 1:
            raise BadInput(f"{name}: given {len(values)} times.", field=name)
        if name == "release" and not all(values):
            raise BadInput("release: must not be empty; give a generation from an answer.", field=name)
    return {name: values[0] for name, values in parameters.items() if name in known and values}


def parse_release(text: str) -> str:
    """The generation that names a release, or two with a comma between; raises BadInput for what is none."""
    if text and not re.fullmatch(GENERATIONS, text):
        raise BadInput(f"release: expected a generation from an answer, not {text[:80]!r}.", field="release")
    return text


def read_fields(body: bytes, known: Sequence[str]) -> Json:
    """A JSON object that has no other fields than these; raises BadInput naming the one that it must not have."""
    asked = parse_json_object(body)
    for name in asked:
        if name not in known:
            raise unknown_name("field", name, known, "body")
    return asked


def parse_json_object(body: bytes) -> Json:
    """A JSON object, or nothing at all; raises BadInput for anything else."""
    if not body.strip():
        return {}
    try:
        asked = load_strict(body)
    except ValueError as error:
        raise BadInput(f"The body is not JSON: {error}", field="body") from error
    if asked is None:
        return {}
    if not isinstance(asked, dict):
        raise BadInput("The body must be a JSON object.", field="body")
    return asked


def parse_text(value: Any, name: str) -> str:
    """Text without blanks around it and without control characters in it."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput(f"{name}: must be text.", field=name)
    if len(value) > LONGEST_TEXT:
        raise BadInput(f"{name}: at most {LONGEST_TEXT} characters, these are {len(value)}.", field=name)
    if any(ord(letter) < 32 and not letter.isspace() for letter in value) or "\x7f" in value:
        raise BadInput(f"{name}: control characters are not allowed.", field=name)
    return value.strip()


def parse_whole_number(text: str, name: str, *, least: int, most: int) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9 or not least <= int(text) <= most:
        raise BadInput(f"{name}: a whole number from {least} to {most}, not {text[:40]!r}.", field=name)
    return int(text)


def unknown_name(kind: str, name: str, allowed: Iterable[str], field: str) -> BadInput:
    """The refusal of a name that does not exist: it says where, what is allowed, and what may have been meant."""
    names = list(allowed)
    return BadInput(
        f"{field}: there is no {kind} {name[:80]!r}.{suggest_near(name, names)}", field=field, allowed=names
    )


def suggest_near(name: str, allowed: Iterable[str]) -> str:
    close = get_close_matches(name[:80], list(allowed), n=1)
    return f" Did you mean {close[0]!r}?" if close else ""
