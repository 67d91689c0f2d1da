"""The API's description, a page to try it with, and the page that the consent dialog frames."""

from html import escape
from importlib.util import find_spec
from pathlib import Path

from chalice.app import Blueprint, Response

from chalicelib.errors import UnknownName
from chalicelib.routes.requests import base_url_of, decode_segment
from chalicelib.routes.responses import json_response, text_response
from chalicelib.routes.security import ANY_SITE, hash_of, policy
from chalicelib.wiring import services

docs_routes = Blueprint(__name__)
# Swagger UI lies in the wheel of a library that is deployed anyway; nothing is asked of any other host.
_FILES = {"swagger-ui-bundle.min.js": "text/javascript", "swagger-ui.min.css": "text/css"}
_HTML = {"Content-Type": "text/html; charset=utf-8"}
_CACHED = {"Cache-Control": "public, max-age=86400"}
_UI = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Hippocampus Hub API</title>
<link rel="stylesheet" href="{base}/apidocs/swagger-ui.min.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="{base}/apidocs/swagger-ui-bundle.min.js"></script>
<script>{script}</script>
</body>
</html>
"""
# Colours for a page of records, and a tree of all schemas, would keep a browser busy for seconds.
_START = """SwaggerUIBundle({{url: "{base}/swagger.json", dom_id: "#swagger-ui", tryItOutEnabled: true,
  validatorUrl: null, syntaxHighlight: false, defaultModelsExpandDepth: -1}})"""
_TERMS = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Terms of NeuroMorpho.Org</title></head>
<body>
<h1>Data of NeuroMorpho.Org</h1>
<p>The morphologies that you are about to download come from NeuroMorpho.Org, which shares them under the licence
<a href="https://creativecommons.org/licenses/by/4.0/" target="_blank" rel="noopener">CC BY 4.0</a>.</p>
<p>Please cite NeuroMorpho.Org (RRID:SCR_002145) and the publication in which each neuron was
first described; both are named in the record and in the archive that you receive.</p>
<p>The full terms are at
<a href="https://neuromorpho.org/useterm.jsp" target="_blank" rel="noopener">neuromorpho.org/useterm.jsp</a>.</p>
</body>
</html>
"""


@docs_routes.route("/swagger.json", methods=["GET"])
def swagger() -> Response:
    from chalicelib.routes.openapi import description  # the models' library, which a search does not need

    return json_response(description(_base()))


@docs_routes.route("/apidocs", methods=["GET"])
def apidocs() -> Response:
    base = escape(_base())
    script = _START.format(base=base)
    allowed = policy(
        script_src=f"{base}/apidocs/ {hash_of(script)}",
        style_src=f"{base}/apidocs/ 'unsafe-inline'",  # Swagger UI writes style attributes
        img_src="data:",  # its icons
        connect_src=f"{base}/ {services().files.origin}",  # a download is a redirect to the storage
    )
    return text_response(_UI.format(base=base, script=script), headers={**_HTML, "Content-Security-Policy": allowed})


@docs_routes.route("/apidocs/{file}", methods=["GET"])
def apidocs_file(file: str) -> Response:
    name = decode_segment(file, "file")
    if name not in _FILES:
        raise UnknownName(f"There is no {name!r} here.", allowed=list(_FILES))
    return text_response(_swagger_ui(name), headers={"Content-Type": f"{_FILES[name]}; charset=utf-8", **_CACHED})


@docs_routes.route("/neuro_morpho/useterm.jsp", methods=["GET"])
def neuromorpho_terms() -> Response:
    """What the frontend's consent dialog shows in a frame: our words, and the way to the real terms."""
    return text_response(_TERMS, headers={**_HTML, **_CACHED, "Content-Security-Policy": policy(framed_by=ANY_SITE)})


def _base() -> str:
    return base_url_of(docs_routes.current_request, services().config)


def _swagger_ui(name: str) -> str:
    spec = find_spec("aws_lambda_powertools")
    assert spec is not None and spec.submodule_search_locations is not None
    root = Path(spec.submodule_search_locations[0])
    return (root / "event_handler" / "openapi" / "swagger_ui" / name).read_text(encoding="utf-8")
