"""Renders pages from templates; every value is escaped, and a page may load nothing but its own pictures.

Jinja2 escapes by itself, which hand-made strings forget; it is imported with this module, which no search needs.
"""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape
from markupsafe import Markup

FOLDER = Path(__file__).parent
MEDIA_TYPE = "text/html; charset=utf-8"


def render(template: str, *, base: str = "", **values: Any) -> str:
    """The page as text; `base` is this API's public address."""
    return _templates().get_template(f"{template}.html").render(base=base, style=Markup(style()), **values)  # noqa: S704 ours


def embed_json(text: str) -> Markup:
    """JSON for a script element: `</script>` in a value cannot end it."""
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704 no markup can be left in it


@cache
def style() -> str:
    """The style sheet that all pages carry; a policy names it by its hash."""
    return (FOLDER / "style.css").read_text(encoding="utf-8").strip()


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=select_autoescape(["html"]),
        trim_blocks=True,
    )
