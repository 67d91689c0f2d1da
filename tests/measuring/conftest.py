"""A few neurons of our samples, whose files the replay grows."""

from pathlib import Path

import pytest

from chalicelib.harvest.runner import drive
from chalicelib.store.opensearch.indices import scan_documents
from local.measurer import measure_all
from tests.support import engine
from tests.support.cut_samples import cut

FEW = {"neuromorpho/neurons.csv": 20, "hippocampome/types.csv": 8, "modeldb/models.csv": 5}


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cut(tmp_path_factory.mktemp("neurons"), FEW)


@pytest.fixture
def harvested(hub):
    """A hub that serves NeuroMorpho's neurons, none of them measured."""
    assert harvest(hub)["state"] == "published"
    return hub


def harvest(hub):
    return drive(hub.harvest, "neuromorpho", lambda run: None)


def measure(hub):
    """Measure and publish until nothing is left, as the worker does; how many records were looked at."""
    done = 0
    hub.measuring.work.step("neuromorpho", seconds=-1)  # plans alone
    while True:
        engine.refresh(hub.names.measurements)
        looked = measure_all(hub)
        engine.refresh(hub.names.measurements)
        done += looked
        if not looked and not hub.measuring.work.is_due("neuromorpho"):
            return done


def served_index(hub):
    """The physical index of the neurons that readers see."""
    return hub.publisher.served_indices("dataset", "neuromorpho")[-1]


def documents(hub, index=None):
    """The neurons of a physical index, or those that readers see, by identifier."""
    return {one["id"]: one for one in scan_documents(hub.client, index or served_index(hub))}
