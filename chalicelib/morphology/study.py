"""All that a morphology file yields, in one call: measures, flags, pictures and the same neuron in two formats.

The one function whose packages (NumPy, MorphIO, Pillow) are heavy; what it returns is plain, and is kept in S3.
"""

from dataclasses import asdict, dataclass
from typing import Final

from chalicelib.errors import UnreadableMorphology
from chalicelib.json_types import Json

RECIPE: Final = 3  # raise it with every change of what a file yields: kept results are then made anew
SVG, PNG, SWC, JSON = "preview.svg", "preview.png", "morphology.swc", "morphology.json"
CONTENT_TYPES: Final = {
    SVG: "image/svg+xml",
    PNG: "image/png",
    SWC: "text/plain; charset=utf-8",
    JSON: "application/json",
}


@dataclass(frozen=True)
class Subject:
    """What is known of the file's record: for titles, headers, and what the file should hold."""

    record: str
    name: str
    source: str
    licence: str
    citation: str
    structural_domains: tuple[str, ...] = ()


@dataclass(frozen=True)
class Study:
    """`quality` is `{flag: {count, line}}`, for `unreadable` `{count, line, reason}`; `files` are empty then."""

    morphometry: Json
    quality: Json
    files: dict[str, bytes]

    @property
    def unreadable(self) -> str | None:
        """Why nothing could be measured."""
        flag = self.quality.get("unreadable")
        return str(flag["reason"]) if flag else None


def study(body: bytes, format: str, sha256: str, subject: Subject) -> Study:
    """Read, measure, check and draw a file of `format` ("swc", "asc" or "h5"); a file that cannot be read is a result
    too.
    """
    from chalicelib.morphology.drawing import draw_png, draw_svg
    from chalicelib.morphology.load import load
    from chalicelib.morphology.measures import measure
    from chalicelib.morphology.quality import flags_of
    from chalicelib.morphology.standard_swc import Origin, write_standard_swc
    from chalicelib.morphology.viewer_json import write_viewer_json

    try:
        read = load(body, format)
    except UnreadableMorphology as error:
        return unreadable(error.detail, error.members.get("line"))
    flags = flags_of(read, subject.structural_domains)
    origin = Origin(subject.record, subject.source, subject.licence, subject.citation, sha256)
    files = {
        SVG: draw_svg(read.tree, subject.name),
        PNG: draw_png(read.tree),
        SWC: write_standard_swc(read, origin),
        JSON: write_viewer_json(read.tree),
    }
    return Study(measure(read.tree), {name: asdict(flag) for name, flag in flags.items()}, files)


def unreadable(reason: str, line: int | None = None) -> Study:
    """What is said of a file of which nothing can be measured."""
    return Study({}, {"unreadable": {"count": 1, "line": line, "reason": reason}}, {})
