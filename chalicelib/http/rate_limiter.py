"""How fast a source may be asked, and what it has cost: one pause between requests, counted over a whole process."""

import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Stats:
    """Requests, bytes, retries and seconds that a source has cost so far; two can be subtracted."""

    requests: int = 0
    bytes: int = 0
    retries: int = 0
    seconds: float = 0.0

    def __sub__(self, other: "Stats") -> "Stats":
        return Stats(**{name: value - getattr(other, name) for name, value in asdict(self).items()})

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


class RateLimiter:
    """Spaces requests to one host by its pause and counts what they cost; all threads of a process share one."""

    def __init__(self, pause: float, clock: Callable[[], float]) -> None:
        self._pause, self._clock = pause, clock
        self._lock, self._next_at, self.stats = threading.Lock(), 0.0, Stats()

    def wait(self) -> float:
        """Reserve the next free slot; return the seconds until it."""
        with self._lock:
            now = self._clock()
            wait = max(0.0, self._next_at - now)
            self._next_at = max(now, self._next_at) + self._pause
        return wait

    def count(self, **more: float) -> None:
        with self._lock:
            self.stats = replace(self.stats, **{name: getattr(self.stats, name) + one for name, one in more.items()})
