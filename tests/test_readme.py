"""What README.md says is so: its routes exist, and its counts are those of the recordings."""

import json
import re
from pathlib import Path

import pytest

from app import app

TEXT = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


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
    files = ("models_verbatim_2022", "models_verbatim_2023", "models_reassembled_2025")
    raws = {
        one["id"]: one
        for file in files
        for one in map(json.loads, (recordings / "modeldb" / f"{file}.jsonl").read_text(encoding="utf-8").splitlines())
    }
    chosen = [one for one in raws.values() if "NEURON" in _names(one, "modeling_application") and _is_hippocampal(one)]
    assert counts()["model_db"] == (len(raws), len(chosen), len(raws) - len(chosen))


def _is_hippocampal(raw):
    return re.search("hippocamp|dentate", " ".join(_names(raw, "neurons") + _names(raw, "region")).lower())


def _names(raw, key):
    return [one["object_name"] for one in raw.get(key, {"value": []})["value"]]
