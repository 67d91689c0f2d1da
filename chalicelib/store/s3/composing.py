"""An object made of bytes and of stretches of other objects, which S3 copies by itself where they are long enough.

A part of a multipart upload has 5 MiB at least, but for the last. A stretch is copied without passing through this
process when the bytes before it fill a part; else as many of its first bytes are read as they lack. What is read is
read where its part is sent, several parts at a time: one after the other, each would wait for the one before.
"""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

LEAST = 5 * 1024 * 1024  # bytes of a part
FULL = 8 * 1024 * 1024  # bytes that are collected before they are sent
LARGEST = 5 * 1024**3  # bytes of a copied part
AT_ONCE = 4  # parts under way, the bound of memory


@dataclass(frozen=True)
class Stretch:
    """The bytes of an object from `start` up to, but not including, `stop`."""

    key: str
    start: int
    stop: int

    @property
    def size(self) -> int:
        return self.stop - self.start


class Composer:
    """One object that is being made; `target` holds its bucket, key, type and metadata, as boto3 names them."""

    def __init__(self, client: Any, target: dict[str, Any]) -> None:
        self._client, self._target = client, target
        self._at: dict[str, Any] = {}  # the multipart upload, from its first part on
        self._held: list[bytes | Stretch] = []  # of the next part that is sent
        self._size = 0  # of these, in bytes
        self._parts: list[Future[dict[str, Any]]] = []

    def compose(self, pieces: Iterator[bytes | Stretch]) -> None:
        """Send all pieces and make them one object; what they raise ends it without a trace."""
        try:
            with ThreadPoolExecutor(AT_ONCE) as pool:
                for piece in pieces:
                    if isinstance(piece, bytes):
                        self._add(pool, piece)
                    else:
                        self._copy(pool, piece)
                if self._held and self._parts:
                    self._send(pool)
            if not self._parts:
                self._client.put_object(**self._target, Body=self._content(self._held))
                return
            parts = [part.result() for part in self._parts]
            self._client.complete_multipart_upload(**self._at, MultipartUpload={"Parts": parts})
            self._at = {}
        finally:
            if self._at:  # not completed
                self._client.abort_multipart_upload(**self._at)

    def _add(self, pool: ThreadPoolExecutor, piece: bytes) -> None:
        self._hold(piece, len(piece))
        if self._size >= FULL:
            self._send(pool)

    def _copy(self, pool: ThreadPoolExecutor, stretch: Stretch) -> None:
        lacking = max(0, LEAST - self._size) if self._held else 0
        if stretch.size - lacking < LEAST:
            self._hold(stretch, stretch.size)
            if self._size >= 2 * LEAST:
                self._send(pool)
            return  # else sent when the next stretch comes, so that that one can be copied
        if lacking:
            self._hold(Stretch(stretch.key, stretch.start, stretch.start + lacking), lacking)
        if self._held:
            self._send(pool)
        for start in range(stretch.start + lacking, stretch.stop, LARGEST):
            self._start(pool, self._copy_part, Stretch(stretch.key, start, min(start + LARGEST, stretch.stop)))

    def _hold(self, piece: bytes | Stretch, size: int) -> None:
        self._held.append(piece)
        self._size += size

    def _content(self, pieces: list[bytes | Stretch]) -> bytes:
        return b"".join(piece if isinstance(piece, bytes) else self._read(piece) for piece in pieces)

    def _read(self, stretch: Stretch) -> bytes:
        content: bytes = self._client.get_object(
            Bucket=self._target["Bucket"], Key=stretch.key, Range=f"bytes={stretch.start}-{stretch.stop - 1}"
        )["Body"].read()
        return content

    def _send(self, pool: ThreadPoolExecutor) -> None:
        self._start(pool, self._send_part, self._held)
        self._held, self._size = [], 0

    def _start(self, pool: ThreadPoolExecutor, work: Any, given: list[bytes | Stretch] | Stretch) -> None:
        if not self._at:
            upload = self._client.create_multipart_upload(**self._target)["UploadId"]
            self._at = {"Bucket": self._target["Bucket"], "Key": self._target["Key"], "UploadId": upload}
        if len(self._parts) >= AT_ONCE:
            self._parts[-AT_ONCE].result()
        self._parts.append(pool.submit(work, len(self._parts) + 1, given))

    def _send_part(self, number: int, pieces: list[bytes | Stretch]) -> dict[str, Any]:
        answer = self._client.upload_part(**self._at, PartNumber=number, Body=self._content(pieces))
        return {"PartNumber": number, "ETag": answer["ETag"]}

    def _copy_part(self, number: int, stretch: Stretch) -> dict[str, Any]:
        answer = self._client.upload_part_copy(
            **self._at,
            PartNumber=number,
            CopySource={"Bucket": self._target["Bucket"], "Key": stretch.key},
            CopySourceRange=f"bytes={stretch.start}-{stretch.stop - 1}",
        )
        return {"PartNumber": number, "ETag": answer["CopyPartResult"]["ETag"]}
