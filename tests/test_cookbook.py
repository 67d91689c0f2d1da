"""docs/cookbook.md and the notebook are run as they stand, against the project's samples."""

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.support.http_server import serve_application

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "cookbook.md").read_text(encoding="utf-8")
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"
ADDRESS = "http://127.0.0.1:8000"
BLOCK = re.compile(r"```(python|sh|r)( setup)?\n(.*?)```(?:\s+```text\n(.*?)```)?", re.DOTALL)
COMMANDS = {"python": [sys.executable, "-c"], "sh": ["bash", "-euc"], "r": ["Rscript", "-e"]}
SETUPS = {language: code for language, setup, code, _ in BLOCK.findall(TEXT) if setup}
TASKS = [(language, code, output) for language, setup, code, output in BLOCK.findall(TEXT) if not setup]


@pytest.fixture(scope="module")
def hub_address(full_hub):
    """The API over all samples, at an address that other programs can ask."""
    with serve_application() as address:
        yield address


def run(language, code, address, folder):
    whole = (SETUPS[language] + code).replace(ADDRESS, address)
    command = [*COMMANDS[language], whole]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8", "MPLBACKEND": "Agg"}
    done = subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def run_here(code, address):
    """Python in this process, which has imported pandas once."""
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        exec((SETUPS["python"] + code).replace(ADDRESS, address), {"__name__": "__main__"})
    return written.getvalue()


def test_there_are_ten_tasks_in_both_languages():
    assert len(re.findall(r"^## \d+\. ", TEXT, re.MULTILINE)) == 10
    assert [language for language, *_ in TASKS if language != "r"] == ["python", "sh"] * 10
    assert [language for language, *_ in TASKS].count("r") >= 5


@pytest.mark.parametrize(
    ("language", "code", "output"),
    [pytest.param(*task, id=f"{number} {task[0]}") for number, task in enumerate(TASKS, start=1)],
)
def test_a_task_prints_what_it_says(hub_address, tmp_path, monkeypatch, language, code, output):
    pytest.importorskip("pandas")
    if not shutil.which(COMMANDS[language][0]):
        pytest.skip(f"{COMMANDS[language][0]} is not installed")
    monkeypatch.chdir(tmp_path)
    told = run_here(code, hub_address) if language == "python" else run(language, code, hub_address, tmp_path)
    assert told.rstrip() == output.rstrip()
    assert output.strip()


@pytest.mark.slow
def test_the_typescript_client_compiles_and_lists_records(hub_address, tmp_path):
    """By types that are generated from the description as it is served."""
    node, modules = ROOT / "explorer" / "node.sh", ROOT / "explorer" / "node_modules"
    if not (modules / "openapi-fetch").is_dir() or not (ROOT / ".node").is_dir():
        pytest.skip("Node and the explorer's packages are not installed: `make explorer`")
    code, output = re.findall(r"```ts\n(.*?)```\s+```text\n(.*?)```", TEXT, re.DOTALL)[0]
    described = requests.get(f"{hub_address}/swagger.json", timeout=30).text
    types = subprocess.run([node, "types.mjs"], check=True, input=described, capture_output=True, text=True).stdout
    (tmp_path / "node_modules").symlink_to(modules)
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (tmp_path / "hub.ts").write_text(types, encoding="utf-8")
    (tmp_path / "list.ts").write_text(code.replace(ADDRESS, hub_address), encoding="utf-8")
    strict = "--strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --noEmit --allowImportingTsExtensions"
    options = [*strict.split(), "--target", "es2022", "--module", "nodenext", "--skipLibCheck"]
    compiled = subprocess.run(
        [node, modules / "typescript" / "bin" / "tsc", *options, tmp_path / "list.ts"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert compiled.stdout == ""
    listed = subprocess.run([node, tmp_path / "list.ts"], check=True, capture_output=True, text=True).stdout
    assert listed.rstrip() == output.rstrip()


@pytest.mark.slow
def test_the_notebook_plots_a_morphology_a_histogram_and_the_matrix(hub_address, tmp_path):
    pytest.importorskip("matplotlib")
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    told = run(
        "python", code + "\nprint(len(plt.get_fignums()), len(xs), depths.size, grid.sum())\n", hub_address, tmp_path
    )
    figures, points, depths, connections = map(int, told.splitlines()[-1].split())
    assert figures == 3
    assert points > 100 and depths > 100 and connections > 100
    assert "10.1002/cne.903620103" in told
