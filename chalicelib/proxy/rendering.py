"""The last step: from a model or a final response to what goes out, free of keys and small enough for a gateway."""

import json
from collections.abc import Callable, Collection

from chalicelib.http.headers import LARGEST_GIVEN, HeaderValue, writable
from chalicelib.proxy.credentials import without_keys, without_keys_in_bytes
from chalicelib.proxy.model import Failure, Model
from chalicelib.proxy.output import Output, ResponseContext, error_output, json_output
from chalicelib.proxy.request import Call, ProxyResponse

LARGEST = 5_000_000  # bytes
ENVELOPE = 5_900_000  # bytes; Lambda gives up at 6 MB, counted in JSON, where each quotation mark of a body takes two
RETRY = "60"  # seconds
SAFE: dict[str, HeaderValue] = {"X-Content-Type-Options": "nosniff", "Vary": "Authorization"}
Keep = Callable[[bytes, str], str]  # stores a body of this media type and gives a link to it
_NO_WAY = (
    "The answer is too large, or no JSON; ask for a page of it (`page`, `pagesize`) or for fewer fields (`display`)."
)


def render_response(
    call: Call, given: Model | ProxyResponse, secrets: Collection[str], keep: Keep | None
) -> ProxyResponse:
    """The response as it leaves; `keep` takes what is too large."""
    made = given if isinstance(given, ProxyResponse) else _render_model(call, given)
    body = without_keys(made.body, secrets) if isinstance(made.body, str) else made.body
    headers = {name: _redact(value, secrets) for name, value in {**SAFE, **made.headers}.items()}
    clean = ProxyResponse(made.status, writable(headers, LARGEST_GIVEN), body)
    if not made.stored and _fits(body):
        return clean
    stored = body.encode() if isinstance(body, str) else without_keys_in_bytes(body, secrets)
    return _offload(call, ProxyResponse(made.status, clean.headers, stored), keep)


def _redact(value: HeaderValue, secrets: Collection[str]) -> HeaderValue:
    return without_keys(value, secrets) if isinstance(value, str) else [without_keys(one, secrets) for one in value]


def _fits(body: str | bytes) -> bool:
    """Whether the gateway lets it through."""
    if isinstance(body, bytes):
        return len(body) * 4 // 3 <= LARGEST  # base64
    if len(body) * 6 <= LARGEST:  # no letter takes more
        return True
    return len(body.encode("utf-8", "replace")) <= LARGEST and len(json.dumps(body)) <= ENVELOPE


def _render_model(call: Call, model: Model) -> ProxyResponse:
    """The model after post-processors and generator; an error is always written as an error."""
    context = call.context
    if not model.is_error:
        for process in list(call.postprocessors.values()):
            model = process(model, context)
    failure = model.as_error()
    if failure and failure.status == 503:
        context.headers.setdefault("Retry-After", RETRY)
    name = "error" if model.is_error else context.format or "json"
    generate = call.generators.get(name) or json_output
    return _respond(generate(model, context), context)


def _respond(output: Output, context: ResponseContext) -> ProxyResponse:
    kind = f"{output.media_type}; charset=utf-8" if isinstance(output.body, str) else output.media_type
    headers = {**SAFE, **context.headers, **output.headers, "Content-Type": kind}
    return ProxyResponse(output.status or context.status, headers, output.body)


def _offload(call: Call, response: ProxyResponse, keep: Keep | None) -> ProxyResponse:
    """The way to the same body; without a place to keep it, an error in the portal's form."""
    if keep is None or response.status != 200:
        return _respond(error_output(Failure.of(_NO_WAY, 502), call.context), call.context)
    body = response.body.encode() if isinstance(response.body, str) else response.body
    headers = {name: value for name, value in response.headers.items() if name != "Content-Type"}
    status = 303 if call.method == "POST" else 302
    link = keep(body, str(response.headers.get("Content-Type", "application/octet-stream")))
    return ProxyResponse(status, {**headers, "Location": link, "Cache-Control": "no-store"}, "")
