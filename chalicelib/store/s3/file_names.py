"""Names of files as people get them: safe to save under on every system, and safe in a header.

A name that a source chose is text to show, never a path: separators, control and reserved characters are replaced.
Reserved names  https://learn.microsoft.com/windows/win32/fileio/naming-a-file
Header          RFC 6266, RFC 8187 (`filename*`)
"""

import re
import unicodedata
from urllib.parse import quote

LONGEST = 150  # bytes; file systems take 255, a presigned link must stay short
_UNSAFE = re.compile(r'[<>:"|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]')
# Devices, whatever ending follows, blanks before it too
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.IGNORECASE)


def safe_name(name: str, *, instead: str = "file") -> str:
    """The name with what is dangerous replaced by `_`; `instead` when nothing of it is left."""
    parts = (part.strip() for part in re.split(r"[/\\]", unicodedata.normalize("NFC", name)))
    joined = "_".join(part for part in parts if part.strip("."))
    text = re.sub(r"\.{2,}", ".", _UNSAFE.sub("_", joined)).strip().lstrip(".").rstrip(". ")
    if _RESERVED.match(text):
        text = f"_{text}"
    return _truncate(text) if text.strip("_. ") else instead


def content_disposition(name: str, *, inline: bool = False) -> str:
    """The header's value, with a plain ASCII name for old clients beside the real one."""
    safe = safe_name(name)
    letters = (one for one in unicodedata.normalize("NFKD", safe) if not unicodedata.combining(one))
    plain = "".join(one if one.isascii() and one != "%" else "_" for one in letters)
    kind = "inline" if inline else "attachment"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(safe, safe='')}"


class UniqueNames:
    """Gives each file of an archive a name of its own, also where case does not count: `a.swc`, `A (2).swc`."""

    def __init__(self, *taken: str) -> None:
        self._taken = {name.casefold() for name in taken}

    def of(self, name: str, *, instead: str) -> str:
        safe = safe_name(name, instead=instead)
        stem, suffix = _parts(safe)
        number = 1
        while safe.casefold() in self._taken:
            number += 1
            safe = f"{stem} ({number}){suffix}"
        self._taken.add(safe.casefold())
        return safe


def _truncate(name: str) -> str:
    if len(name.encode()) <= LONGEST:
        return name
    stem, suffix = _parts(name)
    return stem.encode()[: LONGEST - len(suffix.encode())].decode(errors="ignore") + suffix


def _parts(name: str) -> tuple[str, str]:
    """Stem and extension; `a.CNG.swc` numbers as `a (2).CNG.swc`, and what is too long to be one is no extension."""
    found = re.search(r"((?i:\.cng))?\.\w{1,8}$", name)
    return (name[: found.start()], found.group()) if found and found.start() else (name, "")
