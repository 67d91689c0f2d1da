"""Stand-ins for pictures that were not recorded: small valid images; a PNG's text says so."""

import struct
import zlib

_SIDE = 8  # pixels of a JPEG


def stand_in(name: str, *, side: int = 64) -> bytes:
    """A grey square as PNG, with a text chunk that names it a stand-in for `name`."""
    rows = b"".join(b"\x00" + bytes((200, 200, 210)) * side for _ in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    text = b"Comment\x00stand-in for a picture that was not recorded: " + name.encode("latin-1", "replace")
    chunks = [(b"IHDR", header), (b"tEXt", text), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def stand_in_image(name: str) -> tuple[bytes, str]:
    """An image of the kind that the name's ending says, and its media type: JPEG where it says so, else PNG."""
    if name.lower().endswith((".jpg", ".jpeg")):
        return _jpeg(zlib.crc32(name.encode()) % 128), "image/jpeg"
    return stand_in(name), "image/png"


def _jpeg(grey: int) -> bytes:
    """A baseline JPEG of one grey block: its only coefficient (DC) has seven bits, both tables one code each."""
    quantised = _segment(0xDB, b"\0" + b"\x08" * 64)
    frame = _segment(0xC0, struct.pack(">BHHBBBB", 8, _SIDE, _SIDE, 1, 1, 0x11, 0))
    dc_table = _segment(0xC4, b"\x00" + b"\x01" + b"\0" * 15 + b"\x07")  # code "0": seven bits follow
    ac_table = _segment(0xC4, b"\x10" + b"\x01" + b"\0" * 15 + b"\x00")  # code "0": end of the block
    scan = _segment(0xDA, b"\x01\x01\x00\x00\x3f\x00")
    bits = f"0{grey:07b}0".ljust(16, "1")
    data = int(bits, 2).to_bytes(2, "big").replace(b"\xff", b"\xff\x00")
    return b"\xff\xd8" + quantised + frame + dc_table + ac_table + scan + data + b"\xff\xd9"


def _segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data
