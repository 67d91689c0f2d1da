"""The last step: from a model or a final answer to what goes out, free of keys and small enough for a gateway."""

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any

from chalicelib.proxy.credentials import without_keys
from chalicelib.proxy.model import Failure, Model
from chalicelib.proxy.output import Output, error_output, json_output
from chalicelib.proxy.request import Call, ProxyAnswer

LARGEST = 5_000_000  # bytes
ENVELOPE = 5_900_000  # bytes; Lambda gives up at 6 MB, counted in JSON, where each quotation mark of a body takes two
RETRY = "60"  # seconds
SAFE = {"X-Content-Type-Options": "nosniff", "Vary": "Authorization"}
Keep = Callable[[bytes, str], str]  # stores a body of this media type and gives a link to it
_NO_WAY = (
    "The answer is too large, or no JSON; ask for a page of it (`page`, `pagesize`) or for fewer fields (`display`)."
)


def finished(call: Call, given: Model | ProxyAnswer, secrets: Collection[str], keep: Keep | None) -> ProxyAnswer:
    """The answer as it leaves; `keep` takes what is too large."""
    answer = given if isinstance(given, ProxyAnswer) else _written(call, given)
    body = without_keys(answer.body, secrets) if isinstance(answer.body, str) else answer.body
    headers = {name: without_keys(value, secrets) for name, value in {**SAFE, **answer.headers}.items()}
    clean = ProxyAnswer(answer.status, headers, body)
    return _kept(call, clean, keep) if answer.stored or not _passes(body) else clean


def _passes(body: str | bytes) -> bool:
    """Whether the way out is wide enough for it."""
    if isinstance(body, bytes):
        return len(body) * 4 // 3 <= LARGEST  # base64
    if len(body) * 6 <= LARGEST:  # no letter takes more
        return True
    return len(body.encode("utf-8", "replace")) <= LARGEST and len(json.dumps(body)) <= ENVELOPE


def _written(call: Call, model: Model) -> ProxyAnswer:
    """The model after post-processors and generator; an error is always written as an error."""
    if not model.is_error:
        for _, process in call.postprocessors.items():
            model = process(model, call.outputs)
    failure = model.as_error()
    if failure and failure.status == 503:
        call.outputs["headers"].setdefault("Retry-After", RETRY)
    name = "error" if model.is_error else call.outputs["format"] or "json"
    generate = call.generators.get(name) or json_output
    return _answer(generate(model, call.outputs), call.outputs)


def _answer(output: Output, outputs: Mapping[str, Any]) -> ProxyAnswer:
    kind = f"{output.media_type}; charset=utf-8" if isinstance(output.body, str) else output.media_type
    headers = {**SAFE, **outputs["headers"], **output.headers, "Content-Type": kind}
    return ProxyAnswer(output.status or outputs["status"], headers, output.body)


def _kept(call: Call, answer: ProxyAnswer, keep: Keep | None) -> ProxyAnswer:
    """The way to the same body; without a place to keep it, an error in the portal's form."""
    if keep is None or answer.status != 200:
        return _answer(error_output(Failure.of(_NO_WAY, 502), call.outputs), call.outputs)
    body = answer.body.encode() if isinstance(answer.body, str) else answer.body
    headers = {name: value for name, value in answer.headers.items() if name != "Content-Type"}
    status = 302 if call.method == "GET" else 303
    link = keep(body, answer.headers.get("Content-Type", "application/octet-stream"))
    return ProxyAnswer(status, {**headers, "Location": link, "Cache-Control": "no-store"}, "")
