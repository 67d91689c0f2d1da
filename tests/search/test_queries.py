"""What people type, and what they must find: the table `queries.csv`, and names that are easy to miss."""

import csv
import json
import random
import re
from pathlib import Path

import pytest

from chalicelib.search.query import Query
from chalicelib.store.opensearch.bulk import bulk_load

with (Path(__file__).parent / "queries.csv").open(encoding="utf-8", newline="") as table:
    QUERIES = list(csv.DictReader(table))

PROBES = ("cnic_041", "cnic_042", "990803", "mpg141208_B_idA", "Ménard 1", "Køhler-2", "5-9-96 cell 2")

DICE = random.Random(3)
PROSE = ["".join(DICE.choice("aeiu") for _ in range(6)) for _ in range(4000)]  # many a word is another's typo


@pytest.mark.parametrize("asked", QUERIES, ids=lambda asked: f"{asked['query'].strip()}: {asked['why']}")
def test_people_find_what_they_mean(full_hub, asked):
    items = full_hub.search.page(Query(index=asked["index"], text=asked["query"].strip(), size=100), base="")["items"]
    names = [_plain(item["name"]) for item in items]
    expected = _plain(asked["expected"])
    if asked["rule"] == "none":
        assert items == []
    elif asked["rule"] == "first":
        assert names[0] == expected
    elif asked["rule"] == "among":
        assert expected in names
    else:
        assert items
        assert all(asked["expected"].lower() in json.dumps(item).lower() for item in items[:5])


@pytest.fixture(scope="module")
def probes(full_hub):
    """Records with names that are easy to miss, in an index of their own."""
    name = full_hub.publisher.create_index("dataset", "probes", "1")
    bulk_load(full_hub.client, name, [_document(number, probe) for number, probe in enumerate(PROBES)])
    full_hub.publisher.await_count("dataset", "probes", "1", least=len(PROBES))

    def ask(text):
        body = full_hub.search.request(Query(index="dataset", text=text))
        return [hit["_source"]["name"] for hit in full_hub.client.search(index=name, body=body)["hits"]["hits"]]

    yield ask
    full_hub.publisher.delete_index("dataset", "probes", "1")


@pytest.mark.parametrize("name", PROBES)
def test_a_name_is_found_first_and_by_every_part_of_three_letters_or_more(probes, name):
    assert probes(name)[0] == name
    parts = {name[start:end] for start in range(len(name)) for end in range(start + 3, len(name) + 1)}
    missed = [part for part in parts if name not in probes(part) and re.search(r"\w", part)]
    assert missed == []


def test_accents_do_not_matter(probes):
    assert probes("Menard")[0] == "Ménard 1"
    assert probes("kohler")[0] == "Køhler-2"


def test_one_digit_off_is_another_record_not_a_typo(probes):
    assert probes("cnic_041") == ["cnic_041"]


def test_a_pasted_sentence_of_fifty_words_finds_its_record_however_many_words_are_alike(probes):
    assert probes(" ".join(PROSE[:50]))[0] == PROBES[0]


def _document(number, name):
    origin = {"provider": "probes", "page": 0, "harvested_at": "2026-11-24T12:00:00Z"}
    return {"id": f"probes-{number}", "type": "morphology", "name": name, "provenance": origin} | (
        {"description": " ".join(PROSE)} if number == 0 else {}
    )


def _plain(name):
    return name.replace(",", "")
