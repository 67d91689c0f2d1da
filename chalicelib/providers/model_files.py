"""What the archive of one of ModelDB's models holds: its mechanisms (`.mod`) and its readme, nested ones too.

The listing comes out of the ZIP itself, one request a model: the site's file pages show the top folder only.
"""

import io
import struct
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import quote

from chalicelib.errors import SourceRefused, SourceUnreachable
from chalicelib.http.client import Source
from chalicelib.http.response import HttpResponse
from chalicelib.json_types import Json
from chalicelib.providers.markup import fold
from chalicelib.records import Link

HOME = "https://modeldb.science"


@dataclass(frozen=True)
class ModelFiles:
    """Links to a model's files; `facts` says when they could not be read."""

    mechanisms: tuple[Link, ...] = ()
    readme: str | None = None
    facts: Json = field(default_factory=dict)


def model_files(source: Source, number: int, version: str | None) -> ModelFiles:
    """List a model's archive as of a version.

    An archive that the site cannot send (500 "Error reading file", 403) or that is no ZIP must not end the harvest: the
    record says so. If the whole site is down, the next record's request ends the run.
    """
    try:
        paths = source.read(f"/download/{number}", _paths, version=version)
    except (SourceRefused, SourceUnreachable, zipfile.BadZipFile) as error:
        return ModelFiles(facts={"archive_not_listed": _reason(error)})
    real = [path for path in paths if not _is_clutter(path)]
    mechanisms = sorted((path for path in real if path.lower().endswith(".mod")), key=str.lower)
    names = Counter(_name(path) for path in mechanisms)
    return ModelFiles(
        mechanisms=tuple(Link(label=_label(path, names), url=_address(number, path)) for path in mechanisms),
        readme=_readme(number, real),
    )


def _paths(answer: HttpResponse) -> list[str]:
    """The files that an archive lists; raises BadZipFile, whatever the library finds wrong with it."""
    try:
        with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
            return [one.filename for one in archive.infolist() if not one.is_dir() and _parts(one.filename)]
    except (NotImplementedError, ValueError, OSError, EOFError, OverflowError, struct.error) as error:
        raise zipfile.BadZipFile(str(error)) from error


def _reason(error: Exception) -> str:
    return f"status {error.source_status}" if isinstance(error, SourceRefused) else type(error).__name__


def _is_clutter(path: str) -> bool:
    """What macOS adds to archives."""
    return path.startswith("__MACOSX") or _name(path).startswith("._")


def _readme(number: int, paths: list[str]) -> str | None:
    """The readme nearest to the top."""
    found = [path for path in paths if _name(path).lower().startswith(("readme", "read_me"))]
    nearest = min(found, key=lambda path: (len(_parts(path)), path.lower()), default=None)
    return _address(number, nearest) if nearest else None


def _label(path: str, names: Counter[str]) -> str:
    """The file's name, with its folders below the top one where two files share it."""
    parts = _parts(path)
    label = parts[-1] if names[parts[-1]] == 1 else "/".join(parts[1:] if len(parts) > 1 else parts)
    return fold(label) or "file"


def _name(path: str) -> str:
    return _parts(path)[-1]


def _parts(path: str) -> tuple[str, ...]:
    return PurePosixPath(path.replace("\\", "/")).parts


def _address(number: int, path: str) -> str:
    return f"{HOME}/getModelFile?model={number}&file={quote(path)}"
