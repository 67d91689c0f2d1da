"""Files in S3: what was fetched from a source, and the archives made of it.

Keys are ours: they derive from the provider and the record's identifier, never from a name that a source chose. Size,
checksum and origin travel with an object as its user metadata, percent-encoded, because S3 takes ASCII only.
A bucket whose objects may be read but not listed says 403 where an object is missing: the role needs `s3:ListBucket`.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.errors import StorageDown
from chalicelib.store.s3.composing import Composer, Stretch
from chalicelib.store.s3.file_names import content_disposition

SHOWN = ("application/json", "application/ld+json")  # types that no browser runs
CHUNK = 256 * 1024  # bytes
_ABSENT = ("404", "NoSuchKey", "NotFound")
_THERE = ("412", "PreconditionFailed", "409", "ConditionalRequestConflict")


@dataclass(frozen=True)
class StoredFile:
    """One object. `notes` is its user metadata: `name`, `sha256`, `source-url` and `retrieved` of a file, or what else
    was noted.
    """

    key: str
    size: int
    content_type: str
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.notes.get("name", "file")

    @property
    def sha256(self) -> str:
        return self.notes.get("sha256", "")

    @property
    def crc32(self) -> int | None:
        """The checksum that a ZIP holds; None of an object that was stored without it."""
        noted = self.notes.get("crc32", "")
        return int(noted, 16) if noted else None

    @property
    def retrieved(self) -> str:
        """When it was fetched from its source (ISO 8601), "" where that was not recorded."""
        return self.notes.get("retrieved", "")

    @property
    def source_url(self) -> str:
        return self.notes.get("source-url", "")


class Files:
    """One bucket. Everything raises StorageDown when the storage does not answer as it should."""

    def __init__(self, client: Any, bucket: str, *, link_seconds: int = 900) -> None:
        self._client, self._bucket, self._link_seconds = client, bucket, link_seconds

    def require_bucket(self) -> None:
        """Raises StorageDown when the storage does not answer, or has no such bucket."""
        try:
            with _storage_errors():
                self._client.head_bucket(Bucket=self._bucket)
        except _Absent as error:
            raise StorageDown("The file storage has no such bucket.") from error

    def put(self, key: str, body: bytes, content_type: str, notes: Mapping[str, str] = {}) -> StoredFile:
        """Store an object, in place of what was there."""
        with _storage_errors():
            self._client.put_object(Key=key, Body=body, **self._object_params(content_type, notes))
        return StoredFile(key, len(body), content_type, notes)

    def put_new(self, key: str, body: bytes, content_type: str, notes: Mapping[str, str] = {}) -> bool:
        """Store an object where there is none; False leaves the one that is there as it is."""
        try:
            with _storage_errors():
                self._client.put_object(Key=key, Body=body, IfNoneMatch="*", **self._object_params(content_type, notes))
        except _AlreadyThere:
            return False
        return True

    def compose(
        self, key: str, pieces: Iterator[bytes | Stretch], content_type: str, notes: Mapping[str, str] = {}
    ) -> None:
        """Store bytes and stretches of other objects as one object, with constant memory.

        What the pieces raise ends it without a trace. Raises ObjectMissing for a stretch of an object that is not
        there.
        """
        target = {**self._object_params(content_type, notes), "Key": key}
        try:
            with _storage_errors():
                Composer(self._client, target).compose(pieces)
        except _Absent as error:
            raise ObjectMissing(key) from error

    def head(self, key: str) -> StoredFile | None:
        """What is known of an object; None when there is none."""
        try:
            with _storage_errors():
                answer = self._client.head_object(Bucket=self._bucket, Key=key)
        except _Absent:
            return None
        notes = {name: unquote(value) for name, value in answer["Metadata"].items()}
        return StoredFile(key, answer["ContentLength"], answer["ContentType"], notes)

    def read(self, key: str) -> bytes | None:
        """A small object as a whole; None when there is none."""
        opened = self.open(key)
        return None if opened is None else b"".join(opened)

    def open(self, key: str) -> Iterator[bytes] | None:
        """An object's content piece by piece; None when there is none."""
        try:
            with _storage_errors():
                body = self._client.get_object(Bucket=self._bucket, Key=key)["Body"]
        except _Absent:
            return None
        return _pieces(body)

    def delete(self, key: str) -> None:
        with _storage_errors():
            self._client.delete_object(Bucket=self._bucket, Key=key)

    def folders(self, prefix: str) -> list[str]:
        """The names directly below `prefix` (which ends with a slash) under which there are objects."""
        with _storage_errors():
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self._bucket, Prefix=prefix, Delimiter="/"
            )
            return [
                one["Prefix"].removeprefix(prefix).rstrip("/")
                for page in pages
                for one in page.get("CommonPrefixes", ())
            ]

    def delete_all(self, prefix: str) -> None:
        """Delete every object whose key begins with `prefix`."""
        with _storage_errors():
            pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=prefix)
            for page in pages:
                if keys := [{"Key": one["Key"]} for one in page.get("Contents", ())]:
                    self._client.delete_objects(Bucket=self._bucket, Delete={"Objects": keys, "Quiet": True})

    def link(self, file: StoredFile, *, name: str | None = None, inline: bool = False) -> str:
        """A presigned link that saves the object under its name (or shows it, `inline`) for the next minutes."""
        answer = {
            "ResponseContentDisposition": content_disposition(name or file.name, inline=inline),
            "ResponseContentType": file.content_type,
        }
        params = {"Bucket": self._bucket, "Key": file.key, **answer}
        with _storage_errors():
            link: str = self._client.generate_presigned_url("get_object", Params=params, ExpiresIn=self._link_seconds)
        return link

    @property
    def origin(self) -> str:
        """Scheme, host and port of its links, for policies that name it."""
        params = {"Bucket": self._bucket, "Key": "any"}
        parts = urlsplit(self._client.generate_presigned_url("get_object", Params=params))
        return f"{parts.scheme}://{parts.netloc}"

    def offload(self, body: bytes, content_type: str) -> str:
        """Store a response that is too large for a gateway under its digest, and return the link to it.

        A browser shows JSON and saves the rest: HTML or SVG of a portal would run in the storage's own origin.
        """
        stored = self.put(f"answers/{hashlib.sha256(body).hexdigest()}", body, content_type)
        return self.link(stored, inline=content_type.partition(";")[0].strip().lower() in SHOWN)

    def _object_params(self, content_type: str, notes: Mapping[str, str]) -> dict[str, Any]:
        metadata = {name: quote(value, safe=" !#$&'()*+,/:;=?@[]") for name, value in notes.items()}
        return {"Bucket": self._bucket, "ContentType": content_type, "Metadata": metadata}


class ObjectMissing(Exception):
    """An object that another was to be made of is not there."""


class _Absent(Exception):
    """There is no such object."""


class _AlreadyThere(Exception):
    """A conditional put found an object, or another put of it under way."""


@contextmanager
def _storage_errors() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", ""))
        if code in _ABSENT:
            raise _Absent from error
        if code in _THERE:
            raise _AlreadyThere from error
        raise StorageDown(f"The file storage refused a request ({code}).") from error
    except BotoCoreError as error:
        raise StorageDown("The file storage cannot be reached; try again in a moment.") from error


def _pieces(body: Any) -> Iterator[bytes]:
    with _storage_errors():
        yield from body.iter_chunks(CHUNK)
