"""Facets that are counted together say what each says by itself, whatever the number of values and of records."""

from collections import Counter

import pytest
from hypothesis import example, given, strategies

from chalicelib.search.filters import types_of, usual_facets
from chalicelib.search.lookup import with_lookup
from chalicelib.search.number_cells import MOST_BINS, distribution, name_cell
from chalicelib.search.query import Query
from tests.search.test_pins import document, publish
from tests.support import engine

TYPES = [(index, name) for index in ("dataset", "model") for name in types_of(index)]


@pytest.mark.parametrize("chosen", [{}, {"species": "rat"}])
@pytest.mark.parametrize(("index", "data_type"), TYPES)
def test_facets_counted_together_and_one_by_one_are_the_same(api, index, data_type, chosen):
    asked = {"data_type": data_type, "size": 1000, **(chosen if data_type == "morphology" else {})}
    page = ask(api, index, {**asked, "facets": "all"})
    assert list(page["facets"]) == usual_facets(index, data_type)
    for name, together in page["facets"].items():
        alone = ask(api, index, {**asked, "facets": name})["facets"][name]
        if isinstance(alone, list):
            assert together == alone, name
        else:
            assert (together["count"], bool(together["bins"])) == (alone["count"], bool(alone["bins"])), name
            assert together["quartiles"] == pytest.approx(alone["quartiles"], rel=0.02), name


def test_numbers_counted_together_lie_where_their_bins_say(api):
    page = ask(api, "dataset", {"data_type": "morphology", "size": 1000, "facets": "all"})
    assert page["total"] <= 1000
    for name in ("soma_surface", "min_weight", "max_age"):
        values = [one[name] for one in page["items"] if name in one]
        check_bins(page["facets"][name], values)


@given(strategies.lists(strategies.floats(0, 1e9, allow_subnormal=False) | strategies.integers(0, 400), min_size=1))
@example([200_000_001.0])
def test_each_number_is_in_one_bin(values):
    check_bins(distribution(Counter(map(name_cell, values))), values)


def test_a_crowd_beside_outliers_is_told_apart():
    told = distribution(Counter(map(name_cell, [*range(1000, 3000), 1, 10**6, 10**7])))
    inner = [one for one in told["bins"] if 1000 <= one["from"] <= one["to"] <= 3000]
    assert len(inner) > MOST_BINS / 2


def test_all_values_of_a_record_are_counted():
    hub = engine.hub("http://127.0.0.1:9")
    regions = [f"region {number}" for number in range(9_000)]
    publish(hub, "1", [record("neurons-1"), record("neurons-2", secondary_region=regions)])
    facets = facets_of_all(hub)
    assert {one["value"] for one in facets["secondary_region"]} == set(regions)
    assert facets["species"] == [{"value": "rat", "count": 2}]
    assert facets["has_file"] == [{"value": "false", "count": 2}]


def test_more_values_than_can_be_counted_together_are_counted_one_by_one():
    hub = engine.hub("http://127.0.0.1:9")
    fields = "strain gender archive stain protocol mtype age_classification original_format layers subregions".split()
    records = [record(f"neurons-{n}", **{name: f"{name} {n}" for name in fields}) for n in range(2_100)]
    publish(hub, "1", records)
    facets = facets_of_all(hub)
    assert facets["species"] == [{"value": "rat", "count": 2_100}]
    assert {name: len(facets[name]) for name in fields} == dict.fromkeys(fields, 2_100)


def test_records_of_an_index_from_before_are_counted():
    hub = engine.hub("http://127.0.0.1:9")
    publish(hub, "1", ["neurons-1", "neurons-2"])
    publish(hub, "1", [record("others-1", species="mouse")], provider="others")
    assert facets_of_all(hub)["species"] == [{"value": "rat", "count": 2}, {"value": "mouse", "count": 1}]


def record(identifier, **fields):
    """A whole record, as a harvest prepares it."""
    made = document(identifier)
    return with_lookup(
        {**made, **fields, "provenance": {**made["provenance"], "source_url": "https://neurons.example"}}
    )


def ask(api, index, parameters):
    answer = api.get(f"/search/{index}", query_string=parameters)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.json


def facets_of_all(hub):
    names = tuple(usual_facets("dataset", "morphology"))
    return hub.search.page(Query(index="dataset", data_type="morphology", facets=names), base="")["facets"]


def check_bins(told, values):
    """Every value is in one bin, in the upper one where two meet; a quartile is where its share of them is passed."""
    bins = told["bins"]
    assert told["count"] == len(values) == sum(one["count"] for one in bins)
    assert 0 < len(bins) <= MOST_BINS
    for one, after in zip(bins, [*bins[1:], None], strict=True):
        meets = after is not None and after["from"] == one["to"]
        held = [value for value in values if one["from"] <= value <= one["to"] and not (meets and value == one["to"])]
        assert len(held) == one["count"]
    for share, quartile in zip((0.25, 0.5, 0.75), told["quartiles"], strict=True):
        exact = sorted(values)[int(share * len(values))]
        assert quartile == pytest.approx(exact, rel=0.011)
