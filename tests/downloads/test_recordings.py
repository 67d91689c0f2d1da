"""NeuroMorpho's recorded neurons, from its API to an archive of real reconstructions; what to expect is read off the
files.
"""

import hashlib
import io
import json
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from chalicelib.downloads.archive import Archives
from chalicelib.downloads.fetch import FileCache
from chalicelib.http.client import Source
from chalicelib.jobs.engine import Ready
from chalicelib.providers.base import load
from chalicelib.providers.neuromorpho import NeuroMorpho
from chalicelib.records import Provenance
from replay.server import Upstream

SETTINGS = Path(__file__).parents[2] / "chalicelib" / "providers" / "settings" / "neuromorpho.json"
OTHERS = 40  # neurons without a recorded file that go along
ORIGIN = Provenance(
    provider="neuromorpho",
    source_url="https://neuromorpho.org/api",
    harvested_at=datetime(2026, 11, 24, tzinfo=UTC),
    run="1",
    licence="CC-BY-4.0",
    citation="NeuroMorpho.Org",
)


@pytest.fixture
def upstream(recordings):
    made = Upstream(recordings).start()
    yield made
    made.stop()


@pytest.fixture
def recorded(recordings):
    """Checksum by identifier of every neuron with a recorded file."""
    folder = recordings / "neuromorpho" / "morphologies"
    listed = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    return {
        f"neuromorpho-{one['neuron_id']}": hashlib.sha256((folder / one["file"]).read_bytes()).hexdigest()
        for one in listed
        if one["standardized_path"]
    }


def test_an_archive_of_recorded_neurons_holds_every_recorded_file_unchanged(upstream, recorded, files):
    provider = load(NeuroMorpho, SETTINGS)
    source = Source(provider.terms, base=f"{upstream.url}/neuromorpho", user_agent="tests", pauses=False)
    documents, cursor = [], None
    while (page := provider.page(source, cursor)).records:
        documents += [record.document(ORIGIN) for record in page.records]
        if (cursor := page.next) is None:
            break
    with_file = [one for one in documents if one["id"] in recorded]
    chosen = with_file + [one for one in documents if one["id"] not in recorded][:OTHERS]
    outcome = Archives(files, FileCache(files, lambda _: source)).request(chosen, [], time.time() + 60)
    assert isinstance(outcome, Ready)
    archive = zipfile.ZipFile(io.BytesIO(requests.get(outcome.link, timeout=30).content))
    inside = [hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist() if name[-4:] == ".swc"]
    assert len(inside) > 20
    assert sorted(inside) == sorted(recorded[one["id"]] for one in with_file)
    assert len(archive.read("MISSING.csv").splitlines()) == OTHERS + 1
    assert not [line for line in upstream.log.all() if ".jsp" in line.path]
