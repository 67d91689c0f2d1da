"""Shared libraries without what only a debugger reads: some wheels carry three times their code in it.

The sections keep their place and are filled with zeros, which a ZIP packs to nothing: no offset changes, and no tool
(binutils) is needed, which another machine would have in another version. Layout: elf(5), of 64 bits, little-endian.
"""

import struct

_HEADER = struct.Struct("<16s2HI3QI6H")
_SECTION = struct.Struct("<2I4Q2I2Q")
_ALLOCATED = 0x2  # SHF_ALLOC: the loader maps it
_SYMBOLS, _STRINGS = 2, 3  # SHT_SYMTAB, SHT_STRTAB; those that the loader reads are allocated


def blank_debug_sections(content: bytes) -> bytes:
    """The same library with zeros for debugging sections and unused symbols; anything else comes back as it is."""
    if content[:6] != b"\x7fELF\x02\x01":
        return content
    _, _, _, _, _, _, start, _, _, _, _, size, count, names_at = _HEADER.unpack_from(content)
    sections = [_SECTION.unpack_from(content, start + number * size) for number in range(count)]
    blanked = bytearray(content)
    for number, section in enumerate(sections):
        if number != names_at and _is_for_debuggers(section, _name(content, sections[names_at], section)):
            offset, length = section[4], section[5]
            blanked[offset : offset + length] = bytes(length)
    return bytes(blanked)


def _is_for_debuggers(section: tuple[int, ...], name: bytes) -> bool:
    kind, flags = section[1], section[2]
    return not flags & _ALLOCATED and (kind in (_SYMBOLS, _STRINGS) or name.startswith(b".debug_"))


def _name(content: bytes, names: tuple[int, ...], section: tuple[int, ...]) -> bytes:
    begin = names[4] + section[0]
    return content[begin : content.index(b"\0", begin)]
