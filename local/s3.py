"""A real S3 server over a folder (S3Proxy): real signatures and expiry, ranges, conditional puts; objects stay."""

import json
import secrets
import time
from dataclasses import dataclass
from pathlib import Path

import requests

from local.java import STORAGE, jars, java
from local.leash import Leashed
from local.ports import LOOPBACK, free_port
from local.settings import LocalStackError, cache_folder, process_environment

TRIES = 5
UP_WITHIN = 60.0  # seconds; 2 on an idle machine

_MAIN = "org.gaul.s3proxy.Main"
_PROPERTIES = """\
s3proxy.endpoint=http://{address}:{port}
s3proxy.authorization=aws-v2-or-v4
s3proxy.identity={access_key}
s3proxy.credential={secret_key}
s3proxy.cors-allow-all=true
jclouds.provider=filesystem-nio2
jclouds.filesystem.basedir={objects}
"""


@dataclass(frozen=True)
class S3Server:
    """A server at `url` that accepts requests signed with these keys."""

    url: str
    access_key: str
    secret_key: str
    process: Leashed

    def stop(self) -> None:
        self.process.stop()


def start(home: Path) -> S3Server:
    """Start the server whose objects lie under `home`; raises LocalStackError with the end of its log when it
    cannot.
    """
    classpath = ":".join(jars(STORAGE, cache_folder()))
    (home / "objects").mkdir(parents=True, exist_ok=True)
    access_key, secret_key = _keys(home / "keys.json")
    for _ in range(TRIES):
        port = free_port()
        properties = home / "s3proxy.properties"
        properties.touch(mode=0o600)
        properties.write_text(
            _PROPERTIES.format(
                address=LOOPBACK, port=port, access_key=access_key, secret_key=secret_key, objects=home / "objects"
            ),
            encoding="utf-8",
        )
        command = [java(), "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classpath, _MAIN]
        process = Leashed([*command, "--properties", str(properties)], home / "s3.log", process_environment())
        server = S3Server(f"http://{LOOPBACK}:{port}", access_key, secret_key, process)
        if _is_up(server):
            return server
        process.stop()
    raise LocalStackError(f"The file storage does not start:\n{process.last_words()}")


def _keys(file: Path) -> tuple[str, str]:
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(json.dumps({"access": "local" + secrets.token_hex(6), "secret": secrets.token_hex(20)}))
    keys = json.loads(file.read_text())
    return keys["access"], keys["secret"]


def _is_up(server: S3Server) -> bool:
    end = time.monotonic() + UP_WITHIN
    while time.monotonic() < end and server.process.poll() is None:
        try:
            if requests.get(server.url, timeout=2).status_code == 403:
                return True
        except requests.RequestException:
            time.sleep(0.1)
    return False
