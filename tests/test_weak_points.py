"""docs/api.md names, for each weak point of the backend before us, tests that hold us to better: they exist."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TABLE = [
    line
    for line in (ROOT / "docs" / "api.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and "::" in line
]


def test_there_are_eleven():
    assert len(TABLE) == 11


@pytest.mark.parametrize("line", TABLE, ids=lambda line: line.split("|")[1].strip())
def test_the_tests_of_a_weak_point_exist(line):
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", line)
    assert named
    for file, name in named:
        functions = [
            node.name
            for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8")))
            if isinstance(node, ast.FunctionDef)
        ]
        assert name in functions, f"{file}::{name}"
