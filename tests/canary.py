"""A key that is lent to, and sent by, every test of the portals; nothing that stays behind may hold it."""

import logging
from collections.abc import Iterator
from pathlib import Path

CANARY = "canary-4711-key"


def places(*roots: Path) -> Iterator[Path]:
    """The files below `roots` that hold the canary in their name or content."""
    for root in roots:
        for path in root.rglob("*"):
            if CANARY in path.name or (path.is_file() and CANARY.encode() in path.read_bytes()):
                yield path


def log_to(file: Path) -> logging.Handler:
    """Write all that any part of the process logs into `file`."""
    handler = logging.FileHandler(file, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler
