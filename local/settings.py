"""What the outside may set for a local stack: read once, here and nowhere else in `local/`."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from chalicelib.config import BASE_URLS

CHECKOUT = Path(__file__).resolve().parents[1]
SAMPLES = CHECKOUT / "tests" / "recorded"
RECORDINGS = CHECKOUT.parent / "shared" / "upstream"


class LocalStackError(Exception):
    """The local stack cannot start or go on; the message says what to do."""


@dataclass(frozen=True)
class StackSettings:
    """One local stack. `given` are the variables that are handed to the application as they are."""

    port: int
    home: Path
    recordings: Path
    live: bool
    opensearch_url: str | None
    s3_url: str | None
    given: Mapping[str, str]

    def source_given(self, name: str) -> bool:
        return name in self.given


def from_environment(environ: Mapping[str, str] | None = None) -> StackSettings:
    """Read the settings; raises LocalStackError naming the variable that cannot be used."""
    env = os.environ if environ is None else environ
    return StackSettings(
        port=_port(env.get("PORT") or "8000"),
        home=Path(env.get("HUB_HOME") or CHECKOUT / ".hub").expanduser().resolve(),
        recordings=_recordings(env.get("UPSTREAM")),
        live=(env.get("LIVE") or "0").lower() not in ("0", "false", "no"),
        opensearch_url=env.get("OPENSEARCH_URL") or None,
        s3_url=env.get("AWS_ENDPOINT_URL_S3") or env.get("AWS_ENDPOINT_URL") or None,
        given={name: value for name, value in env.items() if value and _is_ours(name)},
    )


def process_environment() -> dict[str, str]:
    """The environment that children inherit."""
    return dict(os.environ)


def cache_folder() -> Path:
    """Where downloads are kept for every checkout of this user."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "hippocampus-hub"


def _is_ours(name: str) -> bool:
    return name in BASE_URLS.values() or name.startswith("PORTAL_URL_")


def _port(text: str) -> int:
    if not re.fullmatch(r"\d{1,5}", text) or not 0 < int(text) < 65536:
        raise LocalStackError(f"PORT: {text!r} is not a port between 1 and 65535.")
    return int(text)


def _recordings(text: str | None) -> Path:
    if text is None or not text.strip():
        return RECORDINGS if RECORDINGS.is_dir() else SAMPLES
    folder = Path(text).expanduser().resolve()
    if not folder.is_dir():
        raise LocalStackError(f"UPSTREAM: {folder} is not a folder.")
    return folder
