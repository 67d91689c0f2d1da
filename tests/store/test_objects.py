"""Objects in a real S3 server: conditional puts, notes, streams, and links that somebody else's HTTP client follows."""

import os
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import unquote

import pytest
import requests

from chalicelib.errors import StorageDown
from chalicelib.store.s3.composing import LEAST as PART
from chalicelib.store.s3.composing import Stretch
from chalicelib.store.s3.file_names import UniqueNames, content_disposition, safe_name
from chalicelib.store.s3.objects import Files, ObjectMissing
from local.ports import free_port
from tests.support import s3

NOTES = {"name": "Zelle µ 100% – 細胞.swc", "sha256": "ab" * 32, "source-url": "https://a.example/x%20y?z=ä&b=c d"}


@pytest.fixture(scope="module")
def files() -> Files:
    return s3.bucket()


def test_an_object_keeps_what_was_noted_of_it_in_any_script(files):
    files.put("notes", b"1 1 0 0 0 1 -1\n", "text/plain", NOTES)
    stored = files.head("notes")
    assert stored is not None
    assert (stored.size, stored.content_type, dict(stored.notes)) == (15, "text/plain", NOTES)
    assert (stored.name, stored.sha256, stored.source_url) == tuple(NOTES.values())


def test_what_is_not_there_is_none(files):
    assert files.head("nothing") is None
    assert files.read("nothing") is None
    files.delete("nothing")


def test_of_many_who_store_at_once_one_wins_and_its_object_stays(files):
    with ThreadPoolExecutor(4) as pool:
        stored = list(pool.map(lambda n: files.put_new("race", b"%d" % n, "text/plain"), range(8)))
    assert sum(stored) == 1
    assert files.read("race") == b"%d" % stored.index(True)


def test_a_stream_longer_than_a_part_arrives_whole(files):
    pieces = [bytes([number]) * 300_000 for number in range(60)]
    assert sum(map(len, pieces)) > 2 * PART
    files.compose("stream", iter(pieces), "application/zip", {"name": "a.zip"})
    assert files.read("stream") == b"".join(pieces)
    assert files.head("stream").content_type == "application/zip"


def test_stretches_of_other_objects_are_copied_into_one(files):
    large, small = os.urandom(2 * PART + 17), b"small"
    files.put("large", large, "text/plain")
    pieces = [
        b"head",
        Stretch("large", 0, len(large)),
        small,
        Stretch("large", 5, PART + 5),
        b"x" * PART,
        Stretch("large", 0, PART),
    ]
    files.compose("made", iter(pieces), "application/zip", {"name": "made.zip"})
    assert files.read("made") == b"head" + large + small + large[5 : PART + 5] + b"x" * PART + large[:PART]
    assert files.head("made").name == "made.zip"


class Meeting:
    """A client whose reads wait until two of them are under way."""

    def __init__(self, client):
        self._client, self._reads = client, threading.Barrier(2, timeout=60)

    def __getattr__(self, name):
        return getattr(self._client, name)

    def get_object(self, **request):
        self._reads.wait()
        return self._client.get_object(**request)


def test_members_as_long_as_a_part_are_copied_or_read_several_at_a_time():
    """A header before each makes every other one pass through this process, for S3 takes no shorter part."""
    client, bucket = s3.client(), f"meeting-{uuid.uuid4().hex[:12]}"
    client.create_bucket(Bucket=bucket)
    files, member = Files(Meeting(client), bucket), os.urandom(PART)
    files.put("member", member, "text/plain")
    files.compose("made", iter([b"head", Stretch("member", 0, PART)] * 4), "application/zip")
    assert client.get_object(Bucket=bucket, Key="made")["Body"].read() == (b"head" + member) * 4


@pytest.mark.parametrize("before", [b"", b"x" * PART])
def test_a_stretch_of_what_is_not_there_leaves_nothing(files, before):
    with pytest.raises(ObjectMissing):
        files.compose("half", iter([before, Stretch("nowhere", 0, 3 * PART)]), "application/zip")
    assert files.head("half") is None


def test_a_stream_that_breaks_leaves_nothing_and_says_why(files):
    def broken():
        yield b"x" * (PART + 1)
        raise ZeroDivisionError("half way")

    with pytest.raises(ZeroDivisionError, match="half way"):
        files.compose("broken", broken(), "application/zip")
    assert files.head("broken") is None


def test_a_link_saves_the_file_under_its_name(files):
    stored = files.put("link", b"content", "text/plain", NOTES)
    answer = requests.get(files.link(stored), timeout=60)
    assert answer.content == b"content"
    assert answer.headers["Content-Type"].startswith("text/plain")
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith('attachment; filename="')
    assert unquote(disposition.split("filename*=UTF-8''")[1]) == NOTES["name"]


def test_a_link_to_a_picture_shows_it_and_parts_of_a_file_can_be_asked(files):
    stored = files.put("picture", b"0123456789", "image/png", {"name": "a.png"})
    answer = requests.get(files.link(stored, inline=True), headers={"Range": "bytes=2-4"}, timeout=60)
    assert (answer.status_code, answer.content) == (206, b"234")
    assert answer.headers["Content-Disposition"].startswith("inline;")


def test_a_link_that_was_changed_or_is_old_opens_nothing(files):
    stored = files.put("secret", b"content", "text/plain", {"name": "a.swc"})
    changed = files.link(stored).replace("a.swc", "b.exe")
    assert requests.get(changed, timeout=60).status_code == 403
    brief = s3.bucket(link_seconds=1)
    link, end = brief.link(brief.put("brief", b"content", "text/plain")), time.monotonic() + 60
    while (status := requests.get(link, timeout=60).status_code) == 200 and time.monotonic() < end:
        time.sleep(0.2)
    assert status == 403


def test_a_storage_that_does_not_answer_is_named():
    dead = Files(s3.client(f"http://127.0.0.1:{free_port()}"), "any")
    for ask in (lambda: dead.head("a"), lambda: dead.put_new("a", b"", "text/plain"), lambda: dead.read("a")):
        with pytest.raises(StorageDown, match="cannot be reached"):
            ask()


def test_a_bucket_that_does_not_exist_is_a_storage_that_is_down():
    with pytest.raises(StorageDown, match="NoSuchBucket"):
        Files(s3.client(), "no-such-bucket").put("a", b"", "text/plain")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("AM-A1A.CNG.swc", "AM-A1A.CNG.swc"),
        ("../../etc/passwd", "etc_passwd"),
        ("/data/a.swc", "data_a.swc"),
        ("..\\..\\a.swc", "a.swc"),
        ("C:\\a.swc", "C__a.swc"),
        ("con.swc", "_con.swc"),
        ("LPT1", "_LPT1"),
        ("CON .swc", "_CON .swc"),
        ("COM1 .CNG.swc", "_COM1 .CNG.swc"),
        ("com¹.swc", "_com¹.swc"),
        ("CONIN$", "_CONIN$"),
        ("conout$ .swc", "_conout$ .swc"),
        ("aux .", "_aux"),
        ("console.swc", "console.swc"),
        ("COM10.swc", "COM10.swc"),
        ("a\x00b\r\nSet-Cookie: x.swc", "a_b__Set-Cookie_ x.swc"),
        ("a\u202ecws.exe", "a_cws.exe"),
        (' ".swc" ', "_.swc_"),
        ("..", "file"),
        ("a..b/./c.swc", "a.b_c.swc"),
        ("", "file"),
        ("...hidden. ", "hidden"),
        ("cafe\u0301.swc", "café.swc"),
        ("細胞.swc", "細胞.swc"),
    ],
)
def test_a_name_becomes_safe_and_stays_readable(name, safe):
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_extension():
    short = safe_name("ä" * 300 + ".CNG.swc")
    assert short.endswith("ä.CNG.swc")
    assert len(short.encode()) <= 150


def test_old_clients_get_a_plain_name():
    assert (
        content_disposition("Zellé µ.swc")
        == "attachment; filename=\"Zelle _.swc\"; filename*=UTF-8''Zell%C3%A9%20%C2%B5.swc"
    )
    assert 'filename="__.swc"' in content_disposition("細胞.swc")


def test_names_in_an_archive_differ_on_every_system():
    names = UniqueNames("MISSING.csv")
    given = ["a.CNG.swc", "A.cng.swc", "a.CNG.swc", "missing.csv", "x", "x", "../x"]
    assert [names.of(name, instead="id") for name in given] == [
        "a.CNG.swc", "A (2).cng.swc", "a (3).CNG.swc", "missing (2).csv", "x", "x (2)", "x (3)",
    ]  # fmt: skip
