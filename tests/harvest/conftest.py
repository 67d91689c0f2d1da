"""Harvests of a few records; those of ModelDB and Hippocampome still come in several steps."""

from pathlib import Path

import pytest

from tests.support.cut_samples import cut

FEW = {"neuromorpho/neurons.csv": 60, "hippocampome/types.csv": 36, "modeldb/models.csv": 41}
NEURONS = 53  # of these, those that the default settings choose


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cut(tmp_path_factory.mktemp("few"), FEW)


def report_of(hub, provider="neuromorpho"):
    """The provider's entry among the reports, wherever it stands."""
    return next(one for one in hub.reports.latest() if one["provider"] == provider)
