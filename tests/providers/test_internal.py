"""The internal collections harvested over HTTP from their replay; expected numbers are counted from the files."""

import csv
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from chalicelib.downloads.formats import format_of
from chalicelib.errors import SourceChanged, SourceRefused, WrongSettings
from chalicelib.http.client import Source
from chalicelib.providers.base import load
from chalicelib.providers.internal import Internal, InternalSettings
from chalicelib.records import Reject
from chalicelib.search.record_ids import current_id
from replay.server import Upstream

SAMPLE = Path(__file__).parents[1] / "recorded"
SETTINGS = Path(__file__).parents[2] / "chalicelib" / "providers" / "settings" / "internal.json"
MORPHOLOGY = "https://bbp.epfl.ch/neurosciencegraph/data/neuronmorphologies/1"


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
def lists(recordings):
    folder = recordings / "nexus"
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}


@pytest.fixture(scope="module")
def recorded(recordings):
    upstream = Upstream(recordings).start()
    yield upstream
    upstream.stop()


@pytest.fixture(scope="module")
def harvested(recorded):
    return harvest(recorded)[0]


def source_of(site):
    base = f"{site.url}/nexus" if site else None
    return Source(Internal.terms, base=base, mirror=base and f"{base}/hosts", pauses=False, user_agent="test")


def harvest(site):
    """All pages, each cursor through JSON; no site is a harvest of the real world without Nexus."""
    made, source, cursor = load(Internal, SETTINGS), source_of(site), None
    records: dict[str, Any] = {}
    rejects: list[Reject] = []
    while True:
        page = made.page(source, cursor)
        assert not {record.id for record in page.records} & records.keys()
        records |= {record.id: record for record in page.records}
        rejects += page.rejects
        if page.next is None:
            return records, rejects
        cursor = json.loads(json.dumps(page.next))


def with_resources(tmp_path, *resources, mutate=lambda answer: answer):
    """A site that holds these resources alone; `mutate` changes its answers on the way."""
    (tmp_path / "nexus").mkdir(parents=True, exist_ok=True)
    hits = {"hits": {"hits": [{"_source": {"_deprecated": False, **one}} for one in resources]}}
    (tmp_path / "nexus" / "es_reply_made.json").write_text(json.dumps(hits))
    upstream = Upstream(tmp_path).start()
    upstream.misbehave(path="_search", mutate=mutate)
    try:
        return harvest(upstream)
    finally:
        upstream.stop()


def morphology(**more):
    body = {"@type": ["MType", "AnnotationBody"], "label": "SP_PC"}
    annotation = {"@type": ["nsg:MTypeAnnotation", "Annotation"], "hasBody": body, "name": "M-type Annotation"}
    file = {
        "contentUrl": "https://bbp.epfl.ch/nexus/v1/files/public/hippocampus-hub/1",
        "encodingFormat": "application/swc",
    }
    place = {"brainRegion": {"label": "CA1_SP"}}
    return {
        "@id": MORPHOLOGY,
        "@type": "NeuronMorphology",
        "name": "m1",
        "annotation": annotation,
        "brainLocation": place,
        "distribution": file,
        **more,
    }


def test_every_listed_name_is_there_exactly_once(harvested, lists):
    wanted = Counter(one["neuron_name"] for one in lists["internal_morphology"] + lists["internal_electrophysiology"])
    wanted |= Counter(one["name"] for one in lists["exp-morphology-list"])
    wanted |= Counter(name for names in lists["traces_by_etype"].values() for name in names)
    assert Counter(record.name for record in harvested.values()) == wanted


def test_every_address_of_the_maps_is_a_file_with_the_bare_name(harvested, lists):
    maps = {"morphology": lists["morph_download_map"], "electrophysiology": lists["etraces_download_map"]}
    wanted = {(kind, name, links["download_url"]) for kind, known in maps.items() for name, links in known.items()}
    found = {(one.type, one.name, one.file.urls[0]) for one in harvested.values() if one.file}
    assert found == wanted
    assert all(one.file.name.rpartition(".")[0] == one.name for one in harvested.values() if one.file)


def test_an_old_address_at_nexus_is_tried_after_todays(harvested, lists):
    [(name, old)] = lists["known_nexus_content_urls"].items()
    urls = harvested[f"internal-electrophysiology-{name}"].file.urls
    assert urls == (lists["etraces_download_map"][name]["download_url"], old)


def test_every_file_and_picture_can_be_fetched_under_the_terms(recorded, harvested):
    source = source_of(recorded)
    files = [file for one in harvested.values() for file in (one.file, one.preview) if file]
    assert {file.kind for file in files} == {"morphology", "trace", "image"}
    assert all(format_of(file.kind, source.get_bytes(url)) for file in files for url in file.urls)


def test_region_and_layer_are_what_the_lists_say(harvested, lists):
    for one in lists["internal_morphology"]:
        record = harvested[f"internal-morphology-{one['neuron_name']}"]
        region, layer = one["secondary_region"].split("-")
        assert (record.secondary_region, record.layers) == ([region], [f"{region}:{layer}"])
        assert (record.region, record.species) == (one["region"], one["species"][0])


def test_types_are_the_newer_lists(harvested, lists):
    for one in lists["exp-morphology-list"]:
        assert harvested[f"internal-morphology-{one['name']}"].mtype == one["mtype"]
    for etype, names in lists["traces_by_etype"].items():
        assert {harvested[f"internal-electrophysiology-{name}"].etype for name in names} == {etype}


def test_recordings_lead_to_their_metadata(harvested, lists):
    wanted = {one["name"]: one["metadata"] for one in lists["hhf_comm_example"]["HHF-Comm"]["electrophysiologies"]}
    found = {record.name: record.metadata["url"] for record in harvested.values() if record.type == "electrophysiology"}
    both = wanted.keys() & found.keys()
    assert both
    assert {name: found[name] for name in both} == {name: wanted[name] for name in both}


def test_a_placeholder_is_no_picture(harvested, lists):
    assert all("placeholder" in links["image_url"] for links in lists["morph_download_map"].values())
    assert not any(record.preview for record in harvested.values() if record.type == "morphology")


def test_without_nexus_the_packages_own_table_says_the_same(harvested):
    alone, rejects = harvest(None)
    same = ("secondary_region", "layers", "species", "page_link", "preview")
    both = alone.keys() & harvested.keys()
    assert (len(alone), rejects) == (149, [])
    assert len(both) > 0.8 * len(alone)
    for key in both:
        one, other = alone[key], harvested[key]
        assert all(getattr(one, field) == getattr(other, field) for field in same), key
        assert (one.file and one.file.urls[0]) == (other.file and other.file.urls[0])


def test_a_real_nexus_without_lists_is_joined_with_the_packages_table(site):
    site.misbehave(path="/nexus/curated", status=404, body="{}")
    assert harvest(site)[0].keys() == harvest(None)[0].keys()


def test_where_there_is_no_view_the_lists_are_used_alone(site):
    whole = harvest(site)[0]
    site.misbehave(path="/nexus/views", status=404, body="{}")
    assert harvest(site)[0].keys() == whole.keys()


def test_a_view_that_may_not_be_asked_ends_the_harvest(site):
    site.misbehave(path="/nexus/views", status=403, body="{}")
    with pytest.raises(SourceRefused):
        harvest(site)


@pytest.mark.parametrize("body", ["[]", '{"error": 1}', '{"hits": null}'])
def test_a_view_that_answers_otherwise_is_not_taken_for_an_empty_one(site, body):
    site.misbehave(path="/nexus/views", body=body)
    with pytest.raises(SourceChanged):
        harvest(site)


def test_a_list_of_another_shape_is_named(site):
    site.misbehave(path="/nexus/curated/internal_morphology.json", body='[{"title": "x"}]')
    with pytest.raises(SourceChanged, match="internal_morphology"):
        harvest(site)


def test_part_of_the_lists_is_enough(tmp_path, recordings, lists):
    (tmp_path / "nexus").mkdir()
    shutil.copy(recordings / "nexus" / "internal_electrophysiology.json", tmp_path / "nexus")
    upstream = Upstream(tmp_path).start()
    records, _ = harvest(upstream)
    upstream.stop()
    assert {one.name for one in records.values()} == {one["neuron_name"] for one in lists["internal_electrophysiology"]}


def test_lists_that_leave_something_open_lose_no_record(tmp_path):
    write_lists(
        tmp_path,
        {
            "internal_morphology": [
                {"neuron_name": "a", "cell_type": "SP_PC", "species": "rat"},
                {"name": "b", "species": []},
            ],
            "exp-morphology-list": [{"name": "a", "id": MORPHOLOGY, "region": "SP", "mtype": None}],
            "morph_download_map": {"a": {"download_url": "https://rgw.cscs.ch/ebrains:hippocampus-optimization/a.asc"}},
            "traces_by_etype": {"bAC": ["t"], "cAC": None},
        },
    )
    records, rejects = played(tmp_path)
    assert (set(records), rejects) == (
        {"internal-morphology-a", "internal-morphology-b", "internal-electrophysiology-t"},
        [],
    )
    whole = records["internal-morphology-a"]
    assert (whole.mtype, whole.species, whole.layers, whole.page_link) == ("SP_PC", "rat", ["CA1:SP"], None)
    assert whole.file.name == "a.asc"


def test_a_name_that_no_address_can_hold_has_an_identifier_that_one_can(tmp_path):
    write_lists(
        tmp_path, {"internal_electrophysiology": [{"neuron_name": "cell 1 (ü)"}, {"neuron_name": "cell 1 (ä)"}]}
    )
    records, rejects = played(tmp_path)
    assert rejects == []
    assert {one.name for one in records.values()} == {"cell 1 (ü)", "cell 1 (ä)"}
    assert all(identifier.startswith("internal-electrophysiology-cell_1_") for identifier in records)


def write_lists(folder, lists):
    (folder / "nexus").mkdir()
    for name, content in lists.items():
        (folder / "nexus" / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")


def played(folder):
    upstream = Upstream(folder).start()
    try:
        return harvest(upstream)
    finally:
        upstream.stop()


def test_one_or_several_make_no_difference(tmp_path):
    several = {key: [morphology()[key]] for key in ("@type", "annotation", "distribution", "brainLocation")}
    records = [
        with_resources(tmp_path / "one", morphology())[0],
        with_resources(tmp_path / "many", morphology(**several))[0],
    ]
    for record in (one["internal-morphology-m1"] for one in records):
        assert (record.mtype, record.secondary_region, record.layers) == ("SP_PC", ["CA1"], ["CA1:SP"])
        assert (record.file.name, record.source_url) == ("m1.swc", MORPHOLOGY)


def test_the_label_is_that_of_the_right_annotation(tmp_path):
    etype = {"@type": ["ETypeAnnotation"], "hasBody": {"label": "cACpyr"}}
    records, _ = with_resources(tmp_path, morphology(annotation=[etype, morphology()["annotation"]]))
    assert records["internal-morphology-m1"].mtype == "SP_PC"


def test_partial_doubles_second_ones_and_the_nameless_are_rejects(tmp_path):
    part = morphology(**{"@id": "urn:2", "note": "subset"})
    second = morphology(**{"@id": "urn:3", "distribution": []})
    nameless = morphology(**{"@id": "urn:4", "name": None})
    records, rejects = with_resources(tmp_path, second, part, nameless, morphology())
    assert records["internal-morphology-m1"].source_url == MORPHOLOGY
    assert {(one.id, one.reason) for one in rejects} == {
        ("urn:2", "part of another resource"),
        ("urn:3", "same name as another resource"),
        ("urn:4", "missing field"),
    }


def test_asc_goes_before_swc_and_only_one_format_is_offered(tmp_path):
    files = [
        {"contentUrl": f"https://bbp.epfl.ch/nexus/v1/files/public/{end}", "encodingFormat": f"application/{end}"}
        for end in ("swc", "asc", "h5")
    ]
    records, _ = with_resources(tmp_path, morphology(distribution=files))
    assert records["internal-morphology-m1"].file.urls == ("https://bbp.epfl.ch/nexus/v1/files/public/asc",)


FILES = "https://bbp.epfl.ch/nexus/v1/files/public"


@pytest.mark.parametrize(
    ("distribution", "address"),
    [
        ({"contentUrl": f"{FILES}/a b.swc", "encodingFormat": "application/swc"}, f"{FILES}/a%20b.swc"),
        ({"contentUrl": f"{FILES}/a.swc?rev=2"}, f"{FILES}/a.swc?rev=2"),
        ({"contentUrl": [f"{FILES}/1"], "encodingFormat": "application/swc"}, f"{FILES}/1"),
        ({"contentUrl": f"{FILES}/1", "encodingFormat": ["text/plain", "application/swc"]}, f"{FILES}/1"),
        ({"contentUrl": f"{FILES}/1", "encodingFormat": "application/SWC; charset=utf-8"}, f"{FILES}/1"),
    ],
)
def test_a_file_is_found_however_its_address_and_format_are_written(tmp_path, distribution, address):
    def change(answer):
        for hit in answer["hits"]["hits"]:
            hit["_source"]["distribution"] = distribution
        return answer

    [record] = with_resources(tmp_path, morphology(), mutate=change)[0].values()
    assert (record.file.urls, record.file.name) == ((address,), "m1.swc")


def test_addresses_of_the_lists_may_hold_blanks_and_queries(tmp_path):
    links = {"download_url": "https://a.example/m 1.asc?x=1", "image_url": "https://a.example/m 1.png?size=2"}
    (tmp_path / "nexus").mkdir()
    (tmp_path / "nexus" / "morph_download_map.json").write_text(json.dumps({"m1": links}))
    record = with_resources(tmp_path)[0]["internal-morphology-m1"]
    assert (record.file.urls, record.file.name) == (("https://a.example/m%201.asc?x=1",), "m1.asc")
    assert (record.preview.urls, record.preview.name) == (("https://a.example/m%201.png?size=2",), "m 1.png")


def test_what_nexus_tells_of_species_and_licence_is_kept(tmp_path):
    told: Any = {
        "subject": {"species": {"label": "Rattus norvegicus"}},
        "license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
    }
    record = with_resources(tmp_path, morphology(**told))[0]["internal-morphology-m1"]
    assert (record.species, record.scientific_name) == ("rat", "Rattus norvegicus")
    assert record.facts["licence"] == told["license"]["@id"]


def test_a_thousand_and_more_are_all_read(tmp_path):
    many = [morphology(**{"@id": f"urn:{number:05}", "name": f"m{number}"}) for number in range(1001)]
    assert len(with_resources(tmp_path, *many)[0]) == 1001


def test_the_sample_is_counted_from_its_table(site):
    with (SAMPLE / "nexus" / "records.csv").open(encoding="utf-8", newline="") as rows:
        wanted = {f"internal-{row['type']}-{row['name']}": bool(row["download"]) for row in csv.DictReader(rows)}
    records, rejects = harvest(site)
    assert {key: bool(one.file) for key, one in records.items()} == wanted
    assert len(wanted) >= 30
    assert not rejects


def test_a_page_read_twice_is_the_same(site):
    made, source = load(Internal, SETTINGS), source_of(site)
    assert made.page(source, None) == made.page(source, None)


@pytest.mark.parametrize(
    "old, kind", [("internal_morphologies", "morphology"), ("internal_electrophysiologies", "electrophysiology")]
)
def test_old_identifiers_name_todays_records(harvested, old, kind):
    today = [key for key in harvested if key.startswith(f"internal-{kind}-")]
    assert today
    assert all(current_id(f"{old}-{harvested[key].name}") == current_id(key) == key for key in today)


def test_each_setting_acts(tmp_path):
    write_lists(tmp_path, {"traces_by_etype": {"bAC": ["t"]}})
    changed = {
        "region": "CA3",
        "metadata_url": "https://example.org/{name}.json",
        "project": "public/other",
        "view": "v",
    }
    made = Internal(InternalSettings.model_validate(json.loads(SETTINGS.read_text()) | changed))
    upstream = Upstream(tmp_path).start()
    trace: Any = made.page(source_of(upstream), {"type": "electrophysiology"}).records[0]
    upstream.stop()
    assert (trace.secondary_region, trace.metadata) == (["CA3"], {"url": "https://example.org/t.json"})
    assert upstream.log.all(path="/nexus/views")[0].path == "/nexus/views/public/other/v/_search"


@pytest.mark.parametrize("change", [{"project": "../x"}, {"metadata_url": "https://example.org/"}, {"views": "x"}])
def test_settings_that_make_no_sense_are_refused(tmp_path, change):
    (tmp_path / "internal.json").write_text(json.dumps(json.loads(SETTINGS.read_text()) | change))
    with pytest.raises(WrongSettings, match=next(iter(change))):
        load(Internal, tmp_path / "internal.json")
