"""The frame of a ZIP whose members are stored as they are: headers and directory, without the members' bytes.

A member's bytes may then come from anywhere, from a copy inside S3 too, because nothing in the frame depends on them
but their size and CRC-32. Layout: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.14 to 4.3.16; ZIP64 where a number
needs it.
"""

import struct
import time
import zlib
from dataclasses import dataclass

STORED, DEFLATED = 0, 8
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_END64 = struct.Struct("<4sQ2H2I4Q")
_LOCATOR = struct.Struct("<4sIQI")
_EXTRA64 = 0x0001
_FULL16, _FULL32 = 0xFFFF, 0xFFFFFFFF
_UTF8 = 0x0800  # flag: names are in UTF-8
_UNIX = 3 << 8  # made on a system with permissions
_READABLE = 0o100644 << 16


@dataclass(frozen=True)
class _Member:
    name: bytes
    offset: int
    crc: int
    packed: int
    size: int
    method: int


class ZipLayout:
    """Hands out headers in the order in which members are written; `length` is the archive's so far, in bytes."""

    def __init__(self) -> None:
        now = time.gmtime()
        self._date = max(now.tm_year - 1980, 0) << 9 | now.tm_mon << 5 | now.tm_mday
        self._time = now.tm_hour << 11 | now.tm_min << 5 | now.tm_sec // 2
        self._members: list[_Member] = []
        self.length = 0

    def begin(self, name: str, *, size: int, crc: int, packed: int | None = None) -> bytes:
        """The header of a member, whose bytes follow: `size` of them, or `packed` where they are deflated."""
        method, held = (STORED, size) if packed is None else (DEFLATED, packed)
        member = _Member(name.encode(), self.length, crc, held, size, method)
        self._members.append(member)
        extra = struct.pack("<2H2Q", _EXTRA64, 16, size, held) if max(size, held) >= _FULL32 else b""
        numbers = (_FULL32, _FULL32) if extra else (held, size)
        header = _LOCAL.pack(
            b"PK\x03\x04",
            _version(extra),
            _UTF8,
            method,
            self._time,
            self._date,
            crc,
            *numbers,
            len(member.name),
            len(extra),
        )
        self.length += len(header) + len(member.name) + len(extra) + held
        return header + member.name + extra

    def end(self) -> bytes:
        """The directory, after which nothing may be added."""
        directory = b"".join(map(self._entry, self._members))
        start, size, count = self.length, len(directory), len(self._members)
        self.length += size
        wide = b""
        if start >= _FULL32 or size >= _FULL32 or count >= _FULL16:
            wide = _END64.pack(b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
            wide += _LOCATOR.pack(b"PK\x06\x07", 0, start + size, 1)
        few = min(count, _FULL16)
        return directory + wide + _END.pack(b"PK\x05\x06", 0, 0, few, few, min(size, _FULL32), min(start, _FULL32), 0)

    def _entry(self, one: _Member) -> bytes:
        wide = [number for number in (one.size, one.packed, one.offset) if number >= _FULL32]
        extra = struct.pack(f"<2H{len(wide)}Q", _EXTRA64, 8 * len(wide), *wide) if wide else b""
        fixed = _CENTRAL.pack(
            b"PK\x01\x02", _UNIX | _version(extra), _version(extra), _UTF8, one.method, self._time, self._date, one.crc,
            min(one.packed, _FULL32), min(one.size, _FULL32), len(one.name), len(extra), 0, 0, 0, _READABLE,
            min(one.offset, _FULL32),
        )  # fmt: skip
        return fixed + one.name + extra


def deflate(content: bytes) -> bytes:
    """The content as a deflated member holds it."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def _version(extra: bytes) -> int:
    return 45 if extra else 20  # of the format, that a reader must know
