"""Hippocampome.org harvested over HTTP from its replay; expected numbers are counted from the tables, not by the
provider.
"""

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from chalicelib.errors import SourceChanged, WrongSettings
from chalicelib.http.client import Source
from chalicelib.providers.base import load
from chalicelib.providers.hippocampome import PAGES, Hippocampome
from chalicelib.providers.hippocampome_settings import HippocampomeSettings
from chalicelib.records import Connection, Electrophysiology
from replay.server import Upstream

SAMPLE = Path(__file__).parents[1] / "recorded"
DEFAULT = Path(__file__).parents[2] / "chalicelib" / "providers" / "settings" / "hippocampome.json"
ALL = json.loads(DEFAULT.read_text())


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
def harvested(site):
    return harvest(site)


@pytest.fixture(scope="module")
def neurons(harvested):
    return {one.id: one for one in harvested[0] if isinstance(one, Electrophysiology)}


@pytest.fixture(scope="module")
def connections(harvested):
    return {one.id: one for one in harvested[0] if isinstance(one, Connection)}


def pages(upstream, settings=ALL, version=""):
    """The pages of a harvest; each cursor goes through JSON, each step has a provider and a source of its own."""
    cursor = None
    while True:
        provider = Hippocampome(HippocampomeSettings.model_validate(settings))
        source = Source(provider.terms, user_agent="tests", base=f"{upstream.url}/hippocampome{version}", pauses=False)
        page = provider.page(source, json.loads(json.dumps(cursor)))
        yield page
        if page.next is None:
            return
        cursor = page.next


def harvest(upstream, settings=ALL, version=""):
    found = list(pages(upstream, settings, version))
    return [one for page in found for one in page.records], [one for page in found for one in page.rejects]


def kinds(records):
    return Counter(one.type for one in records)


def table(name):
    with (SAMPLE / "hippocampome" / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def pairs_of_sample():
    """Pairs known to be connected, and all types that either list names."""
    rows = table("connections")
    pairs = {(row["source"], row["destination"]) for row in rows if row["status"] == "positive"}
    return pairs, {row["source"] for row in rows} | {end for pair in pairs for end in pair}


def test_all_listed_types_and_pairs_become_records(harvested, neurons, connections):
    pairs, types = pairs_of_sample()
    assert set(neurons) == {f"hippocampome-{number}" for number in types}
    assert set(connections) == {f"hippocampome-{before}-{after}" for before, after in pairs}
    assert harvested[1] == []


def test_the_recordings_are_harvested_whole(recorded, recordings):
    folder = recordings / "hippocampome"
    pairs = [json.loads(line) for line in (folder / "conndata.jsonl").read_text().splitlines()]
    connected = {(one["source_id"], one["destination_id"]) for one in pairs if one["statuses"] == ["positive"]}
    sources = {
        int(one["source_id"]) for one in json.loads((folder / "answer_neuron_query_v2.json").read_text()).values()
    }
    records, rejects = harvest(recorded)
    expected = {
        "electrophysiology": len(sources | {end for pair in connected for end in pair}),
        "connection": len(connected),
    }
    assert kinds(records) == expected
    assert rejects == []


def test_recorded_facts_are_the_records_facts(recorded, recordings):
    lines = (recordings / "hippocampome" / "neuron_types.jsonl").read_text(encoding="utf-8").splitlines()
    types = {f"hippocampome-{one['id']}": one for one in map(json.loads, lines)}
    for neuron in (one for one in harvest(recorded)[0] if isinstance(one, Electrophysiology)):
        raw = types[neuron.id]
        assert neuron.name == raw["name"].rstrip("*")
        assert neuron.soma_layers == [layer.replace("Sub:", "SUB:") for layer in raw["soma"]]
        assert (neuron.axon_layers, neuron.dendrite_layers) == (raw["axons"], raw["dendrites"])
        assert neuron.markers == [one["marker"] for one in raw["markers"]["positive"]]
        assert neuron.negative_markers == [one["marker"] for one in raw["markers"]["negative"]]
        assert neuron.mixed_markers == [one["marker"] for one in raw["markers"]["mixed"]]
        assert neuron.synaptic_effect == {"e": "excitatory", "i": "inhibitory"}[raw["excit_inhib"]]
        assert neuron.secondary_region[0] == raw["subregion"].upper()
        assert (neuron.supertype, neuron.synonyms) == (raw["supertype"], raw["synonyms"])
        assert neuron.facts.get("new_in_version_2", False) == raw["new_in_v2"]


def test_no_page_is_asked_twice_however_many_connections_it_has(site):
    site.log.clear()
    records, _ = harvest(site)
    asked = Counter((one.path, one.query) for one in site.log.all())
    assert set(asked.values()) == {1}
    assert len(asked) == 2 + kinds(records)["electrophysiology"]


def test_the_cursor_stays_small_and_the_steps_bounded(site):
    steps = list(pages(site))
    assert len(steps) == -(-len(pairs_of_sample()[1]) // PAGES) > 1
    assert max(len(json.dumps(step.next)) for step in steps) < 20_000  # a queue message holds 256 KB
    assert {step.total for step in steps} == {sum(step.read for step in steps)}


def test_both_layouts_give_the_same_records_but_for_what_the_older_one_lacks(site):
    now, before = ({one.id: one.model_dump() for one in harvest(site, version=version)[0]} for version in ("", "/v1"))
    for record in (*now.values(), *before.values()):
        record["facts"].pop("models", None)
    assert now == before


def test_a_neuron_type_keeps_its_three_kinds_of_markers_apart(neurons):
    rows = [row for row in table("markers") if row["id"] == "1000"]
    granule = neurons["hippocampome-1000"]
    for field, heading in (
        ("markers", "Positive"),
        ("negative_markers", "Negative"),
        ("mixed_markers", "Mixed expression"),
    ):
        assert getattr(granule, field) == [row["marker"] for row in rows if row["expression"] == heading]
    assert "CB" in granule.markers and "PV" in granule.negative_markers and "CCK" in granule.mixed_markers
    assert granule.facts["marker_evidence"]["CCK"] == "species/protocol differences"


def test_layers_begin_with_a_region_of_the_record_in_every_letter(neurons):
    assert any("SUB" in one.secondary_region for one in neurons.values())
    for one in neurons.values():
        assert {layer.partition(":")[0] for layer in one.layers} <= set(one.secondary_region)
        assert all(region == region.upper() for region in one.secondary_region)
        assert set(one.layers) == {*one.soma_layers, *one.axon_layers, *one.dendrite_layers}


def test_neuron_types_without_a_figure_are_complete(neurons):
    without = {f"hippocampome-{row['id']}" for row in table("types") if not row["figure"]} & neurons.keys()
    assert len(without) > 5
    for one in (neurons[number] for number in without):
        assert one.preview is None
        assert one.soma_layers and one.papers and one.supertype and one.synaptic_effect
        assert one.markers or one.negative_markers or one.mixed_markers


def test_a_figure_and_its_paper_come_first(neurons):
    granule = neurons["hippocampome-1000"]
    assert granule.preview.kind == "image"
    assert granule.preview.urls == (f"https://hippocampome.org/php/attachment/morph/{granule.preview.name}",)
    assert granule.papers[0].label.startswith("Specialized electrophysiological properties")
    assert granule.papers[0].url == "https://pubmed.ncbi.nlm.nih.gov/9497429/"


def test_every_paper_of_a_page_is_linked_once(neurons):
    row = next(row for row in table("types") if row["id"] == "1000")
    listed = [one.partition("=")[0] for one in row["articles"].split(";")] + row["supplemental"].split(";")
    urls = [one.url for one in neurons["hippocampome-1000"].papers]
    assert len(urls) == len(set(urls))
    assert set(urls) == {f"https://pubmed.ncbi.nlm.nih.gov/{number}/" for number in {*listed, row["figure_paper"]}}


def test_both_sides_of_a_connection_are_their_neuron_types(neurons, connections):
    for one in connections.values():
        for side in (one.presynaptic, one.postsynaptic):
            neuron = neurons[side.id]
            shared = set(type(side).model_fields) - {"icon", "source_id", "papers"}
            assert all(getattr(side, field) == getattr(neuron, field) for field in shared)
            assert side.papers == neuron.papers
            assert (side.icon is None) == (neuron.preview is None)
        assert one.id == f"hippocampome-{one.presynaptic.id[13:]}-{one.postsynaptic.id[13:]}"


def test_a_side_shows_the_icon_of_its_neuron_types_own_document(neurons, connections):
    side = connections["hippocampome-1000-1009"].presynaptic
    preview = neurons["hippocampome-1000"].preview
    assert side.icon == f"/icons/hippocampome-1000/{preview.name}"
    assert connections["hippocampome-1000-1009"].name == "DG Granule → DG HICAP"


def test_a_type_that_is_only_a_destination_is_a_record_too(neurons):
    rows = table("connections")
    only = {row["destination"] for row in rows if row["status"] == "positive"} - {row["source"] for row in rows}
    assert only
    assert {f"hippocampome-{number}" for number in only} <= neurons.keys()


NARROWED = {
    "morphologies": (
        {"morphologies": ["Soma"], "layers": ["CA1:0001"]},
        {"morphologies": ["Soma", "Axons"], "layers": ["CA1:0001"]},
    ),
    "layers": ({"layers": ["CA3"]}, {"layers": ["CA3", "CA1:SP"]}),
    "markers": ({"layers": [], "markers": ["PV"]}, {"layers": [], "markers": ["PV", "CB"]}),
}


@pytest.mark.parametrize("key", NARROWED)
def test_every_key_of_the_settings_narrows_both_kinds(site, harvested, key):
    narrow, wide = (harvest(site, {**ALL, **chosen}) for chosen in NARROWED[key])
    for kind in ("electrophysiology", "connection"):
        assert 0 < kinds(narrow[0])[kind] < kinds(wide[0])[kind] < kinds(harvested[0])[kind]
    assert Counter(one.reason for one in narrow[1]).keys() == {"outside the settings"}
    assert len(narrow[0]) + len(narrow[1]) == len(harvested[0])


def test_the_settings_keep_what_the_tables_say(site):
    settings = {"morphologies": ["Soma"], "layers": ["CA3:00010"], "markers": ["PV"]}
    markers = {row["id"] for row in table("markers") if row["marker"] == "PV" and row["expression"] != "Negative"}
    somata = {row["id"] for row in table("types") if "CA3:SP" in row["soma"].split(";")}
    pairs, types = pairs_of_sample()
    kept = types & (markers | somata)
    records, _ = harvest(site, settings)
    assert {one.id for one in records if isinstance(one, Electrophysiology)} == {f"hippocampome-{one}" for one in kept}
    assert kinds(records)["connection"] == len([pair for pair in pairs if set(pair) <= kept])


@pytest.mark.parametrize("layer", ["CA9", "CA1:???", "CA1:SG", "", "DG:1x??"])
def test_a_layer_that_does_not_exist_is_refused_by_name(tmp_path, layer):
    file = tmp_path / "hippocampome.json"
    file.write_text(json.dumps({**ALL, "layers": [layer]}))
    with pytest.raises(WrongSettings, match=re.escape("hippocampome.json: layers.0: ")):
        load(Hippocampome, file)


@pytest.mark.parametrize("layers", [{"CA1": 1111}, {"CA1": [True]}, {"CA3": "????", "CA1": {"SP": True}}])
def test_layers_of_an_old_file_that_are_no_texts_are_refused_by_their_region(tmp_path, layers):
    file = tmp_path / "hippocampome.json"
    file.write_text(json.dumps({**ALL, "layers": layers}))
    with pytest.raises(WrongSettings, match=r"hippocampome\.json: layers: .*CA1"):
        load(Hippocampome, file)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ({"body": "<html><body><p>Down for maintenance</p></body></html>"}, "page not recognised"),
        ({"body": ""}, "page not recognised"),
        ({"status": 404, "body": "gone"}, "page refused"),
    ],
)
def test_a_page_that_cannot_be_read_is_rejected_with_its_connections(site, harvested, connections, fault, reason):
    site.misbehave(path=r"neuron_page\.php\?id=1000$", **fault)
    records, rejects = harvest(site)
    lost = [one for one in connections if "1000" in one.split("-")]
    assert Counter(one.reason for one in rejects) == {reason: 1, "an end was rejected": len(lost)}
    assert len(records) == len(harvested[0]) - 1 - len(lost)


def test_an_identifier_that_the_site_does_not_know_is_rejected(site):
    answer = {"1": {"source_id": "1000"}, "2": {"source_id": "77"}}
    site.misbehave(path="query_str=Neuron", mutate=lambda _: answer)
    site.misbehave(path="query_str=Connection", mutate=lambda _: {"1": {"source_id": "77", "destination_id": "1000"}})
    records, rejects = harvest(site)
    assert [one.id for one in records] == ["hippocampome-1000"]
    assert {one.id: one.reason for one in rejects} == {"77": "unknown neuron type", "77-1000": "an end was rejected"}


@pytest.mark.parametrize("body", ["<br>Invalid morphology condition....<br>[]", '{"1": {"id": "1000"}}', '"none"', ""])
def test_a_list_in_another_shape_stops_the_harvest(site, body):
    site.misbehave(path="search_engine_json", body=body)
    with pytest.raises(SourceChanged):
        harvest(site)


def test_lists_without_a_match_are_an_empty_harvest(site):
    site.misbehave(path="search_engine_json", body="[]")
    steps = list(pages(site))
    assert [(step.records, step.rejects, step.total) for step in steps] == [((), (), 0)]
