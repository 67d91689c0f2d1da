"""Normalised SWC in what people simulate and draw with: NEURON and navis."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from chalicelib.morphology.load import load
from chalicelib.morphology.standard_swc import Origin, write_standard_swc
from tests.support.neurons import neuron

UPSTREAM = Path(os.environ.get("UPSTREAM") or Path(__file__).parents[2] / "../shared/upstream")
UNREADABLE = {"empty_file.swc", "broken-spine.asc", "invalid-incomplete.asc"}
RECORDED = [
    file
    for file in sorted(UPSTREAM.glob("neuromorpho/morphologies/*"))
    if file.suffix in (".swc", ".asc") and file.name not in UNREADABLE
]
ORIGIN = Origin("a-1", "https://a", "CC0", "nobody", "ab" * 32)
NEURON = """
import sys
from neuron import h
h.load_file("stdlib.hoc"); h.load_file("import3d.hoc")
for file in sys.argv[1:]:
    reader = h.Import3d_SWC_read()
    reader.quiet = 1
    reader.input(file)
    cell = type("Cell", (), {})()  # it holds the sections
    h.Import3d_GUI(reader, 0).instantiate(cell)
    assert sum(section.L for section in h.allsec()) > 0, file
    for section in list(h.allsec()):
        h.delete_section(sec=section)
print("all read")
"""
NAVIS = """
import sys
import navis
for file in sys.argv[1:]:
    assert navis.read_swc(file).n_nodes > 0, file
print("all read")
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """All recorded files and twenty grown ones, normalised."""
    folder = tmp_path_factory.mktemp("normalised")
    bodies = {file.name: (file.read_bytes(), file.suffix[1:]) for file in RECORDED}
    bodies |= {f"grown-{number}": (neuron(number).encode(), "swc") for number in range(20)}
    for name, (body, format) in bodies.items():
        (folder / f"{name}.swc").write_bytes(write_standard_swc(load(body, format), ORIGIN))
    return [str(file) for file in sorted(folder.glob("*.swc"))]


@pytest.mark.slow
@pytest.mark.parametrize("script", [NEURON, NAVIS], ids=["NEURON", "navis"])
def test_what_others_simulate_and_draw_with_reads_all_files(script, files):
    run = subprocess.run(
        [sys.executable, "-c", script, *files], check=False, capture_output=True, text=True, timeout=300
    )
    assert run.returncode == 0, run.stderr[-2000:]
    assert "all read" in run.stdout
