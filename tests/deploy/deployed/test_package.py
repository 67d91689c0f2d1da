"""The real package: built a second time somewhere else, and read."""

import hashlib
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from local.settings import CHECKOUT

LARGEST = 12_000_000  # bytes; Lambda takes 50, but each fresh function fetches and unpacks it
NOT_SHIPPED = ("pytest", "mypy", "ruff", "moto", "boto3", "botocore", "click", "inquirer", "pip", "setuptools", "numpy")


def build(project: Path) -> Path:
    """What `make package` does, for the sources of `project`."""
    code = "import sys; from pathlib import Path; from deploy.package import build; print(build(Path(sys.argv[1])))"
    python = CHECKOUT / ".deploy" / "ops" / "bin" / "python"
    command = [str(python), "-c", code, str(project)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a copy of our sources, with other times, modes and leftovers than the checkout's."""
    copy = tmp_path_factory.mktemp("copy")
    for name in ("app.py", "requirements.txt"):
        shutil.copyfile(CHECKOUT / name, copy / name)
    shutil.copytree(CHECKOUT / "chalicelib", copy / "chalicelib", copy_function=shutil.copyfile)
    (copy / "chalicelib" / "__pycache__").mkdir(exist_ok=True)
    (copy / "chalicelib" / "__pycache__" / "old.cpython-312.pyc").write_bytes(b"old")
    (copy / ".chalice").mkdir()
    return build(copy)


def test_two_builds_are_the_same_bytes(package: Path):
    other = build(CHECKOUT)
    assert other != package
    assert hashlib.sha256(other.read_bytes()).digest() == hashlib.sha256(package.read_bytes()).digest()


def test_all_of_it_is_compiled_and_the_sources_stay_at_home(package: Path):
    with zipfile.ZipFile(package) as read:
        names = set(read.namelist())
    assert not [name for name in names if name.endswith(".py") or "__pycache__" in name]
    ours = {path.relative_to(CHECKOUT).with_suffix(".pyc") for path in (CHECKOUT / "chalicelib").rglob("*.py")}
    assert {one.as_posix() for one in ours} | {"app.pyc"} <= names


USES = """
from chalicelib.citation import formats
from chalicelib.proxy.omtd_share.languages import language_code
from lxml import html
print([language_code(name) for name in ("Deutsch", "Hindi language", "pt-br", "mo", "中文", "Klingonish")])
item = {"id": "a", "type": "article-journal", "title": "CA1", "author": [{"family": "Doe"}], "DOI": "10.1/a"}
for write in (formats.bibtex, formats.ris, formats.csl, formats.text):
    assert "CA1" in "".join(write([item])), write
assert html.fromstring("<p>a<b>c</b></p>").find("b").text == "c"
"""


def test_nobody_misses_what_was_left_out(package: Path, tmp_path: Path):
    """Tables that are only opened when they are asked; imports are tried by all tests of the deployed stage."""
    with zipfile.ZipFile(package) as read:
        read.extractall(tmp_path)
    python = CHECKOUT / ".deploy" / "runtime" / "bin" / "python"
    done = subprocess.run([python, "-c", USES], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "['de', 'hi', 'pt', 'ro', 'zh', None]", done.stderr


def test_it_is_small_and_holds_nothing_that_only_development_needs(package: Path):
    print(f"package: {package.stat().st_size / 1e6:.1f} MB")
    assert package.stat().st_size < LARGEST
    with zipfile.ZipFile(package) as read:
        tops = {name.split("/")[0].split("-")[0].lower() for name in read.namelist()}
    assert not tops & set(NOT_SHIPPED)
    assert {"app.pyc", "chalicelib", "opensearchpy", "lxml", "pydantic"} <= tops
