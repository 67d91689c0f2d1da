"""A process that forks children which harvest until they kill themselves with SIGKILL, at a statement that is named to them.

Reads one order a line on standard input, and answers with one line each:
  {"do": "trace", "provider": p}                     -> every statement that a whole harvest goes through, how often, and its run
  {"do": "kill", "provider": p, "at": [file, line, time]} -> {"killed": bool}: False when the run came to its end before that
  {"do": "finish", "run": r, "at": ...}              -> the same for the publishing of a loaded run
It has one thread and has imported everything before it forks: a child costs a few milliseconds and inherits no lock.
"""

import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path

from chalicelib.config import from_environment
from chalicelib.harvest.drive import drive
from chalicelib.wiring import Services

ROOT = Path(__file__).parents[2] / "chalicelib"
WATCHED = (str(ROOT / "harvest"), str(ROOT / "store"))


def watch(on_statement):
    """Call `on_statement(file, line)` before every statement of chalicelib/harvest and chalicelib/store."""

    def local(frame, event, _):
        if event == "line":
            on_statement(frame.f_code.co_filename, frame.f_lineno)
        return local

    sys.settrace(lambda frame, event, _: local if frame.f_code.co_filename.startswith(WATCHED) else None)


def traced(hub, provider):
    seen: Counter[tuple[str, int]] = Counter()
    watch(lambda file, line: seen.update([(file, line)]))
    run = drive(hub.harvest, provider, lambda state: None)
    sys.settrace(None)
    return {"statements": [[file, line, times] for (file, line), times in sorted(seen.items())], "run": run}


def killed(work, at):
    """Do `work` in a child that dies at the statement `at`: (file, line, the how manieth time)."""
    child = os.fork()
    if child == 0:
        left = at[2]

        def count(file, line):
            nonlocal left
            if (file, line) == (at[0], at[1]):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        watch(count)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return {"killed": True, "signal": os.WTERMSIG(status)}
    return {"killed": False, "exit": os.WEXITSTATUS(status)}


def obey(order):
    hub = Services(from_environment())  # one of its own: no connection is shared with a process that is gone
    if order["do"] == "trace":
        return traced(hub, order["provider"])
    if order["do"] == "finish":
        return killed(lambda: hub.publishing.finish(hub.runs.read(order["run"])), order["at"])
    return killed(lambda: drive(hub.harvest, order["provider"], lambda state: None), order["at"])


def main():
    for line in sys.stdin:
        print(json.dumps(obey(json.loads(line)), default=str), flush=True)


if __name__ == "__main__":
    main()
