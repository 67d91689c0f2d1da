"""The handler of everything that no other handler takes: the request is forwarded to the portal, its answer comes back.

JSON becomes a model. What is not JSON (downloads, XML, CSV), or too large to read, is left at the portal: the caller is
redirected there, without a key. A POST cannot be repeated there, so its answer is stored and linked. Text where JSON
was asked for means that the portal is broken: 502.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from chalicelib.errors import AnswerTooLarge, SourceUnreachable
from chalicelib.http.headers import HeaderValue
from chalicelib.http.response import HttpResponse, decode_text
from chalicelib.proxy.forward import (
    EMPTY,
    REDIRECTS,
    UNPARSABLE,
    is_json,
    is_parsable,
    location_of,
    media_type,
    parse_response,
    target_of,
)
from chalicelib.proxy.model import Failure, Model
from chalicelib.proxy.portals import proxy_url
from chalicelib.proxy.request import Call, ProxyResponse

NOWHERE = "The portal sent a redirect that leads nowhere."
RETURNED = ("retry-after", "content-language", "last-modified")  # headers, and those of rate limits


def forward_request(call: Call) -> Model | ProxyResponse:
    """Ask the portal what the caller asked; raises ForbiddenRequest."""
    try:
        answer = _send(call)
    except AnswerTooLarge:
        return _redirect_to_portal(call)
    except SourceUnreachable as error:
        return call.client.unreachable(error)
    call.context.status, call.context.headers = answer.status, _returned_headers(answer)
    return _interpret(call, answer)


def _send(call: Call) -> HttpResponse:
    """The portal's answer, in the caller's choice of form unless an output format of this API is to be made of it."""
    accept = None if call.context.format else call.headers.get("accept")
    if call.is_form:  # a form's fields and the query's are one to a portal
        form = urlencode(call.parameters, doseq=True).encode()
        return call.client.send("POST", call.path, {}, form, accept=accept, reads=_everything)
    if call.method == "POST":
        return call.client.send("POST", call.path, call.parameters, call.body, accept=accept, reads=_everything)
    return call.client.send(call.method, call.path, call.parameters, accept=accept)


def _everything(status: int, headers: Mapping[str, str]) -> bool:
    return True


def _interpret(call: Call, answer: HttpResponse) -> Model | ProxyResponse:
    if answer.status in REDIRECTS or answer.status == 201:
        _hand_on_location(call, answer)
    if 300 <= answer.status < 400:
        return _redirect(call, answer)
    if not is_parsable(answer.status, answer.headers):
        return _redirect_to_portal(call) if call.method == "GET" else _store(call, answer)
    if not answer.body.strip() and answer.status < 400:
        return _without_content(call, answer)
    model = parse_response(answer)
    if model is not None:
        return model
    if not _wants_other(call, answer):
        return Failure.of(UNPARSABLE, 502)
    return _redirect_to_portal(call) if call.method == "GET" else _store(call, answer)


def _hand_on_location(call: Call, answer: HttpResponse) -> None:
    target = location_of(answer)
    if target is not None:
        call.context.headers["Location"] = _at_proxy(call, target)
    elif "location" in answer.headers:
        call.context.headers["X-Notes"] = "Location: left out, the portal's is no address"


def _redirect(call: Call, answer: HttpResponse) -> Model | ProxyResponse:
    """The portal's redirect; one that leads nowhere is a fault, and so is a 304, for no request has a condition."""
    if "Location" in call.context.headers:
        return ProxyResponse(answer.status, call.context.headers, "")
    return Failure.of(NOWHERE, 502)


def _without_content(call: Call, answer: HttpResponse) -> Model | ProxyResponse:
    """An empty body is an answer where the status says so, or no JSON was wanted."""
    wants_json = is_json(answer.headers) or (call.method == "GET" and not _wants_other(call, answer))
    if answer.status == 200 and wants_json:
        return Failure.of(EMPTY, 502)
    return ProxyResponse(answer.status, call.context.headers, "")


def _redirect_to_portal(call: Call) -> Model | ProxyResponse:
    """The way to the same thing at the portal, without a key."""
    if call.method != "GET":
        return Failure.of("The portal's answer is too large.", 502)
    where = call.client.address(target_of(call.path, call.parameters))
    return ProxyResponse(302, {**call.context.headers, "Location": where, "Cache-Control": "no-store"}, "")


def _store(call: Call, answer: HttpResponse) -> ProxyResponse:
    """The answer by way of a file; text in one encoding, so that keys are found in it."""
    kind = media_type(answer.headers) or "application/octet-stream"
    if not kind.startswith("text/") and not kind.endswith(("xml", "json", "javascript")):
        headers = {**call.context.headers, "Content-Type": kind}
        return ProxyResponse(answer.status, headers, answer.body, stored=True)
    headers = {**call.context.headers, "Content-Type": f"{kind}; charset=utf-8"}
    return ProxyResponse(answer.status, headers, decode_text(answer), stored=True)


def _wants_other(call: Call, answer: HttpResponse) -> bool:
    """Whether text is what was asked for."""
    accepts = call.headers.get("accept", "*/*")
    asked = {"format", "callback", "download_format"} & set(call.parameters) or call.path.endswith("/download")
    unclear = "json" not in accepts and "*/*" not in accepts
    return bool(asked) or unclear or (media_type(answer.headers) == "text/html" and "text/html" in accepts)


def _at_proxy(call: Call, target: str) -> str:
    """An address of the portal's rewritten to this API; any other as it is."""
    path, context = call.client.path_of(target), call.context
    return target if path is None else proxy_url(context.portal, context.base_url, context.portal_url, path)


def _returned_headers(answer: HttpResponse) -> dict[str, HeaderValue]:
    return {
        "-".join(part.capitalize() for part in name.split("-")): value
        for name, value in answer.headers.items()
        if name in RETURNED or name.startswith(("ratelimit", "x-ratelimit"))
    }
