"""Harvests of a few records; those of ModelDB and Hippocampome still come in several steps."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from local.upstream.server import Upstream
from tests.small import cut

FEW = {"neuromorpho/neurons.csv": 60, "hippocampome/types.csv": 36, "modeldb/models.csv": 41}
NEURONS = 53  # of these, those that the default settings choose


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cut(tmp_path_factory.mktemp("few"), FEW)


@pytest.fixture
def upstream(few: Path) -> Iterator[Upstream]:
    """The sources over these, well behaved until told otherwise."""
    played = Upstream(few).start()
    yield played
    played.stop()
