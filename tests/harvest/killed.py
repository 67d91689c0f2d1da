"""A process that forks children which harvest until they kill themselves with SIGKILL, at a statement that is named to
them.

Reads one order a line on standard input, and answers with one line each:
  {"do": "trace", "provider": p}                          -> every statement that a whole harvest goes through, and how
                                                          often
  {"do": "kill", "provider": p, "at": [file, line, time]} -> {"killed": bool}: False when the run came to its end before
  that
  {"do": "finish", "run": r, "at": ...}                   -> the same for the publishing of a loaded run
It has one thread, has imported everything and has built every client before it forks, and uses none itself: a child
costs a few milliseconds, and inherits neither lock nor connection.
"""

import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path

from chalicelib.config import from_environment
from chalicelib.harvest.runner import drive
from chalicelib.wiring import Services

ROOT = Path(__file__).parents[2] / "chalicelib"
WATCHED = (str(ROOT / "harvest"), str(ROOT / "store"))


def watch(on_statement, files=WATCHED):
    """Call `on_statement(file, line)` before every statement of these files, or of all of chalicelib/harvest and
    chalicelib/store.
    """

    def local(frame, event, _):
        if event == "line":
            on_statement(frame.f_code.co_filename, frame.f_lineno)
        return local

    sys.settrace(lambda frame, event, _: local if frame.f_code.co_filename.startswith(files) else None)


def counting(work):
    """All statements that `work` goes through, in the order in which it comes to them."""
    seen: Counter[tuple[str, int]] = Counter()
    watch(lambda file, line: seen.update([(file, line)]))
    work()
    sys.settrace(None)
    return {"statements": [[file, line, times] for (file, line), times in seen.items()]}


def dying(work, at):
    """Do `work` and die at the statement `at`: file, line, the how manieth time."""
    left = at[2]

    def count(file, line):
        nonlocal left
        if (file, line) == (at[0], at[1]):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    watch(count, at[0])
    work()
    sys.settrace(None)
    return {"killed": False}


def obey(hub, order):
    if order["do"] == "finish":
        return dying(lambda: hub.publishing.finish(hub.runs.read(order["run"])), order["at"])

    def harvest():
        return drive(hub.harvest, order["provider"], lambda state: None)

    return counting(harvest) if order["do"] == "trace" else dying(harvest, order["at"])


def main():
    hub = Services(from_environment())
    assert hub.client
    assert hub.files
    assert hub.harvest
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            print(json.dumps(obey(hub, json.loads(line))), flush=True)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            print(json.dumps({"killed": os.WTERMSIG(status) == signal.SIGKILL}), flush=True)
        elif os.WEXITSTATUS(status):
            print(json.dumps({"failed": os.WEXITSTATUS(status)}), flush=True)


if __name__ == "__main__":
    main()
