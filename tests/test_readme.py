"""What README.md says is so: its routes exist, and its counts are those of the recordings."""

import json
import re
from pathlib import Path

import pytest

from app import app
from chalicelib.providers import PROVIDERS

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
WHOLE = ("models_verbatim_2022", "models_verbatim_2023", "models_reassembled_2025")
FACTS = {
    "neuromorpho": ["neuromorpho/neurons*.jsonl"],
    "hippocampome": ["hippocampome/neuron_types.jsonl", "hippocampome/articles.jsonl", "hippocampome/conndata.jsonl"],
    "model_db": [*(f"modeldb/{name}.jsonl" for name in WHOLE), "modeldb/papers_verbatim_2022.jsonl"],
    "internal": [
        "nexus/es_reply_*.json",
        "nexus/*_map.json",
        "nexus/internal_*.json",
        "nexus/exp-morphology-list.json",
    ],
}
LEAVES = (
    "_links",
    "citation_from_attachment",
    "morphology_evidence_ids",
    "modelviews",
    "runprotocols",
    "icg_channel_details",
)


def counts():
    """provider: (read, kept), as the table says."""
    rows = re.findall(r"^\| (\w+) \| (\d+) \| (\d+)[^|]*\| (\d+)", TEXT, re.MULTILINE)
    return {provider: (int(read), int(kept), int(rejected)) for provider, read, kept, rejected in rows}


def words(text):
    return [part.strip().lower() for part in (text or "").split(",")]


@pytest.fixture(scope="module")
def neurons(recordings):
    raws = [
        json.loads(line)
        for path in sorted((recordings / "neuromorpho").glob("neurons*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [raw for raw in raws if "hippocampus" in [region.lower() for region in raw["brain_region"]]]


def test_every_route_that_is_named_exists():
    named = set(re.findall(r"127\.0\.0\.1:8000(/[a-z]+)", TEXT)) | set(re.findall(r"(?:GET|POST) (/[a-z]+)", TEXT))
    assert len(named) > 4
    assert named <= {"/" + route.split("/")[1] for route in app.routes}


def test_the_neurons_of_the_default_selection_are_as_many_as_it_says(neurons):
    fit = [
        one
        for one in neurons
        if {"dendrites", "soma"} <= set(words(one["domain"])) and "3d" in words(one["attributes"])
    ]
    assert counts()["neuromorpho"] == (len(fit), len(fit), 0)
    assert f"{len(fit):,} of the {len(neurons):,} recorded" in TEXT


def test_the_neurons_of_the_legacy_rule_are_as_many_as_it_says(neurons):
    whole = [
        one
        for one in neurons
        if {"dendrites", "soma", "axon"} <= set(words(one["domain"]))
        and {"diameter", "3d", "angles"} <= set(words(one["attributes"]))
    ]
    exact = [one for one in whole if "dendrites complete" in words(one["physical_Integrity"])]
    meant = [one for one in whole if re.search(r"dendrites (& axon )?complete", one["physical_Integrity"].lower())]
    assert f"old rule ({len(exact)})" in TEXT
    assert f"({len(meant)})" in TEXT


def test_the_models_are_as_many_as_it_says(recordings):
    raws = {
        one["id"]: one
        for file in WHOLE
        for one in map(json.loads, (recordings / "modeldb" / f"{file}.jsonl").read_text(encoding="utf-8").splitlines())
    }
    chosen = [one for one in raws.values() if "NEURON" in _names(one, "modeling_application") and _is_hippocampal(one)]
    assert counts()["model_db"] == (len(raws), len(chosen), len(raws) - len(chosen))


def test_models_are_rejected_for_the_reasons_that_it_names(recordings):
    lines = (recordings / "modeldb" / f"{name}.jsonl" for name in WHOLE)
    raws = {one["id"]: one for file in lines for one in map(json.loads, file.read_text(encoding="utf-8").splitlines())}
    elsewhere = sum(not _is_hippocampal(one) for one in raws.values())
    others = counts()["model_db"][2] - elsewhere
    assert f"({elsewhere} not of a chosen region, {others} not for a chosen simulator)" in TEXT


def test_the_neuron_types_and_connections_are_as_many_as_it_says(recordings):
    facts = recordings / "hippocampome"
    pairs = [json.loads(line) for line in (facts / "conndata.jsonl").read_text(encoding="utf-8").splitlines()]
    known = [one for one in pairs if "positive" in one["statuses"] and "negative" not in one["statuses"]]
    neurons = json.loads((facts / "answer_neuron_query_v2.json").read_text(encoding="utf-8"))
    ends = {int(end) for one in known for end in (one["source_id"], one["destination_id"])}
    types = ends | {int(one["source_id"]) for one in neurons.values()}
    assert counts()["hippocampome"] == (len(types) + len(known), len(types) + len(known), 0)
    assert f"({len(types)} neuron types, {len(known)} connections)" in TEXT


def test_the_internal_records_are_as_many_as_it_says(recordings):
    lists = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (recordings / "nexus").glob("*.json")}
    cells = {one["neuron_name"] for one in lists["internal_morphology"]} | set(lists["morph_download_map"])
    cells |= {one["name"] for one in lists["exp-morphology-list"]}
    traces = {one["neuron_name"] for one in lists["internal_electrophysiology"]} | set(lists["etraces_download_map"])
    traces |= {name for names in lists["traces_by_etype"].values() for name in names}
    assert counts()["internal"] == (len(cells) + len(traces), len(cells) + len(traces), 0)
    assert f"({len(cells)} morphologies, {len(traces)} traces)" in TEXT


def test_the_recorded_files_are_as_many_as_it_says(recordings, neurons):
    index = json.loads((recordings / "neuromorpho" / "morphologies" / "index.json").read_text(encoding="utf-8"))
    fit = {
        one["neuron_id"]
        for one in neurons
        if {"dendrites", "soma"} <= set(words(one["domain"])) and "3d" in words(one["attributes"])
    }
    with_file = fit & {one.get("neuron_id") for one in index}
    assert f"{len(with_file)} of them with a recorded file" in TEXT


@pytest.mark.parametrize("page", FACTS)
def test_every_field_of_a_recording_is_mapped_or_dropped_by_name(recordings, page):
    files = [path for pattern in FACTS[page] for path in recordings.glob(pattern)]
    assert files
    said = (ROOT / "docs" / "providers" / f"{page}.md").read_text(encoding="utf-8")
    keys = {key for path in files for one in _recorded(path) for key in _keys(one)}
    assert [key for key in sorted(keys) if not re.search(rf"\b{re.escape(key.lstrip('@'))}\b", said)] == []


def _recorded(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines()]
    found = json.loads(text)
    if path.stem.startswith("es_reply"):
        return [hit["_source"] for hit in found["hits"]["hits"]]
    return list(found.values()) if isinstance(found, dict) else found


def _keys(value):
    """All keys below a record, but for those that are values (a region, an evidence's number) and ModelDB's own
    frame.
    """
    if isinstance(value, list):
        return {key for one in value for key in _keys(one)}
    if not isinstance(value, dict) or value.keys() & {"attr_id", "object_id", "value"}:
        return set()
    below = {key for name, one in value.items() if name not in LEAVES for key in _keys(one)}
    return {key for key in value if not re.search(r"[ :]", key)} | below


def _is_hippocampal(raw):
    return re.search("hippocamp|dentate", " ".join(_names(raw, "neurons") + _names(raw, "region")).lower())


def _names(raw, key):
    return [one["object_name"] for one in raw.get(key, {"value": []})["value"]]


@pytest.mark.parametrize("name", PROVIDERS)
def test_the_terms_of_each_provider_are_written_down(name):
    terms, lines = PROVIDERS[name].terms, (ROOT / "docs" / "sources.md").read_text(encoding="utf-8").splitlines()
    told = next(line for line in lines if line.startswith(f"| `{name}` "))
    shown = (terms.home, *terms.paths, *terms.elsewhere, f"{terms.pause} s", f"| {terms.page_size} ", terms.licence)
    assert [one for one in shown if one not in told] == []
