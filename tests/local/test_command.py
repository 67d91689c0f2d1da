"""`hub`, the command line, as it is typed: what it says, and its exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from chalicelib.vocabulary.concepts import FILE, read
from tests.support import engine, s3

ROOT = Path(__file__).parents[2]


@pytest.fixture
def hub_command(upstream, tmp_path):
    """Runs `hub ...` over the played sources, on the engine and the storage of this run."""
    bucket = tmp_path.name.lower().replace("_", "-")[:40]
    environment = {
        **os.environ,
        **engine.environment(upstream.url, f"{bucket}-bucket"),
        "AWS_ENDPOINT_URL": s3.server().url,
        "LIVE": "1",
        "HUB_HOME": str(tmp_path / "home"),
        "HUB_SOURCE_TRIES": "1",
    }

    def run(*words):
        return subprocess.run(
            [sys.executable, "-m", "local.command", *words],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


def test_the_vocabulary_is_compared_and_brought_up_to_date(hub_command, upstream, tmp_path):
    lines = FILE.read_text(encoding="utf-8").splitlines(keepends=True)[:31]
    table, before = (tmp_path / name for name in ("concepts.csv", "before.csv"))
    for one in (table, before):
        one.write_text("".join(lines), encoding="utf-8")
    upstream.misbehave(path="0003881", mutate=lambda item: {**item, "prefLabel": "field CA1"})
    words = ("vocabulary", "refresh", "--file", str(table))

    shown = hub_command(*words, "--dry-run")
    assert (shown.returncode, shown.stdout.splitlines()[-1]) == (0, "30 concepts, 1 differ")
    assert read(table) == read(before)

    assert hub_command(*words).returncode == 0
    assert {one.label for one in read(table)} - {one.label for one in read(before)} == {"field CA1"}

    upstream.misbehave(path="classes", mutate=lambda item: {**item, "prefLabel": "something else"})
    refused = hub_command(*words)
    assert refused.returncode == 1
    assert "of 30" in refused.stderr
    assert "something else" not in table.read_text(encoding="utf-8")


def test_an_unknown_portal_or_provider_is_wrong_usage(hub_command):
    portal = hub_command("vocabulary", "refresh", "--portal", "nowhere")
    assert (portal.returncode, portal.stderr) == (
        2,
        "hub: no portal 'nowhere'; there are ncbo, agroportal, sifr, biblioportal\n",
    )
    provider = hub_command("harvest", "run", "nowhere")
    assert provider.returncode == 2
    assert "there are neuromorpho, hippocampome, model_db, internal" in provider.stderr


def test_a_harvest_by_command_says_what_came_of_it(hub_command, upstream):
    done = hub_command("harvest", "run", "internal")
    assert done.returncode == 0
    assert "published" in done.stderr
    upstream.misbehave(path="/modeldb", status=500, body="down")
    failed = hub_command("harvest", "run", "model_db")
    assert failed.returncode == 1
    assert "500" in failed.stderr
    status = hub_command("harvest", "status")
    assert status.returncode == 0
    assert [line.split()[1] for line in status.stdout.splitlines() if line[0] != " "] == [
        "never",
        "never",
        "failed",
        "published",
    ]


def test_the_coverage_of_a_portal_is_printed(hub_command):
    shown = hub_command("omtd", "coverage", "agroportal")
    lines = shown.stdout.splitlines()
    assert "agroportal: 1 of 1 documents are valid" in lines
    assert " 100.0%  100.0%  identificationInfo/descriptions/description <- description" in lines
    assert (shown.returncode, "ncbo:" in shown.stdout) == (0, False)
    unknown = hub_command("omtd", "coverage", "nowhere")
    assert (unknown.returncode, "there are ncbo, agroportal" in unknown.stderr) == (2, True)
    wrong = hub_command("omtd", "coverage", "agroportal", "--schema", "no.xsd")
    assert (wrong.returncode, "no.xsd" in wrong.stderr) == (1, True)
