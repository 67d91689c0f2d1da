"""One local stack: engine, file storage and replayed sources under one folder, and the environment that points at
them.
"""

import contextlib
import fcntl
import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import requests

from local import opensearch, s3
from local.java import require_room
from local.leash import Leashed
from local.ports import LOOPBACK, free_port
from local.settings import CHECKOUT, LocalStackError, StackSettings, process_environment

BUCKET = "hippocampus-hub"
REFRESH_INTERVAL = "200ms"  # how soon a harvest is seen: who serves locally waits for it
SOURCES = {
    "NEUROMORPHO_URL": "neuromorpho",
    "HIPPOCAMPOME_URL": "hippocampome",
    "MODELDB_URL": "modeldb",
    "NEXUS_URL": "nexus",
    "PORTAL_URL_NCBO": "portals/ncbo",
    "PORTAL_URL_AGROPORTAL": "portals/agroportal",
    "PORTAL_URL_SIFR": "portals/sifr",
    "PORTAL_URL_BIBLIOPORTAL": "portals/biblioportal",
}
PORTAL_KEY = "key-of-the-replay"  # any key opens the replayed portals, none does not
STATE = "stack.json"
STACK_OWN = ("HUB_MIRROR_URL",)  # a stack decides it when it starts


@dataclass(frozen=True)
class Stack:
    """A stack that runs: `environment` is all that the application needs to work on it."""

    environment: dict[str, str]
    children: tuple[Leashed, ...]


@contextlib.contextmanager
def running(settings: StackSettings) -> Iterator[Stack]:
    """The stack of this folder: the one that runs already, else one that is started and ended here."""
    with contextlib.ExitStack() as cleanup:
        try:
            lock = cleanup.enter_context(_lock(settings.home))
        except BlockingIOError:
            yield Stack(_join_environment(settings), ())
            return
        yield _start(settings, cleanup, lock)


@contextlib.contextmanager
def own(settings: StackSettings) -> Iterator[Stack]:
    """A stack of our own for serving; raises LocalStackError when one runs in this folder already."""
    with contextlib.ExitStack() as cleanup:
        try:
            lock = cleanup.enter_context(_lock(settings.home))
        except BlockingIOError as error:
            raise LocalStackError(
                f"A stack is running in {settings.home}; stop it, or choose another HUB_HOME."
            ) from error
        yield _start(settings, cleanup, lock)


def _start(settings: StackSettings, cleanup: contextlib.ExitStack, state: Path) -> Stack:
    require_room(settings.home)
    children: list[Leashed] = []
    with ThreadPoolExecutor() as pool:
        engine = pool.submit(_engine, settings, cleanup, children)
        storage = pool.submit(_storage, settings, cleanup, children)
        sources = pool.submit(_sources, settings, cleanup, children)
    ours = {
        **_inherited_settings(),
        **_start_settings(settings),
        "AWS_DEFAULT_REGION": process_environment().get("AWS_DEFAULT_REGION", "us-east-1"),
        **engine.result(),
        **storage.result(),
        **sources.result(),
    }
    state.touch(mode=0o600)  # it holds the storage's key
    state.write_text(json.dumps(ours), encoding="utf-8")
    cleanup.callback(state.unlink, missing_ok=True)
    return Stack({**process_environment(), **ours}, tuple(children))


def _inherited_settings() -> dict[str, str]:
    """What was told to this stack beyond where its parts are: a command that joins it later works by the same
    settings.
    """
    inherited = process_environment()
    return {name: inherited[name] for name in inherited if name.startswith("HUB_") or name.endswith("_SETTINGS")}


def _engine(settings: StackSettings, cleanup: contextlib.ExitStack, children: list[Leashed]) -> dict[str, str]:
    if settings.opensearch_url:
        return {"OPENSEARCH_URL": settings.opensearch_url}
    node = opensearch.start(settings.home / "engine")
    cleanup.callback(node.stop)
    children.append(node.process)
    return {"OPENSEARCH_URL": node.url}


def _storage(settings: StackSettings, cleanup: contextlib.ExitStack, children: list[Leashed]) -> dict[str, str]:
    if settings.s3_url:
        return {"AWS_ENDPOINT_URL_S3": settings.s3_url}
    server = s3.start(settings.home / "files")
    cleanup.callback(server.stop)
    children.append(server.process)
    return {
        "AWS_ENDPOINT_URL_S3": server.url,
        "AWS_ACCESS_KEY_ID": server.access_key,
        "AWS_SECRET_ACCESS_KEY": server.secret_key,
    }


def _sources(settings: StackSettings, cleanup: contextlib.ExitStack, children: list[Leashed]) -> dict[str, str]:
    """Where the sources are asked: given addresses first, then the replay; live, at home and with their pauses."""
    if settings.live:
        return dict(settings.given)
    port = free_port()
    command = [sys.executable, "-m", "replay", "--port", str(port), "--recordings", str(settings.recordings)]
    log = settings.home / "upstream.log"
    replay = Leashed(command, log, {**process_environment(), "PYTHONPATH": str(CHECKOUT)}, cwd=CHECKOUT)
    cleanup.callback(replay.stop)
    children.append(replay)
    url = f"http://{LOOPBACK}:{port}"
    _await(url, replay)
    replayed = {name: f"{url}/{path}" for name, path in SOURCES.items()}
    mirror = {"HUB_MIRROR_URL": f"{url}/nexus/hosts", "HUB_PAUSES": process_environment().get("HUB_PAUSES", "0")}
    given = process_environment()
    keys = {
        name: PORTAL_KEY
        for portal in replayed
        if portal.startswith("PORTAL_URL_")
        and not settings.source_given(portal)
        and not given.get(name := portal.replace("_URL_", "_KEY_"))
    }
    return {**replayed, **mirror, **keys, **settings.given}


def _await(url: str, replay: Leashed) -> None:
    session = requests.Session()
    while replay.poll() is None:
        try:
            session.get(f"{url}/_faults", timeout=2)
        except requests.RequestException:
            continue
        else:
            return
    raise LocalStackError(f"The replay of the sources ended:\n{replay.last_words()}")


@contextlib.contextmanager
def _lock(home: Path) -> Iterator[Path]:
    """Hold the folder for this process; raises BlockingIOError while another one holds it."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        held = (home / "lock").open("w")
    except OSError as error:
        raise LocalStackError(f"HUB_HOME: {home} cannot be written: {error.strerror}.") from error
    with held:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        held.write(str(os.getpid()))
        held.flush()
        (home / STATE).unlink(missing_ok=True)  # of one that was killed: its addresses lead nowhere, or elsewhere
        yield home / STATE


def _join_environment(settings: StackSettings) -> dict[str, str]:
    """The running stack's environment, with the settings that this command was given on top.

    What only a starting stack can take (UPSTREAM, LIVE, HUB_BUCKET …) is refused where it is not what the stack was
    started with.
    """
    state = settings.home / STATE
    if not state.exists():
        raise LocalStackError(f"A stack is starting in {settings.home}; try again when it says that it is ready.")
    held, given = json.loads(state.read_text(encoding="utf-8")), process_environment()
    for name, value in _start_settings(settings).items():
        if given.get(name) and held.get(name, value) != value:
            raise LocalStackError(
                f"{name}: the stack in {settings.home} was started with {held[name]}; stop it, or choose another"
                " HUB_HOME."
            )
    chosen = {name: value for name, value in given.items() if value and _is_for_commands(name)}
    if settings.opensearch_url:
        chosen["OPENSEARCH_URL"] = settings.opensearch_url
    return {**given, **held, **chosen, **settings.given}


def _start_settings(settings: StackSettings) -> dict[str, str]:
    given = process_environment()
    return {
        "UPSTREAM": str(settings.recordings),
        "LIVE": str(int(settings.live)),
        "HUB_BUCKET": given.get("HUB_BUCKET") or BUCKET,
        "HUB_REFRESH_INTERVAL": given.get("HUB_REFRESH_INTERVAL") or REFRESH_INTERVAL,
    }


def _is_for_commands(name: str) -> bool:
    """Whether a variable says how a command works, on whichever stack."""
    of_commands = name.startswith(("HUB_", "PORTAL_KEY_")) or name.endswith("_SETTINGS")
    return of_commands and name not in STACK_OWN
