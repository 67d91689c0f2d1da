"""Memory and time of an archive from S3 into S3: `python -m benchmarks.archive [FILES] [KILOBYTES] [--json FILE]`
(500 files of 256 KB).

Beside it a plain copy of the same files by the same client: each is read and sent back under another key, several at a
time. The storage is the local one (S3Proxy), a process of its own; the figures are this process's, which does the whole
work. `--json` writes `[{files, kilobytes, archive_s, copy_s, ratio, zip_mb, peak_mb}]`.
"""

import argparse
import hashlib
import json
import random
import resource
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import boto3
from botocore.config import Config

from chalicelib.downloads.archive import Archives
from chalicelib.downloads.contents import PROGRESS, REQUEST, ArchiveRequest, Progress
from chalicelib.downloads.fetch import FileCache
from chalicelib.downloads.packing import READERS
from chalicelib.http.client import Source
from chalicelib.jobs.engine import Ready
from chalicelib.json_types import Json
from chalicelib.store.s3.objects import Files, StoredFile
from local.s3 import S3Server, start


def main(count: int, kilobytes: int, written: Path | None = None) -> None:
    with TemporaryDirectory() as home:
        server = start(Path(home))
        try:
            cell = _measure(open_files(server), count, kilobytes)
            if written:
                written.write_text(json.dumps([cell], indent=1))
        finally:
            server.stop()


def _measure(files: Files, count: int, kilobytes: int) -> Json:
    records = [_record(number) for number in range(count)]
    with ThreadPoolExecutor(4) as pool:
        held = list(pool.map(lambda record: _stored(files, record, kilobytes), records))
    request = ArchiveRequest.of(records, [])
    archives = Archives(files, FileCache(files, _no_source))
    folder = archives.folder(request.key)
    folder.save_new(REQUEST, request)
    folder.save(PROGRESS, Progress(held=dict(zip([one["id"] for one in records], held, strict=True))))
    copied = _copied(files, held)
    before, began = _peak(), time.perf_counter()
    outcome = archives.status(request.key, deadline=float("inf"))
    took = time.perf_counter() - began
    archive = files.head(f"archives/{request.key}/archive.zip")
    if not isinstance(outcome, Ready) or archive is None:
        raise SystemExit("the archive was not made")
    megabytes = archive.size / 1024**2
    print(
        f"{count} files of {kilobytes} KB, {count * kilobytes / 1024:.0f} MB -> {megabytes:.0f} MB zipped\n"
        f"{took:.1f} s, {took / copied:.2f} times a plain copy of {copied:.1f} s; peak memory {_peak():.0f} MB,"
        f" {before:.0f} MB of it"
        " before the archive was begun"
    )
    return {
        "files": count,
        "kilobytes": kilobytes,
        "archive_s": round(took, 2),
        "copy_s": round(copied, 2),
        "ratio": round(took / copied, 3),
        "zip_mb": round(megabytes, 1),
        "peak_mb": round(_peak(), 1),
    }


def _copied(files: Files, held: list[StoredFile]) -> float:
    """Seconds in which every file is read and stored again under another key."""

    def copy(file: StoredFile) -> None:
        files.put(f"copies/{file.key}", files.read(file.key) or b"", file.content_type)

    began = time.perf_counter()
    with ThreadPoolExecutor(READERS) as pool:
        for _ in pool.map(copy, held):
            pass
    return time.perf_counter() - began


def open_files(server: S3Server) -> Files:
    client: Any = boto3.client(
        "s3",
        endpoint_url=server.url,
        aws_access_key_id=server.access_key,
        aws_secret_access_key=server.secret_key,
        region_name="us-east-1",
        config=Config(signature_version="s3v4", s3={"addressing_style": "path"}),
    )
    client.create_bucket(Bucket="benchmark")
    return Files(client, "benchmark")


def _stored(files: Files, record: Json, kilobytes: int) -> Any:
    body = _reconstruction(int(record["id"].rpartition("-")[2]), kilobytes * 1024)
    notes = {"name": f"{record['name']}.swc", "sha256": hashlib.sha256(body).hexdigest(), "source-url": "none"}
    notes["crc32"] = f"{zlib.crc32(body):08x}"
    return files.put(f"files/benchmark/{record['id']}", body, "text/plain", notes)


def _reconstruction(seed: int, size: int) -> bytes:
    """A text of its own for each seed; drawing every number of gigabytes would take longer than what is measured."""
    begin = seed * 997 % 100_000
    text = _neurites()
    return (f"# {seed}\n".encode() + text[begin:] + text * (size // len(text) + 1))[:size]


@cache
def _neurites() -> bytes:
    chance = random.Random(0)
    numbers = ((number, *(chance.uniform(-500, 500) for _ in range(3))) for number in range(1, 5000))
    return "".join(f"{n} 3 {x:.3f} {y:.3f} {z:.3f} 0.25 {n - 1 or -1}\n" for n, x, y, z in numbers).encode()


def _record(number: int) -> Json:
    origin = {"provider": "benchmark", "source_url": "", "harvested_at": "", "run": "1", "licence": "", "citation": ""}
    record = {"id": f"benchmark-{number}", "name": f"cell {number}", "type": "morphology", "source": "Benchmark"}
    return {**record, "provenance": origin}


def _no_source(provider: str) -> Source:
    raise KeyError(provider)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive")
    parser.add_argument("files", type=int, nargs="?", default=500)
    parser.add_argument("kilobytes", type=int, nargs="?", default=256)
    parser.add_argument("--json", type=Path, metavar="FILE")
    given = parser.parse_args()
    main(given.files, given.kilobytes, given.json)
