"""Measures against NeuroM: over all recorded files that it reads, and some that are grown here.

Grown files have every soma, order of types and numbering that there is. More: HUB_TEST_NEURONS=500 .venv/bin/pytest ….
"""

import os
import time
from pathlib import Path

import numpy as np
import pytest

from chalicelib.morphology.load import load
from chalicelib.morphology.measures import measure
from chalicelib.morphology.names import COMPARTMENTS, MEASURES
from tests.support.neurons import neuron

UPSTREAM = Path(os.environ.get("UPSTREAM") or Path(__file__).parents[2] / "../shared/upstream")
UNREADABLE = {"empty_file.swc", "broken-spine.asc", "invalid-incomplete.asc"}
NOT_FOR_MORPHIO = {
    "Case1_orig.swc",
    "Neuron_missing_parents.swc",
    "NonStandard.swc",
    "dCH-cobalt.CNG_small.swc",
    "multiple_soma.swc",
    "repeated_id.swc",
    "sample_no_root.swc",
}
NOT_FOR_NEUROM = {"c91662.txtd.swc"}  # its types above 9 in a mixed neurite
RECORDED = [
    file
    for file in sorted(UPSTREAM.glob("neuromorpho/morphologies/*"))
    if file.suffix in (".swc", ".asc") and file.name not in UNREADABLE | NOT_FOR_MORPHIO | NOT_FOR_NEUROM
]
COUNTS = {name for name, one in MEASURES.items() if one.is_count}
CLOSE = 0.005
GROWN = int(os.environ.get("HUB_TEST_NEURONS", "40"))


def measures_of(text, format="swc"):
    return measure(load(text.encode() if isinstance(text, str) else text, format).tree)


def assert_like_neurom(file, ours):
    from tests.support.neurom_oracle import neurom_measures  # NeuroM is slow to import, and one worker needs it

    for part, expected in neurom_measures(file).items():
        mine = ours if part is None else ours[part]
        for name, value in expected.items():
            allowed = 0 if name in COUNTS else max(CLOSE * abs(value), 1e-5)
            assert abs(mine[name] - value) <= allowed, f"{part or 'whole'}.{name}: {mine[name]} is not {value}"


@pytest.mark.skipif(not RECORDED, reason="no recordings beside this checkout")
@pytest.mark.parametrize("file", RECORDED, ids=lambda file: file.name)
def test_recorded_files_measure_as_neurom_measures_them(file):
    assert_like_neurom(file, measures_of(file.read_bytes(), file.suffix[1:]))


@pytest.mark.parametrize("number", range(GROWN))
def test_grown_files_measure_as_neurom_measures_them(number, tmp_path):
    text = neuron(number)
    (tmp_path / "grown.swc").write_text(text, encoding="ascii")
    assert_like_neurom(tmp_path / "grown.swc", measures_of(text))


@pytest.mark.parametrize("number", range(0, 200, 20))
def test_the_mean_diameter_is_that_of_all_points_but_the_somas(number):
    text = neuron(number)
    rows = [line.split() for line in text.splitlines() if not line.startswith("#")]
    diameters = [2 * float(row[5]) for row in rows if row[1] != "1"]
    assert measures_of(text)["mean_diameter"] == pytest.approx(np.mean(diameters), rel=1e-6)


def test_measures_of_a_neuron_that_can_be_reckoned_by_hand():
    neurite = "2 3 0 10 0 1 1\n3 3 0 20 0 1 2\n4 3 -10 20 0 1 3\n5 3 10 20 0 1 3\n"
    found = measures_of("1 1 0 0 0 5 -1\n" + neurite)
    assert found["length"] == pytest.approx(30)
    assert found["surface"] == pytest.approx(2 * np.pi * 30)
    assert found["volume"] == pytest.approx(np.pi * 30)
    assert found["soma_surface"] == pytest.approx(4 * np.pi * 25)
    assert (found["width"], found["height"], found["depth"]) == (20, 10, 0)
    assert found["max_euclidean_distance"] == pytest.approx(np.hypot(10, 20))
    assert found["max_path_distance"] == pytest.approx(20)
    counts = {name: found[name] for name in ("stems", "bifurcations", "branches", "tips", "max_branch_order")}
    assert counts == {"stems": 1, "bifurcations": 1, "branches": 3, "tips": 2, "max_branch_order": 1}
    assert found["basal_dendrite"] == found["dendrites"]
    assert not {"axon", "apical_dendrite"} & set(found)


def test_an_axon_that_leaves_a_dendrite_is_measured_as_axon_and_is_no_stem():
    text = "1 1 0 0 0 5 -1\n2 3 0 10 0 1 1\n3 3 0 20 0 1 2\n4 2 5 20 0 1 3\n5 3 0 30 0 1 3\n"
    axon = measures_of(text)["axon"]
    assert (axon["length"], axon["stems"], axon["branches"], axon["max_branch_order"]) == (5, 0, 1, 1)
    assert axon["max_path_distance"] == pytest.approx(15)


def test_an_axon_that_follows_a_dendrite_without_a_fork_is_a_branch_of_its_own():
    found = measures_of("1 1 0 0 0 5 -1\n2 3 0 10 0 1 1\n3 3 0 20 0 1 2\n4 2 0 30 0 1 3\n5 2 0 40 0 1 4\n")
    assert (found["branches"], found["tips"], found["axon"]["length"]) == (2, 1, 20)


@pytest.mark.parametrize(
    ("rows", "surface"),
    [
        ("1 1 0 0 0 5 -1\n2 1 9 0 0 1 -1\n", 4 * np.pi * (25 + 1)),
        ("1 1 0 0 0 5 -1\n2 1 0 -5 0 5 1\n3 1 0 5 0 5 1\n4 1 9 0 0 2 -1\n5 1 9 3 0 2 4\n", np.pi * (100 + 12)),
        ("1 1 0 0 0 5 -1\n5 1 90 3 0 2 4\n4 1 90 0 0 2 -1\n2 1 0 -5 0 5 1\n3 1 0 5 0 5 1\n", np.pi * (100 + 12)),
    ],
    ids=["points", "a cylinder and a chain", "mixed"],
)
def test_several_somata_have_the_surface_of_all(rows, surface):
    assert measures_of(rows + "9 3 0 9 0 1 1\n10 3 0 19 0 1 9\n")["soma_surface"] == pytest.approx(surface)


def test_many_somata_take_no_longer_than_as_many_points():
    text = "".join(f"{number} 1 {number % 977} {number % 31} 0 1 -1\n" for number in range(1, 200_001))
    before = time.process_time()
    soma = load(text.encode(), "swc").tree.soma
    assert time.process_time() - before < 5  # seconds; 0.5 on the machine that it was written on
    assert soma
    assert soma.surface == pytest.approx(200_000 * 4 * np.pi)


def test_what_cannot_be_told_is_left_out():
    found = measures_of("1 1 0 0 0 5 -1\n2 3 0 10 0 nan 1\n3 3 0 20 0 inf 2\n")
    assert "mean_diameter" not in found
    assert "partition_asymmetry" not in found
    assert (found["length"], found["surface"]) == (10, 0)


def test_every_measure_is_among_the_named_ones():
    found = measures_of(neuron(2))
    assert set(found) - set(COMPARTMENTS) == set(MEASURES)
