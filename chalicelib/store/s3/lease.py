"""Leases in S3: which process works on a job, until when. Two at once would do no harm, only the work twice."""

import time
from collections.abc import Callable

import orjson

from chalicelib.store.s3.objects import Files

SECONDS = 60.0  # renewed while work goes on
_JSON = "application/json"


class Lease:
    """The right to work on what `key` stands for; raises StorageDown."""

    def __init__(self, files: Files, key: str, *, clock: Callable[[], float] = time.time) -> None:
        self._files, self._key, self._clock = files, key, clock

    def claim(self) -> bool:
        """Claim the work, unless another process holds it."""
        held = self._files.read(self._key)
        if held and orjson.loads(held)["until"] > self._clock():
            return False
        if held:
            self.release()
        return self._files.put_new(self._key, self._until(), _JSON)

    def renew(self) -> None:
        self._files.put(self._key, self._until(), _JSON)

    def release(self) -> None:
        self._files.delete(self._key)

    def _until(self) -> bytes:
        return orjson.dumps({"until": self._clock() + SECONDS})
