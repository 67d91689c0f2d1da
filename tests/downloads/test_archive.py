"""Archives: what is inside, what is missing and why, and how one goes on that was not ready in time."""

import csv
import io
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from bibtexparser.entrypoint import parse_string
from werkzeug import Response

from chalicelib.downloads import contents
from chalicelib.downloads.archive import SOON, Archives
from chalicelib.downloads.companions import Origin
from chalicelib.downloads.contents import PROGRESS, ArchiveRequest, Progress
from chalicelib.downloads.fetch import FileCache
from chalicelib.errors import BadInput, FileMissing, RecordMissing, StorageDown, UnknownName
from chalicelib.export.columns import columns_of
from chalicelib.jobs.engine import LEASE_SECONDS, Pending, Ready
from chalicelib.json_types import Json
from chalicelib.store.s3.objects import Files
from local.ports import free_port
from tests.downloads.conftest import POINTS, document, source_at
from tests.support import s3

BESIDE = {"records.csv", "MANIFEST.csv", "CITATION.bib", "CITATION.txt", "README.txt"}


def soon(seconds: float = 20) -> float:
    return time.time() + seconds


def opened(outcome: Ready | Pending) -> zipfile.ZipFile:
    assert isinstance(outcome, Ready), outcome
    answer = requests.get(outcome.link, timeout=60)
    assert answer.headers["Content-Type"] == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    return archive


def table(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))


def test_an_archive_holds_the_files_and_what_to_cite(archives, has):
    has("/files/1.swc")
    has("/files/2.swc", POINTS * 2)
    paper: Json = {"papers": [{"label": "PMID 1", "url": "https://pubmed.ncbi.nlm.nih.gov/1/"}, {"label": "a thesis"}]}
    archive = opened(archives.request([document(1, **paper), document(2)], [], soon()))
    assert set(archive.namelist()) == {"1.swc", "2.swc", *BESIDE}
    assert archive.read("2.swc") == POINTS * 2
    first = table(archive, "MANIFEST.csv")[0]
    assert (first["file"], first["record"], first["licence"]) == ("1.swc", "neurons-1", "CC-BY-4.0")
    assert first["bytes"] == str(len(POINTS)) and len(first["sha256"]) == 64
    assert first["source_url"].endswith("/files/1.swc") and first["retrieved"].endswith("Z")
    keys = {entry.key for entry in parse_string(archive.read("CITATION.bib").decode()).entries}
    assert {"pmid-1", "source-neurons", "neurons-Neurons-without-paper"} <= keys
    assert "PMID 1" in archive.read("CITATION.txt").decode()


def test_files_that_storage_copies_by_itself_arrive_whole_between_small_ones(archives, has):
    large = POINTS * (6 * 1024**2 // len(POINTS))
    has("/files/1.swc")
    has("/files/2.swc", large)
    has("/files/3.swc", large + POINTS)
    has("/files/4.swc")
    archive = opened(archives.request([document(number) for number in (1, 2, 3, 4)], [], soon(60)))
    assert archive.read("2.swc") == large
    assert archive.read("3.swc") == large + POINTS
    assert archive.read("4.swc") == POINTS


def test_every_record_asked_for_is_in_the_table_with_the_columns_of_an_export(archives, has):
    has("/files/1.swc")
    origin = Origin("abc", "q=ca1", "https://hub.example/download/dataset/all?q=ca1&release=abc")
    archive = opened(archives.request([document(1), document(2)], ["nobody-1"], soon(), origin))
    rows = table(archive, "records.csv")
    assert [row["id"] for row in rows] == ["neurons-1", "neurons-2"]
    assert tuple(rows[0]) == tuple(column.header for column in columns_of(("dataset",)))
    readme = archive.read("README.txt").decode()
    assert all(text in readme for text in ("3 records", "1 is unknown", "abc", "q=ca1", origin.link))


def test_what_is_missing_is_listed_with_its_reason(archives, has):
    has("/files/1.swc")
    has("/files/3.swc", b"<html></html>")
    records = [document(1), document(2), document(3), {**document(4), "file": None}]
    archive = opened(archives.request(records, ["nobody-1", "=cmd()"], soon()))
    reasons = {row["id"]: row["reason"] for row in table(archive, "MISSING.csv")}
    assert "1.swc" in archive.namelist()
    assert "answers 404" in reasons.pop("neurons-2")
    assert "an HTML page" in reasons.pop("neurons-3")
    assert "no file" in reasons.pop("neurons-4")
    assert reasons == dict.fromkeys(["nobody-1", "'=cmd()"], "There is no record with this identifier.")


def test_names_inside_are_safe_and_differ(archives, has):
    names = ["../../evil.swc", "a/b.swc", "con.swc", "cell.swc", "CELL.swc", "細胞 µ.swc", "C:\\x.swc", "MISSING.csv"]
    for number in range(len(names)):
        has(f"/files/{number}.swc")
    records = [document(number, name=name) for number, name in enumerate(names)]
    inside = opened(archives.request(records, [], soon())).namelist()
    assert len({name.lower() for name in inside}) == len(names) + len(BESIDE)
    assert not any(part in name for name in inside for part in ("/", "\\", ":", ".."))
    assert {"細胞 µ.swc", "cell.swc", "CELL (2).swc", "_con.swc", "7.swc"} <= set(inside)


def test_the_same_request_in_any_order_is_served_at_once(archives, has, asked):
    has("/files/1.swc")
    has("/files/2.swc")
    opened(archives.request([document(1), document(2)], [], soon()))
    again = archives.request([document(2), document(1), document(2)], [], deadline=0.0)
    assert isinstance(again, Ready)
    assert len(asked()) == 2


def test_a_newer_harvest_makes_another_archive():
    newer = document(1)
    newer["provenance"]["run"] = "20261201"
    keys = {ArchiveRequest.of([one], unknown).key for one in (document(1), newer) for unknown in ([], ["x"])}
    assert len(keys) == 4


def test_an_archive_with_something_missing_is_made_again_when_it_may_be_there(files, cache, has, clock):
    archives = Archives(files, cache, clock=clock)
    has("/files/1.swc")
    records = [document(1), document(2)]
    assert "MISSING.csv" in opened(archives.request(records, [], clock.now + 20)).namelist()
    clock.now += 2 * 24 * 3600
    has("/files/2.swc")
    assert set(opened(archives.request(records, [], clock.now + 20)).namelist()) == {"1.swc", "2.swc", *BESIDE}


def test_a_dead_source_ends_in_an_error_that_says_so_and_the_archive_is_soon_made(files, clock, httpserver, has):
    bases = [f"http://127.0.0.1:{free_port()}"]
    archives = Archives(files, FileCache(files, lambda _: source_at(bases[0]), clock=clock), clock=clock)
    records = [document(number) for number in range(30)]
    with pytest.raises(FileMissing, match=r"None of the 30 records .* Ask again later"):
        archives.request(records, [], clock.now + 20)
    bases[0] = httpserver.url_for("")
    for number in range(30):
        has(f"/files/{number}.swc")
    clock.now += SOON + 1
    assert len(opened(archives.request(records, [], clock.now + 20)).namelist()) == 30 + len(BESIDE)


def test_at_the_deadline_the_work_done_is_kept_and_the_next_request_goes_on(archives, httpserver, has, asked):
    gate = threading.Event()
    for number in range(3):
        has(f"/files/{number}.swc")

    def slow(_):
        gate.wait(10)
        return Response(POINTS)

    httpserver.expect_request("/files/slow.swc").respond_with_handler(slow)
    records = [document(number) for number in (0, 1, 2, "slow")]
    begun = archives.request(records, [], soon(2))
    assert isinstance(begun, Pending)
    assert begun.done < begun.total == 4
    gate.set()
    assert len(opened(archives.status(begun.key, soon())).namelist()) == 4 + len(BESIDE)
    assert len(asked()) <= 4 + (4 - begun.done)  # what was done is not asked for again


def test_time_that_runs_out_while_packing_leaves_no_half_archive(files, cache, has, clock):
    has("/files/1.swc")
    archives = Archives(files, cache, clock=clock)
    cache.ensure(document(1))
    key = ArchiveRequest.of([document(1)], []).key
    progress = Progress(held={"neurons-1": cache.ensure(document(1))})
    archives.folder(key).save(PROGRESS, progress)
    assert archives.request([document(1)], [], deadline=clock.now) == Pending(key, 1, 1)
    assert files.head(f"archives/{key}/archive.zip") is None
    assert isinstance(archives.status(key, clock.now + 5), Ready)


def test_two_who_ask_at_once_cause_the_work_once(archives, has, asked):
    for number in range(12):
        has(f"/files/{number}.swc")
    records = [document(number) for number in range(12)]
    with ThreadPoolExecutor(3) as pool:
        outcomes = list(pool.map(lambda _: archives.request(records, [], soon()), range(3)))
    assert all(len(opened(outcome).namelist()) == 12 + len(BESIDE) for outcome in outcomes)
    assert len(asked()) == 12


def test_a_builder_that_died_is_followed_by_another(files, cache, has, clock):
    has("/files/1.swc")
    archives = Archives(files, cache, clock=clock, sleep=lambda seconds: None)
    assert archives.folder(ArchiveRequest.of([document(1)], []).key).lease.claim()
    assert isinstance(archives.request([document(1)], [], deadline=clock.now), Pending)
    clock.now += LEASE_SECONDS + 1
    assert isinstance(archives.request([document(1)], [], clock.now + 20), Ready)


def test_a_file_that_vanished_from_storage_is_fetched_again(files, cache, has, clock):
    has("/files/1.swc")
    archives = Archives(files, cache, clock=clock)
    stored = cache.ensure(document(1))
    key = ArchiveRequest.of([document(1)], []).key
    archives.folder(key).save(PROGRESS, Progress(held={"neurons-1": stored}))
    files.delete(stored.key)
    assert isinstance(archives.request([document(1)], [], clock.now + 20), Pending)
    assert isinstance(archives.status(key, clock.now + 20), Ready)


def test_nothing_and_too_much_are_refused(archives, monkeypatch):
    with pytest.raises(RecordMissing):
        archives.request([], ["nobody-1"], soon())
    monkeypatch.setattr(contents, "MOST_RECORDS", 2)
    with pytest.raises(BadInput, match="2 records at most"):
        archives.request(map(document, range(3)), [], soon())


@pytest.mark.parametrize("key", ["0" * 32, "../files", "", "a" * 5000])
def test_an_archive_that_nobody_asked_for_is_unknown(archives, key):
    with pytest.raises(UnknownName):
        archives.status(key, soon())


def test_a_storage_that_is_down_is_said_so(cache):
    dead = Files(s3.client(f"http://127.0.0.1:{free_port()}"), "any")
    with pytest.raises(StorageDown):
        Archives(dead, cache).request([document(1)], [], soon())
