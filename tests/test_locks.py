"""Every package that is installed anywhere is locked to one version and to hashes of its files, and nothing names where
from.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = (
    "requirements.txt",
    "requirements-measure.txt",
    "requirements-dev.txt",
    "requirements-setup.txt",
    "requirements-tools.txt",
    "deploy/requirements.txt",
    "deploy/requirements-runtime.txt",
    "explorer/requirements.txt",
)
PINNED = re.compile(r"([a-z0-9-]+)(\[\w+\])?==([^\s;]+)( ; .+)?( \\\n    --hash=sha256:[0-9a-f]{64})+")


def locked(name):
    """Each package of a lock file with its version; an entry without hashes is a failure."""
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip())
    found = [PINNED.fullmatch(entry) for entry in entries]
    assert [entry for entry, one in zip(entries, found, strict=True) if one is None] == []
    return {(one[1], one[4]): one[3] for one in found if one}


def asked(name):
    """What a list asks for by hand."""
    lines = (ROOT / name).with_suffix(".in").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-"))]


@pytest.mark.parametrize("name", LOCKS)
def test_each_package_has_one_version_and_hashes(name):
    assert locked(name)


@pytest.mark.parametrize("name", LOCKS)
def test_what_is_asked_for_is_what_is_locked(name):
    versions = {package: version for (package, _), version in locked(name).items()}
    for line in asked(name):
        package, _, version = line.partition("==")
        package = re.sub(r"\[.*\]", "", package)
        assert versions[package] == (version or versions[package]), f"{line}: run `make lock`"


@pytest.mark.parametrize(
    "name",
    ["requirements.txt", "requirements-measure.txt", "deploy/requirements.txt", "deploy/requirements-runtime.txt"],
)
def test_tests_run_on_what_is_shipped_and_deployed_with(name):
    shipped, tested = locked(name), locked("requirements-dev.txt")
    assert {package: tested.get(package) for package in shipped} == shipped


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_a_host(name):
    assert not re.search(r"https?://|index-url|find-links|trusted-host", (ROOT / name).read_text(encoding="utf-8"))
