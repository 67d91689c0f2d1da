"""Folders for what a run of the tests stores: in memory where there is room, for a disk makes the engine twice as
slow.
"""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30  # bytes; a container's is often 64 MB


def folder(prefix: str) -> TemporaryDirectory[str]:
    """A folder that is deleted with its holder."""
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return TemporaryDirectory(prefix=prefix, dir=MEMORY if roomy else None)
