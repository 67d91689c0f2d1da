"""ModelDB harvested over HTTP from its replay; expected numbers are counted from the files, not by the provider."""

import csv
import json
import re
import zipfile
from collections import Counter, defaultdict
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from chalicelib.errors import SourceChanged, SourceUnreachable, WrongSettings
from chalicelib.http.client import Source
from chalicelib.providers.base import load
from chalicelib.providers.model_db import ModelDB, ModelDBSettings
from chalicelib.records import Provenance, Reject
from replay.server import Upstream

SAMPLE = Path(__file__).parents[1] / "recorded"
SETTINGS = Path(__file__).parents[2] / "chalicelib" / "providers" / "settings"
WHOLE = ("models_verbatim_2022", "models_verbatim_2023", "models_reassembled_2025")
ADDRESS = re.compile(r"[\w.+-]+(@| at |\[at\]| -at- )[\w-]+\.[a-z]{2,}", re.IGNORECASE)
MADE_UP = "jane.doe@example.org"


@pytest.fixture(scope="module")
def site():
    upstream = Upstream(SAMPLE).start()
    yield upstream
    upstream.stop()


@pytest.fixture(autouse=True)
def well_behaved(site):
    yield
    site.faults.clear()


@pytest.fixture(scope="module")
def recorded(recordings):
    upstream = Upstream(recordings).start()
    yield upstream
    upstream.stop()


@pytest.fixture(scope="module")
def raws(recordings):
    files = [(recordings / "modeldb" / f"{name}.jsonl").read_text(encoding="utf-8") for name in WHOLE]
    return {one["id"]: one for text in files for one in map(json.loads, text.splitlines())}


@pytest.fixture(scope="module")
def harvested(recorded):
    return harvest(recorded)


def source_of(site):
    at = f"{site.url}/modeldb"
    return Source(ModelDB.terms, base=at, pauses=False, user_agent="test", sleep=lambda seconds: None)


def provider(variant="model_db", **changed):
    told = json.loads((SETTINGS / f"{variant}.json").read_text(encoding="utf-8"))
    return ModelDB(ModelDBSettings.model_validate(told | changed))


def harvest(site, made=None):
    """All pages as the harvest walks them, each cursor through JSON."""
    made, source, cursor = made or provider(), source_of(site), None
    records: dict[str, Any] = {}
    rejects: list[Reject] = []
    while True:
        page = made.page(source, cursor)
        records |= {record.id: record for record in page.records}
        rejects += page.rejects
        if page.next is None:
            return records, rejects
        cursor = json.loads(json.dumps(page.next))


def names(raw, key):
    return [one["object_name"] for one in (raw.get(key) or {"value": []})["value"]]


def belongs(raw, keys=("neurons", "region"), words=("hippocamp", "dentate")):
    text = " ".join(name for key in keys for name in names(raw, key)).lower()
    return any(word in text for word in words) and "NEURON" in names(raw, "modeling_application")


def test_exactly_the_models_of_the_hippocampus_on_neuron_are_kept(harvested, raws):
    assert set(harvested[0]) == {f"model_db-{number}" for number, raw in raws.items() if belongs(raw)}


def test_the_old_rule_keeps_what_the_old_consumer_kept(recorded, raws):
    old = {f"model_db-{number}" for number, raw in raws.items() if belongs(raw, ("neurons",), ("hippocampus",))}
    assert set(harvest(recorded, provider("model_db.legacy"))[0]) == old
    assert len(old) < sum(map(belongs, raws.values()))


def test_every_model_read_is_kept_or_rejected_with_a_reason(harvested, raws):
    records, rejects = harvested
    assert len(records) + len(rejects) == len(raws)
    elsewhere = sum(
        not re.search("hippocamp|dentate", " ".join(names(raw, "neurons") + names(raw, "region")), re.I)
        for raw in raws.values()
    )
    others = {"not of a chosen region": elsewhere, "not for a chosen simulator": len(rejects) - elsewhere}
    assert Counter(reject.reason for reject in rejects) == others


def test_a_model_with_a_region_and_no_cell_type_of_the_hippocampus_is_kept(harvested, raws):
    only = [number for number, raw in raws.items() if belongs(raw, ("region",)) and not belongs(raw, ("neurons",))]
    assert only
    assert all("Hippocampus" in harvested[0][f"model_db-{number}"].regions for number in only)


def test_web_links_to_neuron_models_are_left_out(harvested, raws):
    links = [
        number for number, raw in raws.items() if names(raw, "modeling_application") == ["NEURON (web link to model)"]
    ]
    assert links
    assert not {f"model_db-{number}" for number in links} & set(harvested[0])


def test_lists_are_those_of_the_record(harvested, raws):
    fields = {"currents": "channels", "neurons": "cell_types", "receptors": "receptors", "region": "regions"}
    for identifier, record in harvested[0].items():
        raw = raws[int(identifier.removeprefix("model_db-"))]
        assert record.page_link == f"https://modeldb.science/{raw['id']}?tab=1"
        assert {ours: set(getattr(record, ours)) for ours in fields.values()} == {
            ours: set(names(raw, theirs)) for theirs, ours in fields.items()
        }


def test_nested_mechanisms_are_listed(harvested, recordings):
    tree = json.loads((recordings / "modeldb" / "model_files" / "github_trees.json").read_text())["147757"]["files"]
    nested = [one["path"] for one in tree if one["path"].endswith(".mod")]
    files = harvested[0]["model_db-147757"].model_files
    assert len(files) == len(nested) == 22
    assert {link.url for link in files} == {
        f"https://modeldb.science/getModelFile?model=147757&file=m147757/{path}" for path in nested
    }
    assert harvested[0]["model_db-147757"].readme_link.endswith("file=m147757/readme.html")


def test_no_document_holds_an_address_of_a_person(harvested):
    stamp = Provenance(
        provider="p", source_url="u", harvested_at="2024-01-01T00:00:00Z", run="r", licence="l", citation="c"
    )
    documents = json.dumps([record.document(stamp) for record in harvested[0].values()])
    assert not ADDRESS.search(documents)
    assert not any(set("[]<>@") & set(name) for record in harvested[0].values() for name in record.implementers)
    assert harvested[0]["model_db-7509"].implementers == ["Magee, Jeffrey"]


def test_an_address_is_left_out_wherever_it_stands(site):
    site.misbehave(
        path="/modeldb/api/v1/models/7509",
        mutate=lambda raw: (
            raw
            | {
                "name": f"A model ({MADE_UP})",
                "notes": {"value": f"Ask {MADE_UP}.\r\n\r\nV < 5 mV<script>alert(1)</script>", "attr_id": 24},
                "implemented_by": {
                    "value": [{"object_id": 1, "object_name": "Doe, Jane [jane.doe at example.org]"}],
                    "attr_id": 299,
                },
                "other_implementer": {"value": f"Jane Doe <{MADE_UP}>\r\nJohn Roe john at example.org", "attr_id": 308},
                "public_submitter_email": {"value": MADE_UP, "attr_id": 309},
            }
        ),
    )
    record = harvest(site)[0]["model_db-7509"]
    assert "example.org" not in record.model_dump_json()
    assert (record.name, record.implementers) == ("A model", ["Doe, Jane"])
    assert record.facts["other_implementer"] == "Jane Doe; John Roe"
    assert record.description == "<p>Ask […].</p>\n<p>V &lt; 5 mV</p>"


def test_a_key_without_a_value_is_an_empty_one(site):
    site.misbehave(
        path="/modeldb/api/v1/models/7509",
        mutate=lambda raw: raw | {"notes": {"value": None}, "receptors": None, "model_paper": {"value": None}},
    )
    record = harvest(site)[0]["model_db-7509"]
    assert (record.description, record.receptors, record.papers) == ("", [], [])


def test_a_paper_has_title_and_doi(site):
    [paper] = harvest(site)[0]["model_db-7509"].papers
    assert paper.url == "https://doi.org/10.1038/78800"
    assert paper.label.startswith("Magee JC et al. (2000) Somatic EPSP amplitude")


def test_an_unknown_paper_is_named_as_the_model_names_it(harvested, raws):
    assert [(link.label, link.url) for link in harvested[0]["model_db-7509"].papers] == [
        (name, None) for name in names(raws[7509], "model_paper")
    ]


@pytest.mark.parametrize(
    "changed, url",
    [
        ({"doi": {"value": "10966620"}}, "https://pubmed.ncbi.nlm.nih.gov/10966620/"),
        (
            {"doi": {"value": ""}, "pubmed_id": {"value": ""}, "url": {"value": "https://example.org/p"}},
            "https://example.org/p",
        ),
    ],
)
def test_a_paper_without_a_real_doi_has_its_next_best_link(site, changed, url):
    site.misbehave(path="/modeldb/api/v1/papers/4002", mutate=lambda raw: raw | changed)
    assert harvest(site)[0]["model_db-7509"].papers[0].url == url


@pytest.mark.parametrize("word", ["N/A", "Not available", "unknown", "<p>None</p>", "[none]"])
def test_what_the_site_does_not_know_is_absent(site, word):
    changed = {key: {"value": word} for key in ("notes", "species", "gitrepo", "citation", "currents")}
    listed = {"other_neurons": {"value": ["", word, "x"]}, "other_type": {"value": [word]}}
    site.misbehave(path="/modeldb/api/v1/models/7509", mutate=lambda raw: raw | changed | listed)
    names = {key: {"value": [{"object_id": 1, "object_name": word}]} for key in ("authors",)}
    site.misbehave(path="/modeldb/api/v1/papers/4002", mutate=lambda raw: raw | names | {"title": {"value": word}})
    record = harvest(site)[0]["model_db-7509"]
    assert (record.description, record.channels, record.facts["other_neurons"]) == ("", [], ["x"])
    assert not {"species", "gitrepo", "citation", "other_type"} & record.facts.keys()
    assert (record.papers[0].title, record.papers[0].authors, word in record.papers[0].label) == (None, [], False)


@pytest.mark.parametrize(
    ("doi", "papers"),
    [
        ("in preparation", [("Magee JC", None), ("in preparation", None)]),
        ("10.1234/a;10.1234/b", [("Magee JC", "10.1234/a"), ("DOI 10.1234/b", "10.1234/b")]),
    ],
)
def test_what_stands_in_the_place_of_a_doi_is_never_lost(site, doi, papers):
    site.misbehave(path="/modeldb/api/v1/papers/4002", mutate=lambda raw: raw | {"doi": {"value": doi}})
    found = harvest(site)[0]["model_db-7509"].papers
    assert [(one.label[: len(label)], one.doi) for one, (label, _) in zip(found, papers, strict=True)] == papers


def test_authors_and_year_are_read_from_a_name_that_states_nothing_else(harvested):
    """The recordings hold no papers: each is named as its model names it."""
    papers = [paper for record in harvested[0].values() for paper in record.papers]
    assert len(papers) > 10
    assert all(paper.authors and paper.year for paper in papers if paper.label.endswith(")")), papers
    [paper] = harvested[0]["model_db-2796"].papers
    assert (paper.authors, paper.year) == (["Migliore M", "Hoffman DA", "Magee JC", "Johnston D"], 1999)


def test_lists_of_different_lengths_are_refused(site):
    site.misbehave(path="/modeldb/api/v1/models/neurons", mutate=lambda cells: cells[1:])
    with pytest.raises(SourceChanged, match="do not agree"):
        harvest(site)


def test_an_order_that_changes_between_two_lists_is_read_again(site):
    site.misbehave(path="/modeldb/api/v1/models/id", mutate=lambda ids: ids[::-1], times=1)
    assert set(harvest(site)[0]) == set(harvest(site)[0])
    assert len(harvest(site)[0]) == 17


def test_a_model_that_went_meanwhile_is_a_reject(site):
    site.misbehave(path="/modeldb/api/v1/models/7509", status=404, body="404 Not Found")
    records, rejects = harvest(site)
    assert "model_db-7509" not in records
    assert [reject.id for reject in rejects if reject.reason == "gone since it was listed"] == ["7509"]


def test_a_model_without_a_date_is_a_reject_and_no_other_is_lost(site):
    site.misbehave(
        path="/modeldb/api/v1/models/7509", mutate=lambda raw: {key: raw[key] for key in raw if key != "ver_date"}
    )
    records, rejects = harvest(site)
    assert [(one.id, one.reason, one.detail) for one in rejects if "field" in one.reason] == [
        ("7509", "missing field", "ver_date")
    ]
    assert len(records) == 16


def test_a_model_whose_archive_cannot_be_sent_is_kept_and_says_so(site):
    site.misbehave(path="/modeldb/download/7509", status=403, body="Forbidden")
    record = harvest(site)[0]["model_db-7509"]
    assert (record.model_files, record.facts["archive_not_listed"]) == ([], "status 403")


def test_a_site_that_fails_ends_the_harvest(site):
    site.misbehave(path="/modeldb/api/v1/models/region", status=503)
    with pytest.raises(SourceUnreachable):
        harvest(site)


def test_optional_keys_may_all_be_absent(site):
    bare = "id name created ver_number ver_date class_id gitrepo".split()
    site.misbehave(path="/modeldb/api/v1/models/7509", mutate=lambda raw: {key: raw[key] for key in bare})
    record = harvest(site)[0]["model_db-7509"]
    assert (record.description, record.channels, record.papers) == ("", [], [])


def test_clutter_of_archives_is_no_file_and_doubled_names_keep_their_folder(site):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in (
            "top/a/na.mod",
            "top/b/na.mod",
            "top/K.MOD",
            "__MACOSX/top/._K.MOD",
            "top/deep/README",
            "top/ReadMe.txt",
        ):
            archive.writestr(path, "")
    site.misbehave(path="/modeldb/download/7509", body=packed.getvalue())
    record = harvest(site)[0]["model_db-7509"]
    assert [link.label for link in record.model_files] == ["a/na.mod", "b/na.mod", "K.MOD"]
    assert record.readme_link == "https://modeldb.science/getModelFile?model=7509&file=top/ReadMe.txt"


def test_narrower_settings_keep_fewer(site):
    assert len(harvest(site, provider(region_key=("dentate",)))[0]) == 1
    assert len(harvest(site, provider(searched=("region",)))[0]) < 17
    assert "model_db-7485" in harvest(site, provider(simulators=("NEURON (web link to model)",)))[0]


def test_a_batch_is_as_many_models_as_a_page_holds(site):
    made, source = provider(batch=4), source_of(site)
    assert len(made.page(source, made.page(source, None).next).records) == 4


@pytest.mark.parametrize("change", [{"region_key": []}, {"searched": ["name"]}, {"simulators": "NEURON"}, {"batch": 0}])
def test_settings_that_make_no_sense_are_refused_by_file_and_key(tmp_path, change):
    (tmp_path / "model_db.json").write_text(json.dumps(json.loads((SETTINGS / "model_db.json").read_text()) | change))
    with pytest.raises(WrongSettings, match=rf"model_db\.json: {next(iter(change))}"):
        load(ModelDB, tmp_path / "model_db.json")


def test_a_page_read_twice_is_the_same(site):
    made, source = provider(), source_of(site)
    cursor = made.page(source, None).next
    assert made.page(source, cursor) == made.page(source, cursor)


def test_the_sample_is_counted_from_its_tables(site):
    values: Any = defaultdict(lambda: defaultdict(list))
    with (SAMPLE / "modeldb" / "values.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            values[row["model"]][row["key"]].append({"object_name": row["object_name"]})
    raws = {number: {key: {"value": one} for key, one in keys.items()} for number, keys in values.items()}
    assert set(harvest(site)[0]) == {f"model_db-{number}" for number, raw in raws.items() if belongs(raw)}
    assert len(raws) >= 40


def test_every_key_of_a_recorded_model_is_spoken_of_in_the_documentation(raws):
    text = (Path(__file__).parents[2] / "docs" / "providers" / "model_db.md").read_text(encoding="utf-8")
    assert not {key for raw in raws.values() for key in raw if f"`{key}`" not in text}
