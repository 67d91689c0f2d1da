"""Pictures, normalised SWC and JSON: within their limits, with their bounds, and readable by those that read SWC."""

import hashlib
import io
import json
import os
import re
from pathlib import Path

import numpy as np
import pytest
from lxml import etree
from PIL import Image

from chalicelib.morphology.drawing import MAX_BYTES as MAX_SVG
from chalicelib.morphology.drawing import draw_png, draw_svg
from chalicelib.morphology.load import load
from chalicelib.morphology.measures import measure
from chalicelib.morphology.names import MEASURES
from chalicelib.morphology.standard_swc import Origin, write_standard_swc
from chalicelib.morphology.study import CONTENT_TYPES, Subject, study
from chalicelib.morphology.viewer_json import MAX_BYTES, write_viewer_json
from tests.support.neurons import bush, neuron

UPSTREAM = Path(os.environ.get("UPSTREAM") or Path(__file__).parents[2] / "../shared/upstream")
UNREADABLE = {"empty_file.swc", "broken-spine.asc", "invalid-incomplete.asc"}
RECORDED = [
    file
    for file in sorted(UPSTREAM.glob("neuromorpho/morphologies/*"))
    if file.suffix in (".swc", ".asc") and file.name not in UNREADABLE
]
RETYPED = {"NonStandard.swc", "dCH-cobalt.CNG_small.swc"}  # a type that changes without a fork
recorded = pytest.mark.parametrize("file", RECORDED, ids=lambda file: file.name)
ORIGIN = Origin("neuromorpho-1", "https://neuromorpho.org/1", "CC-BY-4.0", "a paper\nof two lines", "ab" * 32)


@pytest.fixture(scope="module")
def large():
    """200,000 points with more branches than any picture has room for."""
    return load(bush(50_000, 4).encode(), "swc").tree


def read(file):
    return load(file.read_bytes(), file.suffix[1:])


def _has_surface(found):
    return bool(found.tree.soma and found.tree.soma.surface)


def drawn_bounds(svg):
    """What the paths of a drawing reach, in µm: they count in whole units, each point from the one before."""
    group = etree.fromstring(svg).find("{*}g")
    assert group is not None
    spots = []
    for path in group.findall("{*}path"):
        for start in re.findall(r"M([^M]+)", str(path.get("d"))):
            numbers = np.array([int(one) for one in re.findall(r"-?\d+", start.replace("h0", ""))]).reshape(-1, 2)
            spots.append(np.cumsum(numbers, axis=0))
    places = np.concatenate(spots) * float(str(group.get("data-unit")))
    return [*places.min(axis=0), *places.max(axis=0)]


@recorded
def test_a_drawing_is_small_and_keeps_the_true_bounds(file):
    tree = read(file).tree
    svg = draw_svg(tree, file.name)
    assert len(svg) <= MAX_SVG
    neurites = tree.xyz[tree.neurite][:, :2]
    size = max(np.ptp(neurites, axis=0).max(), 1e-9)
    assert drawn_bounds(svg) == pytest.approx([*neurites.min(axis=0), *neurites.max(axis=0)], abs=0.001 * size)


def test_a_drawing_of_a_large_neuron_is_small_and_keeps_the_true_bounds(large):
    svg = draw_svg(large, "large")
    assert len(svg) <= MAX_SVG
    places = large.xyz[large.neurite][:, :2]
    assert drawn_bounds(svg) == pytest.approx(
        [*places.min(axis=0), *places.max(axis=0)], abs=0.001 * np.ptp(places, axis=0).max()
    )


def test_a_drawing_says_what_it_shows():
    svg = draw_svg(load(neuron(1).encode(), "swc").tree, "<CA1> & \x07more")
    assert etree.fromstring(svg).findtext("{*}title") == "<CA1> &  more"
    text = svg.decode()
    for part in ("Soma", "Axon", "Basal dendrite", "Apical dendrite", " µm</text>", "prefers-color-scheme:dark"):
        assert part in text


def test_a_picture_for_lists_is_a_square_of_its_size():
    with Image.open(io.BytesIO(draw_png(load(neuron(3).encode(), "swc").tree, size=200))) as picture:
        assert (picture.format, picture.size, len(picture.getcolors(200 * 200) or ()) > 3) == ("PNG", (200, 200), True)


@recorded
def test_normalised_swc_is_read_by_neurom_and_morphio_with_the_same_measures(file, tmp_path):
    import morphio
    import neurom

    found = read(file)
    target = tmp_path / "normal.swc"
    target.write_bytes(write_standard_swc(found, ORIGIN))
    morphio.set_maximum_warnings(0)
    opened = neurom.load_morphology(target)
    again = measure(load(target.read_bytes(), "swc").tree)
    free = {"surface", "volume"} if file.suffix == ".asc" else set()
    free |= (
        {"branches", "max_branch_order", "partition_asymmetry"}
        if file.suffix == ".asc" or file.name in RETYPED
        else set()
    )
    free |= {"soma_surface", "max_euclidean_distance"} if not _has_surface(found) else set()
    expected = {name: value for name, value in measure(found.tree).items() if name in MEASURES and name not in free}
    assert {name: again[name] for name in expected} == pytest.approx(expected, rel=0.002, abs=1e-4)
    assert neurom.get("total_length", opened) == pytest.approx(expected["length"], rel=0.002)


@recorded
def test_normalised_swc_counts_from_one_with_parents_first_and_a_soma_of_three(file):
    found = read(file)
    rows = [line.split() for line in write_standard_swc(found, ORIGIN).decode().splitlines() if line[0] != "#"]
    assert [int(row[0]) for row in rows] == list(range(1, len(rows) + 1))
    assert all(int(row[6]) == -1 or 0 < int(row[6]) < int(row[0]) for row in rows)
    assert sum(row[1] == "1" for row in rows) == (3 if found.tree.soma and found.tree.soma.surface else 0)
    assert all(0 <= int(row[1]) < 8 and float(row[5]) >= 0 for row in rows)


def test_the_header_names_the_origin_and_every_change():
    text = b"3 1 0 0 0 5 -1\n4 3 0 9 0 -1 3\n5 99 0 14 0 nan 4\n6 3 0 nan 0 1 5\n7 3 0 20 0 1 77\n"
    found = load(text, "swc")
    header = [line for line in write_standard_swc(found, ORIGIN).decode().splitlines() if line[0] == "#"]
    whole = "\n".join(header)
    for part in (
        "record: neuromorpho-1",
        "licence: CC-BY-4.0",
        "citation: a paper of two lines",
        f"original: {'ab' * 32}",
    ):
        assert part in whole
    changes = [line for line in header if line.startswith("# - ")]
    for part in (
        "soma of 1 point(s)",
        "type 99",
        "negative radii",
        "no finite numbers",
        "not in the file",
        "in sequence",
    ):
        assert any(part in change for change in changes), part
    assert f"# changes: {len(changes)}" in header


def test_no_soma_is_invented():
    text = write_standard_swc(load(b"1 3 0 0 0 1 -1\n2 3 0 5 0 1 1\n", "swc"), ORIGIN).decode()
    assert text.splitlines()[-2:] == ["1 3 0 0 0 1 -1", "2 3 0 5 0 1 1"]
    assert "changes: 0" in text


def test_a_soma_without_surface_is_left_out_and_its_neurites_become_roots():
    text = write_standard_swc(load(b"1 1 0 0 0 0 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n", "swc"), ORIGIN).decode()
    assert text.splitlines()[-2:] == ["1 3 0 5 0 1 -1", "2 3 0 9 0 1 1"]
    assert "# - soma of 1 point(s) left out: it has no surface" in text
    assert "# - 1 points that hung on the soma are roots" in text


def changes_of(body, format="swc"):
    """What the header says, and the lines of the points."""
    text = write_standard_swc(load(body, format), ORIGIN).decode().splitlines()
    changes = [line.removeprefix("# - ") for line in text if line.startswith("# - ")]
    assert f"# changes: {len(changes)}" in text
    return changes, [line for line in text if line[0] != "#"]


THREE = b"1 1 0 0 0 5 -1\n2 1 0 -5 0 5 1\n3 1 0 5 0 5 1\n"


@pytest.mark.parametrize(
    ("body", "change"),
    [
        (THREE + b"4 3 0 9 0 1 3\n", "1 points that hung on another point of the soma hang on its first"),
        (b"1 1 0 0 0 -5 -1\n2 3 0 9 0 1 1\n", "1 of them with a radius that is negative"),
        (THREE + b"4 3 nan 9 0 1 1\n5 3 0 12 0 1 1\n", "points numbered from 1 in sequence"),
        (b"1 1 0 0 0 5 -1\n2 3 0 9 0 1 1\n", "points numbered from 1 in sequence"),
        (THREE + b"4 3 0 9 0 1 1 77\n", "what 1 points have behind their seventh value was left out"),
    ],
    ids=["hung on another point", "negative radius of the soma", "left out", "longer soma", "wide"],
)
def test_every_change_is_named(body, change):
    assert any(change in one for one in changes_of(body)[0])


def test_what_follows_the_rules_is_written_as_it_is():
    body = THREE + b"4 3 0.1234567891 -9.25 0 1.00000001 1\n"
    assert changes_of(body) == ([], body.decode().splitlines())


def test_a_line_of_the_header_names_some_types_alone():
    rows = "".join(f"{number} {number + 100} {number} 0 0 1 {number - 1 or -1}\n" for number in range(1, 5000))
    assert max(map(len, changes_of(rows.encode())[0])) < 200


def test_a_file_of_a_soma_without_surface_alone_has_a_point():
    changes, points = changes_of(b"1 1 0 2 0 0 -1\n")
    assert points == ["1 1 0 2 0 0 -1"]
    assert changes == ["soma of 1 point(s) written as one: it has no surface"]


ASC = b"""("CellBody" (CellBody) (0 0 0 0.1) (4 0 0 0.1) (4 4 0 0.1))
(%s)
( (Dendrite)
  (5 0 0 2) ; (nan 0 0 2) is no point
  (nan 0 0 2)
  (9 -2.83 0 2)
  (3 1.#IND 0 2)
)
"""


def test_coordinates_of_other_formats_have_the_digits_they_were_written_with():
    changes, points = changes_of(ASC % b"", "asc")
    assert points[-1].split()[2:6] == ["9", "-2.83", "0", "1"]
    assert "1 neurites hang on the soma's first point" in changes
    assert "2 points without finite coordinates were left out" in changes


@recorded
def test_json_for_viewers_keeps_forks_tips_and_roots(file):
    tree = read(file).tree
    document = json.loads(write_viewer_json(tree))
    assert set(document) == {"points", "radii", "parents", "types"}
    assert len({len(values) for values in document.values()}) == 1
    parents = np.array(document["parents"])
    assert (parents < np.arange(len(parents))).all()
    assert (parents == -1).sum() == (tree.parents == -1).sum() or tree.soma
    kept = {tuple(point) for point in np.round(tree.xyz, 2).tolist()}
    ends = tree.xyz[tree.branches.last[tree.branches.children == 0]]
    assert {tuple(point) for point in np.round(ends, 2).tolist()} <= {tuple(point) for point in document["points"]} | (
        set() if file.stat().st_size < 3_000_000 else kept
    )


def ends_of(parents):
    """How many roots, tips and forks."""
    parents = np.asarray(parents)
    children = np.bincount(parents[parents >= 0], minlength=len(parents))
    return [int(one.sum()) for one in (parents < 0, children == 0, children > 1)]


def test_json_for_viewers_of_a_large_neuron_is_small_and_keeps_its_topology(large):
    body = write_viewer_json(large)
    assert MAX_BYTES / 2 < len(body) <= MAX_BYTES
    assert ends_of(json.loads(body)["parents"]) == ends_of(large.parents)


def test_json_for_viewers_loses_the_shortest_twigs_where_all_ends_would_not_fit():
    body = write_viewer_json(load(bush(90_000, 1).encode(), "swc").tree)
    assert MAX_BYTES / 2 < len(body) <= MAX_BYTES
    roots, tips, forks = ends_of(json.loads(body)["parents"])
    assert (roots, tips - forks) == (1, 1)
    assert tips > 5_000


def test_one_call_makes_all_and_the_same_again():
    body, subject = neuron(6).encode(), Subject("a-1", "a", "https://a", "CC0", "nobody", ("Axon", "Soma"))
    one, two = (study(body, "swc", hashlib.sha256(body).hexdigest(), subject) for _ in range(2))
    assert set(one.files) == set(CONTENT_TYPES)
    assert one == two


def test_a_file_that_cannot_be_read_is_a_result_with_its_reason():
    found = study(b"1 1 x 0 0 5 -1\n", "swc", "", Subject("a-1", "a", "", "", ""))
    assert found.files == {}
    assert found.quality["unreadable"]["line"] == 1
    assert "'x' is no number" in str(found.unreadable)
