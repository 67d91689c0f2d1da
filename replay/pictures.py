"""Stand-ins for pictures that were not recorded: a small PNG whose text says so."""

import struct
import zlib


def stand_in(name: str, *, side: int = 64) -> bytes:
    """A grey square as PNG, with a text chunk that names it a stand-in for `name`."""
    rows = b"".join(b"\x00" + bytes((200, 200, 210)) * side for _ in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    text = b"Comment\x00stand-in for a picture that was not recorded: " + name.encode("latin-1", "replace")
    chunks = [(b"IHDR", header), (b"tEXt", text), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
