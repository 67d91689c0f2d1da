"""A whole stack on one machine: what it takes, what it keeps, and that nothing stays behind."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
import requests

from local.ports import free_port
from local.settings import SAMPLES, LocalStackError, from_environment
from local.stack import own, running
from tests.support import ram_folder
from tests.support.cut_samples import cut

ROOT = Path(__file__).parents[2]


def serve(home, port, **more):
    environment = {**os.environ, "HUB_HOME": str(home), "PORT": str(port), "UPSTREAM": str(SAMPLES), **more}
    for name in ("OPENSEARCH_URL", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "local.command", "serve", "--with-parent"]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def until_ready(process):
    for line in process.stdout:
        if line.startswith("ready: "):
            return line.removeprefix("ready: ").strip()
    raise AssertionError(process.stderr.read())


def family(process):
    return psutil.Process(process.pid).children(recursive=True)


def nobody_left(processes):
    """Whether all these processes end by themselves within some seconds."""
    return not psutil.wait_procs(processes, timeout=60)[1]


@pytest.fixture(scope="module")
def home():
    with ram_folder.folder("hub-stack-") as folder:
        yield Path(folder)


@pytest.mark.slow
def test_a_stack_serves_survives_a_kill_and_serves_the_same_again(home, tmp_path):
    few = {"UPSTREAM": str(cut(tmp_path / "few", {"hippocampome/types.csv": 10, "modeldb/models.csv": 10}))}
    process = serve(home, free_port(), **few)
    url = until_ready(process)
    found = requests.post(f"{url}/search/dataset", json={"query": "c91662"}, timeout=60).json()
    assert found["items"][0]["name"] == "c91662"
    assert "read" in _so_far(process)
    children = family(process)
    assert len(children) > 5
    os.kill(process.pid, signal.SIGKILL)
    assert nobody_left(children)

    again = serve(home, free_port(), **few)
    url = until_ready(again)
    same = requests.post(f"{url}/search/dataset", json={"query": "c91662"}, timeout=60).json()
    assert [one["id"] for one in same["items"]] == [one["id"] for one in found["items"]]
    assert "read" not in _so_far(again)  # nothing was harvested again
    children = family(again)
    again.send_signal(signal.SIGINT)
    assert again.wait(60) == 0
    assert nobody_left(children)


def test_a_taken_port_is_one_sentence(home):
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"], stderr=subprocess.DEVNULL
    ) as other:
        _until_taken(port)
        process = serve(home, port)
        assert process.wait(60) == 3
        assert process.stderr.read() == f"hub: Port {port} is taken; choose another one: make serve PORT=8001\n"
        other.kill()


def test_a_home_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    process = serve(tmp_path / "file" / "home", free_port())
    assert process.wait(60) == 3
    assert process.stderr.read().startswith("hub: HUB_HOME: ")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"PORT": "eighty"}, "hub: PORT: 'eighty' is not a port between 1 and 65535.\n"),
        ({"UPSTREAM": "/nowhere/at/all"}, "hub: UPSTREAM: /nowhere/at/all is not a folder.\n"),
    ],
)
def test_a_wrong_setting_ends_it_with_one_sentence(tmp_path, wrong, said):
    process = serve(tmp_path, free_port(), **wrong)
    assert (process.wait(60), process.stderr.read()) == (3, said)


@pytest.fixture
def nothing_to_start(tmp_path, monkeypatch):
    """Settings of a stack whose parts all run elsewhere."""
    monkeypatch.delenv("HUB_MIRROR_URL", raising=False)  # of the hub that all tests share
    elsewhere = {"OPENSEARCH_URL": "http://127.0.0.1:1", "AWS_ENDPOINT_URL_S3": "http://127.0.0.1:2", "LIVE": "1"}
    return from_environment({"HUB_HOME": str(tmp_path / "home"), "NEXUS_URL": "http://127.0.0.1:3", **elsewhere})


def test_what_is_given_is_used_and_not_started(nothing_to_start):
    with own(nothing_to_start) as stack:
        assert stack.children == ()
        assert stack.environment["OPENSEARCH_URL"] == "http://127.0.0.1:1"
        assert stack.environment["AWS_ENDPOINT_URL_S3"] == "http://127.0.0.1:2"
        assert stack.environment["NEXUS_URL"] == "http://127.0.0.1:3"
        assert "HUB_MIRROR_URL" not in stack.environment


def test_a_second_stack_in_the_same_home_is_refused_and_a_command_joins_the_first(nothing_to_start):
    with own(nothing_to_start) as first:
        with pytest.raises(LocalStackError, match=r"A stack is running in .*; stop it, or choose another HUB_HOME"):
            own(nothing_to_start).__enter__()
        with running(nothing_to_start) as joined:
            assert joined.environment == first.environment
    with own(nothing_to_start):
        pass


def test_a_command_that_joins_a_stack_asks_the_sources_that_were_given_to_it(nothing_to_start, monkeypatch):
    monkeypatch.setenv("NEXUS_URL", "http://127.0.0.1:3")
    monkeypatch.setenv("OPENSEARCH_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("HUB_INDEX_PREFIX", "mine-")
    with own(nothing_to_start):
        for name in ("NEXUS_URL", "OPENSEARCH_URL", "HUB_INDEX_PREFIX"):
            monkeypatch.delenv(name)
        with running(nothing_to_start) as joined:
            assert joined.environment["NEXUS_URL"] == "http://127.0.0.1:3"
            assert joined.environment["OPENSEARCH_URL"] == "http://127.0.0.1:1"
            assert joined.environment["HUB_INDEX_PREFIX"] == "mine-"


def test_a_command_that_joins_a_stack_uses_what_it_is_given_itself(nothing_to_start, monkeypatch):
    given = {"HUB_HOME": str(nothing_to_start.home), "NEUROMORPHO_URL": "http://127.0.0.1:4", "LIVE": "1"}
    monkeypatch.setenv("HUB_SOURCE_TRIES", "1")
    with own(nothing_to_start), running(from_environment(given)) as joined:
        assert joined.environment["NEUROMORPHO_URL"] == "http://127.0.0.1:4"
        assert joined.environment["NEXUS_URL"] == "http://127.0.0.1:3"
        assert joined.environment["HUB_SOURCE_TRIES"] == "1"


def test_what_only_a_starting_stack_can_take_is_refused(nothing_to_start, monkeypatch, tmp_path):
    monkeypatch.setenv("UPSTREAM", str(tmp_path))
    given = {"HUB_HOME": str(nothing_to_start.home), "UPSTREAM": str(tmp_path)}
    with own(nothing_to_start), pytest.raises(LocalStackError, match=r"UPSTREAM: the stack in .* was started with"):
        running(from_environment(given)).__enter__()


@pytest.mark.parametrize("name", ["HUB_BUCKET", "HUB_REFRESH_INTERVAL"])
def test_what_a_stack_was_started_with_is_used_and_another_is_refused(nothing_to_start, monkeypatch, name):
    given = {"HUB_HOME": str(nothing_to_start.home)}
    monkeypatch.setenv(name, "5s")
    with own(nothing_to_start) as stack:
        assert stack.environment[name] == "5s"
        with running(from_environment(given)) as joined:
            assert joined.environment[name] == "5s"
        monkeypatch.setenv(name, "6s")
        with pytest.raises(LocalStackError, match=rf"{name}: the stack in .* was started with 5s"):
            running(from_environment(given)).__enter__()


def test_what_a_killed_stack_left_is_forgotten(nothing_to_start):
    state = nothing_to_start.home / "stack.json"
    (nothing_to_start.home / "engine").parent.mkdir()
    (nothing_to_start.home / "engine").write_text("no folder: the engine cannot start here")
    state.write_text("{}")
    with pytest.raises(OSError, match="engine"), own(replace(nothing_to_start, opensearch_url=None)):
        pass
    assert not state.exists()


def _so_far(process):
    os.set_blocking(process.stderr.fileno(), False)
    return process.stderr.read() or ""


def _until_taken(port):
    while True:
        try:
            requests.get(f"http://127.0.0.1:{port}", timeout=5)
        except requests.ConnectionError:
            continue
        else:
            return
