"""What could end a worker ends as a result or a reason, within the memory and time of the function that measures."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from chalicelib.errors import UnreadableMorphology
from chalicelib.morphology.asc import MAX_NESTING
from chalicelib.morphology.load import MAX_BYTES, load
from chalicelib.morphology.study import CONTENT_TYPES, Subject, study
from tests.support.neurons import bush

LIMITS = json.loads((Path(__file__).parents[2] / ".chalice" / "config.json").read_text())["lambda_functions"]
STUDY = """
import resource, sys
memory, seconds = int(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
from chalicelib.morphology.study import Subject, study
found = study(sys.stdin.buffer.read(), "swc", "ab" * 32, Subject("a-1", "a", "https://a", "CC0", "nobody"))
print(found.unreadable, found.morphometry["branches"], *(f"{name}={len(body)}" for name, body in found.files.items()))
"""
SUBJECT = Subject("a-1", "a", "https://a", "CC0", "nobody")


@pytest.mark.slow
def test_a_million_points_are_measured_within_the_functions_memory_and_time():
    given = LIMITS["measure_files"]
    memory, seconds = given["lambda_memory_size"] * 2**20, given["lambda_timeout"]
    command = (sys.executable, "-c", STUDY, str(memory), str(seconds))
    alone = {"OPENBLAS_NUM_THREADS": "1"}  # each thread reserves memory that it does not use
    run = subprocess.run(command, input=bush(20_000, 50).encode(), check=True, capture_output=True, env=alone)
    reason, branches, *files = run.stdout.decode().split()
    assert (reason, int(branches) > 10_000) == ("None", True)
    sizes = {name: int(size) for name, _, size in (one.partition("=") for one in files)}
    assert sizes.keys() == CONTENT_TYPES.keys()
    assert sizes["preview.svg"] <= 100_000
    assert sizes["morphology.json"] <= 1_000_000


def test_more_points_than_can_be_measured_are_a_reason(monkeypatch):
    monkeypatch.setattr("chalicelib.morphology.swc.MAX_POINTS", 25_000)  # of 2,000,000, which take their time
    rows = "".join(f"{number} 3 {number} 0 0 1 {number - 1}\n" for number in range(1, 30_001))
    with pytest.raises(UnreadableMorphology, match="more than 25,000 points"):
        load(rows.encode(), "swc")


@pytest.mark.parametrize(
    ("body", "format", "reason"),
    [
        (b"0" * (MAX_BYTES + 1), "swc", "150,000,001 bytes"),
        (gzip.compress(bytes(10_000_000)), "swc", "no SWC"),
        (b"1 1 nan nan nan nan -1\n2 3 nan nan nan nan 1\n", "swc", "No point has finite coordinates"),
        (b"<!DOCTYPE html><html><body>Not here</body></html>\n", "swc", "no SWC"),
        (
            b'("a"\n(Dendrite)\n(0 0 0 1)\n' + b"(\n(1 1 1 1)\n" * 1_000_000,
            "asc",
            f"more than {MAX_NESTING:,} brackets",
        ),
    ],
    ids=["huge", "packed", "nan", "page", "recursion"],
)
def test_what_cannot_be_measured_is_a_result_with_its_reason(body, format, reason):
    found = study(body, format, "ab" * 32, SUBJECT)
    assert reason in str(found.unreadable)
    assert found.files == {}


def test_brackets_within_the_limit_are_read():
    depth = MAX_NESTING - 5
    text = '("a"\n(Dendrite)\n(0 0 0 1)\n' + "(\n(1 1 1 1)\n(2 2 2 1)\n" * depth + ")" * depth + ")\n"
    assert load(text.encode(), "asc").tree.xyz.shape[1] == 3
