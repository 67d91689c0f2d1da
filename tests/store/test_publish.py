"""What readers see while runs come and go, on the real engine."""

import pytest

from chalicelib.json_types import Json
from chalicelib.records import Connection, Electrophysiology, Model, Morphology, Side
from chalicelib.search.query import Query
from chalicelib.store.opensearch.bulk import bulk_load
from chalicelib.store.opensearch.mappings import FIELDS


def document(identifier: str, *, page: int = 0) -> Json:
    origin = {
        "provider": "neurons",
        "page": page,
        "run": "1",
        "licence": "CC-BY-4.0",
        "harvested_at": "2026-11-24T12:00:00Z",
    }
    return {"id": identifier, "source_id": identifier, "type": "morphology", "name": identifier, "provenance": origin}


def publish(hub, run, *identifiers):
    index = hub.publisher.create_index("dataset", "neurons", run)
    assert bulk_load(hub.client, index, [document(one) for one in identifiers]) == []
    hub.publisher.await_count("dataset", "neurons", run, least=len(identifiers))
    hub.publisher.swap_alias("dataset", "neurons", run)


def served(hub):
    return {item["id"] for item in hub.search.page(Query(index="dataset"), base="")["items"]}


def test_before_anything_is_published_searches_find_nothing(hub):
    assert hub.search.page(Query(index="model"), base="")["total"] == 0
    assert hub.search.tree("dataset", "morphology").tree["species"]["values"] == []


def test_a_run_is_seen_whole_once_it_is_shown(hub):
    publish(hub, "1", "a", "b")
    assert served(hub) == {"a", "b"}


def test_what_a_later_run_does_not_bring_is_gone(hub):
    publish(hub, "1", "a", "b")
    publish(hub, "2", "b", "c")
    assert served(hub) == {"b", "c"}


def test_an_earlier_run_can_be_shown_again(hub):
    publish(hub, "1", "a")
    publish(hub, "2", "b")
    hub.publisher.swap_alias("dataset", "neurons", "1")
    assert served(hub) == {"a"}


def test_one_provider_never_touches_another(hub):
    publish(hub, "1", "a")
    index = hub.publisher.create_index("dataset", "others", "1")
    bulk_load(hub.client, index, [document("other")])
    hub.publisher.await_count("dataset", "others", "1", least=1)
    hub.publisher.swap_alias("dataset", "others", "1")
    publish(hub, "2", "b")
    assert served(hub) == {"b", "other"}


def test_the_served_index_is_never_dropped(hub):
    publish(hub, "1", "a")
    hub.publisher.delete_index("dataset", "neurons", "1")
    assert served(hub) == {"a"}


def test_a_page_loaded_twice_is_loaded_once(hub):
    index = hub.publisher.create_index("dataset", "neurons", "1")
    page = [document("a"), document("b")]
    assert bulk_load(hub.client, index, page) == bulk_load(hub.client, index, page) == []
    assert hub.publisher.await_count("dataset", "neurons", "1", least=2) == 2


def test_an_identifier_of_an_earlier_page_is_a_duplicate(hub):
    index = hub.publisher.create_index("dataset", "neurons", "1")
    bulk_load(hub.client, index, [document("a", page=0)])
    [reject] = bulk_load(hub.client, index, [document("a", page=1), document("b", page=1)])
    assert (reject.id, reject.reason) == ("a", "duplicate identifier")


def test_a_record_that_the_index_refuses_is_named_and_stops_no_other(hub):
    index = hub.publisher.create_index("dataset", "neurons", "1")
    [reject] = bulk_load(hub.client, index, [document("a") | {"surprise": 1}, document("b")])
    assert (reject.id, reject.reason) == ("a", "index: strict_dynamic_mapping_exception")
    assert hub.publisher.await_count("dataset", "neurons", "1", least=1) == 1


@pytest.mark.parametrize(
    ("model", "index"),
    [(Morphology, "dataset"), (Electrophysiology, "dataset"), (Connection, "dataset"), (Model, "model")],
)
def test_every_field_of_a_record_has_a_place_in_the_mapping(model, index):
    assert set(model.model_fields) - {"source_url"} <= set(FIELDS[index])
    assert set(Side.model_fields) <= set(FIELDS["dataset"]["presynaptic"]["properties"])
