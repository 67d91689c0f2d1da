"""What the outside may set for a local stack, read from an environment that is handed in."""

import socket
from pathlib import Path

import pytest

from local.ports import free_port, is_free
from local.settings import CHECKOUT, RECORDINGS, SAMPLES, LocalStackError, cache_folder, from_environment


def test_nothing_needs_to_be_set():
    settings = from_environment({})
    assert (settings.port, settings.home, settings.live) == (8000, CHECKOUT / ".hub", False)
    assert (settings.opensearch_url, settings.s3_url, settings.given) == (None, None, {})
    assert settings.recordings == (RECORDINGS if RECORDINGS.is_dir() else SAMPLES)


def test_an_empty_variable_is_one_that_is_not_set():
    names = ("PORT", "HUB_HOME", "UPSTREAM", "LIVE", "OPENSEARCH_URL", "AWS_ENDPOINT_URL", "NEUROMORPHO_URL")
    assert from_environment(dict.fromkeys(names, "")) == from_environment({})


@pytest.mark.parametrize("text", ["eighty", "70000", "0", "-1", "8000.5", " 8000", "8000 ", "0x50", "99999999999"])
def test_a_port_that_is_none_is_named(text):
    with pytest.raises(LocalStackError, match=f"PORT: {text!r} is not a port between 1 and 65535"):
        from_environment({"PORT": text})


def test_recordings_must_be_a_folder(tmp_path):
    assert from_environment({"UPSTREAM": str(tmp_path)}).recordings == tmp_path
    (tmp_path / "file").touch()
    with pytest.raises(LocalStackError, match=r"UPSTREAM: .*/file is not a folder"):
        from_environment({"UPSTREAM": str(tmp_path / "file")})


def test_a_home_may_begin_with_a_tilde_and_be_relative():
    assert from_environment({"HUB_HOME": "~/hub"}).home == Path.home() / "hub"
    assert from_environment({"HUB_HOME": "hub"}).home == Path.cwd() / "hub"


@pytest.mark.parametrize(
    ("text", "live"), [("1", True), ("yes", True), ("true", True), ("0", False), ("False", False), ("NO", False)]
)
def test_live_is_yes_or_no(text, live):
    assert from_environment({"LIVE": text}).live is live


def test_addresses_of_what_runs_elsewhere_are_taken():
    both = {"AWS_ENDPOINT_URL": "http://a", "AWS_ENDPOINT_URL_S3": "http://b", "OPENSEARCH_URL": "http://c"}
    settings = from_environment(both)
    assert (settings.s3_url, settings.opensearch_url) == ("http://b", "http://c")
    assert from_environment({"AWS_ENDPOINT_URL": "http://a"}).s3_url == "http://a"


def test_addresses_of_sources_are_handed_on_and_nothing_else():
    ours = {"NEUROMORPHO_URL": "http://a", "PORTAL_URL_NCBO": "http://b"}
    settings = from_environment({**ours, "HOME": "/root", "SECRET": "x", "SOME_URL": "http://c"})
    assert settings.given == ours
    assert settings.source_given("NEUROMORPHO_URL")
    assert not settings.source_given("NEXUS_URL")


def test_downloads_are_kept_where_the_user_keeps_them(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "hippocampus-hub"


@pytest.mark.parametrize("family", ["127.0.0.1", "::1"])
def test_a_port_with_a_listener_is_not_free(family):
    kind = socket.AF_INET6 if ":" in family else socket.AF_INET
    try:
        listener = socket.create_server((family, 0), family=kind)
    except OSError:
        pytest.skip(f"no {family} on this machine")
    with listener:
        port = listener.getsockname()[1]
        assert not is_free(port)
        with pytest.raises(OSError, match=f"no free port from {port} to {port + 1}"):
            free_port(start=port, end=port + 1)
    assert is_free(port)
    assert free_port(start=port, end=port + 1) == port
