"""`make serve`: a whole deployment on this machine, harvested and answering, until it is told to end."""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType

import requests

from chalicelib.config import from_environment as configured
from chalicelib.wiring import Services
from local.hub import harvest_missing, prepare
from local.leash import Leashed
from local.ports import LOOPBACK, is_free
from local.settings import CHECKOUT, SAMPLES, LocalStackError, StackSettings
from local.stack import Stack, own

WORKERS = 4
UP_WITHIN = 60.0  # seconds
CHECKED_EVERY = 0.5  # seconds


class _Signalled(Exception):
    """We were asked to end."""


def serve(settings: StackSettings, *, with_parent: bool = False) -> None:
    """Start everything, print `ready: ...`, and stay until a signal; raises LocalStackError with one clear sentence.

    `with_parent` ends us when the process that started us is gone: a killed `make` leaves nothing behind.
    """
    parent = os.getppid() if with_parent else None
    if not is_free(settings.port):
        raise LocalStackError(f"Port {settings.port} is taken; choose another one: make serve PORT=8001")
    with _until_signal(), own(settings) as stack:
        _print_error(f"data: {_data_origin(settings)}")
        hub = Services(configured(stack.environment))
        _export_credentials(stack)
        prepare(hub)
        if not settings.live:
            _report_failures(harvest_missing(hub))
        workers, measurer = start_workers(settings, stack), _Measurer(settings, stack)
        try:
            _await(settings, workers)
            _print_overview(f"http://{LOOPBACK}:{settings.port}", hub)
            print(f"ready: http://{LOOPBACK}:{settings.port}", flush=True)
            if settings.live:
                threading.Thread(target=lambda: _report_failures(harvest_missing(hub)), daemon=True).start()
            measurer.start()
            _watch_children(stack, workers, parent, measurer.start)
        finally:
            measurer.stop()
            workers.stop()


def _print_overview(base: str, hub: Services) -> None:
    """What there is to see, and how much of it."""
    counts = hub.record_reader.count()
    totals = ", ".join(f"{sum(types.values()):,} of {source}" for source, types in counts.items())
    _print_error(f"records: {totals or 'none yet'}")
    _print_error(f"explorer: {base}/explore/   docs: {base}/apidocs")


def start_workers(settings: StackSettings, stack: Stack) -> Leashed:
    """Start the HTTP workers over a stack."""
    command = [sys.executable, "-m", "local.workers", str(settings.port), str(WORKERS)]
    environment = {**stack.environment, "PYTHONPATH": str(CHECKOUT)}
    log = settings.home / "workers.log"
    return Leashed(command, log, environment, cwd=CHECKOUT)


def _await(settings: StackSettings, workers: Leashed) -> None:
    end = time.monotonic() + UP_WITHIN
    while time.monotonic() < end and workers.poll() is None:
        try:
            if requests.get(f"http://{LOOPBACK}:{settings.port}/types/dataset", timeout=5).ok:
                return
        except requests.RequestException:
            time.sleep(0.1)
    raise LocalStackError(f"The API does not answer:\n{workers.last_words()}")


class _Measurer:
    """The process that measures morphology files; `start` begins it, again when a file has ended it."""

    def __init__(self, settings: StackSettings, stack: Stack) -> None:
        self._log = settings.home / "measurer.log"
        self._environment = {**stack.environment, "PYTHONPATH": str(CHECKOUT)}
        self._child: Leashed | None = None

    def start(self) -> None:
        if self._child is None or self._child.poll() is not None:
            self._child = Leashed([sys.executable, "-m", "local.measurer"], self._log, self._environment, cwd=CHECKOUT)

    def stop(self) -> None:
        if self._child:
            self._child.stop()


def _watch_children(stack: Stack, workers: Leashed, parent: int | None, look_after: Callable[[], None]) -> None:
    while True:
        time.sleep(CHECKED_EVERY)
        look_after()
        if parent is not None and os.getppid() != parent:
            return
        for child in (*stack.children, workers):
            if child.poll() is not None:
                raise LocalStackError(f"A part of the stack ended ({child.log.name}):\n{child.last_words()}")


@contextlib.contextmanager
def _until_signal() -> Iterator[None]:
    """Turn Ctrl-C and SIGTERM into an orderly end."""

    def end(number: int, frame: FrameType | None) -> None:
        raise _Signalled

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)
    try:
        yield
    except _Signalled:
        _print_error("stopped")


def _export_credentials(stack: Stack) -> None:
    """Let the clients in this very process use the stack, as the workers do."""
    os.environ.update({name: value for name, value in stack.environment.items() if name.startswith("AWS_")})


def _data_origin(settings: StackSettings) -> str:
    given = "".join(f", {name} as given" for name in sorted(settings.given))
    if settings.live:
        return f"the live services (LIVE=1){given}"
    kind = "our own samples" if settings.recordings == SAMPLES else "recorded answers"
    return f"{kind} in {settings.recordings}{given}"


def _report_failures(failed: dict[str, str]) -> None:
    for provider, reason in failed.items():
        _print_error(f"{provider} could not be harvested: {reason}")


def _print_error(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
