"""GET /changes: who asks again and again learns of every record that came, changed and went, once."""

import time
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
import requests
from werkzeug.test import Client

from chalicelib.harvest.run import new_run, run_name
from chalicelib.records import fingerprint
from chalicelib.store.opensearch.bulk import bulk_load
from chalicelib.wiring import now
from local import workers
from tests.support import engine, s3
from tests.support.atom import faults_of

ATOM = "{http://www.w3.org/2005/Atom}"
FIRST = {f"neuromorpho-{number}": "as it was" for number in range(20)}
SECOND = {**FIRST, "neuromorpho-1": "another name", "neuromorpho-20": "new"} | {}
SECOND.pop("neuromorpho-2")
CHANGED = {"added": ["neuromorpho-20"], "changed": ["neuromorpho-1"], "removed": ["neuromorpho-2"]}
BACK = {"added": ["neuromorpho-2"], "changed": ["neuromorpho-1"], "removed": ["neuromorpho-20"]}
KINDS = ("added", "changed", "removed")


def document(provider, identifier, name, run):
    content = {"id": identifier, "type": "morphology", "name": name, "source": provider}
    terms = {"licence": "CC-BY-4.0", "citation": "A source", "source_url": "https://source.example/1"}
    origin = {"provider": provider, "page": 0, "run": run, "harvested_at": now().isoformat(), **terms}
    return {**content, "provenance": {**origin, "fingerprint": fingerprint(content)}}


def publish(hub, records, provider="neuromorpho"):
    """Harvested and published, as a run of its own; the generation that this makes."""
    run = new_run(provider, "dataset", run_name(now()), now())
    index = hub.publisher.create_index("dataset", provider, run["run"])
    assert (
        bulk_load(hub.client, index, [document(provider, one, name, run["run"]) for one, name in records.items()]) == []
    )
    counts = {"read": len(records), "indexed": len(records), "rejected": 0, "unchanged": 0}
    stored = hub.runs.create({**run, "state": "loaded", "complete": True, "total": len(records), "counts": counts})
    assert hub.publishing.finish(stored)["state"] == "published"
    return hub.releases.current("dataset").generation


@pytest.fixture(scope="module")
def hub():
    """Two runs of one provider, one of another between them, and the first of them served again."""
    made: Any = engine.hub("http://127.0.0.1:9")
    made.began = now()
    made.first = publish(made, FIRST)
    made.other = publish(made, {"internal-1": "a", "internal-2": "b"}, provider="internal")
    made.second = publish(made, SECOND)
    made.publishing.rollback("dataset", "neuromorpho")
    return made


@pytest.fixture
def api(hub, monkeypatch):
    for route in ("search", "changes", "records", "downloads", "responses"):
        monkeypatch.setattr(f"chalicelib.routes.{route}.services", lambda: hub)
    return Client(workers.wsgi)


def changes_since(api, since, **more):
    """The answer as soon as the engine finds all that is published; until then it must not send anybody on."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        answer = api.get("/changes", query_string={"since": since, **more})
        assert answer.status_code == 200, answer.get_data(as_text=True)
        if answer.json["until"] != since:
            return answer.json
        time.sleep(0.05)
    raise AssertionError("what was published is not found")


def lists(publish):
    return {kind: publish[kind] for kind in KINDS}


def test_since_a_generation_what_came_after_it_is_told(hub, api):
    [change] = changes_since(api, hub.first)["changes"]
    assert (change["provider"], lists(change)["added"]) == ("internal", ["internal-1", "internal-2"])


def test_a_generation_is_exact_for_each_provider(hub, api):
    changes = changes_since(api, hub.second)["changes"]
    assert [lists(one) for one in changes] == [BACK]


def test_a_rollback_is_the_generation_of_before_from_which_nothing_has_changed(hub, api):
    assert hub.releases.current("dataset").generation == hub.other
    answer = api.get(f"/changes?since={hub.other}").json
    assert (answer["changes"], answer["until"]) == ([], hub.other)


def test_since_a_time_all_that_was_published_after_it_is_told(hub, api):
    everything = changes_since(api, hub.began.isoformat())
    assert [one["provider"] for one in everything["changes"]] == ["neuromorpho", "internal", *["neuromorpho"] * 2]
    assert [lists(one) for one in everything["changes"][2:]] == [CHANGED, BACK]
    last = everything["changes"][-1]["published_at"]
    assert api.get("/changes", query_string={"since": last}).json["changes"] == []
    assert changes_since(api, "")["changes"] == everything["changes"]


def test_what_is_given_back_brings_what_is_new_and_nothing_twice(api):
    hub = engine.hub("http://127.0.0.1:9")
    publish(hub, FIRST)
    first = hub.change_feed.since("")
    until = first["until"] or first["generation"]
    seen = [one for publish_ in hub.change_feed.since(until)["changes"] for one in publish_["added"]]
    publish(hub, SECOND)
    end = time.monotonic() + 30
    while not seen and time.monotonic() < end:
        answer = hub.change_feed.since(until)
        seen = [one for one in answer["changes"] if one["added"]]
        assert seen or answer["until"] == until
    assert [lists(one) for one in seen] == [CHANGED]
    assert hub.change_feed.since(answer["until"])["changes"] == []


@pytest.mark.parametrize("path", ["/records/{}", "/download/dataset/{}", "/files/{}/any.swc"])
def test_a_record_that_was_dropped_is_gone_and_one_that_never_was_is_unknown(hub, api, path):
    changes_since(api, hub.began.isoformat())
    gone = api.get(path.format("neuromorpho-20"))
    assert (gone.status_code, gone.content_type) == (410, "application/problem+json")
    assert gone.json["release"] == hub.second
    assert gone.json["removed_at"] == api.get("/changes").json["changes"][-1]["published_at"]
    assert "The release" in gone.json["detail"]
    assert api.get(path.format("neuromorpho-2000")).status_code == 404


def test_a_dropped_record_is_still_read_from_the_release_that_has_it(hub, api):
    last = api.get("/records/neuromorpho-20").json["release"]
    kept = api.get(f"/records/neuromorpho-20?release={last}")
    assert (kept.status_code, kept.json["name"]) == (200, "new")
    page = api.get("/records/neuromorpho-20", headers={"Accept": "text/html", "Sec-Fetch-Mode": "navigate"})
    assert (page.status_code, page.content_type) == (410, "text/html; charset=utf-8")
    assert f'href="http://localhost/records/neuromorpho-20?release={last}"' in page.text


def test_one_provider_can_be_asked_for(hub, api):
    answer = changes_since(api, hub.first, provider="internal")
    assert [one["provider"] for one in answer["changes"]] == ["internal"]
    assert api.get(f"/changes?since={answer['until']}&provider=internal").json["changes"] == []


def test_a_feed_has_an_entry_a_publish_newest_first(hub, api):
    changes_since(api, hub.began.isoformat())
    answer = api.get("/changes?format=atom")
    assert answer.content_type == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(answer.data)
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert titles == [
        "neuromorpho: 1 added, 1 changed, 1 removed",
        "neuromorpho: 1 added, 1 changed, 1 removed",
        "internal: 2 added",
        "neuromorpho: 20 added",
    ]
    contents = [entry.findtext(f"{ATOM}content", "") for entry in feed.iter(f"{ATOM}entry")]
    assert 'Added: 1</p><ul><li><a href="http://localhost/records/neuromorpho-20">neuromorpho-20</a>' in contents[1]
    assert "Removed: 1</p><ul><li>neuromorpho-2</li>" in contents[1]
    assert all(entry.findtext(f"{ATOM}{name}") for entry in feed.iter(f"{ATOM}entry") for name in ("id", "updated"))
    updated = feed.findtext(f"{ATOM}updated", "")
    assert updated > feed.findtext(f"{ATOM}entry[last()]/{ATOM}updated", "") > ""


def test_a_feed_is_one_that_readers_take(hub, api):
    changes_since(api, hub.began.isoformat())
    feed = feedparser.parse(api.get("/changes?format=atom").data)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert {link.rel for link in feed.feed.links} == {"self", "first", "alternate"}
    assert all(
        entry.id and entry.updated_parsed and entry.link.startswith("http://localhost/") for entry in feed.entries
    )
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) == 4
    assert "http://localhost/records/neuromorpho-20" in {link.href for entry in feed.entries for link in entry.links}


def test_next_leads_to_older_entries_and_each_comes_once(hub, api, monkeypatch):
    changes_since(api, hub.began.isoformat())
    monkeypatch.setattr("chalicelib.routes.feed.ENTRIES", 3)
    pages = [feedparser.parse(api.get("/changes?format=atom").data)]
    while link := next((one.href for one in pages[-1].feed.links if one.rel == "next"), None):
        pages.append(feedparser.parse(api.get(link.removeprefix("http://localhost")).data))
    assert [len(page.entries) for page in pages] == [3, 1]
    times = [entry.updated for page in pages for entry in page.entries]
    assert times == sorted(times, reverse=True)
    assert {page.feed.id for page in pages} == {"http://localhost/changes"}


@pytest.mark.parametrize(
    "query", ["", "provider=internal&", "q=another&", "since=2026-01-01&", "q=%EF%BF%BE%0B%3C%26&"]
)
def test_a_feed_is_valid_atom(hub, api, query):
    changes_since(api, hub.began.isoformat())
    assert faults_of(api.get(f"/changes?{query}format=atom").data) == []


def test_the_pages_of_a_feed_are_valid_and_lead_on_and_back(hub, api, monkeypatch):
    changes_since(api, hub.began.isoformat())
    monkeypatch.setattr("chalicelib.routes.feed.ENTRIES", 2)
    pages = [api.get(f"/changes?format=atom&page={number}").data for number in range(3)]
    assert faults_of(*pages) == []
    links = [{one.rel: one.href for one in feedparser.parse(page).feed.links} for page in pages]
    assert links[0]["next"] == links[1]["self"] and links[1]["previous"] == links[1]["first"] == links[0]["self"]
    assert "previous" not in links[0] and "next" not in links[1]


def test_a_feed_that_breaks_a_rule_is_found_out():
    """So that a valid one says something: each of these breaks one rule of RFC 4287 or 5005."""
    link = b'<link rel="self" href="http://localhost/changes"/>'
    head = b"<id>http://localhost/changes</id><title>x</title><updated>2026-11-30T10:00:00Z</updated>" + link
    entry = b"<entry><id>urn:x:1</id><title>x</title><updated>2026-11-30T10:00:00Z</updated><content/></entry>"
    by, begin = b"<author><name>x</name></author>", b'<feed xmlns="http://www.w3.org/2005/Atom">'
    whole = begin + by + head + entry + b"</feed>"
    assert faults_of(whole) == []
    for good, bad in (
        (by, b""),
        (b"10:00:00Z</updated><content", b"10:00:00</updated><content"),
        (b"urn:x:1", b"1"),
        (b"<title>x</title>", b""),
        (entry, entry * 2),
        (b"<content/>", b""),
        (link, b""),
        (link, link + link.replace(b"self", b"next") * 2),
        (entry, entry + link),
    ):
        assert faults_of(whole.replace(good, bad, 1)), (good, bad)


def test_a_search_can_be_followed(hub, api):
    changes_since(api, hub.began.isoformat())
    changes = api.get("/changes?q=another").json["changes"]
    assert [lists(one) for one in changes] == [{"added": [], "changed": ["neuromorpho-1"], "removed": []}]
    removed = api.get("/changes?q=new&data_type=morphology").json["changes"]
    assert [lists(one) for one in removed] == [
        {"added": ["neuromorpho-20"], "changed": [], "removed": []},
        {"added": [], "changed": [], "removed": ["neuromorpho-20"]},
    ]
    assert api.get("/changes?data_type=connection").json["changes"] == []
    assert api.get("/changes?index=model").json["changes"] == []
    assert api.get("/changes?species=rat&colour=red").status_code == 400
    feed = feedparser.parse(api.get("/changes?q=another&format=atom").data)
    assert (feed.feed.id, len(feed.entries)) == ("http://localhost/changes?q=another", 1)
    assert feed.entries[0].link == "http://localhost/records/neuromorpho-1"


def test_a_narrowed_feed_has_entries_and_a_title_of_its_own(hub, api):
    """Readers that follow both would take entries with one id as one."""
    changes_since(api, hub.began.isoformat())
    whole, narrowed = (feedparser.parse(api.get(f"/changes?{one}format=atom").data) for one in ("", "q=another&"))
    assert narrowed.feed.title == "Hippocampus Hub: what changed (q=another)"
    assert not {one.id for one in whole.entries} & {one.id for one in narrowed.entries}
    since = feedparser.parse(api.get(f"/changes?since={hub.first}&format=atom").data)
    assert {one.id for one in since.entries} < {one.id for one in whole.entries}  # a later start is no other feed


def test_a_search_is_followed_in_the_index_of_its_provider_and_in_all_that_have_its_filters():
    hub = engine.hub("http://127.0.0.1:9")
    run = new_run("model_db", "model", run_name(now()), now())
    index = hub.publisher.create_index("model", "model_db", run["run"])
    made = {**document("model_db", "model_db-1", "CA1 cell", run["run"]), "type": "single"}
    assert bulk_load(hub.client, index, [made]) == []
    counts = {"read": 1, "indexed": 1, "rejected": 0, "unchanged": 0}
    stored = hub.runs.create({**run, "state": "loaded", "complete": True, "total": 1, "counts": counts})
    assert hub.publishing.finish(stored)["state"] == "published"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("chalicelib.routes.changes.services", lambda: hub)
        client: Any = Client(workers.wsgi)
        changes_since(client, "")
        for query in ("provider=model_db&q=cell", "q=cell", "index=model&q=cell", "model_types=x"):
            changes = client.get(f"/changes?{query}").json["changes"]
            assert [one["added"] for one in changes] == ([] if "types" in query else [["model_db-1"]]), query
        assert client.get("/changes?index=dataset&q=cell").json["changes"] == []


def test_as_json_there_are_no_pages(hub, api):
    answer = api.get("/changes?page=999")
    assert (answer.status_code, answer.json["field"]) == (400, "page")


def test_a_reader_of_feeds_needs_no_parameter(hub, api):
    answer = api.get("/changes", headers={"Accept": "application/atom+xml, text/html;q=0.8"})
    assert answer.content_type.startswith("application/atom+xml")
    assert ET.fromstring(answer.data).findtext(f"{ATOM}id") == "http://localhost/changes"


def test_more_than_the_gateway_can_carry_is_a_file_of_the_same_shape(hub, api, monkeypatch):
    changes_since(api, hub.second)
    monkeypatch.setattr("chalicelib.routes.responses.LARGEST_BODY", 300)
    monkeypatch.setitem(vars(hub), "files", s3.bucket())
    answer = api.get(f"/changes?since={hub.second}")
    assert answer.status_code == 303, answer.get_data(as_text=True)
    assert requests.get(answer.headers["Location"], timeout=60).json().keys() == {"changes", "until", "generation"}


@pytest.mark.parametrize(
    ("since", "status"), [("0123456789abcdef", 404), ("yesterday", 400), ("2026-02-30", 400), ("1" * 5000, 400)]
)
def test_a_moment_that_never_was_is_refused(api, since, status):
    answer = api.get("/changes", query_string={"since": since})
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
