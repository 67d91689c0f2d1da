"""The explorer under /explore/: one page for all its addresses, and its files, which are built from `explorer/`.

The page names its files by hashes of their contents: it is asked for anew each time, they never are. All that it does,
it does through the public API; its policy lets it run and show nothing but its own files and what the object store
holds.
"""

import hashlib
import re
from html import escape
from pathlib import Path
from urllib.parse import quote, urlsplit

from chalice.app import Blueprint, Response

from chalicelib.errors import UnknownName
from chalicelib.routes.requests import base_url_of, decode_segment
from chalicelib.routes.responses import text_response
from chalicelib.routes.security import policy
from chalicelib.wiring import services

explorer_routes = Blueprint(__name__)
BUILT = Path(__file__).parents[1] / "explorer"
ASSET = re.compile(r"[a-z]+-[A-Z0-9]{8}\.(?:js|css)")
KINDS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
FOREVER = "public, max-age=31536000, immutable"
_HTML = "text/html; charset=utf-8"
_MISSING = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>The explorer is not built</title></head>
<body>
<main>
<h1>The explorer is not built</h1>
<p>Its files are made by <code>make explorer</code>, which fetches Node and a few packages (some 90 MB, once) and needs
the network for that. The next <code>make serve</code> tries again.</p>
<p>Everything else works: <a href="{base}/">what is here</a>, <a href="{base}/apidocs/">the API</a>.</p>
</main>
</body>
</html>
"""


@explorer_routes.route("/explore", methods=["GET"])
def explorer() -> Response:
    return _page()


@explorer_routes.route("/explore/{page}", methods=["GET"])
def explorer_page(page: str) -> Response:
    decode_segment(page, "page")
    return _page()


@explorer_routes.route("/explore/records/{id}", methods=["GET"])
def explorer_record(id: str) -> Response:
    return _page(quote(decode_segment(id, "id"), safe=""))


@explorer_routes.route("/explore/assets/{file}", methods=["GET"])
def explorer_file(file: str) -> Response:
    """A file of the explorer by its hashed name, which may be kept for good; raises UnknownName."""
    name = decode_segment(file, "file")
    if not ASSET.fullmatch(name) or not (BUILT / name).is_file():
        raise UnknownName(f"There is no {name!r} here: the explorer was renewed. Reload its page.", field="file")
    text = (BUILT / name).read_text(encoding="utf-8")
    return text_response(text, headers={"Content-Type": KINDS[Path(name).suffix], "Cache-Control": FOREVER})


def _page(record: str = "") -> Response:
    """The page; without a script it leads to what the API itself shows, also of this record."""
    request, hub = explorer_routes.current_request, services()
    base = escape(urlsplit(base_url_of(request, hub.config)).path)  # whichever host it was reached by
    file = BUILT / "index.html"
    if not file.is_file():
        return text_response(
            _MISSING.format(base=base), status=503, headers={"Content-Type": _HTML, "Cache-Control": "no-store"}
        )
    plain = f'<a href="{base}/records/{escape(record)}">this record</a>, ' if record else ""
    text = file.read_text(encoding="utf-8").replace("{plain}", plain).replace("{base}", base)
    tag = f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
    # A 304 renews the headers that a browser has stored: without the page's own policy it would get that of all else.
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Content-Security-Policy": _policy()}
    if tag in request.headers.get("if-none-match", "").replace("W/", ""):
        return text_response("", status=304, headers=headers)
    return text_response(text, headers={**headers, "Content-Type": _HTML})


def _policy() -> str:
    """Pictures and files are redirects to the object store, and a policy is checked after redirects too."""
    store = services().files.origin
    return policy(
        script_src="'self'",
        style_src="'self'",
        img_src=f"'self' data: blob: {store}",
        connect_src=f"'self' {store}",
        require_trusted_types_for="'script'",
    )
