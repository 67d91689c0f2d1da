"""Remembers every request, so that a test can say what was asked of a source."""

import json
import threading
import time
from collections import deque
from dataclasses import asdict, dataclass, field
from pathlib import Path

KEPT = 200_000
BODY_KEPT = 4096  # characters


@dataclass(frozen=True)
class Asked:
    """One request as it arrived, and the status that it got (0: the connection was cut)."""

    method: str
    path: str
    query: str
    body: str
    headers: dict[str, str]
    status: int
    sent: int
    at: float = field(default_factory=time.time)

    @property
    def source(self) -> str:
        return self.path.split("/")[1]


class Log:
    """The requests of this server's life, in order of their end."""

    def __init__(self, file: Path | None = None) -> None:
        self._asked: deque[Asked] = deque(maxlen=KEPT)
        self._file, self._lock = file, threading.Lock()

    def add(self, asked: Asked) -> None:
        with self._lock:
            self._asked.append(asked)
            if self._file:
                with self._file.open("a", encoding="utf-8") as out:
                    out.write(json.dumps(asdict(asked)) + "\n")

    def all(self, *, source: str | None = None, path: str = "") -> list[Asked]:
        """Requests of one source, or whose path begins with `path`."""
        with self._lock:
            asked = list(self._asked)
        return [one for one in asked if source in (None, one.source) and one.path.startswith(path)]

    def clear(self) -> None:
        with self._lock:
            self._asked.clear()
