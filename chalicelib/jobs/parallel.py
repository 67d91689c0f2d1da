"""Several units of a job's work at a time, their results as they come."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from typing import TypeVar

Unit = TypeVar("Unit")
Result = TypeVar("Result")


def run_parallel(
    units: Iterable[Unit],
    work: Callable[[Unit], Result],
    *,
    workers: int,
    queued: int | None = None,
    timeout: Callable[[], float | None] = lambda: None,
) -> Iterator[list[tuple[Unit, Result]]]:
    """Yield the finished units with their results; an empty list after `timeout()` seconds without one.

    At most `queued` units (default: `workers`) are read ahead. A caller that stops reading cancels what has not begun
    and does not wait for the rest. What `work` raises is raised here.
    """
    pool, waiting = ThreadPoolExecutor(workers), iter(units)
    running: dict[Future[Result], Unit] = {}
    try:
        while True:
            for unit in islice(waiting, (queued or workers) - len(running)):
                running[pool.submit(work, unit)] = unit
            if not running:
                return
            finished = wait(running, timeout=timeout(), return_when=FIRST_COMPLETED).done
            yield [(running.pop(future), future.result()) for future in finished]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
