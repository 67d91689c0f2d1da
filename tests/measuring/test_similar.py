"""Cells like this one: every measure counts alike, whatever its unit."""

import pytest

from chalicelib.measuring.similar import group_query, nearest


def record(name, **measures):
    return {"id": name, "name": name, "cell_type": "granule", "morphometry": measures}


GROUP = [
    record("a", length=1000.0, tips=10, volume=100.0),
    record("b", length=1100.0, tips=10, volume=100.0),
    record("c", length=1000.0, tips=30, volume=100.0),
    record("d", length=3000.0, tips=40, volume=900.0),
]


def test_the_nearest_come_first_and_the_record_itself_is_not_among_them():
    found = nearest(GROUP[0], GROUP, 10)
    assert [one["id"] for one in found] == ["b", "c", "d"]
    assert [one["distance"] for one in found] == sorted(one["distance"] for one in found)


def test_no_more_come_than_are_asked_for():
    assert len(nearest(GROUP[0], GROUP, 2)) == 2


def test_distances_are_in_standard_deviations():
    pair = [record("a", length=0.0), record("b", length=2.0)]
    assert nearest(pair[0], pair, 1)[0]["distance"] == pytest.approx(2.0)


def test_the_same_shape_has_no_distance():
    twins = [record("a", length=5.0, tips=2), record("b", length=5.0, tips=2), record("c", length=9.0, tips=2)]
    assert nearest(twins[0], twins, 2)[0]["distance"] == 0


def test_a_record_that_shares_too_few_measures_is_left_out():
    assert "e" not in [one["id"] for one in nearest(GROUP[0], [*GROUP, record("e", length=1000.0)], 10)]


def test_the_group_is_of_the_same_cell_type_or_of_all():
    assert {"term": {"cell_type": "granule"}} in group_query(GROUP[0])["bool"]["filter"]
    assert len(group_query({"id": "x"})["bool"]["filter"]) == 2
