"""What all tests share."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def recordings() -> Path:
    """The folder of recorded sources, beside the checkout or where UPSTREAM says."""
    folder = Path(os.environ.get("UPSTREAM") or Path(__file__).parents[2] / "shared" / "upstream")
    if not folder.is_dir():
        pytest.skip(f"no recordings at {folder}")
    return folder
