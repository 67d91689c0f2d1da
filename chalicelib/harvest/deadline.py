"""How much time the process that takes a step still has; whoever asks a source asks here before each request.

A Lambda that is cut off leaves a run to the watchdog, a quarter of an hour later; one that stops itself tells why and is
followed at once.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from chalicelib.errors import StepTooLong

NEEDED = (
    90.0  # seconds that must be left before a request: one without an answer takes 60, saving what was read the rest
)


class Deadline:
    """Without end until `within` says otherwise."""

    def __init__(self, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._remaining: Callable[[], float] | None = None
        self._sleep = sleep

    @contextmanager
    def within(self, remaining: Callable[[], float]) -> Iterator[None]:
        """While this lasts, only what `remaining` (seconds) leaves room for is begun."""
        self._remaining = remaining
        try:
            yield
        finally:
            self._remaining = None

    def check(self, wanted: float = 0.0) -> None:
        """Raises StepTooLong when `wanted` seconds and one request more do not fit."""
        if self._remaining is not None and self._remaining() < wanted + NEEDED:
            raise StepTooLong(f"The step does not fit into the {self._remaining():.0f} s that are left.")

    def sleep(self, seconds: float) -> None:
        """Wait, unless there is no time for it and for what comes after it; raises StepTooLong."""
        self.check(seconds)
        self._sleep(seconds)
