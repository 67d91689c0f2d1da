"""Filter values are complete whatever their number, in natural order, and cost one request; so does looking for a
publish.
"""

import pytest

from chalicelib.search.query import Query
from chalicelib.store.opensearch.searcher import FRESH, Searcher
from chalicelib.wiring import Services
from tests.search.test_pins import document, publish
from tests.support import engine
from tests.support.counting_proxy import Counting

REGIONS = [f"CA{number}" for number in range(1, 41)]


@pytest.fixture(scope="module")
def hub():
    """A record in each of forty regions, and one connection between two neuron types."""
    made = engine.hub("http://127.0.0.1:9")
    publish(made, "1", [{**document(f"neurons-{one}"), "secondary_region": [one]} for one in REGIONS])
    return made


@pytest.fixture
def counted(hub):
    proxy = Counting(hub.config.opensearch_url)
    yield Services(hub.config.__class__(**{**vars(hub.config), "opensearch_url": proxy.url})), proxy
    proxy.stop()


def test_forty_values_are_forty_values_in_natural_order(hub):
    leaf = hub.search.tree("dataset", "morphology").tree["secondary_region"]
    assert leaf["values"] == REGIONS
    assert leaf["counts"] == dict.fromkeys(REGIONS, 1)


def test_the_facets_of_a_search_are_as_complete(hub):
    facets = hub.search.page(Query(index="dataset", size=1, facets=("secondary_region",)), base="")["facets"]
    assert [one["value"] for one in facets["secondary_region"]] == REGIONS


def test_the_filters_of_all_types_take_one_request(counted):
    hub, proxy = counted
    assert list(hub.search.tree("dataset", None).tree) == ["morphology", "electrophysiology", "connection"]
    assert [asked.split("/")[-1] for asked in proxy.asked] == ["_search"]


def test_what_is_served_is_looked_up_once_in_half_a_minute(counted):
    hub, proxy = counted
    now = [0.0]
    index = Searcher(hub.client, hub.names, clock=lambda: now[0])
    for seconds in (0.0, 1.0, FRESH - 0.1):
        now[0] = seconds
        index.served_indices("dataset")
    assert len(proxy.asked) == 1
    now[0] = FRESH
    index.served_indices("dataset")
    assert len(proxy.asked) == 2
