"""The time that a process has left for its step, checked before each request to a source.

A Lambda that is cut off leaves its run to the watchdog, a quarter of an hour later; one that stops itself gives a
reason, and its step is queued again at once.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from chalicelib.errors import StepTooLong

NEEDED = 90.0  # seconds left before a request: 60 for one without an answer, the rest to save what was read


class Deadline:
    """Unlimited outside of `within`."""

    def __init__(self, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._remaining: Callable[[], float] | None = None
        self._sleep = sleep

    @contextmanager
    def within(self, remaining: Callable[[], float]) -> Iterator[None]:
        """Inside, `check` and `sleep` raise once `remaining` (seconds) is too short."""
        self._remaining = remaining
        try:
            yield
        finally:
            self._remaining = None

    def check(self, wanted: float = 0.0) -> None:
        """Raises StepTooLong when `wanted` seconds and one more request do not fit."""
        if self._remaining is not None and self._remaining() < wanted + NEEDED:
            raise StepTooLong(f"The step does not fit into the {self._remaining():.0f} s that are left.")

    def sleep(self, seconds: float) -> None:
        """Wait, if there is time for that and for one more request; raises StepTooLong."""
        self.check(seconds)
        self._sleep(seconds)
