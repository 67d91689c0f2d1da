"""Children that never outlive us: not Ctrl-C, not SIGTERM, not kill -9 of the parent leaves one behind.

The child runs under a small keeper process that holds the reading end of a pipe. We hold the writing end; whatever ends
us closes it, and the keeper then ends the child's whole process group. A session of its own keeps a terminal's Ctrl-C
from the child, so that we stop children in order.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

_KEEPER = r"""
import os, select, signal, subprocess, sys
pipe, command = int(sys.argv[1]), sys.argv[2:]
child = subprocess.Popen(command, start_new_session=True, stdin=subprocess.DEVNULL)
def end(number, frame=None):
    try:
        os.killpg(child.pid, number)
    except ProcessLookupError:
        pass
signal.signal(signal.SIGTERM, end)
signal.signal(signal.SIGINT, signal.SIG_IGN)
while child.poll() is None:
    if select.select([pipe], [], [], 0.25)[0] and not os.read(pipe, 1):
        end(signal.SIGTERM)
        try:
            child.wait(8)
        except subprocess.TimeoutExpired:
            pass
        end(signal.SIGKILL)
        child.wait()
end(signal.SIGKILL)
sys.exit(child.returncode if child.returncode >= 0 else 128 - child.returncode)
"""


class Leashed:
    """A running child; `stop` ends it, and so does our own end, whatever its kind."""

    def __init__(self, command: Sequence[str], log: Path, env: Mapping[str, str], *, cwd: Path | None = None) -> None:
        self.log = log
        log.parent.mkdir(parents=True, exist_ok=True)
        reading, writing = os.pipe()
        self._writing: int | None = writing
        with log.open("ab") as out:
            self._keeper = subprocess.Popen(
                [sys.executable, "-S", "-c", _KEEPER, str(reading), *command],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                env=dict(env),
                cwd=cwd,
                pass_fds=(reading,),
                start_new_session=True,
            )
        os.close(reading)

    @property
    def pid(self) -> int:
        return self._keeper.pid

    def poll(self) -> int | None:
        """The exit code, or None while it runs."""
        return self._keeper.poll()

    def stop(self, timeout: float = 15.0) -> None:
        """End the child and wait for its end; doing it twice is fine."""
        if self._writing is not None:  # closed once: its number may be another file's by now
            os.close(self._writing)
            self._writing = None
        try:
            self._keeper.wait(timeout)
        except subprocess.TimeoutExpired:
            self._keeper.send_signal(signal.SIGKILL)
            self._keeper.wait()

    def last_words(self, lines: int = 12) -> str:
        """The end of the child's log, for the person who must find out why it died."""
        text = self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""
        return "\n".join(text.splitlines()[-lines:])

    def wait(self) -> int:
        while (code := self.poll()) is None:
            time.sleep(0.1)
        return code
