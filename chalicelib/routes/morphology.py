"""A neuron's shape: GET /records/{id}/preview.svg, preview.png, morphology.swc, morphology.json and similar.

All are made once, when the record's file is measured, and come from the storage; nothing is drawn while a client waits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from chalice.app import Blueprint, Response

from chalicelib.downloads.fetch import none_offered
from chalicelib.errors import BadInput, FileMissing, UnreadableMorphology
from chalicelib.json_types import Json
from chalicelib.measuring.similar import READ, group_query, nearest
from chalicelib.morphology.study import CONTENT_TYPES, JSON, PNG, SVG, SWC
from chalicelib.request_params import parse_whole_number, read_parameters
from chalicelib.routes.requests import base_url_of, decode_segment, parameters_of
from chalicelib.routes.responses import GENERATION, LARGEST_BODY, json_response, redirect, text_response
from chalicelib.search.record_ids import parse_ids
from chalicelib.search.results import with_absolute_links
from chalicelib.store.s3.file_names import content_disposition
from chalicelib.wiring import services

if TYPE_CHECKING:
    from chalicelib.store.s3.objects import StoredFile

morphology_routes = Blueprint(__name__)
BELOW_A_RECORD = (SVG, PNG, SWC, JSON, "similar")
THEMES = ("auto", "light", "dark")
CACHED = "public, max-age=3600"  # seconds; a file that its source replaces is noticed by the next harvest
SOON = "5"  # seconds after which to ask again for what is not measured yet
MOST_SIMILAR = 100
ALONE = "default-src 'none'; style-src 'unsafe-inline'"  # a drawing needs its style and nothing else


@morphology_routes.route("/records/{id}/preview.svg", methods=["GET"])
def preview_svg(id: str) -> Response:
    """The drawing; `?theme=dark` or `light` whatever the reader's settings are."""
    theme = read_parameters(parameters_of(morphology_routes.current_request), ("theme",)).get("theme", "auto")
    if theme not in THEMES:
        raise BadInput(f"theme: {theme[:40]!r} is none of {', '.join(THEMES)}.", field="theme", allowed=list(THEMES))
    return _text(id, SVG, (b'class="auto"', f'class="{theme}"'.encode()), {"Content-Security-Policy": ALONE})


@morphology_routes.route("/records/{id}/preview.png", methods=["GET"])
def preview_png(id: str) -> Response:
    """The drawing for lists: a link to the storage, for the gateway carries text alone."""
    read_parameters(parameters_of(morphology_routes.current_request), ())
    return _link_response(id, PNG)


@morphology_routes.route("/records/{id}/morphology.swc", methods=["GET"])
def morphology_swc(id: str) -> Response:
    """The neuron as normalised SWC."""
    read_parameters(parameters_of(morphology_routes.current_request), ())
    return _text(id, SWC)


@morphology_routes.route("/records/{id}/morphology.json", methods=["GET"])
def morphology_json(id: str) -> Response:
    """The neuron for viewers."""
    read_parameters(parameters_of(morphology_routes.current_request), ())
    return _text(id, JSON)


@morphology_routes.route("/records/{id}/similar", methods=["GET"])
def similar(id: str) -> Response:
    """The nearest records of the same cell type by their measures."""
    request = morphology_routes.current_request
    size = parse_whole_number(
        read_parameters(parameters_of(request), ("size",)).get("size", "10"), "size", least=1, most=MOST_SIMILAR
    )
    document = _document(id)
    if not document.get("morphometry"):  # measured, maybe, and not yet published
        known, waiting = _lookup(document)
        if waiting:
            return waiting
        document = {**document, "morphometry": known["result"]["morphometry"]}
    hub = services()
    group = hub.search.walk("dataset", group_query(document), fields=READ)
    base = base_url_of(request, hub.config)
    items = [with_absolute_links(one, base) for one in nearest(document, group.found, size)]
    generation = group.generation
    content = {"items": items, "cell_type": document.get("cell_type"), "generation": generation}
    return json_response(content, headers={GENERATION: generation})


def _document(id: str) -> Json:
    (identifier,) = parse_ids([decode_segment(id, "id")])
    document = services().record_reader.read(identifier).document
    if document["type"] != "morphology":
        raise FileMissing(f"{document['id']} is no morphology but {document['type']}.")
    return document


def _lookup(document: Json) -> tuple[Json, Response | None]:
    """What was measured; the second is the answer to one who must wait. Raises FileMissing, UnreadableMorphology."""
    if not document.get("file"):
        raise FileMissing(none_offered("file"), record=document["id"])
    hub = services()
    known = hub.measuring.work.find_state(document)
    if known["state"] == "missing":
        raise FileMissing(known["reason"], record=document["id"])
    if known["state"] == "unreadable":
        raise UnreadableMorphology(f"{document['id']}: {known['reason']}", quality=known["result"].get("quality", {}))
    if known["state"] == "pending":
        hub.measuring.queue.ask(document)
        return known, _not_yet(known["reason"])
    return known, None


def _not_yet(reason: str = "") -> Response:
    content = {
        "status": "pending",
        "detail": reason or "The file is being fetched and measured; ask again in a moment.",
    }
    return json_response(content, status=202, headers={"Retry-After": SOON, "Cache-Control": "no-store"})


def _find_stored(id: str, name: str) -> StoredFile | Response:
    """The file in the storage, or the answer to one who must wait for it."""
    document = _document(id)
    known, waiting = _lookup(document)
    if waiting:
        return waiting
    hub = services()
    stored = hub.files.head(f"{known['folder']}/{name}")
    if stored is None:  # deleted by hand or by a rule of the bucket
        hub.measuring.queue.ask(document)
        return _not_yet()
    return stored


def _link_response(id: str, name: str) -> Response:
    stored = _find_stored(id, name)
    if isinstance(stored, Response):
        return stored
    return redirect(services().files.link(stored, inline=True), headers={"Cache-Control": "no-store"})


def _text(id: str, name: str, rewrite: tuple[bytes, bytes] = (b"", b""), headers: Mapping[str, str] = {}) -> Response:
    """The file itself where the gateway takes it, else the way to it."""
    stored = _find_stored(id, name)
    if isinstance(stored, Response):
        return stored
    if stored.size > LARGEST_BODY:
        return redirect(services().files.link(stored), headers={"Cache-Control": "no-store"})
    tag = hashlib.sha256(b" ".join((stored.key.encode(), *rewrite))).hexdigest()[:32]
    shared = {"ETag": f'"{tag}"', "Cache-Control": CACHED}
    if tag in morphology_routes.current_request.headers.get("if-none-match", ""):
        return text_response("", status=304, headers=shared)
    body = services().files.read(stored.key) or b""
    kind = {"Content-Type": CONTENT_TYPES[name], "Content-Disposition": content_disposition(stored.name, inline=True)}
    return text_response(body.replace(*rewrite, 1).decode(), headers={**kind, **shared, **headers})
