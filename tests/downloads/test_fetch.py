"""A file is fetched once, checked, and never again; what cannot be had says why."""

import gzip
import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from werkzeug import Response

from chalicelib.downloads.fetch import ABSENT, ANOTHER, COOLDOWN, FAILURES, FileCache
from chalicelib.errors import FileMissing, SourceUnreachable, StorageDown
from chalicelib.store.s3.objects import Files
from local.ports import free_port
from tests.downloads.conftest import HOME, POINTS, document, source_at
from tests.support import s3

PAGE = b"<!DOCTYPE html><html><body>We are moving house.</body></html>"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20


def test_a_file_is_fetched_once_and_then_served_from_storage(cache, files, has, asked):
    has("/files/1.swc")
    first, second = cache.ensure(document(1)), cache.ensure(document(1))
    assert first == second
    assert asked() == ["/files/1.swc"]
    assert requests.get(files.link(second), timeout=60).content == POINTS


def test_a_file_knows_its_checksum_its_origin_and_its_name(cache, has):
    has("/files/1.swc")
    stored = cache.ensure(document(1, name="Zelle µ.swc"))
    assert stored.sha256 == hashlib.sha256(POINTS).hexdigest()
    assert stored.source_url == f"{HOME}/files/1.swc"
    assert (stored.name, stored.size, stored.content_type) == ("Zelle µ.swc", len(POINTS), "text/plain")


def test_the_next_address_is_tried_where_one_has_nothing(cache, has, asked):
    has("/files/a.ASC", status=403)
    has("/files/a.CNG.swc")
    stored = cache.ensure(document("a", "/files/a.asc", "/files/a.ASC", "/files/a.CNG.swc", name="a.asc"))
    assert asked() == ["/files/a.asc", "/files/a.ASC", "/files/a.CNG.swc"]
    assert stored.name == "a.CNG.swc", "the name says what is in it"


def test_a_page_in_place_of_a_file_is_not_the_file(cache, has):
    has("/files/1.asc", PAGE, content_type="text/plain")
    has("/files/1.swc")
    assert cache.ensure(document(1, "/files/1.asc", "/files/1.swc")).source_url.endswith("1.swc")
    has("/files/2.swc", PAGE)
    with pytest.raises(FileMissing, match=r"neurons-2: .* it is an HTML page"):
        cache.ensure(document(2))


def test_a_missing_file_is_not_asked_for_again_for_a_day(cache, has, asked, clock):
    for _ in range(3):
        with pytest.raises(FileMissing, match="neurons-1: The source answers 404") as error:
            cache.ensure(document(1))
        assert error.value.members == {"retry_at": int(clock.now + ABSENT)}
    assert len(asked()) == 1
    clock.now += ABSENT + 1
    has("/files/1.swc")
    assert cache.ensure(document(1)).size == len(POINTS)


def test_a_page_under_maintenance_is_believed_for_minutes_only(cache, httpserver, clock):
    httpserver.expect_oneshot_request("/files/1.swc").respond_with_data(PAGE)
    httpserver.expect_oneshot_request("/files/1.swc").respond_with_data(POINTS)
    with pytest.raises(FileMissing, match="an HTML page"):
        cache.ensure(document(1))
    clock.now += ANOTHER + 1
    assert cache.ensure(document(1)).size == len(POINTS)


def test_a_busy_source_is_no_missing_file_and_no_reason_for_second_best(cache, has, asked, httpserver):
    httpserver.expect_oneshot_request("/files/1.asc").respond_with_data("busy", status=503)
    httpserver.expect_oneshot_request("/files/1.asc").respond_with_data("busy", status=503)
    has("/files/1.swc")
    with pytest.raises(SourceUnreachable):
        cache.ensure(document(1, "/files/1.asc", "/files/1.swc"))
    has("/files/1.asc", b"(\n(1 2 3 4)\n)\n")
    assert cache.ensure(document(1, "/files/1.asc", "/files/1.swc")).source_url.endswith(".asc")


def test_a_body_that_breaks_off_is_no_file(cache, httpserver):
    def broken(_):
        return Response(iter([POINTS]), headers={"Content-Length": "1000"})

    httpserver.expect_request("/files/1.swc").respond_with_handler(broken)
    with pytest.raises(SourceUnreachable):
        cache.ensure(document(1))


def test_a_source_that_fails_again_and_again_is_left_alone_for_a_while(files, clock, httpserver, has):
    bases = [f"http://127.0.0.1:{free_port()}"]
    cache = FileCache(files, lambda _: source_at(bases[0]), clock=clock)
    for number in range(4):
        with pytest.raises(SourceUnreachable) as error:
            cache.ensure(document(number))
    assert "asks it again in a minute" in error.value.detail
    has("/files/9.swc")
    bases[0] = httpserver.url_for("")
    with pytest.raises(SourceUnreachable, match="asks it again in a minute"):
        cache.ensure(document(9))
    clock.now += COOLDOWN + 1
    assert cache.ensure(document(9)).size == len(POINTS)


def test_a_file_beyond_all_measure_is_missing_with_its_reason_and_its_source_is_asked_for_others(cache, has, asked):
    bomb = gzip.compress(bytes(65_000_000), compresslevel=1)
    has("/files/1.swc", bomb, headers={"Content-Encoding": "gzip"})
    for number in range(FAILURES):
        with pytest.raises(FileMissing, match="larger than 64000000 bytes"):
            cache.ensure(document(f"huge-{number}", "/files/1.swc"))
    with pytest.raises(FileMissing):
        cache.ensure(document("huge-0", "/files/1.swc"))
    assert len(asked()) == FAILURES
    has("/files/2.swc")
    assert cache.ensure(document(2)).size == len(POINTS)


def test_an_address_that_the_terms_do_not_allow_is_never_asked(cache, asked):
    elsewhere = document(1)
    elsewhere["file"]["urls"] = ["http://169.254.169.254/latest/meta-data", f"{HOME}/neuron_info.jsp?neuron_id=1"]
    with pytest.raises(FileMissing, match="do not allow"):
        cache.ensure(elsewhere)
    assert asked() == []


def test_a_name_from_the_source_reaches_neither_key_nor_path(cache, has):
    has("/files/1.swc")
    stored = cache.ensure(document(1, name="../../etc/passwd"))
    assert stored.key.startswith("files/neurons/neurons-1/")
    assert "passwd" not in stored.key
    assert stored.name == "1.swc", "its extension fits, and it is no path"
    wild = document("..", "/files/1.swc")
    assert ".." not in cache.ensure(wild).key


def test_identifiers_that_differ_in_case_only_have_files_of_their_own(cache, has):
    has("/files/x.swc")
    upper, lower = (cache.ensure(document(name, "/files/x.swc")).key for name in ("A", "a"))
    assert upper.lower() != lower.lower()


def test_a_new_version_at_the_source_is_fetched_anew(cache, has, asked):
    has("/files/1.swc")
    for version in ("1", "1", "2"):
        cache.ensure(document(1, version=version))
    assert len(asked()) == 2


def test_two_at_once_get_the_same_file(cache, has):
    has("/files/1.swc")
    with ThreadPoolExecutor(4) as pool:
        stored = list(pool.map(lambda _: cache.ensure(document(1)), range(4)))
    assert len({(one.key, one.sha256, one.name) for one in stored}) == 1


def test_a_picture_is_a_picture(cache, has):
    has("/files/1.png", PNG)
    has("/files/2.png", b"<svg onload='alert(1)'/>")
    pictures = [
        document(n, preview={"urls": [f"{HOME}/files/{n}.png"], "name": f"{n}.png", "kind": "image"}) for n in (1, 2)
    ]
    assert cache.ensure_preview(pictures[0]).content_type == "image/png"
    with pytest.raises(FileMissing, match="not a file of kind image"):
        cache.ensure_preview(pictures[1])


def test_a_record_without_a_file_or_without_a_source_says_so(cache):
    with pytest.raises(FileMissing, match="offers no file"):
        cache.ensure({**document(1), "file": None})
    with pytest.raises(FileMissing, match="offers no preview"):
        cache.ensure_preview(document(1))
    stray = document(1)
    stray["provenance"]["provider"] = "gone"
    with pytest.raises(FileMissing, match="gone is not configured any more"):
        cache.ensure(stray)


def test_a_storage_that_is_down_is_not_a_missing_file(httpserver):
    dead = Files(s3.client(f"http://127.0.0.1:{free_port()}"), "any")
    with pytest.raises(StorageDown):
        FileCache(dead, lambda _: source_at(httpserver.url_for(""))).ensure(document(1))
