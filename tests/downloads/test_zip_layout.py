"""Frames of ZIPs, read back by the standard library and by the system's own reading of sizes."""

import zlib
from io import BytesIO
from zipfile import ZipFile

from chalicelib.downloads.zip_layout import ZipLayout, deflate


def test_stored_and_deflated_members_are_read_back():
    layout, written = ZipLayout(), BytesIO()
    members = {"Grün ä (1).swc": b"1 1 0 0 0 1 -1\n" * 50, "empty": b"", "細胞/notes.txt": b"notes"}
    for name, content in members.items():
        written.write(layout.begin(name, size=len(content), crc=zlib.crc32(content)) + content)
    table = b"id,name\n" * 900
    packed = deflate(table)
    written.write(layout.begin("records.csv", size=len(table), crc=zlib.crc32(table), packed=len(packed)) + packed)
    assert layout.length == written.tell()
    written.write(layout.end())
    with ZipFile(written) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {**members, "records.csv": table}


def test_members_and_archives_beyond_four_gigabytes_are_read_back(tmp_path):
    layout, large = ZipLayout(), 5 * 1024**3
    with (tmp_path / "large.zip").open("wb") as file:  # with holes: nothing but the frame is written
        for name, size in (("large", large), ("behind", 3)):
            file.write(layout.begin(name, size=size, crc=zlib.crc32(b"end")))
            file.seek(size - 3, 1)
            file.write(b"end")
        file.write(layout.end())
    with ZipFile(tmp_path / "large.zip") as archive:
        assert {one.filename: one.file_size for one in archive.infolist()} == {"large": large, "behind": 3}
        assert archive.read("behind") == b"end"


def test_more_members_than_the_short_form_counts_are_read_back():
    layout, written = ZipLayout(), BytesIO()
    for number in range(70_000):
        written.write(layout.begin(str(number), size=0, crc=0))
    written.write(layout.end())
    with ZipFile(written) as archive:
        assert len(archive.namelist()) == 70_000
