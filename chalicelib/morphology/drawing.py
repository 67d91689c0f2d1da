"""Pictures of a neuron: SVG of at most 100 KB for pages, PNG for lists. Both show the xy plane, y upwards, true to
scale.

Colours are those of Okabe and Ito (https://jfly.uni-koeln.de/color/), which colour-blind people can tell apart; the
dark theme has their lighter ones. The path's unit is µm times the group's scale; `data-bounds` holds the true bounds in
µm.
"""

import io
import math
import re
from collections import defaultdict
from html import escape
from typing import Final

from chalicelib.morphology.outline import KINDS, Line, Outline, Plane
from chalicelib.morphology.tree import Tree

MAX_BYTES: Final = 100_000
WIDTH, HEIGHT = 640, 560
BOX: Final = (20, 44, 600, 460)  # left, top, width and height of the drawing
NAMES: Final = {
    "soma": "Soma",
    "axon": "Axon",
    "basal": "Basal dendrite",
    "apical": "Apical dendrite",
    "other": "Other",
}
COLOURS: Final[dict[str, dict[str, str]]] = {
    "light": {
        "paper": "#ffffff", "ink": "#222222", "soma": "#222222",
        "axon": "#0072b2", "basal": "#d55e00", "apical": "#009e73", "other": "#777777",
    },
    "dark": {
        "paper": "#15181c", "ink": "#e6e6e6", "soma": "#f5f5f5",
        "axon": "#56b4e9", "basal": "#e69f00", "apical": "#2dd4a0", "other": "#9a9a9a",
    },
}  # fmt: skip
STROKES: Final = (0.9, 1.5, 2.4)  # px, by the width of a line
_FIRST_BUDGET: Final = 12_000  # points; one takes 6 to 9 bytes
_PNG_BUDGET: Final = 4_000  # points
_LARGER: Final = 3  # times: how large a picture for lists is drawn
_CONTROL: Final = re.compile("[\x00-\x1f\x7f]+")


def draw_svg(tree: Tree, title: str) -> bytes:
    """The neuron with title, legend and scale bar, in both themes."""
    plane, budget = Plane(tree), _FIRST_BUDGET
    while True:
        picture = _svg(plane.outline(budget), _CONTROL.sub(" ", title)[:200]).encode()
        if len(picture) <= MAX_BYTES:
            return picture
        budget = int(budget * min(0.9, 0.95 * MAX_BYTES / len(picture)))


def draw_png(tree: Tree, size: int = 320) -> bytes:
    """The neuron alone, on a square of `size` pixels; drawn larger and averaged, so that thin lines stay smooth."""
    from PIL import Image, ImageDraw  # 7 MB that only measuring needs

    colours = COLOURS["light"]
    outline, large = Plane(tree).outline(_PNG_BUDGET), size * _LARGER
    image = Image.new("RGB", (large, large), colours["paper"])
    draw = ImageDraw.Draw(image)
    fit = _Fit(outline, (12, 12, large - 24, large - 24))
    for line in _by_kind(outline):
        spots = [fit.place(x, y) for x, y in line.spots.tolist()]
        draw.line(spots, fill=colours[line.kind], width=3 + 2 * line.width, joint="curve")
    if outline.soma:
        x, y = fit.place(*outline.soma[:2])
        radius = max(9.0, outline.soma[2] * fit.scale)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colours["soma"])
    out = io.BytesIO()
    image.reduce(_LARGER).save(out, "PNG")  # Pillow's finer ways to shrink and pack take as long as all else together
    return out.getvalue()


class _Fit:
    """Where µm lie in a box of pixels: all points and the soma's sphere, centred, with one scale for both axes."""

    def __init__(self, outline: Outline, box: tuple[int, int, int, int]) -> None:
        left, bottom, right, top = outline.bounds
        if outline.soma:
            (x, y), radius = outline.soma[:2], outline.soma[2]
            left, bottom, right, top = (
                min(left, x - radius),
                min(bottom, y - radius),
                max(right, x + radius),
                max(top, y + radius),
            )
        x, y, width, height = box
        self.scale = min(width / max(right - left, 1e-9), height / max(top - bottom, 1e-9), 1e6)
        self._left = x + width / 2 - self.scale * (left + right) / 2
        self._top = y + height / 2 + self.scale * (bottom + top) / 2

    def place(self, x: float, y: float) -> tuple[float, float]:
        return self._left + self.scale * x, self._top - self.scale * y

    @property
    def origin(self) -> tuple[float, float]:
        return self.place(0, 0)


def _by_kind(outline: Outline) -> list[Line]:
    return sorted(outline.lines, key=lambda line: (KINDS.index(line.kind), line.width))


def _svg(outline: Outline, title: str) -> str:
    fit = _Fit(outline, BOX)
    unit = 10.0 ** math.floor(math.log10(0.2 / fit.scale))  # µm; a fifth of a pixel at most
    left, bottom, right, top = (f"{value:.6g}" for value in outline.bounds)
    x, y = fit.origin
    scale = f"{fit.scale * unit:.8g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="auto" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
        f' height="{HEIGHT}"'
        f' role="img" aria-labelledby="t"><title id="t">{escape(title)}</title>{_style()}'
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>'
        f'<text x="20" y="28" font-size="16">{escape(_truncate(title))}</text>'
        f'<g transform="translate({x:.3f} {y:.3f}) scale({scale} -{scale})" data-bounds="{left} {bottom} {right} {top}"'
        f' data-unit="{unit:g}">{_paths(outline, unit)}{_soma(outline, unit, fit)}</g>'
        f"{_legend(outline)}{_scale_bar(fit)}</svg>\n"
    )


def _truncate(title: str) -> str:
    return title if len(title) <= 70 else title[:69] + "…"


def _style() -> str:
    """Both themes; which one shows is the root's class: `auto` asks the reader's settings, `dark` and `light` do
    not.
    """
    light, dark = _rules(COLOURS["light"]), _rules(COLOURS["dark"], ".dark ")
    asked = _rules(COLOURS["dark"], ".auto ")
    shape = "path{fill:none;stroke-linejoin:round;stroke-linecap:round}text{font-family:sans-serif}"
    return f"<style>{shape}{light}{dark}@media (prefers-color-scheme:dark){{{asked}}}</style>"


def _rules(colours: dict[str, str], scope: str = "") -> str:
    strokes = "".join(f"{scope}.{kind}{{stroke:{colours[kind]}}}" for kind in KINDS)
    fills = "".join(f"{scope}.{part}{{fill:{colours[part]}}}" for part in ("paper", "soma"))
    return f"{fills}{scope}text{{fill:{colours['ink']}}}{scope}.bar{{stroke:{colours['ink']}}}{strokes}"


def _paths(outline: Outline, unit: float) -> str:
    """One path for each kind and width: whole numbers of `unit`, each point relative to the one before."""
    parts: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for line in _by_kind(outline):
        parts[line.kind, line.width].append(_steps(line, unit))
    return "".join(
        f'<path class="{kind}" stroke-width="{STROKES[width]}" vector-effect="non-scaling-stroke"'
        f' d="{"".join(steps)}"/>'
        for (kind, width), steps in parts.items()
    )


def _steps(line: Line, unit: float) -> str:
    spots = [(round(x / unit), round(y / unit)) for x, y in line.spots.tolist()]
    x, y = spots[0]
    steps = [f"M{x} {y}"]
    for new_x, new_y in spots[1:]:
        if (new_x, new_y) != (x, y):
            steps.append(f"{'l' if len(steps) == 1 else ' '}{new_x - x} {new_y - y}")
            x, y = new_x, new_y
    return "".join(steps) if len(steps) > 1 else f"{steps[0]}h0"


def _soma(outline: Outline, unit: float, fit: _Fit) -> str:
    if not outline.soma:
        return ""
    x, y, radius = outline.soma
    shown = max(radius, 3 / fit.scale)  # 3 px at least
    place = f'cx="{x / unit:.1f}" cy="{y / unit:.1f}" r="{shown / unit:.1f}"'
    return f'<circle class="soma" {place} data-radius="{radius:.6g}"/>'


def _legend(outline: Outline) -> str:
    names = [*(["soma"] if outline.soma else []), *outline.kinds]
    entries = []
    for place, name in enumerate(names):
        x = 20 + 118 * place
        mark = (
            f'<circle class="soma" cx="{x + 6}" cy="536" r="5"/>'
            if name == "soma"
            else f'<path class="{name}" stroke-width="3" d="M{x} 536h14"/>'
        )
        entries.append(f'{mark}<text x="{x + 19}" y="540" font-size="12">{NAMES[name]}</text>')
    return "".join(entries)


def _scale_bar(fit: _Fit) -> str:
    """1, 2 or 5 times a power of ten µm, at most a quarter of the drawing's width."""
    longest = 150 / fit.scale
    power = 10.0 ** math.floor(math.log10(longest))
    micrometres = next(step * power for step in (5, 2, 1) if step * power <= longest)
    width = micrometres * fit.scale
    start = WIDTH - 20 - width
    label = f"{micrometres / 1000:g} mm" if micrometres >= 1000 else f"{micrometres:g} µm"
    return (
        f'<path class="bar" stroke-width="2" d="M{start:.2f} 512h{width:.2f}"/>'
        f'<text x="{WIDTH - 20}" y="505" font-size="12" text-anchor="end">{label}</text>'
    )
