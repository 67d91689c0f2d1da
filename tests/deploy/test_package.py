"""The package's rules, on packages of a few files; `make test-deploy` builds the real one twice."""

import importlib
import os
import re
import subprocess
import sys
import zipfile
import zlib
from importlib.metadata import packages_distributions
from pathlib import Path

import marisa_trie
import pytest

from deploy.elf import blank_debug_sections
from deploy.package import application, dependencies, require_python, summarise, write
from deploy.settings import NotDeployable
from local.settings import CHECKOUT


def installed(folder, name, *, needs=(), files=("__init__.py",)):
    """What an unpacked wheel leaves."""
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n" + "".join(f"Requires-Dist: {one}\n" for one in needs)
    )
    (folder / name).mkdir(exist_ok=True)
    for file in files:
        (folder / name / file).write_text(name)
    listed = [f"{name}/{file},," for file in files] + [f"{info.name}/METADATA,,", f"{info.name}/RECORD,,"]
    (info / "RECORD").write_text("\n".join(listed))


def test_the_same_files_are_the_same_bytes_whenever_and_in_whatever_order_they_were_made(tmp_path):
    for order in (("a.py", "b.py"), ("b.py", "a.py")):
        folder = tmp_path / order[0]
        folder.mkdir()
        for place, name in enumerate(order):
            (folder / name).write_text(f"# {name}")
            os.utime(folder / name, (place * 1e6, place * 1e6))
            (folder / name).chmod(0o600 + place)
        write(tmp_path / f"{order[0]}.zip", {name: folder / name for name in order})
    assert (tmp_path / "a.py.zip").read_bytes() == (tmp_path / "b.py.zip").read_bytes()


def test_what_only_chalice_needs_to_deploy_stays_at_home(tmp_path):
    installed(tmp_path, "chalice", needs=("click<9", "typing", "botocore>=1"))
    installed(tmp_path, "click")
    installed(tmp_path, "typing")
    installed(tmp_path, "dateutil", needs=("typing>=1.5", 'pytest ; extra == "test"'))
    installed(tmp_path, "pytest")
    installed(tmp_path, "botocore")
    shipped = {name.split("/")[0] for name in dependencies(tmp_path)}
    assert shipped == {
        "typing",
        "typing-1.0.dist-info",
        "dateutil",
        "dateutil-1.0.dist-info",
        "pytest",
        "pytest-1.0.dist-info",
    }


def test_files_that_no_function_loads_stay_at_home(tmp_path):
    files = ("__init__.py", "etree.so", "objectify.so", "etree.pyi", "tests/test_etree.py")
    (tmp_path / "lxml" / "tests").mkdir(parents=True)
    installed(tmp_path, "lxml", files=files)
    assert {name for name in dependencies(tmp_path) if name.startswith("lxml/")} == {
        "lxml/__init__.py",
        "lxml/etree.so",
    }


def test_our_own_part_is_the_application_with_its_data_and_nothing_compiled():
    names = set(application(CHECKOUT))
    sources = {path.relative_to(CHECKOUT).as_posix() for path in (CHECKOUT / "chalicelib").rglob("*") if path.is_file()}
    left_out = {name for name in sources if "__pycache__" in name or name.endswith("/.built")}
    assert names == {"app.py", "chalice/__init__.py", "chalice/app.py"} | (sources - left_out)
    assert "chalicelib/providers/settings/neuromorpho.json" in names


def test_a_python_older_than_lambda_s_is_refused_with_the_reason():
    with pytest.raises(NotDeployable, match=r"by Python 3\.12 or newer, which Lambda then runs; this is 3\.11"):
        require_python((3, 11, 7))


def test_a_package_above_what_lambda_takes_is_refused(tmp_path):
    (tmp_path / "noise").write_bytes(os.urandom(300_000))
    write(tmp_path / "package.zip", {"noise": tmp_path / "noise"})
    assert summarise(tmp_path / "package.zip").startswith("0.3 MB, sha256 ")
    with pytest.raises(NotDeployable, match=r"0\.3 MB; Lambda takes 0\."):
        summarise(tmp_path / "package.zip", most=200_000)


def test_a_package_can_be_read(tmp_path):
    (tmp_path / "a.txt").write_text("a")
    write(tmp_path / "package.zip", {"deep/a.txt": tmp_path / "a.txt"})
    with zipfile.ZipFile(tmp_path / "package.zip") as package:
        assert package.testzip() is None
        assert package.read("deep/a.txt") == b"a"


def test_python_runs_from_bytecode_without_its_source(tmp_path, monkeypatch):
    (tmp_path / "a.py").write_text("raise SystemExit('from bytecode')")
    (tmp_path / "a folder").mkdir()
    write(tmp_path / "a folder" / "package.zip", {"packed.py": tmp_path / "a.py"})
    with zipfile.ZipFile(tmp_path / "a folder" / "package.zip") as package:
        assert package.namelist() == ["packed.pyc"]
        package.extractall(tmp_path / "unpacked")
    monkeypatch.syspath_prepend(tmp_path / "unpacked")
    with pytest.raises(SystemExit, match="from bytecode"):
        importlib.import_module("packed")


def test_a_library_loses_what_only_a_debugger_reads_and_still_loads(tmp_path):
    """One that was installed with its symbols; its code and data stay at their offsets."""
    library = Path(marisa_trie.__file__)
    whole = library.read_bytes()
    blanked = blank_debug_sections(whole)
    assert len(blanked) == len(whole)
    assert len(zlib.compress(blanked)) < 0.3 * len(zlib.compress(whole))
    (tmp_path / library.name).write_bytes(blanked)
    code = "import marisa_trie; print('CA1' in marisa_trie.Trie(['CA1', 'CA3']), marisa_trie.__file__)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", str(tmp_path / library.name)]


@pytest.mark.parametrize("content", [b"", b"text", b"\x7fELF\x01\x01 of 32 bits"])
def test_what_is_no_library_of_ours_stays_as_it_is(content):
    assert blank_debug_sections(content) == content


def test_what_is_no_python_is_refused_by_name(tmp_path):
    (tmp_path / "a.py").write_text("def (")
    with pytest.raises(NotDeployable, match=r"broken\.py"):
        write(tmp_path / "package.zip", {"broken.py": tmp_path / "a.py"})


def test_what_measuring_imports_is_in_the_package_or_in_its_layer():
    """The function that measures has these packages and no others; a development environment has many more."""
    script = (
        "import sys; before = set(sys.modules)\n"
        "from chalicelib.morphology.study import Subject, study\n"
        "import app\n"
        "swc = b'1 1 0 0 0 5 -1\\n2 3 0 9 0 1 1\\n3 3 0 19 0 1 2\\n'\n"
        "asc = b'(\"a\" (Dendrite) (0 0 0 1) (0 9 0 1))'\n"
        "for body, format in ((swc, 'swc'), (asc, 'asc')):\n"
        "    found = study(body, format, '0' * 64, Subject('a-1', 'a', 'https://a', 'CC0', 'nobody'))\n"
        "    assert found.files, found.unreadable\n"
        "print(*{name.partition('.')[0] for name in set(sys.modules) - before})\n"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    shipped = {
        _plain(name) for one in ("requirements", "requirements-measure") for name in _locked(CHECKOUT / f"{one}.txt")
    }
    modules = packages_distributions()
    imported = {_plain(one) for name in run.stdout.split() for one in modules.get(name, ())} - {"hippocampus-hub"}
    assert imported >= {"numpy", "morphio", "pillow"}
    assert imported - shipped <= {"pysocks"}, "which requests takes where it is, and does without"


def _locked(file):
    return re.findall(r"^([A-Za-z0-9._-]+)==", file.read_text(), re.MULTILINE)


def _plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()
