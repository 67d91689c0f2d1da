"""The handler of everything that no other handler takes: the request goes on to the portal, its answer comes back.

JSON becomes a model. What is not JSON (downloads, XML, CSV), or too large to be read, is left at the portal: the caller is sent there,
without a key. A POST cannot be repeated there, so what it gave is stored and linked. A page of text where JSON was asked for is a
portal that is broken: 502.
"""

from collections.abc import Mapping
from urllib.parse import urlencode, urljoin

from chalicelib.errors import AnswerTooLarge, SourceUnreachable
from chalicelib.http.response import HttpResponse, decode_text
from chalicelib.proxy.forward import REDIRECTS, target_of
from chalicelib.proxy.model import Failure, Model
from chalicelib.proxy.portals import at_proxy
from chalicelib.proxy.received import UNPARSABLE, is_read, media_type, model_of
from chalicelib.proxy.request import Call, ProxyAnswer

PASSED = ("retry-after", "content-language", "last-modified")


def passed_on(call: Call) -> Model | ProxyAnswer:
    """Ask the portal what the caller asked; raises ForbiddenRequest."""
    try:
        answer = _asked(call)
    except AnswerTooLarge:
        return _left_there(call)
    except SourceUnreachable as error:
        return call.client.silent(error)
    call.outputs["status"], call.outputs["headers"] = answer.status, _passed(answer)
    return _received(call, answer)


def _asked(call: Call) -> HttpResponse:
    """The portal's answer, in the caller's choice of form unless a format of ours is to be made of it."""
    accept = None if call.outputs["format"] else call.headers.get("accept")
    if call.is_form:  # a form's fields and the query's are one to a portal
        form = urlencode(call.parameters, doseq=True).encode()
        return call.client.send("POST", call.path, {}, form, accept=accept, reads=_everything)
    if call.method == "POST":
        return call.client.send("POST", call.path, call.parameters, call.body, accept=accept, reads=_everything)
    return call.client.send(call.method, call.path, call.parameters, accept=accept)


def _everything(status: int, headers: Mapping[str, str]) -> bool:
    return True


def _received(call: Call, answer: HttpResponse) -> Model | ProxyAnswer:
    location = answer.headers.get("location")
    if location and (answer.status in REDIRECTS or answer.status == 201):
        call.outputs["headers"]["Location"] = _at_proxy(call, urljoin(answer.url, location))
    if answer.status in REDIRECTS:
        return ProxyAnswer(answer.status, call.outputs["headers"], "")
    if not is_read(answer.status, answer.headers):
        return _left_there(call) if call.method == "GET" else _stored(call, answer)
    if not answer.body.strip() and answer.status < 400:
        return ProxyAnswer(answer.status, call.outputs["headers"], "")
    model = model_of(answer)
    if model is not None:
        return model
    if not _wants_other(call, answer):
        return Failure.of(UNPARSABLE, 502)
    return _left_there(call) if call.method == "GET" else _stored(call, answer)


def _left_there(call: Call) -> Model | ProxyAnswer:
    """The way to the portal."""
    if call.method != "GET":
        return Failure.of("The portal's answer is too large.", 502)
    where = call.client.address(target_of(call.path, call.parameters))
    return ProxyAnswer(302, {**call.outputs["headers"], "Location": where, "Cache-Control": "no-store"}, "")


def _stored(call: Call, answer: HttpResponse) -> ProxyAnswer:
    """The answer by way of a file; text in one encoding, so that keys are found in it."""
    kind = media_type(answer.headers) or "application/octet-stream"
    if not kind.startswith("text/") and not kind.endswith(("xml", "json", "javascript")):
        return ProxyAnswer(answer.status, {**call.outputs["headers"], "Content-Type": kind}, answer.body, stored=True)
    headers = {**call.outputs["headers"], "Content-Type": f"{kind}; charset=utf-8"}
    return ProxyAnswer(answer.status, headers, decode_text(answer), stored=True)


def _wants_other(call: Call, answer: HttpResponse) -> bool:
    """Whether text is what was asked for."""
    accepts = call.headers.get("accept", "*/*")
    asked = {"format", "callback", "download_format"} & set(call.parameters) or call.path.endswith("/download")
    unclear = "json" not in accepts and "*/*" not in accepts
    return bool(asked) or unclear or (media_type(answer.headers) == "text/html" and "text/html" in accepts)


def _at_proxy(call: Call, target: str) -> str:
    """An address of the portal's as one of ours; any other as it is."""
    path = call.client.path_of(target)
    return target if path is None else at_proxy(call.portal, call.outputs["base"], call.outputs["place"], path)


def _passed(answer: HttpResponse) -> dict[str, str]:
    return {
        "-".join(part.capitalize() for part in name.split("-")): value
        for name, value in answer.headers.items()
        if name in PASSED or name.startswith(("ratelimit", "x-ratelimit"))
    }
