"""From a harvest to measures in the index: once for each content, by a run of its own, and never by half."""

from chalicelib.errors import SourceUnreachable
from chalicelib.measuring.one_file import Outcome
from chalicelib.measuring.plan import pending
from chalicelib.measuring.results import with_results
from chalicelib.measuring.work import ATTEMPTS
from chalicelib.morphology.study import CONTENT_TYPES
from chalicelib.search.query import Query
from local.measurer import finish
from tests.measuring.conftest import documents, harvest, measure, served_index
from tests.support import engine


def test_measures_reach_the_index_by_a_run_that_replaces_what_is_served(harvested):
    before, was = documents(harvested), served_index(harvested)
    assert all(one["morphometry"] == {} for one in before.values())
    assert measure(harvested) >= len(before)
    after = documents(harvested)
    assert after.keys() == before.keys()
    assert served_index(harvested) != was
    assert documents(harvested, was) == before, "what was served before was written to"
    for one in after.values():
        assert one["morphometry"]["length"] > 0
        assert one["has_file"] is True
        assert one["quality_flags"] == sorted(one["quality"])
        assert one["source_morphometry"] == {}


def test_what_is_measured_is_found_by_words_and_sorted(harvested):
    measure(harvested)
    after = documents(harvested)
    query = Query(index="dataset", text="longer than 1 mm", sort="-morphometry.length", size=100)
    page = harvested.search.page(query, base="")
    lengths = [one["morphometry"]["length"] for one in page["items"]]
    held = [one["morphometry"]["length"] for one in after.values()]
    assert lengths == sorted((one for one in held if one >= 1000), reverse=True)
    assert lengths
    assert page["interpreted"][0]["filter"] == {"morphometry.length": {"from": 1000.0}}


def test_a_run_that_failed_while_it_took_measures_in_is_taken_further(harvested):
    work = harvested.measuring.work
    work.step("neuromorpho", seconds=-1)
    engine.refresh(harvested.names.measurements)
    work.step("neuromorpho", seconds=30)
    engine.refresh(harvested.names.measurements)
    run = work.publish("neuromorpho")
    stored = harvested.runs.read(run["run"])
    harvested.runs.save(stored, {**stored.run, "state": "failed", "reasons": ["The search engine cannot be reached."]})
    again = work.publish("neuromorpho")
    assert again and again["run"] == run["run"]
    assert finish(harvested, again)["state"] == "published"
    assert all(one["morphometry"] for one in documents(harvested).values())


def test_a_second_harvest_keeps_the_measures_and_finds_its_records_unchanged(harvested, upstream):
    measure(harvested)
    before = documents(harvested)
    upstream.log.clear()
    run = harvest(engine.over(harvested.config))
    assert run["state"] == "published"
    assert run["counts"]["unchanged"] == len(before)
    after = documents(harvested)
    assert [one["morphometry"] for one in after.values()] == [one["morphometry"] for one in before.values()]
    assert measure(harvested) == 0
    assert not [one for one in upstream.log.all(source="neuromorpho") if "dableFiles" in str(one)]


def test_measures_are_a_change_in_the_feed_of_changes(harvested):
    measure(harvested)
    run = harvested.runs.read(harvested.publisher.served_run("dataset", "neuromorpho")).run
    assert run["rebuilds"]
    assert run["diff"]["changed"]["count"] == len(documents(harvested))


def test_what_a_file_yields_is_kept_under_its_hash(harvested):
    measure(harvested)
    known = next(iter(harvested.measuring.measurements.read(list(documents(harvested))).values())).content
    assert known["folder"].startswith(f"morphology/{known['sha256']}/")
    stored = harvested.files.read(f"{known['folder']}/morphology.swc")
    assert known["sha256"].encode() in stored
    for name, kind in CONTENT_TYPES.items():
        assert harvested.files.head(f"{known['folder']}/{name}").content_type.replace(" ", "") == kind.replace(" ", "")


def test_a_file_of_the_same_content_is_measured_once(harvested):
    measure(harvested)
    measurements, work = harvested.measuring.measurements, harvested.measuring.work
    identifier, document = next(iter(documents(harvested).items()))
    entry = measurements.read([identifier])[identifier]
    harvested.files.put(
        f"{entry.content['folder']}/study.json", b'{"morphometry":{"length":1.5},"quality":{}}', "application/json"
    )
    measurements.save(entry, pending(document, entry.content))
    engine.refresh(harvested.names.measurements)
    assert work.step("neuromorpho", seconds=5) == 1
    assert measurements.read([identifier])[identifier].content["result"]["morphometry"] == {"length": 1.5}


def test_those_most_asked_for_come_first(harvested):
    work, measurements = harvested.measuring.work, harvested.measuring.measurements
    work.step("neuromorpho", seconds=-1)  # plans alone
    chosen = min(documents(harvested).values(), key=lambda one: int(one["id"].rpartition("-")[2]))
    assert work.want(chosen)["state"] == "pending"
    engine.refresh(harvested.names.measurements)
    assert measurements.next("neuromorpho", 1e10, 1) == [chosen["id"]]


def test_the_newest_come_first_among_equals(harvested):
    harvested.measuring.work.step("neuromorpho", seconds=-1)
    engine.refresh(harvested.names.measurements)
    numbers = [int(one.rpartition("-")[2]) for one in harvested.measuring.measurements.next("neuromorpho", 1e10, 50)]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) > 5


def test_a_source_that_does_not_answer_is_asked_again_later(harvested, monkeypatch):
    def fail(document, known):
        raise SourceUnreachable("not now")

    work, measurements = harvested.measuring.work, harvested.measuring.measurements
    monkeypatch.setattr(work._measurer, "measure", fail)
    engine.refresh(harvested.names.measurements)
    work.step("neuromorpho", seconds=-1)
    engine.refresh(harvested.names.measurements)
    assert work.step("neuromorpho", seconds=60) == len(documents(harvested))
    entry = next(iter(measurements.read(list(documents(harvested))).values())).content
    assert (entry["state"], entry["reason"], entry["attempts"]) == ("pending", "not now", 0)
    assert entry["not_before"] > 0


def test_a_file_that_ends_the_worker_again_and_again_is_unreadable(harvested):
    work, measurements = harvested.measuring.work, harvested.measuring.measurements
    work.step("neuromorpho", seconds=-1)
    identifier = next(iter(documents(harvested)))
    entry = measurements.read([identifier])[identifier]
    measurements.save(entry, {**entry.content, "attempts": ATTEMPTS, "asked": 9})
    measure(harvested)
    found = documents(harvested)[identifier]
    assert found["quality_flags"] == ["unreadable"]
    assert "ended the process" in found["quality"]["unreadable"]["reason"]


def test_retry_measures_again_what_failed(harvested):
    measure(harvested)
    work, measurements = harvested.measuring.work, harvested.measuring.measurements
    identifier = next(iter(documents(harvested)))
    entry = measurements.read([identifier])[identifier]
    measurements.save(entry, {**entry.content, "state": "unreadable"})
    engine.refresh(harvested.names.measurements)
    assert work.retry("neuromorpho") == 1
    assert measure(harvested) == 1
    assert measurements.read([identifier])[identifier].content["state"] == "measured"


def document(**more):
    provenance = {"provider": "p", "fingerprint": "abc"}
    file = {"urls": ["https://x/a.swc"], "name": "a.swc", "kind": "morphology"}
    return {
        "id": "p-1",
        "type": "morphology",
        "name": "a",
        "morphometry": {},
        "file": file,
        "provenance": provenance,
        **more,
    }


def test_a_record_without_a_file_says_so():
    bare = {name: value for name, value in document().items() if name != "file"}
    found = with_results(bare, None)
    assert (found["has_file"], found["no_file_reason"]) == (False, "The source offers no file of this record.")


def test_a_record_that_nothing_is_known_of_stays_as_it_is():
    assert with_results(document(), None) == document()


def test_results_of_another_file_are_not_taken_over():
    known = pending(document(version="1")) | {"state": "measured", "result": {"morphometry": {"length": 1.0}}}
    assert with_results(document(version="2"), known) == document(version="2")


def test_taking_results_over_twice_changes_nothing_and_they_can_be_taken_back():
    known = pending(document()) | {"state": "measured", "result": {"morphometry": {"length": 1.0}, "has_file": True}}
    once = with_results(document(), known)
    assert once["icon"] == "/records/p-1/preview.png"
    assert once["provenance"]["fingerprint"].startswith("abc.")
    assert with_results(once, known) == once
    assert with_results(once, None) == document()


def test_a_source_with_a_picture_keeps_it():
    known = pending(document()) | {"state": "measured", "result": {"morphometry": {"length": 1.0}}}
    pictured = document(preview={"urls": ["https://x/a.png"]}, icon="/icons/p-1/a.png")
    assert with_results(pictured, known)["icon"] == "/icons/p-1/a.png"


def test_a_file_beyond_all_measure_is_not_even_read(harvested):
    from chalicelib.store.s3.objects import StoredFile

    found = harvested.measuring.work._measurer._study(StoredFile("files/none", 300_000_000, "text/plain"), None)
    assert "300,000,000 bytes" in str(found.unreadable)
    assert Outcome("missing", {}).folder == ""
