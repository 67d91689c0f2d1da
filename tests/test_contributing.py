"""The example in CONTRIBUTING.md is built exactly as it stands there, harvested, and held to the contract of all
providers.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from chalicelib.harvest.pages import PageLoader
from chalicelib.harvest.runner import Harvest, drive
from chalicelib.http.client import Source
from chalicelib.providers.base import load
from chalicelib.search.query import Query
from chalicelib.wiring import now

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CELLS = [
    {"number": 1, "name": "first", "species": "rat", "region": "CA1"},
    {"number": 2, "name": "second", "species": "mouse", "region": ""},
    {"number": 3, "name": "third", "species": "cat", "region": "CA3"},
    {"number": 4, "species": "rat", "region": "CA3"},
]


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture
def cells(tmp_path):
    module: dict[str, Any] = {"__name__": "cells"}
    exec(blocks("python")[0], module)
    settings = tmp_path / "cells.json"
    settings.write_text(blocks("json")[0])
    return load(module["Cells"], settings)


def registrations():
    """File, table, line: as the registries' table says."""
    return re.findall(r"^\| `(\S+\.py)` \| `(\w+)` \| `(.+)` \|$", TEXT, re.MULTILINE)


def test_a_provider_from_start_to_end_takes_less_than_eighty_lines():
    written = [line for text in (*blocks("python")[:2], *blocks("json")[:2]) for line in text.splitlines()]
    assert len(registrations()) == 4
    assert len(written) + len(registrations()) < 80


@pytest.mark.slow
def test_the_contract_tests_the_new_provider_before_its_author_does(tmp_path):
    for part in ("chalicelib", "local", "replay", "tests"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tests" / "recorded" / "cells").mkdir(exist_ok=True)  # a provider may have the name
    for path, text in (
        ("chalicelib/providers/cells.py", blocks("python")[0]),
        ("replay/cells.py", blocks("python")[1]),
        ("chalicelib/providers/settings/cells.json", blocks("json")[0]),
        ("tests/recorded/cells/cells.json", blocks("json")[1]),
    ):
        assert f"`{path}`" in TEXT
        (tmp_path / path).write_text(text, encoding="utf-8")
    for path, table, line in registrations():
        _register(tmp_path / path, table, line)
    importing = "from chalicelib.providers.cells import Cells\n"
    registry = tmp_path / "chalicelib" / "providers" / "__init__.py"
    registry.write_text(
        registry.read_text().replace("from chalicelib.providers.base", importing + "from chalicelib.providers.base")
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_contract.py", "-k", "cells"]
    run = subprocess.run(  # noqa: PLW1510
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout
    assert run.stdout.count(".") >= 10


def _register(file, table, line):
    text = file.read_text(encoding="utf-8")
    with_line, times = re.subn(rf"^({table}\b[^\n]*{{)$", rf"\1\n    {line}", text, flags=re.MULTILINE)
    assert times == 1
    file.write_text(with_line, encoding="utf-8")


def test_the_provider_is_harvested_and_found(hub, httpserver, cells):
    httpserver.expect_request("/cells.json").respond_with_json(CELLS)
    source = Source(cells.terms, base=httpserver.url_for("").rstrip("/"), pauses=False, user_agent="tests")
    pages = PageLoader({"cells": cells}, lambda _: source, hub.bodies, hub.publisher, hub.client, now)
    harvest = Harvest({"cells": cells}, pages, hub.runs, hub.publishing, now)
    run = drive(harvest, "cells", lambda _: None)
    assert run["counts"] == {"read": 3, "indexed": 2, "rejected": 1, "unchanged": 0}
    assert [one["name"] for one in hub.search.page(Query(index="dataset"), base="")["items"]] == ["first", "second"]
