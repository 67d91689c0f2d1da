"""Children never outlive us, however we end."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from local.leash import Leashed

ROOT = Path(__file__).parents[2]
FAMILY = """
import subprocess, sys, time
grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print("grandchild", grandchild.pid, flush=True)
"""
PARENT = """
import os, sys, time
from pathlib import Path
from local.leash import Leashed
Leashed([sys.executable, "-c", sys.argv[2]], Path(sys.argv[1]), os.environ)
time.sleep(600)
"""


@pytest.fixture
def leashed(tmp_path):
    """Starts Python code on a leash and waits for its first line."""
    started = []

    def start(code):
        started.append(Leashed([sys.executable, "-c", code], tmp_path / "child.log", os.environ))
        _words(started[-1].log)
        return started[-1]

    yield start
    for one in started:
        one.stop()


def test_a_killed_parent_leaves_neither_child_nor_grandchild(tmp_path):
    log = tmp_path / "child.log"
    command = [sys.executable, "-c", PARENT, str(log), FAMILY + "time.sleep(600)"]
    parent = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
    grandchild = psutil.Process(int(_words(log)[1]))
    family = psutil.Process(parent.pid).children(recursive=True)
    assert grandchild in family
    assert len(family) == 3  # keeper, child, grandchild
    parent.kill()
    parent.wait()
    assert not psutil.wait_procs(family, timeout=60)[1]


def test_a_stop_ends_the_whole_group_and_may_be_repeated(leashed):
    child = leashed(FAMILY + "time.sleep(600)")
    family = psutil.Process(child.pid).children(recursive=True)
    assert len(family) == 2
    child.stop()
    assert not psutil.wait_procs(family, timeout=60)[1]
    assert child.poll() == 128 + signal.SIGTERM
    child.stop()


def test_a_second_stop_closes_nobody_elses_file(leashed):
    child = leashed("import time; print('here', flush=True); time.sleep(600)")
    child.stop()
    others = [os.open(os.devnull, os.O_RDONLY) for _ in range(50)]
    child.stop()
    for other in others:
        os.close(other)  # OSError were it closed already


def test_a_child_that_ends_by_itself_takes_its_own_children_along(leashed):
    child = leashed(FAMILY + "sys.exit(3)")
    grandchild = int(_words(child.log)[1])
    assert child.wait() == 3
    assert not psutil.pid_exists(grandchild) or psutil.Process(grandchild).wait(60) is None


def test_a_terminals_interrupt_does_not_reach_the_child(leashed):
    child = leashed("import time; print('here', flush=True); time.sleep(600)")
    [process] = psutil.Process(child.pid).children()
    assert os.getpgid(process.pid) not in (os.getpgrp(), os.getpgid(child.pid))
    os.killpg(os.getpgid(child.pid), signal.SIGINT)
    assert child.poll() is None
    assert process.is_running()


def test_the_last_words_are_the_end_of_the_log(leashed):
    child = leashed("print(*range(100), sep='\\n', flush=True); raise SystemExit(1)")
    assert child.wait() == 1
    assert child.last_words(2) == "98\n99"


def test_a_child_that_never_was_has_said_nothing(tmp_path):
    child = Leashed(["/no/such/program"], tmp_path / "deep" / "child.log", os.environ)
    assert child.wait() != 0
    assert "/no/such/program" in child.last_words()


def _words(log):
    """The first words of a log, once there are some."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if log.exists() and "\n" in (text := log.read_text()):
            return text.split()
        time.sleep(0.02)
    raise AssertionError(f"{log} stays empty")
