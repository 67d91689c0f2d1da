"""The package that every function runs: what requirements.txt names, app.py and chalicelib, and nothing else.

All Python in it is compiled, so that no fresh function has to do it before its first answer (docs/runbook.md), and the
sources stay at home: tracebacks name file and line, without the line's text. Shared libraries come without what only a
debugger reads. The same sources, pins and Python release give the same bytes on any machine: files in order of their
names, one time stamp, one mode, compiled by an interpreter that has loaded nothing else. Chalice's own packager takes
any `__pycache__` along, only warns of a dependency without a wheel, and asks for nothing about Python: 3.11 runs on
Amazon Linux 2, for which numpy and others have no wheels any more (glibc 2.26).
"""

import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

import chalice
from chalice.deploy.packager import DependencyBuilder, LambdaDeploymentPackager, MissingDependencyError
from chalice.utils import UI, OSUtils

from deploy.elf import blank_debug_sections
from deploy.settings import NotDeployable

OLDEST = (3, 12)
LARGEST = 50 * 1000 * 1000  # bytes; what Lambda takes by a direct upload
STAMP = (1980, 1, 1, 0, 0, 0)  # the oldest that a ZIP knows
MODE = 0o100644 << 16
UNUSED = re.compile(  # files of our dependencies that no function loads
    r"""(?:
      language_data/(?:name_data|population_data)\.py           # names are looked up, never written
    | language_data/data/(?!trie/(?:und|en)/name_to_language\.marisa)  # names of languages, in any and in English
    | langcodes/(?:data/|build_data|registry_parser)            # what its tables were made of
    | citeproc/data/(?:locales/locales-(?!en-)|schema/)
    | lxml/(?:objectify|sax|builder|cssselect|doctestcompare|includes|isoschematron)
    | lxml/html/(?:_?diff|_difflib|clean|soupparser|html5parser|builder|formfill)
    | aws_lambda_powertools/event_handler/(?!openapi/swagger_ui) # its Swagger UI is ours
    | aws_lambda_powertools/utilities/(?:data_classes|parser|batch|feature_flags|parameters|idempotency|data_masking
                                        |kafka|streaming|validation)
    | aws_lambda_powertools/metrics/provider/datadog
    | opensearchpy/_async/(?:client|plugins|http_aiohttp|transport)
    | opensearchpy/connection/http_async
    | pydantic/(?:v1/|mypy\.py)
    | [^/]+\.dist-info/(?!METADATA|entry_points\.txt)
    | .*/tests?/
    | .*\.(?:pyi|c|h|pxd|pxi|pyx|cpp)\Z
    )""",
    re.VERBOSE,
)
PROVIDED = frozenset({"boto3", "botocore", "s3transfer", "jmespath", "python-dateutil", "six"})  # Lambda has boto3


class Packager(LambdaDeploymentPackager):
    """Chalice's packager with our rules; deploy/chalice_cli.py gives these two methods, and no others, to Chalice's
    own.
    """

    def create_deployment_package(self, project_dir: str, python_version: str) -> str:
        """Where the package of these sources lies, made if need be; raises NotDeployable."""
        require_python()
        target = Path(self.deployment_package_filename(project_dir, python_version))
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            installed = _installed_files(self, Path(project_dir) / "requirements.txt", target.parent, python_version)
            write(target, {**dependencies(installed), **application(Path(project_dir))})
        self._ui.write(f"Package: {summarise(target)}\n")
        return str(target)

    def _iter_chalice_lib_if_needed(self, project_dir: str) -> Iterator[tuple[str, str]]:
        """The sources that, with requirements.txt, name a package: it is made again when one of them changes."""
        yield __file__, "deploy/package.py"
        for name, path in sorted(_files(Path(project_dir) / "chalicelib")):
            yield str(path), f"chalicelib/{name}"


def build(project: Path) -> Path:
    """The package as it would be deployed by this Python; raises NotDeployable."""
    osutils = OSUtils()
    packager = Packager(osutils, DependencyBuilder(osutils), UI())
    return Path(packager.create_deployment_package(str(project), f"python{sys.version_info[0]}.{sys.version_info[1]}"))


def require_python(version: tuple[int, ...] = sys.version_info[:2]) -> None:
    """Raises NotDeployable below the oldest Python whose Lambda runtime our dependencies have wheels for."""
    if version[:2] < OLDEST:
        wanted, ours = (".".join(map(str, one[:2])) for one in (OLDEST, version))
        raise NotDeployable(
            f"The package is built by Python {wanted} or newer, which Lambda then runs; this is {ours}."
        )


def summarise(package: Path, *, most: int = LARGEST) -> str:
    """Size and digest, for the log of a deployment; raises NotDeployable above what Lambda takes."""
    size, digest = package.stat().st_size, hashlib.sha256(package.read_bytes()).hexdigest()
    if size > most:
        raise NotDeployable(f"{package.name} has {size / 1e6:.1f} MB; Lambda takes {most / 1e6:g}.")
    return f"{size / 1e6:.1f} MB, sha256 {digest}"


def write(target: Path, files: Mapping[str, Path]) -> None:
    """Write these files, by their names inside, as a ZIP that depends on their contents and on this Python: bytecode in
    place of sources.
    """
    with TemporaryDirectory(dir=target.parent) as folder:
        for name, path in files.items():
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, Path(folder) / name)
        _compile(folder)
        _pack(Path(folder), target.with_suffix(".part"))
    target.with_suffix(".part").replace(target)


def _compile(folder: str) -> None:
    """Raises NotDeployable for Python that is none."""
    compileall = [sys.executable, *"-I -S -m compileall -b -q -r 99 --invalidation-mode unchecked-hash".split()]
    done = subprocess.run([*compileall, "-s", folder, folder], check=False, capture_output=True, text=True)
    if done.returncode:
        raise NotDeployable(f"Not all of the package is Python: {done.stdout}")


def _pack(folder: Path, target: Path) -> None:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".py")
    found = {path.relative_to(folder).as_posix(): path for path in files}
    with zipfile.ZipFile(target, "w", compresslevel=9) as package:
        for name in sorted(found):
            entry = zipfile.ZipInfo(name, STAMP)
            entry.external_attr, entry.compress_type, entry.create_system = MODE, zipfile.ZIP_DEFLATED, 3
            package.writestr(entry, blank_debug_sections(found[name].read_bytes()), compresslevel=9)


def dependencies(folder: Path) -> dict[str, Path]:
    """The files of what our code needs, by their names inside; Chalice's own needs stay at home, and so does what
    Lambda brings.
    """
    found = {_normal(one.name): one for one in distributions(path=[str(folder)])}
    ours = _needed_packages(found, set(found) - _needed_packages(found, {"chalice"}))
    files = {path.as_posix(): folder / path for name in ours - PROVIDED for path in found[name].files or ()}
    shipped = {name: path for name, path in files.items() if path.is_file() and _shipped_files(path)}
    return {name: path for name, path in shipped.items() if not UNUSED.match(name)}


def _needed_packages(found: Mapping[str, Distribution], names: set[str]) -> set[str]:
    """These distributions and all that they need, of those that were installed."""
    needed, new = set[str](), names & set(found)
    while new:
        needed |= new
        lines = [line for name in new for line in found[name].requires or () if "extra ==" not in line]
        new = ({_normal(re.split(r"[^\w.-]", line)[0]) for line in lines} & set(found)) - needed
    return needed


def application(project: Path) -> dict[str, Path]:
    """Our own files, and the two that Chalice runs with."""
    router = Path(chalice.__file__).parent
    runtime = {f"chalice/{name}": router / name for name in ("__init__.py", "app.py")}
    library = {f"chalicelib/{name}": path for name, path in _files(project / "chalicelib")}
    return {**runtime, **library, "app.py": project / "app.py"}


def _installed_files(packager: Any, requirements: Path, kept: Path, python_version: str) -> Path:
    """What these pins install for Lambda, from the last time if there was one: most changes are to our own sources."""
    folder = kept / f"needs-{hashlib.sha256(requirements.read_bytes()).hexdigest()[:16]}-{python_version}"
    if not folder.exists():
        new = Path(mkdtemp(dir=kept))
        _install(packager, requirements, python_version, str(new))
        new.rename(folder)
    return folder


def _install(packager: Any, requirements: Path, python_version: str, folder: str) -> None:
    abi = packager._RUNTIME_TO_ABI[python_version]
    try:
        packager._dependency_builder.build_site_packages(abi, str(requirements), folder)
    except MissingDependencyError as error:
        missing = ", ".join(sorted(one.identifier for one in error.missing))
        raise NotDeployable(f"No wheel for Lambda's Python: {missing}") from error


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in folder.rglob("*"):
        if path.is_file() and _shipped_files(path):
            yield path.relative_to(folder).as_posix(), path


def _shipped_files(path: Path) -> bool:
    return "__pycache__" not in path.parts and path.suffix != ".pyc" and path.name != ".built"


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
