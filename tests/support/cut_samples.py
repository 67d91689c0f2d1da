"""Our samples with the first rows of some tables only: a test of how harvests go needs no more, and is done in a third
of the time.
"""

import csv
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import SAMPLES


def cut(folder: Path, rows: Mapping[str, int]) -> Path:
    """Copy the samples into `folder`, of these tables so many rows."""
    shutil.copytree(SAMPLES, folder, dirs_exist_ok=True)
    for table, most in rows.items():
        _keep(folder / table, most)
    return folder


def _keep(table: Path, most: int) -> None:
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    with table.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows(rows[: most + 1])
