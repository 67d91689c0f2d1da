"""How fast a source may be asked, and what it has cost: one pause between requests, counted over a whole process."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

from chalicelib.errors import EngineDown

AHEAD = 0.2  # seconds of moments that are reserved at once: five reservations a second at most
ALONE = 30.0  # seconds without another try, after the engine did not answer
LATE = 0.02  # seconds by which a moment may be missed


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
    """Spaces requests to one host by its pause and counts what they cost; all threads of a process share one.

    With `reserve` (store/opensearch/pace.py) all processes share the pause: it reserves a number of moments and says
    how many seconds there are until the first. Where it fails, the process keeps its own pause for a while.
    """

    def __init__(
        self, pause: float, clock: Callable[[], float], *, reserve: Callable[[float, int], float] | None = None
    ) -> None:
        self._pause, self._clock, self._reserve = pause, clock, reserve
        self._lock, self._next_at, self.stats = threading.Lock(), 0.0, Stats()
        self._reserved: deque[float] = deque()
        self._alone_until = 0.0

    def wait(self) -> float:
        """Reserve the next free slot; return the seconds until it."""
        with self._lock:
            now = self._clock()
            shared = self._reserve if self._pause and now >= self._alone_until else None
            slot = self._shared_slot(shared, now) if shared else None
            if slot is None:
                slot = max(now, self._next_at)
            self._next_at = slot + self._pause
        return max(0.0, slot - now)

    def count(self, **more: float) -> None:
        with self._lock:
            self.stats = replace(self.stats, **{name: getattr(self.stats, name) + one for name, one in more.items()})

    def _shared_slot(self, reserve: Callable[[float, int], float], now: float) -> float | None:
        """The next moment of this process's own; a moment that has passed unused is lost."""
        while self._reserved and self._reserved[0] < now - LATE:
            self._reserved.popleft()
        if not self._reserved:
            count = max(1, round(AHEAD / self._pause))
            try:
                first = now + reserve(self._pause, count)
            except EngineDown:
                self._alone_until = now + ALONE
                return None
            self._reserved.extend(first + place * self._pause for place in range(count))
        return self._reserved.popleft()
