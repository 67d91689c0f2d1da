"""Archives with the real names of a model's files and stand-ins for their contents, the same bytes each time."""

import io
import zipfile
from datetime import datetime

from replay.modeldb.recordings import Tree

_OLDEST = (1980, 1, 1, 0, 0, 0)  # of a ZIP entry
_COMMENTS = {
    "mod": ("COMMENT\n", "\nENDCOMMENT"),
    "hoc": ("// ", ""),
    "ses": ("// ", ""),
    "tem": ("// ", ""),
    "nrn": ("// ", ""),
    "c": ("// ", ""),
    "h": ("// ", ""),
    "py": ("# ", ""),
    "m": ("% ", ""),
    "swc": ("# ", ""),
    "asc": ("; ", ""),
    "html": ("<p>", "</p>"),
    "htm": ("<p>", "</p>"),
}


def archive(model: int, tree: Tree | None) -> bytes:
    """The model's ZIP; one whose files were not recorded holds a single file that says so."""
    entries = tree.entries if tree else ((f"m{model}/NOT-RECORDED.txt", None),)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for path, date in entries:
            entry = zipfile.ZipInfo(path, date_time=_date(date))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, b"" if path.endswith("/") else content(model, path))
    return packed.getvalue()


def content(model: int, path: str) -> bytes:
    """What stands in for one file: a comment of its language."""
    before, after = _COMMENTS.get(path.rpartition(".")[2].lower(), ("", ""))
    return f"{before}STAND-IN: the content of {path} of ModelDB model {model} was not recorded.{after}\n".encode()


def _date(text: str | None) -> tuple[int, int, int, int, int, int]:
    if not text:
        return _OLDEST
    moment = datetime.fromisoformat(text)
    return max(_OLDEST, (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second))
