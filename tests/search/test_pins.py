"""What a reader holds on to while runs are published: releases, and cursors that page through one of them."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from werkzeug.test import Client

from chalicelib.errors import BadInput, ReleaseGone
from chalicelib.search.query import Query
from chalicelib.store.opensearch.bulk import bulk_load
from local import workers
from tests.support import engine

MANY = 10_250  # records; the engine's own paging ends at 10,000
ROUTES = ("search", "filters", "downloads", "harvests")


def document(identifier, species="rat"):
    origin = {"provider": "neurons", "page": 0, "run": "1", "harvested_at": "2026-11-24T12:00:00Z"}
    return {
        "id": identifier,
        "source_id": identifier,
        "type": "morphology",
        "name": f"same {identifier[-1]}",
        "species": species,
        "provenance": origin,
    }


def publish(hub, run, records, provider="neurons", species="rat"):
    """Show these records (or identifiers) instead of what the provider had, and name the generation that this makes."""
    index = hub.publisher.create_index("dataset", provider, run)
    documents = [document(one, species) if isinstance(one, str) else one for one in records]
    assert bulk_load(hub.client, index, documents) == []
    hub.publisher.await_count("dataset", provider, run, least=len(records))
    with hub.releases.changing("dataset", provider, run):
        hub.publisher.swap_alias("dataset", provider, run)
    return hub.releases.current("dataset").generation


@pytest.fixture(scope="module")
def hub():
    """Three runs of one provider published one after the other, the first of them pruned; and one run of another."""
    made = engine.hub("http://127.0.0.1:9")
    first = publish(made, "1", ["neurons-a"])
    publish(made, "1", ["cells-1"], provider="cells")
    second = publish(made, "2", ["neurons-a", "neurons-b"], species="mouse")
    third = publish(made, "3", ["neurons-b", "neurons-c"], species="cat")
    made.publisher.delete_index("dataset", "neurons", "1")
    return SimpleNamespace(services=made, first=first, second=second, third=third)


@pytest.fixture
def api(hub, monkeypatch):
    for route in ROUTES:
        monkeypatch.setattr(f"chalicelib.routes.{route}.services", lambda: hub.services)
    return Client(workers.wsgi)


def post(api, path, body):
    return api.post(path, data=json.dumps(body), content_type="application/json")


def got(path):
    return json.loads(Client(workers.wsgi).get(path).data)


def ids(answer):
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return {item["id"] for item in answer.json["items"]}


def test_a_release_is_read_as_it_was_by_every_form_of_search(hub, api):
    then = {"cells-1", "neurons-a", "neurons-b"}
    assert ids(post(api, f"/search/dataset?release={hub.second}", {})) == then
    assert ids(post(api, f"/search/dataset/0/10?release={hub.second}", {"data_type": "morphology"})) == then
    assert ids(api.get(f"/search/dataset?release={hub.second}")) == then
    assert ids(api.get("/search/dataset")) == {"cells-1", "neurons-b", "neurons-c"}


def test_records_filters_and_downloads_can_be_pinned(hub, api):
    asked = {"ids": ["neurons-a", "neurons-c"]}
    assert ids(post(api, f"/search/dataset/all?release={hub.second}", asked)) == {"neurons-a"}
    assert ids(post(api, "/search/dataset/all", asked)) == {"neurons-c"}
    tree = api.get(f"/filters/dataset/morphology?release={hub.second}").json
    assert tree["species"]["counts"] == {"mouse": 2, "rat": 1}
    gone = api.get(f"/download/dataset?ids=neurons-c&release={hub.second}")
    assert (gone.status_code, gone.json["ids"]) == (404, ["neurons-c"])
    assert api.get(f"/download/dataset/neurons-c?release={hub.second}").json["title"] == "Record not found"
    assert api.get("/download/dataset/neurons-c").json["title"] == "File not available"


def test_every_answer_says_what_it_was_made_from(hub, api):
    answers = [
        api.get("/search/dataset"),
        post(api, "/search/dataset", {}),
        post(api, "/search/model/all?release=" + hub.third, {"ids": ["neurons-b"]}),
        api.get("/filters/dataset"),
        api.get(f"/search/dataset?release={hub.third}"),
    ]
    assert [answer.headers["Hub-Generation"] for answer in answers] == [hub.third] * 5
    assert [one.json["generation"] for one in answers if "items" in one.json] == [hub.third] * 4


def test_records_of_either_index_name_both_generations_which_can_be_given_back(hub, api):
    both = post(api, "/search/dataset/all", {"ids": ["neurons-b"]}).json["generation"]
    assert both.split(",")[0] == hub.third
    assert ids(post(api, f"/search/model/all?release={both}", {"ids": ["neurons-b"]})) == {"neurons-b"}
    assert ids(api.get(f"/search/dataset?release={both}")) == {"cells-1", "neurons-b", "neurons-c"}


@pytest.mark.parametrize("path", ["/search/dataset", "/filters/dataset", "/download/dataset/all"])
def test_a_release_that_was_pruned_is_gone(hub, api, path):
    answer = api.get(f"{path}?release={hub.first}")
    assert (answer.status_code, answer.content_type) == (410, "application/problem+json")
    assert "/releases" in answer.json["detail"]


@pytest.mark.parametrize(
    ("release", "status"), [("0123456789abcdef", 404), ("x", 400), ("../dataset", 400), ("*", 400), ("a" * 9000, 400)]
)
def test_a_release_that_never_was_is_refused(api, release, status):
    answer = api.get("/search/dataset", query_string={"release": release})
    assert (answer.status_code, answer.json["field"]) == (status, "release")


def test_a_release_of_the_other_index_is_refused(hub, api):
    assert api.get(f"/search/model?release={hub.third}").status_code == 400


def test_releases_lists_what_can_be_read_the_current_one_first(hub, api):
    engine.refresh(hub.services.names.releases)
    listed = [one for one in api.get("/releases").json["releases"] if one["index"] == "dataset"]
    assert [one["generation"] for one in listed][:2] == [hub.third, hub.second]
    assert hub.first not in {one["generation"] for one in listed}
    assert [one["current"] for one in listed][:2] == [True, False]
    assert listed[0]["changed"] == {"provider": "neurons", "run": "3"}
    assert listed[0]["runs"] == {"cells": "1", "neurons": "3"}
    assert all(api.get(f"/search/dataset?release={one['generation']}").status_code == 200 for one in listed)


def test_a_release_whose_note_was_lost_is_noted_when_it_is_asked_for(hub, api):
    """As after a process that died between the alias update and its note."""
    services = engine.hub("http://127.0.0.1:9")
    services.publisher.create_index("dataset", "neurons", "1")
    bulk_load(services.client, services.names.physical("dataset", "neurons", "1"), [document("neurons-a")])
    services.publisher.await_count("dataset", "neurons", "1", least=1)
    services.publisher.swap_alias("dataset", "neurons", "1")
    generation = services.search.page(Query(index="dataset"), base="")["generation"]
    again = publish(services, "2", ["neurons-b"])
    assert services.releases.find(generation).indices == (services.names.physical("dataset", "neurons", "1"),)
    assert again != generation


def test_a_deployment_that_has_noted_no_release_yet_answers_all_the_same(monkeypatch):
    services = engine.hub("http://127.0.0.1:9")
    services.client.indices.delete(index=services.names.releases)
    for route in ROUTES:
        monkeypatch.setattr(f"chalicelib.routes.{route}.services", lambda: services)
    listed = got("/releases")["releases"]
    assert [(one["index"], one["current"]) for one in listed] == [("dataset", True), ("model", True)]
    assert got(f"/search/dataset?release={listed[0]['generation']}")["total"] == 0
    assert got("/download/dataset/all")["title"] == "Record not found"


def test_a_pinned_link_may_be_kept_and_is_answered_without_the_engine(hub, api):
    answer = api.get(f"/search/dataset?release={hub.second}")
    assert "max-age=3600" in answer.headers["Cache-Control"]
    again = api.get(f"/search/dataset?release={hub.second}", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.fixture(scope="module")
def many():
    made = engine.hub("http://127.0.0.1:9")
    records = [document(f"neurons-{number:05}") for number in range(MANY)]
    kept = ("id", "type", "name", "provenance")  # the fewer there is to index, the quicker
    publish(made, "1", [{name: one[name] for name in kept} for one in records])
    return made


def paged(hub, query, between=lambda: None):
    """All identifiers of a search, page after page by cursor; something may happen after the first page."""
    page = hub.search.page(query, base="")
    between()
    seen = [item["id"] for item in page["items"]]
    while page["next"]:
        page = hub.search.page(replace(query, cursor=page["next"]), base="")
        seen += [item["id"] for item in page["items"]]
    return seen


@pytest.mark.parametrize("asked", [{}, {"text": "same"}, {"sort": "-name"}], ids=["by name", "by score", "downwards"])
def test_a_cursor_pages_past_ten_thousand_and_through_a_publish(many, asked):
    query = Query(index="dataset", size=1000, **asked)
    seen = paged(many, query, between=lambda: publish(many, "2", ["neurons-x"]))
    assert len(seen) == len(set(seen)) == MANY
    many.publisher.swap_alias("dataset", "neurons", "1")


def test_a_cursor_whose_release_was_pruned_is_gone(many):
    publish(many, "3", ["neurons-x", "neurons-y"])
    cursor = many.search.page(Query(index="dataset", size=1), base="")["next"]
    many.publisher.swap_alias("dataset", "neurons", "1")
    assert len(many.search.page(Query(index="dataset", size=1, cursor=cursor), base="")["items"]) == 1
    many.publisher.delete_index("dataset", "neurons", "3")
    with pytest.raises(ReleaseGone):
        many.search.page(Query(index="dataset", size=1, cursor=cursor), base="")


def test_a_cursor_goes_on_over_http_whichever_way_the_search_comes(hub, api):
    first = post(api, "/search/dataset/0/2", {"data_type": "morphology"}).json
    assert (first["page"], len(first["items"])) == (0, 2)
    second = post(api, f"/search/dataset/0/2?cursor={first['next']}", {"data_type": "morphology"}).json
    linked = api.get(f"/search/dataset?data_type=morphology&size=2&cursor={first['next']}").json
    assert second == linked
    assert (second["page"], second["next"], second["generation"]) == (1, None, hub.third)
    assert len({one["id"] for one in first["items"] + second["items"]}) == 3


def test_a_cursor_that_was_changed_or_belongs_to_another_search_is_refused(api):
    cursor = api.get("/search/dataset?size=1").json["next"]
    changed = [
        cursor[:place] + ("A" if letter != "A" else "B") + cursor[place + 1 :] for place, letter in enumerate(cursor)
    ]
    refused = [
        api.get(f"/search/dataset?size=1&cursor={one}") for one in [*changed[:-1], cursor[:-9], "x", "é", "A" * 80]
    ]
    refused += [api.get(f"/search/dataset?q=same&size=1&cursor={cursor}"), api.get(f"/search/model?cursor={cursor}")]
    assert {(one.status_code, one.json["field"]) for one in refused} == {(400, "cursor")}
    assert api.get(f"/search/dataset?size=2&cursor={cursor}").status_code == 200


def test_a_cursor_of_one_secret_is_none_of_another(hub):
    cursor = hub.services.search.page(Query(index="dataset", size=1), base="")["next"]
    other = type(hub.services)(replace(hub.services.config, cursor_secret="other"))
    with pytest.raises(BadInput, match="not a cursor of this search"):
        other.search.page(Query(index="dataset", size=1, cursor=cursor), base="")


def test_what_belongs_to_a_record_is_read_where_it_was_read_itself():
    hub = engine.hub("http://127.0.0.1:9")
    members = [{**document(f"neurons-{one}"), "archive": "Turner"} for one in "abc"]
    publish(hub, "1", members[:2])
    found = hub.record_reader.read("neurons-a")
    publish(hub, "2", [members[0], members[2]])
    related = hub.record_reader.related_records(found, "")["same_archive"]
    assert [one["id"] for one in related["items"]] == ["neurons-b"]
    assert "release" not in related["search"]
