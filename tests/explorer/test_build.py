"""The explorer's sources: their types hold, and agree with the API's description."""

import json
import subprocess
from pathlib import Path

import pytest

from chalicelib.routes.openapi import description

EXPLORER = Path(__file__).parents[2] / "explorer"
NODE = EXPLORER / "node.sh"


@pytest.fixture(scope="module", autouse=True)
def node():
    if not (EXPLORER / "node_modules").is_dir() or not (EXPLORER.parent / ".node").is_dir():
        pytest.skip("Node and the explorer's packages are not installed: `make explorer`")


@pytest.mark.slow
def test_the_types_of_the_sources_hold():
    run = subprocess.run(
        [NODE, "node_modules/typescript/bin/tsc", "--noEmit"], check=False, capture_output=True, text=True
    )
    assert run.stdout == ""


@pytest.mark.slow
def test_the_sources_are_formatted():
    run = subprocess.run(
        [NODE, "node_modules/prettier/bin/prettier.cjs", "--list-different", "."],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (run.stdout, run.returncode) == ("", 0), "run `explorer/node.sh npm run format`"


def test_the_types_of_the_api_are_those_of_its_description():
    described = json.dumps(description("http://localhost"))
    run = subprocess.run([NODE, "types.mjs"], check=True, input=described, capture_output=True, text=True)
    written = (EXPLORER / "src" / "api" / "types.d.ts").read_text(encoding="utf-8")
    assert run.stdout.splitlines() == written.splitlines(), "run `make explorer-types`"


def test_a_build_gives_the_same_files_again(tmp_path):
    names = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        subprocess.run([NODE, "build.mjs", folder], check=True, capture_output=True)
        names.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert names[0] == names[1]
