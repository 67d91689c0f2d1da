"""Each flag, planted in a clean neuron: how often, and on which line first."""

import os
from pathlib import Path

import pytest

from chalicelib.morphology.load import load
from chalicelib.morphology.measures import measure
from chalicelib.morphology.names import FLAGS
from chalicelib.morphology.quality import flags_of

UPSTREAM = Path(os.environ.get("UPSTREAM") or Path(__file__).parents[2] / "../shared/upstream")
CLEAN = sorted(UPSTREAM.glob("neuromorpho/morphologies/*.CNG.swc"))
HEADER = ["# a neuron", "# of three neurites"]
ROWS = [
    "1 1 0 0 0 5 -1",
    *(f"{n} 3 {n} {n % 7} {n % 3} 1 {n - 1}" for n in range(2, 20)),
    *(f"{n} 2 {-n} {n % 5} {n % 4} 1 {n - 1 if n > 20 else 1}" for n in range(20, 40)),
]
FIRST = len(HEADER) + 1


def flags(rows, domains=()):
    text = "\n".join([*HEADER, *rows]) + "\n"
    found = flags_of(load(text.encode(), "swc"), domains)
    return {name: (flag.count, flag.line) for name, flag in found.items()}


def with_row(number, row):
    """The clean rows with another row `number` (from 1)."""
    return [*ROWS[: number - 1], row, *ROWS[number:]]


def line(number):
    return len(HEADER) + number


def test_a_clean_neuron_has_no_flag():
    assert flags(ROWS, ["Dendrites", "Soma", "Axon"]) == {}


@pytest.mark.skipif(not CLEAN, reason="no recordings beside this checkout")
@pytest.mark.parametrize("file", CLEAN, ids=lambda file: file.name)
def test_standardised_files_have_no_flag_but_what_they_lack(file):
    allowed = {"CT12T2.CNG.swc": {"no_soma"}}
    assert set(flags_of(load(file.read_bytes(), "swc"))) == allowed.get(file.name, set())


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (with_row(1, "1 3 0 0 0 5 -1"), {"no_soma": (1, FIRST)}),
        (with_row(10, "10 3 10 3 1 1 -1"), {"several_roots": (1, line(10))}),
        (with_row(10, "10 1 10 3 1 1 -1"), {"several_somata": (1, line(10))}),
        (with_row(10, "10 3 10 3 1 1 999"), {"disconnected": (1, line(10))}),
        (with_row(10, "10 3 10 3 1 0 9"), {"zero_radius": (1, line(10))}),
        (with_row(10, "10 3 10 3 1 -1 9"), {"negative_radius": (1, line(10))}),
        (with_row(10, "10 3 nan 3 1 1 9"), {"non_finite": (1, line(10))}),
        (with_row(10, "10 3 10 3 1 -nan 9"), {"non_finite": (1, line(10))}),
        (with_row(10, "10 3 10 3 1 1.#IND 9"), {"non_finite": (1, line(10))}),
        (with_row(10, "10 3 9 2 0 1 9"), {"duplicate_points": (1, line(10))}),
        (with_row(10, "10 3 900 3 1 1 9"), {"long_jump": (2, line(10))}),
        (with_row(19, "19 3 900 3 1 1 18"), {"long_jump": (1, line(19))}),
        ([*ROWS[:4], "5 3 900 5 2 1 4", "6 3 6 6 0 1 5"], {"long_jump": (2, line(5))}),
        ([*ROWS[:3], "4 3 900 4 1 1 3"], {"long_jump": (1, line(4))}),
        (with_row(20, "20 2 19 5 1 1 1"), {"duplicate_points": (1, line(20)), "long_jump": (1, line(21))}),
        (with_row(10, "10 3 10 3 1 -inf 9"), {"non_finite": (1, line(10))}),
        (with_row(10, "10 3 1e300 3 1 1 9"), {"non_finite": (1, line(10))}),
        (with_row(10, "10 3 10 3 1 1 12"), {"cycle": (3, line(10)), "unordered_ids": (1, line(10))}),
        (with_row(10, "10 3 10 3 1 1 10"), {"cycle": (1, line(10))}),
        (with_row(39, "38 2 -39 4 3 1 37"), {"repeated_ids": (1, line(39))}),
        (with_row(39, ROWS[37]), {"repeated_ids": (1, line(39))}),
        (with_row(39, "39 9 -39 4 3 1 38"), {"unknown_types": (1, line(39)), "type_changes": (1, line(39))}),
        ([*ROWS[:8], ROWS[9], ROWS[8], *ROWS[10:]], {"unordered_ids": (2, line(9))}),
        ([*ROWS, "a footer of the tracing software"], {"malformed_lines": (1, line(40))}),
        ([" ".join([*row.split()[:4], "7", *row.split()[5:]]) for row in ROWS], {"flat": (1, FIRST)}),
    ],
)
def test_a_planted_fault_is_flagged_with_its_count_and_first_line(rows, expected):
    assert flags(rows) == expected


@pytest.mark.parametrize(
    ("domains", "expected"),
    [
        (["Dendrites", "Soma", "Axon"], {"axon_missing"}),
        (["Dendrites", "Soma", "No Axon"], set()),
        (["Neurites", "Soma"], set()),
        (["No Dendrites", "Soma", "Axon"], {"axon_missing"}),
    ],
)
def test_what_the_record_promises_is_looked_for(domains, expected):
    assert set(flags(ROWS[:19], domains)) == expected


def test_missing_dendrites_are_flagged():
    assert flags([ROWS[0], *ROWS[19:]], ["Dendrites", "Axon"]) == {"dendrites_missing": (1, FIRST)}


def test_a_file_with_faults_is_measured_all_the_same():
    rows = with_row(10, "10 3 nan 3 1 -1 9")
    assert 0 < measure(load("\n".join(rows).encode(), "swc").tree)["length"] < 200


def test_a_line_that_stands_twice_measures_as_once():
    once, twice = ("\n".join(rows).encode() for rows in (ROWS, [*ROWS[:20], ROWS[19], *ROWS[20:]]))
    assert measure(load(once, "swc").tree) == measure(load(twice, "swc").tree)


def test_an_outline_and_a_dendrite_that_both_count_from_one_are_told_apart():
    outline = [f"{n} 1 {x} {y} 0 0.1 {n - 1 or -1}" for n, (x, y) in enumerate([(-9, 9), (9, 9), (9, -9), (-9, -9)], 1)]
    text = "\n".join([*outline, "2 3 20 0 0 1 1", "3 3 30 0 1 1 2", "4 3 40 5 0 1 3"])
    assert measure(load(text.encode(), "swc").tree)["stems"] == 1


def test_every_flag_has_a_meaning():
    planted = {"unreadable", "axon_missing", "dendrites_missing", "no_soma", "several_roots", "disconnected", "cycle"}
    assert planted <= set(FLAGS)


ASC = b"""("CellBody" (CellBody) (0 0 0 0.1) (4 0 0 0.1) (4 4 0 0.1))
( (Dendrite)
  (5 0 0 2) ; (nan 0 0 2) is no point
  (nan 0 0 2)
  (9 3 0 2)
  (3 1.#IND 0 2)
  (12 3 1 2)
)
("another ( CellBody" (CellBody)
  (0 0 9 0.1) (4 0 9 0.1)
  (4 4 9 0.1) (0 nan 9 0.1)
)
"""


def test_what_is_taken_out_of_an_asc_file_is_flagged_with_its_line():
    read = load(ASC, "asc")
    found = flags_of(read)
    assert {name: (flag.count, flag.line) for name, flag in found.items()} == {
        "non_finite": (2, 4),
        "several_somata": (1, 9),
    }
    both, alone = read.tree.soma, load(ASC[: ASC.index(b'("another')], "asc").tree.soma
    assert both
    assert alone
    assert (len(read.tree.xyz), both.count, both.points) == (3, 2, 6)
    assert both.surface == pytest.approx(2 * alone.surface)
