"""What goes back: the answer's shape, and the formats that a model can be written in.

An output generator takes a model and the output parameters; it says body, media type, headers, and the status where that is
not the portal's. A text body is searched for keys before it leaves, bytes are not: who makes bytes keeps keys out of them.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from chalicelib.proxy.model import Model

JSON = "application/json"
Outputs = dict[str, Any]


@dataclass(frozen=True)
class Output:
    """What a generator made; without a status it is the portal's."""

    body: str | bytes
    media_type: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int | None = None


OutputGenerator = Callable[[Model, Outputs], Output]


def json_output(model: Model, outputs: Outputs) -> Output:
    """The model as it came, or as post-processors left it."""
    return Output(json_text(model.raw))


def error_output(model: Model, outputs: Outputs) -> Output:
    """An error in the portal's form, with the status that it means."""
    failure = model.as_error()
    return Output(json_text(model.raw), status=failure.status if failure else None)


def json_text(raw: Any) -> str:
    """JSON by the quick writer; by the standard library's what that one refuses (numbers beyond 64 bits, half surrogates)."""
    try:
        return orjson.dumps(raw).decode()
    except TypeError:
        return json.dumps(raw, separators=(",", ":"))
