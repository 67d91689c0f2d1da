"""The vocabulary's refresh from a portal: what differs, what is taken over, what is refused."""

import csv

import pytest

from chalicelib.errors import HarvestRefused, SourceUnreachable
from chalicelib.vocabulary.concepts import FILE, compact, read, to_table
from chalicelib.vocabulary.refresh import apply_changes, changes, check
from tests.proxy.conftest import proxy_over

CA1 = "UBERON:0003881"


@pytest.fixture
def client(upstream):
    return proxy_over(upstream.url).client("ncbo")


def asked(concepts):
    return [one for one in concepts if one.at_portals]


def mutated(upstream, path, **fields):
    upstream.misbehave(path=path, mutate=lambda item: {**item, **fields})


def test_the_concepts_are_whole_and_known_by_one_name():
    concepts = read()
    known = {one.id for one in concepts}
    assert len(known) == len(concepts) == 1086
    assert all(one.label and one.source and one.licence for one in concepts)
    assert all(compact(one.iri) == one.id for one in concepts if one.at_portals)
    assert [one.id for one in concepts if not set(one.parents) <= known] == []


def test_the_facts_are_those_that_were_collected(recordings):
    table = recordings.parent / "vocabulary" / "concepts.csv"
    if not table.is_file():
        pytest.skip(f"no {table}")
    with table.open(encoding="utf-8", newline="") as rows:
        collected = {row["concept_id"]: row for row in csv.DictReader(rows)}
    assert {one.id: (one.label, one.facet, "|".join(one.parents)) for one in read()} == {
        concept: (row["preferred_label"], row["facet"], row["parent_ids"]) for concept, row in collected.items()
    }


def test_the_file_is_written_as_it_was_read():
    assert to_table(read()) == FILE.read_text(encoding="utf-8")


def test_a_portal_that_says_the_same_changes_nothing(client, upstream):
    concepts = read()
    assert changes(concepts, client, synonyms=True) == []
    assert len(upstream.log.all(source="portals")) == len(asked(concepts))


def test_a_new_label_a_new_synonym_and_a_loss_are_told_apart(client, upstream):
    mutated(upstream, "0003881", prefLabel="field CA1", synonym=["CA1 proper"])
    upstream.misbehave(path="0003882", status=404, body='{"errors": ["gone"], "status": 404}')
    mutated(upstream, "0003883", obsolete=True)
    concepts = read()
    found = {one.old.id: one for one in changes(concepts, client, synonyms=True)}
    assert set(found) == {CA1, "UBERON:0003882", "UBERON:0003883"}
    assert "'CA1 field of hippocampus' -> 'field CA1'" in str(found[CA1])
    assert "CA1 proper" in str(found[CA1])
    assert "gone or obsolete" in str(found["UBERON:0003882"])
    check(concepts, list(found.values()))
    kept = {one.id: one for one in apply_changes(concepts, list(found.values()), "ncbo 2026-11-24")}
    assert (kept[CA1].label, kept[CA1].source.endswith("; ncbo 2026-11-24")) == ("field CA1", True)
    assert kept["UBERON:0003882"].label == "CA2 field of hippocampus"
    assert len(kept) == len(concepts)


def test_synonyms_are_taken_over_only_when_asked_for(client, upstream):
    mutated(upstream, "0003881", synonym=["CA1 proper"])
    assert changes(read(), client) == []


def test_a_parent_is_taken_over_where_there_was_none(client, upstream):
    concept = next(one for one in read() if one.at_portals and not one.parents and one.ontology == "UBERON")
    mutated(upstream, concept.id.split(":")[1], subClassOf=["http://www.w3.org/2002/07/owl#Thing", read()[0].iri])
    found = changes(read(), client)
    assert [one.new.parents for one in found if one.new] == [(read()[0].id,)]


def test_a_refresh_that_would_change_too_much_is_refused(client, upstream):
    mutated(upstream, "classes", prefLabel="something else")
    concepts = read()
    with pytest.raises(HarvestRefused, match="500 of 1086"):
        check(concepts, changes(concepts, client))


def test_a_portal_that_is_down_is_no_reason_to_lose_anything(client, upstream):
    upstream.misbehave(
        path="/portals/", status=500, body="Internal server error", headers={"Content-Type": "text/plain"}
    )
    with pytest.raises(SourceUnreachable, match="Internal server error"):
        changes(read(), client)
